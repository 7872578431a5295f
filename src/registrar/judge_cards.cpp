// Idea cards: a group fills in one card on as many devices as it likes. Each field is a text of its own, so that
// nobody's saving touches another field; those who have the card open see who writes where, and each text as it is
// shown.
#include "model/schema.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

constexpr std::int64_t pen_rests_after_ms = 10000;

/// What a field says once this is written in it. An idea is never without a name: with none it has its note's text.
std::string meant_by(const model::Cells& cells, const Id& idea, std::string_view field, const std::string& text) {
    return field == "title" && text.empty() ? cells.text(idea, "note.text") : text;
}

}  // namespace

/// The begun block of cards whose form has this field, the newest first. What was typed when the trainer went on is
/// still taken.
const model::Block* Workshop::find_asking(std::string_view field) const {
    for (auto block = course_.blocks.rbegin(); block != course_.blocks.rend(); ++block) {
        if (block->activity != model::Activity::card) continue;
        if (std::find(block->form.begin(), block->form.end(), field) == block->form.end()) continue;
        if (cells().number(run_of(block->id), "block.started_at") != 0) return &*block;
    }
    return nullptr;
}

Unshown* Workshop::find_card_text(const Id& idea, std::string_view field, const Id& seat) {
    for (auto& [id, unshown] : unshown_) {
        if (unshown.row.seat == seat && unshown.at("field") == field && unshown.at("card") == idea.text())
            return &unshown;
    }
    return nullptr;
}

Judged Workshop::judge(const intents::FillForm& wish, const Asker& asker) {
    if (!is_visible(wish.idea) || cells().text(wish.idea, "note.type") != "idea") {
        return base::refuse(base::Code::not_found, "idea");
    }
    if (asker.seat->row.muted) return base::refuse(base::Code::denied, "muted");
    for (const auto& [field, text] : wish.fields) {
        const auto name = "idea." + field;
        const auto* asking = find_asking(field);
        if (asking == nullptr || model::find_field(name) == nullptr) return base::refuse(base::Code::bad_input, field);
        if (is_closed(asking->id)) return base::refuse(base::Code::not_now, "block_closed");
    }
    auto change = draft(asker, "change.fill_idea");
    Rows rows;
    bool waits = false;
    for (const auto& [field, written] : wish.fields) {
        const auto name = "idea." + field;
        const auto text = meant_by(cells(), wish.idea, field, written);
        const auto* earlier = find_card_text(wish.idea, field, asker.seat->row.seat);
        // There is nothing to review in what says again what is shown. To empty a field is to write in it: what stands
        // there may be somebody else's.
        const bool is_new = text != cells().text(wish.idea, name);
        if (is_new && is_reviewed(text)) {
            Unshown unshown;
            unshown.row = {earlier != nullptr ? earlier->row.note : book_.new_id(),
                           session_,
                           asker.seat->row.seat,
                           {},
                           true,
                           book_.now_ms()};
            unshown.said = {{"card", wish.idea.text()},
                            {"field", field},
                            {"text", text},
                            {"type", "card"},
                            {"block", find_asking(field)->id}};
            unshown.row.content = views::to_json(unshown.said);
            rows.emplace_back(unshown.row);
            const auto id = unshown.row.note;
            unshown_[id] = std::move(unshown);
            waits = true;
            continue;
        }
        if (earlier != nullptr) {
            const auto id = earlier->row.note;
            rows.emplace_back(store::DropHidden{id});
            unshown_.erase(id);
        }
        change.set(wish.idea, name, text);
    }
    cards_dirty_.insert(wish.idea);
    return write(asker, std::move(change), std::move(rows),
                 {{"idea", wish.idea.text()}, {"state", waits ? "waiting" : "shown"}});
}

/// The trainer lets it be seen: from now on it stands in the idea.
Judged Workshop::show_card_text(const Unshown& unshown, const Asker& asker) {
    auto change = draft(asker, "change.fill_idea");
    if (const auto idea = base::parse_id(unshown.at("card"))) {
        const auto& field = unshown.at("field");
        change.set(*idea, "idea." + field, meant_by(cells(), *idea, field, unshown.at("text")));
    }
    changed_card(unshown);
    return write(asker, std::move(change), {store::DropHidden{unshown.row.note}});
}

void Workshop::changed_card(const Unshown& unshown) {
    if (const auto board = base::parse_id(unshown.at("board"))) {
        table_boards_.due.insert(unshown.row.seat);
        tell_board(*board);
    }
    if (const auto idea = base::parse_id(unshown.at("card"))) cards_dirty_.insert(*idea);
}

Judged Workshop::judge(const intents::OpenCard& wish, const Asker& asker) {
    auto& seat = *asker.seat;
    if (wish.idea && (!is_visible(*wish.idea) || cells().text(*wish.idea, "note.type") != "idea")) {
        return base::refuse(base::Code::not_found, "idea");
    }
    const auto idea = wish.idea.value_or(Id{});
    const bool has_field = idea.empty() ? is_column(wish.field) : find_asking(wish.field) != nullptr;
    const bool writes = has_field && !seat.row.muted;
    if (seat.card != idea || (writes ? wish.field : "") != seat.field) {
        for (const auto& card : {seat.card, idea}) changed_pen(card);
    }
    seat.card = idea;
    put_down_pen(seat);
    if (writes) {
        seat.field = wish.field;
        seat.wrote_at_ms = book_.now_ms();
        writing_.insert(seat.row.seat);
    }
    return Answer{};
}

/// A column that notes are written into now.
bool Workshop::is_column(std::string_view group) const {
    const auto* block = current_block();
    if (block == nullptr || block->collects.empty()) return false;
    return std::find(block->groups.begin(), block->groups.end(), group) != block->groups.end();
}

/// A card is told of to all that have it open, a column to the wall alone.
void Workshop::changed_pen(const Id& card) {
    if (!card.empty()) {
        cards_dirty_.insert(card);
    } else if (wall_scope_) {
        remote_dirty_ = true;
    }
}

void Workshop::put_down_pen(Seat& seat) {
    seat.field.clear();
    writing_.erase(seat.row.seat);
}

void Workshop::close_card(Seat& seat) {
    if (!seat.card.empty() || !seat.field.empty()) changed_pen(seat.card);
    seat.card = {};
    put_down_pen(seat);
}

/// Whoever has stopped typing without saying so holds no field for the others.
void Workshop::put_down_pens() {
    const auto now = book_.now_ms();
    for (const auto& id : std::set<Id>(writing_)) {
        auto* seat = seats_.find(id);
        if (seat == nullptr) {
            writing_.erase(id);
        } else if (now - seat->wrote_at_ms >= pen_rests_after_ms || now < seat->wrote_at_ms) {
            changed_pen(seat->card);
            put_down_pen(*seat);
        }
    }
}

views::CardView Workshop::card_view(const Seat& seat) const {
    views::CardView card;
    card.idea = seat.card;
    const auto* block = current_block();
    if (block == nullptr) return card;
    for (const auto& field : block->form) {
        views::CardView::Field view;
        view.id = field;
        view.text = cells().text(seat.card, "idea." + field);
        for (const auto& [id, unshown] : unshown_) {
            if (unshown.at("field") != field || unshown.at("card") != seat.card.text()) continue;
            if (unshown.row.seat == seat.row.seat) {
                view.own = unshown.at("text");
                view.own_state = unshown.row.waiting ? "waiting" : "hidden";
                view.held = why_held(view.own);
            } else if (unshown.row.waiting) {
                view.others_wait = true;
            }
        }
        for (const auto& id : writing_) {
            const auto* writer = seats_.find(id);
            if (writer == nullptr || writer == &seat || writer->card != seat.card || writer->field != field) continue;
            view.writers.push_back(shown_name(*writer));
        }
        card.fields.push_back(std::move(view));
    }
    return card;
}

void Workshop::publish_cards() {
    if (cards_dirty_.empty()) return;
    const auto dirty = std::exchange(cards_dirty_, {});
    for (const auto* seat : seats_.all()) {
        if (seat->here.empty() || seat->card.empty() || !dirty.contains(seat->card)) continue;
        send_to_seat(*seat, views::to_card(card_view(*seat)), "card");
    }
}

}  // namespace registrar
