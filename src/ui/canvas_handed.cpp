// An item whose words are written on a tablet: the wall hands them over, says so beside it, and can take them back.
#include "base/language.hpp"
#include "base/text.hpp"
#include "intents/limits.hpp"
#include "ui/canvas_tools.hpp"
#include "ui/object_menu.hpp"

namespace ui {

bool is_handed(const CanvasScene& scene, const base::Id& item) {
    return scene.handed != nullptr && scene.handed->item == item;
}

bool can_be_handed(const CanvasScene& scene, const ItemWriter& writer) {
    if (!scene.can_hand || scene.handed != nullptr || writer.what != ItemWriter::What::words) return false;
    // A text without words would be seen by nobody while it waits.
    const bool is_seen = writer.item.type != model::ItemType::text || !base::trimmed(writer.field.text).empty();
    return is_seen && base::graphemes(writer.field.text) <= intents::most_entry_graphemes;
}

void draw_handed_field(CanvasScene& scene) {
    const auto* handed = scene.handed;
    if (handed == nullptr || !(handed->board == scene.canvas.board())) return;
    const auto seen = scene.canvas.see(handed->item);
    if (!seen) return;
    auto& frame = scene.frame;
    const Frame::Scope scope(frame, "canvas/handed");
    const auto room = board_room(frame, scene.view, scene.has_map).inset(frame.px(16));
    const auto area = scene.camera.to_window(seen->extent, scene.view);
    const auto text = base::tr(handed->is_free() ? "wall.item.waits_for_tablet" : "wall.item.on_tablet");
    if (!aim_hint(frame, area, room, text, base::tr("wall.item.take_back"))) return;
    scene.out.emplace_back(intents::HandField{});
    frame.redraw_in(0);
}

}  // namespace ui
