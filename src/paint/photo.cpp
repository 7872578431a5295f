#include "paint/photo.hpp"

#include <stb/stb_image.h>

#include <algorithm>
#include <atomic>
#include <memory>

#include "base/jpeg.hpp"

namespace paint {
namespace {

constexpr int largest_px = 1600;

/// The mean of the px that lie under each new one.
std::vector<std::uint8_t> made_smaller(const std::uint8_t* rgba, int width, int height, int to_width, int to_height) {
    std::vector<std::uint8_t> out;
    out.reserve(static_cast<std::size_t>(to_width) * static_cast<std::size_t>(to_height) * 4);
    for (int y = 0; y < to_height; ++y) {
        const int top = y * height / to_height, bottom = std::max(top + 1, (y + 1) * height / to_height);
        for (int x = 0; x < to_width; ++x) {
            const int left = x * width / to_width, right = std::max(left + 1, (x + 1) * width / to_width);
            unsigned sums[3] = {0, 0, 0};
            for (int row = top; row < bottom; ++row) {
                const auto* px = rgba + (static_cast<std::ptrdiff_t>(row) * width + left) * 4;
                for (int column = left; column < right; ++column, px += 4) {
                    for (int i = 0; i < 3; ++i) sums[i] += px[i];
                }
            }
            const auto count = static_cast<unsigned>((bottom - top) * (right - left));
            for (const unsigned sum : sums) out.push_back(static_cast<std::uint8_t>(sum / count));
            out.push_back(255);
        }
    }
    return out;
}

}  // namespace

base::Result<Photo> read_photo(std::string_view jpeg, int limit_px) {
    // Only what holds to all of its own words is given to the decoder.
    IR_TRY(const auto clean, base::clean_jpeg(jpeg, largest_px));
    int width = 0, height = 0, channels = 0;
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(clean.bytes.data()),
                              static_cast<int>(clean.bytes.size()), &width, &height, &channels, 4),
        &stbi_image_free);
    if (pixels == nullptr || width != clean.width || height != clean.height) {
        return base::refuse(base::Code::bad_input, "jpeg");
    }
    static std::atomic<std::uint64_t> numbers{0};
    const int side = std::max(width, height), most = std::clamp(limit_px, 1, side);
    Photo photo;
    photo.width = std::max(1, width * most / side);
    photo.height = std::max(1, height * most / side);
    photo.rgba = made_smaller(pixels.get(), width, height, photo.width, photo.height);
    photo.number = ++numbers;
    return photo;
}

base::Rect covering_part(const Photo& photo, base::Size place) {
    if (place.w <= 0 || place.h <= 0) return {0, 0, 1, 1};
    const double wide = place.w / photo.width, high = place.h / photo.height;
    const double scale = std::max(wide, high);
    const double w = wide / scale, h = high / scale;
    return {(1 - w) / 2, (1 - h) / 2, w, h};
}

base::Rect fitting_place(const Photo& photo, const base::Rect& area) {
    const double scale = std::min(area.w / photo.width, area.h / photo.height);
    return area.centred({photo.width * scale, photo.height * scale});
}

}  // namespace paint
