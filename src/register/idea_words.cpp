#include "register/idea_words.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ideas {
namespace {

struct Synonym {
    std::string_view word;
    std::string_view name;
};

struct StateWord {
    std::string_view word;
    State state;
};
constexpr StateWord state_words[] = {{"utkast", State::draft},
                                     {"draft", State::draft},
                                     {"inkommen", State::received},
                                     {"inkommet", State::received},
                                     {"ny", State::received},
                                     {"nytt", State::received},
                                     {"registrerad", State::received},
                                     {"mottagen", State::received},
                                     {"oppen", State::received},
                                     {"new", State::received},
                                     {"received", State::received},
                                     {"open", State::received},
                                     {"helhetsbild", State::dialogue},
                                     {"dialog", State::dialogue},
                                     {"samtal", State::dialogue},
                                     {"provas", State::dialogue},
                                     {"beredning", State::dialogue},
                                     {"underberedning", State::dialogue},
                                     {"dialogue", State::dialogue},
                                     {"bedomd", State::assessed},
                                     {"bedoms", State::assessed},
                                     {"bedomning", State::assessed},
                                     {"assessed", State::assessed},
                                     {"underutveckling", State::developing},
                                     {"utvecklas", State::developing},
                                     {"utreds", State::developing},
                                     {"pagar", State::developing},
                                     {"pagaende", State::developing},
                                     {"developing", State::developing},
                                     {"inprogress", State::developing},
                                     {"testklar", State::test_planned},
                                     {"testplanerat", State::test_planned},
                                     {"testplanned", State::test_planned},
                                     {"testas", State::testing},
                                     {"test", State::testing},
                                     {"testpagar", State::testing},
                                     {"pilot", State::testing},
                                     {"testing", State::testing},
                                     {"utvarderad", State::evaluated},
                                     {"testklart", State::evaluated},
                                     {"utvarderas", State::evaluated},
                                     {"evaluated", State::evaluated},
                                     {"beslut", State::decision},
                                     {"vantarpabeslut", State::decision},
                                     {"tillbeslut", State::decision},
                                     {"decision", State::decision},
                                     {"infors", State::implementing},
                                     {"inforande", State::implementing},
                                     {"genomfors", State::implementing},
                                     {"implementing", State::implementing},
                                     {"inford", State::implemented},
                                     {"infort", State::implemented},
                                     {"genomford", State::implemented},
                                     {"genomfort", State::implemented},
                                     {"klar", State::implemented},
                                     {"klart", State::implemented},
                                     {"implemented", State::implemented},
                                     {"done", State::implemented},
                                     {"vilande", State::parked},
                                     {"parkerad", State::parked},
                                     {"pausad", State::parked},
                                     {"vantar", State::parked},
                                     {"parked", State::parked},
                                     {"onhold", State::parked},
                                     {"avslutad", State::closed},
                                     {"avslutat", State::closed},
                                     {"stangd", State::closed},
                                     {"avslag", State::closed},
                                     {"avslagen", State::closed},
                                     {"avvisad", State::closed},
                                     {"nej", State::closed},
                                     {"closed", State::closed},
                                     {"rejected", State::closed}};

constexpr Synonym giver_words[] = {{"medarbetare", "employee"},
                                   {"anstalld", "employee"},
                                   {"personal", "employee"},
                                   {"intern", "employee"},
                                   {"employee", "employee"},
                                   {"invanare", "resident"},
                                   {"boende", "resident"},
                                   {"medborgare", "resident"},
                                   {"resident", "resident"},
                                   {"foretag", "business"},
                                   {"naringsliv", "business"},
                                   {"business", "business"},
                                   {"forening", "association"},
                                   {"foreningar", "association"},
                                   {"association", "association"},
                                   {"elev", "pupil"},
                                   {"elever", "pupil"},
                                   {"barn", "pupil"},
                                   {"ungdom", "pupil"},
                                   {"pupil", "pupil"},
                                   {"workshop", "workshop"},
                                   {"verkstad", "workshop"},
                                   {"kurs", "workshop"}};

constexpr Synonym outcome_words[] = {{"inford", "implemented"},
                                     {"implemented", "implemented"},
                                     {"delvis", "partly"},
                                     {"delvisinford", "partly"},
                                     {"partly", "partly"},
                                     {"annanvag", "other_way"},
                                     {"otherway", "other_way"},
                                     {"anotherway", "other_way"},
                                     {"dubblett", "duplicate"},
                                     {"duplicate", "duplicate"},
                                     {"utanforuppdrag", "outside_remit"},
                                     {"utanforuppdraget", "outside_remit"},
                                     {"outsideremit", "outside_remit"},
                                     {"outsidetheremit", "outside_remit"},
                                     {"testadfungeradeinte", "tested_did_not_work"},
                                     {"testeddidnotwork", "tested_did_not_work"},
                                     {"atertagen", "withdrawn"},
                                     {"withdrawn", "withdrawn"}};

template <std::size_t count>
std::string_view find_word(const Synonym (&words)[count], std::string_view word) {
    const auto wanted = plain_word(word);
    for (const auto& known : words) {
        if (known.word == wanted) return known.name;
    }
    return {};
}

}  // namespace

std::string plain_word(std::string_view text) {
    auto slug = base::slug(text);
    std::erase(slug, '-');
    return slug;
}

std::optional<State> guess_state(std::string_view word) {
    if (const auto state = parse_state(word)) return state;
    const auto wanted = plain_word(word);
    for (const auto& known : state_words) {
        if (known.word == wanted) return known.state;
    }
    return std::nullopt;
}

std::string_view guess_giver(std::string_view word) {
    return find_word(giver_words, word);
}

std::string_view guess_outcome(std::string_view word) {
    return find_word(outcome_words, word);
}

}  // namespace ideas
