#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

/// How the command line looks to people: help, values and complaints in the program's language, all from the language
/// files. What CLI11 itself would say is English.
namespace app {

/// Names and their explanations in two columns, as wide as letters are and no wider than a terminal.
class HelpFormatter : public CLI::Formatter {
  public:
    std::string make_usage(const CLI::App* command, std::string name) const override;
    std::string make_option(const CLI::Option* option, bool is_positional) const override;
    std::string make_subcommand(const CLI::App* command) const override;
};

/// A whole number, or any number, between two. Shown as "0–65535".
void takes_whole(CLI::Option* option, long low, long high);
void takes_number(CLI::Option* option, double low, double high);
/// One of these words. Shown as "sv|en".
void takes_one_of(CLI::Option* option, std::initializer_list<std::string_view> words);
/// What kind of text is meant: `cli.type.<name>`, "file" → "FIL".
void takes_a(CLI::Option* option, std::string_view name);

/// What is wrong with a command line, in a sentence that says which word. `deepest`: the command that was reached.
std::string explain_usage(const CLI::App& root, const CLI::App& deepest, const CLI::ParseError& error);

}  // namespace app
