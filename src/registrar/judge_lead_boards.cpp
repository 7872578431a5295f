// The tables' boards, led from a remote or by a block that says what the tables work with.
#include <algorithm>

#include "base/language.hpp"
#include "registrar/workshop.hpp"
#include "views/board_form.hpp"
#include "views/table_sets.hpp"

namespace registrar {

std::optional<views::TableSet> Workshop::find_table_set(const Id& board) const {
    for (auto& set : views::table_sets(boards_.heads(session_))) {
        if (set.has(board)) return std::move(set);
    }
    return std::nullopt;
}

/// Has each table a board of this template that was made in this block?
bool Workshop::has_table_boards(const std::vector<views::TableSet>& sets, std::string_view form) const {
    const auto* block = current_block();
    return tables_ && std::any_of(sets.begin(), sets.end(), [&](const views::TableSet& set) {
               const auto& first = set.boards.front();
               return set.form == form && first.block == (block == nullptr ? std::string() : block->id) &&
                      set.boards.size() >= static_cast<std::size_t>(tables_->count);
           });
}

/// What was done on boards by way of the room: remembered for a repeat.
Answer Workshop::remember(const Asker& asker, std::uint64_t ticket, const std::string& members) {
    if (!asker.is_wall()) {
        boards_.take_undoable();  // what undo at the wall takes back was done there
        auto& seen = asker.seat != nullptr ? asker.seat->seen : remote_seen_;
        seen[asker.client_id] = seen_row(asker, members);
        repeats_wait(asker, ticket);
    }
    changed();
    return {ticket, members};
}

Judged Workshop::make_table_boards(const std::string& name, const Asker& asker) {
    const auto* form = boards_.find_form(name);
    if (form == nullptr) return base::refuse(base::Code::not_now, "no_template");
    if (!tables_) return base::refuse(base::Code::not_now, "undivided");
    if (has_table_boards(views::table_sets(boards_.heads(session_)), name)) {
        return base::refuse(base::Code::already, "table_boards");
    }
    const std::string language(base::language());
    const auto* block = current_block();
    intents::MakeBoards deed;
    std::vector<Id> ids;
    for (int table = 1; table <= tables_->count; ++table) {
        intents::MakeBoard one;
        one.board = book_.new_id();
        one.title = base::tr("wall.boards.of_table",
                             {{"number", std::to_string(table)}, {"title", model::text_in(form->title, language)}});
        one.form = name;
        one.items = views::begin_board(*form, language, [this] { return book_.new_id(); });
        one.table = table;
        if (block != nullptr) one.block = block->id;
        ids.push_back(one.board);
        deed.boards.push_back(std::move(one));
    }
    Rows rows;
    keep("open_boards", to_kept(ids), rows);
    if (!asker.is_wall()) rows.emplace_back(seen_row(asker, {}));
    IR_TRY(const auto made, boards_.judge(deed, session_, std::move(rows)));
    open_boards(std::move(ids));
    for (const auto* seat : seats_.all()) table_boards_.due.insert(seat->row.seat);
    return remember(asker, made.ticket);
}

Judged Workshop::gather_table_boards(const views::TableSet& set, bool into_one, const Asker& asker) {
    const auto* form = boards_.find_form(set.form);
    const auto how = base::tr(into_one ? "wall.boards.into_one" : "wall.boards.side_by_side");
    const auto title = form == nullptr ? std::string() : model::text_in(form->title, base::language()) + " · ";
    const intents::GatherBoards deed{book_.new_id(), title + how, set.ids(), into_one};
    Rows rows;
    if (!asker.is_wall()) rows.emplace_back(seen_row(asker, {}));
    IR_TRY(const auto made, boards_.judge(deed, session_, std::move(rows)));
    table_boards_.call = {table_boards_.call.number + 1, deed.board};
    return remember(asker, made.ticket);
}

Judged Workshop::judge(const intents::LeadBoards& wish, const Asker& asker) {
    using How = intents::LeadBoards::How;
    if (wish.how == How::make) return make_table_boards(wish.form, asker);
    if (wish.how == How::close) return judge(intents::OpenBoards{}, asker);
    if (wish.how == How::show) {
        if (!wall_scope_) return base::refuse(base::Code::not_now, "no_wall");
        if (!wish.board.empty() && boards_.find_head(wish.board) == nullptr) {
            return base::refuse(base::Code::not_found, "board");
        }
        table_boards_.call = {table_boards_.call.number + 1, wish.board};
        return write_rows(asker, {});
    }
    const auto* head = boards_.find_head(wish.board);
    const bool is_rooms = head != nullptr && head->table == 0;
    if (is_rooms && wish.how == How::open) return judge(intents::OpenBoards{{wish.board}}, asker);
    const auto set = find_table_set(wish.board);
    if (!set) return base::refuse(base::Code::not_found, "board");
    if (wish.how == How::open) return judge(intents::OpenBoards{set->ids()}, asker);
    return gather_table_boards(*set, wish.how == How::into_one, asker);
}

void Workshop::add_table_work(views::RemoteView& view) const {
    auto& work = view.boards;
    const auto& open = table_boards_.open;
    const auto title_of = [this](const model::BoardForm& form) { return model::text_in(form.title, setup_.language); };
    auto heads = boards_.heads(session_);
    for (auto& head : heads) head.open = std::find(open.begin(), open.end(), head.id) != open.end();
    const auto sets = views::table_sets(heads);
    if (const auto* block = current_block(); block != nullptr && !block->boards.empty()) {
        work.plan = block->boards;
        if (const auto* form = boards_.find_form(work.plan)) work.plan_title = title_of(*form);
        work.plan_made = has_table_boards(sets, work.plan);
    }
    if (tables_) {
        for (const auto& form : setup_.forms) work.forms.push_back({form.name, title_of(form)});
    }
    for (const auto& set : sets) {
        const auto* form = boards_.find_form(set.form);
        views::TableWork::Set one{set.boards.front().id, form == nullptr ? set.boards.front().title : title_of(*form),
                                  static_cast<int>(set.boards.size()), set.is_open()};
        if (form != nullptr && form->clock) {
            one.rounds = form->clock->rounds;
            one.seconds = form->clock->seconds;
        }
        work.sets.push_back(std::move(one));
    }
    std::erase_if(heads, [this](const views::BoardHead& head) { return head.session != session_; });
    for (const auto& head : heads) {
        const auto* form = head.table == 0 ? boards_.find_form(head.form) : nullptr;
        if (form == nullptr) continue;
        views::TableWork::Room one{head.id, head.title, head.open};
        if (form->clock && !views::is_gathered(sets, head)) {
            one.rounds = form->clock->rounds;
            one.seconds = form->clock->seconds;
        }
        work.room.push_back(std::move(one));
    }
    work.all = std::move(heads);
    work.rounds = rounds_view();
    work.wall = wall_scope_.has_value();
    if (wall_scope_) work.shown = wall_scope_->board.value_or(Id{});
}

}  // namespace registrar
