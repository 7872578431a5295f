#include "register/idea_card.hpp"

#include <algorithm>
#include <tuple>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "register/idea_columns.hpp"

namespace ideas {
namespace {

/// Its name in the program's language when it is one of our codes, else as it stands.
std::string named(const std::string& prefix, const std::string& code) {
    if (code.empty()) return {};
    const auto key = prefix + code;
    const auto name = base::tr(key);
    return name == key ? code : name;
}

std::string to_cell(const IdeaCard& card, const ColumnMeaning& meaning) {
    if (meaning.name == number_column) return card.number;
    if (meaning.name == title_column) return card.title;
    if (meaning.name == state_column) return base::tr(state_text_key(card.state));
    if (meaning.name == received_column) {
        return card.received_at_ms == 0 ? std::string() : base::to_local_date(card.received_at_ms);
    }
    const auto text = card.text(meaning.field.substr(meaning.field.find('.') + 1));
    if (meaning.name == outcome_column) return named("idea.outcome.", text);
    return meaning.name == giver_column ? named("idea.giver.", text) : text;
}

/// Years count from the newest: L26 goes before L25.
auto order_of(const IdeaCard& card) {
    const auto wanted = parse_wanted(card.number);
    const int year = wanted ? wanted->number.year : -1;
    const std::int64_t running = wanted ? wanted->number.running : -1;
    return std::make_tuple(-year, -running, -card.received_at_ms, card.number, card.id);
}

}  // namespace

std::string IdeaCard::text(std::string_view column) const {
    const auto found = texts.find(column);
    return found == texts.end() ? std::string() : found->second;
}

std::optional<IdeaCard> to_card(const base::Id& id, const IdeaColumns& columns) {
    const auto value = [&columns](std::string_view column) {
        const auto found = columns.find(column);
        return found == columns.end() ? model::Value{} : found->second;
    };
    const auto state = parse_state(model::text_of(value("state")));
    if (!state || model::int_of(value("deleted")) != 0 || !model::id_of(value("merged_into")).empty()) return {};
    IdeaCard card;
    card.id = id;
    card.state = *state;
    card.number = model::text_of(value("number"));
    card.title = model::text_of(value("title"));
    card.received_at_ms = model::int_of(value("received_at"));
    card.state_at_ms = model::int_of(value("state_at"));
    for (const auto& [column, content] : columns) {
        if (column == "state" || column == "number" || column == "title") continue;
        const auto* text = std::get_if<std::string>(&content);
        if (text != nullptr && !text->empty()) card.texts.emplace(column, *text);
    }
    return card;
}

void put_in_order(std::vector<IdeaCard>& cards) {
    std::vector<Numbered> numbered;
    numbered.reserve(cards.size());
    for (const auto& card : cards) numbered.push_back({card.id, card.number, card.received_at_ms});
    const auto shown = shown_numbers(numbered);
    for (auto& card : cards) {
        if (const auto found = shown.find(card.id); found != shown.end()) card.number = found->second;
    }
    std::sort(cards.begin(), cards.end(),
              [](const IdeaCard& a, const IdeaCard& b) { return order_of(a) < order_of(b); });
}

bool is_filled(const IdeaCard& card, std::string_view field) {
    const auto slash = field.find('/');
    const auto column = field.substr(field.find('.') + 1, slash == std::string_view::npos ? slash : slash - 5);
    if (column == "number") return !card.number.empty();
    if (column == "title") return !card.title.empty();
    const auto text = card.text(column);
    if (slash == std::string_view::npos) return !text.empty();
    const auto member = "\"" + std::string(field.substr(slash + 1)) + "\":";
    const auto at = text.find(member);
    if (at == std::string::npos) return false;
    const auto rest = std::string_view(text).substr(at + member.size());
    return !rest.starts_with("\"\"") && !rest.starts_with("null") && !rest.starts_with("{}");
}

std::vector<std::vector<CsvCell>> to_table(const std::vector<IdeaCard>& cards) {
    std::vector<std::vector<CsvCell>> table(1);
    for (const auto& meaning : column_meanings()) {
        table[0].push_back({base::tr("register.column." + std::string(meaning.name)), false});
    }
    for (const auto& card : cards) {
        std::vector<CsvCell> row;
        for (const auto& meaning : column_meanings()) row.push_back({to_cell(card, meaning), false});
        table.push_back(std::move(row));
    }
    return table;
}

}  // namespace ideas
