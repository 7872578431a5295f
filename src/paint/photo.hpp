#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "base/result.hpp"

namespace paint {

/// The pixels of a photograph, to be drawn by a Painter. Immutable once it is shared between threads.
struct Photo {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;  // rows from the top, opaque
    std::uint64_t number = 0;        // no two have the same, while the program runs
};

/// Decodes a JPEG that base::clean_jpeg takes, and makes it smaller so that neither side is longer than `limit_px`.
/// Errors as of clean_jpeg, and bad_input for what cannot be decoded. Any thread; some 30 ms for the largest.
base::Result<Photo> read_photo(std::string_view jpeg, int limit_px);

/// The part of a photo, 0–1 of its sides, that fills a place of this shape: what is too much is cut at both ends.
base::Rect covering_part(const Photo& photo, base::Size place);
/// The place in the middle of `area` in which the whole photo is as large as it can be.
base::Rect fitting_place(const Photo& photo, const base::Rect& area);

}  // namespace paint
