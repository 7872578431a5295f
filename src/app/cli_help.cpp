#include "app/cli_help.hpp"

#include <algorithm>
#include <vector>

#include "base/language.hpp"
#include "base/text.hpp"

namespace app {
namespace {

using base::tr;

constexpr std::size_t left_width = 30;
constexpr std::size_t whole_width = 100;

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// One entry: the name, and beside it (below it when it is long) the text in lines that fit.
std::string in_columns(const std::string& name, const std::string& text) {
    std::string out = "  " + name;
    const auto used = 2 + base::graphemes(name);
    const auto indent = "\n" + std::string(left_width, ' ');
    if (text.empty()) return out + "\n";
    out += used < left_width ? std::string(left_width - used, ' ') : indent;
    std::size_t column = left_width;
    for (const auto& word : words_of(text)) {
        const auto width = base::graphemes(word);
        if (column > left_width && column + 1 + width > whole_width) {
            out += indent;
            column = left_width;
        }
        if (column > left_width) {
            out += ' ';
            ++column;
        }
        out += word;
        column += width;
    }
    return out + "\n";
}

std::string names_of(const std::set<CLI::Option*>& options) {
    std::string names;
    for (const auto* option : options) names += (names.empty() ? "" : ", ") + option->get_name();
    return names;
}

bool takes_many(const CLI::Option* option) {
    return option->get_expected_max() >= CLI::detail::expected_max_vector_size;
}

std::string left_of(const CLI::Option* option, bool is_positional) {
    auto name = is_positional ? option->get_name(true, false) : option->get_name(false, true);
    if (const auto comma = name.find(','); comma != std::string::npos) name.insert(comma + 1, " ");
    if (!is_positional && option->get_type_size() != 0) {
        const auto type = option->get_type_name();
        name += " " + (type == "TEXT" ? tr("cli.type.text") : type);
    }
    return takes_many(option) ? name + " …" : name;
}

}  // namespace

std::string HelpFormatter::make_usage(const CLI::App* command, std::string name) const {
    return "\n" + CLI::Formatter::make_usage(command, std::move(name));
}

std::string HelpFormatter::make_option(const CLI::Option* option, bool is_positional) const {
    auto text = option->get_description();
    const auto add = [&text](const std::string& sentence) { text += (text.ends_with('.') ? " " : ". ") + sentence; };
    if (!option->get_needs().empty()) add(tr("cli.needs", {{"names", names_of(option->get_needs())}}));
    if (!option->get_excludes().empty()) add(tr("cli.excludes", {{"names", names_of(option->get_excludes())}}));
    if (option->get_required()) add(tr("cli.required"));
    return in_columns(left_of(option, is_positional), text);
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
    return in_columns(command->get_name(), command->get_description());
}

}  // namespace app
