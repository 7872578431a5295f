#include "ui/screen_board.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;

const views::BoardHead* board_head_of(const views::WallView& view, const base::Id& board) {
    const auto found =
        std::find_if(view.boards.begin(), view.boards.end(), [&board](const auto& head) { return head.id == board; });
    return found == view.boards.end() ? nullptr : &*found;
}

/// As it is seen there, carried or not, px.
base::Rect marked_place(const BoardScreen& mine, const CanvasScene& scene, const SeenItem& seen) {
    const auto by = mine.moved.find(seen.item->id);
    const auto at = by == mine.moved.end() ? seen.extent : seen.extent.moved(by->second.x, by->second.y);
    return scene.camera.to_window(at, scene.view);
}

void draw_dashed_side(const CanvasScene& scene, base::Point from, base::Point to) {
    constexpr int most_dashes = 200;
    auto& frame = scene.frame;
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const int count = std::clamp(static_cast<int>(length / frame.px(16)), 1, most_dashes);
    for (int i = 0; i < count; ++i) {
        const double a = (i + 0.2) / count, b = (i + 0.8) / count;
        const std::array dash{base::Point{from.x + (to.x - from.x) * a, from.y + (to.y - from.y) * a},
                              base::Point{from.x + (to.x - from.x) * b, from.y + (to.y - from.y) * b}};
        frame.painter.line(dash, frame.theme.line_control, std::max(1.0, frame.px(2)));
    }
}

/// Dashes around all of a group, and how many there are.
void mark_group(const BoardScreen& mine, const CanvasScene& scene, const base::Id& group) {
    auto& frame = scene.frame;
    const auto members = scene.canvas.members_of(group);
    if (members.size() < 2) return;
    base::Rect all;
    for (const auto& id : members) {
        if (const auto seen = scene.canvas.see(id)) all = all.joined(marked_place(mine, scene, *seen));
    }
    all = all.inset(-frame.px(14));
    if (!all.overlaps(scene.view)) return;
    const base::Point edge[] = {
        all.top_left(), {all.right(), all.y}, {all.right(), all.bottom()}, {all.x, all.bottom()}};
    for (std::size_t i = 0; i < 4; ++i) draw_dashed_side(scene, edge[i], edge[(i + 1) % 4]);
    const auto words = base::tr_n("wall.board.group", static_cast<std::int64_t>(members.size()));
    const auto ink = ink_of(20, Weight::regular, frame.theme.ink2, paint::Align::centre);
    const base::Rect tag{all.x, all.bottom() + frame.px(4), text_size(frame, words, ink).w + frame.px(24),
                         frame.px(32)};
    frame.painter.fill(tag, tag.h / 2, base::with_alpha(frame.theme.surface, 0.92));
    label(frame, tag, words, ink, "board/group/" + group.text());
}

/// Groups that something of is chosen or carried.
void mark_groups(const BoardScreen& mine, const CanvasScene& scene) {
    constexpr std::size_t most_groups = 20;
    std::set<base::Id> groups;
    const auto add = [&](const base::Id& id) {
        if (groups.size() >= most_groups) return;
        const auto* item = scene.canvas.find(id);
        if (item != nullptr && !item->group.empty()) groups.insert(item->group);
    };
    for (const auto& id : mine.hands.selected) add(id);
    for (const auto& [id, by] : mine.moved) add(id);
    for (const auto& group : groups) mark_group(mine, scene, group);
}

/// What lies fast says so: what somebody has locked always, and nothing that the board's template is made of.
bool shows_lock(const BoardScreen& mine, const model::Item& item) {
    if (!item.locked || !item.slot.empty()) return false;
    using model::ItemType;
    const bool is_plain = item.type == ItemType::note || item.type == ItemType::image || item.type == ItemType::text;
    return is_plain || mine.hands.selected.contains(item.id);
}

/// A ring around each that is chosen, dashes around groups, and a padlock on what is locked and can be read.
void mark_items(const BoardScreen& mine, const CanvasScene& scene) {
    constexpr std::size_t most_rings = 400;
    auto& frame = scene.frame;
    const auto& theme = frame.theme;
    const Frame::Clip clip(frame, scene.view);
    const auto seen_area = scene.camera.seen(scene.view);
    mark_groups(mine, scene);
    std::size_t rings = 0;
    for (const auto& id : mine.hands.selected) {
        const auto seen = scene.canvas.see(id);
        if (!seen || rings >= most_rings || !(CanvasIndex::meet(seen->extent, seen_area) || mine.moved.contains(id))) {
            continue;
        }
        ++rings;
        const double out = frame.px(3);
        const auto place = marked_place(mine, scene, *seen).inset(-out);
        frame.painter.stroke(place, frame.px(radius::note) + out, theme.accent, frame.px(4));
    }
    if (!mine.picture.is_readable()) return;
    for (const auto* seen : mine.picture.seen()) {
        if (!shows_lock(mine, *seen->item)) continue;
        const double side = frame.px(30);
        const auto place = marked_place(mine, scene, *seen);
        const base::Rect corner{place.right() - side - frame.px(4), place.y + frame.px(4), side, side};
        frame.painter.fill(corner, side / 2, base::with_alpha(theme.surface, 0.85));
        draw_icon(frame, corner, icon::lock, 18, theme.ink2);
        frame.say("board/locked/" + seen->item->id.text(), base::tr("wall.item.lock"));
    }
}

/// Top left: what the board is called, and how much lies on it. Above the board, so it swallows what is below.
void draw_name(BoardScreen& mine, const views::WallView& view, const CanvasScene& scene) {
    auto& frame = scene.frame;
    const auto& theme = frame.theme;
    const auto* head = board_head_of(view, mine.board);
    if (head == nullptr) return;
    const auto ink = ink_of(28, Weight::bold, theme.ink);
    const auto small = ink_of(20, Weight::regular, theme.ink2);
    const auto title = head->title.empty() ? base::tr("wall.board.untitled") : head->title;
    const auto count = base::tr_n("wall.board.items", static_cast<std::int64_t>(scene.canvas.size()));
    const double count_wide = text_size(frame, count, small).w + 2;
    const double most = std::max(frame.px(120), scene.view.w * 0.6 - count_wide - frame.px(88));
    const double title_wide = std::min(most, text_size(frame, title, ink).w + 2);
    const double high = std::max(frame.px(touch::plain), frame.mm(20));
    const base::Rect box{scene.view.x + frame.px(24), scene.view.y + frame.px(16),
                         title_wide + count_wide + frame.px(88), high};
    const double corner = frame.px(radius::control);
    const auto press = frame.press("board/name", box);
    frame.say("board/name", title);
    frame.painter.fill(box, corner, press.held ? theme.sunken : base::with_alpha(theme.surface, 0.92));
    frame.painter.stroke(box.inset(0.5), corner, theme.line, std::max(1.0, frame.px(1)));
    if (press.focused) focus_ring(frame, box, corner);
    auto inside = box.inset(frame.px(16), 0);
    label(frame, inside.cut_left(title_wide), title, ink);
    inside.cut_left(frame.px(10));
    draw_icon(frame, inside.cut_left(frame.px(26)), icon::pencil, 18, theme.ink3);
    inside.cut_left(frame.px(14));
    label(frame, inside, count, small, "board/count");
    if (press.tapped) {
        mine.wants_name = true;
        frame.redraw_in(0);
    }
}

/// In the corner that the toolbar is not in: the small map, and how large the board is shown.
void draw_corner(BoardScreen& mine, const CanvasScene& scene) {
    auto& frame = scene.frame;
    const bool left = frame.dock_left();
    const double gap = frame.px(8), margin = frame.px(24);
    const double side = std::max(frame.px(touch::secondary), frame.mm(20));
    auto area = scene.view.inset(margin, frame.px(16));
    if (mine.map_shown) {
        auto row = area.cut_bottom(frame.px(150));
        const auto box = left ? row.cut_left(frame.px(240)) : row.cut_right(frame.px(240));
        frame.block("board/map_ground", box);
        if (const auto to = mine.map.draw(scene.canvas, scene.camera.seen(scene.view), frame, box)) {
            const auto seen = scene.camera.seen(scene.view);
            mine.glide.reset();
            scene.camera.corner = {to->x - seen.w / 2, to->y - seen.h / 2};
            frame.redraw_in(0);
        }
        area.cut_bottom(gap);
    }
    const auto all = base::tr("wall.tool.show_all");
    ButtonLook plain;
    plain.icon = icon::expand;
    const double all_wide = button_width(frame, all, plain), size_wide = frame.px(84);
    auto row = area.cut_bottom(side);
    const double wide = 2 * side + size_wide + all_wide + 3 * gap;
    auto bar = left ? row.cut_left(wide) : row.cut_right(wide);
    const auto ground = bar.inset(-frame.px(6));
    frame.block("board/zoom_ground", ground);
    frame.painter.fill(ground, frame.px(radius::control + 4), base::with_alpha(frame.theme.surface, 0.92));
    ButtonLook less, more;
    less.icon = icon::minus;
    more.icon = icon::plus;
    if (button(frame, "board/zoom_out", bar.cut_left(side), {}, less)) mine.wants_zoom /= zoom::step;
    frame.say("board/zoom_out", base::tr("wall.command.zoom_out"));
    bar.cut_left(gap);
    auto size = ink_of(20, Weight::semibold, frame.theme.ink2, paint::Align::centre);
    size.fixed_digits = true;
    const auto percent = std::lround(100 * scene.camera.zoom / frame.px(1));
    label(frame, bar.cut_left(size_wide), base::tr("wall.board.percent", {{"count", std::to_string(percent)}}), size,
          "board/zoom");
    bar.cut_left(gap);
    if (button(frame, "board/zoom_in", bar.cut_left(side), {}, more)) mine.wants_zoom *= zoom::step;
    frame.say("board/zoom_in", base::tr("wall.command.zoom_in"));
    bar.cut_left(gap);
    if (button(frame, "board/all", bar, all, plain)) mine.wants_all = true;
    if (mine.wants_zoom != 1 || mine.wants_all) frame.redraw_in(0);
}

void draw_nothing_yet(const BoardScreen& mine, const CanvasScene& scene) {
    auto& frame = scene.frame;
    const bool here = scene.canvas.board() == mine.board;
    if (here && (scene.canvas.size() > 0 || mine.hands.tool != CanvasTool::hand)) return;
    if (here && (!mine.hands.drawing.empty() || !mine.hands.work.awaited.empty())) return;
    auto ink = ink_of(24, Weight::regular, frame.theme.ink2, paint::Align::centre);
    ink.most_lines = 3;
    const auto place = scene.view.centred({std::min(scene.view.w * 0.6, frame.px(800)), frame.px(120)});
    label(frame, place, base::tr(here ? "wall.board.empty" : "wall.board.fetching"), ink, "board/empty");
}

/// Who has something in hand and types means that, and no command: those that have a letter alone wait until then.
void keep_letters(const BoardScreen& mine, Frame& frame) {
    const auto& hands = mine.hands;
    const bool busy = !hands.selected.empty() || hands.tool != CanvasTool::hand || hands.large ||
                      !hands.work.writers.empty() || hands.work.find.open;
    if (!busy) return;
    frame.take_keys([](const KeyEvent& key) { return key.key == Key::character && !key.control && !key.alt; });
}

}  // namespace

void draw_board_screen(BoardScreen& mine, const views::WallView& view, Canvas& canvas, Frame& frame,
                       const base::Rect& area, Intents& out) {
    frame.painter.fill(area, 0, frame.theme.paper);
    move_camera(mine, canvas, frame, area);
    CanvasScene scene{canvas, mine.camera, mine.hands, frame, area, out};
    scene.boards = view.boards;
    carry_items(mine, scene);
    std::vector<base::Id> written;
    for (const auto& writer : mine.hands.work.writers) written.push_back(writer.item.id);
    // Of another board there is nothing to see, nor to touch.
    if (canvas.board() == mine.board) {
        mine.picture.draw(canvas, mine.camera, mine.moved, frame, area, written);
        mark_items(mine, scene);
        touch_items(mine, scene);
    }
    draw_nothing_yet(mine, scene);
    if (mine.hands.work.writers.empty() && !mine.hands.work.find.open && !mine.hands.large) {
        take_board_keys(mine, scene);
    }
    {
        const Frame::Clip clip(frame, area);
        work_with_tools(scene);
    }
    for (const auto& work : mine.beside) work(scene);
    draw_name(mine, view, scene);
    draw_corner(mine, scene);
    draw_toolbar(scene, toolbar_area(frame, area));
}

void draw_board_over(BoardScreen& mine, const views::WallView& view, Canvas& canvas, Frame& frame,
                     const base::Rect& area, Intents& out) {
    CanvasScene scene{canvas, mine.camera, mine.hands, frame, area, out};
    scene.boards = view.boards;
    draw_canvas_menu(scene);
    draw_canvas_writing(scene);
    draw_canvas_large(scene);
    draw_canvas_find(scene);
    keep_letters(mine, frame);
}

}  // namespace ui
