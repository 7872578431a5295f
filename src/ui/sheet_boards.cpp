#include "ui/sheet_boards.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/table_sets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;

std::string form_title(const std::vector<BoardChoice>& choices, const std::string& form) {
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&form](const auto& one) { return one.name == form; });
    return found == choices.end() ? base::tr("wall.boards.other_form") : found->title;
}

std::string head_words(const std::vector<BoardChoice>& choices, const views::BoardHead& head) {
    auto text = base::tr_n("wall.board.items", static_cast<std::int64_t>(head.items));
    // "Empty board" says how it began, and would be read as what it is.
    if (!head.form.empty()) text = form_title(choices, head.form) + ", " + text;
    if (head.table > 0) text += ", " + base::tr("wall.boards.table", {{"number", std::to_string(head.table)}});
    if (!head.session_title.empty()) text += " · " + head.session_title;
    return text;
}

constexpr double head_high = 84, head_gap = 8;  // design px

double head_height(const views::BoardHead& head, const std::vector<BoardChoice>& choices, const Frame& frame) {
    return frame.px(head_high + head_gap + (is_for_all_tablets(head, choices) ? touch::plain + head_gap : 0));
}

/// Two lines that are tapped as one; true when they were.
bool two_lines(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view icon,
               const std::string& title, const std::string& text) {
    const auto& theme = frame.theme;
    const auto press = press_card(frame, id, rect, title, {.flat = true});
    auto inside = rect.inset(frame.px(16), frame.px(10));
    draw_icon(frame, inside.cut_left(frame.px(32)), icon, 26, theme.accent);
    inside.cut_left(frame.px(14));
    auto name = ink_of(22, Weight::semibold, theme.ink);
    name.least_design = 20;
    auto small = ink_of(18, Weight::regular, theme.ink2);
    if (text.empty()) {
        label(frame, inside, title, name);
    } else {
        label(frame, inside.cut_top(inside.h / 2), title, name);
        label(frame, inside, text, small);
    }
    return press.tapped;
}

void draw_board_choices(BoardsSheet& mine, const std::vector<BoardChoice>& choices, const views::WallView& view,
                        Frame& frame, base::Rect area) {
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    quiet.icon = icon::left;
    const auto back = base::tr("wall.boards.all");
    if (button(frame, "boards/back", area.cut_top(frame.px(touch::plain)), back, quiet)) mine.choosing = false;
    const auto& tables = view.remote.room.tables;
    if (!tables) mine.for_tables = false;
    if (tables) {
        const auto words = base::tr_n("wall.boards.for_tables", static_cast<std::int64_t>(tables->seated.size()));
        if (toggle(frame, "boards/for_tables", area.cut_top(frame.px(touch::plain)), words, mine.for_tables)) {
            mine.for_tables = !mine.for_tables;
            frame.redraw_in(0);
        }
    }
    area.cut_top(frame.px(8));
    // Tablets fill in a form: an empty board has none.
    const bool with_empty = !mine.for_tables;
    const double high = frame.px(84), gap = frame.px(8);
    Scroll list(frame, "boards/forms", area, (high + gap) * static_cast<double>(choices.size() + (with_empty ? 1 : 0)));
    auto content = list.content();
    const auto row = [&] {
        const auto rect = content.cut_top(high);
        content.cut_top(gap);
        return rect;
    };
    if (with_empty && two_lines(frame, "boards/form/empty", row(), icon::plus, base::tr("wall.boards.empty_form"),
                                base::tr("wall.boards.empty_form.text"))) {
        mine.made = BoardsSheet::Made{};
    }
    for (const auto& choice : choices) {
        if (two_lines(frame, "boards/form/" + choice.name, row(), icon::columns, choice.title, choice.help)) {
            mine.made = BoardsSheet::Made{&choice, mine.for_tables};
        }
    }
    if (mine.made) mine.choosing = false;
    if (mine.made || !mine.choosing) frame.redraw_in(0);
}

void draw_head_row(BoardsSheet& mine, const std::vector<BoardChoice>& choices, const views::BoardHead& head,
                   Frame& frame, base::Rect row, Intents& out) {
    const auto id = head.id.text();
    if (is_for_all_tablets(head, choices)) {
        auto below = row.cut_bottom(frame.px(touch::plain));
        below.cut_left(frame.px(62));  // under the board's title: it is this board's
        draw_for_all_tablets(head, frame, "boards/fill/" + id, below, out);
        row.cut_bottom(frame.px(head_gap));
    }
    const double side = std::max(frame.px(touch::plain), frame.mm(20));
    const auto title = head.title.empty() ? base::tr("wall.board.untitled") : head.title;
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    quiet.icon = icon::trash;
    const auto remove = row.cut_right(side).centred({side, side});
    row.cut_right(frame.px(4));
    const auto name = row.cut_right(side).centred({side, side});
    row.cut_right(frame.px(8));
    if (two_lines(frame, "boards/open/" + id, row, icon::columns, title, head_words(choices, head)))
        mine.opened = head.id;
    if (button(frame, "boards/remove/" + id, remove, {}, quiet)) {
        out.emplace_back(intents::RemoveBoard{head.id});
        mine.removed = BoardsSheet::Removed{head.id, title};
        frame.redraw_in(0);
    }
    frame.say("boards/remove/" + id, base::tr("wall.boards.remove"));
    quiet.icon = icon::pencil;
    if (button(frame, "boards/name/" + id, name, {}, quiet)) {
        mine.named = head.id;
        frame.redraw_in(0);
    }
    frame.say("boards/name/" + id, base::tr("wall.boards.name"));
    if (mine.opened) frame.redraw_in(0);
}

}  // namespace

void draw_boards_sheet(BoardsSheet& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out) {
    static const std::vector<BoardChoice> none;
    const auto& choices = mine.choices == nullptr ? none : *mine.choices;
    if (mine.choosing) return draw_board_choices(mine, choices, view, frame, area);
    ButtonLook primary;
    primary.kind = ButtonKind::primary;
    primary.icon = icon::plus;
    primary.design = 22;
    if (button(frame, "boards/new", area.cut_bottom(frame.px(touch::main)), base::tr("wall.boards.new"), primary)) {
        mine.choosing = true;
        frame.redraw_in(0);
    }
    area.cut_bottom(frame.px(space::m));
    if (const double planned = planned_boards_height(view, frame); planned > 0) {
        if (draw_planned_boards(view, frame, "boards/plan", area.cut_top(planned), out)) mine.wants_tables = true;
        area.cut_top(frame.px(space::m));
    }
    if (view.boards.empty()) {
        auto ink = ink_of(22, Weight::regular, frame.theme.ink2);
        ink.most_lines = 4;
        ink.down = paint::Align::start;
        label(frame, area, base::tr("wall.boards.none"), ink, "boards/none");
        return;
    }
    const auto is_of_this = [](const views::BoardHead& head) {
        return !head.session.empty() && head.session_title.empty();
    };
    const auto here = std::count_if(view.boards.begin(), view.boards.end(), is_of_this);
    const bool both = view.remote.started && here > 0 && here < static_cast<std::ptrdiff_t>(view.boards.size());
    const double heading = frame.px(44);
    double heads_high = 0;
    for (const auto& head : view.boards) heads_high += head_height(head, choices, frame);
    const auto sets = table_sets(view.boards);
    const double sets_high = table_set_height(frame) * static_cast<double>(sets.size());
    Scroll list(frame, "boards/list", area, heads_high + (both ? 2 * heading : 0) + sets_high);
    auto content = list.content();
    for (const auto& set : sets) {
        const auto place = content.cut_top(table_set_height(frame));
        if (const auto made = draw_table_set(set, form_title(choices, set.form), frame, place, out)) mine.opened = made;
    }
    const auto ink = ink_of(18, Weight::semibold, frame.theme.ink2);
    for (const bool of_this : {true, false}) {
        if (both) {
            label(frame, content.cut_top(heading),
                  of_this ? base::tr("wall.boards.here") : base::tr("wall.boards.elsewhere"), ink);
        }
        for (const auto& head : view.boards) {
            if (is_of_this(head) != of_this) continue;
            auto row = content.cut_top(head_height(head, choices, frame));
            row.cut_bottom(frame.px(head_gap));
            // Of a long list only what can be seen is drawn, and whatever the keyboard may come to next.
            if (!row.inset(0, -2 * frame.px(head_high)).overlaps(area)) continue;
            draw_head_row(mine, choices, head, frame, row, out);
        }
    }
}

}  // namespace ui
