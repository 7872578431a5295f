#include "register/idea_columns.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace ideas {
namespace {

/// "Idégivarens kategori" → "idegivarenskategori": what headings and words are compared by.
std::string plain(std::string_view text) {
    auto slug = base::slug(text);
    std::erase(slug, '-');
    return slug;
}

struct Synonym {
    std::string_view word;
    std::string_view name;
};
constexpr Synonym headings[] = {
    {"nr", "nummer"},
    {"nummer", "nummer"},
    {"id", "nummer"},
    {"ideid", "nummer"},
    {"idenr", "nummer"},
    {"idenummer", "nummer"},
    {"lopnummer", "nummer"},
    {"lopnr", "nummer"},
    {"arendenr", "nummer"},
    {"arendenummer", "nummer"},
    {"number", "nummer"},
    {"titel", "titel"},
    {"rubrik", "titel"},
    {"ide", "titel"},
    {"iden", "titel"},
    {"namn", "titel"},
    {"ideensnamn", "titel"},
    {"idensnamn", "titel"},
    {"forslag", "titel"},
    {"title", "titel"},
    {"idea", "titel"},
    {"name", "titel"},
    {"beskrivning", "beskrivning"},
    {"beskrivningavide", "beskrivning"},
    {"beskrivningaviden", "beskrivning"},
    {"beskrividen", "beskrivning"},
    {"text", "beskrivning"},
    {"innehall", "beskrivning"},
    {"description", "beskrivning"},
    {"status", "status"},
    {"lage", "status"},
    {"tillstand", "status"},
    {"fas", "status"},
    {"state", "status"},
    {"inkom", "inkom"},
    {"inkommen", "inkom"},
    {"inkommendatum", "inkom"},
    {"inkommenden", "inkom"},
    {"inkomdatum", "inkom"},
    {"inkomden", "inkom"},
    {"inkommet", "inkom"},
    {"datum", "inkom"},
    {"datumforinlamning", "inkom"},
    {"ankomstdatum", "inkom"},
    {"inlamnad", "inkom"},
    {"inlamnadden", "inkom"},
    {"inlamnat", "inkom"},
    {"inlamningsdatum", "inkom"},
    {"inskickad", "inkom"},
    {"inskickadden", "inkom"},
    {"inskickat", "inkom"},
    {"skapad", "inkom"},
    {"skapadden", "inkom"},
    {"skapaddatum", "inkom"},
    {"skapat", "inkom"},
    {"skapandedatum", "inkom"},
    {"registrerad", "inkom"},
    {"registreradden", "inkom"},
    {"registreringsdatum", "inkom"},
    {"mottagen", "inkom"},
    {"mottagenden", "inkom"},
    {"slutforandetid", "inkom"},
    {"tidsstampel", "inkom"},
    {"received", "inkom"},
    {"date", "inkom"},
    {"datereceived", "inkom"},
    {"created", "inkom"},
    {"createdat", "inkom"},
    {"submitted", "inkom"},
    {"completiontime", "inkom"},
    {"timestamp", "inkom"},
    {"idegivare", "idegivare"},
    {"idegivarkategori", "idegivare"},
    {"idegivarenskategori", "idegivare"},
    {"kategori", "idegivare"},
    {"avsandare", "idegivare"},
    {"frantyp", "idegivare"},
    {"giver", "idegivare"},
    {"category", "idegivare"},
    {"omrade", "omrade"},
    {"verksamhetsomrade", "omrade"},
    {"amne", "omrade"},
    {"area", "omrade"},
    {"forvaltning", "enhet"},
    {"enhet", "enhet"},
    {"sektor", "enhet"},
    {"avdelning", "enhet"},
    {"verksamhet", "enhet"},
    {"unit", "enhet"},
    {"department", "enhet"},
    {"behov", "behov"},
    {"need", "behov"},
    {"forvem", "forvem"},
    {"malgrupp", "forvem"},
    {"forwhom", "forvem"},
    {"nytta", "nytta"},
    {"nyttaforanvandaren", "nytta"},
    {"benefit", "nytta"},
    {"userbenefit", "nytta"},
    {"ansvarig", "ansvarig"},
    {"handlaggare", "ansvarig"},
    {"owner", "ansvarig"},
    {"responsible", "ansvarig"},
    {"aterkoppling", "aterkoppling"},
    {"svar", "aterkoppling"},
    {"feedback", "aterkoppling"},
    {"nastasteg", "nastasteg"},
    {"nextstep", "nastasteg"},
    {"lardom", "lardom"},
    {"lardomar", "lardom"},
    {"learning", "lardom"},
    {"utfall", "utfall"},
    {"resultat", "utfall"},
    {"outcome", "utfall"},
    {"externtnummer", "externtnummer"},
    {"externalnumber", "externtnummer"},
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
    const auto wanted = plain(word);
    for (const auto& known : words) {
        if (known.word == wanted) return known.name;
    }
    return {};
}

}  // namespace

const std::vector<ColumnMeaning>& column_meanings() {
    static const std::vector<ColumnMeaning> meanings = {{number_column, "idea.external_id"},
                                                        {title_column, "idea.title"},
                                                        {"beskrivning", "idea.description"},
                                                        {state_column, "idea.state"},
                                                        {received_column, "idea.received_at"},
                                                        {giver_column, "idea.giver_category"},
                                                        {"omrade", "idea.area"},
                                                        {"enhet", "idea.unit"},
                                                        {"behov", "idea.need"},
                                                        {"forvem", "idea.for_whom"},
                                                        {"nytta", "idea.user_benefit"},
                                                        {"ansvarig", "idea.owner_role"},
                                                        {"nastasteg", "idea.next_step"},
                                                        {"lardom", "idea.learning"},
                                                        {"aterkoppling", "idea.feedback"},
                                                        {outcome_column, "idea.outcome"},
                                                        {"externtnummer", "idea.external_id"}};
    return meanings;
}

const ColumnMeaning* find_meaning(std::string_view name) {
    const auto wanted = plain(name);
    for (const auto& meaning : column_meanings()) {
        if (meaning.name == wanted) return &meaning;
    }
    return nullptr;
}

const ColumnMeaning* guess_meaning(std::string_view heading) {
    const auto word = plain(heading);
    for (const auto& synonym : headings) {
        if (synonym.word == word) return find_meaning(synonym.name);
    }
    return find_meaning(word);
}

std::optional<State> guess_state(std::string_view word) {
    if (const auto state = parse_state(word)) return state;
    const auto wanted = plain(word);
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
