#include "app/command.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include <CLI/CLI.hpp>

#include "base/language.hpp"

namespace app {
namespace {

using base::tr;

std::string shown(double number) {
    auto text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

/// Both kinds of numbers: which of them a text is, and whether it lies between the two.
template <class Number>
void takes(Option* option, Number low, Number high, const std::string& low_text, const std::string& high_text,
           const char* key) {
    option->made().type_name(low_text + "–" + high_text);
    option->made().check(CLI::Validator(
        [=](std::string& text) {
            Number number{};
            const auto* end = text.data() + text.size();
            const auto [read, failed] = std::from_chars(text.data(), end, number);
            if (failed == std::errc{} && read == end && number >= low && number <= high) return std::string();
            return tr(key, {{"word", text}, {"low", low_text}, {"high", high_text}});
        },
        ""));
}

}  // namespace

Option* Option::required() {
    made_->required();
    return this;
}
Option* Option::needs(const Option* other) {
    made_->needs(other->made_);
    return this;
}
Option* Option::excludes(const Option* other) {
    made_->excludes(other->made_);
    return this;
}
Option* Option::check(std::function<std::string(const std::string&)> fault) {
    made_->check(std::move(fault));
    return this;
}
void Option::on_given(std::function<void()> deed) {
    made_->each([deed = std::move(deed)](const std::string&) { deed(); });
}

Command::Command(CLI::App& made) : made_(&made) {}
Command::~Command() = default;

Option* Command::keep(CLI::Option& made) {
    return options_.emplace_back(std::make_unique<Option>(made)).get();
}

Command* Command::add_subcommand(const std::string& name, const std::string& about) {
    return below_.emplace_back(std::make_unique<Command>(*made_->add_subcommand(name, about))).get();
}

template <class Value>
Option* Command::add_option(const std::string& name, Value& to, const std::string& about) {
    return keep(*made_->add_option(name, to, about));
}
template Option* Command::add_option(const std::string&, std::string&, const std::string&);
template Option* Command::add_option(const std::string&, std::vector<std::string>&, const std::string&);
template Option* Command::add_option(const std::string&, int&, const std::string&);
template Option* Command::add_option(const std::string&, std::int64_t&, const std::string&);
template Option* Command::add_option(const std::string&, std::uint64_t&, const std::string&);
template Option* Command::add_option(const std::string&, double&, const std::string&);

template <class Value>
Option* Command::add_option_function(const std::string& name, std::function<void(const Value&)> deed,
                                     const std::string& about) {
    return keep(*made_->add_option_function<Value>(name, deed, about));
}
template Option* Command::add_option_function(const std::string&, std::function<void(const std::string&)>,
                                              const std::string&);
template Option* Command::add_option_function(const std::string&, std::function<void(const double&)>,
                                              const std::string&);

Option* Command::add_flag(const std::string& name, bool& to, const std::string& about) {
    return keep(*made_->add_flag(name, to, about));
}

Option* Command::add_flag_callback(const std::string& name, std::function<void()> deed, const std::string& about) {
    return keep(*made_->add_flag_callback(name, std::move(deed), about));
}

void Command::require_subcommand() {
    made_->require_subcommand(1);
}

void Command::callback(std::function<void()> deed) {
    made_->callback(std::move(deed));
}

void Command::hide() {
    made_->group("");
}

void takes_whole(Option* option, long low, long high) {
    takes(option, low, high, std::to_string(low), std::to_string(high), "cli.wrong.whole");
}

void takes_number(Option* option, double low, double high) {
    takes(option, low, high, shown(low), shown(high), "cli.wrong.number");
}

void takes_one_of(Option* option, std::initializer_list<std::string_view> words) {
    std::vector<std::string> known;
    std::string joined;
    for (const auto word : words) {
        known.emplace_back(word);
        joined += (joined.empty() ? "" : "|") + known.back();
    }
    option->made().type_name(joined);
    option->made().check(CLI::Validator(
        [known](std::string& text) {
            if (std::find(known.begin(), known.end(), text) != known.end()) return std::string();
            std::string choices;
            for (const auto& word : known) choices += (choices.empty() ? "" : ", ") + word;
            return tr("cli.wrong.choice", {{"word", text}, {"choices", choices}});
        },
        ""));
}

void takes_a(Option* option, std::string_view name) {
    option->made().type_name(tr("cli.type." + std::string(name)));
    // An empty word is a variable that was not set, in the script that calls us.
    option->check([](const std::string& word) { return word.empty() ? tr("cli.empty") : std::string(); });
}

void takes_words(Option* option, int count, std::string_view name) {
    takes_a(option, name);
    option->made().expected(count);
}

void takes_a_host_name(Option* option) {
    option->made().type_name(tr("cli.type.name"));
    option->check([](const std::string& word) {
        const bool fine = !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) {
            return std::isalnum(c) != 0 || c == '-' || c == '.' || c == '_';
        });
        return fine ? std::string() : tr("cli.host_name", {{"name", word}});
    });
}

}  // namespace app
