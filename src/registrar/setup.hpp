#pragma once
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/files.hpp"
#include "model/board_form.hpp"
#include "model/course.hpp"
#include "register/word_list.hpp"
#include "views/wall.hpp"

namespace registrar {

using base::Id;

/// What the wall is told, in order. Immutable, shared.
using ToWall = std::variant<std::shared_ptr<const views::WallView>, views::WallCount, views::WallRefusal,
                            std::shared_ptr<const views::BoardNews>, std::shared_ptr<const views::BoardHistory>,
                            std::shared_ptr<const views::SessionHistory>>;

/// What the host wants run.
struct Setup {
    model::CourseSource source;   // for a new session; a session that goes on runs from its own copy
    std::string language = "sv";  // of the audience view and of what is written in the journal
    std::string municipality;
    std::string join_code;  // fixed code for benchmarks; empty: a random one
    bool new_session = false;
    /// Prints one-time codes on cards, each with an address that carries it (`address` + code); gives the file's path
    /// for people. Called on the registrar's thread while no vote is open. Empty: nobody can.
    std::function<base::Result<std::string>(const std::vector<std::string>& codes, const std::string& address)> print;
    bool moderation = true;
    ideas::WordList words;                 // a text with one of them waits for the trainer
    std::vector<std::string> word_faults;  // what could not be read of them, a sentence each
    std::vector<Id> nodes_elsewhere;       // as store::Opened says
    std::vector<std::string> page_languages = {"sv", "en"};
    std::vector<model::BoardForm> forms;  // templates of free boards: by them lists tell what is written where
};

/// A session that a host would go on with, and its typed code.
struct ReadSession {
    Id session;
    std::string join_code;
};

/// A vote that was open when the host stopped and has lost its ballots: its urn is not beside the file, or its words
/// have been erased and it is called off.
struct BrokenVote {
    std::string question;
    base::Path urn;  // where it is looked for; empty: called off
};

}  // namespace registrar
