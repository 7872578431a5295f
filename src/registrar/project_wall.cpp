// What the wall sees: the room as the trainer has it, and what it looks at of the register, as it stands on disk.
#include <algorithm>
#include <set>
#include <tuple>

#include "base/clock.hpp"
#include "register/flow.hpp"
#include "register/idea_number.hpp"
#include "register/meeting.hpp"
#include "register/service_level.hpp"
#include "registrar/followers.hpp"
#include "registrar/wall_cells.hpp"
#include "registrar/workshop.hpp"
#include "views/idea_history.hpp"

namespace registrar {
namespace {

using ideas::State;

/// Counted as the register's screen counts them.
views::StartView to_start(const std::vector<ideas::IdeaCard>& cards, std::int64_t now_ms) {
    views::StartView start;
    for (const auto& card : cards) {
        const bool is_done = ideas::standing_of(card, now_ms).next == ideas::Next::write_result;
        ++start.ideas;
        if (ideas::column_of(card.state) == ideas::Column::fresh) ++start.fresh;
        if (card.state == State::testing && !is_done) ++start.testing;
        if (is_done) ++start.test_done;
        const auto& booked = card.text("next_meeting");
        const auto meeting = ideas::find_meeting(booked, now_ms);
        if (!meeting || base::to_local_date(meeting->at_ms) != base::to_local_date(now_ms)) continue;
        start.meetings.push_back({card.id, card.title, ideas::without_when(booked), meeting->at_ms, meeting->has_time});
    }
    std::stable_sort(start.meetings.begin(), start.meetings.end(),
                     [](const auto& a, const auto& b) { return a.at_ms < b.at_ms; });
    return start;
}

std::vector<views::IdeaView::Move> to_moves(const ideas::IdeaCard& card) {
    const auto is_filled = [&card](std::string_view field) {
        // Each step has a reason of its own.
        return field != "idea.state_reason" && ideas::is_filled(card, field);
    };
    std::vector<views::IdeaView::Move> moves;
    for (const auto to : ideas::moves_from(card.state)) {
        views::IdeaView::Move move{to, ideas::step_between(card.state, to), {}};
        for (const auto& missing : ideas::missing_for(card.state, to, is_filled))
            move.missing.emplace_back(missing.key);
        moves.push_back(std::move(move));
    }
    return moves;
}

/// An idea of an earlier day has no address: pages do not show it.
std::optional<views::PhotoView> to_photo(const model::Fields& fields) {
    const auto text = [&fields](std::string_view field) {
        const auto found = fields.find(field);
        return found == fields.end() ? std::string() : model::text_of(found->second.value);
    };
    auto hash = text("note.photo_blob");
    if (hash.empty()) return std::nullopt;
    return views::PhotoView{{}, std::move(hash), text("note.photo_shows")};
}

}  // namespace

void Workshop::look(views::WallScope scope) {
    if (wall_scope_ && *wall_scope_ == scope) return;
    boards_.look(scope.board, scope.board ? scope.moment : std::nullopt);
    if (!wall_scope_ || wall_scope_->board != scope.board) remote_dirty_ = true;
    const auto of_register = [](const views::WallScope& one) { return std::tie(one.ideas, one.search, one.idea); };
    const bool same_register = wall_scope_ && of_register(*wall_scope_) == of_register(scope);
    wall_scope_ = std::move(scope);
    if (same_register) return;
    register_dirty_ = true;
    register_read_at_ms_ = 0;
    changed();
}

base::Result<std::vector<ideas::IdeaCard>> Workshop::read_cards() {
    IR_TRY(const auto rows, book_.reader().read_rows("idea"));
    std::vector<ideas::IdeaCard> cards;
    for (const auto& row : rows) {
        auto card = ideas::to_card(row.entity, row.columns);
        if (card && (card->state != State::draft || !card->title.empty())) cards.push_back(std::move(*card));
    }
    ideas::put_in_order(cards);
    return cards;
}

base::Done Workshop::read_wall_scope() {
    IR_TRY(auto cards, read_cards());
    wall_start_ = to_start(cards, book_.now_ms());
    wall_idea_.reset();
    if (wall_scope_->idea) {
        const auto found = std::find_if(cards.begin(), cards.end(),
                                        [this](const auto& card) { return card.id == *wall_scope_->idea; });
        if (found != cards.end()) {
            IR_TRY(const auto changes, book_.reader().read_history(found->id));
            IR_TRY(const auto fields, book_.reader().read_entity(found->id));
            wall_idea_ = views::IdeaView{
                *found,           views::read_parts(*found), views::read_idea_events(changes, found->id),
                to_moves(*found), to_photo(fields),          {}};
            IR_TRY(wall_idea_->followers, read_followers(book_.reader(), found->id));
        }
    }
    wall_ideas_.reset();
    if (wall_scope_->ideas) {
        views::IdeasView view{wall_scope_->search, {}, cards.size()};
        if (!view.search.empty()) {
            IR_TRY(const auto found, book_.reader().search(view.search, 100000));
            const std::set<Id> ids(found.begin(), found.end());
            std::erase_if(cards, [&ids, &view](const auto& card) {
                return !ids.contains(card.id) && !ideas::is_searched(card.number, view.search);
            });
        }
        view.cards = std::move(cards);
        wall_ideas_ = std::make_shared<const views::IdeasView>(std::move(view));
    }
    return {};
}

/// How many have written in this block, and who is here and has not.
void Workshop::add_writers(views::WallView& view) const {
    const auto* block = current_block();
    if (block == nullptr || block->collects.empty()) return;
    const auto is_here = [this, block](const Id& note) {
        const auto waiting = unshown_.find(note);
        if (waiting != unshown_.end()) return waiting->second.at("block") == block->id;
        return cells().text(note, "note.block") == block->id && cells().number(note, "note.deleted") != 1;
    };
    for (const auto* seat : seats_.all()) {
        const bool has_written = std::any_of(seat->notes.begin(), seat->notes.end(), is_here);
        if (has_written) ++view.writers;
        if (has_written || seat->here.empty()) continue;
        const auto name = shown_name(*seat);
        view.quiet.push_back(name.empty() ? seat_label(*seat) : name);
    }
}

/// Only of those who show their name: the others are counted, never pointed out.
std::vector<views::PenView> Workshop::pens_on_columns() const {
    std::vector<views::PenView> pens;
    for (const auto& id : writing_) {
        const auto* seat = seats_.find(id);
        if (seat == nullptr || !seat->card.empty() || !is_column(seat->field)) continue;
        if (auto name = shown_name(*seat); !name.empty()) pens.push_back({seat->field, std::move(name)});
    }
    return pens;
}

/// Of seats that have a ballot of a vote that is open to all: one for a code is nobody's twice.
void Workshop::add_origins(views::WallView& view) const {
    for (const auto& open : rounds_) {
        if (open.second.by_code()) continue;
        const auto has_ballot = [&open](const Seat& seat) { return open.second.has_drawn(seat.row.seat); };
        const int most = seats_.most_of_one_origin(has_ballot);
        if (most > 1) view.of_one_origin = std::max(view.of_one_origin, most);
    }
}

std::shared_ptr<const views::WallView> Workshop::wall_view() {
    if (register_dirty_ && wall_scope_) {
        register_read_at_ms_ = book_.now_ms();
        register_head_ = book_.saved_head();
        register_dirty_ = false;
        if (const auto read = read_wall_scope(); !read) register_dirty_ = true;  // tried again at the next turn
    }
    auto view = std::make_shared<views::WallView>();
    view->remote = remote_view();
    view->base_url = base_url_;
    view->pair_code = pair_code_;
    for (const auto& one : remotes_.asking()) view->asking_remotes.push_back(one.visitor);
    view->remotes = remotes_.heads();
    view->language = setup_.language;
    view->start = wall_start_;
    const auto persona = course_.persona.find(course_.persona.contains(setup_.language) ? setup_.language : "sv");
    if (persona != course_.persona.end()) view->persona = persona->second;
    view->personas = to_personas(cells(), personas_);
    view->ideas = wall_ideas_;
    view->idea = wall_idea_;
    view->can_undo = !wall_done_.empty();
    view->can_redo = !wall_undone_.empty();
    view->undone = boards_.undone();
    view->rounds = rounds_view();
    view->call = table_boards_.call;
    view->can_hand = !ended() && (!remotes_.nobody_leads() || (!view->remote.moderation && seats_.people() > 0));
    view->boards = boards_.heads(session_);
    const auto& open = table_boards_.open;
    for (auto& head : view->boards) head.open = std::find(open.begin(), open.end(), head.id) != open.end();
    boards_.take_counts_changed();
    add_writers(*view);
    add_origins(*view);
    // Also of those who do not show their name.
    view->writing = static_cast<int>(std::count_if(writing_.begin(), writing_.end(), [this](const Id& id) {
        const auto* seat = seats_.find(id);
        return seat != nullptr && seat->card.empty() && is_column(seat->field);
    }));
    view->pens = pens_on_columns();
    view->frozen = frozen_;
    return view;
}

}  // namespace registrar
