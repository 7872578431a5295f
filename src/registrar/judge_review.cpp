// What the trainer lets be seen of what waits: one text, or many by one press.
#include "base/digest.hpp"
#include "registrar/workshop.hpp"

namespace registrar {

const std::string& Unshown::at(const std::string& key) const {
    static const std::string none;
    const auto found = said.find(key);
    return found == said.end() ? none : found->second;
}

std::string Unshown::words() const {
    return at("shows").empty() ? at("text") : at("text") + "\n" + at("shows");
}

std::string version_of(std::string_view words) {
    const auto digest = base::sha256(words);
    return base::to_hex(std::span(digest).first(8));
}

/// Nobody's words are shown unread: they may have been changed since the trainer looked.
base::Done check_read(std::string_view version, std::string_view words) {
    if (version.empty() || version == version_of(words)) return {};
    return base::refuse(base::Code::not_now, "changed");
}

Judged Workshop::judge(const intents::ApproveNote& wish, const Asker& asker) {
    const auto found = unshown_.find(wish.note);
    if (found == unshown_.end()) return base::refuse(base::Code::not_found, "note");
    const auto unshown = found->second;
    IR_DO(check_read(wish.version, unshown.words()));
    // What was pressed may be older than what stands there now.
    if (!wish.held_ok && !why_held(unshown.words()).empty()) return base::refuse(base::Code::not_now, "held");
    // Votes that were given to one text are not given to another.
    const auto edited = base::parse_id(unshown.at("edits"));
    if (edited && is_voted_on(*edited)) return base::refuse(base::Code::not_now, "edit_voted_on");
    if (const auto* seat = seats_.find(unshown.row.seat)) changed_mine(*seat);
    unshown_.erase(found);
    if (!unshown.at("card").empty()) return show_card_text(unshown, asker);
    if (!unshown.at("board").empty()) return show_entry(unshown, asker);
    if (edited) {
        auto change = draft(asker, "change.show_waiting");
        note_text(change, *edited, unshown.at("text"));
        if (!unshown.at("group").empty()) change.set(*edited, "note.group", unshown.at("group"));
        if (unshown.said.contains("shows")) change.set(*edited, "note.photo_shows", unshown.at("shows"));
        if (const auto& original = unshown.at("original"); !original.empty()) {
            change.set(*edited, "note.original_text", original);
        }
        return write(asker, std::move(change), {store::DropHidden{wish.note}});
    }
    auto change = draft(asker, "change.show_waiting");
    Rows rows;
    put_note(change, unshown, rows);
    rows.emplace_back(store::DropHidden{wish.note});
    return write(asker, std::move(change), std::move(rows));
}

/// Each is judged by itself, as if it had been pressed alone: what is held, has been changed or has gone meanwhile,
/// stays where it is. How many were changed is told.
Judged Workshop::judge(const intents::ReviewNotes& wish, const Asker& asker) {
    std::optional<Answer> done;
    std::optional<base::Error> refused;
    std::size_t changed_since = 0;
    for (std::size_t i = 0; i < wish.notes.size(); ++i) {
        const auto& note = wish.notes[i];
        const auto version = i < wish.versions.size() ? wish.versions[i] : std::string();
        const bool shows = wish.how == intents::Review::show;
        auto one = shows ? judge(intents::ApproveNote{note, false, version}, asker)
                         : judge(intents::HideNote{note, wish.how == intents::Review::wait}, asker);
        if (one) {
            done = std::move(*one);
        } else {
            if (one.error().what == "changed") ++changed_since;
            refused = one.error();
        }
    }
    if (!done && refused) return tl::unexpected<base::Error>(std::move(*refused));
    if (changed_since > 0) return write_rows(asker, {}, {{"changed", std::to_string(changed_since)}});
    return done.value_or(Answer{});
}

}  // namespace registrar
