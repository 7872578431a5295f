// A vote that no course has planned: which way to vote, what it is good for, how it is counted, what stands in its way.
#include <algorithm>
#include <array>

#include "base/language.hpp"
#include "methods/likeness.hpp"
#include "ui/scroll.hpp"
#include "ui/sheet_trust.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;

/// In the order a trainer most often wants them.
constexpr std::array<std::string_view, 9> offered{"dots",   "approval", "tre-prickar",   "score", "schulze",
                                                  "points", "matrix",   "bradley-terry", "show14"};
constexpr int most_dots_offered = 10;

/// The remote says it in the same words.
std::string shared_text(std::string_view key) {
    return base::tr_page(base::language(), "new_vote." + std::string(key));
}

std::string words(std::string_view method, std::string_view what) {
    return shared_text(std::string(method) + "." + std::string(what));
}

Ink body_ink(const Frame& frame) {
    auto ink = ink_of(20, Weight::regular, frame.theme.ink);
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    return ink;
}

void choose(NewVote& mine, std::string_view method, std::size_t notes) {
    mine.method = method;
    mine.compared = 0;
    // A fourth of what there is to choose among, between three and five (domain V1).
    mine.dots = std::clamp(static_cast<int>(notes) / 4, 3, 5);
}

void draw_methods(NewVote& mine, std::size_t notes, Frame& frame, const base::Rect& area) {
    const double high = frame.px(104), gap = frame.px(12);
    Scroll list(frame, "ways", area, (high + gap) * static_cast<double>(offered.size()));
    for (const auto method : offered) {
        const auto box = list.content().cut_top(high);
        list.content().cut_top(gap);
        const auto title = words(method, "title");
        const auto press = press_card(frame, method, box, title, {.flat = true});
        auto rest = box.inset(frame.px(20), frame.px(12));
        auto head = rest.cut_top(frame.px(36));
        const auto time = words(method, "time");
        const auto small = ink_of(18, Weight::regular, frame.theme.ink2, paint::Align::end);
        label(frame, head.cut_right(text_size(frame, time, small).w + frame.px(4)), time, small);
        label(frame, head, title, ink_of(22, Weight::semibold, frame.theme.ink));
        auto good_for = ink_of(19, Weight::regular, frame.theme.ink2);
        good_for.most_lines = 2;
        good_for.down = paint::Align::start;
        good_for.line_height = 1.2;
        label(frame, rest, words(method, "for"), good_for);
        if (press.tapped) {
            choose(mine, method, notes);
            frame.scroll_to("list", 0);
            frame.redraw_in(0);
        }
    }
}

void compare(NewVote& mine, const std::vector<views::NoteView>& notes) {
    if (mine.compared == notes.size()) return;
    mine.compared = notes.size();
    mine.alike.clear();
    for (std::size_t i = 0; i < notes.size(); ++i) {
        for (std::size_t j = i + 1; j < notes.size(); ++j) {
            if (methods::likeness(notes[i].text, notes[j].text) < methods::near_duplicate) continue;
            mine.alike.emplace_back(notes[i].id, notes[j].id);
        }
    }
}

const views::NoteView* find_note(const std::vector<views::NoteView>& notes, const base::Id& id) {
    const auto found = std::find_if(notes.begin(), notes.end(), [&id](const auto& note) { return note.id == id; });
    return found == notes.end() ? nullptr : &*found;
}

/// Two notes beside each other, and the button that makes them one.
double draw_pair(const views::NoteView& a, const views::NoteView& b, Frame& frame, const base::Rect& area,
                 Intents* out) {
    const double gap = frame.px(12), wide = (area.w - gap) / 2, side = frame.px(14);
    const auto ink = body_ink(frame);
    const double high = 2 * side + std::max(text_size(frame, a.text, ink, wide - 2 * side).h,
                                            text_size(frame, b.text, ink, wide - 2 * side).h);
    const double all = high + frame.px(8) + frame.px(touch::plain) + frame.px(20);
    if (out == nullptr) return all;
    auto rest = area;
    auto row = rest.cut_top(high);
    const auto one = [&](const views::NoteView& note, const base::Rect& box) {
        frame.painter.fill(box, frame.px(radius::note), frame.theme.sunken);
        label(frame, box.inset(side), note.text, ink);
    };
    one(a, row.cut_left(wide));
    row.cut_left(gap);
    one(b, row);
    rest.cut_top(frame.px(8));
    const auto text = base::tr("wall.new_vote.join");
    ButtonLook look;
    look.design = 19;
    auto place = rest.cut_top(frame.px(touch::plain));
    if (button(frame, "join/" + b.id.text(), place.cut_left(button_width(frame, text, look)), text, look)) {
        out->emplace_back(intents::MergeNotes{b.id, a.id});
    }
    return all;
}

void part(Frame& frame, base::Rect& rest, std::string_view heading, const std::string& text) {
    label(frame, rest.cut_top(frame.px(32)), shared_text(heading), ink_of(18, Weight::semibold, frame.theme.ink2));
    const auto ink = body_ink(frame);
    label(frame, rest.cut_top(text_size(frame, text, ink, rest.w).h), text, ink);
    rest.cut_top(frame.px(18));
}

double parts_height(Frame& frame, std::string_view method, double wide) {
    const auto ink = body_ink(frame);
    double high = 0;
    for (const auto what : {"for", "how", "ties"}) {
        high += frame.px(50) + text_size(frame, words(method, what), ink, wide).h;
    }
    return high;
}

void draw_dots(NewVote& mine, Frame& frame, base::Rect row) {
    label(frame, row.cut_left(row.w - frame.px(240)), base::tr("wall.new_vote.dots"),
          ink_of(20, Weight::semibold, frame.theme.ink));
    ButtonLook look;
    look.icon = icon::minus;
    look.enabled = mine.dots > 1;
    if (button(frame, "dots/minus", row.cut_left(frame.px(72)), "", look)) --mine.dots;
    label(frame, row.cut_left(frame.px(80)), std::to_string(mine.dots),
          ink_of(24, Weight::bold, frame.theme.ink, paint::Align::centre), "dots");
    look.icon = icon::plus;
    look.enabled = mine.dots < most_dots_offered;
    if (button(frame, "dots/plus", row.cut_left(frame.px(72)), "", look)) ++mine.dots;
}

}  // namespace

void draw_new_vote_sheet(Sheets& sheets, const views::WallView& view, Frame& frame, base::Rect area, Intents& out) {
    auto& mine = sheets.new_vote;
    const auto& notes = view.remote.room.wall;
    if (mine.method.empty()) return draw_methods(mine, notes.size(), frame, area);
    compare(mine, notes);
    const bool with_dots = mine.method == "dots" || mine.method == "tre-prickar";

    auto foot = area.cut_bottom(frame.px(touch::main));
    area.cut_bottom(frame.px(16));
    ButtonLook other;
    other.kind = ButtonKind::quiet;
    other.icon = icon::left;
    const auto back = shared_text("others");
    if (button(frame, "others", foot.cut_left(button_width(frame, back, other)), back, other)) {
        mine = {};
        frame.redraw_in(0);
        return;
    }
    ButtonLook open;
    open.kind = ButtonKind::primary;
    constexpr std::size_t least = 2;
    const bool has_codes = mine.trust != model::Trust::codes || view.remote.codes > 0;
    open.enabled = notes.size() >= least && has_codes;
    const auto go = shared_text("open");
    if (button(frame, "open", foot.cut_right(std::min(foot.w, button_width(frame, go, open))), go, open)) {
        intents::StartPoll wish;
        wish.method = mine.method;
        wish.dots = with_dots ? mine.dots : 0;
        wish.trust = mine.trust;
        if (mine.trust == model::Trust::heads) wish.people = people_in(sheets, view.remote.room);
        out.emplace_back(std::move(wish));
        sheets.open = SheetKind::none;
        frame.redraw_in(0);
    }

    const double wide = area.w - frame.px(20);
    const base::Rect probe{0, 0, wide, measuring_high};
    const auto count = body_ink(frame);
    const auto alike = mine.alike.empty() ? std::string() : base::tr("wall.new_vote.alike");
    const double alike_high = alike.empty() ? 0 : text_size(frame, alike, count, wide).h + frame.px(12);
    double high = frame.px(52 + 40) + parts_height(frame, mine.method, wide) + alike_high;
    if (with_dots) high += frame.px(touch::primary) + frame.px(16);
    high += draw_trust(sheets, view.remote, frame, probe, nullptr);
    for (const auto& [a, b] : mine.alike) {
        const auto *one = find_note(notes, a), *two = find_note(notes, b);
        if (one != nullptr && two != nullptr) high += draw_pair(*one, *two, frame, probe, nullptr);
    }
    Scroll list(frame, "list", area, high);
    auto rest = list.content();
    rest.w = wide;
    label(frame, rest.cut_top(frame.px(52)), words(mine.method, "title"), ink_of(28, Weight::bold, frame.theme.ink),
          "title");
    part(frame, rest, "for", words(mine.method, "for"));
    part(frame, rest, "how", words(mine.method, "how"));
    part(frame, rest, "ties", words(mine.method, "ties"));
    if (with_dots) {
        draw_dots(mine, frame, rest.cut_top(frame.px(touch::primary)));
        rest.cut_top(frame.px(16));
    }
    rest.cut_top(draw_trust(sheets, view.remote, frame, rest, &out));
    label(frame, rest.cut_top(frame.px(40)), base::tr_n("wall.new_vote.notes", static_cast<std::int64_t>(notes.size())),
          count, "notes");
    if (mine.alike.empty()) return;
    label(frame, rest.cut_top(alike_high), alike, count, "alike");
    for (const auto& [a, b] : mine.alike) {
        const auto *one = find_note(notes, a), *two = find_note(notes, b);
        if (one != nullptr && two != nullptr) rest.cut_top(draw_pair(*one, *two, frame, rest, &out));
    }
}

}  // namespace ui
