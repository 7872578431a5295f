#pragma once
#include <string>
#include <vector>

#include "views/wall.hpp"

namespace ui {

/// The words that the session is about, for the keyboard's suggestions: those of the notes, the most used first, then
/// those of the persons, the block's question and columns, and the groups. Short ones are written faster than they are
/// picked, and are left out. Pure.
std::vector<std::string> session_words(const views::WallView& view);

}  // namespace ui
