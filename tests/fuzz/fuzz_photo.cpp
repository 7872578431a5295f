// rooms: paint base
// Any bytes as a photo: cleaning and decoding never crash, what is taken is within the limits, tells nothing beside its
// picture, and cleaned again is the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/jpeg.hpp"
#include "paint/photo.hpp"

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr int most_px = 320;  // larger ones only take longer
    const std::string_view given(reinterpret_cast<const char*>(bytes), size);
    const auto photo = base::clean_jpeg(given, most_px);
    if (!photo) return 0;
    must(photo->width > 0 && photo->width <= most_px && photo->height > 0 && photo->height <= most_px);
    must(photo->bytes.size() <= size);
    const auto again = base::clean_jpeg(photo->bytes, most_px);
    must(again.has_value() && again->bytes == photo->bytes);
    const auto pixels = paint::read_photo(given, 64);
    if (pixels) must(pixels->width <= 64 && pixels->height <= 64);
    return 0;
}
