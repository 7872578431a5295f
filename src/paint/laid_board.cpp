#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/language.hpp"
#include "model/board_groups.hpp"
#include "paint/board_item_private.hpp"
#include "paint/laid_board_private.hpp"
#include "paint/note_card.hpp"
#include "paint/stamp.hpp"

namespace paint {
namespace {

constexpr double around_board = 24;  // board px
constexpr double around_group = 10, beside_group_name = 8;
constexpr std::size_t most_with_shadows = 2000;  // beyond it a file would mostly hold shadows

/// The names of groups cover all else: nothing lies on them.
int rank_of(const LaidBoard::Laid& laid) {
    if (laid.group) return 3;
    const auto& item = *laid.item;
    if (item.type == model::ItemType::frame) return 0;
    return item.type == model::ItemType::line ? 1 : 2;
}

/// The edge around all that belongs to it, and on its upper side the ground that its name stands on.
void draw_group_edge(Painter& painter, const Palette& palette, const LaidBoard::Laid& laid, const ItemText& text,
                     const ItemLook& look) {
    const auto edge = on_target(*laid.group, look);
    painter.stroke(edge, note_radius * look.scale, palette.line_control, 2 * look.scale);
    auto ground = on_target(laid.item->place, look);
    const double beside = beside_group_name * look.scale;
    ground.x -= beside;
    ground.w = text.words->size().w * look.scale / text.scale + 2 * beside;
    painter.fill(ground, note_radius * look.scale, palette.paper);
    painter.stroke(ground, note_radius * look.scale, palette.line_control, look.scale);
}

}  // namespace

LaidBoard::LaidBoard(const BoardSheet& sheet) : sheet_(sheet), shadows_(sheet.items.size() <= most_with_shadows) {
    std::unordered_map<base::Id, const base::Rect*, base::IdHash> places;
    places.reserve(sheet.items.size());
    for (const auto& item : sheet.items) {
        if (item.type != model::ItemType::line) places.emplace(item.id, &item.place);
    }
    const auto place_of = [&places](const base::Id& id) -> const base::Rect* {
        const auto found = places.find(id);
        return found == places.end() ? nullptr : found->second;
    };
    items_.reserve(sheet.items.size());
    for (const auto& item : sheet.items) {
        Laid laid{&item, std::nullopt, {}, std::nullopt};
        if (item.type == model::ItemType::line) {
            laid.path = line_path(item, place_of(item.from.item), place_of(item.to.item));
        }
        laid.extent = extent_of(item, laid.path ? &*laid.path : nullptr);
        extent_ = extent_.joined(laid.extent);
        items_.push_back(std::move(laid));
    }
    lay_group_names();
    std::sort(items_.begin(), items_.end(), [](const Laid& a, const Laid& b) {
        const int ra = rank_of(a), rb = rank_of(b);
        if (ra != rb) return ra < rb;
        return a.item->level != b.item->level ? a.item->level < b.item->level : a.item->id < b.item->id;
    });
    if (extent_.empty()) extent_ = {0, 0, 800, 500};
    extent_ = extent_.inset(-around_board);
}

void LaidBoard::lay_group_names() {
    constexpr double letters = 22, high = 32, above = 6, least_wide = 240;
    for (const auto& group : model::named_groups(sheet_.items)) {
        model::Item heading;
        heading.id = group.id;
        heading.type = model::ItemType::text;
        heading.text = model::group_heading(group.name, group.count);
        heading.size = letters;
        heading.place = {group.place.x, group.place.y - high - above, std::max(group.place.w, least_wide), high};
        headings_.push_back(std::move(heading));
        const auto& laid = headings_.back();
        const auto edge = group.place.inset(-around_group);
        const auto named = extent_of(laid, nullptr).inset(-beside_group_name, 0);
        items_.push_back({&laid, std::nullopt, named.joined(edge), edge});
        extent_ = extent_.joined(items_.back().extent);
    }
}

bool LaidBoard::draw(Painter& painter, Typesetter& type, const Laid& laid, base::Point origin, double scale) const {
    const auto& item = *laid.item;
    ItemLook look;
    look.origin = origin;
    look.scale = scale;
    look.shadow = shadows_ && item.type != model::ItemType::note;
    look.edge = true;
    if (const auto photo = sheet_.photos.find(item.photo); !item.photo.empty() && photo != sheet_.photos.end()) {
        look.photo = photo->second;
    }
    static const auto palette = board_print_palette();
    // At the board's own scale: all pages have the same layout, out of the cache.
    const auto text = set_item_text(type, item, 1);
    if (laid.group && text.words != nullptr) draw_group_edge(painter, palette, laid, text, look);
    draw_item(painter, palette, item, text, laid.path ? &*laid.path : nullptr, look);
    return text.cut;
}

Palette board_print_palette() {
    auto palette = light_palette();
    palette.paper = base::rgb(0xFFFFFF);
    return palette;
}

std::string said_instead(const model::Item& item) {
    if (item.type == model::ItemType::stamp) return base::tr("stamp." + std::string(stamp_of(item.means).name));
    // A curve that is drawn from what notes say has it in words.
    if (item.type == model::ItemType::ink && item.slot.starts_with("form.")) return item.text;
    if (item.type == model::ItemType::ink) return base::tr("paint.board.ink");
    if (item.type == model::ItemType::note && !item.photo.empty() && !item.photo_shows.empty()) {
        return item.text + (item.text.empty() ? "" : " ") + base::tr("paint.note.shows", {{"shows", item.photo_shows}});
    }
    if (item.type != model::ItemType::image) return {};
    if (!item.photo_shows.empty()) return item.photo_shows;
    return item.text.empty() ? base::tr("paint.board.image") : item.text;
}

double draw_board_head(Painter* painter, Typesetter& type, const BoardSheet& sheet, const base::Rect& area,
                       double scale) {
    const auto palette = board_print_palette();
    double y = area.y;
    const auto add = [&](const std::string& text, const TextStyle& style, base::Colour colour) {
        if (text.empty()) return;
        const auto words = type.set(text, style, std::max(1.0, area.w / scale));
        if (painter != nullptr) painter->text(*words, {area.x, y}, colour, scale);
        y += words->size().h * scale;
    };
    add(sheet.title, {.size_px = 44, .weight = Weight::bold, .line_height = 1.15, .most_lines = 2}, palette.ink);
    add(sheet.subtitle, {.size_px = 22, .line_height = 1.35, .most_lines = 1}, palette.ink2);
    return y - area.y;
}

}  // namespace paint
