#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "curricula/lines.hpp"

/// The values that directives take: numbers, minutes, lists, votes.
namespace curricula {

/// Digits only, at most 6; nothing when it is no such number.
std::optional<int> to_number(std::string_view written);

/// Minutes from "45", "45 min", "45 minuter", "1 tim 30 min", "1 h"; nothing when it is no time.
std::optional<int> to_minutes(std::string_view written);

/// The parts between any of `separators`, trimmed, empty ones left out.
std::vector<std::string> split_list(std::string_view written, std::string_view separators);

/// One entry of a list: `id = Label`, or only a label (`id` is empty then).
struct Entry {
    std::string id;
    std::string label;
    int line = 0;  // where it stands; 0 until read_parts says it
};
/// A value of several lines has one entry per line; a value of one line is split at semicolons if it has any, else at
/// commas.
std::vector<Entry> to_entries(const Directive& directive);

/// Whole money: "200 000 kr".
struct Money {
    std::int64_t amount = 0;
    std::string unit;  // empty = not written
};
/// At most 10⁹, in groups of three or without spaces, and at most ten letters behind; nothing when it is no money.
std::optional<Money> to_money(std::string_view written);

/// A vote's method and numbers: "prickar 3", "tre prickar 3", "val", "skala 1–5", "prickar 5, flera på samma",
/// "poäng 100, högst 50".
struct Vote {
    std::string method;  // as in model::PollPlan
    int dots = 0;        // 0 = not written; points and credits too
    int lowest = 0;
    int highest = 0;  // both 0 = not written
    int cap = 0;      // 0 = not written
    bool stacking = false;
};
/// True when the vote is answered with a number of its own, which may have words, and not by what is voted on.
bool is_answered_by_number(std::string_view method);
/// True when nothing is chosen between: a number or consent answers the question itself.
bool answers_the_question(std::string_view method);
/// Reports `vote_unknown` or `vote_bad`, and gives nothing then.
std::optional<Vote> to_vote(const Directive& directive, const std::string& language, const Place& place,
                            Report& report);

/// Reports `text_too_long` when `text` has more than `most` characters (code points).
void check_length(std::string_view text, std::size_t most, std::string_view word, const Place& place, Report& report);

/// Hints `sentence_long` when a sentence has more than 20 words (plain language; domain.md section 6, L1).
void check_sentences(std::string_view text, const Place& place, Report& report);

}  // namespace curricula
