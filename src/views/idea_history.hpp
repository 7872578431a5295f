#pragma once
#include <string>
#include <vector>

#include "model/change.hpp"
#include "views/wall.hpp"

namespace views {

/// What the changes did to this idea, oldest first, as they stand in the journal. Pure.
std::vector<IdeaEvent> read_idea_events(const std::vector<model::Change>& changes, const Id& idea);

/// "Helhetsbild → Bedömd", "Fyllde i Behov och För vem", or what the change is called; in the program's language.
std::string event_words(const IdeaEvent& event);
/// "Handledaren", or the role itself when it has no name.
std::string author_words(const std::string& author);

}  // namespace views
