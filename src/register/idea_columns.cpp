#include "register/idea_columns.hpp"

#include <algorithm>
#include <string>

#include "register/idea_words.hpp"

namespace ideas {
namespace {

struct KnownHeading {
    std::string_view word;
    std::string_view name;
};
constexpr KnownHeading known_headings[] = {
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
    {"idenamn", "titel"},
    {"ide", "titel"},
    {"iden", "titel"},
    {"namn", "titel"},
    {"ideensnamn", "titel"},
    {"idensnamn", "titel"},
    {"forslag", "titel"},
    {"forslaget", "titel"},
    {"dinide", "titel"},
    {"vadardinide", "titel"},
    {"dittforslag", "titel"},
    {"title", "titel"},
    {"idea", "titel"},
    {"name", "titel"},
    {"beskrivning", "beskrivning"},
    {"beskrivningavide", "beskrivning"},
    {"beskrivningaviden", "beskrivning"},
    {"beskrividen", "beskrivning"},
    {"idebeskrivning", "beskrivning"},
    {"beskrivningavforslaget", "beskrivning"},
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

constexpr std::string_view idea_words[] = {"ide",  "iden",   "forslag",     "forslaget",
                                           "idea", "dinide", "vadardinide", "dittforslag"};
constexpr std::string_view name_words[] = {"namn", "name"};
constexpr std::string_view person_words[] = {"epost",
                                             "epostadress",
                                             "email",
                                             "mejl",
                                             "mejladress",
                                             "mail",
                                             "mailadress",
                                             "telefon",
                                             "telefonnr",
                                             "telefonnummer",
                                             "mobil",
                                             "mobilnummer",
                                             "tel",
                                             "phone",
                                             "personnummer",
                                             "adress",
                                             "address",
                                             "fornamn",
                                             "efternamn",
                                             "firstname",
                                             "lastname",
                                             "dittnamn",
                                             "yourname",
                                             "kontakt",
                                             "kontaktuppgifter",
                                             "kontaktperson",
                                             "contact",
                                             "inlamnare",
                                             "inlamnadav",
                                             "inlamnatav",
                                             "inskickadav",
                                             "inskickatav",
                                             "insandare",
                                             "forslagsstallare",
                                             "forslagsgivare",
                                             "uppgiftslamnare",
                                             "skapadav",
                                             "registreradav",
                                             "submitter",
                                             "submittedby",
                                             "createdby",
                                             "sender"};

template <std::size_t count>
bool is_among(const std::string_view (&words)[count], std::string_view heading) {
    return std::find(std::begin(words), std::end(words), plain_word(heading)) != std::end(words);
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
    static constexpr ColumnMeaning ignored{ignored_column, {}};
    const auto wanted = plain_word(name);
    if (wanted == ignored_column) return &ignored;
    for (const auto& meaning : column_meanings()) {
        if (meaning.name == wanted) return &meaning;
    }
    return nullptr;
}

const ColumnMeaning* guess_meaning(std::string_view heading) {
    const auto word = plain_word(heading);
    for (const auto& known : known_headings) {
        if (known.word == word) return find_meaning(known.name);
    }
    const auto* meaning = find_meaning(word);
    return meaning != nullptr && meaning->name == ignored_column ? nullptr : meaning;
}

TitleWord title_word(std::string_view heading) {
    if (is_among(idea_words, heading)) return TitleWord::idea;
    if (is_among(name_words, heading)) return TitleWord::name;
    const auto* meaning = guess_meaning(heading);
    return meaning != nullptr && meaning->name == title_column ? TitleWord::title : TitleWord::none;
}

bool tells_person(std::string_view heading) {
    return is_among(person_words, heading);
}

bool stands_by_name(std::string_view heading) {
    return tells_person(heading) || plain_word(heading) == "avsandare";
}

}  // namespace ideas
