#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace paint {

enum class ImageKind { jpeg, png, gif, bmp };

/// What an image says of itself, held to before anything of it is decoded.
struct ImageBounds {
    ImageKind kind = ImageKind::jpeg;
    int width = 0, height = 0;  // px as they are stored
    int turn = 1;               // how it is to be turned, as EXIF's orientation: 1 to 8
    std::string clean;          // JPEG: what may be decoded instead of what was given (base::clean_jpeg); else empty
};

/// JPEG, PNG, GIF and BMP, whatever the file was called. `most_px`: width times height at most, those with 16 bits a
/// colour counted twice. A PNG is unpacked to nowhere first: what is packed in it is as much as its header says, so
/// that a small file never becomes a large one. Errors: bad_input ("image") for what is none of these; corrupt
/// ("image") for one that is cut off or breaks its own words; too_large ("px"). Pure, any thread; costs a look at all
/// the bytes.
base::Result<ImageBounds> read_image_bounds(std::string_view bytes, std::int64_t most_px);

/// The orientation in EXIF's bytes, from its TIFF header on; 1 when it says nothing that can be read.
int exif_turn(std::string_view tiff);

}  // namespace paint
