#include "registrar/seats.hpp"

#include <algorithm>
#include <cstdlib>

namespace registrar {
namespace {
constexpr std::string_view use_prefix = "use:", table_prefix = "table:", follow_prefix = "follow:",
                           passer_prefix = "passer:";
constexpr std::size_t id_letters = 36;
}  // namespace

std::string hash_of(std::string_view secret) {
    return base::to_hex(base::sha256(secret));
}

void Seats::restore(const store::SessionRows& rows) {
    for (const auto& row : rows.seats) add(row);
    for (const auto& row : rows.seen) {
        if (auto* seat = find(row.seat)) seat->seen.emplace(row.client_id, row);
    }
    for (const auto& row : rows.own) {
        if (auto* seat = find(row.seat)) seat->notes.push_back(row.note);
    }
    for (const auto& row : rows.kept) {
        const auto of = [this, &row](std::string_view prefix) -> Seat* {
            if (!row.key.starts_with(prefix)) return nullptr;
            const auto id = base::parse_id(std::string_view(row.key).substr(prefix.size(), id_letters));
            return id ? find(*id) : nullptr;
        };
        if (auto* seat = of(use_prefix)) seat->use = intents::parse_use(row.value).value_or(intents::SeatUse::one);
        if (auto* seat = of(table_prefix)) seat->table = std::atoi(row.value.c_str());
        for (const auto prefix : {follow_prefix, passer_prefix}) {
            auto* seat = of(prefix);
            if (seat == nullptr) continue;
            const auto from = base::parse_id(std::string_view(row.key).substr(prefix.size() + id_letters + 1));
            const auto to = base::parse_id(row.value);
            if (from && to) (prefix == follow_prefix ? seat->follows : seat->passers)[*from] = *to;
        }
    }
}

std::string use_key(const Id& seat) {
    return std::string(use_prefix) + seat.text();
}

std::string follow_key(const Id& seat, const Id& idea) {
    return std::string(follow_prefix) + seat.text() + ":" + idea.text();
}

std::string passer_key(const Id& seat, const Id& follower) {
    return std::string(passer_prefix) + seat.text() + ":" + follower.text();
}

std::string table_key(const Id& seat) {
    return std::string(table_prefix) + seat.text();
}

Seat& Seats::add(store::SeatRow row) {
    const auto id = row.seat;
    by_secret_[row.secret_hash] = id;
    by_return_code_[row.return_code] = id;
    Seat seat;
    seat.row = std::move(row);
    seat.number = static_cast<int>(by_id_.size()) + 1;
    return by_id_.insert_or_assign(id, std::move(seat)).first->second;
}

Seat* Seats::find(const Id& seat) {
    const auto found = by_id_.find(seat);
    return found == by_id_.end() ? nullptr : &found->second;
}

const Seat* Seats::find(const Id& seat) const {
    const auto found = by_id_.find(seat);
    return found == by_id_.end() ? nullptr : &found->second;
}

Seat* Seats::find_by_secret(std::string_view secret) {
    const auto found = by_secret_.find(hash_of(secret));
    return found == by_secret_.end() ? nullptr : find(found->second);
}

Seat* Seats::find_by_return_code(std::string_view code) {
    const auto found = by_return_code_.find(std::string(code));
    return found == by_return_code_.end() ? nullptr : find(found->second);
}

Seat* Seats::find_by_visitor(Visitor visitor) {
    const auto found = by_visitor_.find(visitor);
    return found == by_visitor_.end() ? nullptr : find(found->second);
}

void Seats::change_secret(Seat& seat, std::string secret_hash) {
    by_secret_.erase(seat.row.secret_hash);
    seat.row.secret_hash = std::move(secret_hash);
    by_secret_[seat.row.secret_hash] = seat.row.seat;
}

void Seats::arrive(Seat& seat, Visitor visitor, std::uint64_t origin) {
    seat.origin = origin;
    if (seat.here.empty()) ++people_;
    seat.here.insert(visitor);
    by_visitor_[visitor] = seat.row.seat;
}

Seat* Seats::leave(Visitor visitor) {
    auto* seat = find_by_visitor(visitor);
    by_visitor_.erase(visitor);
    if (seat == nullptr || seat->here.erase(visitor) == 0) return nullptr;
    if (seat->here.empty()) --people_;
    return seat;
}

int Seats::people() const {
    return people_;
}

int Seats::hands() const {
    int count = 0;
    for (const auto& [id, seat] : by_id_) count += seat.hand;
    return count;
}

std::vector<int> Seats::seated(int tables, bool here) const {
    std::vector<int> seated(static_cast<std::size_t>(tables));
    for (const auto& [id, seat] : by_id_) {
        const auto table = static_cast<std::size_t>(seat.table);
        if ((!here || !seat.here.empty()) && table > 0 && table <= seated.size()) ++seated[table - 1];
    }
    return seated;
}

int Seats::most_of_one_origin(const std::function<bool(const Seat&)>& counts) const {
    std::unordered_map<std::uint64_t, int> by_origin;
    int most = 0;
    for (const auto& [id, seat] : by_id_) {
        if (seat.origin != 0 && counts(seat)) most = std::max(most, ++by_origin[seat.origin]);
    }
    return most;
}

std::vector<Seat*> Seats::all() {
    std::vector<Seat*> seats;
    for (auto& [id, seat] : by_id_) seats.push_back(&seat);
    return seats;
}

std::vector<const Seat*> Seats::all() const {
    std::vector<const Seat*> seats;
    for (const auto& [id, seat] : by_id_) seats.push_back(&seat);
    return seats;
}

}  // namespace registrar
