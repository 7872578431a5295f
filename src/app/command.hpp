#pragma once
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace app {

/// An option of a command, or a word that stands by itself.
class Option {
  public:
    explicit Option(CLI::Option& made) : made_(&made) {}
    Option* required();
    Option* needs(const Option* other);
    Option* excludes(const Option* other);
    /// `fault` gives what is wrong with a word, or nothing.
    Option* check(std::function<std::string(const std::string&)> fault);
    /// Called for each word that is given.
    void on_given(std::function<void()> deed);
    CLI::Option& made() const { return *made_; }

  private:
    CLI::Option* made_;
};

/// A command of the program as it is being described. CLI11 does the work; its header costs the compiler several
/// seconds, so that of all that describe commands only command.cpp includes it. Main thread.
class Command {
  public:
    explicit Command(CLI::App& made);
    ~Command();
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    Command* add_subcommand(const std::string& name, const std::string& about);
    /// `to` gets what is given. Value: std::string, a vector of them, or a number (the kinds stand in command.cpp).
    template <class Value>
    Option* add_option(const std::string& name, Value& to, const std::string& about);
    template <class Value>
    Option* add_option_function(const std::string& name, std::function<void(const Value&)> deed,
                                const std::string& about);
    Option* add_flag(const std::string& name, bool& to, const std::string& about);
    Option* add_flag_callback(const std::string& name, std::function<void()> deed, const std::string& about);
    void require_subcommand();
    /// What the command does, once the whole line has been read.
    void callback(std::function<void()> deed);
    /// Not in the help.
    void hide();

  private:
    Option* keep(CLI::Option& made);

    CLI::App* made_;
    std::vector<std::unique_ptr<Command>> below_;
    std::vector<std::unique_ptr<Option>> options_;
};

/// A whole number, or any number, between two. Shown as "0–65535".
void takes_whole(Option* option, long low, long high);
void takes_number(Option* option, double low, double high);
/// One of these words. Shown as "sv|en".
void takes_one_of(Option* option, std::initializer_list<std::string_view> words);
/// A name in an address, without port: "iderum.lindasa.se".
void takes_a_host_name(Option* option);
/// What kind of text is meant: `cli.type.<name>`, "file" → "FIL". Not empty.
void takes_a(Option* option, std::string_view name);
/// The same for an option that takes just so many words.
void takes_words(Option* option, int count, std::string_view name);

}  // namespace app
