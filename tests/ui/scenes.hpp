#pragma once
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "views/wall.hpp"

/// Invented views of a half-day in Lindåsa, for desk tests and pictures.
namespace scenes {

inline constexpr std::int64_t now_ms = 1764232020000;  // 2025-11-27 08.27 UTC

base::Id id(int number);

views::NoteView note(int number, std::string type, std::string text, std::string author = "", std::string group = "",
                     int cluster = 0);

/// The first block has not begun.
views::WallView lobby();

/// Within a block: `at` is its place in the day.
views::WallView in_block(std::size_t at, std::string kind);

views::WallView journey(bool with_feelings = true);

views::WallView ideas();

/// Three dots on ideas: open, closed or revealed.
views::WallView vote(const std::string& state);

/// Three ideas of the result are in the register.
views::WallView saved();

/// One answer from 1 to 5, counted.
views::WallView scale();

views::WallView pause();

views::WallView cards();

views::WallView question();

}  // namespace scenes
