#pragma once
#include <string>

#include "base/result.hpp"

namespace app {

/// What `iderum register …` was asked. Which members are read depends on the subcommand.
struct RegisterWish {
    std::string file;
    std::string state;
    std::string search;
    std::string idea;        // show: number or id
    std::string csv = "-";   // export: where to, - = stdout
    std::string list;        // import: the CSV file
    std::string map;         // "titel=Rubrik,beskrivning=Text"
    std::string date_order;  // "dmy", "mdy" or empty
    bool dry_run = false;
    bool json = false;
};

/// Like `refused`, for errors whose `what` may be a whole sentence of ours that says what to do: it ends with a full
/// stop and stands alone.
void refused_in_words(const base::Error& error);

/// The subcommands' work; each explains its own refusal on stderr.
void show_idea(const RegisterWish& wish);
void import_ideas(const RegisterWish& wish);

}  // namespace app
