#include "methods/rules.hpp"

#include <cctype>

namespace rules {
namespace {

/// Reads a whole number at `i`, with sign; `otherwise` when there is none.
std::int64_t number_at(std::string_view text, std::size_t& i, std::int64_t otherwise) {
    const bool negative = i < text.size() && text[i] == '-';
    auto end = i + (negative ? 1 : 0);
    std::int64_t number = 0;
    const auto first = end;
    while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) {
        number = number * 10 + (text[end++] - '0');
    }
    if (end == first) return otherwise;
    i = end;
    return negative ? -number : number;
}

}  // namespace

std::vector<std::string> letters(std::size_t options) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < options; ++i) ids.emplace_back(1, static_cast<char>('A' + i));
    return ids;
}

methods::Orders orders(std::size_t options, std::string_view text) {
    methods::Orders all{options, {}};
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ') {
            ++i;
            continue;
        }
        methods::OrderedBallot ballot;
        ballot.count = number_at(text, i, 1);
        std::uint32_t place = 0;
        for (; i < text.size() && text[i] != ' '; ++i) {
            if (text[i] == '>') ++place;
            if (std::isupper(static_cast<unsigned char>(text[i])) == 0) continue;
            ballot.options.push_back(at(text[i]));
            ballot.place.push_back(place);
        }
        all.ballots.push_back(std::move(ballot));
    }
    return all;
}

methods::Marks marks(std::size_t options, std::string_view text) {
    methods::Marks all;
    all.options = options;
    all.ballots.emplace_back();
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i++];
        if (c == '|') all.ballots.emplace_back();
        if (std::isupper(static_cast<unsigned char>(c)) == 0) continue;
        all.ballots.back().marks.push_back({at(c), 0, number_at(text, i, 1)});
    }
    return all;
}

std::string shown(const std::vector<Option>& options) {
    std::string text;
    for (const auto option : options) text += static_cast<char>('A' + option);
    return text;
}

std::string shown(const methods::Places& places) {
    std::string text;
    for (const auto& place : places) text += (text.empty() ? "" : " | ") + shown(place);
    return text;
}

std::string shown(const std::vector<methods::Exact>& numbers) {
    std::string text;
    for (const auto& number : numbers) text += (text.empty() ? "" : " ") + number.text;
    return text;
}

std::string shown(const std::vector<methods::Tie>& ties) {
    std::string text;
    for (const auto& tie : ties) {
        text += (text.empty() ? "" : " ") + std::string(methods::tie_by_name(tie.by)) + ":" + shown(tie.options);
        if (tie.round > 0) text += "@" + std::to_string(tie.round);
    }
    return text;
}

}  // namespace rules
