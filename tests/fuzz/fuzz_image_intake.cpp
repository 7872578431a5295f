// rooms: paint base
// Any bytes as an image: its bounds are known before it is decoded, and what comes out is a JPEG within the plan that
// the register's own reader takes and cannot clean any further.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/jpeg.hpp"
#include "paint/image_bounds.hpp"
#include "paint/image_intake.hpp"

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view given(reinterpret_cast<const char*>(bytes), size);
    paint::IntakePlan plan;
    plan.most_px = 64;
    plan.most_bytes = 4000;
    plan.most_area = 320 * 320;  // larger ones only take longer
    const auto bounds = paint::read_image_bounds(given, plan.most_area);
    if (bounds) {
        must(bounds->width > 0 && bounds->height > 0 && bounds->turn >= 1 && bounds->turn <= 8);
        must(std::int64_t{bounds->width} * bounds->height <= plan.most_area);
    }
    const auto image = paint::take_in_image(given, plan);
    if (!image) return 0;
    must(bounds.has_value());
    must(image->width > 0 && image->width <= 64 && image->height > 0 && image->height <= 64);
    must(image->jpeg.size() <= plan.most_bytes);
    const auto clean = base::clean_jpeg(image->jpeg, 64);
    must(clean.has_value() && clean->bytes == image->jpeg);
    return 0;
}
