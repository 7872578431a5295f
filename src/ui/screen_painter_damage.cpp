#include <algorithm>
#include <bit>

#include "ui/damage.hpp"
#include "ui/screen_painter_private.hpp"

namespace ui {
namespace {

struct TriangleBox {
    float left, top, right, bottom;
    bool touches(const ImVec4& clip) const {
        return right >= clip.x && bottom >= clip.y && left <= clip.z && top <= clip.w;
    }
};

TriangleBox triangle_box(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
    return {std::min({a.pos.x, b.pos.x, c.pos.x}), std::min({a.pos.y, b.pos.y, c.pos.y}),
            std::max({a.pos.x, b.pos.x, c.pos.x}), std::max({a.pos.y, b.pos.y, c.pos.y})};
}

std::uint64_t float_pair(float a, float b) {
    return (static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(a)) << 32U) | std::bit_cast<std::uint32_t>(b);
}

std::uint64_t vertex_digest(const ImDrawVert& vertex) {
    const auto place = digested(float_pair(vertex.pos.x, vertex.pos.y), float_pair(vertex.uv.x, vertex.uv.y));
    return digested(place, vertex.col);
}

/// Whatever triangles of a command have in common.
std::uint64_t command_digest(const ImDrawCmd& command) {
    const auto clip = digested(float_pair(command.ClipRect.x, command.ClipRect.y),
                               float_pair(command.ClipRect.z, command.ClipRect.w));
    return digested(clip, reinterpret_cast<std::uintptr_t>(command.GetTexID()));
}

}  // namespace

void ScreenPainter::fill_batch(const ImDrawList*, const ImDrawCmd* command) {
    const auto& batch = *static_cast<const Batch*>(command->UserCallbackData);
    const auto& painter = *batch.painter;
    std::vector<Opaque> seen;
    for (const auto& rect : batch.rects) {
        const auto part =
            base::Rect{double(rect.x), double(rect.y), double(rect.w), double(rect.h)}.intersected(painter.part_);
        if (part.empty()) continue;
        seen.push_back({static_cast<int>(part.x), static_cast<int>(part.y), static_cast<int>(part.w),
                        static_cast<int>(part.h), rect.colour});
    }
    painter.window_.fill_opaque(seen);
}

void ScreenPainter::tell(Damage& damage) const {
    std::vector<std::uint64_t> corners;
    corners.reserve(static_cast<std::size_t>(list_.VtxBuffer.Size));
    for (const auto& vertex : list_.VtxBuffer) corners.push_back(vertex_digest(vertex));
    for (const auto& command : list_.CmdBuffer) {
        if (command.UserCallback == &fill_batch) {
            for (const auto& [x, y, w, h, c] : static_cast<const Batch*>(command.UserCallbackData)->rects) {
                const auto place = digested(float_pair(static_cast<float>(x), static_cast<float>(y)),
                                            float_pair(static_cast<float>(w), static_cast<float>(h)));
                const auto ink = static_cast<std::uint64_t>(IM_COL32(c.r, c.g, c.b, c.a));
                damage.add(x, y, x + w, y + h, digested(place, ink));
            }
            continue;
        }
        const auto& clip = command.ClipRect;
        const auto common = command_digest(command);
        const auto* vertices = list_.VtxBuffer.Data + command.VtxOffset;
        const auto* digests = corners.data() + command.VtxOffset;
        const auto* index = list_.IdxBuffer.Data + command.IdxOffset;
        for (const auto* end = index + command.ElemCount; index < end; index += 3) {
            const auto box = triangle_box(vertices[index[0]], vertices[index[1]], vertices[index[2]]);
            if (!box.touches(clip)) continue;
            damage.add(std::max(box.left, clip.x), std::max(box.top, clip.y), std::min(box.right, clip.z),
                       std::min(box.bottom, clip.w),
                       digested(digested(digested(common, digests[index[0]]), digests[index[1]]), digests[index[2]]));
        }
    }
}

void ScreenPainter::narrow(const base::Rect& part) {
    if (!drawn_) drawn_ = std::make_unique<Drawn>(Drawn{{list_.CmdBuffer.begin(), list_.CmdBuffer.end()}});
    part_ = part;
    std::copy(drawn_->commands.begin(), drawn_->commands.end(), list_.CmdBuffer.begin());
    for (auto& command : list_.CmdBuffer) {
        if (command.UserCallback != nullptr) continue;
        auto& clip = command.ClipRect;
        clip = {std::max(clip.x, static_cast<float>(part.x)), std::max(clip.y, static_cast<float>(part.y)),
                std::min(clip.z, static_cast<float>(part.right())),
                std::min(clip.w, static_cast<float>(part.bottom()))};
        const auto* vertices = list_.VtxBuffer.Data + command.VtxOffset;
        const auto* index = list_.IdxBuffer.Data + command.IdxOffset;
        const auto* end = index + command.ElemCount;
        while (index < end && !triangle_box(vertices[index[0]], vertices[index[1]], vertices[index[2]]).touches(clip))
            index += 3;
        if (index == end) command.ElemCount = 0;
    }
}

}  // namespace ui
