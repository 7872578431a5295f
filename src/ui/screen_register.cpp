#include "ui/screen_register.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/language.hpp"
#include "ui/coming_door.hpp"
#include "ui/register_parts.hpp"
#include "ui/scroll.hpp"

namespace ui {
namespace {

using base::tr;

std::size_t all_of(const views::WallView& view) {
    return view.ideas == nullptr ? 0 : view.ideas->all;
}

void draw_title(const RegisterScreen& mine, const views::WallView& view, Frame& frame, base::Rect row) {
    const auto& theme = frame.theme;
    Ink ink;
    ink.design = 36;
    ink.weight = paint::Weight::bold;
    const auto taken = label(frame, row, tr("wall.register.title"), ink, "title");
    if (view.ideas != nullptr) {
        const auto shown = std::to_string(mine.rows.shown.size());
        const auto words = tr("wall.register.shown", {{"shown", shown}, {"all", std::to_string(all_of(view))}});
        chip(frame, {taken.right() + frame.px(16), row.centre().y - frame.px(18)}, words, Tone::accent);
        frame.say("shown", words);
    }
    if (mine.as_list) return;
    Ink small;
    small.colour = theme.ink2;
    const auto words = tr("wall.register.parts_done");
    const auto place = row.cut_right(text_size(frame, words, small).w + 2);
    label(frame, place, words, small);
    row.cut_right(frame.px(10));
    draw_parts(frame, row.cut_right(frame.px(32)), 0b0111, false);
}

struct FilterChip {
    std::string id, words;
    bool on = false;
    std::function<void()> turn;
};

constexpr std::size_t area_chips = 2;

std::vector<FilterChip> chips_of(RegisterScreen& mine) {
    auto& filter = mine.filter;
    std::vector<FilterChip> chips;
    const auto& areas = mine.rows.areas;
    const auto area = [&](std::string id, const std::string& name) {
        chips.push_back({std::move(id), name, filter.area == name,
                         [&filter, name] { filter.area = filter.area == name ? std::string() : name; }});
    };
    // What most ideas are about; another that was chosen stands with them.
    for (std::size_t i = 0; i < std::min(area_chips, areas.size()); ++i) area("area/" + std::to_string(i), areas[i]);
    const bool is_there = std::any_of(chips.begin(), chips.end(), [](const FilterChip& one) { return one.on; });
    if (!filter.area.empty() && !is_there) area("area", filter.area);
    // Nobody logs in at a wall: who asks says the role once.
    const bool waits = !filter.waits_for.empty(), asks = waits || !mine.rows.roles.empty();
    const auto waits_words =
        waits ? tr("wall.filter.waits_role", {{"role", ideas::short_role(filter.waits_for)}}) : tr("wall.filter.waits");
    const auto turn_waits = [&mine, waits] {
        if (!waits && mine.me.empty()) mine.more_filters = true;
        mine.filter.waits_for = waits ? std::string() : mine.me;
    };
    if (asks) chips.push_back({"waits", waits_words, waits, turn_waits});
    chips.push_back({"late", tr("wall.filter.late"), filter.late, [&filter] { filter.late = !filter.late; }});
    chips.push_back({"still", tr("wall.filter.still"), filter.still, [&filter] { filter.still = !filter.still; }});
    chips.push_back({"from_course", tr("wall.filter.from_course"), filter.from_course,
                     [&filter] { filter.from_course = !filter.from_course; }});
    // What is chosen elsewhere or among the others stands beside them, to be taken away again.
    if (filter.fresh) chips.push_back({"fresh", tr("wall.filter.fresh"), true, [&filter] { filter.fresh = false; }});
    if (filter.results) {
        chips.push_back({"results", tr("wall.filter.results"), true, [&filter] { filter.results = false; }});
    }
    if (!filter.giver.empty()) {
        chips.push_back({"giver", tr("idea.giver." + filter.giver), true, [&filter] { filter.giver.clear(); }});
    }
    if (!filter.unit.empty()) chips.push_back({"unit", filter.unit, true, [&filter] { filter.unit.clear(); }});
    return chips;
}

void draw_filters(RegisterScreen& mine, const views::WallView& view, Frame& frame, base::Rect row) {
    const auto all = std::to_string(all_of(view));
    const auto field = row.cut_left(std::min(frame.px(480), row.w * 0.3));
    const auto result = search_field(frame, "search", field, mine.search, tr("wall.register.search", {{"count", all}}));
    if (result.got) mine.keyboard.open = true;
    if (result.left || result.entered) mine.keyboard.open = false;
    row.cut_left(frame.px(12));
    if (mine.filter.any() || !mine.search.text.empty()) {
        ButtonLook quiet;
        quiet.kind = ButtonKind::quiet;
        const auto words = tr("wall.filter.clear");
        if (button(frame, "clear", row.cut_right(button_width(frame, words, quiet)), words, quiet)) {
            mine.filter = {};
            mine.search.set({});
            mine.search.changed_s = frame.now_s();
        }
        row.cut_right(frame.px(12));
    }
    const Frame::Scope scope(frame, "filter");
    const auto chips = chips_of(mine);
    // The way to the others is always there, also when the rest is scrolled to.
    const auto more = tr("wall.filter.more");
    const double more_wide = filter_chip_width(frame, more, mine.more_filters);
    double wide = 0;
    for (const auto& one : chips) wide += filter_chip_width(frame, one.words, one.on) + frame.px(12);
    const double high = frame.px(touch::plain);
    auto row_of_chips = row.cut_left(std::min(wide, row.w - more_wide - frame.px(12)));
    auto more_place = row.cut_left(more_wide + frame.px(12));
    more_place.cut_left(frame.px(12));
    {
        Scroll scroll(frame, "chips", row_of_chips, wide - frame.px(12), Zone::Axis::along_x);
        auto line = scroll.content();
        for (const auto& one : chips) {
            const double own = filter_chip_width(frame, one.words, one.on);
            const auto cell = line.cut_left(own).centred({own, high});
            line.cut_left(frame.px(12));
            if (filter_chip(frame, one.id, cell, one.words, one.on)) one.turn();
        }
    }
    if (filter_chip(frame, "more", more_place.centred({more_wide, high}), more, mine.more_filters)) {
        mine.more_filters = !mine.more_filters;
    }
}

/// One kind of filter in the sheet: the words that occur, as chips. Returns the height it took.
void draw_choices(Frame& frame, base::Rect& rest, std::string_view name, const std::vector<std::string>& values,
                  std::string_view prefix, std::string& chosen) {
    if (values.empty()) return;
    const Frame::Scope scope(frame, name);
    Ink heading;
    heading.weight = paint::Weight::semibold;
    label(frame, rest.cut_top(frame.px(40)), tr("wall.filter." + std::string(name)), heading);
    double x = rest.x;
    auto line = rest.cut_top(frame.px(48));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto words = prefix.empty() ? values[i] : tr(std::string(prefix) + values[i]);
        const bool on = chosen == values[i];
        const double wide = std::min(filter_chip_width(frame, words, on), rest.w);
        if (x > rest.x && x + wide > rest.right()) {
            rest.cut_top(frame.px(8));
            line = rest.cut_top(frame.px(48));
            x = rest.x;
        }
        if (filter_chip(frame, std::to_string(i), {x, line.y, wide, line.h}, words, on)) {
            chosen = on ? std::string() : values[i];
        }
        x += wide + frame.px(8);
    }
    rest.cut_top(frame.px(space::l));
}

constexpr double unmeasured = 1e6;

void draw_more_filters(RegisterScreen& mine, Frame& frame) {
    bool close = false;
    if (auto inside = side_sheet(frame, "filters", mine.more_filters, tr("wall.filter.more"), close)) {
        const Frame::Scope scope(frame, "filters");
        Scroll scroll(frame, "all", inside->place, mine.filters_high);
        auto rest = scroll.content();
        const double top = rest.y;
        rest.h = unmeasured;
        const auto before = mine.filter.waits_for;
        draw_choices(frame, rest, "me", mine.rows.roles, {}, mine.filter.waits_for);
        if (mine.filter.waits_for != before) mine.me = mine.filter.waits_for;
        draw_choices(frame, rest, "giver", mine.rows.givers, "idea.giver.", mine.filter.giver);
        draw_choices(frame, rest, "area", mine.rows.areas, {}, mine.filter.area);
        draw_choices(frame, rest, "unit", mine.rows.units, {}, mine.filter.unit);
        // Known when they have been drawn once.
        if (std::exchange(mine.filters_high, rest.y - top) != rest.y - top) frame.redraw_in(0);
    }
    if (close) mine.more_filters = false;
}

/// What was written for a new idea and not saved is still there.
void begin_new(EditSheet& fresh) {
    if (!fresh.fields.empty() && !fresh.saved) {
        fresh.open = true;
        return;
    }
    begin_edit(fresh, {}, "wall.register.new",
               {"idea.title", "idea.description", "idea.giver_category", "idea.area", "idea.unit"});
}

void draw_dock(RegisterScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    const auto new_idea = tr("wall.register.new");
    ButtonLook primary;
    primary.kind = ButtonKind::primary;
    primary.icon = icon::plus;
    primary.design = 22;
    const double wide = button_width(frame, new_idea, primary);
    const auto layout = dock_layout(frame, wide / frame.px(1));
    std::vector<Tool> tools;
    const auto add = [&tools](std::string id, std::string_view key, std::string_view sign, bool on, bool enabled) {
        tools.push_back({std::move(id), tr(key), sign, enabled, on, 0});
    };
    if (commands.find("home") != nullptr) {
        add("home", "wall.tool.home", icon::home, false, true);
        tools.emplace_back();
    }
    add("ideas", "wall.tool.ideas", icon::lightbulb, true, true);
    add("challenges", "wall.door.challenges", icon::line_chart, false, true);
    add("authoring", "wall.tool.courses", icon::book, false, true);
    add("report", "wall.door.report", icon::bar_chart, false, true);
    tools.emplace_back();
    add("flow", "wall.tool.flow", icon::columns, !mine.as_list, true);
    add("list", "wall.tool.list", icon::list, mine.as_list, true);
    tools.emplace_back();
    add("undo", "wall.tool.undo", icon::undo, false, view.can_undo);
    add("redo", "wall.tool.redo", icon::redo, false, view.can_redo);
    if (commands.find("export") != nullptr) {
        add("export", "wall.tool.export", icon::download, false, commands.enabled("export"));
    }
    // They stand on the start screen too.
    static constexpr std::array<std::string_view, 4> doors{"report", "authoring", "challenges", "ideas"};
    fit_tools(frame, layout, tools, doors);
    const auto tapped = dock(frame, mine.dock, layout, tools);
    if (std::find(doors.begin(), doors.end(), tapped) != doors.end()) {
        if (tapped != "ideas") mine.coming = tapped;
    } else if (tapped == "flow" || tapped == "list") {
        mine.as_list = tapped == "list";
    } else if (tapped == "undo" || tapped == "redo") {
        out.emplace_back(intents::UndoLast{tapped == "redo"});
    } else if (!tapped.empty()) {
        commands.run(tapped);
    }
    if (button(frame, "new", layout.main_action, new_idea, primary)) begin_new(mine.fresh);
}

/// What is searched for is asked of the registrar a moment after the last letter.
void ask(RegisterScreen& mine, Frame& frame, views::WallScope& look) {
    constexpr double rest_s = 0.25;
    look.ideas = true;
    look.idea.reset();
    if (look.search == mine.search.text) return;
    const double rested = frame.now_s() - mine.search.changed_s;
    if (rested >= rest_s || mine.search.text.empty()) {
        look.search = mine.search.text;
    } else {
        frame.redraw_in(rest_s - rested);
    }
}

void draw_body(RegisterScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& place, Intents& out) {
    if (view.ideas == nullptr) {
        const double shown = frame.fade("reading", true, 400);
        if (shown > 0.99) spinner(frame, place.centre(), frame.px(28));
        Ink ink;
        ink.across = paint::Align::centre;
        ink.colour = frame.theme.ink2;
        auto words = place;
        words.cut_top(place.h / 2 + frame.px(44));
        return void(label(frame, words.cut_top(frame.px(40)), tr("wall.register.reading"), ink));
    }
    if (mine.rows.shown.empty()) {
        const bool none = view.ideas->all == 0;
        const auto title = tr(none ? "wall.register.empty" : "wall.register.no_match");
        const auto text = tr(none ? "wall.register.empty_text" : "wall.register.no_match_text");
        const auto way = tr(none ? "wall.register.new" : "wall.filter.clear");
        if (empty_state(frame, "empty", place, {title, text, way, {}, true}) != 0) return;
        if (none) {
            begin_new(mine.fresh);
        } else {
            mine.filter = {};
            mine.search.set({});
        }
        return;
    }
    if (mine.as_list) return draw_list(mine, frame, place);
    // Columns as low as the keyboard leaves them would show no titles.
    if (mine.keyboard.open) return draw_found(mine, frame, place);
    draw_flow(mine, frame, place, out);
}

}  // namespace

void draw_register(RegisterScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out,
                   views::WallScope& look) {
    const Frame::Scope scope(frame, "register");
    frame.name_screen(mine.as_list ? "register_list" : "register");
    update_rows(mine.rows, view.ideas, mine.filter, mine.sort, frame.host_now_ms());
    if (mine.chosen && frame.take_key(Key::escape)) mine.chosen.reset();

    const auto screen = frame.screen();
    frame.painter.fill(screen, 0, frame.theme.paper);
    auto place = screen;
    place.cut_bottom(dock_layout(frame).bar.h);
    place = place.inset(frame.px(32), 0);
    auto filters = place.cut_bottom(frame.px(register_filters_high)).inset(0, frame.px(20));
    // Neither the field that is written in nor what is found is ever under the keyboard.
    if (mine.keyboard.open) {
        filters.y = std::min(filters.y, keyboard_rect(frame, mine.keyboard).y - filters.h - frame.px(12));
        place.h = std::max(0.0, std::min(place.h, filters.y - frame.px(20) - place.y));
    }
    draw_title(mine, view, frame, place.cut_top(frame.px(mine.keyboard.open ? 60 : 92)));
    draw_body(mine, view, frame, place, out);
    draw_filters(mine, view, frame, filters);
    // Nearly all of the dock would be under the keyboard.
    if (!mine.keyboard.open) draw_dock(mine, view, frame, commands, out);
    draw_more_filters(mine, frame);
    draw_move_sheet(mine.move, frame, out);
    draw_edit_sheet(mine.fresh, frame, out);
    draw_coming(frame, mine.coming, {});
    // After the field, which may have got its last letter now: nothing else may wake this screen again.
    ask(mine, frame, look);
    KeyboardView typing;
    typing.text = std::string_view(mine.search.text).substr(0, mine.search.caret);
    typing.sentences = false;
    const auto enter = tr("wall.search");
    typing.enter = enter;
    keyboard(frame, mine.keyboard, typing);
}

}  // namespace ui
