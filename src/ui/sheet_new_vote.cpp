// A vote before it opens: which way to vote, what it is good for, how it is counted, what stands in its way.
#include <algorithm>
#include <array>
#include <utility>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/sheet_trust.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;

/// In the order a trainer most often wants them.
constexpr std::array<std::string_view, 10> offered{"dots",   "approval", "tre-prickar",   "score",  "schulze",
                                                   "points", "matrix",   "bradley-terry", "show14", "consent"};
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
    mine.compared.clear();
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

/// Anew when a note has come or gone, or says something else.
void compare(NewVote& mine, const std::vector<views::NoteView>& notes) {
    std::string said;
    for (const auto& note : notes) said += note.id.text() + note.text + '\n';
    if (mine.compared == said) return;
    mine.compared = std::move(said);
    mine.alike = alike_pairs(notes);
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

bool proposes(const NewVote& mine) {
    return mine.method == "consent";
}

/// What is proposed, and the way to write it. Returns its height; draws when `writing` is there.
double draw_proposal(const NewVote& mine, Frame& frame, base::Rect area, Writing* writing) {
    const double top = area.y;
    const bool none = mine.proposal.empty();
    auto ink = body_ink(frame);
    ink.design = 24;
    if (none) ink.colour = frame.theme.ink2;
    const auto text = none ? shared_text("proposal_help") : mine.proposal;
    const auto heading = area.cut_top(frame.px(32));
    const auto place = area.cut_top(text_size(frame, text, ink, area.w).h);
    area.cut_top(frame.px(8));
    auto row = area.cut_top(frame.px(touch::primary));
    if (writing != nullptr) {
        label(frame, heading, shared_text("proposal"), ink_of(18, Weight::semibold, frame.theme.ink2));
        label(frame, place, text, ink, "proposal");
        const ButtonLook look{.icon = icon::edit};
        const auto write = shared_text("write");
        if (button(frame, "write", row.cut_left(button_width(frame, write, look)), write, look)) {
            begin_writing(*writing, Writing::What::proposal, {}, mine.proposal);
        }
    }
    return area.y + frame.px(24) - top;
}

void take_proposal(NewVote& mine, Writing& writing) {
    if (writing.written.empty() || writing.written_for != Writing::What::proposal) return;
    mine.proposal = std::exchange(writing.written, {});
}

/// A vote of the course may be held in a way that is not offered here, and then its card has no words.
bool has_card(std::string_view method) {
    return std::find(offered.begin(), offered.end(), method) != offered.end();
}

/// What stands in the way of a vote comes first: below the fold nobody would see it. Returns its height; draws when
/// `out` is there.
double draw_alike(const NewVote& mine, const std::vector<views::NoteView>& notes, Frame& frame, base::Rect area,
                  Intents* out) {
    if (mine.alike.empty()) return 0;
    const auto text = shared_text("alike");
    const auto ink = body_ink(frame);
    double high = text_size(frame, text, ink, area.w).h + frame.px(12);
    if (out != nullptr) label(frame, area.cut_top(high), text, ink, "alike");
    for (const auto& [a, b] : mine.alike) {
        const auto *one = find_note(notes, a), *two = find_note(notes, b);
        if (one == nullptr || two == nullptr) continue;
        const double pair = draw_pair(*one, *two, frame, area, out);
        area.cut_top(pair);
        high += pair;
    }
    return high;
}

void open_vote(Sheets& sheets, const views::RemoteView& remote, bool with_dots, Intents& out) {
    const auto& mine = sheets.new_vote;
    sheets.open = SheetKind::none;
    if (mine.planned) {
        out.emplace_back(intents::OpenPoll{remote.room.block->id, *mine.planned, mine.planned_people});
        return;
    }
    if (!mine.again.empty()) {
        out.emplace_back(intents::Revote{mine.again, {}, mine.proposal});
        return;
    }
    intents::StartPoll wish;
    wish.method = mine.method;
    if (proposes(mine)) wish.question = mine.proposal;
    wish.dots = with_dots ? mine.dots : 0;
    wish.trust = mine.trust;
    if (mine.trust == model::Trust::heads) wish.people = people_in(sheets, remote.room);
    out.emplace_back(std::move(wish));
}

}  // namespace

void draw_new_vote_sheet(Sheets& sheets, Writing& writing, const views::WallView& view, Frame& frame, base::Rect area,
                         Intents& out) {
    auto& mine = sheets.new_vote;
    const auto& room = view.remote.room;
    if (mine.planned && !room.block) mine = {};
    if (mine.method.empty()) return draw_methods(mine, room.wall.size(), frame, area);
    const bool proposal = proposes(mine), anew = !mine.again.empty();
    if (proposal) take_proposal(mine, writing);
    const auto notes = mine.planned ? planned_candidates(room) : proposal ? std::vector<views::NoteView>() : room.wall;
    compare(mine, notes);
    const bool of_course = mine.planned.has_value(), told = has_card(mine.method);
    const bool asks_trust = !of_course && !anew;
    const bool with_dots = !of_course && (mine.method == "dots" || mine.method == "tre-prickar");

    auto foot = area.cut_bottom(frame.px(touch::main));
    area.cut_bottom(frame.px(16));
    ButtonLook other;
    other.kind = ButtonKind::quiet;
    other.icon = icon::left;
    const auto back = shared_text("others");
    if (!of_course && !anew && button(frame, "others", foot.cut_left(button_width(frame, back, other)), back, other)) {
        mine = {};
        frame.redraw_in(0);
        return;
    }
    ButtonLook open;
    open.kind = ButtonKind::primary;
    constexpr std::size_t least = 2;
    const bool has_codes = mine.trust != model::Trust::codes || view.remote.codes > 0;
    const bool has_what = proposal ? !mine.proposal.empty() : notes.size() >= least;
    open.enabled = of_course || (has_what && has_codes);
    const auto go = shared_text(anew ? "again" : "open");
    if (button(frame, "open", foot.cut_right(std::min(foot.w, button_width(frame, go, open))), go, open)) {
        open_vote(sheets, view.remote, with_dots, out);
        frame.redraw_in(0);
    }

    const double wide = area.w - frame.px(20);
    const base::Rect probe{0, 0, wide, measuring_high};
    const auto count = body_ink(frame);
    double high = frame.px(52 + 40) + draw_alike(mine, notes, frame, probe, nullptr);
    if (proposal) high += draw_proposal(mine, frame, probe, nullptr);
    if (told) high += parts_height(frame, mine.method, wide);
    if (with_dots) high += frame.px(touch::primary) + frame.px(16);
    if (asks_trust) high += draw_trust(sheets, view.remote, frame, probe, nullptr);
    Scroll list(frame, "list", area, high);
    auto rest = list.content();
    rest.w = wide;
    const auto title = told ? words(mine.method, "title") : base::tr("wall.new_vote");
    label(frame, rest.cut_top(frame.px(52)), title, ink_of(28, Weight::bold, frame.theme.ink), "title");
    if (proposal) rest.cut_top(draw_proposal(mine, frame, rest, &writing));
    rest.cut_top(draw_alike(mine, notes, frame, rest, &out));
    if (told) {
        part(frame, rest, "for", words(mine.method, "for"));
        part(frame, rest, "how", words(mine.method, "how"));
        part(frame, rest, "ties", words(mine.method, "ties"));
    }
    if (with_dots) {
        draw_dots(mine, frame, rest.cut_top(frame.px(touch::primary)));
        rest.cut_top(frame.px(16));
    }
    if (asks_trust) rest.cut_top(draw_trust(sheets, view.remote, frame, rest, &out));
    if (proposal) return;
    label(frame, rest.cut_top(frame.px(40)), base::tr_n("wall.new_vote.notes", static_cast<std::int64_t>(notes.size())),
          count, "notes");
}

}  // namespace ui
