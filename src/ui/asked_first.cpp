#include "ui/asked_first.hpp"

#include <algorithm>
#include <string>
#include <variant>

#include "base/language.hpp"
#include "methods/likeness.hpp"
#include "ui/session.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

bool is_answered(const views::PollView& poll) {
    return poll.in > 0 || poll.paper > 0;
}

/// Is there still something to ask about?
bool is_in_question(const AskedVote& asked, const views::RoomView& room) {
    const auto* poll = find_poll(room, asked.poll);
    return poll != nullptr && poll->state == "open" && is_answered(*poll) == asked.cancel;
}

bool shows_alike(Sheets& mine, const views::WallView& view, const intents::OpenPoll& wish) {
    const auto& planned = view.remote.planned;
    const auto found =
        std::find_if(planned.begin(), planned.end(), [&wish](const auto& one) { return one.index == wish.index; });
    if (found == planned.end() || !found->of_notes) return false;
    auto& vote = mine.new_vote;
    if (mine.open == SheetKind::new_vote && vote.planned == wish.index) {
        mine.open = SheetKind::none;
        return false;
    }
    if (alike_pairs(planned_candidates(view.remote.room)).empty()) return false;
    vote = {};
    vote.method = found->method;
    vote.planned = wish.index;
    vote.planned_people = wish.people;
    mine.open = SheetKind::new_vote;
    return true;
}

/// What was proposed is amended before it is asked anew; the sheet asks with its words.
bool shows_proposal(Sheets& mine, const views::RoomView& room, const intents::Revote& wish) {
    const auto* poll = find_poll(room, wish.poll);
    const bool proposed = poll != nullptr && poll->form.rule.method == methods::Method::consent;
    if (!proposed || !wish.question.empty()) return false;
    auto& vote = mine.new_vote;
    vote = {};
    vote.method = methods::method_name(methods::Method::consent);
    vote.again = wish.poll;
    vote.proposal = poll->question;
    mine.open = SheetKind::new_vote;
    return true;
}

}  // namespace

bool asks_first(Sheets& mine, const views::WallView& view, const intents::Intent& intent) {
    if (const auto* open = std::get_if<intents::OpenPoll>(&intent)) return shows_alike(mine, view, *open);
    if (const auto* again = std::get_if<intents::Revote>(&intent)) {
        return shows_proposal(mine, view.remote.room, *again);
    }
    AskedVote asked;
    if (const auto* close = std::get_if<intents::ClosePoll>(&intent)) {
        asked = {close->poll, false};
    } else if (const auto* cancel = std::get_if<intents::CancelPoll>(&intent)) {
        asked = {cancel->poll, true};
    }
    if (asked.poll.empty() || !is_in_question(asked, view.remote.room)) return false;
    mine.asked_vote = asked;
    return true;
}

bool ask_about_vote(std::optional<AskedVote>& asked, const views::RoomView& room, Frame& frame, Intents& out) {
    if (!asked) return false;
    // With the first answer there is nothing to ask about any more.
    if (!is_in_question(*asked, room)) {
        asked.reset();
        return false;
    }
    const auto stay = base::tr("wall.close_vote.stay");
    int answer = -1;
    if (asked->cancel) {
        const auto* poll = find_poll(room, asked->poll);
        const auto in = std::to_string(poll->in), of = std::to_string(may_vote(*poll));
        const auto title = base::tr("wall.cancel_vote"), go = base::tr("wall.vote.cancel");
        const auto text =
            base::tr("wall.vote.turnout", {{"in", in}, {"of", of}}) + "\n" + base::tr("wall.cancel_vote.text");
        answer = dialog(frame, "cancel-vote", {title, text, stay, go, true});
        if (answer == 1) out.emplace_back(intents::CancelPoll{asked->poll});
    } else {
        const auto title = base::tr("wall.close_vote"), text = base::tr("wall.close_vote.text");
        const auto go = base::tr("wall.close_vote.go");
        answer = dialog(frame, "close-vote", {title, text, stay, go});
        if (answer == 1) out.emplace_back(intents::ClosePoll{asked->poll});
    }
    if (answer >= 0) asked.reset();
    return true;
}

std::vector<views::NoteView> planned_candidates(const views::RoomView& room) {
    auto notes = room.wall;
    if (!room.block || room.block->sources.empty()) return notes;
    const auto& sources = room.block->sources;
    std::erase_if(notes, [&sources](const views::NoteView& note) {
        return std::none_of(sources.begin(), sources.end(), [&note](const auto& one) { return one.id == note.block; });
    });
    return notes;
}

std::vector<std::pair<base::Id, base::Id>> alike_pairs(const std::vector<views::NoteView>& notes) {
    std::vector<std::pair<base::Id, base::Id>> alike;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        for (std::size_t j = i + 1; j < notes.size(); ++j) {
            if (methods::likeness(notes[i].text, notes[j].text) < methods::near_duplicate) continue;
            alike.emplace_back(notes[i].id, notes[j].id);
        }
    }
    return alike;
}

}  // namespace ui
