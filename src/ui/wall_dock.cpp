// The dock below the session's boards.
#include <algorithm>
#include <array>
#include <utility>

#include "base/language.hpp"
#include "ui/wall.hpp"

namespace ui {
namespace {

/// The vote of the block that comes next, as a tool: elsewhere than in a block that is a vote, it is not the main
/// thing.
std::optional<Tool> vote_tool(const views::WallView& view) {
    const auto& room = view.remote.room;
    if (!room.block || room.block->kind == "poll") return std::nullopt;
    const auto* planned = next_planned(view);
    const auto* poll = current_poll(room);
    if (poll != nullptr && (poll->state == "open" || poll->state == "closed")) return std::nullopt;
    const bool asks_consent = room.block->kind == "consent";
    if (asks_consent && planned != nullptr) return std::nullopt;
    constexpr std::size_t least = 2;
    if (planned == nullptr) {
        // The course has planned none: the room may still want to choose among what stands there.
        const bool has_notes = room.wall.size() >= least && room.block->kind != "journey";
        if (!has_notes && !asks_consent) return std::nullopt;
        return Tool{"new_vote", base::tr("wall.tool.vote"), icon::bar_chart};
    }
    const bool feelings = planned->method == "feelings";
    return Tool{"vote", base::tr(feelings ? "wall.tool.feelings" : "wall.tool.vote"),
                feelings ? icon::smile : icon::bar_chart};
}

void add(std::vector<Tool>& tools, const Commands& commands, std::string_view id) {
    const std::array<std::string_view, 1> one{id};
    for (auto& tool : commands.tools(one)) tools.push_back(std::move(tool));
}

/// A group that a scene leaves out takes its separator with it.
void separate(std::vector<Tool>& tools) {
    if (!tools.empty() && !tools.back().id.empty()) tools.push_back({});
}

std::vector<Tool> tools_of(const Wall& mine, const views::WallView& view, Scene scene, const Commands& commands) {
    const auto& room = view.remote.room;
    std::vector<Tool> tools;
    add(tools, commands, "home");
    separate(tools);
    if (mine.past.open) {
        // What was is looked at: of today's board only that a restoring can be undone.
        for (const auto* id : {"undo", "redo", "timeline"}) add(tools, commands, id);
        for (auto& tool : tools) tool.on = tool.id == "timeline";
        tools.push_back({"more", base::tr("wall.more"), icon::more, true, mine.sheets.open == SheetKind::more});
        return tools;
    }
    const bool board = scene == Scene::journey || scene == Scene::ideas;
    const auto* poll = current_poll(room);
    if (board) {
        tools.push_back(
            {"select", base::tr("wall.tool.select"), icon::hand, true, !mine.note_tool && !mine.hands.gathering});
        const bool writes = room.block && !room.block->writes.empty();
        if (writes) tools.push_back({"note", base::tr("wall.tool.note"), icon::note, true, mine.note_tool});
        if (scene == Scene::ideas) {
            tools.push_back({"group", base::tr("wall.tool.group"), icon::group, true, mine.hands.gathering});
        }
    }
    if (scene == Scene::reveal) {
        const auto& reveal = mine.reveal;
        if (poll != nullptr && has_places(*poll)) {
            tools.push_back({"spread", base::tr("wall.tool.spread"), icon::bar_chart, true, !reveal.only_ranks});
            tools.push_back({"ranks", base::tr("wall.tool.ranks"), icon::list, true, reveal.only_ranks});
        }
        tools.push_back({"cover", base::tr(reveal.hidden ? "wall.tool.uncover" : "wall.tool.cover"),
                         reveal.hidden ? icon::eye : icon::eye_off, true, reveal.hidden});
        if (poll != nullptr && poll->outcome && poll->outcome->voted > 0 && !poll->others.empty()) {
            tools.push_back({"others", base::tr("wall.tool.others"), icon::table, true, reveal.others});
        }
        separate(tools);
        tools.push_back({"revote", base::tr("wall.vote.again"), icon::redo});
        const bool tied = poll != nullptr && poll->outcome && !tied_first(*poll->outcome).empty() &&
                          methods::has_options(poll->form.rule.method);
        if (tied) tools.push_back({"revote_tied", base::tr("wall.vote.again_tied"), icon::balance});
    }
    // One that is closed has been counted: it is shown, or done over.
    if (scene == Scene::vote && is_voting(room)) {
        tools.push_back({"cancel_vote", base::tr("wall.tool.cancel_vote"), icon::close});
    }
    if (const auto vote = vote_tool(view)) tools.push_back(*vote);
    // From the vote to the board behind it, and back.
    const bool has_board = room.block && !room.wall.empty();
    const bool before_board =
        scene == Scene::vote || scene == Scene::reveal || scene == Scene::info || scene == Scene::persona;
    if (before_board && has_board) {
        tools.push_back({"board", base::tr("wall.tool.board"), icon::columns});
    } else if (board && mine.show == Wall::Show::board) {
        tools.push_back({"back_to", base::tr(poll != nullptr ? "wall.tool.result" : "wall.tool.back"),
                         poll != nullptr ? icon::bar_chart : icon::person});
    } else if (scene == Scene::journey && poll != nullptr && poll->outcome) {
        tools.push_back({"result", base::tr("wall.tool.result"), icon::bar_chart});
    } else if (mine.show == Wall::Show::poll && scene == Scene::reveal) {
        tools.push_back({"back_to", base::tr("wall.tool.board"), icon::columns});
    }
    if (board || scene == Scene::persona) {
        separate(tools);
        for (const auto* id : {"undo", "redo", "timeline"}) add(tools, commands, id);
    }
    if (board) {
        const bool all = scene == Scene::journey ? mine.journey.show_all : mine.ideas.show_all;
        tools.push_back({"show_all", base::tr("wall.tool.show_all"), icon::expand, true, all});
    }
    separate(tools);
    if (room.block) {
        tools.push_back({"inbox", base::tr("wall.tool.inbox"), icon::inbox, true, mine.sheets.open == SheetKind::inbox,
                         static_cast<int>(view.remote.inbox.size())});
    }
    if (scene == Scene::vote || scene == Scene::reveal) add(tools, commands, "agenda");
    add(tools, commands, "swap_sides");
    if (scene == Scene::reveal) add(tools, commands, "print");
    if (scene == Scene::ended) add(tools, commands, "export_board");
    tools.push_back(
        {"more", base::tr("wall.more"), icon::more, true, mine.sheets.open == SheetKind::more, view.remote.hands});
    return tools;
}

void ask_unless_first(Wall& mine, const views::WallView& view, const intents::Intent& wish, Intents& out) {
    if (!asks_first(mine.sheets, view, wish)) out.push_back(wish);
}

void act(std::string_view tool, Wall& mine, const views::WallView& view, Commands& commands, Intents& out) {
    const auto& room = view.remote.room;
    const auto* poll = current_poll(room);
    if (tool == "select") {
        mine.note_tool = false;
        mine.hands.stop_gathering();
    } else if (tool == "spread" || tool == "ranks") {
        mine.reveal.only_ranks = tool == "ranks";
    } else if (tool == "cover") {
        mine.reveal.hidden = !mine.reveal.hidden;
    } else if (tool == "others") {
        mine.reveal.others = !mine.reveal.others;
    } else if (tool == "revote" && poll != nullptr) {
        ask_unless_first(mine, view, intents::Revote{poll->id, {}}, out);
    } else if (tool == "revote_tied" && poll != nullptr && poll->outcome) {
        out.emplace_back(intents::Revote{poll->id, tied_first(*poll->outcome)});
    } else if (tool == "cancel_vote" && poll != nullptr) {
        ask_unless_first(mine, view, intents::CancelPoll{poll->id}, out);
    } else if (tool == "vote" && room.block) {
        const auto* planned = next_planned(view);
        if (planned != nullptr && planned->trust != model::Trust::open) {
            mine.sheets.open = SheetKind::votes;
        } else if (planned != nullptr) {
            ask_unless_first(mine, view, intents::OpenPoll{room.block->id, planned->index}, out);
        }
    } else if (tool == "new_vote") {
        mine.sheets.open = SheetKind::new_vote;
    } else if (tool == "board") {
        mine.show = Wall::Show::board;
    } else if (tool == "result") {
        mine.show = Wall::Show::poll;
    } else if (tool == "back_to") {
        mine.show = Wall::Show::fitting;
    } else if (tool == "more") {
        mine.sheets.open = mine.sheets.open == SheetKind::more ? SheetKind::none : SheetKind::more;
    } else {
        commands.run(tool);
    }
}

/// The colours of the next note, in the dock's own place while "Lapp" is on: left of the main action.
void draw_colours(Wall& mine, Frame& frame, const DockLayout& layout) {
    const double side = frame.px(56), gap = frame.px(8);
    const double wide = 8 * side + 7 * gap + frame.px(24), high = side + frame.px(24);
    const double x = frame.dock_left() ? layout.bar.right() - wide - frame.px(32) : layout.bar.x + frame.px(32);
    const base::Rect box{x, layout.bar.y - high - frame.px(12), wide, high};
    const auto& theme = frame.theme;
    frame.block("colours", box);
    frame.painter.shadow(box, frame.px(radius::card), frame.px(36), 0.14 * theme.shadow);
    frame.painter.fill(box, frame.px(radius::card), theme.surface);
    frame.painter.stroke(box, frame.px(radius::card), theme.line, frame.px(1));
    const auto name = swatches(frame, "colour", box.inset(frame.px(12)), mine.note_colour);
    if (name.empty()) return;
    // The same once more: as the board gives it.
    mine.note_colour = mine.note_colour == name ? std::string() : name;
    frame.redraw_in(0);
}

}  // namespace

void draw_session_dock(Wall& mine, const views::WallView& view, Scene scene, Frame& frame, Commands& commands,
                       Intents& out) {
    const auto step = next_step(view);
    ButtonLook look;
    look.kind = ButtonKind::primary;
    look.design = 22;
    look.icon = step.icon;
    look.icon_after = step.kind == Step::Kind::next;
    const bool has_step = step.kind != Step::Kind::none;
    const bool rests = !has_rested(mine.rest, step, "dock/next", frame);
    const double wide = has_step ? std::clamp(button_width(frame, step.text, look) / frame.px(1), 200.0, 520.0) : 0;
    const auto layout = dock_layout(frame, wide);
    // What there is no room for at a small display is found in "Mer".
    static constexpr std::array<std::string_view, 9> seldom{"timeline", "agenda", "swap_sides",  "print", "show_all",
                                                            "others",   "cover",  "revote_tied", "redo"};
    auto tools = tools_of(mine, view, scene, commands);
    mine.sheets.dock_rest = fit_tools(frame, layout, tools, seldom);
    auto tapped = dock(frame, mine.dock, layout, tools);
    if (tapped.empty()) tapped = std::exchange(mine.sheets.wants_tool, {});
    const Frame::Within region(frame, "dock/", Region::Kind::part);
    // While it rests it looks as it will in a moment: grey would say that the step cannot be taken.
    if (has_step && button(frame, "dock/next", layout.main_action, step.text, look) && !rests) commands.run("next");
    if (!tapped.empty()) {
        act(tapped, mine, view, commands, out);
        frame.redraw_in(0);
    }
    const bool board = scene == Scene::journey || scene == Scene::ideas;
    if (mine.note_tool && board && !mine.writing.is_open() && !mine.past.open) draw_colours(mine, frame, layout);
}

}  // namespace ui
