#pragma once
#include <string>
#include <vector>

#include "views/page.hpp"

/// Boards of an invented class in Lindåsa, as clients see them.
namespace scenes {

struct Board {
    std::vector<views::NoteView> notes;
    std::vector<views::ClusterView> clusters;
    std::vector<views::Labelled> phases;
    std::vector<views::PollView> polls;
};

base::Id id(int number);
/// Mockup 04: four clusters and four notes beside them.
Board idea_wall();
/// Mockup 02: five phases, steps with feelings, possibilities.
Board journey();
/// One note in every script that participants write, and their emoji.
Board scripts();
/// Six ideas with scores −2 … 2, or dots of three kinds.
views::PollView scores();
views::PollView three_dots();
/// As many ideas placed by benefit and effort by nine people: the third apart, the last by nobody.
views::PollView matrix(int ideas = 7);

}  // namespace scenes
