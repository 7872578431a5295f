#include "registrar/boards.hpp"

#include <algorithm>
#include <tuple>

#include "base/language.hpp"
#include "base/text.hpp"
#include "intents/limits.hpp"
#include "methods/order_key.hpp"

namespace registrar {
namespace {

constexpr std::size_t most_title_bytes = 400;

base::Done check_title(const std::string& title) {
    if (!base::is_utf8(title)) return base::refuse(base::Code::bad_text, "title");
    if (title.size() > most_title_bytes) return base::refuse(base::Code::too_large, "title");
    return {};
}

/// Names of templates and blocks: nobody has written them.
bool is_name(const std::string& name) {
    return base::is_utf8(name) && name.size() <= 100 && name.find('\0') == std::string::npos;
}

}  // namespace

base::Done Boards::open() {
    IR_TRY(const auto rows, book_.reader().read_boards());
    IR_TRY(const auto counts, book_.reader().count_board_items());
    for (const auto& row : rows) {
        auto& board = boards_[row.entity];
        board.head.id = row.entity;
        board.head.session = row.id("session");
        board.head.title = row.text("title");
        board.head.form = row.text("form");
        board.head.block = row.text("block");
        board.head.table = static_cast<int>(row.number("table"));
        board.head.made_at_ms = row.number("made_at");
        board.order = row.text("order");
        if (const auto found = counts.find(row.entity); found != counts.end()) board.head.items = found->second;
    }
    if (rows.empty()) return {};
    IR_TRY(const auto sessions, book_.reader().read_rows("session"));
    for (const auto& row : sessions) session_titles_[row.entity] = row.text("title");
    return {};
}

base::Result<Boards::Board*> Boards::find(const Id& board) {
    const auto found = boards_.find(board);
    if (found == boards_.end() || found->second.removed) return base::refuse(base::Code::not_found, "board");
    return &found->second;
}

/// As it stands in memory now.
base::Done Boards::read_head(const Id& id) {
    IR_DO(book_.load(id));
    const auto& cells = book_.cells();
    auto& board = boards_[id];
    auto& head = board.head;
    head.id = id;
    head.session = cells.id(id, "board.session");
    head.title = cells.text(id, "board.title");
    head.form = cells.text(id, "board.form");
    head.block = cells.text(id, "board.block");
    head.table = static_cast<int>(cells.number(id, "board.table"));
    head.made_at_ms = cells.number(id, "board.made_at");
    board.order = cells.text(id, "board.order");
    const auto is_there = [&cells, &id](std::string_view field) {
        const auto* cell = cells.find(id, field);
        return cell != nullptr && model::is_set(cell->value);
    };
    const bool was_made = is_there("board.made_at") || is_there("board.title");
    board.removed = !was_made || cells.number(id, "board.deleted") == 1;
    heads_changed_ = true;
    if (watched_.contains(id)) watched_changed_.insert(id);
    return {};
}

Judged Boards::write_head(const Id& board, model::Draft draft, const std::vector<Id>& items) {
    IR_TRY(const auto written, write(std::move(draft), items));
    IR_DO(read_head(board));
    if (written.place.seq != 0) {
        // By the wall's own undo: the board's would take the board away under those who work on it.
        undoable_.push_back(written.place);
        if (auto& made = boards_[board]; made.removed) made.removal = written.place;
    }
    return Answer{written.ticket, {}};
}

std::string Boards::last_order(const Id& session) const {
    std::string last;
    for (const auto& [id, board] : boards_) {
        if (board.head.session == session) last = std::max(last, board.order);
    }
    return last;
}

base::Done Boards::plan_board(model::Draft& draft, const intents::MakeBoard& wish, const Id& session,
                              std::string& order, std::vector<Id>& items) {
    if (wish.board.empty()) return base::refuse(base::Code::bad_input, "board");
    IR_DO(check_title(wish.title));
    if (!is_name(wish.form) || !is_name(wish.block)) return base::refuse(base::Code::bad_input, "form");
    if (wish.table < 0 || wish.table > intents::most_tables) return base::refuse(base::Code::bad_input, "table");
    if (items.size() + wish.items.size() > model::most_items_at_once) {
        return base::refuse(base::Code::too_many, "items", base::tr("boards.too_many_at_once"));
    }
    IR_DO(book_.load(wish.board));
    if (book_.cells().find(wish.board) != nullptr) return base::refuse(base::Code::already, "board");
    const auto& board = wish.board;
    if (!session.empty()) draft.set(board, "board.session", session);
    draft.set(board, "board.title", base::tidy(wish.title));
    if (!wish.form.empty()) draft.set(board, "board.form", wish.form);
    if (!wish.block.empty()) draft.set(board, "board.block", wish.block);
    if (wish.table != 0) draft.set(board, "board.table", wish.table);
    order = methods::key_between(order, "").value_or(std::string(methods::first_order_key));
    draft.set(board, "board.order", order);
    for (const auto& item : wish.items) {
        IR_DO(check(item));
        IR_DO(warm(item.id));
        if (!lies_on(item.id).empty()) return base::refuse(base::Code::already, "item");
        model::put_item(draft, board, item);
        items.push_back(item.id);
    }
    return {};
}

Judged Boards::judge(const intents::MakeBoard& wish, const Id& session) {
    return judge(intents::MakeBoards{{wish}}, session);
}

Judged Boards::judge(const intents::MakeBoards& wish, const Id& session, Rows rows) {
    if (wish.boards.empty() || wish.boards.size() > static_cast<std::size_t>(intents::most_tables)) {
        return base::refuse(base::Code::bad_input, "boards");
    }
    model::Draft draft("trainer", "change.make_board");
    auto order = last_order(session);
    std::vector<Id> boards, items;
    const auto now = book_.now_ms();  // boards of one moment are a set
    for (const auto& one : wish.boards) {
        const auto planned = plan_board(draft, one, session, order, items);
        if (planned) draft.set(one.board, "board.made_at", now);
        draft.drop_standing(book_.cells());
        const bool is_full =
            planned ? draft.size() > model::most_facts_in_change : planned.error().code == base::Code::too_many;
        if (is_full && boards.empty()) {
            return base::refuse(base::Code::too_many, "items", base::tr("boards.too_many_at_once"));
        }
        if (is_full) {
            return base::refuse(base::Code::too_many, "boards",
                                base::tr("boards.too_many_tables", {{"most", std::to_string(boards.size())},
                                                                    {"count", std::to_string(wish.boards.size())}}));
        }
        IR_DO(planned);
        boards.push_back(one.board);
    }
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    std::sort(boards.begin(), boards.end());
    if (std::adjacent_find(boards.begin(), boards.end()) != boards.end()) {
        return base::refuse(base::Code::already, "board");
    }
    // Their items are counted as they are put; there they are when that is done.
    for (const auto& board : boards) boards_[board].removed = true;
    IR_TRY(const auto written, write(std::move(draft), items, std::move(rows)));
    for (const auto& board : boards) IR_DO(read_head(board));
    if (written.place.seq != 0) undoable_.push_back(written.place);
    return Answer{written.ticket, {}};
}

Judged Boards::judge(const intents::NameBoard& wish, const Id& /*session*/) {
    IR_DO(find(wish.board));
    IR_DO(check_title(wish.title));
    if (!base::has_visible(wish.title)) return base::refuse(base::Code::bad_input, "title");
    IR_DO(book_.load(wish.board));
    model::Draft draft("trainer", "change.name_board");
    draft.set(wish.board, "board.title", base::tidy(wish.title));
    return write_head(wish.board, std::move(draft), {});
}

Judged Boards::judge(const intents::RemoveBoard& wish, const Id& /*session*/) {
    IR_DO(find(wish.board));
    IR_DO(book_.load(wish.board));
    model::Draft draft("trainer", "change.remove_board");
    draft.set(wish.board, "board.deleted", 1);
    return write_head(wish.board, std::move(draft), {});
}

std::vector<views::BoardHead> Boards::heads(const Id& session) const {
    std::vector<const Board*> here;
    for (const auto& [id, board] : boards_) {
        if (!board.removed) here.push_back(&board);
    }
    std::sort(here.begin(), here.end(), [&session](const Board* a, const Board* b) {
        const bool ours = a->head.session == session, theirs = b->head.session == session;
        if (ours != theirs) return ours;
        if (ours) return std::tie(a->order, a->head.id) < std::tie(b->order, b->head.id);
        return std::tie(b->head.made_at_ms, b->head.id) < std::tie(a->head.made_at_ms, a->head.id);
    });
    std::vector<views::BoardHead> heads;
    for (const auto* board : here) {
        heads.push_back(board->head);
        const auto title = session_titles_.find(board->head.session);
        if (board->head.session != session && title != session_titles_.end()) {
            heads.back().session_title = title->second;
        }
    }
    return heads;
}

}  // namespace registrar
