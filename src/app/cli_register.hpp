#pragma once
#include <string>

namespace app {

/// What `iderum register …` was asked. Which members are read depends on the subcommand.
struct RegisterWish {
    std::string file;
    std::string state;
    std::string search;
    std::string idea;        // show: number or id
    std::string csv = "-";   // export: where to, - = stdout
    std::string pdf;         // show: where the page to print goes; empty: it is told in words
    std::string photos;      // export: the folder for the photos, empty = they are not written
    std::string list;        // import: the CSV file
    std::string map;         // "titel=Rubrik,beskrivning=Text"
    std::string date_order;  // "dmy", "mdy" or empty
    bool dry_run = false;
    bool json = false;
};

/// The subcommands' work; each explains its own refusal on stderr.
void show_idea(const RegisterWish& wish);
void print_idea(const RegisterWish& wish);
void import_ideas(const RegisterWish& wish);

}  // namespace app
