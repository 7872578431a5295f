#include <algorithm>
#include <charconv>
#include <numeric>

#include "ballots/reader_private.hpp"
#include "base/text.hpp"

namespace ballots {
namespace {

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_zeros(std::string_view digits) {
    const auto first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? digits.substr(digits.size() - 1) : digits.substr(first);
}

base::Problem problem(base::Problem::Severity severity, const std::string& file, Where at, const std::string& code,
                      std::initializer_list<base::Fill> fills) {
    return {severity, file, at.line, code, base::tr("count.fault." + code, fills), at.column};
}

}  // namespace

bool id_less(std::string_view a, std::string_view b) {
    const bool numbers = is_digits(a);
    if (numbers != is_digits(b)) return numbers;
    if (!numbers) return a < b;
    const auto x = without_zeros(a);
    const auto y = without_zeros(b);
    if (x.size() != y.size()) return x.size() < y.size();
    return x != y ? x < y : a < b;
}

bool BallotReading::usable() const {
    return std::none_of(problems.begin(), problems.end(), [](const base::Problem& problem) {
        return problem.severity == base::Problem::Severity::error;
    });
}

BallotReading read_ballots(std::string_view bytes, const std::string& name, const MarkRule& rule) {
    const auto dot = name.find_last_of('.');
    const auto ending = base::lower(dot == std::string::npos ? "" : name.substr(dot));
    if (ending == ".pb") return read_pabulib(bytes, name, rule);
    for (const auto* preflib : {".soc", ".soi", ".toc", ".toi"}) {
        if (ending == preflib) return read_preflib(bytes, name);
    }
    return read_csv_ballots(bytes, name, rule);
}

void Faults::error(Where at, const std::string& code, std::initializer_list<base::Fill> fills) {
    if (full()) return;
    to_.push_back(problem(base::Problem::Severity::error, file_, at, code, fills));
    if (++errors_ == most_problems) {
        to_.push_back(problem(base::Problem::Severity::error, file_, {}, "many", {}));
    }
}

void Faults::hint(Where at, const std::string& code, std::initializer_list<base::Fill> fills) {
    if (to_.size() < 2 * most_problems) {
        to_.push_back(problem(base::Problem::Severity::hint, file_, at, code, fills));
    }
}

std::uint32_t Names::operator[](const std::string& id) {
    const auto [found, fresh] = places_.try_emplace(id, static_cast<std::uint32_t>(all_.size()));
    if (fresh) all_.push_back(id);
    return found->second;
}

std::optional<std::uint32_t> Names::find(const std::string& id) const {
    const auto found = places_.find(id);
    if (found == places_.end()) return std::nullopt;
    return found->second;
}

SortedIds sorted(const std::vector<std::string>& ids) {
    std::vector<Option> order(ids.size());
    std::iota(order.begin(), order.end(), Option{0});
    std::sort(order.begin(), order.end(), [&ids](Option a, Option b) { return id_less(ids[a], ids[b]); });
    SortedIds result{{}, std::vector<Option>(ids.size())};
    for (const auto old : order) {
        result.place[old] = static_cast<Option>(result.ids.size());
        result.ids.push_back(ids[old]);
    }
    return result;
}

std::optional<std::int64_t> parse_millionths(std::string_view text) {
    constexpr std::size_t most_digits = 12;
    constexpr std::size_t most_decimals = 6;
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    const auto mark = text.find_first_of(".,");
    const auto whole = text.substr(0, mark);
    auto decimals = mark == std::string_view::npos ? std::string_view() : text.substr(mark + 1);
    if (!is_digits(whole) || (mark != std::string_view::npos && !is_digits(decimals))) return std::nullopt;
    while (decimals.ends_with('0')) decimals.remove_suffix(1);
    if (without_zeros(whole).size() > most_digits || decimals.size() > most_decimals) return std::nullopt;
    std::int64_t number = 0;
    for (const char digit : whole) number = number * 10 + (digit - '0');
    for (std::size_t i = 0; i < most_decimals; ++i)
        number = number * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
    return negative ? -number : number;
}

std::optional<std::int64_t> parse_count(std::string_view text) {
    if (!is_digits(text) || text.size() > 18) return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::int64_t common_power(std::int64_t so_far, std::int64_t number) {
    while (so_far > 1 && number % so_far != 0) so_far /= 10;
    return so_far;
}

std::string quoted_part(std::string_view text) {
    constexpr std::size_t most = 40;
    const auto whole = base::tidy(base::is_utf8(text) ? std::string(text) : "?");
    const auto shown = base::first_graphemes(whole, most);
    return shown.size() == whole.size() ? shown : shown + "…";
}

}  // namespace ballots
