// The register as columns (mockup 08).
#include <algorithm>
#include <array>
#include <cmath>

#include "base/language.hpp"
#include "register/flow.hpp"
#include "ui/register_parts.hpp"
#include "ui/scroll.hpp"

namespace ui {
namespace {

using base::tr;
using ideas::Column;

constexpr double card_high = 160, card_gap = 10, head_high = 62, column_side = 12, archive_wide = 98;
constexpr double least_column = 236, column_gap = 12;  // narrower than that columns are swiped through

struct Places {
    std::array<base::Rect, 6> columns;
};

Places lay_columns(const RegisterScreen& mine, Frame& frame, base::Rect place) {
    Places places;
    const double gap = frame.px(column_gap);
    if (!mine.archive_open) {
        places.columns[5] = place.cut_right(frame.px(archive_wide));
        place.cut_right(gap);
    }
    const int count = mine.archive_open ? 6 : 5;
    const double wide = (place.w - gap * (count - 1)) / count;
    for (int i = 0; i < count; ++i) {
        places.columns[static_cast<std::size_t>(i)] = {std::round(place.x + i * (wide + gap)), place.y,
                                                       std::floor(wide), place.h};
    }
    return places;
}

void draw_card(Frame& frame, const base::Rect& rect, const RegisterRow& row, const CardLook& look) {
    const auto& theme = frame.theme;
    const auto& idea = *row.card;
    card(frame, rect, look);
    auto inside = rect.inset(frame.px(16), frame.px(12));
    auto top = inside.cut_top(frame.px(26));
    Ink ink;
    ink.design = 18;
    ink.weight = paint::Weight::medium;
    ink.colour = theme.ink2;
    const auto number = number_words(idea);
    const auto taken = label(frame, top, number, ink);
    top.cut_left(taken.w + frame.px(8));
    draw_age(frame, top, row, ideas::short_age_words(idea, row.standing), true);

    auto bottom = inside.cut_bottom(frame.px(40));
    if (const auto who = ideas::short_role(ideas::responsible(idea)); !who.empty()) {
        const auto circle = bottom.cut_right(frame.px(40));
        initials(frame, circle.centre(), circle.w / 2, who);
        bottom.cut_right(frame.px(8));
    }
    draw_parts(frame, bottom.cut_right(frame.px(32)), row.answered, false);
    bottom.cut_right(frame.px(8));
    Ink quiet;
    quiet.design = 18;
    quiet.colour = theme.ink2;
    label(frame, bottom, idea.text("area").empty() ? idea.text("unit") : idea.text("area"), quiet);

    Ink title;
    title.design = 22;
    title.weight = paint::Weight::semibold;
    title.most_lines = 3;  // three when they are smaller
    title.least_design = 18;
    title.line_height = 1.25;
    title.down = paint::Align::start;
    label(frame, inside, idea.title, title);
}

/// What is asked for, in one or two lines: "Först behövs: Behovet bakom idén, En coach och 3 till".
std::string needs_words(const ideas::IdeaCard& idea, ideas::State to) {
    if (ideas::step_between(idea.state, to) == ideas::Step::back) return tr("wall.drop.asks_why");
    const auto lacks = lacks_of(idea, to);
    if (lacks.empty()) return {};
    std::string names;
    for (std::size_t i = 0; i < lacks.size() && i < 2; ++i) names += (names.empty() ? "" : ", ") + tr(lacks[i]);
    if (lacks.size() > 2) {
        names = tr("wall.drop.and_more", {{"names", names}, {"count", std::to_string(lacks.size() - 2)}});
    }
    return tr("wall.drop.needs", {{"names", names}});
}

const RegisterRow* find_row(const RegisterRows& rows, const std::optional<base::Id>& id) {
    if (!id) return nullptr;
    const auto found = std::find_if(rows.shown.begin(), rows.shown.end(),
                                    [&id](const RegisterRow& row) { return row.card->id == *id; });
    return found == rows.shown.end() ? nullptr : &*found;
}

class Flow {
  public:
    Flow(RegisterScreen& mine, Frame& frame, const base::Rect& place, Intents& out)
        : mine_(mine), frame_(frame), out_(out), places_(lay_columns(mine, frame, place)) {}

    void draw() {
        // As the hands stood at the frame before: cards end where a target stands.
        const auto* row = find_row(mine_.rows, mine_.carried ? mine_.carried : mine_.chosen);
        for (const auto column : ideas::all_columns) {
            if (row == nullptr || !is_offered(*row, column)) continue;
            targeted_[static_cast<std::size_t>(column)] = true;
        }
        mine_.carried.reset();
        for (const auto column : ideas::all_columns) {
            const auto index = static_cast<std::size_t>(column);
            if (column == Column::archive && !mine_.archive_open) {
                draw_archive();
            } else {
                draw_column(column, places_.columns[index]);
            }
        }
        draw_targets();
        if (const auto* carried = find_row(mine_.rows, mine_.carried)) {
            CardLook look;
            look.dragged = true;
            draw_card(frame_, mine_.carried_rect, *carried, look);
        }
        if (dropped_) drop(*dropped_);
    }

  private:
    /// Does the row have a way to the column, and is it under the hand that carries it, if one does?
    bool is_offered(const RegisterRow& row, Column column) const {
        if (ideas::steps_to(row.card->state, ideas::landing(row.card->state, column)).empty()) return false;
        return !mine_.carried || places_.columns[static_cast<std::size_t>(column)].contains(mine_.carried_at);
    }

    base::Rect target_rect(Column column) const {
        const auto& whole = places_.columns[static_cast<std::size_t>(column)];
        const bool narrow = is_narrow(whole);
        auto rect = whole.inset(frame_.px(narrow ? 6 : column_side));
        return rect.cut_bottom(std::min(rect.h - frame_.px(head_high), frame_.px(narrow ? 240 : 196)));
    }
    bool is_narrow(const base::Rect& column) const { return column.w < frame_.px(200); }

    void draw_column(Column column, const base::Rect& rect) {
        const auto& theme = frame_.theme;
        const auto& indexes = mine_.rows.columns[static_cast<std::size_t>(column)];
        frame_.painter.fill(rect, frame_.px(radius::card), theme.sunken);
        auto inside = rect.inset(frame_.px(column_side), 0);
        auto head = inside.cut_top(frame_.px(head_high)).inset(frame_.px(8), 0);
        draw_icon(frame_, head.cut_left(frame_.px(28)), icon_of(column), 24, theme.accent);
        head.cut_left(frame_.px(10));
        Ink count;
        count.design = 22;
        count.weight = paint::Weight::medium;
        count.colour = theme.ink2;
        count.across = paint::Align::end;
        const auto number = std::to_string(indexes.size());
        label(frame_, head.cut_right(text_size(frame_, number, count).w + 2), number, count,
              "count/" + std::string(ideas::column_name(column)));
        head.cut_right(frame_.px(12));
        Ink name;
        name.design = 24;
        name.weight = paint::Weight::bold;
        name.least_design = 16;
        label(frame_, head, column_words(column), name);
        if (column == Column::archive) {
            const auto press = frame_.press("archive", {rect.x, rect.y, rect.w, frame_.px(head_high)});
            if (press.focused) focus_ring(frame_, {rect.x, rect.y, rect.w, frame_.px(head_high)}, frame_.px(12));
            if (press.tapped) mine_.archive_open = false;
        }
        if (targeted_[static_cast<std::size_t>(column)]) {
            inside.cut_bottom(inside.bottom() - target_rect(column).y + frame_.px(column_side));
        }
        draw_cards(column, inside, indexes);
    }

    void draw_cards(Column column, const base::Rect& place, const std::vector<std::size_t>& indexes) {
        const double step = frame_.px(card_high + card_gap);
        // Room for the shadows of the cards, and for the last to stand clear.
        const auto clip =
            base::Rect{place.x - frame_.px(column_side), place.y, place.w + 2 * frame_.px(column_side), place.h};
        Scroll scroll(frame_, "column/" + std::string(ideas::column_name(column)), clip,
                      step * static_cast<double>(indexes.size()) + frame_.px(8));
        scroll.keep_bar_inside();
        const auto content = scroll.content();
        // Only what is seen is looked at: a column may hold thousands.
        const auto first = static_cast<std::size_t>(std::max(0.0, std::floor((clip.y - content.y) / step)));
        for (auto i = first; i < indexes.size(); ++i) {
            const base::Rect rect{place.x, content.y + static_cast<double>(i) * step, place.w, frame_.px(card_high)};
            if (rect.y > clip.bottom()) break;
            draw_one(mine_.rows.shown[indexes[i]], rect);
        }
    }

    void draw_one(const RegisterRow& row, const base::Rect& rect) {
        const auto& id = row.card->id;
        const auto name = "card/" + id.text();
        const auto press = frame_.press_or_hold(name, rect);
        frame_.say(name, row.card->title);
        CardLook look;
        look.pressed = press.held;
        look.selected = mine_.chosen == id;
        draw_card(frame_, rect, row, look);
        if (press.focused) focus_ring(frame_, rect, frame_.px(radius::card));
        if (const auto drag = frame_.drag(name, rect, Zone::Axis::along_x)) {
            // A ghost stays behind.
            frame_.painter.fill(rect, frame_.px(radius::card), base::with_alpha(frame_.theme.sunken, 0.6));
            mine_.carried = id;
            mine_.chosen.reset();
            mine_.carried_rect = rect.moved(drag->by.x, drag->by.y);
            mine_.carried_at = drag->at();
            if (drag->ended) mine_.carried.reset();
            if (drag->ended && !drag->cancelled) dropped_ = id;
        }
        if (press.long_pressed) {
            mine_.chosen = mine_.chosen == id ? std::nullopt : std::optional(id);
        } else if (press.tapped) {
            if (mine_.chosen) {
                mine_.chosen.reset();
            } else {
                mine_.opened = id;
            }
        }
    }

    void draw_archive() {
        const auto& rect = places_.columns[5];
        const auto& theme = frame_.theme;
        const auto press = frame_.press("archive", rect);
        const auto words = column_words(Column::archive);
        frame_.say("archive", words);
        frame_.painter.fill(rect, frame_.px(radius::card), press.held ? theme.line : theme.sunken);
        if (press.focused) focus_ring(frame_, rect, frame_.px(radius::card));
        auto inside = rect;
        inside.cut_top(frame_.px(16));
        draw_icon(frame_, inside.cut_top(frame_.px(44)), icon::archive, 28, theme.ink2);
        Ink ink;
        ink.weight = paint::Weight::semibold;
        ink.colour = theme.ink2;
        ink.across = paint::Align::centre;
        label(frame_, inside.cut_top(frame_.px(28)), words, ink);
        label(frame_, inside.cut_top(frame_.px(26)), std::to_string(mine_.rows.columns[5].size()), ink,
              "count/archive");
        if (press.tapped && !mine_.chosen) mine_.archive_open = true;
    }

    /// Where the carried card would land, or buttons for the chosen one.
    void draw_targets() {
        const auto* row = find_row(mine_.rows, mine_.carried ? mine_.carried : mine_.chosen);
        if (row == nullptr) return;
        for (const auto column : ideas::all_columns) {
            if (!is_offered(*row, column)) continue;
            const auto to = ideas::landing(row->card->state, column);
            const bool narrow = is_narrow(places_.columns[static_cast<std::size_t>(column)]);
            const auto rect = target_rect(column);
            const auto name = "take/" + std::string(ideas::column_name(column));
            const std::string verb = mine_.carried ? "wall.drop." : "wall.take.";
            const auto words = tr(verb + std::string(ideas::column_name(column)));
            Press press;
            if (!mine_.carried) {
                press = frame_.press(name, rect);
                frame_.say(name, words);
            }
            CardLook look;
            look.drop_target = true;
            card(frame_, rect, look);
            if (press.held)
                frame_.painter.fill(rect, frame_.px(radius::card), base::with_alpha(frame_.theme.accent, 0.12));
            if (press.focused) focus_ring(frame_, rect, frame_.px(radius::card));
            draw_target_words(rect.inset(frame_.px(narrow ? 4 : 14)), words,
                              narrow ? std::string() : needs_words(*row->card, to));
            if (!press.tapped) continue;
            const auto* idea = row->card;
            mine_.chosen.reset();
            begin_move(mine_.move, *idea, to, out_);
            return;
        }
    }

    void draw_target_words(base::Rect rect, const std::string& words, const std::string& needs) {
        Ink ink;
        ink.weight = paint::Weight::semibold;
        ink.colour = frame_.theme.accent;
        ink.across = paint::Align::centre;
        ink.most_lines = 3;
        ink.least_design = 16;
        Ink small = ink;
        small.design = 18;
        small.weight = paint::Weight::regular;
        small.colour = frame_.theme.ink2;
        small.most_lines = 4;
        const double words_high = text_size(frame_, words, ink, rect.w).h;
        const double needs_high =
            needs.empty() ? 0 : std::min(text_size(frame_, needs, small, rect.w).h, rect.h - words_high);
        rect.cut_top((rect.h - words_high - needs_high) / 2);
        label(frame_, rect.cut_top(words_high + 1), words, ink);
        if (!needs.empty()) label(frame_, rect.cut_top(needs_high + 1), needs, small, "needs");
    }

    void drop(const base::Id& id) {
        const auto* row = find_row(mine_.rows, id);
        if (row == nullptr) return;
        for (const auto column : ideas::all_columns) {
            if (!places_.columns[static_cast<std::size_t>(column)].contains(mine_.carried_at)) continue;
            begin_move(mine_.move, *row->card, ideas::landing(row->card->state, column), out_);
        }
    }

    RegisterScreen& mine_;
    Frame& frame_;
    Intents& out_;
    Places places_;
    std::array<bool, 6> targeted_{};
    std::optional<base::Id> dropped_;
};

}  // namespace

void draw_flow(RegisterScreen& mine, Frame& frame, const base::Rect& place, Intents& out) {
    const bool was_open = mine.archive_open;
    const double whole = was_open ? 6 * least_column + 5 * column_gap : 5 * (least_column + column_gap) + archive_wide;
    if (place.w >= frame.px(whole)) {
        Flow(mine, frame, place, out).draw();
    } else {
        Scroll sideways(frame, "columns", place, frame.px(whole), Zone::Axis::along_x);
        // The bar stands below the columns.
        auto columns = sideways.content();
        columns.cut_bottom(frame.px(14));
        Flow(mine, frame, columns, out).draw();
    }
    // Who opens the archive sees all of it.
    if (mine.archive_open && !was_open) {
        frame.scroll_to("columns", frame.px(whole + least_column));
        frame.redraw_in(0);
    }
}

}  // namespace ui
