// Tables: who sits together. Session data only; the journal never says who sat where.
#include <algorithm>
#include <charconv>

#include "base/language.hpp"
#include "methods/tables.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

constexpr int usual_size = 4;

/// A tablet that takes in ballots from paper is nobody's.
bool is_person(const Seat& seat) {
    return !seat.row.frozen && seat.use != intents::SeatUse::paper;
}

}  // namespace

std::string to_kept(const std::optional<Tables>& tables) {
    if (!tables) return {};
    return std::string(intents::seating_name(tables->how)) + " " + std::to_string(tables->count) +
           (tables->sign ? " sign" : "");
}

std::optional<Tables> parse_tables(std::string_view kept) {
    const auto space = kept.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    Tables tables;
    const auto how = intents::parse_seating(kept.substr(0, space));
    const auto* end = kept.data() + kept.size();
    const auto read = std::from_chars(kept.data() + space + 1, end, tables.count);
    if (!how || *how == intents::Seating::none || read.ec != std::errc() || tables.count < 1) return std::nullopt;
    tables.how = *how;
    tables.sign = std::string_view(read.ptr, static_cast<std::size_t>(end - read.ptr)) == " sign";
    return tables;
}

std::string Workshop::author_of(const Seat& seat) const {
    if (!tables_ || !tables_->sign || seat.table == 0) return shown_name(seat);
    return base::tr_page(setup_.language, "table.label", {{"number", std::to_string(seat.table)}});
}

/// All who sit there see who does.
void Workshop::changed_table(int table) {
    if (table == 0) return;
    for (const auto* seat : seats_.all()) {
        if (seat->table == table) changed_mine(*seat);
    }
}

void Workshop::put_at(Seat& seat, int table, Rows& rows) {
    if (seat.table == table) return;
    seat.table = table;
    if (!table_boards_.open.empty()) table_boards_.due.insert(seat.row.seat);
    keep(table_key(seat.row.seat), std::to_string(table), rows);
}

void Workshop::sit(Seat& seat, int table, Rows& rows) {
    if (seat.table == table) return;
    changed_table(seat.table);
    put_at(seat, table, rows);
    changed_table(table);
    changed_mine(seat);
    changed();
}

/// One who comes when all have been dealt sits where there is most room.
void Workshop::sit_down(Seat& seat) {
    if (!tables_ || tables_->how != intents::Seating::deal || seat.table > 0 || !is_person(seat)) return;
    Rows rows;
    sit(seat, methods::smallest_table(seats_.seated(tables_->count, true)), rows);
    book_.write_rows(std::move(rows));
}

Judged Workshop::judge(const intents::MakeTables& wish, const Asker& asker) {
    if (!wish.how && !tables_) return base::refuse(base::Code::not_now, "no_tables");
    std::vector<Seat*> here;
    for (auto* seat : seats_.all()) {
        if (!seat->here.empty() && is_person(*seat)) here.push_back(seat);
    }
    const int people = static_cast<int>(here.size());
    const auto how = wish.how.value_or(intents::Seating::none);
    Rows rows;
    if (wish.how && how == intents::Seating::none) {
        tables_.reset();
    } else {
        if (!tables_) tables_ = Tables{how, methods::tables_for(people, usual_size), false};
        if (wish.how) tables_->how = how;
        if (wish.count > 0) tables_->count = wish.count;
        if (wish.size > 0) tables_->count = methods::tables_for(people, wish.size);
        tables_->sign = wish.sign.value_or(tables_->sign);
    }
    keep("tables", to_kept(tables_), rows);
    const int count = tables_ ? tables_->count : 0;
    for (auto* seat : seats_.all()) {
        if (seat->table > count || how == intents::Seating::deal) put_at(*seat, 0, rows);
    }
    if (how == intents::Seating::deal) {
        const auto lot = std::stoull(base::new_token().substr(0, 16), nullptr, 16);
        const auto dealt = methods::deal_tables(people, count, lot);
        for (std::size_t i = 0; i < here.size(); ++i) put_at(*here[i], dealt[i], rows);
    }
    if (tables_ && tables_->how == intents::Seating::deal) {
        // Whose table is gone sits where there is most room.
        for (auto* seat : here) {
            if (seat->table == 0) put_at(*seat, methods::smallest_table(seats_.seated(count, true)), rows);
        }
    }
    changed_everybodys();
    return write_rows(asker, std::move(rows));
}

Judged Workshop::judge(const intents::TakeTable& wish, const Asker& asker) {
    if (!tables_) return base::refuse(base::Code::not_now, "no_tables");
    if (tables_->how != intents::Seating::choose) return base::refuse(base::Code::not_now, "tables_set");
    if (wish.table > tables_->count) return base::refuse(base::Code::bad_input, "table");
    // More than five only where there are too many people for the tables.
    const int most = std::max(methods::most_at_table, (seats_.people() + tables_->count - 1) / tables_->count);
    const bool moves = wish.table > 0 && wish.table != asker.seat->table;
    if (moves && seats_.seated(tables_->count, true)[static_cast<std::size_t>(wish.table - 1)] >= most) {
        return base::refuse(base::Code::not_now, "table_full");
    }
    Rows rows;
    sit(*asker.seat, wish.table, rows);
    return write_rows(asker, std::move(rows));
}

Judged Workshop::judge(const intents::SeatAt& wish, const Asker& asker) {
    if (!tables_) return base::refuse(base::Code::not_now, "no_tables");
    auto* seat = seats_.find(wish.seat);
    if (seat == nullptr) return base::refuse(base::Code::not_found, "seat");
    if (wish.table > tables_->count) return base::refuse(base::Code::bad_input, "table");
    Rows rows;
    sit(*seat, wish.table, rows);
    return write_rows(asker, std::move(rows));
}

}  // namespace registrar
