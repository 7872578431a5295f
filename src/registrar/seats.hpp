#pragma once
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "intents/door.hpp"
#include "intents/intent.hpp"
#include "store/session_rows.hpp"

namespace registrar {

using base::Id;
using intents::Visitor;

/// A device's place in the room, with what only memory knows of it.
struct Seat {
    store::SeatRow row;
    int number = 0;            // "Plats 7": in order of arrival
    std::set<Visitor> here;    // its open connections (two tabs are two)
    std::uint64_t origin = 0;  // of the newest of them (intents::Greeted)
    bool hand = false;
    intents::SeatUse use = intents::SeatUse::one;
    int table = 0;                               // where it sits, from 1; 0 = at none
    std::int64_t codes_from_ms = 0;              // wrong codes are not looked at again before this
    std::map<std::string, store::SeenRow> seen;  // client id → answer
    std::vector<Id> notes;                       // its own, oldest first
    std::map<Id, Id> follows;                    // idea → what the register knows it as there
    std::map<Id, Id> passers;                    // the same of those who share it, turned round: → idea
    std::uint64_t mine_rev = 0;
    Id card;            // the idea whose card is open; empty id = none
    std::string field;  // the card's field, or without a card the column, being written in; empty = none
    std::int64_t wrote_at_ms = 0;
};

/// Who is in the room. Only values and look-ups: what is written to disk is decided by the caller.
class Seats {
  public:
    /// Fills from what lies on disk. Nobody is here yet.
    void restore(const store::SessionRows& rows);
    Seat& add(store::SeatRow row);

    Seat* find(const Id& seat);
    const Seat* find(const Id& seat) const;
    Seat* find_by_secret(std::string_view secret);
    Seat* find_by_return_code(std::string_view code);
    Seat* find_by_visitor(Visitor visitor);

    /// Gives the seat another secret's hash: it was taken over by a new device.
    void change_secret(Seat& seat, std::string secret_hash);

    void arrive(Seat& seat, Visitor visitor, std::uint64_t origin);
    /// The seat that the visitor left, if it had one.
    Seat* leave(Visitor visitor);

    /// Seats with at least one open connection.
    int people() const;
    int hands() const;
    /// How many sit at each of so many tables; `here`: of those who are here.
    std::vector<int> seated(int tables, bool here = false) const;
    /// How many of these seats, here or away, come from the origin that most of them come from; those without are not
    /// counted.
    int most_of_one_origin(const std::function<bool(const Seat&)>& counts) const;
    /// In order of arrival.
    std::vector<Seat*> all();
    std::vector<const Seat*> all() const;
    std::size_t size() const { return by_id_.size(); }

  private:
    std::map<Id, Seat> by_id_;  // UUIDv7: in order of arrival
    std::unordered_map<std::string, Id> by_secret_;
    std::unordered_map<std::string, Id> by_return_code_;
    std::unordered_map<Visitor, Id> by_visitor_;
    int people_ = 0;
};

/// The key of the kept row that says how a seat is used.
std::string use_key(const Id& seat);
/// The one that says at which table it sits.
std::string table_key(const Id& seat);
/// The one that says as whom it follows an idea: its value is the follower's id, or empty when that was taken back.
std::string follow_key(const Id& seat, const Id& idea);
/// The one that says which idea one of those who share a seat follows, as this follower; empty when that was taken
/// back.
std::string passer_key(const Id& seat, const Id& follower);
/// SHA-256 hex of a secret: what lies on disk.
std::string hash_of(std::string_view secret);

}  // namespace registrar
