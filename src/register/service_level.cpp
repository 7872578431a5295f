#include "register/service_level.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "register/date.hpp"

namespace ideas {
namespace {

using std::chrono::sys_days;

constexpr std::array<std::string_view, 19> step_names = {
    "hand_in",    "call_giver", "meet",      "fill_picture", "assess",           "choose_path",      "describe",
    "plan_test",  "start_test", "run_test",  "write_result", "say_what_learned", "hand_to_decision", "decide",
    "tell_giver", "introduce",  "follow_up", "review",       "nothing"};

sys_days local_day(std::int64_t at_ms) {
    const auto date = base::to_local_date(at_ms);
    int year = 1970;
    unsigned month = 1, day = 1;
    std::from_chars(date.data(), date.data() + 4, year);
    std::from_chars(date.data() + 5, date.data() + 7, month);
    std::from_chars(date.data() + 8, date.data() + 10, day);
    return sys_days(
        std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)));
}

std::int64_t end_of_day(sys_days day) {
    const std::chrono::year_month_day date(day);
    return from_local(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                      static_cast<int>(static_cast<unsigned>(date.day())), 23, 59);
}

std::optional<std::int64_t> day_in(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const auto read = parse_date(text, DateOrder::unknown);
    if (read.fault) return std::nullopt;
    return end_of_day(local_day(read.at_ms));
}

int number_of_word(std::string_view word) {
    static constexpr std::array<std::string_view, 13> swedish = {"",    "en",   "två", "tre", "fyra", "fem", "sex",
                                                                 "sju", "åtta", "nio", "tio", "elva", "tolv"};
    static constexpr std::array<std::string_view, 13> english = {
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    int number = 0;
    const auto [end, wrong] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (wrong == std::errc() && end == word.data() + word.size()) return number;
    if (word == "ett" || word == "a") return 1;
    for (std::size_t i = 1; i < swedish.size(); ++i) {
        if (word == swedish[i] || word == english[i]) return static_cast<int>(i);
    }
    return 0;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : base::lower(text)) {
        if (c == ' ' || c == ',' || c == '\n') {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back().push_back(c);
        }
    }
    return words;
}

/// The part of the whole picture that is asked for and not known.
std::string_view picture_gap(const IdeaCard& card) {
    constexpr std::array<std::string_view, 3> asked = {"user_benefit", "economy", "gender_equality"};
    for (const auto dimension : asked) {
        if (!is_filled(card, "idea.picture/" + std::string(dimension))) return dimension;
    }
    return {};
}

class Judge {
  public:
    Judge(const IdeaCard& card, std::int64_t now_ms, const ServiceLevels& levels)
        : card_(card), now_(now_ms), levels_(levels) {}

    Standing judge() {
        // Imported ideas may not say when they came or moved: then nothing can be late.
        since_ = card_.state_at_ms != 0 ? card_.state_at_ms : card_.received_at_ms;
        received_ = card_.received_at_ms != 0 ? card_.received_at_ms : since_;
        if (since_ != 0) standing_.waited_days = std::max(0, days_between(since_, now_));
        decide_next();
        if (standing_.due_ms && *standing_.due_ms < now_) {
            standing_.late_days = std::max(1, days_between(*standing_.due_ms, now_));
        }
        return standing_;
    }

  private:
    void decide_next() {
        switch (card_.state) {
            case State::draft:
                return next(Next::hand_in);
            case State::received:
                if (card_.text("next_meeting").empty()) return next(Next::call_giver, received_, levels_.contact);
                return next(Next::meet, received_, levels_.meeting);
            case State::dialogue:
                return in_dialogue();
            case State::assessed:
                return next(Next::choose_path, received_, levels_.path);
            case State::developing:
                if (is_filled(card_, "idea.how_it_works") && is_filled(card_, "idea.uncertainty")) {
                    return next(Next::plan_test, since_, levels_.status);
                }
                return next(Next::describe, since_, levels_.status);
            case State::test_planned:
                return next(Next::start_test, since_, levels_.status);
            case State::testing:
                return in_test();
            case State::evaluated:
                next(is_filled(card_, "idea.learning") ? Next::hand_to_decision : Next::say_what_learned, since_,
                     levels_.status);
                return;
            case State::decision:
                return in_decision();
            case State::implementing:
                next(Next::introduce);
                standing_.due_ms = day_in(card_.text("next_step_when"));
                return;
            case State::implemented:
                if (!is_filled(card_, "idea.feedback")) return next(Next::tell_giver, since_, levels_.feedback);
                return next(Next::follow_up);
            case State::parked:
                next(Next::review);
                standing_.due_ms = day_in(card_.text("review_date"));
                return;
            case State::closed:
                return;
        }
    }

    void in_dialogue() {
        standing_.gap = picture_gap(card_);
        const bool nothing_known = card_.text("picture").empty() || card_.text("picture") == "{}";
        if (nothing_known && card_.text("next_meeting").empty()) return next(Next::meet, received_, levels_.meeting);
        next(standing_.gap.empty() ? Next::assess : Next::fill_picture, received_, levels_.path);
    }

    void in_test() {
        standing_.weeks = weeks_of(member_text(card_, "idea.test/period"));
        const int passed = standing_.waited_days / 7;
        if (standing_.weeks > 0) standing_.week = std::min(passed + 1, standing_.weeks);
        const bool is_over = standing_.weeks > 0 && passed >= standing_.weeks;
        if (is_filled(card_, "idea.test/result")) return next(Next::write_result);
        if (!is_over) return next(Next::run_test);
        // Two weeks to write down what came of it.
        next(Next::write_result, since_ + std::int64_t{standing_.weeks} * 7 * 86400000, 10);
    }

    void in_decision() {
        if (!is_filled(card_, "idea.decision/decision")) return next(Next::decide, since_, levels_.status);
        if (is_filled(card_, "idea.feedback")) return next(Next::introduce);
        const auto decided = day_in(member_text(card_, "idea.decision/date"));
        next(Next::tell_giver, decided.value_or(since_), levels_.feedback);
    }

    void next(Next what, std::int64_t from_ms = 0, int working_days = 0) {
        standing_.next = what;
        if (from_ms != 0 && working_days > 0) standing_.due_ms = after_working_days(from_ms, working_days);
    }

    const IdeaCard& card_;
    std::int64_t now_;
    ServiceLevels levels_;
    Standing standing_;
    std::int64_t since_ = 0, received_ = 0;
};

}  // namespace

std::string_view next_name(Next next) {
    return step_names[static_cast<std::size_t>(next)];
}

Standing standing_of(const IdeaCard& card, std::int64_t now_ms, const ServiceLevels& levels) {
    return Judge(card, now_ms, levels).judge();
}

std::optional<std::int64_t> test_over_since(const IdeaCard& card, std::int64_t now_ms) {
    if (card.state != State::testing || is_filled(card, "idea.test/result")) return std::nullopt;
    const auto standing = standing_of(card, now_ms);
    if (standing.next != Next::write_result) return std::nullopt;
    const auto since = card.state_at_ms != 0 ? card.state_at_ms : card.received_at_ms;
    return since + standing.weeks * 7 * base::day_ms;
}

int days_between(std::int64_t from_ms, std::int64_t to_ms) {
    return static_cast<int>((local_day(to_ms) - local_day(from_ms)).count());
}

std::int64_t after_working_days(std::int64_t from_ms, int working_days) {
    auto day = local_day(from_ms);
    while (working_days > 0) {
        day += std::chrono::days(1);
        const std::chrono::weekday weekday(day);
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) --working_days;
    }
    return end_of_day(day);
}

int iso_week(std::int64_t at_ms) {
    // The week belongs to the year of its Thursday.
    const auto day = local_day(at_ms);
    const auto monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
    const auto thursday = monday + std::chrono::days(3);
    const auto year = std::chrono::year_month_day(thursday).year();
    const sys_days first(std::chrono::year_month_day(year, std::chrono::January, std::chrono::day(1)));
    return static_cast<int>((thursday - first).count() / 7) + 1;
}

int weeks_of(std::string_view period) {
    const auto words = words_of(period);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto& unit = words[i + 1];
        const int number = number_of_word(words[i]);
        if (number <= 0 || number > 520) continue;
        if (unit.starts_with("veck") || unit.starts_with("week") || unit == "v" || unit == "v.") return number;
        if (unit.starts_with("månad") || unit.starts_with("month")) return (number * 13 + 1) / 3;
    }
    std::vector<sys_days> dates;
    for (const auto& word : words) {
        const auto read = parse_date(word, DateOrder::unknown);
        if (!read.fault && word.size() >= 8) dates.push_back(local_day(read.at_ms));
    }
    if (dates.size() != 2 || dates[1] <= dates[0]) return 0;
    return static_cast<int>(((dates[1] - dates[0]).count() + 7) / 7);
}

std::string member_text(const IdeaCard& card, std::string_view field) {
    const auto slash = field.find('/');
    if (slash == std::string_view::npos) return {};
    const auto json = card.text(field.substr(field.find('.') + 1, slash - field.find('.') - 1));
    const auto member = "\"" + std::string(field.substr(slash + 1)) + "\":";
    auto at = json.find(member);
    if (at == std::string::npos) return {};
    at += member.size();
    if (at < json.size() && json[at] != '"') return json.substr(at, json.find_first_of(",}", at) - at);
    std::string text;
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        const bool is_escaped = json[at] == '\\' && at + 1 < json.size();
        if (is_escaped) ++at;
        text.push_back(is_escaped && json[at] == 'n' ? '\n' : json[at]);
    }
    return text;
}

}  // namespace ideas
