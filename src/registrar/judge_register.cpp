// Deeds on the register's ideas: steps of the life cycle with what they ask for, and fields filled in.
#include <algorithm>
#include <array>

#include "base/language.hpp"
#include "base/text.hpp"
#include "model/schema.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

/// Fields that a form may fill in; where an idea stands, came from and is called in numbers has its own deeds.
bool may_fill(std::string_view name) {
    constexpr std::array kept{"idea.state",       "idea.state_at",    "idea.number",
                              "idea.received_at", "idea.origin",      "idea.merged_into",
                              "idea.deleted",     "idea.external_id", "idea.links"};
    return model::find_field(name) != nullptr && std::find(kept.begin(), kept.end(), name) == kept.end();
}

}  // namespace

/// The idea as cards show it, what is unsaved included.
base::Result<ideas::IdeaCard> Workshop::load_card(const Id& idea) {
    IR_DO(book_.load(idea));
    ideas::IdeaColumns columns;
    if (const auto* fields = cells().find(idea)) {
        for (const auto& [name, cell] : *fields) {
            if (name.starts_with("idea.")) columns.emplace(name.substr(5), cell.value);
        }
    }
    auto card = ideas::to_card(idea, columns);
    if (!card) return base::refuse(base::Code::not_found, "idea");
    card->number = number_of(idea);
    return *card;
}

base::Done Workshop::put_fields(model::Draft& draft, ideas::IdeaCard& card,
                                const std::map<std::string, std::string>& fields) {
    for (const auto& [column, text] : fields) {
        const auto name = "idea." + column;
        if (!may_fill(name)) return base::refuse(base::Code::bad_input, column);
        if (column == "title" && !base::has_visible(text)) return base::refuse(base::Code::not_now, "title");
        draft.set(card.id, name, text);
        if (column == "title") {
            card.title = text;
        } else {
            card.texts[column] = text;
        }
    }
    return {};
}

Judged Workshop::judge(const intents::MoveIdea& wish, const Asker& asker) {
    const auto to = ideas::parse_state(wish.to);
    if (!to) return base::refuse(base::Code::bad_input, "to");
    IR_TRY(auto card, load_card(wish.idea));
    if (!ideas::may_move(card.state, *to)) return base::refuse(base::Code::not_now, "state");
    auto change = draft(asker, "change.advance_idea");
    // A reason or review date of an earlier step says nothing about this one.
    card.texts.erase("state_reason");
    IR_DO(put_fields(change, card, wish.fields));
    const auto is_filled = [&card](std::string_view field) { return ideas::is_filled(card, field); };
    const auto missing = ideas::missing_for(card.state, *to, is_filled);
    if (!missing.empty()) {
        std::string lacks;
        for (const auto& one : missing) lacks += (lacks.empty() ? "" : ", ") + base::tr(one.key);
        return base::refuse(base::Code::not_now, "gate", base::tr("idea.gate_lacks", {{"lacks", lacks}}));
    }
    if (!base::has_visible(card.title)) return base::refuse(base::Code::not_now, "title");
    const bool untold = *to == ideas::State::closed && card.text("feedback") == base::tr("wall.form.no_contact");
    if (untold && has_followers(wish.idea)) return base::refuse(base::Code::not_now, "followers");
    change.set(wish.idea, "idea.state", wish.to);
    change.set(wish.idea, "idea.state_at", book_.now_ms());
    const bool is_new = *to == ideas::State::received && card.number.empty();
    if (is_new && card.received_at_ms == 0) change.set(wish.idea, "idea.received_at", book_.now_ms());
    register_dirty_ = true;
    changed_everybodys();
    const auto answer = write(asker, std::move(change));
    // Its number comes as soon as this is on disk.
    if (is_new) receipts_.push_back({{}, {}, answer.ticket, book_.now_ms(), {wish.idea}});
    return answer;
}

Judged Workshop::judge(const intents::UndoMove& wish, const Asker& /*asker*/) {
    IR_DO(book_.load(wish.idea));
    const auto stands = [this, &wish] { return cells().text(wish.idea, "idea.state"); };
    std::uint64_t ticket = 0;
    for (auto at = wall_done_.size(); at > 0 && stands() != wish.from; --at) {
        const auto done = book_.read_change(wall_done_[at - 1]);
        if (!done) continue;
        const bool moves = std::any_of(done->facts.begin(), done->facts.end(), [&wish](const model::Fact& fact) {
            return fact.entity == wish.idea && fact.field == "idea.state";
        });
        if (!moves) continue;
        const auto undone = boards_.undo(*done);
        if (!undone) break;  // somebody has moved it since
        wall_done_.erase(wall_done_.begin() + static_cast<std::ptrdiff_t>(at - 1));
        wall_undone_.push_back(undone->written.place);
        ticket = undone->written.ticket;
    }
    if (ticket == 0) return base::refuse(base::Code::not_now, "no_undo");
    register_dirty_ = true;
    changed_everybodys();
    return Answer{ticket, {}};
}

Judged Workshop::judge(const intents::FillIdea& wish, const Asker& asker) {
    IR_TRY(auto card, load_card(wish.idea));
    if (wish.fields.empty()) return base::refuse(base::Code::bad_input, "fields");
    auto change = draft(asker, "change.fill_idea");
    IR_DO(put_fields(change, card, wish.fields));
    register_dirty_ = true;
    return write(asker, std::move(change), {}, {{"idea", wish.idea.text()}});
}

Judged Workshop::judge(const intents::AddIdea& wish, const Asker& asker) {
    const auto title = wish.fields.find("title");
    if (title == wish.fields.end() || title->second.empty()) return base::refuse(base::Code::bad_input, "title");
    auto change = draft(asker, "change.new_idea");
    ideas::IdeaCard card;
    card.id = book_.new_id();
    IR_DO(put_fields(change, card, wish.fields));
    change.set(card.id, "idea.state", ideas::state_name(ideas::State::draft));
    change.set(card.id, "idea.state_at", book_.now_ms());
    register_dirty_ = true;
    return write(asker, std::move(change), {}, {{"idea", card.id.text()}});
}

}  // namespace registrar
