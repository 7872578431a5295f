#include <algorithm>
#include <string>
#include <vector>

#include "app/cli_help.hpp"
#include "base/language.hpp"
#include "curricula/words.hpp"

namespace app {
namespace {

using base::tr;

std::vector<std::string> commands_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* below : command.get_subcommands([](const CLI::App* one) { return !one->get_group().empty(); })) {
        names.push_back(below->get_name());
    }
    return names;
}

std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options()) {
        for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

/// A word that no command and no option knows.
std::string unexpected(const CLI::App& deepest, const std::string& word) {
    const bool option = word.starts_with('-') && word != "-";
    const auto commands = commands_of(deepest);
    const auto name = word.substr(0, word.find('='));
    std::string text;
    std::string nearest;
    if (option) {
        text = tr("cli.wrong.option", {{"word", name}});
        nearest = curricula::find_nearest(name, options_of(deepest));
    } else if (!commands.empty()) {
        text = tr("cli.wrong.command", {{"word", word}, {"choices", curricula::joined(commands)}});
        nearest = curricula::find_nearest(word, commands);
    } else {
        text = tr("cli.wrong.extra", {{"word", word}});
    }
    if (!nearest.empty()) text += " " + tr("cli.did_you_mean", {{"word", nearest}});
    return text;
}

template <class Kind>
bool is(const CLI::ParseError& error) {
    return dynamic_cast<const Kind*>(&error) != nullptr;
}

/// CLI11 tells which option it is, and what is wrong, only in its sentence: "<before><mark><after>".
struct Cut {
    std::string before, after;
    bool found = false;
};
Cut cut(const std::string& sentence, std::string_view mark) {
    const auto at = sentence.find(mark);
    if (at == std::string::npos) return {sentence, {}, false};
    return {sentence.substr(0, at), sentence.substr(at + mark.size()), true};
}

}  // namespace

std::string explain_usage(const CLI::App& root, const CLI::App& deepest, const CLI::ParseError& error) {
    const std::string sentence = error.what();
    const auto left = root.remaining(true);
    if (is<CLI::ExtrasError>(error) && !left.empty()) return unexpected(deepest, left.front());
    if (is<CLI::RequiredError>(error)) {
        const auto commands = commands_of(deepest);
        if (!commands.empty() && !left.empty()) return unexpected(deepest, left.front());
        if (!commands.empty()) return tr("cli.wrong.no_command", {{"choices", curricula::joined(commands)}});
        return tr("cli.wrong.missing", {{"name", cut(sentence, " is required").before}});
    }
    if (const auto parts = cut(sentence, ": "); is<CLI::ValidationError>(error) && parts.found) {
        return parts.before + ": " + parts.after;  // ours, from takes_…
    }
    if (const auto parts = cut(sentence, ": "); is<CLI::ArgumentMismatch>(error) && parts.found) {
        const bool twice = parts.after.find("Most") != std::string::npos;
        return tr(twice ? "cli.wrong.twice" : "cli.wrong.no_value", {{"name", parts.before}});
    }
    if (const auto parts = cut(sentence, " requires "); is<CLI::RequiresError>(error) && parts.found) {
        return tr("cli.wrong.needs", {{"name", parts.before}, {"other", parts.after}});
    }
    if (const auto parts = cut(sentence, " excludes "); is<CLI::ExcludesError>(error) && parts.found) {
        return tr("cli.wrong.excludes", {{"name", parts.before}, {"other", parts.after}});
    }
    if (const auto parts = cut(sentence, "Could not convert: "); is<CLI::ConversionError>(error) && parts.found) {
        const auto given = cut(parts.after, " = ");
        return tr("cli.wrong.takes_none", {{"name", given.before}, {"value", given.after}});
    }
    return tr("cli.wrong.line", {{"what", sentence}});
}

}  // namespace app
