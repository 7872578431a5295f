// Finding text on a board: what is found has a ring, and the camera goes from one to the next.
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/language.hpp"
#include "base/text.hpp"
#include "ui/canvas_tools.hpp"
#include "ui/object_menu.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double least_zoom_px = 0.8;  // design px of the wall per px of the board, when one is looked at

bool is_accent(char32_t point) {
    return point >= 0x300 && point <= 0x36F;
}

/// As texts are compared: without case and accents, but å, ä and ö are letters of their own, as in a dictionary.
std::u32string compared(std::string_view text) {
    if (!base::is_utf8(text)) return {};
    std::u32string out;
    for (const char32_t point : base::decomposed(text)) {
        if (!is_accent(point)) {
            // Lines break where they will.
            out += point == U'\n' ? U' ' : point;
            continue;
        }
        const char32_t letter = out.empty() ? U' ' : out.back();
        const bool ours = (point == 0x308 && (letter == U'a' || letter == U'o')) || (point == 0x30A && letter == U'a');
        if (ours) out += point;
    }
    return out;
}

/// An accent that follows belongs to the letter before it: "a" is not found in "å".
bool holds(const std::u32string& text, const std::u32string& sought) {
    for (auto at = text.find(sought); at != std::u32string::npos; at = text.find(sought, at + 1)) {
        const auto end = at + sought.size();
        if (end == text.size() || !is_accent(text[end])) return true;
    }
    return false;
}

/// Looks through the board again where something has changed, so many texts in each frame.
void look_through(CanvasScene& scene) {
    auto& find = scene.hands.work.find;
    const auto sought = compared(base::trimmed(find.query.text));
    if (sought == find.sought && find.revision == scene.canvas.revision()) return;
    find.sought = sought;
    std::vector<const model::Item*> found;
    std::size_t folded = 0;
    constexpr std::size_t most_folded = 400;
    if (!sought.empty()) {
        for (const auto* item : scene.canvas.all()) {
            // A curve is drawn from notes that are found themselves.
            const bool says = item->type != model::ItemType::ink && !(item->text.empty() && item->photo_shows.empty());
            if (!says) continue;
            const auto text = item->photo_shows.empty() ? item->text : item->text + "\n" + item->photo_shows;
            auto known = find.folded.find(item->id);
            if (known == find.folded.end() || known->second.text != text) {
                if (++folded > most_folded) continue;
                known = find.folded.insert_or_assign(item->id, CanvasFind::Folded{text, compared(text)}).first;
            }
            if (holds(known->second.folded, sought)) found.push_back(item);
        }
    }
    // Row by row, as somebody reads the board.
    const auto row_of = [](const model::Item& item) { return std::floor(item.place.y / 100); };
    std::stable_sort(found.begin(), found.end(), [&row_of](const auto* a, const auto* b) {
        const double above = row_of(*a), below = row_of(*b);
        return above != below ? above < below : a->place.x < b->place.x;
    });
    find.found.clear();
    for (const auto* item : found) find.found.push_back(item->id);
    if (find.at && std::find(find.found.begin(), find.found.end(), *find.at) == find.found.end()) find.at.reset();
    if (folded > most_folded) {
        find.revision = scene.canvas.revision() - 1;
        scene.frame.redraw_in(0);
    } else {
        find.revision = scene.canvas.revision();
    }
}

void go_to(CanvasScene& scene, int by) {
    auto& find = scene.hands.work.find;
    if (find.found.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(find.found.size());
    std::ptrdiff_t next = by > 0 ? 0 : count - 1;
    if (find.at) {
        const auto now = std::find(find.found.begin(), find.found.end(), *find.at) - find.found.begin();
        next = (now + by + count) % count;
    }
    find.at = find.found[static_cast<std::size_t>(next)];
    look_at_item(scene, *find.at);
}

void draw_rings(CanvasScene& scene) {
    const auto& find = scene.hands.work.find;
    auto& frame = scene.frame;
    constexpr std::size_t most = 1000;
    std::size_t drawn = 0;
    for (const auto& id : find.found) {
        const auto* item = scene.canvas.find(id);
        if (item == nullptr) continue;
        const auto extent = paint::extent_of(*item, scene.canvas.path_of(id));
        const auto place = scene.camera.to_window(extent, scene.view).inset(-frame.px(6));
        if (!place.overlaps(scene.view) || ++drawn > most) continue;
        const bool is_it = find.at == id;
        const auto colour = is_it ? frame.theme.accent : frame.theme.warn;
        frame.painter.stroke(place, frame.px(radius::note), colour, frame.px(is_it ? 7 : 4));
    }
}

std::string found_text(const CanvasFind& find) {
    if (find.sought.empty()) return {};
    if (find.found.empty()) return base::tr("wall.find.none");
    const auto now = find.at ? std::find(find.found.begin(), find.found.end(), *find.at) - find.found.begin() + 1 : 0;
    if (now == 0) return base::tr_n("wall.find.count", static_cast<std::int64_t>(find.found.size()));
    return base::tr("wall.find.at", {{"at", std::to_string(now)}, {"count", std::to_string(find.found.size())}});
}

void close_find(CanvasScene& scene) {
    auto& find = scene.hands.work.find;
    find.open = find.was_open = find.had_focus = false;
    find.found.clear();
    find.folded.clear();
    find.sought.clear();
    find.at.reset();
    if (scene.frame.focused_path() == scene.frame.path("text")) scene.frame.focus("");
    scene.frame.redraw_in(0);
}

}  // namespace

void look_at_item(CanvasScene& scene, const base::Id& id) {
    const auto* item = scene.canvas.find(id);
    if (item == nullptr) return;
    const double least = scene.frame.px(least_zoom_px);
    auto& camera = scene.camera;
    camera.zoom = std::max(camera.zoom, least);
    const auto extent = paint::extent_of(*item, scene.canvas.path_of(id));
    // A little above the middle: below it is the keyboard.
    const auto centre = extent.centre();
    camera.corner = {centre.x - scene.view.w / 2 / camera.zoom, centre.y - scene.view.h * 0.3 / camera.zoom};
    scene.frame.redraw_in(0);
}

void draw_canvas_find(CanvasScene& scene) {
    auto& find = scene.hands.work.find;
    auto& frame = scene.frame;
    const Frame::Scope scope(frame, "find");
    find.keyboard.open = find.open;
    find.keyboard.within = scene.view;
    KeyboardView keys;
    keys.text = find.query.text;
    keys.sentences = false;
    const auto next = base::tr("wall.find.next");
    keys.enter = next;
    const auto path = frame.path("text");
    if (find.open) keys.to = path;
    const auto under = keyboard(frame, find.keyboard, keys);
    if (!find.open) {
        if (find.was_open) close_find(scene);
        return;
    }
    look_through(scene);
    draw_rings(scene);
    const double high = frame.px(touch::primary), side = frame.px(10), gap = frame.px(8);
    const double wide = std::min(scene.view.w, frame.px(960));
    const double bottom = under.empty() ? scene.view.bottom() - frame.px(16) : under.y - frame.px(12);
    const base::Rect box{std::round(scene.view.centre().x - wide / 2), std::round(bottom - high - 2 * side), wide,
                         high + 2 * side};
    menu_ground(frame, box);
    auto row = box.inset(side);
    const auto close = row.cut_right(high);
    row.cut_right(gap);
    const auto forward = row.cut_right(high);
    row.cut_right(gap);
    const auto back = row.cut_right(high);
    row.cut_right(gap);
    const auto words = row.cut_right(frame.px(150));
    row.cut_right(gap);
    const auto written = search_field(frame, "text", row, find.query, base::tr("wall.find.what"));
    if (!find.was_open) {
        find.was_open = true;
        frame.focus("text");
    }
    if (written.changed) frame.redraw_in(0);
    Ink ink;
    ink.across = paint::Align::centre;
    ink.least_design = 14;
    label(frame, words, found_text(find), ink, "count");
    const Frame::KeepFocus keep(frame);
    ButtonLook look;
    look.kind = ButtonKind::quiet;
    look.enabled = !find.found.empty();
    look.icon = icon::up;
    if (button(frame, "previous", back, {}, look)) go_to(scene, -1);
    frame.say("previous", base::tr("wall.find.previous"));
    look.icon = icon::down;
    if (button(frame, "next", forward, {}, look) || written.entered) go_to(scene, 1);
    frame.say("next", next);
    look.enabled = true;
    look.icon = icon::close;
    bool closes = button(frame, "close", close, {}, look);
    frame.say("close", base::tr("wall.find.close"));
    // In the field Escape takes the keyboard away: then this is done as well.
    const bool lost = std::exchange(find.had_focus, frame.focused_path() == path) && frame.focused_path().empty();
    closes = frame.take_key(Key::escape) || lost || closes;
    if (closes) close_find(scene);
}

}  // namespace ui
