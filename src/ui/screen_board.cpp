#include "ui/screen_board.hpp"

#include <algorithm>
#include <cmath>

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

/// What lies fast says so: what somebody has locked always, and nothing that the board's template is made of.
bool shows_lock(const BoardScreen& mine, const model::Item& item) {
    if (!item.locked || !item.slot.empty()) return false;
    using model::ItemType;
    const bool is_plain = item.type == ItemType::note || item.type == ItemType::image || item.type == ItemType::text;
    return is_plain || choice_with(mine.hands, item.id) != nullptr;
}

CanvasScene scene_of(BoardScreen& mine, const views::WallView& view, Canvas& canvas, Frame& frame,
                     const base::Rect& area, Intents& out) {
    CanvasScene scene{canvas, mine.camera, mine.hands, frame, area, out};
    scene.boards = view.boards;
    scene.has_map = mine.map_shown;
    if (view.remote.room.field) scene.handed = &*view.remote.room.field;
    scene.can_hand = view.can_hand;
    return scene;
}

/// A ring around each that is chosen, names and dashes of groups, and a padlock on what is locked and can be read.
void mark_items(const BoardScreen& mine, const CanvasScene& scene) {
    constexpr std::size_t most_rings = 400;
    auto& frame = scene.frame;
    const auto& theme = frame.theme;
    const Frame::Clip clip(frame, scene.view);
    const auto seen_area = scene.camera.seen(scene.view);
    mark_groups(mine, scene);
    std::size_t rings = 0;
    const auto ring = [&](const base::Id& id) {
        const auto seen = scene.canvas.see(id);
        if (!seen || rings >= most_rings || !(CanvasIndex::meet(seen->extent, seen_area) || mine.moved.contains(id))) {
            return;
        }
        ++rings;
        const double out = frame.px(3);
        const auto place = marked_place(mine, scene, *seen).inset(-out);
        frame.painter.stroke(place, frame.px(radius::note) + out, theme.accent, frame.px(4));
    };
    for (const auto* choice : choices_of(mine.hands)) {
        for (const auto& id : *choice) ring(id);
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

constexpr double map_wide = 240, map_high = 150, size_wide = 84;
constexpr double corner_side = 24, corner_below = 16, corner_gap = 8, zoom_around = 6;  // design px

double zoom_side(const Frame& frame) {
    return std::max(frame.px(touch::secondary), frame.mm(20));
}

double all_width(Frame& frame) {
    ButtonLook look;
    look.icon = icon::expand;
    return button_width(frame, base::tr("wall.tool.show_all"), look);
}

double zoom_bar_width(Frame& frame) {
    return 2 * zoom_side(frame) + frame.px(size_wide) + all_width(frame) + 3 * frame.px(corner_gap);
}

/// In the corner that the toolbar is not in: the small map, and how large the board is shown.
void draw_corner(BoardScreen& mine, const CanvasScene& scene) {
    auto& frame = scene.frame;
    const bool left = frame.dock_left();
    const double gap = frame.px(corner_gap), side = zoom_side(frame);
    auto area = scene.view.inset(frame.px(corner_side), frame.px(corner_below));
    if (mine.map_shown) {
        auto row = area.cut_bottom(frame.px(map_high));
        const auto box = left ? row.cut_left(frame.px(map_wide)) : row.cut_right(frame.px(map_wide));
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
    auto row = area.cut_bottom(side);
    const double wide = zoom_bar_width(frame);
    auto bar = left ? row.cut_left(wide) : row.cut_right(wide);
    const auto ground = bar.inset(-frame.px(zoom_around));
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
    label(frame, bar.cut_left(frame.px(size_wide)),
          base::tr("wall.board.percent", {{"count", std::to_string(percent)}}), size, "board/zoom");
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

base::Rect corner_area(Frame& frame, const base::Rect& view, bool has_map) {
    const double wide = std::max(zoom_bar_width(frame) + frame.px(zoom_around), has_map ? frame.px(map_wide) : 0) +
                        frame.px(corner_side + corner_gap);
    const double high = zoom_side(frame) + (has_map ? frame.px(map_high + corner_gap) : 0) +
                        frame.px(corner_below + zoom_around + corner_gap);
    auto area = view;
    auto row = area.cut_bottom(high);
    return frame.dock_left() ? row.cut_left(wide) : row.cut_right(wide);
}

void draw_board_screen(BoardScreen& mine, const views::WallView& view, Canvas& canvas, Frame& frame,
                       const base::Rect& area, Intents& out) {
    frame.painter.fill(area, 0, frame.theme.paper);
    move_camera(mine, canvas, frame, area);
    auto scene = scene_of(mine, view, canvas, frame, area, out);
    carry_items(mine, scene);
    std::vector<base::Id> written;
    for (const auto& writer : mine.hands.work.writers) {
        if (writer.what == ItemWriter::What::words) written.push_back(writer.item.id);
    }
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
    auto scene = scene_of(mine, view, canvas, frame, area, out);
    draw_canvas_menu(scene);
    draw_handed_field(scene);
    draw_canvas_writing(scene);
    draw_canvas_large(scene);
    draw_canvas_find(scene);
    keep_letters(mine, frame);
}

}  // namespace ui
