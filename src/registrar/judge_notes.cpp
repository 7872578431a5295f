#include "base/text.hpp"
#include "methods/order_key.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

bool is_idea(const model::Cells& cells, const Id& note) {
    return cells.text(note, "note.type") == "idea";
}

bool is_in_register(const model::Cells& cells, const Id& note) {
    const auto state = cells.text(note, "idea.state");
    return !state.empty() && state != "draft";
}

bool has_group(const model::Block& block, const std::string& group) {
    return std::find(block.groups.begin(), block.groups.end(), group) != block.groups.end();
}

/// What is hidden disappears at once, from a picture that stands still too.
std::shared_ptr<const views::WallView> without(const views::WallView& frozen, const Id& note) {
    auto left = std::make_shared<views::WallView>(frozen);
    std::erase_if(left->remote.room.wall, [&note](const auto& one) { return one.id == note; });
    return left;
}

}  // namespace

bool Workshop::is_reviewed(std::string_view text) const {
    return cells().text(session_, "session.moderation") != "off" || !why_held(text).empty();
}

Judged Workshop::judge(const intents::AddNote& wish, const Asker& asker) {
    // A device that was offline may bring a note for a block that the room has left: better late than lost.
    const auto* block = find_block(wish.block);
    if (block == nullptr) return base::refuse(base::Code::not_found, "block");
    if (block->collects.empty()) return base::refuse(base::Code::not_now, "no_notes");
    if (cells().number(run_of(block->id), "block.started_at") == 0) return base::refuse(base::Code::not_now, "block");
    if (is_closed(block->id)) return base::refuse(base::Code::not_now, "block_closed");
    if (wish.text.empty()) return base::refuse(base::Code::bad_input, "text");
    if (asker.seat->row.muted) return base::refuse(base::Code::denied, "muted");
    const auto& groups = block->groups;
    if (!wish.group.empty() && !has_group(*block, wish.group)) return base::refuse(base::Code::bad_input, "group");
    if (wish.parent && !is_visible(*wish.parent)) return base::refuse(base::Code::not_found, "parent");
    if (block->most_notes > 0) {
        const auto mine = mine_view(*asker.seat).notes;
        const auto count = std::count_if(mine.begin(), mine.end(), [block](const views::MineView::Own& own) {
            return own.block == block->id && own.state != "withdrawn";
        });
        if (count >= block->most_notes) return base::refuse(base::Code::too_many, "notes");
    }
    const auto group = wish.group.empty() && !groups.empty() ? groups.front() : wish.group;
    if (has_answered(*asker.seat, *block, group, {})) return base::refuse(base::Code::too_many, "answer");
    Unshown unshown;
    unshown.row = {book_.new_id(), session_, asker.seat->row.seat, {}, true, book_.now_ms()};
    auto& said = unshown.said;
    said["block"] = block->id;
    said["type"] = block->collects;
    said["text"] = wish.text;
    said["group"] = group;
    said["colour"] = wish.colour;
    said["language"] = wish.language.empty() ? asker.seat->row.language : wish.language;
    said["author"] = author_of(*asker.seat);
    said["parent"] = wish.parent ? wish.parent->text() : "";
    const auto note = unshown.row.note;
    Rows rows{store::OwnRow{asker.seat->row.seat, note, session_}};
    IR_DO(take_photo(wish, asker, unshown, rows));
    asker.seat->notes.push_back(note);
    changed_mine(*asker.seat);
    auto judged = [&]() -> Judged {
        if (is_reviewed(unshown.words())) return keep_unshown(std::move(unshown), asker, std::move(rows), true);
        auto change = draft(asker, "change.add_note");
        put_note(change, unshown, rows);
        return write(asker, std::move(change), std::move(rows), {{"note", note.text()}, {"state", "shown"}});
    }();
    if (judged) await_photo(note, judged->ticket);
    return judged;
}

Judged Workshop::keep_unshown(Unshown unshown, const Asker& asker, Rows rows, bool own) {
    unshown.row.content = views::to_json(unshown.said);
    rows.emplace_back(unshown.row);
    const auto note = own ? unshown.row.note.text() : unshown.at("edits");
    unshown_[unshown.row.note] = std::move(unshown);
    return write_rows(asker, std::move(rows), {{"note", note}, {"state", "waiting"}});
}

/// The facts of a note that is shown from now on. In an idea block it is the register's idea, in state draft.
void Workshop::put_note(model::Draft& draft, const Unshown& unshown, Rows& rows) {
    const auto& note = unshown.row.note;
    const auto put = [&draft, &note, &unshown](std::string_view field, const std::string& key) {
        if (const auto& text = unshown.at(key); !text.empty()) draft.set(note, field, text);
    };
    const std::string last = notes_.empty() ? "" : cells().text(notes_.back(), "note.order");
    draft.set(note, "note.session", session_);
    put("note.block", "block");
    put("note.type", "type");
    put("note.text", "text");
    put("note.group", "group");
    put("note.colour", "colour");
    put("note.author_name", "author");
    put("note.language", "language");
    put("note.original_text", "original");
    put("note.photo_blob", "photo");
    put("note.photo_shows", "shows");
    if (!unshown.at("photo").empty()) rows.emplace_back(store::PublishPhoto{note});
    draft.set(note, "note.source", unshown.at("source").empty() ? "tablet" : unshown.at("source"));
    draft.set(note, "note.order", methods::key_between(last, "").value_or(std::string(methods::first_order_key)));
    draft.set(note, "note.written_at", unshown.row.at_ms);
    if (const auto parent = base::parse_id(unshown.at("parent"))) draft.set(note, "note.parent", *parent);
    if (unshown.at("type") == "idea") {
        draft.set(note, "idea.title", unshown.at("text"));
        draft.set(note, "idea.state", "draft");
        draft.set(note, "idea.state_at", book_.now_ms());
    }
    notes_.push_back(note);
}

base::Result<Id> Workshop::find_own(const Id& note, const Asker& asker) const {
    const auto& notes = asker.seat->notes;
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) return base::refuse(base::Code::not_yours, "note");
    if (is_in_register(cells(), note)) return base::refuse(base::Code::not_now, "received");
    if (is_voted_on(note)) return base::refuse(base::Code::not_now, "voted_on");
    return note;
}

/// What comes late for a block that the room has left is still taken: a device may have been offline.
bool Workshop::is_closed(std::string_view block) const {
    return cells().text(session_, "session.block") == block && cells().text(run_of(block), "block.phase") == "closed";
}

/// Of a form's questions each has one answer from a seat, other than `but`; one that was withdrawn is none.
bool Workshop::has_answered(const Seat& seat, const model::Block& block, std::string_view question,
                            const Id& but) const {
    if (block.form.empty() || block.form != block.groups) return false;
    const auto waits = std::any_of(unshown_.begin(), unshown_.end(), [&, edited = but.text()](const auto& one) {
        const auto& [note, unshown] = one;
        const bool counts = unshown.row.waiting || unshown.at("edits").empty();
        return counts && unshown.row.seat == seat.row.seat && note != but && unshown.at("edits") != edited &&
               unshown.at("block") == block.id && unshown.at("group") == question;
    });
    return waits || std::any_of(seat.notes.begin(), seat.notes.end(), [&](const Id& note) {
               return note != but && cells().find(note) != nullptr && cells().number(note, "note.deleted") != 1 &&
                      cells().text(note, "note.block") == block.id && cells().text(note, "note.group") == question;
           });
}

bool Workshop::is_voted_on(const Id& note) const {
    return std::any_of(polls_.begin(), polls_.end(), [&](const Id& poll) {
        if (cells().text(poll, "poll.state") == "cancelled") return false;
        const auto form = form_of(poll);
        if (!form) return false;
        const auto& options = form->rule.options;
        return std::find(options.begin(), options.end(), note.text()) != options.end();
    });
}

/// Who votes sees the candidates as they were when the round opened: none of them goes away before it is closed.
bool Workshop::is_in_open_vote(const Id& note) const {
    return std::any_of(rounds_.begin(), rounds_.end(), [&note](const auto& open) {
        const auto& options = open.second.rule().options;
        return !open.second.closing && std::find(options.begin(), options.end(), note.text()) != options.end();
    });
}

/// An idea's title is its note's text until it has its number: so long may it still become a draft again.
void Workshop::note_text(model::Draft& draft, const Id& note, const std::string& text) const {
    draft.set(note, "note.text", text);
    if (is_idea(cells(), note) && cells().text(note, "idea.number").empty()) draft.set(note, "idea.title", text);
}

std::map<Id, Unshown>::iterator Workshop::find_edit(const Id& note) {
    return std::find_if(unshown_.begin(), unshown_.end(),
                        [id = note.text()](const auto& one) { return one.second.at("edits") == id; });
}

/// Of several edits of one note only the last is worth showing; an earlier one must not come back after it.
void Workshop::drop_edit(const Id& note, Rows& rows) {
    const auto earlier = find_edit(note);
    if (earlier == unshown_.end()) return;
    rows.emplace_back(store::DropHidden{earlier->first});
    unshown_.erase(earlier);
}

/// What was joined with a note that goes away stands by itself again: both texts and both origins stay.
void Workshop::part_from(model::Draft& draft, const Id& note) const {
    for (const auto& other : notes_) {
        for (const auto* field : {"note.merged_into", "idea.merged_into"}) {
            if (cells().id(other, field) == note) draft.unset(other, field);
        }
    }
}

void Workshop::part_from_the_gone(model::Draft& draft) const {
    for (const auto& other : notes_) {
        const auto into = cells().id(other, "note.merged_into");
        if (into.empty()) continue;
        if (!cells().exists(into, "note") || cells().number(into, "note.hidden") == 1) part_from(draft, into);
    }
}

Judged Workshop::judge(const intents::EditNote& wish, const Asker& asker) {
    IR_TRY(const auto note, find_own(wish.note, asker));
    const auto unshown = unshown_.find(note);
    const auto block = unshown != unshown_.end() ? unshown->second.at("block") : cells().text(note, "note.block");
    if (is_closed(block)) return base::refuse(base::Code::not_now, "block_closed");
    if (wish.text.empty()) return base::refuse(base::Code::bad_input, "text");
    if (asker.seat->row.muted) return base::refuse(base::Code::denied, "muted");
    const auto* asking = find_block(block);
    const auto group = wish.group && !wish.group->empty() ? wish.group : std::nullopt;
    if (group && (asking == nullptr || !has_group(*asking, *group))) {
        return base::refuse(base::Code::bad_input, "group");
    }
    if (group && has_answered(*asker.seat, *asking, *group, note)) {
        return base::refuse(base::Code::too_many, "answer");
    }
    changed_mine(*asker.seat);
    const auto shows = photo_of(note).empty() ? std::nullopt : wish.shows;
    if (unshown != unshown_.end()) {
        auto changed_note = unshown->second;
        changed_note.said["text"] = wish.text;
        if (shows) changed_note.said["shows"] = *shows;
        if (group) changed_note.said["group"] = *group;
        if (!changed_note.row.waiting || is_reviewed(changed_note.words())) {
            return keep_unshown(std::move(changed_note), asker, {}, true);
        }
        // It was held for what stood in it, and that is gone.
        unshown_.erase(unshown);
        auto change = draft(asker, "change.add_note");
        Rows rows;
        put_note(change, changed_note, rows);
        rows.emplace_back(store::DropHidden{note});
        return write(asker, std::move(change), std::move(rows), {{"note", note.text()}, {"state", "shown"}});
    }
    if (!is_visible(note)) return base::refuse(base::Code::not_found, "note");
    const auto earlier = find_edit(note);
    Unshown edit;
    if (shows && *shows != cells().text(note, "note.photo_shows")) edit.said["shows"] = *shows;
    // Who says nothing of the photo leaves what waits to be said of it.
    const bool waits = earlier != unshown_.end() && earlier->second.said.contains("shows");
    if (!shows && waits) edit.said["shows"] = earlier->second.at("shows");
    edit.said["text"] = wish.text;
    if (is_reviewed(edit.words())) {
        edit.row = {earlier != unshown_.end() ? earlier->first : book_.new_id(),
                    session_,
                    asker.seat->row.seat,
                    {},
                    true,
                    book_.now_ms()};
        edit.said["edits"] = note.text();
        edit.said["type"] = cells().text(note, "note.type");
        edit.said["block"] = cells().text(note, "note.block");
        edit.said["group"] = group.value_or(cells().text(note, "note.group"));
        return keep_unshown(std::move(edit), asker, {}, false);
    }
    Rows rows;
    drop_edit(note, rows);
    auto change = draft(asker, "change.edit_note");
    note_text(change, note, wish.text);
    if (group) change.set(note, "note.group", *group);
    if (edit.said.contains("shows")) change.set(note, "note.photo_shows", edit.at("shows"));
    return write(asker, std::move(change), std::move(rows), {{"note", note.text()}, {"state", "shown"}});
}

Judged Workshop::judge(const intents::WithdrawNote& wish, const Asker& asker) {
    IR_TRY(const auto note, find_own(wish.note, asker));
    changed_mine(*asker.seat);
    if (unshown_.erase(note) > 0) return write_rows(asker, {store::DropHidden{note}}, {{"note", note.text()}});
    Rows rows;
    drop_edit(note, rows);
    if (frozen_) frozen_ = without(*frozen_, note);
    auto change = draft(asker, "change.withdraw_note");
    change.set(note, "note.deleted", 1);
    if (is_idea(cells(), note)) change.set(note, "idea.deleted", 1);
    part_from(change, note);
    return write(asker, std::move(change), std::move(rows), {{"note", note.text()}});
}

Judged Workshop::judge(const intents::HideNote& wish, const Asker& asker) {
    if (const auto found = unshown_.find(wish.note); found != unshown_.end()) {
        found->second.row.waiting = wish.undo;
        if (const auto* seat = seats_.find(found->second.row.seat)) changed_mine(*seat);
        changed_card(found->second);
        return write_rows(asker, {found->second.row});
    }
    if (wish.undo) return judge(intents::ShowNote{wish.note, true}, asker);
    if (!is_visible(wish.note)) return base::refuse(base::Code::not_found, "note");
    if (is_in_register(cells(), wish.note)) return base::refuse(base::Code::not_now, "in_register");
    if (is_in_open_vote(wish.note)) return base::refuse(base::Code::not_now, "in_vote");
    changed_everybodys();
    if (frozen_) frozen_ = without(*frozen_, wish.note);
    auto change = draft(asker, "change.hide_note");
    change.set(wish.note, "note.hidden", 1);
    if (is_idea(cells(), wish.note)) change.set(wish.note, "idea.deleted", 1);
    part_from(change, wish.note);
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::ShowNote& wish, const Asker& asker) {
    if (unshown_.contains(wish.note)) {
        return judge(intents::ApproveNote{wish.note, wish.held_ok, wish.version}, asker);
    }
    if (cells().number(wish.note, "note.hidden") != 1) return base::refuse(base::Code::not_found, "note");
    IR_DO(check_read(wish.version, words_on(wish.note)));
    if (!wish.held_ok && !why_held(words_on(wish.note)).empty()) return base::refuse(base::Code::not_now, "held");
    changed_everybodys();
    auto change = draft(asker, "change.show_note");
    change.set(wish.note, "note.hidden", 0);
    if (is_idea(cells(), wish.note)) change.set(wish.note, "idea.deleted", 0);
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::FixNote& wish, const Asker& asker) {
    const auto shows = photo_of(wish.note).empty() ? std::nullopt : wish.shows;
    if (wish.text.empty() && !shows) return base::refuse(base::Code::bad_input, "text");
    const auto found = unshown_.find(wish.note);
    const bool on_card = found != unshown_.end() && !found->second.at("field").empty();
    const auto text = on_card ? wish.text : base::tidy(wish.text);
    if (!on_card && base::graphemes(text) > intents::most_note_graphemes) {
        return base::refuse(base::Code::too_large, "text");
    }
    if (found != unshown_.end()) {
        auto& unshown = found->second;
        if (!text.empty()) {
            if (unshown.at("original").empty()) unshown.said["original"] = unshown.at("text");
            unshown.said["text"] = text;
        }
        // An edit says of the photo only what it changes.
        const auto photo = photo_view(wish.note);
        if (shows && (!photo || *shows != photo->shows)) unshown.said["shows"] = *shows;
        unshown.row.content = views::to_json(unshown.said);
        if (const auto* seat = seats_.find(unshown.row.seat)) changed_mine(*seat);
        changed_card(unshown);
        return write_rows(asker, {unshown.row});
    }
    if (!is_visible(wish.note)) return base::refuse(base::Code::not_found, "note");
    changed_everybodys();
    if (frozen_) frozen_ = without(*frozen_, wish.note);
    auto change = draft(asker, "change.edit_note");
    if (!text.empty() && cells().text(wish.note, "note.original_text").empty()) {
        change.set(wish.note, "note.original_text", cells().text(wish.note, "note.text"));
    }
    if (!text.empty()) note_text(change, wish.note, text);
    if (shows) change.set(wish.note, "note.photo_shows", *shows);
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::MergeNotes& wish, const Asker& asker) {
    if (wish.note == wish.into) return base::refuse(base::Code::bad_input, "into");
    if (!is_visible(wish.into)) return base::refuse(base::Code::not_found, "into");
    Rows rows;
    auto change = draft(asker, "change.merge_notes");
    bool idea = is_idea(cells(), wish.note);
    if (const auto found = unshown_.find(wish.note); found != unshown_.end()) {
        // Both texts and both origins stay: the note is shown first, then stands behind the other.
        if (!found->second.at("edits").empty()) return base::refuse(base::Code::not_now, "edit");
        if (!found->second.at("field").empty()) return base::refuse(base::Code::not_now, "card");
        IR_DO(check_read(wish.version, found->second.words()));
        if (!why_held(found->second.words()).empty()) return base::refuse(base::Code::not_now, "held");
        put_note(change, found->second, rows);
        idea = found->second.at("type") == "idea";
        rows.emplace_back(store::DropHidden{wish.note});
        unshown_.erase(found);
    } else if (!is_visible(wish.note)) {
        return base::refuse(base::Code::not_found, "note");
    } else if (is_in_register(cells(), wish.note)) {
        return base::refuse(base::Code::not_now, "in_register");
    } else if (is_in_open_vote(wish.note)) {
        return base::refuse(base::Code::not_now, "in_vote");
    }
    changed_everybodys();
    change.set(wish.note, "note.merged_into", wish.into);
    if (idea) change.set(wish.note, "idea.merged_into", wish.into);
    return write(asker, std::move(change), std::move(rows));
}

}  // namespace registrar
