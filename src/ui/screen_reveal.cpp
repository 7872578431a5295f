#include "ui/screen_reveal.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/language.hpp"
#include "paint/result_matrix.hpp"
#include "paint/result_rows.hpp"
#include "ui/reveal_card.hpp"
#include "ui/reveal_matrix.hpp"
#include "ui/reveal_objections.hpp"
#include "ui/reveal_others.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/widgets.hpp"
#include "views/trust.hpp"

namespace ui {
namespace {

using paint::Align;
using paint::Weight;

// The smallest text of a row is then 18 design px.
constexpr double least_rows = 1, least_audience_rows = 0.75;
constexpr double row_s = (motion::row + motion::row_apart) / 1000;

bool is_by_consent(const views::PollView& poll) {
    return poll.form.rule.method == methods::Method::consent;
}

/// How many rows stand whole, from the last place up, and how far the next has come (0–1).
struct Arrival {
    std::size_t whole = 0;
    double part = 0;
};

Arrival arrival_of(Frame& frame, double since_s, std::size_t rows) {
    const double passed = frame.now_s() - since_s;
    if (frame.less_motion() || passed >= row_s * static_cast<double>(rows)) return {rows, 0};
    frame.redraw_in(0);
    const double at = std::max(0.0, passed) / row_s;
    const double part = (at - std::floor(at)) * row_s / (motion::row / 1000);
    const double left = 1 - std::min(1.0, part);
    return {static_cast<std::size_t>(at), 1 - left * left * left};
}

/// Has the winner's row come? Until then nothing else may tell who has won.
bool have_come(Frame& frame, const views::PollView& poll, double since_s) {
    if (poll.form.rule.method == methods::Method::matrix || !poll.outcome || poll.outcome->voted == 0) return true;
    const auto count = poll.outcome->rows.size();
    return arrival_of(frame, since_s, count).whole >= count;
}

void draw_rows(bool only_ranks, double since_s, Frame& frame, const paint::ResultBoard& board,
               std::vector<paint::ResultRow>& rows) {
    if (only_ranks) {
        for (auto& row : rows) {
            row.scores.clear();
            row.shares.clear();
            row.number.clear();
            row.agreement.reset();
        }
    }
    const auto count = rows.size();
    const auto arrived = arrival_of(frame, since_s, count);
    const auto first = count - std::min(count, arrived.whole);
    paint::draw_results(frame.painter, frame.theme, rows, board, first);
    if (first == 0 || board.rows.size() < first) return;
    // The row that is coming is drawn as much of as has come.
    auto part = board.rows[first - 1].area;
    part.w *= arrived.part;
    frame.painter.push_clip(part);
    paint::draw_results(frame.painter, frame.theme, rows, board, first - 1);
    frame.painter.pop_clip();
}

/// How much of the board is above what is seen, so that the row that comes is seen.
double hidden_above(Frame& frame, const paint::ResultBoard& board, const base::Rect& place, double since_s) {
    const auto count = board.rows.size();
    const auto whole = arrival_of(frame, since_s, count).whole;
    if (whole >= count || board.height <= place.h) return 0;
    const double bottom = board.rows[count - whole - 1].area.bottom() - place.y;
    return std::max(0.0, bottom - place.h + frame.px(8));
}

std::string voters_text(const views::PollView& poll) {
    const auto blank = poll.outcome ? poll.outcome->abstained : 0;
    const auto in = blank + (poll.outcome ? poll.outcome->voted : 0);
    // The title has said it already.
    if (in == 0) return {};
    auto text = base::tr("wall.result.voted", {{"in", std::to_string(in)}, {"of", std::to_string(poll.of)}});
    if (const auto surplus = views::surplus_text(poll.form, in, base::language()); !surplus.empty()) {
        text += " " + surplus;
    }
    if (poll.paper > 0) text += " " + base::tr_n("wall.result.paper", poll.paper);
    if (blank > 0) text += " " + base::tr_n("wall.result.abstained", blank);
    if (poll.round > 1) text += " " + base::tr("wall.result.round", {{"round", std::to_string(poll.round)}});
    return text;
}

/// "Nytta 11 · Nytänkande 1 · 8 personer": one row's votes in words.
std::string votes_of(const views::PollView& poll, const std::string& option) {
    const auto& rows = poll.outcome->rows;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.option == option; });
    if (row == rows.end()) return {};
    std::string text;
    const auto add = [&text](const std::string& more) { text += (text.empty() ? "" : " · ") + more; };
    if (row->chance) {
        return base::tr_page(base::language(), "result.won_of",
                             {{"won", std::to_string(row->won)}, {"count", std::to_string(row->n)}});
    }
    if (row->n > 0) {
        for (const auto& [score, count] : row->by) add(score + ": " + std::to_string(count));
        return text;
    }
    for (const auto& criterion : poll.form.criteria) {
        const auto found = row->by.find(criterion.id);
        add(criterion.label + " " + std::to_string(found == row->by.end() ? 0 : found->second));
    }
    add(base::tr_n("wall.result.votes", row->votes));
    if (row->supporters > 0) add(base::tr_n("wall.result.from", row->supporters));
    return text;
}

/// Below the rows: what the shapes and colours mean.
void draw_legend(const views::PollView& poll, Frame& frame, base::Rect row) {
    const auto& theme = frame.theme;
    Ink ink;
    ink.design = 20;
    ink.colour = theme.ink2;
    const auto words = [&](const std::string& text, const std::string& id = {}) {
        label(frame, row.cut_left(text_size(frame, text, ink).w + 2), text, ink, id);
        row.cut_left(frame.px(28));
    };
    for (const auto& criterion : poll.form.criteria) {
        const auto square = row.cut_left(frame.px(26)).centred({frame.px(22), frame.px(22)});
        frame.painter.fill(square.inset(-frame.px(2)), frame.px(5), theme.note(criterion.colour));
        note_mark(frame, square.inset(frame.px(5)), criterion.colour, theme.note_ink);
        row.cut_left(frame.px(10));
        words(criterion.label, "legend/" + criterion.id);
    }
    if (poll.form.rule.method == methods::Method::bradley_terry) {
        words(base::tr_page(base::language(), "result.strength_text"));
    }
    const auto parts = methods::row_parts(poll.form.rule.method);
    if (!parts.by || !parts.mean) return;
    auto circles = row.cut_left(frame.px(52));
    frame.painter.circle({circles.x + frame.px(8), circles.centre().y}, frame.px(8), theme.data3);
    frame.painter.circle({circles.x + frame.px(36), circles.centre().y}, frame.px(16), theme.data3);
    row.cut_left(frame.px(10));
    words(base::tr("wall.result.circles"));
    const auto tip = row.cut_left(frame.px(24)).centred({frame.px(22), frame.px(14)});
    const std::array<base::Point, 3> triangle{base::Point{tip.x, tip.y}, base::Point{tip.right(), tip.y},
                                              base::Point{tip.centre().x, tip.bottom()}};
    frame.painter.polygon(triangle, theme.ink);
    row.cut_left(frame.px(10));
    words(base::tr("wall.result.mean"));
}

/// As high as what is told once the rows have come, so that nothing moves then.
void draw_titles(const views::PollView& poll, Frame& frame, base::Rect& area, bool audience, bool come) {
    const auto& theme = frame.theme;
    Ink title;
    title.design = !frame.is_low() ? 48 : audience ? 38 : 36;
    title.least_design = 32;
    title.weight = Weight::bold;
    title.most_lines = 2;
    title.line_height = 1.12;
    const auto words = finding(poll);
    const double high = std::min(frame.px(112), text_size(frame, words, title, area.w).h + 2);
    label(frame, area.cut_top(high), come ? words : base::tr("wall.result.coming"), title, "title");
    Ink more;
    more.design = !audience ? 22 : frame.is_low() ? 26 : 32;
    more.colour = theme.ink2;
    more.most_lines = 2;
    more.least_design = 20;
    const auto second = second_finding(poll), voters = voters_text(poll);
    const auto text = voters + (voters.empty() || second.empty() ? "" : " ") + second;
    if (!text.empty()) {
        const double room = std::min(frame.px(80), text_size(frame, text, more, area.w).h + frame.px(6));
        label(frame, area.cut_top(room), come ? text : voters, more, "voters");
    }
    area.cut_top(frame.px(frame.is_low() ? 8 : 20));
}

void begin_reveal(RevealScreen& mine, const views::PollView& poll, Frame& frame) {
    if (mine.poll == poll.id) return;
    const bool watched = mine.awaited == poll.id;
    mine.poll = poll.id;
    mine.since_s = watched ? frame.now_s() : frame.now_s() - 3600;
    mine.hidden = mine.others = false;
    mine.opened.clear();
    mine.has_chosen = false;
}

}  // namespace

void draw_reveal(RevealScreen& mine, const views::WallView& view, const views::PollView& poll, Frame& frame,
                 const base::Rect& area, Intents& out) {
    begin_reveal(mine, poll, frame);
    auto rest = area;
    const bool come = have_come(frame, poll, mine.since_s);
    if (has_reveal_card(view, poll)) {
        // Its list is in the order of the result.
        const auto side = rest.cut_right(std::min(frame.px(456), rest.w * 0.36));
        if (come && !mine.hidden) draw_reveal_card(mine, view, poll, frame, side, out);
        rest.cut_right(frame.px(28));
    }
    draw_titles(poll, frame, rest, false, come && !mine.hidden);
    mine.rows = rest;
    mine.rows.cut_bottom(frame.px(52));
    if (come && mine.others && !mine.hidden && !poll.others.empty()) return draw_others(poll, frame, rest);
    // A matrix says beside what is opened what there is to say of it.
    const auto legend = rest.cut_bottom(paint::is_matrix(poll) ? 0 : frame.px(52));
    auto rows = paint::result_rows(poll);
    if (mine.hidden) {
        card(frame, rest);
        const auto press = frame.press("shown", rest);
        const auto text = base::tr("wall.result.covered");
        frame.say("shown", text);
        draw_icon(frame, rest.moved(0, -frame.px(40)), icon::eye_off, 64, frame.theme.ink3);
        Ink ink;
        ink.design = 24;
        ink.colour = frame.theme.ink2;
        ink.across = Align::centre;
        label(frame, rest.moved(0, frame.px(40)), text, ink);
        if (press.focused) focus_ring(frame, rest.inset(frame.px(8)), frame.px(radius::card));
        if (press.tapped) mine.hidden = false;
        return;
    }
    if (is_by_consent(poll)) return draw_objections(poll, frame, rest);
    if (paint::is_matrix(poll)) return draw_reveal_matrix(poll, frame, rest, 20, &mine.opened);
    auto board = paint::lay_out_results(frame.type, rows, rest, frame.px(1), frame.px(least_rows));
    std::optional<Scroll> scroll;
    if (board.height > rest.h) {
        // The row that comes is in sight, and so at last the winner's.
        if (!come || mine.follows) frame.scroll_to("rows", hidden_above(frame, board, rest, mine.since_s));
        mine.follows = !come;
        scroll.emplace(frame, "rows", rest, board.height);
        board = paint::lay_out_results(frame.type, rows, scroll->content(), board.scale, board.scale);
    }
    const bool only_ranks = mine.only_ranks && has_places(poll);
    draw_rows(only_ranks, mine.since_s, frame, board, rows);
    for (std::size_t i = 0; i < board.rows.size() && i < rows.size(); ++i) {
        const auto id = "row/" + rows[i].option;
        const auto press = frame.press(id, board.rows[i].area);
        frame.say(id, rows[i].title);
        if (press.focused) focus_ring(frame, board.rows[i].area.inset(frame.px(4)), frame.px(radius::control));
        if (press.tapped) {
            mine.opened = mine.opened == rows[i].option ? std::string() : rows[i].option;
            frame.redraw_in(0);
        }
        if (mine.opened == rows[i].option) {
            frame.painter.stroke(board.rows[i].area.inset(frame.px(2)), frame.px(radius::control), frame.theme.accent,
                                 frame.px(3));
        }
    }
    scroll.reset();
    if (mine.opened.empty() || only_ranks) {
        draw_legend(poll, frame, legend.inset(frame.px(24), 0));
    } else {
        Ink ink;
        ink.design = 22;
        ink.weight = Weight::semibold;
        label(frame, legend.inset(frame.px(24), 0), votes_of(poll, mine.opened), ink, "votes");
    }
}

void draw_audience_reveal(const views::PollView& poll, double since_s, Frame& frame, const base::Rect& area) {
    auto rest = area;
    draw_titles(poll, frame, rest, true, have_come(frame, poll, since_s));
    if (is_by_consent(poll)) return draw_audience_objections(poll, frame, rest);
    if (paint::is_matrix(poll)) return draw_reveal_matrix(poll, frame, rest, 32, nullptr);
    auto rows = paint::result_rows(poll);
    // Nobody scrolls here: many rows are smaller before one is not seen.
    const auto lay_out = [&] {
        auto board = paint::lay_out_results(frame.type, rows, rest, frame.px(1.4), frame.px(least_rows));
        if (board.height <= rest.h + 0.5) return board;
        return paint::lay_out_results(frame.type, rows, rest, frame.px(least_rows), frame.px(least_audience_rows));
    };
    auto board = lay_out();
    // Where the columns have no room for their names, they stand below.
    base::Rect legend;
    const bool named = std::any_of(board.headings.begin(), board.headings.end(),
                                   [](const auto& heading) { return !heading.colour.empty(); });
    if (!named && !poll.form.criteria.empty()) {
        legend = rest.cut_bottom(frame.px(44)).inset(frame.px(24), frame.px(4));
        board = lay_out();
    }
    // And what is not seen whole is not shown.
    base::Rect below;
    std::int64_t more = 0;
    while (board.height > rest.h + 0.5 && rows.size() > 1) {
        if (more++ == 0) below = rest.cut_bottom(frame.px(44)).inset(frame.px(24), frame.px(4));
        rows.pop_back();
        board = lay_out();
    }
    draw_rows(false, since_s, frame, board, rows);
    for (const auto& row : rows) frame.say("row/" + row.option, row.title);
    if (!legend.empty()) draw_legend(poll, frame, legend);
    if (more == 0) return;
    Ink ink;
    ink.design = 26;
    ink.colour = frame.theme.ink2;
    label(frame, below, base::tr_n("wall.result.more", more), ink, "more");
}

}  // namespace ui
