#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace paint {

inline constexpr std::size_t most_image_bytes = 20'000'000;  // of a file that is taken in

struct IntakePlan {
    int most_px = 1600;                    // of either side, of what comes out
    std::size_t most_bytes = 600'000;      // of what comes out
    std::int64_t most_area = 100'000'000;  // px that are decoded; 16 bits a colour count twice
    std::function<bool()> stopped = {};    // asked between the steps of the work; none: never
};

/// An image as the register keeps it: a JPEG that holds its picture and nothing else.
struct TakenImage {
    std::string jpeg;
    int width = 0, height = 0;  // px
};

/// Any JPEG, PNG, GIF (its first picture) or BMP as such a JPEG: turned as the camera was held, made smaller so that it
/// is within the plan, white where it was transparent. Place, time, names and everything else beside the picture are
/// gone. Its bounds are checked before it is decoded. Errors: those of read_image_bounds; too_large ("bytes") for more
/// than most_image_bytes; corrupt ("image") for what cannot be decoded; closed ("stopped"). Any thread; up to some
/// seconds for the largest.
base::Result<TakenImage> take_in_image(std::string_view bytes, const IntakePlan& plan = {});

}  // namespace paint
