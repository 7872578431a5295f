// "Visa stort": one item, to be read from the back of the room.
#include <algorithm>

#include "ui/canvas_tools.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using model::ItemType;

bool is_words(const model::Item& item) {
    return (item.type == ItemType::note && item.photo.empty()) || item.type == ItemType::text ||
           item.type == ItemType::line;
}

void draw_large_words(Frame& frame, const model::Item& item, const base::Rect& box, double seen, bool with_author) {
    const auto& theme = frame.theme;
    const bool is_note = item.type == ItemType::note;
    frame.painter.shadow(box, frame.px(12), frame.px(36), 0.14 * theme.shadow * seen);
    frame.painter.fill(box, frame.px(12), base::with_alpha(is_note ? theme.note(item.colour) : theme.surface, seen));
    auto inside = box.inset(frame.px(64), frame.px(48));
    const bool signs = with_author && !item.author.empty();
    const auto foot = inside.cut_bottom(signs ? frame.px(48) : 0);
    Ink ink;
    ink.design = 64;
    ink.least_design = with_author ? 24 : 32;
    ink.most_lines = 0;
    ink.line_height = 1.2;
    ink.weight = paint::Weight::medium;
    ink.colour = is_note ? theme.note_ink : theme.ink;
    label(frame, inside, item.text, ink, "text");
    if (!signs) return;
    ink = ink_of(28, paint::Weight::regular, is_note ? theme.note_ink : theme.ink2);
    label(frame, foot, item.author, ink);
}

/// As it lies on the board, as large as there is room; a frame with what lies in it.
void draw_whole(const Canvas& canvas, const model::Item& item, Frame& frame, const base::Rect& box, bool with_authors) {
    const auto extent = paint::extent_of(item, canvas.path_of(item.id));
    if (extent.empty()) return;
    paint::ItemLook look;
    look.scale = std::min(box.w / extent.w, box.h / extent.h);
    const auto place = box.centred({extent.w * look.scale, extent.h * look.scale});
    look.origin = {place.x - extent.x * look.scale, place.y - extent.y * look.scale};
    frame.painter.fill(place.inset(-frame.px(24)), frame.px(12), frame.theme.paper);
    const auto draw = [&](const model::Item& one) {
        auto own = look;
        if (!one.photo.empty()) own.photo = frame.photo(one.photo, true);
        auto text = paint::set_item_text(frame.type, one, look.scale);
        if (!with_authors) text.author = nullptr;
        paint::draw_item(frame.painter, frame.theme, one, text, canvas.path_of(one.id), own);
    };
    if (item.type != ItemType::frame) return draw(item);
    const Frame::Clip clip(frame, place);
    constexpr std::size_t most = 400;
    std::size_t drawn = 0;
    for (const auto* one : canvas.within(extent)) {
        if (++drawn > most) break;
        draw(*one);
    }
}

}  // namespace

void show_large(const Canvas& canvas, const model::Item& item, Frame& frame, double shown, bool with_authors) {
    const auto screen = frame.screen();
    frame.painter.fill(screen, 0, base::with_alpha(frame.theme.scrim, shown));
    if (is_words(item)) {
        const auto box = screen.centred({std::min(screen.w * 0.72, frame.px(1300)), screen.h * 0.7});
        draw_large_words(frame, item, box, shown, with_authors);
    } else {
        draw_whole(canvas, item, frame, screen.centred({screen.w * 0.8, screen.h * 0.78}), with_authors);
    }
}

void draw_canvas_large(CanvasScene& scene) {
    auto& hands = scene.hands;
    if (!hands.large) return;
    auto& frame = scene.frame;
    const auto* item = scene.canvas.find(*hands.large);
    if (item == nullptr) {
        hands.large.reset();
        return;
    }
    const Frame::Scope scope(frame, "canvas");
    const Frame::Within region(frame, "large", Region::Kind::over);
    const double seen = frame.fade("large_seen", true);
    const auto press = frame.press("large", frame.screen());
    frame.say("large", item->text);
    show_large(scene.canvas, *item, frame, seen, true);
    const bool escaped = frame.take_key(Key::escape);
    if (!press.tapped && !escaped) return;
    hands.large.reset();
    frame.redraw_in(0);
}

}  // namespace ui
