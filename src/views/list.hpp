#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "register/idea_card.hpp"
#include "views/page.hpp"

namespace views {

/// Every board of the session and the register, as text to be read aloud: what `/list` shows.
struct ListView {
    static constexpr std::size_t most_ideas = 5000;
    static constexpr std::size_t most_board_notes = 5000;  // of all free boards together; of each its frames too
    struct Note {
        std::string text, number;
        std::string language = {};  // that it was written in; empty = not known
        std::optional<PhotoView> photo;
    };
    struct Group {
        std::string label;  // empty: the board has no columns
        std::vector<Note> notes;
    };
    struct Board {
        std::string title, question;
        std::vector<Group> groups;
        std::vector<PollView> polls = {};  // those that are revealed
    };
    std::vector<Board> boards;
    std::vector<ideas::IdeaCard> cards;  // in the register's order, at most most_ideas
    std::size_t all = 0;
    std::int64_t now_ms = 0;
};
/// The `register` frame of docs/protocol.md; states and what comes next in the language of base::language.
std::string to_register(const ListView& list);

}  // namespace views
