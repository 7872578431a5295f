// Votes of the block: opened, closed, shown, done over, called off; new ballots for devices that lost theirs.
#include <algorithm>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/sheet_trust.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"
#include "views/trust.hpp"

namespace ui {
namespace {

using Planned = views::RemoteView::PlannedPoll;

std::string state_text(const views::PollView* poll) {
    if (poll == nullptr || poll->state == "cancelled") return base::tr("wall.vote.not_open");
    const auto done =
        base::tr("wall.vote.turnout", {{"in", std::to_string(poll->in)}, {"of", std::to_string(may_vote(*poll))}});
    auto text = base::tr("wall.vote.state." + poll->state) + " · " + done;
    if (poll->round > 1) text += " · " + base::tr("wall.result.round", {{"round", std::to_string(poll->round)}});
    if (poll->extra > 0) text += " · " + base::tr_n("wall.vote.extra", poll->extra);
    return text;
}

struct Deed {
    std::string id, text;
    ButtonKind kind = ButtonKind::plain;
    intents::Intent intent;
};

bool is_unopened(const views::PollView* poll) {
    return poll == nullptr || poll->state == "cancelled";
}

std::vector<Deed> deeds_of(const Planned& planned, const std::string& block, const views::PollView* poll, int people) {
    std::vector<Deed> deeds;
    const auto at = "/" + std::to_string(planned.index);
    if (is_unopened(poll)) {
        deeds.push_back({"open" + at, base::tr("wall.vote.open"), ButtonKind::light,
                         intents::OpenPoll{block, planned.index, people}});
        return deeds;
    }
    if (poll->state == "open") {
        deeds.push_back({"close" + at, base::tr("wall.vote.close"), ButtonKind::light, intents::ClosePoll{poll->id}});
    }
    if (poll->state == "closed") {
        deeds.push_back(
            {"reveal" + at, base::tr("wall.vote.reveal"), ButtonKind::light, intents::RevealPoll{poll->id}});
    }
    if (poll->state == "revealed" || poll->state == "closed") {
        deeds.push_back({"revote" + at, base::tr("wall.vote.again"), ButtonKind::plain, intents::Revote{poll->id, {}}});
    }
    const bool numbers = methods::row_parts(poll->form.rule.method).spread;
    if (poll->state == "revealed" && poll->outcome && !numbers) {
        auto tied = tied_first(*poll->outcome);
        if (!tied.empty()) {
            deeds.push_back({"tied" + at, base::tr("wall.vote.again_tied"), ButtonKind::plain,
                             intents::Revote{poll->id, std::move(tied)}});
        }
    }
    if (poll->state == "open") {
        deeds.push_back(
            {"cancel" + at, base::tr("wall.vote.cancel"), ButtonKind::quiet, intents::CancelPoll{poll->id}});
    }
    return deeds;
}

/// Buttons in rows from the left; returns the height that they take, and draws them when `draw` is set.
double flow_deeds(const std::vector<Deed>& deeds, Frame& frame, const base::Rect& area, Intents* out) {
    const double high = frame.px(touch::plain), gap = frame.px(8);
    base::Point at{area.x, area.y};
    for (const auto& deed : deeds) {
        ButtonLook look;
        look.kind = deed.kind;
        look.design = 19;
        const double wide = std::min(area.w, button_width(frame, deed.text, look));
        if (at.x > area.x && at.x + wide > area.right()) at = {area.x, at.y + high + gap};
        if (out != nullptr && button(frame, deed.id, {at.x, at.y, wide, high}, deed.text, look)) {
            out->push_back(deed.intent);
        }
        at.x += wide + gap;
    }
    return at.y + high - area.y;
}

double draw_lost(const views::PollView& poll, Frame& frame, base::Rect area, Intents* out) {
    const double row_high = frame.px(touch::primary);
    if (out != nullptr) {
        for (const auto& seat : poll.lost) {
            auto row = area.cut_top(row_high);
            ButtonLook look;
            look.design = 19;
            const auto text = base::tr("wall.vote.new_ballot");
            const auto place = row.cut_right(std::min(row.w, button_width(frame, text, look)));
            const auto id = base::parse_id(seat.id);
            if (button(frame, "ballot/" + seat.id, place.centred({place.w, frame.px(touch::plain)}), text, look) &&
                id) {
                out->emplace_back(intents::NewBallot{poll.id, *id});
            }
            label(frame, row, base::tr("wall.vote.lost", {{"seat", seat.label}}));
        }
    }
    return row_high * static_cast<double>(poll.lost.size());
}

Ink question_ink() {
    Ink ink;
    ink.design = 22;
    ink.weight = paint::Weight::semibold;
    ink.most_lines = 3;
    ink.down = paint::Align::start;
    return ink;
}

}  // namespace

void draw_votes_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out) {
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    if (room.block) {
        ButtonLook look;
        look.icon = icon::plus;
        auto row = area.cut_bottom(frame.px(touch::primary));
        area.cut_bottom(frame.px(16));
        const auto text = base::tr("wall.new_vote");
        if (button(frame, "new", row.cut_left(button_width(frame, text, look)), text, look)) {
            mine.open = SheetKind::new_vote;
            frame.redraw_in(0);
        }
        const auto all = base::tr("wall.vote.closes_by_itself");
        if (toggle(frame, "by_itself", area.cut_bottom(frame.px(touch::primary)), all, mine.closes_by_itself)) {
            mine.closes_by_itself = !mine.closes_by_itself;
            frame.redraw_in(0);
        }
        area.cut_bottom(frame.px(8));
    }
    if (!room.block || view.remote.planned.empty()) {
        Ink ink;
        ink.colour = theme.ink2;
        ink.most_lines = 3;
        label(frame, area.cut_top(frame.px(90)), base::tr("wall.votes.none"), ink, "none");
        return;
    }
    const double side = frame.px(18), gap = frame.px(16);
    const double inner = area.w - 2 * side;
    const auto deeds_for = [&](const Planned& planned, const views::PollView* poll) {
        const bool counts_heads = planned.trust == model::Trust::heads;
        return deeds_of(planned, room.block->id, poll, counts_heads ? people_in(mine, room) : 0);
    };
    const auto asks_people = [](const Planned& planned, const views::PollView* poll) {
        return planned.trust == model::Trust::heads && is_unopened(poll);
    };
    const auto asks_codes = [](const Planned& planned, const views::PollView* poll) {
        return planned.trust == model::Trust::codes && is_unopened(poll);
    };
    const auto surplus_of = [](const views::PollView* poll) {
        return poll == nullptr ? std::string() : views::surplus_text(poll->form, poll->in, base::language());
    };
    auto warning = question_ink();
    warning.design = 19;
    warning.colour = theme.warn;
    const auto height = [&](const Planned& planned, const views::PollView* poll) {
        const base::Rect probe{0, 0, inner, measuring_high};
        double high = 2 * side + text_size(frame, planned.question, question_ink(), inner).h + frame.px(40 + 12);
        high += flow_deeds(deeds_for(planned, poll), frame, probe, nullptr);
        if (asks_people(planned, poll)) high += frame.px(touch::primary + 12);
        if (asks_codes(planned, poll)) high += draw_codes(mine, view.remote, frame, probe, nullptr) + frame.px(12);
        if (const auto surplus = surplus_of(poll); !surplus.empty()) {
            high += text_size(frame, surplus, warning, inner).h + frame.px(8);
        }
        if (poll != nullptr && poll->state == "open") high += draw_lost(*poll, frame, probe, nullptr);
        return high;
    };
    double all = 0;
    for (const auto& planned : view.remote.planned) all += height(planned, find_poll(room, planned.poll)) + gap;
    Scroll list(frame, "list", area, all);
    for (const auto& planned : view.remote.planned) {
        const auto* poll = find_poll(room, planned.poll);
        const auto box = list.content().cut_top(height(planned, poll));
        list.content().cut_top(gap);
        CardLook look;
        look.flat = true;
        look.fill = theme.paper;
        card(frame, box, look);
        auto rest = box.inset(side);
        label(frame, rest.cut_top(text_size(frame, planned.question, question_ink(), inner).h), planned.question,
              question_ink());
        Ink small;
        small.design = 19;
        small.colour = theme.ink2;
        label(frame, rest.cut_top(frame.px(40)), state_text(poll), small, "state/" + std::to_string(planned.index));
        if (const auto surplus = surplus_of(poll); !surplus.empty()) {
            const auto line = rest.cut_top(text_size(frame, surplus, warning, inner).h + frame.px(8));
            label(frame, line, surplus, warning, "surplus/" + std::to_string(planned.index));
        }
        rest.cut_top(frame.px(12));
        // The number is the room's, but each vote has hands of its own to set it.
        const auto own = std::to_string(planned.index);
        if (asks_people(planned, poll)) {
            const Frame::Scope scope(frame, own);
            draw_people(mine, room, frame, rest.cut_top(frame.px(touch::primary)));
            rest.cut_top(frame.px(12));
        }
        if (asks_codes(planned, poll)) {
            const Frame::Scope scope(frame, own);
            rest.cut_top(draw_codes(mine, view.remote, frame, rest, &out) + frame.px(12));
        }
        const auto deeds = deeds_for(planned, poll);
        rest.cut_top(flow_deeds(deeds, frame, rest, &out));
        if (poll != nullptr && poll->state == "open") draw_lost(*poll, frame, rest, &out);
    }
    std::erase_if(out, [&](const auto& wish) { return asks_first(mine, view, wish); });
}

}  // namespace ui
