// Pictures that are kept: drawn into lists of their own, and shown as what covers all below it.
#include "ui/screen_painter_private.hpp"

namespace ui {

std::shared_ptr<const paint::KeptPicture> ScreenPainter::keep(base::Size px,
                                                              const std::function<void(paint::Painter&)>& draw) {
    if (!window_.keep) return nullptr;
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushTextureID(nullptr);
    list.PushClipRect({0, 0}, to_vec(px.w, px.h));
    auto window = window_;
    window.size_px = px;
    ScreenPainter painter(list, atlas_, std::move(window));
    draw(painter);
    list._PopUnusedDrawCmd();
    return window_.keep(list, px);
}

void ScreenPainter::show(const paint::KeptPicture& picture, const base::Rect& place) {
    const auto where = on_whole_px(place);
    if (!window_.kept || where.empty() || outside(where)) return;
    const auto texture = window_.kept(picture) | covers | (where.size() == picture.size() ? px_by_px : 0);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): ImTextureID is a pointer that holds OpenGL's number
    list_.PushTextureID(reinterpret_cast<ImTextureID>(texture));
    list_.PrimReserve(6, 4);
    list_.PrimRectUV(to_vec(where.x, where.y), to_vec(where.right(), where.bottom()), {0, 0}, {1, 1},
                     IM_COL32(255, 255, 255, 255));
    list_.PopTextureID();
}

}  // namespace ui
