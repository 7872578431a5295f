// A table's board is filled in on the tablets of that table, the whole room's on all, while the trainer has it open.
// What it says is the table's or the room's: no name goes with it, so that the journal does not say who sat where.
#include <algorithm>

#include "registrar/workshop.hpp"
#include "views/board_page.hpp"
#include "views/board_rows.hpp"

namespace registrar {
namespace {

constexpr std::int64_t board_every_ms = 300, each_told_ms = 4;  // a full hall is told of one board more seldom
constexpr std::size_t most_in_field = 60;                       // where a field takes any number

/// Keeps a place in this field of the board.
bool keeps_place(const Unshown& unshown, const Id& board, std::string_view field) {
    return unshown.row.waiting && unshown.at("item").empty() && unshown.at("field") == field &&
           unshown.at("board") == board.text();
}

/// Does it lie before this seat from the beginning? The room's does before everybody.
bool is_own_board(const views::BoardHead& head, const Seat& seat) {
    return head.table == 0 || head.table == seat.table;
}

}  // namespace

std::string to_kept(const std::vector<Id>& boards) {
    std::string kept;
    for (const auto& board : boards) kept += (kept.empty() ? "" : " ") + board.text();
    return kept;
}

std::vector<Id> parse_boards(std::string_view kept) {
    std::vector<Id> boards;
    while (!kept.empty()) {
        const auto end = std::min(kept.find(' '), kept.size());
        if (const auto board = base::parse_id(kept.substr(0, end))) boards.push_back(*board);
        kept.remove_prefix(std::min(end + 1, kept.size()));
    }
    return boards;
}

const views::BoardHead* Workshop::board_of(const Seat& seat, int rounds_ago) const {
    for (const auto& board : table_boards_.open) {
        const auto* head = boards_.find_head(board);
        if (head != nullptr && is_own_board(*head, seat)) return boards_.find_head(sheet_now(board, rounds_ago));
    }
    return nullptr;
}

void Workshop::open_boards(std::vector<Id> boards) {
    table_boards_.open = std::move(boards);
    boards_.watch({table_boards_.open.begin(), table_boards_.open.end()});
}

Judged Workshop::judge(const intents::OpenBoards& wish, const Asker& asker) {
    std::set<int> tables;
    for (const auto& board : wish.boards) {
        const auto* head = boards_.find_head(board);
        if (head == nullptr || head->session != session_) return base::refuse(base::Code::not_found, "board");
        if (boards_.find_form(head->form) == nullptr) return base::refuse(base::Code::bad_input, "form");
        if (!tables.insert(head->table).second) return base::refuse(base::Code::bad_input, "table");
    }
    // A tablet shows one.
    if (tables.contains(0) && tables.size() > 1) return base::refuse(base::Code::bad_input, "table");
    open_boards(wish.boards);
    for (const auto* seat : seats_.all()) table_boards_.due.insert(seat->row.seat);
    Rows rows;
    keep("open_boards", to_kept(table_boards_.open), rows);
    return write_rows(asker, std::move(rows));
}

Judged Workshop::judge(const intents::FillBoard& wish, const Asker& asker) {
    const auto& seat = *asker.seat;
    if (table_boards_.open.empty()) return base::refuse(base::Code::not_now, "board_closed");
    const auto* head = board_of(seat);
    const bool is_gone = head != nullptr && head->id != wish.board && has_just_passed_on();
    if (is_gone) head = board_of(seat, 1);
    if (head == nullptr || head->id != wish.board) return base::refuse(base::Code::not_yours, "board");
    if (seat.row.muted) return base::refuse(base::Code::denied, "muted");
    const auto* form = boards_.find_form(head->form);
    if (form == nullptr) return base::refuse(base::Code::bad_input, "field");
    const auto& handed = table_boards_.handed;
    if (handed && wish.item && handed->field.item == *wish.item) {
        return base::refuse(base::Code::not_now, "item_locked");
    }
    IR_TRY(const auto items, boards_.read_form_items(wish.board));
    const auto shown = views::with_rows(*form, items);
    const auto* field = shown.find_field(wish.field);
    if (field == nullptr) return base::refuse(base::Code::bad_input, "field");
    Boards::Entry entry{wish.board,
                        wish.item.value_or(Id{}),
                        wish.field,
                        wish.text,
                        wish.language.empty() ? seat.row.language : wish.language,
                        is_own_board(*head, seat) ? std::string() : table_label(seat.table)};
    if (views::has_value(*field) && !wish.text.empty()) {
        const auto value = views::field_value(*field, wish.text);
        if (value.empty()) return base::refuse(base::Code::bad_input, "value");
        for (const auto& option : field->options) {
            if (option.id == value) entry.text = model::text_in(option.label, setup_.language);
        }
    }
    // The same as stands there already, or as waits: of an entry only the last is worth showing.
    const auto is_earlier = [&](const Unshown& one) {
        return one.row.seat == seat.row.seat && one.at("board") == entry.board.text() && !entry.item.empty() &&
               one.at("item") == entry.item.text();
    };
    const auto earlier =
        std::find_if(unshown_.begin(), unshown_.end(), [&](const auto& one) { return is_earlier(one.second); });
    if (entry.item.empty()) {
        std::size_t count = 0, waiting = 0;
        for (const auto& filled : views::read_fields(shown, items)) {
            if (filled.field == field) count = filled.entries.size();
        }
        for (const auto& [id, unshown] : unshown_) {
            if (keeps_place(unshown, wish.board, wish.field)) ++waiting;
        }
        if (count + waiting >= (field->most == 0 ? most_in_field : field->most)) {
            return base::refuse(base::Code::too_many, waiting > 0 ? "waits" : "field");
        }
    }
    table_boards_.due.insert(seat.row.seat);
    if (entry.text.empty() || !is_reviewed(entry.text)) {
        Rows rows;
        if (earlier != unshown_.end()) rows.emplace_back(store::DropHidden{earlier->first});
        auto judged = fill_board(entry, asker, std::move(rows), {{"state", "shown"}});
        if (judged && earlier != unshown_.end()) unshown_.erase(earlier);
        return judged;
    }
    Unshown unshown;
    unshown.row = {
        earlier != unshown_.end() ? earlier->first : book_.new_id(), session_, seat.row.seat, {}, true, book_.now_ms()};
    unshown.said = {{"board", entry.board.text()},
                    {"field", entry.field},
                    {"text", entry.text},
                    {"type", "board"},
                    {"language", entry.language},
                    {"item", entry.item.empty() ? "" : entry.item.text()},
                    {"label", model::text_in(field->label, setup_.language)},
                    {"table", entry.table}};
    unshown.row.content = views::to_json(unshown.said);
    Rows rows{unshown.row};
    const auto id = unshown.row.note;
    unshown_[id] = std::move(unshown);
    tell_board(wish.board);
    return write_rows(asker, std::move(rows), {{"state", "waiting"}});
}

/// Writes it on the board with what must be on disk with it, and remembers the answer for a repeat.
Judged Workshop::fill_board(const Boards::Entry& entry, const Asker& asker, Rows rows,
                            const std::map<std::string, std::string>& texts) {
    const auto* head = boards_.find_head(entry.board);
    if (head == nullptr) return base::refuse(base::Code::not_found, "board");
    const auto* form = boards_.find_form(head->form);
    if (form == nullptr) return base::refuse(base::Code::bad_input, "form");
    const auto members = views::members_of(texts);
    if (!asker.is_wall()) rows.emplace_back(seen_row(asker, members));
    IR_TRY(const auto ticket, boards_.fill(entry, *form, asker.seat != nullptr ? "seat" : "trainer", std::move(rows)));
    return remember(asker, ticket, members);
}

/// The trainer lets it be seen: from now on it lies on the board, wherever the room has got to. What it would have
/// changed may be gone meanwhile; then it stands for itself.
Judged Workshop::show_entry(const Unshown& unshown, const Asker& asker) {
    changed_card(unshown);
    const Rows rows{store::DropHidden{unshown.row.note}};
    Boards::Entry entry{base::parse_id(unshown.at("board")).value_or(Id{}),
                        base::parse_id(unshown.at("item")).value_or(Id{}),
                        unshown.at("field"),
                        unshown.at("text"),
                        unshown.at("language"),
                        unshown.at("table")};
    auto shown = fill_board(entry, asker, rows, {});
    const auto is_refused = [&shown](base::Code code) { return !shown && shown.error().code == code; };
    if (!entry.item.empty() && (is_refused(base::Code::not_found) || is_refused(base::Code::not_now))) {
        entry.item = {};
        shown = fill_board(entry, asker, rows, {});
    }
    // The board itself is gone.
    if (is_refused(base::Code::not_found)) return write_rows(asker, rows);
    if (!shown) unshown_[unshown.row.note] = unshown;
    return shown;
}

std::string Workshop::board_frame(const Seat& seat) {
    const auto* head = board_of(seat);
    const auto* form = head == nullptr ? nullptr : boards_.find_form(head->form);
    if (form == nullptr) return views::to_no_board();
    auto read = table_boards_.read.find(head->id);
    if (read == table_boards_.read.end()) {
        auto items = boards_.read_form_items(head->id);
        if (!items) return views::to_no_board();
        read = table_boards_.read.emplace(head->id, std::move(*items)).first;
    }
    views::TableBoardView view;
    view.board = head->id;
    view.title = head->title;
    const auto shown = views::with_rows(*form, read->second);
    view.form = &shown;
    view.fields = views::read_fields(shown, read->second);
    view.now_ms = book_.now_ms();
    view.rounds = rounds_view();
    if (view.rounds && !view.rounds->has(head->id)) view.rounds.reset();
    view.reviewed = cells().text(session_, "session.moderation") != "off";
    view.of_room = head->table == 0;
    if (!is_own_board(*head, seat)) view.from = head->table;
    for (const auto& [id, unshown] : unshown_) {
        const bool is_others = unshown.row.seat != seat.row.seat;
        if (is_others && keeps_place(unshown, head->id, unshown.at("field"))) ++view.others_wait[unshown.at("field")];
        if (is_others || unshown.at("board") != head->id.text()) continue;
        view.own.push_back({base::parse_id(unshown.at("item")).value_or(Id{}), unshown.at("field"), unshown.at("text"),
                            unshown.row.waiting ? "waiting" : "hidden", std::string(why_held(unshown.at("text")))});
    }
    return views::to_board(view, seat.row.language);
}

/// To all who have it before them.
void Workshop::tell_board(const Id& board) {
    const auto* head = boards_.find_head(board);
    for (const auto* seat : seats_.all()) {
        // Of one that is gone nobody can be told whose it was.
        const auto* theirs = head == nullptr ? nullptr : board_of(*seat);
        if (head == nullptr || theirs == head) table_boards_.due.insert(seat->row.seat);
    }
}

void Workshop::publish_table_boards() {
    for (const auto& board : boards_.take_watched()) tell_board(board);
    const auto now = book_.now_ms();
    const auto every_ms = std::max(board_every_ms, each_told_ms * static_cast<std::int64_t>(table_boards_.due.size()));
    const bool just_now = now - table_boards_.told_at_ms < every_ms && now >= table_boards_.told_at_ms;
    if (table_boards_.due.empty() || just_now) return;
    table_boards_.told_at_ms = now;
    table_boards_.read.clear();
    for (const auto& id : std::exchange(table_boards_.due, {})) {
        const auto* seat = seats_.find(id);
        if (seat != nullptr && !seat->here.empty()) send_to_seat(*seat, board_frame(*seat), "board");
    }
    table_boards_.read.clear();
}

}  // namespace registrar
