#include "paint/image_intake.hpp"

#include <stb/stb_image.h>
#include <stb/stb_image_write.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

#include "base/geometry.hpp"
#include "base/jpeg.hpp"
#include "paint/image_bounds.hpp"

namespace paint {
namespace {

using base::Code;

/// Rows from the top, three bytes a px.
struct Rgb {
    int width = 0, height = 0;
    std::vector<std::uint8_t> px;
};

bool is_stopped(const IntakePlan& plan) {
    return plan.stopped && plan.stopped();
}

using Decoded = std::unique_ptr<stbi_uc, decltype(&stbi_image_free)>;

/// How much of an old px lies on the new one at `to`, and how much on the one behind it. Both in new px.
struct PxShare {
    int to = 0;
    float here = 0, next = 0;
};

std::vector<PxShare> shares_of(int from, int to) {
    std::vector<PxShare> shares(static_cast<std::size_t>(from));
    const double step = static_cast<double>(to) / from;  // ≤ 1: an old px lies on two new ones at most
    for (int i = 0; i < from; ++i) {
        const double begins = i * step, ends = (i + 1) * step;
        const int at = std::min(static_cast<int>(begins), to - 1);
        const double here = at + 1 < to ? std::min(ends, at + 1.0) - begins : ends - begins;
        shares[static_cast<std::size_t>(i)] = {at, static_cast<float>(here),
                                               static_cast<float>(std::max(0.0, ends - begins - here))};
    }
    return shares;
}

/// One old row, as wide as the new ones, on white. `channels` of an old px: grey or colours, then alpha if even.
void narrow_row(const stbi_uc* px, int channels, const std::vector<PxShare>& shares, std::vector<float>& row) {
    std::fill(row.begin(), row.end(), 0.0F);
    const bool has_alpha = channels % 2 == 0, has_colour = channels >= 3;
    for (const auto& share : shares) {
        const float alpha = has_alpha ? static_cast<float>(px[channels - 1]) / 255.0F : 1.0F;
        const auto to = static_cast<std::size_t>(share.to) * 3;
        for (std::size_t i = 0; i < 3; ++i) {
            const float value = static_cast<float>(px[has_colour ? i : 0]) * alpha + 255.0F * (1 - alpha);
            row[to + i] += value * share.here;
            if (share.next > 0) row[to + 3 + i] += value * share.next;
        }
        px += channels;
    }
}

/// Each new px is the mean of what lies under it, edges by their share. Empty when it was stopped.
Rgb scaled_down(const stbi_uc* px, int width, int height, int channels, int to_width, int to_height,
                const IntakePlan& plan) {
    const auto across = shares_of(width, to_width), down = shares_of(height, to_height);
    const auto row_size = static_cast<std::size_t>(to_width) * 3;
    std::vector<float> row(row_size), here(row_size), next(row_size);
    Rgb out{to_width, to_height, {}};
    out.px.reserve(row_size * static_cast<std::size_t>(to_height));
    const auto finish = [&] {
        for (const float value : here) out.px.push_back(base::nearest(std::clamp(value, 0.0F, 255.0F)));
        here.swap(next);
        std::fill(next.begin(), next.end(), 0.0F);
    };
    int at = 0;
    for (int y = 0; y < height; ++y) {
        if (y % 64 == 0 && is_stopped(plan)) return {};
        const auto& share = down[static_cast<std::size_t>(y)];
        for (; at < share.to; ++at) finish();
        narrow_row(px + static_cast<std::ptrdiff_t>(y) * width * channels, channels, across, row);
        for (std::size_t i = 0; i < row_size; ++i) {
            here[i] += row[i] * share.here;
            next[i] += row[i] * share.next;
        }
    }
    finish();
    return out;
}

/// EXIF's orientations: how the camera was held.
Rgb turned_upright(Rgb from, int turn) {
    if (turn <= 1) return from;
    const int w = from.width, h = from.height;
    const bool on_side = turn >= 5;
    Rgb out{on_side ? h : w, on_side ? w : h, {}};
    out.px.reserve(from.px.size());
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            int from_x = on_side ? y : x, from_y = on_side ? x : y;
            if (turn == 2 || turn == 3 || turn == 7 || turn == 8) from_x = w - 1 - from_x;
            if (turn == 3 || turn == 4 || turn == 6 || turn == 7) from_y = h - 1 - from_y;
            const auto at = from.px.begin() + (static_cast<std::ptrdiff_t>(from_y) * w + from_x) * 3;
            out.px.insert(out.px.end(), at, at + 3);
        }
    }
    return out;
}

std::string as_jpeg(const Rgb& image, int quality) {
    std::string jpeg;
    const auto add = [](void* to, void* bytes, int size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    };
    stbi_write_jpg_to_func(add, &jpeg, image.width, image.height, 3, image.px.data(), quality);
    return jpeg;
}

/// As good as it can be in so many bytes; smaller when it has to be.
base::Result<TakenImage> written(Rgb image, const IntakePlan& plan) {
    for (;;) {
        for (const int quality : {88, 80, 70, 58, 45, 32}) {
            if (is_stopped(plan)) return base::refuse(Code::closed, "stopped");
            // The writer's own segment says nothing, but nothing is what shall stand there.
            IR_TRY(auto clean, base::clean_jpeg(as_jpeg(image, quality), plan.most_px));
            if (clean.bytes.size() > plan.most_bytes) continue;
            return TakenImage{std::move(clean.bytes), clean.width, clean.height};
        }
        const int width = image.width * 3 / 4, height = image.height * 3 / 4;
        if (width < 1 || height < 1) return base::refuse(Code::too_large, "bytes");
        image = scaled_down(image.px.data(), image.width, image.height, 3, width, height, plan);
        if (image.px.empty()) return base::refuse(Code::closed, "stopped");
    }
}

}  // namespace

base::Result<TakenImage> take_in_image(std::string_view bytes, const IntakePlan& plan) {
    if (bytes.size() > most_image_bytes) return base::refuse(Code::too_large, "bytes");
    IR_TRY(auto bounds, read_image_bounds(bytes, plan.most_area));
    if (is_stopped(plan)) return base::refuse(Code::closed, "stopped");
    const std::string_view source = bounds.clean.empty() ? bytes : std::string_view(bounds.clean);
    int width = 0, height = 0, channels = 0;
    const Decoded px(stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(source.data()),
                                           static_cast<int>(source.size()), &width, &height, &channels, 0),
                     &stbi_image_free);
    if (px == nullptr || width != bounds.width || height != bounds.height || channels < 1 || channels > 4) {
        return base::refuse(Code::corrupt, "image");
    }
    const double scale = std::min(1.0, static_cast<double>(std::max(1, plan.most_px)) / std::max(width, height));
    const auto side = [scale](int px_long) { return std::max(1, static_cast<int>(std::lround(px_long * scale))); };
    auto small = scaled_down(px.get(), width, height, channels, side(width), side(height), plan);
    if (small.px.empty()) return base::refuse(Code::closed, "stopped");
    return written(turned_upright(std::move(small), bounds.turn), plan);
}

}  // namespace paint
