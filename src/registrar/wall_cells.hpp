#pragma once
#include <string>
#include <vector>

#include "model/cells.hpp"
#include "model/course.hpp"
#include "views/wall.hpp"

namespace registrar {

using base::Id;

// What the room sees of a session's cells, as they stand or as they stood. Pure.

/// Repair on read: what is deleted, hidden or merged is not listed; nothing was written because of it.
bool is_note_shown(const model::Cells& cells, const Id& session, const Id& note);
/// Those of `notes` that are shown and were written in one of `blocks`, by column (`groups`), then in the order on the
/// wall; ties by id.
std::vector<Id> notes_on_board(const model::Cells& cells, const Id& session, const std::vector<Id>& notes,
                               const std::vector<std::string>& blocks, const std::vector<std::string>& groups);
/// Without its number and photo: when those may be told is the caller's to know.
views::NoteView to_note(const model::Cells& cells, const Id& note);
/// Those that are there, in their order; of those that have none (they are older than it), by birth and first.
std::vector<views::ClusterView> to_clusters(const model::Cells& cells, const std::vector<Id>& clusters);
std::vector<views::PersonaView> to_personas(const model::Cells& cells, const std::vector<Id>& personas);
/// Whose notes stand on the block's board.
std::vector<std::string> blocks_on_board(const model::Block& block);

}  // namespace registrar
