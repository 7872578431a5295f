#include "ui/persona_words.hpp"

#include <algorithm>
#include <utility>

#include "base/language.hpp"
#include "base/text.hpp"

namespace ui {

PersonaWords persona_of(std::string_view text) {
    PersonaWords words;
    std::string rest;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = base::trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.starts_with("”") || line.starts_with("“") || line.starts_with('"')) {
            words.quote += (words.quote.empty() ? "" : " ") + std::string(line);
        } else if (!line.empty()) {
            rest += (rest.empty() ? "" : " ") + std::string(line);
        }
    }
    const auto full_stop = rest.find(". ");
    auto first = rest.substr(0, full_stop);
    if (full_stop != std::string::npos) words.about = rest.substr(full_stop + 2);
    if (first.ends_with('.')) first.pop_back();
    const auto comma = first.find(',');
    words.name = first.substr(0, comma);
    if (comma != std::string::npos) words.role = base::trimmed(std::string_view(first).substr(comma + 1));
    return words;
}

PersonaWords persona_of(const views::PersonaView& person) {
    PersonaWords words;
    words.name = person.name;
    const std::string_view text = person.description;
    const auto end = std::min(text.find(". "), text.find('\n'));
    words.role = base::trimmed(text.substr(0, end));
    if (words.role.ends_with('.')) words.role.pop_back();
    if (end != std::string_view::npos) words.about = base::trimmed(text.substr(end + 1));
    for (const auto& [id, part] : {std::pair<std::string_view, const std::string&>{"everyday", person.everyday},
                                   {"needs", person.needs},
                                   {"obstacles", person.obstacles},
                                   {"help", person.help},
                                   {"quote", person.quote}}) {
        if (!part.empty()) words.parts.push_back({id, base::tr("wall.persona.own_" + std::string(id)), part});
    }
    return words;
}

std::vector<paint::Person> persons_on_paper(std::string_view course, const std::vector<views::PersonaView>& own) {
    std::vector<paint::Person> persons;
    if (auto words = persona_of(course); !words.name.empty()) {
        paint::Person person{std::move(words.name), std::move(words.role), {}};
        for (auto* part : {&words.about, &words.quote}) {
            if (!part->empty()) person.parts.push_back({{}, std::move(*part)});
        }
        persons.push_back(std::move(person));
    }
    for (const auto& card : own) {
        paint::Person person{card.name, card.description, {}};
        for (auto& part : persona_of(card).parts) {
            person.parts.push_back({std::move(part.heading), std::move(part.text)});
        }
        persons.push_back(std::move(person));
    }
    return persons;
}

}  // namespace ui
