#pragma once
#include <vector>

#include "model/board.hpp"

namespace app {

/// The board that boards are compared on (`bench canvas`): the notes of the peers' harness, bit for bit. Notes are
/// 200 × 200, 240 apart, in rows that together are about as wide as 16:9, with 40 to 120 characters of Swedish each.
struct BenchBoard {
    static constexpr double note = 200, pitch = 240;
    static std::vector<model::Item> notes(std::size_t count);
    static std::size_t columns(std::size_t count);
    static base::Size bounds(std::size_t count);
    /// So that all of it is seen, with a tenth of slack on each side.
    static double fit_zoom(std::size_t count, base::Size view);
    /// The note nearest the middle; of a board that has one.
    static std::size_t centre_note(std::size_t count);
};

}  // namespace app
