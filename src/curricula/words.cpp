#include "curricula/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.hpp"

namespace curricula {
namespace {

using model::Activity;
using Text = std::string_view;

constexpr std::array<Word<Key>, 25> keys{{
    {Key::id, "id", "id"},
    {Key::time, "tid", "time"},
    {Key::type, "typ", "type"},
    {Key::question, "fråga", "question"},
    {Key::task, "uppgift", "task"},
    {Key::say, "säg", "say"},
    {Key::act, "gör", "do"},
    {Key::tips, "tips", "tip"},
    {Key::reserve, "reserv", "reserve"},
    {Key::least, "minst", "least"},
    {Key::skip, "hoppa", "skip"},
    {Key::collect, "samla", "collect"},
    {Key::groups, "grupper", "groups"},
    {Key::from, "från", "from"},
    {Key::count, "antal", "count"},
    {Key::vote, "rösta", "vote"},
    {Key::vote_question, "röstfråga", "vote-question"},
    {Key::options, "alternativ", "options"},
    {Key::criteria, "kriterier", "criteria"},
    {Key::budget, "budget", "budget"},
    {Key::costs, "kostnad", "cost", "kostnader"},
    {Key::ties, "lika", "ties"},
    {Key::trust, "förtroende", "trust"},
    {Key::form, "formulär", "form"},
    {Key::boards, "tavlor", "boards"},
}};

constexpr std::array<Word<FrontKey>, 4> front{{
    {FrontKey::title, "titel", "title"},
    {FrontKey::description, "beskrivning", "description"},
    {FrontKey::persona, "persona", "persona"},
    {FrontKey::start, "start", "start"},
}};

constexpr std::array<Word<Activity>, 14> activities{{
    {Activity::info, "info", "info", "information"},
    {Activity::checkin, "incheckning", "checkin"},
    {Activity::collect, "samla", "collect"},
    {Activity::board, "tavla", "board"},
    {Activity::journey, "kundresa", "journey", "användarresa"},
    {Activity::cluster, "gruppera", "cluster", "sortera"},
    {Activity::rotate, "bygg vidare", "rotate", "rotera"},
    {Activity::sketch, "skiss", "sketch"},
    {Activity::poll, "röstning", "poll"},
    {Activity::card, "kort", "card", "idékort"},
    {Activity::consent, "samtycke", "consent"},
    {Activity::dialogue, "dialog", "dialogue"},
    {Activity::pause, "paus", "break"},
    {Activity::evaluate, "utvärdering", "evaluate", "utcheckning"},
}};

constexpr std::array<Word<Text>, 20> methods{{
    {"dots", "prickar", "dots"},
    {"tre-prickar", "tre prickar", "three dots"},
    {"feelings", "känslor", "feelings"},
    {"choice", "val", "choice"},
    {"scale", "skala", "scale"},
    {"show14", "visa", "show"},
    {"approval", "ja röster", "approval"},
    {"score", "betyg", "score"},
    {"schulze", "rangordning", "ranking", "schulze"},
    {"borda", "rangordning borda", "ranking borda", "borda"},
    {"irv", "rangordning överföring", "ranking transfer", "irv"},
    {"copeland", "rangordning copeland", "ranking copeland", "copeland"},
    {"bradley-terry", "parvis", "pairwise", "bradley-terry"},
    {"points", "poäng", "points"},
    {"quadratic", "kvadratisk", "quadratic"},
    {"mes", "budget", "budget", "mes"},
    {"greedy", "budget girig", "budget greedy", "greedy"},
    {"fist", "femfinger", "fist"},
    {"consent", "samtycke", "consent"},
    {"matrix", "matris", "matrix"},
}};

constexpr std::array<Word<Text>, 5> ties{{
    {"report", "delad plats", "shared place"},
    {"discuss_revote", "ny omröstning", "revote"},
    {"distinct_supporters", "flest personer", "most people"},
    {"secondary_criterion", "första kriteriet", "first criterion"},
    {"seeded_lot", "lottning", "lot"},
}};

constexpr std::array<Word<Text>, 3> levels_of_trust{{
    {"open", "öppen", "open"},
    {"heads", "antal", "heads"},
    {"codes", "koder", "codes"},
}};

constexpr std::array<Word<Text>, 10> note_types{{
    {"note", "lapp", "note"},
    {"idea", "idé", "idea", "idéer"},
    {"step", "steg", "step"},
    {"touchpoint", "kontaktpunkt", "touchpoint", "kontaktpunkter"},
    {"need", "behov", "need"},
    {"hmw", "hur kan vi", "hmw", "hur-kan-vi-fråga"},
    {"rule", "spelregel", "rule", "spelregler"},
    {"known", "vet och gissar", "known", "vet"},
    {"insight", "insikt", "insight", "insikter"},
    {"word", "ord", "word"},
}};

constexpr std::array<Word<Text>, 16> fields{{
    {"title", "namn", "title"},
    {"description", "beskrivning", "description"},
    {"for_whom", "för vem", "for whom"},
    {"need", "behov", "need"},
    {"how_it_works", "så fungerar det", "how it works"},
    {"user_benefit", "nytta för användaren", "user benefit"},
    {"organisation_benefit", "nytta för verksamheten", "organisation benefit"},
    {"affected", "vilka berörs", "affected"},
    {"difference", "skillnad mot i dag", "difference"},
    {"requires", "det här krävs", "requires"},
    {"equality", "jämlikhet", "equality"},
    {"uncertainty", "största osäkerhet", "uncertainty"},
    {"smallest_test", "minsta test", "smallest test"},
    {"next_step", "nästa steg", "next step"},
    {"next_step_who", "vem gör det", "next step who"},
    {"next_step_when", "senast när", "next step when"},
}};

constexpr std::array<Word<bool>, 2> yes_no{{{true, "ja", "yes"}, {false, "nej", "no"}}};

std::u32string points_of(std::string_view text) {
    std::u32string points;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0U) == 0x80 && !points.empty()) {
            points.back() = points.back() << 6U | (byte & 0x3fU);
        } else {
            points += byte;
        }
    }
    return points;
}

/// Optimal string alignment distance: insert, delete, replace and swap of neighbours cost 1 each.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

}  // namespace

std::span<const Word<Key>> key_words() {
    return keys;
}
std::span<const Word<FrontKey>> front_words() {
    return front;
}
std::span<const Word<Activity>> activity_words() {
    return activities;
}
std::span<const Word<Text>> method_words() {
    return methods;
}
std::span<const Word<Text>> tie_words() {
    return ties;
}
std::span<const Word<Text>> trust_words() {
    return levels_of_trust;
}
std::span<const Word<Text>> note_type_words() {
    return note_types;
}
std::span<const Word<Text>> field_words() {
    return fields;
}
std::span<const Word<bool>> yes_no_words() {
    return yes_no;
}

std::string comparable(std::string_view written) {
    std::string out;
    bool gap = false;
    for (const char c : base::lower(base::tidy(written))) {
        if (c == ' ' || c == '-' || c == '_') {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += '-';
        gap = false;
        out += c;
    }
    return out;
}

bool is_spelled(std::string_view spelling, std::string_view wanted) {
    return spelling.size() == wanted.size() &&
           std::equal(spelling.begin(), spelling.end(), wanted.begin(), [](char written, char compared) {
               return written == compared || (written == ' ' && compared == '-');
           });
}

std::string find_nearest(std::string_view written, const std::vector<std::string>& choices) {
    constexpr std::size_t longest_compared = 60;
    const auto wanted = points_of(comparable(written));
    if (wanted.empty() || wanted.size() > longest_compared) return {};
    std::string nearest;
    std::size_t best = 4;
    for (const auto& choice : choices) {
        const auto points = points_of(comparable(choice));
        const auto away = distance(wanted, points);
        if (away < best && away * 3 <= std::max(wanted.size(), points.size())) {
            best = away;
            nearest = choice;
        }
    }
    return nearest;
}

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const auto& item : list) text += (text.empty() ? "" : ", ") + item;
    return text;
}

}  // namespace curricula
