#include "ui/screen_idea.hpp"

#include <algorithm>
#include <array>

#include "base/language.hpp"
#include "register/flow.hpp"
#include "ui/idea_cards.hpp"
#include "ui/register_parts.hpp"

namespace ui {
namespace {

using base::tr;
using ideas::Column;
using ideas::State;

constexpr std::array<Column, 5> line_columns{Column::fresh, Column::picture, Column::test, Column::introduce,
                                             Column::feedback};

void draw_head(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, base::Rect row, base::Rect below) {
    const auto& theme = frame.theme;
    const auto& card = idea.card;
    std::string from;
    if (idea.parts.origin && !idea.parts.origin->session_title.empty()) {
        from = tr("wall.idea.from_course", {{"day", day_words(card.received_at_ms, frame.host_now_ms())}});
    } else if (card.received_at_ms != 0) {
        from = tr("wall.idea.received", {{"day", day_words(card.received_at_ms, frame.host_now_ms())}});
    }
    if (!from.empty()) {
        ButtonLook quiet;
        quiet.kind = ButtonKind::quiet;
        quiet.icon = icon::book;
        const auto place = row.cut_right(button_width(frame, from, quiet)).inset(0, frame.px(4));
        if (button(frame, "origin", place, from, quiet)) mine.side = IdeaScreen::Side::origin;
        row.cut_right(frame.px(16));
    }
    if (!idea.followers.empty()) {
        ButtonLook quiet;
        quiet.kind = ButtonKind::quiet;
        quiet.icon = icon::bell;
        const auto words = base::tr_n("wall.followers.count", static_cast<std::int64_t>(idea.followers.size()));
        const auto place = row.cut_right(button_width(frame, words, quiet)).inset(0, frame.px(4));
        if (button(frame, "followers", place, words, quiet)) mine.side = IdeaScreen::Side::followers;
        row.cut_right(frame.px(16));
    }
    const auto number = tr("wall.idea.number", {{"number", number_words(card)}});
    const auto area = card.text("area").empty() ? card.text("unit") : card.text("area");
    double chips = chip_width(frame, number) + frame.px(24);
    if (!area.empty()) chips += chip_width(frame, area, icon::tag) + frame.px(16);
    Ink title;
    title.design = 44;
    title.weight = paint::Weight::bold;
    title.line_height = 1.15;
    title.least_design = 28;
    const auto press = frame.press("words", {row.x, row.y, row.w - chips, row.h});
    const auto taken = label(frame, {row.x, row.y, row.w - chips, row.h}, card.title, title, "title");
    if (press.focused) focus_ring(frame, taken, frame.px(8));
    double x = taken.right() + frame.px(24);
    const double y = row.centre().y - frame.px(18);
    x = chip(frame, {x, y}, number).right() + frame.px(16);
    if (!area.empty()) chip(frame, {x, y}, area, Tone::neutral, icon::tag);
    Ink quiet;
    quiet.design = 22;
    quiet.colour = theme.ink2;
    label(frame, below, card.text("description"), quiet);
    if (press.tapped) {
        begin_edit(mine.edit, card, "wall.idea.words",
                   {"idea.title", "idea.description", "idea.need", "idea.for_whom", "idea.how_it_works",
                    "idea.difference", "idea.uncertainty", "idea.requires", "idea.area", "idea.unit"});
    }
}

/// How the present state is called on the line.
std::string now_words(const views::IdeaView& idea, std::int64_t now_ms) {
    auto state = tr(ideas::state_text_key(idea.card.state));
    const auto standing = ideas::standing_of(idea.card, now_ms);
    if (standing.week == 0) return state;
    if (ideas::test_over_since(idea.card, now_ms)) {
        return tr("wall.idea.state_week", {{"state", state}, {"week", tr("wall.test.time_over")}});
    }
    const auto week =
        tr("wall.register.week", {{"week", std::to_string(standing.week)}, {"weeks", std::to_string(standing.weeks)}});
    return tr("wall.idea.state_week", {{"state", state}, {"week", week}});
}

/// How far it has come: a parked or closed idea stands where it last was.
std::size_t reached(const views::IdeaView& idea) {
    auto state = idea.card.state;
    if (state == State::closed) return 4;
    for (auto event = idea.history.rbegin(); state == State::parked && event != idea.history.rend(); ++event) {
        if (event->to == "parked") state = ideas::parse_state(event->from).value_or(State::received);
    }
    const auto column = ideas::column_of(state);
    return column == Column::archive ? 0 : static_cast<std::size_t>(column);
}

void draw_state_line(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& row, Intents& out) {
    const auto& theme = frame.theme;
    const auto at = reached(idea);
    std::array<std::string, 5> words;
    std::array<double, 5> wides{};
    Ink ink;
    double sum = 0;
    const double disc = frame.px(40), gap = frame.px(12);
    for (std::size_t i = 0; i < 5; ++i) {
        words[i] = i == at ? now_words(idea, frame.host_now_ms()) : column_words(line_columns[i]);
        ink.weight = i == at ? paint::Weight::bold : paint::Weight::medium;
        wides[i] = disc + gap + text_size(frame, words[i], ink).w + 2;
        sum += wides[i];
    }
    const double between = std::max(frame.px(24), (row.w - sum) / 4);
    double x = row.x;
    for (std::size_t i = 0; i < 5; ++i) {
        const base::Rect zone{x - frame.px(8), row.y, wides[i] + frame.px(16), row.h};
        const auto name = "state/" + std::string(ideas::column_name(line_columns[i]));
        const auto press = frame.press(name, zone);
        frame.say(name, words[i]);
        if (press.held) frame.painter.fill(zone, row.h / 2, theme.accent_tint2);
        if (press.focused) focus_ring(frame, zone, row.h / 2);
        const base::Point centre{x + disc / 2, row.centre().y};
        const base::Rect place{x, centre.y - disc / 2, disc, disc};
        Ink number;
        number.weight = paint::Weight::bold;
        number.across = paint::Align::centre;
        if (i < at) {
            frame.painter.circle(centre, disc / 2, theme.accent_tint);
            draw_icon(frame, place, icon::tick, 18, theme.accent);
        } else if (i == at) {
            frame.painter.circle(centre, disc / 2, theme.accent);
            number.colour = theme.on_accent;
            label(frame, place, std::to_string(i + 1), number);
        } else {
            frame.painter.ring(centre, disc / 2 - frame.px(1), theme.line_control, frame.px(2));
            number.weight = paint::Weight::medium;
            number.colour = theme.ink2;
            label(frame, place, std::to_string(i + 1), number);
        }
        ink.weight = i == at ? paint::Weight::bold : paint::Weight::medium;
        ink.colour = i <= at ? theme.ink : theme.ink2;
        label(frame, {x + disc + gap, row.y, wides[i], row.h}, words[i], ink);
        if (i < 4 && between > frame.px(40)) {
            const base::Rect bar{x + wides[i] + gap, centre.y - frame.px(2), between - 2 * gap, frame.px(4)};
            frame.painter.fill(bar, frame.px(2), i < at ? theme.accent : theme.line);
        }
        x += wides[i] + between;
        if (!press.tapped) continue;
        const auto to = ideas::landing(idea.card.state, line_columns[i]);
        if (to == idea.card.state) {
            mine.side = IdeaScreen::Side::moves;
        } else {
            begin_move(mine.move, idea.card, to, out);
        }
    }
}

const views::IdeaView::Move* forward_move(const views::IdeaView& idea) {
    const auto found = std::find_if(idea.moves.begin(), idea.moves.end(), [](const auto& move) {
        return move.step == ideas::Step::forward || move.step == ideas::Step::resume;
    });
    return found == idea.moves.end() ? nullptr : &*found;
}

/// The main action is what the state asks for most: write the result while testing, else the next step.
struct MainAction {
    std::string words, decide;
    ButtonLook main, plain;
    double main_wide = 0, decide_wide = 0, gap = 0;  // px
    double wide() const { return main_wide + gap + decide_wide; }
};

bool writes_result(const views::IdeaView& idea) {
    return idea.card.state == State::testing && !ideas::is_filled(idea.card, "idea.test/result");
}

MainAction main_action_of(const views::IdeaView& idea, Frame& frame) {
    const bool testing = writes_result(idea);
    const auto* forward = forward_move(idea);
    MainAction action;
    action.main.kind = ButtonKind::primary;
    action.main.design = action.plain.design = 22;
    action.main.icon = testing ? icon::pencil : icon::right;
    action.plain.icon = icon::gavel;
    action.words = testing              ? tr("wall.test.write_result")
                   : forward != nullptr ? tr("wall.idea.go_to", {{"state", tr(ideas::state_text_key(forward->to))}})
                                        : tr("wall.move.where");
    action.decide = tr("wall.decision.new");
    action.main_wide = button_width(frame, action.words, action.main);
    action.decide_wide = button_width(frame, action.decide, action.plain);
    action.gap = frame.px(16);
    return action;
}

void draw_main(IdeaScreen& mine, const views::IdeaView& idea, const MainAction& action, Frame& frame, base::Rect place,
               Intents& out) {
    const auto* forward = forward_move(idea);
    const double wide = std::min(action.main_wide, place.w);
    const bool go = button(frame, "main", place.cut_right(wide), action.words, action.main);
    place.cut_right(action.gap);
    const double beside = std::min(action.decide_wide, place.w);
    if (button(frame, "decision", place.cut_right(beside), action.decide, action.plain)) edit_decision(mine, idea);
    frame.say("decision", tr("wall.decision.new"));
    if (!go) return;
    if (writes_result(idea)) {
        edit_result(mine, idea, frame.host_now_ms());
    } else if (forward != nullptr) {
        begin_move(mine.move, idea.card, forward->to, out);
    } else {
        mine.side = IdeaScreen::Side::moves;
    }
}

void draw_dock(IdeaScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    // No wider than its two buttons: the rest is for the tools.
    auto action = view.idea ? main_action_of(*view.idea, frame) : MainAction{};
    using Side = IdeaScreen::Side;
    std::vector<Tool> tools{{"register", tr("wall.tool.register"), icon::chevron_left, true, false, 0}, {}};
    if (commands.find("home") != nullptr)
        tools.insert(tools.begin(), {"home", tr("wall.tool.home"), icon::home, true, false, 0});
    if (view.idea) {
        tools.push_back({"moves", tr("wall.tool.move"), icon::swap, true, mine.side == Side::moves, 0});
        tools.push_back({"test", tr("wall.tool.test"), icon::flask, true, false, 0});
        tools.push_back({"history", tr("wall.tool.history"), icon::history, true, mine.side == Side::history, 0});
        tools.push_back({"source", tr("wall.tool.origin"), icon::link, true, mine.side == Side::origin, 0});
        tools.emplace_back();
    }
    if (commands.find("print") != nullptr)
        tools.push_back({"print", tr("wall.tool.print"), icon::print, commands.enabled("print"), false, 0});
    tools.push_back({"undo", tr("wall.tool.undo"), icon::undo, view.can_undo, false, 0});
    // The new decision is a sign alone before a tool is out of sight.
    const auto all_stand = [&](const DockLayout& layout) {
        static constexpr std::array<std::string_view, 2> first_out{"home", "register"};
        auto tried = tools;
        const auto out_of_it = fit_tools(frame, layout, tried, first_out);
        return out_of_it.empty() || out_of_it.back().id != "register";
    };
    if (view.idea && !all_stand(dock_layout(frame, action.wide() / frame.px(1)))) {
        action.decide_wide = button_width(frame, {}, action.plain);
        action.decide.clear();
    }
    const auto layout = dock_layout(frame, action.wide() / frame.px(1));
    // The register leads home too.
    static constexpr std::array<std::string_view, 1> seldom{"home"};
    fit_tools(frame, layout, tools, seldom);
    const auto tapped = dock(frame, mine.dock, layout, tools);
    const auto turn = [&mine](Side side) { mine.side = mine.side == side ? Side::none : side; };
    if (tapped == "register") {
        mine.closed = true;
    } else if (tapped == "moves") {
        turn(Side::moves);
    } else if (tapped == "history") {
        turn(Side::history);
    } else if (tapped == "source") {
        turn(Side::origin);
    } else if (tapped == "test" && view.idea) {
        edit_test(mine, *view.idea);
    } else if (tapped == "undo") {
        out.emplace_back(intents::UndoLast{});
    } else if (!tapped.empty()) {
        commands.run(tapped);
    }
    if (view.idea) draw_main(mine, *view.idea, action, frame, layout.main_action, out);
}

/// It is being read; and when nothing has come, it is not there.
void draw_absent(IdeaScreen& mine, Frame& frame, const base::Rect& place) {
    constexpr double patience_s = 3;
    if (mine.asked_s < 0) mine.asked_s = frame.now_s();
    const double left = mine.asked_s + patience_s - frame.now_s();
    if (left > 0) {
        frame.redraw_in(left + 0.01);
        return spinner(frame, place.centre(), frame.px(28) * frame.fade("reading", true, 400));
    }
    const auto title = tr("wall.idea.gone"), text = tr("wall.idea.gone_text"), way = tr("wall.idea.to_register");
    if (empty_state(frame, "gone", place, {title, text, way, {}}) == 0) mine.closed = true;
}

}  // namespace

void draw_idea(IdeaScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out,
               views::WallScope& look) {
    const Frame::Scope scope(frame, "idea");
    frame.name_screen("idea");
    look.idea = mine.idea;
    const auto screen = frame.screen();
    frame.painter.fill(screen, 0, frame.theme.paper);
    auto place = screen;
    place.cut_bottom(dock_layout(frame).bar.h);
    place = place.inset(frame.px(32), 0);
    place.cut_bottom(frame.px(24));
    const bool is_here = view.idea && view.idea->card.id == mine.idea;
    if (is_here) {
        const auto& idea = *view.idea;
        place.cut_top(frame.px(20));
        auto top = place.cut_top(frame.px(100));
        if (idea.photo) {
            const auto thumbnail = top.cut_left(frame.px(124)).cut_top(frame.px(93));
            top.cut_left(frame.px(20));
            if (photo_button(frame, "photo", thumbnail, *idea.photo, idea.card.title)) mine.photo.photo = idea.photo;
        }
        const auto head = top.cut_top(frame.px(60));
        draw_head(mine, idea, frame, head, top);
        place.cut_top(frame.px(8));
        draw_state_line(mine, idea, frame, place.cut_top(frame.px(56)), out);
        place.cut_top(frame.px(20));
        const double gap = frame.px(24), whole = place.w - 2 * gap;
        draw_picture_card(mine, idea, frame, place.cut_left(whole * 0.35));
        place.cut_left(gap);
        draw_test_card(mine, idea, frame, place.cut_left(whole * 0.33));
        place.cut_left(gap);
        draw_idea_column(mine, idea, frame, place);
    } else {
        draw_absent(mine, frame, place);
    }
    draw_dock(mine, view, frame, commands, out);
    if (is_here && mine.tested == mine.idea && ideas::column_of(view.idea->card.state) == ideas::Column::test) {
        mine.tested.reset();
        edit_test(mine, *view.idea);
    }
    if (is_here) draw_idea_sides(mine, *view.idea, frame, out);
    draw_move_sheet(mine.move, frame, out);
    draw_edit_sheet(mine.edit, frame, out);
    draw_large_photo(mine.photo, frame);
    const bool nothing_open = mine.side == IdeaScreen::Side::none && !mine.move.open && !mine.edit.open;
    if (nothing_open && frame.take_key(Key::escape)) mine.closed = true;
    if (is_here || mine.closed) mine.asked_s = -1;
}

}  // namespace ui
