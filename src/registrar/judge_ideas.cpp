#include "base/language.hpp"
#include "base/text.hpp"
#include "register/idea_number.hpp"
#include "register/life_cycle.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

constexpr std::int64_t undo_span_ms = 8000;

/// Has the same question been voted on anew, and that result been shown?
bool is_superseded(const Id& poll, const std::map<Id, methods::Outcome>& outcomes, const model::Cells& cells) {
    return std::any_of(outcomes.begin(), outcomes.end(), [&](const auto& shown) {
        const auto& other = shown.first;
        return cells.text(other, "poll.block") == cells.text(poll, "poll.block") &&
               cells.number(other, "poll.index") == cells.number(poll, "poll.index") &&
               cells.number(other, "poll.round") > cells.number(poll, "poll.round");
    });
}

}  // namespace

/// What the idea carries with it into the register (issue: session, block, vote with method, result and counts, links).
views::Origin Workshop::origin_of(const Id& idea, const Id& poll) const {
    views::Origin origin;
    origin.session = session_.text();
    origin.session_title = cells().text(session_, "session.title");
    origin.block = cells().text(idea, "note.block");
    if (const auto* block = find_block(origin.block)) origin.block_title = block->texts.at("sv").title;
    if (const auto found = outcomes_.find(poll); found != outcomes_.end()) {
        const auto& outcome = found->second;
        origin.poll = poll.text();
        origin.method = methods::method_name(outcome.method);
        origin.question = cells().text(poll, "poll.question");
        origin.voters = outcome.voted;
        origin.abstained = outcome.abstained;
        origin.eligible = outcome.eligible;
        for (const auto& row : outcome.rows) {
            if (row.option != idea.text()) continue;
            origin.votes = row.votes;
            origin.supporters = row.supporters;
            origin.rank = row.rank;
            origin.by = row.by;
        }
    }
    if (const auto persona = course_.persona.find(setup_.language); persona != course_.persona.end()) {
        origin.links.push_back({"persona", "", persona->second});
    }
    for (const auto& [id, outcome] : outcomes_) {
        if (is_superseded(id, outcomes_, cells())) continue;
        for (const auto& winner : outcome.winners) {
            const auto note = base::parse_id(winner);
            if (!note || cells().text(*note, "note.type") != "step") continue;
            origin.links.push_back({"step", winner, cells().text(*note, "note.text")});
        }
    }
    const auto chosen = cells().id(idea, "note.hmw");
    for (const auto& note : notes_) {
        if (cells().text(note, "note.type") != "hmw" || !is_visible(note)) continue;
        if (!chosen.empty() && chosen != note) continue;
        origin.links.push_back({"hmw", note.text(), cells().text(note, "note.text")});
    }
    return origin;
}

Judged Workshop::judge(const intents::SaveIdeas& wish, const Asker& asker) {
    if (!wish.poll.empty()) {
        if (cells().text(wish.poll, "poll.state") != "revealed") return base::refuse(base::Code::not_now, "reveal");
        if (cells().id(wish.poll, "poll.session") != session_) return base::refuse(base::Code::not_found, "poll");
    }
    if (wish.notes.empty()) return base::refuse(base::Code::bad_input, "notes");
    const auto now = book_.now_ms();
    Receipt receipt;
    auto change = draft(asker, "change.receive_ideas");
    for (const auto& note : wish.notes) {
        if (std::find(receipt.ideas.begin(), receipt.ideas.end(), note) != receipt.ideas.end()) continue;
        if (!is_savable(note)) {
            const bool is_received = is_visible(note) && cells().text(note, "note.type") == "idea";
            if (is_received) return base::refuse(base::Code::already, "received");
            return base::refuse(base::Code::not_found, "note");
        }
        // Its result is its own, so it stands by itself again.
        for (const auto* field : {"note.merged_into", "idea.merged_into"}) change.unset(note, field);
        if (!base::has_visible(cells().text(note, "idea.title"))) {
            change.set(note, "idea.title", cells().text(note, "note.text"));
        }
        change.set(note, "idea.state", "received");
        change.set(note, "idea.state_at", now);
        change.set(note, "idea.received_at", now);
        change.set(note, "idea.origin", views::to_json(origin_of(note, wish.poll)));
        receipt.ideas.push_back(note);
    }
    receipt.undo = base::new_token();
    receipt.until_ms = now + undo_span_ms;
    // Written by hand rather than by write(): the place of the Change is what an undo needs.
    const auto members = views::members_of({{"undo", receipt.undo}});
    auto row = seen_row(asker, members);
    remote_seen_[asker.client_id] = row;
    const auto written = book_.write(std::move(change), {std::move(row)});
    receipt.place = written.place;
    receipt.ticket = written.ticket;
    receipts_.push_back(std::move(receipt));
    repeats_wait(asker, written.ticket);
    changed();
    changed_everybodys();
    return Answer{written.ticket, members};
}

Judged Workshop::judge(const intents::UndoDeed& wish, const Asker& asker) {
    const auto found = std::find_if(receipts_.begin(), receipts_.end(),
                                    [&wish](const Receipt& receipt) { return receipt.undo == wish.undo; });
    if (found == receipts_.end() || found->until_ms <= book_.now_ms()) return base::refuse(base::Code::not_now, "undo");
    const auto row = seen_row(asker, {});
    IR_TRY(const auto undone, book_.undo(found->place, "trainer", {row}));
    remote_seen_[asker.client_id] = row;
    receipts_.erase(found);
    repeats_wait(asker, undone.written.ticket);
    changed();
    changed_everybodys();
    return Answer{undone.written.ticket, {}};
}

/// Domain 3.1: an idea is closed with feedback to its giver, or with "kontakt saknas". Either is written only when it
/// is true: what the trainer says has been told, or that whoever wrote in this workshop left nothing to be reached by,
/// not even a name.
Judged Workshop::judge(const intents::WithdrawIdea& wish, const Asker& asker) {
    IR_DO(book_.load(wish.note));
    const auto state = ideas::parse_state(cells().text(wish.note, "idea.state"));
    if (!state || *state == ideas::State::draft || *state == ideas::State::closed) {
        return base::refuse(base::Code::not_now, "state");
    }
    const bool is_nameless =
        cells().text(wish.note, "note.source") == "tablet" && cells().text(wish.note, "note.author_name").empty();
    std::map<std::string_view, std::string> told{{"idea.outcome", "withdrawn"}};
    if (wish.told && !wish.reason.empty()) {
        told["idea.feedback"] = base::tr_page(setup_.language, "feedback.told", {{"reason", wish.reason}});
    } else if (!wish.told && is_nameless && !has_followers(wish.note)) {
        told["idea.feedback"] = base::tr_page(setup_.language, "feedback.no_contact");
    }
    if (!wish.reason.empty()) told["idea.state_reason"] = wish.reason;
    const auto missing = ideas::missing_for(*state, ideas::State::closed, [&](std::string_view field) {
        return told.contains(field) || !cells().text(wish.note, field).empty();
    });
    if (!missing.empty()) return base::refuse(base::Code::not_now, std::string(missing.front().key));
    auto change = draft(asker, "change.withdraw_idea");
    change.set(wish.note, "idea.state", "closed");
    change.set(wish.note, "idea.state_at", book_.now_ms());
    for (const auto& [field, text] : told) change.set(wish.note, field, text);
    changed_everybodys();
    return write(asker, std::move(change));
}

std::string Workshop::number_prefix() const {
    static const auto settings = base::derived_id("settings", {});
    const auto letter = ideas::site_letter(cells().text(settings, "settings.site_letter"), setup_.municipality);
    return ideas::number_prefix(letter, base::local_year(book_.now_ms()));
}

/// `received` was written at once, the number comes when the time to undo has passed and the receipt is on disk.
void Workshop::number_ideas() {
    const auto now = book_.now_ms();
    const auto is_due = [this, now](const Receipt& receipt) {
        return receipt.until_ms <= now && receipt.ticket <= book_.saved_upto();
    };
    if (std::none_of(receipts_.begin(), receipts_.end(), is_due)) return;
    const auto prefix = number_prefix();
    if (prefix != next_number_prefix_) {
        const auto highest = book_.reader().highest_number(prefix);
        if (!highest) return;  // tried again at the next tick
        next_number_ = *highest + 1;
        next_number_prefix_ = prefix;
    }
    model::Draft change("host", "change.number_ideas");
    std::vector<Id> numbered;
    for (const auto& receipt : receipts_) {
        if (!is_due(receipt)) continue;
        for (const auto& idea : receipt.ideas) {
            if (cells().text(idea, "idea.state") == "draft" || !cells().text(idea, "idea.number").empty()) continue;
            auto number = ideas::parse_number(prefix + "001");
            number->running = next_number_++;
            change.set(idea, "idea.number", ideas::to_text(*number));
            numbered.push_back(idea);
        }
    }
    std::erase_if(receipts_, is_due);
    unsaved_numbers_.insert(numbered.begin(), numbered.end());
    answers_.when_saved(book_.write(std::move(change)).ticket, [this, numbered] {
        for (const auto& idea : numbered) unsaved_numbers_.erase(idea);
        changed_everybodys();
    });
    changed_everybodys();
}

std::string Workshop::number_of(const Id& idea) const {
    return unsaved_numbers_.contains(idea) ? std::string() : cells().text(idea, "idea.number");
}

/// Of two copies of a register only one may number an idea. It is this file's when this file's node received it; when
/// the file was moved, and so has a new node, it may also number what the session received that goes on here, unless
/// the file where that was received still lives on this machine.
bool Workshop::is_ours_to_number(const Id& idea) {
    const auto* received = cells().find(idea, "idea.received_at");
    if (received == nullptr) return false;
    if (received->stamp.node == book_.clock().node()) return true;
    const auto& elsewhere = setup_.nodes_elsewhere;
    return went_on_ && cells().id(idea, "note.session") == session_ &&
           std::find(elsewhere.begin(), elsewhere.end(), received->stamp.node) == elsewhere.end();
}

/// A host that stopped within the 8 s gives the numbers now, however far the ideas have come since.
base::Done Workshop::find_unnumbered() {
    Receipt receipt;
    for (const auto state : ideas::all_states) {
        if (state == ideas::State::draft) continue;
        const std::vector<store::Where> unnumbered{{"number", {}}, {"state", model::of_text(ideas::state_name(state))}};
        IR_TRY(const auto rows, book_.reader().read_rows("idea", unnumbered));
        for (const auto& row : rows) {
            IR_DO(book_.load(row.entity));
            if (is_ours_to_number(row.entity)) receipt.ideas.push_back(row.entity);
        }
    }
    if (!receipt.ideas.empty()) receipts_.push_back(std::move(receipt));
    return {};
}

}  // namespace registrar
