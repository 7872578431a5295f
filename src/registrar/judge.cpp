// How an intent is answered: judged once, written once, told when it is on disk, and told the same again if repeated.
#include <algorithm>
#include <array>

#include "base/language.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

/// Notes and ideas can be put back at the wall; the agenda, votes and the session have ways of their own.
bool is_undoable(std::string_view label) {
    constexpr std::array labels{
        "change.add_note",     "change.edit_note",      "change.hide_note",    "change.show_note",
        "change.cluster",      "change.merge_notes",    "change.move_note",    "change.colour_note",
        "change.advance_idea", "change.fill_idea",      "change.new_idea",     "change.show_waiting",
        "change.put_persona",  "change.remove_persona", "change.move_persona", "change.restore_session"};
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

/// What is said of just this refusal, instead of what all with its code have in common; empty when there is nothing.
std::string own_sentence(const base::Error& error, const std::string& language) {
    for (const auto* stop : {".", "።"}) {
        if (error.where.ends_with(stop)) return error.where;
    }
    const std::array codes{base::Code::not_now, base::Code::already, base::Code::closed};
    if (std::find(codes.begin(), codes.end(), error.code) == codes.end()) return {};
    const auto key = "refused." + error.what;
    auto text = base::tr_page(language, key);
    return text == key ? std::string() : text;
}

}  // namespace

template <OnBoards Wish>
Judged Workshop::judge(const Wish& wish, const Asker& asker) {
    if (!asker.is_wall()) return base::refuse(base::Code::denied, "role");
    return boards_.judge(wish, ended() ? Id{} : session_);
}

void Workshop::say(const intents::Said& said) {
    Asker asker{said.visitor, seats_.find_by_visitor(said.visitor), said.client_id};
    const bool is_remote = remotes_.leads(said.visitor);
    if (asker.seat == nullptr && !is_remote) return;  // it left while its message was under way

    const auto& seen = asker.seat != nullptr ? asker.seat->seen : remote_seen_;
    if (const auto before = seen.find(said.client_id); before != seen.end()) {
        const auto key = (asker.seat != nullptr ? asker.seat->row.seat.text() : "remote") + "/" + said.client_id;
        const auto unsaved = unsaved_answers_.find(key);
        const auto* code = std::get_if<intents::UseCode>(&said.intent);
        if (code != nullptr && asker.seat != nullptr) send_sealed(*code, *asker.seat);
        answer(asker, {unsaved == unsaved_answers_.end() ? 0 : unsaved->second, before->second.answer});
        return;
    }
    if (intents::is_trainers(said.intent) == (asker.seat != nullptr)) {
        refuse_intent(asker, {base::Code::denied, "role", {}});
        return;
    }
    if (asker.seat != nullptr && asker.seat->row.frozen) {
        refuse_intent(asker, {base::Code::not_yours, "seat", {}});
        return;
    }
    if (ended()) {
        // Participants turn to the trainer; the trainer is told what to do.
        refuse_intent(asker, {base::Code::closed, is_remote ? "ended" : "", {}});
        return;
    }
    if (book_.is_full()) {
        refuse_intent(asker, {base::Code::not_saved, {}, {}});
        return;
    }
    const auto judged = std::visit([this, &asker](const auto& wish) { return judge(wish, asker); }, said.intent);
    if (judged) {
        answer(asker, *judged);
    } else {
        refuse_intent(asker, judged.error());
    }
}

void Workshop::deed(const intents::Intent& intent) {
    const Asker asker{0, nullptr, base::new_token()};
    const auto undone_before = boards_.undone().count;
    const auto judged = [this, &intent, &asker]() -> Judged {
        if (!intents::is_trainers(intent)) return base::refuse(base::Code::denied, "role");
        if (ended() && !intents::is_registers(intent)) return base::refuse(base::Code::closed, "ended");
        if (book_.is_full()) return base::refuse(base::Code::not_saved);
        return std::visit([this, &asker](const auto& wish) { return judge(wish, asker); }, intent);
    }();
    if (boards_.undone().count != undone_before) changed();
    for (const auto& place : boards_.take_undoable()) {
        wall_done_.push_back(place);
        wall_undone_.clear();
    }
    if (judged || !wall_scope_) return;
    auto text = own_sentence(judged.error(), std::string(base::language()));
    if (text.empty()) {
        const std::string key = "error." + std::string(base::code_name(judged.error().code));
        text = base::tr(key) + " " + base::tr(key + ".do");
    }
    to_wall_.emplace_back(views::WallRefusal{judged.error(), text});
    changed();
}

void Workshop::answer(const Asker& asker, const Answer& answer) {
    const auto tell = [this, visitor = asker.visitor, frame = views::to_ack(asker.client_id, answer.members)] {
        send(visitor, frame);
    };
    if (answer.ticket <= book_.saved_upto()) {
        tell();
    } else {
        answers_.when_saved(answer.ticket, tell, asker.visitor, asker.client_id);
    }
}

void Workshop::refuse_intent(const Asker& asker, const base::Error& error, std::map<std::string, std::string> raw) {
    const std::string language = asker.seat != nullptr ? asker.seat->row.language : setup_.language;
    auto text = own_sentence(error, language);
    if (text.empty()) {
        const std::string key = "error." + std::string(base::code_name(error.code));
        text = base::tr_page(language, key) + " " + base::tr_page(language, key + ".do");
    }
    // A note whose photo is on its way is said again until it has come.
    const bool may_help =
        error.code == base::Code::not_saved || error.code == base::Code::too_fast || error.what == "photo_first";
    if (error.where.starts_with("hidden=")) raw["hidden"] = error.where.substr(7);
    send(asker.visitor, views::to_nak(asker.client_id, error, text, may_help ? 2000 : 0, raw));
}

store::SeenRow Workshop::seen_row(const Asker& asker, const std::string& members) const {
    store::SeenRow row;
    row.seat = asker.seat != nullptr ? asker.seat->row.seat : session_;
    row.client_id = asker.client_id;
    row.answer = members;
    row.session = session_;
    return row;
}

Answer Workshop::write(const Asker& asker, model::Draft draft, Rows rows,
                       const std::map<std::string, std::string>& texts) {
    const auto members = views::members_of(texts);
    if (asker.is_wall()) {
        // Nobody repeats a deed at the wall, but it can be undone there.
        const bool keeps = is_undoable(draft.label());
        const auto written = book_.write(std::move(draft), std::move(rows));
        if (keeps && written.place.seq != 0) {
            wall_done_.push_back(written.place);
            wall_undone_.clear();
        }
        changed();
        return {written.ticket, members};
    }
    const auto row = seen_row(asker, members);
    auto& seen = asker.seat != nullptr ? asker.seat->seen : remote_seen_;
    seen[asker.client_id] = row;
    rows.emplace_back(row);
    const auto written = book_.write(std::move(draft), std::move(rows));
    repeats_wait(asker, written.ticket);
    changed();
    return {written.ticket, members};
}

void Workshop::repeats_wait(const Asker& asker, std::uint64_t ticket) {
    const auto key = (asker.seat != nullptr ? asker.seat->row.seat.text() : "remote") + "/" + asker.client_id;
    unsaved_answers_[key] = ticket;
    answers_.when_saved(ticket, [this, key] { unsaved_answers_.erase(key); });
}

Answer Workshop::write_rows(const Asker& asker, Rows rows, const std::map<std::string, std::string>& texts) {
    return write(asker, model::Draft("", ""), std::move(rows), texts);
}

model::Draft Workshop::draft(const Asker& asker, std::string label) const {
    return {asker.seat != nullptr ? "seat" : "trainer", std::move(label)};
}

}  // namespace registrar
