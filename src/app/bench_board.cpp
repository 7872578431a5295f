#include "app/bench_board.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "methods/order_key.hpp"

namespace app {
namespace {

constexpr std::uint32_t board_seed = 20240601;

constexpr std::array words{
    "kund",          "bokar",     "tid",         "möte",       "väntar",  "svar",     "ärende",      "handläggare",
    "ringer",        "mejlar",    "bekräftelse", "faktura",    "betalar", "leverans", "försenad",    "lager",
    "köper",         "varukorg",  "rabatt",      "kvitto",     "retur",   "klagomål", "frustrerad",  "nöjd",
    "osäker",        "förvirrad", "nyfiken",     "lättad",     "behöver", "önskar",   "förslag",     "åtgärd",
    "ansvarig",      "nästa",     "steg",        "prioritera", "hinder",  "idé",      "arbetsyta",   "öppnar",
    "appen",         "söker",     "hittar",      "inte",       "sidan",   "laddar",   "långsamt",    "inloggning",
    "lösenord",      "glömt",     "support",     "chatten",    "kö",      "vecka",    "månad",       "översikt",
    "uppföljning",   "på",        "i",           "för",        "och",     "att",      "med",         "utan",
    "över",          "under",     "efter",       "innan",      "när",     "där",      "vårdcentral", "skola",
    "kommun",        "bibliotek", "resenär",     "tåg",        "biljett", "spärr",    "perrong",     "återbetalning",
    "självbetjäning"};

/// mulberry32, as the peers' harness has it.
class Lots {
  public:
    std::uint32_t next() {
        state_ += 0x6d2b79f5U;
        std::uint32_t t = state_;
        t = (t ^ (t >> 15U)) * (t | 1U);
        t ^= t + (t ^ (t >> 7U)) * (t | 61U);
        return t ^ (t >> 14U);
    }

  private:
    std::uint32_t state_ = board_seed;
};

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string words_of(Lots& lots) {
    const std::size_t want = 40 + lots.next() % 81;
    std::string text;
    while (true) {
        const std::string word = words[lots.next() % words.size()];
        const auto longer = text.empty() ? word : text + " " + word;
        if ((letters(longer) > want && letters(text) >= 40) || letters(longer) > 120) break;
        text = longer;
        if (letters(text) >= want) break;
    }
    return base::sentence(text);
}

}  // namespace

std::size_t BenchBoard::columns(std::size_t count) {
    return std::max<std::size_t>(1,
                                 static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count) * 16 / 9))));
}

base::Size BenchBoard::bounds(std::size_t count) {
    if (count == 0) return {};
    const auto across = columns(count);
    const auto wide = static_cast<double>(std::min(count, across));
    const auto high = static_cast<double>((count + across - 1) / across);
    return {(wide - 1) * pitch + note, (high - 1) * pitch + note};
}

double BenchBoard::fit_zoom(std::size_t count, base::Size view) {
    if (count == 0) return 1;
    const auto all = bounds(count);
    return std::min(1.0, 0.8 * std::min(view.w / all.w, view.h / all.h));
}

std::size_t BenchBoard::centre_note(std::size_t count) {
    const auto across = columns(count);
    const auto rows = (count + across - 1) / across;
    return std::min(count - 1, (rows - 1) / 2 * across + (std::min(count, across) - 1) / 2);
}

std::vector<model::Item> BenchBoard::notes(std::size_t count) {
    constexpr std::array colours{"sol", "himmel", "mint", "ros", "sand", "lila"};
    const auto across = columns(count);
    std::vector<model::Item> notes(count);
    Lots lots;
    std::string level(methods::first_order_key);
    for (std::size_t i = 0; i < count; ++i) {
        auto& one = notes[i];
        one.id = base::new_id(static_cast<std::int64_t>(i));
        one.place = {static_cast<double>(i % across) * pitch, static_cast<double>(i / across) * pitch, note, note};
        one.text = words_of(lots);
        one.colour = colours[lots.next() % colours.size()];
        one.level = level;
        level = methods::key_between(level, {}).value_or(level);
    }
    return notes;
}

}  // namespace app
