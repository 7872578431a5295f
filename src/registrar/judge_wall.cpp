// What is done to notes and person cards at the wall itself, and undone there.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "methods/order_key.hpp"
#include "registrar/workshop.hpp"

namespace registrar {

Judged Workshop::judge(const intents::WriteNote& wish, const Asker& asker) {
    const auto* block = find_block(wish.block);
    if (block == nullptr) return base::refuse(base::Code::not_found, "block");
    if (block->collects.empty()) return base::refuse(base::Code::not_now, "no_notes");
    if (wish.text.empty()) return base::refuse(base::Code::bad_input, "text");
    const auto& groups = block->groups;
    const bool known = std::find(groups.begin(), groups.end(), wish.group) != groups.end();
    if (!wish.group.empty() && !known) return base::refuse(base::Code::bad_input, "group");
    Unshown written;
    written.row.note = book_.new_id();
    written.row.at_ms = book_.now_ms();
    written.said = {
        {"block", block->id},    {"type", block->collects},
        {"text", wish.text},     {"group", wish.group.empty() && !groups.empty() ? groups.front() : wish.group},
        {"colour", wish.colour}, {"language", setup_.language},
        {"source", "wall"}};
    auto change = draft(asker, "change.add_note");
    Rows rows;
    put_note(change, written, rows);
    auto answer = write(asker, std::move(change), std::move(rows), {{"note", written.row.note.text()}});
    if (wish.hand && asker.is_wall() && !table_boards_.handed) hand_over({}, written.row.note, wish.text);
    return answer;
}

Judged Workshop::judge(const intents::ColourNote& wish, const Asker& asker) {
    if (!is_visible(wish.note)) return base::refuse(base::Code::not_found, "note");
    auto change = draft(asker, "change.colour_note");
    change.set(wish.note, "note.colour", wish.colour);
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::MoveNote& wish, const Asker& asker) {
    if (!is_visible(wish.note)) return base::refuse(base::Code::not_found, "note");
    const auto* block = find_block(cells().text(wish.note, "note.block"));
    if (block == nullptr) return base::refuse(base::Code::bad_input, "group");
    const auto& groups = block->groups;
    const bool known =
        groups.empty() ? wish.group.empty() : std::find(groups.begin(), groups.end(), wish.group) != groups.end();
    if (!known) return base::refuse(base::Code::bad_input, "group");
    std::string next;
    if (wish.before) {
        const auto& before = *wish.before;
        const bool beside = before != wish.note && is_visible(before) &&
                            cells().text(before, "note.block") == block->id &&
                            cells().text(before, "note.group") == wish.group;
        if (!beside) return base::refuse(base::Code::bad_input, "before");
        next = cells().text(before, "note.order");
    }
    // Between its new neighbours, of all that lie on the walls: only its own key changes.
    std::string last;
    for (const auto& note : notes_) {
        const auto order = cells().text(note, "note.order");
        if (note != wish.note && (next.empty() || order < next)) last = std::max(last, order);
    }
    auto change = draft(asker, "change.move_note");
    if (!groups.empty()) change.set(wish.note, "note.group", wish.group);
    change.set(wish.note, "note.order",
               methods::key_between(last, next).value_or(std::string(methods::first_order_key)));
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::PutPersona& wish, const Asker& asker) {
    const auto& id = wish.persona;
    const bool is_fresh = std::find(personas_.begin(), personas_.end(), id) == personas_.end();
    if (id.empty() || (is_fresh && cells().find(id) != nullptr)) {
        return base::refuse(base::Code::bad_input, "persona");
    }
    // One that has been taken away is not brought back by what somebody still wrote in it.
    if (!is_fresh && !cells().exists(id, "persona")) return base::refuse(base::Code::not_found, "persona");
    if (!base::has_visible(wish.name)) return base::refuse(base::Code::bad_input, "name");
    if (base::graphemes(wish.name) > intents::most_persona_name_graphemes) {
        return base::refuse(base::Code::too_large, "name");
    }
    for (const auto* text :
         {&wish.description, &wish.quote, &wish.everyday, &wish.needs, &wish.obstacles, &wish.help}) {
        if (base::graphemes(*text) > intents::most_persona_graphemes) {
            return base::refuse(base::Code::too_large, "persona");
        }
    }
    auto change = draft(asker, "change.put_persona");
    change.set(id, "persona.session", session_);
    change.set(id, "persona.name", wish.name);
    change.set(id, "persona.description", wish.description);
    change.set(id, "persona.quote", wish.quote);
    change.set(id, "persona.everyday", wish.everyday);
    change.set(id, "persona.needs", wish.needs);
    change.set(id, "persona.obstacles", wish.obstacles);
    change.set(id, "persona.help", wish.help);
    if (is_fresh) {
        std::string last;
        for (const auto& other : personas_) last = std::max(last, cells().text(other, "persona.order"));
        change.set(id, "persona.order", methods::key_between(last, {}).value_or(std::string(methods::first_order_key)));
        personas_.push_back(id);
    }
    return write(asker, std::move(change), {}, {{"persona", id.text()}});
}

Judged Workshop::judge(const intents::RemovePersona& wish, const Asker& asker) {
    const bool is_ours = std::find(personas_.begin(), personas_.end(), wish.persona) != personas_.end();
    if (!is_ours || !cells().exists(wish.persona, "persona")) return base::refuse(base::Code::not_found, "persona");
    auto change = draft(asker, "change.remove_persona");
    change.set(wish.persona, "persona.deleted", 1);
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::MovePersona& wish, const Asker& asker) {
    const auto is_there = [this](const Id& id) {
        return std::find(personas_.begin(), personas_.end(), id) != personas_.end() && cells().exists(id, "persona");
    };
    if (!is_there(wish.persona)) return base::refuse(base::Code::not_found, "persona");
    if (wish.before && (*wish.before == wish.persona || !is_there(*wish.before))) {
        return base::refuse(base::Code::bad_input, "before");
    }
    const auto next = wish.before ? cells().text(*wish.before, "persona.order") : std::string();
    std::string last;
    for (const auto& other : personas_) {
        const auto order = cells().text(other, "persona.order");
        if (other != wish.persona && (next.empty() || order < next)) last = std::max(last, order);
    }
    auto change = draft(asker, "change.move_persona");
    change.set(wish.persona, "persona.order",
               methods::key_between(last, next).value_or(std::string(methods::first_order_key)));
    return write(asker, std::move(change));
}

/// Would taking this back, or doing it again, touch what is being voted on?
bool Workshop::changes_open_vote(const model::Change& done) const {
    return std::any_of(done.facts.begin(), done.facts.end(), [this](const model::Fact& fact) {
        constexpr std::array of_the_option{"note.session", "note.hidden", "note.deleted", "note.merged_into"};
        const bool matters = std::find(of_the_option.begin(), of_the_option.end(), fact.field) != of_the_option.end();
        return matters && is_in_open_vote(fact.entity);
    });
}

Judged Workshop::judge(const intents::UndoLast& wish, const Asker& asker) {
    auto& from = wish.redo ? wall_undone_ : wall_done_;
    auto& to = wish.redo ? wall_done_ : wall_undone_;
    // What somebody else has changed since then is passed over.
    while (!from.empty()) {
        const auto done = book_.read_change(from.back());
        if (done && changes_open_vote(*done)) return base::refuse(base::Code::not_now, "in_vote");
        from.pop_back();
        if (!done) continue;
        const auto undone = boards_.undo(*done);
        if (!undone) continue;
        to.push_back(undone->written.place);
        // What a remote has joined with a note that this takes away stays.
        auto parted = draft(asker, "change.undo");
        part_from_the_gone(parted);
        register_dirty_ = true;
        changed_everybodys();
        return Answer{book_.write(std::move(parted)).ticket, {}};
    }
    return base::refuse(base::Code::not_now, wish.redo ? "no_redo" : "no_undo");
}

}  // namespace registrar
