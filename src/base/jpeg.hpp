#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace base {

/// A photograph as it is kept: a JPEG (ITU-T T.81) that holds its picture and nothing that somebody did not see.
struct Jpeg {
    std::string bytes;
    int width = 0, height = 0;  // px
};

/// Reads a JPEG segment by segment and writes it anew with only what its picture is made of. Left out are all APPn and
/// COM segments (place, time, camera, names, a small picture of what was cut away) and whatever follows the end.
/// Taken are sequential and progressive pictures of 8 bits, grey or in three colours, at most `most_px` wide and high,
/// in at most 32 scans. `remark`, ASCII, is written as the one COM segment when it is not empty.
/// Errors: bad_input ("jpeg") for what is no whole JPEG of these, too_large ("side") for too many px. Nothing is
/// decoded, so the cost is that of one look at the bytes. Pure, any thread.
Result<Jpeg> clean_jpeg(std::string_view bytes, int most_px, std::string_view remark = {});

}  // namespace base
