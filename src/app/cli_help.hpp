#pragma once
#include <string>

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

/// What is wrong with a command line, in a sentence that says which word. `deepest`: the command that was reached.
std::string explain_usage(const CLI::App& root, const CLI::App& deepest, const CLI::ParseError& error);

}  // namespace app
