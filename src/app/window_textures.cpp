#include "app/window_private.hpp"

namespace app {

std::uintptr_t AtlasTextures::of(int page) {
    while (static_cast<int>(names_.size()) <= page) {
        GLuint name = 0;
        glGenTextures(1, &name);
        glBindTexture(GL_TEXTURE_2D, name);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        const int side = atlas_.side_px();
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, side, side, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        names_.push_back(name);
    }
    return names_[static_cast<std::size_t>(page)];
}

void AtlasTextures::upload() {
    const int side = atlas_.side_px();
    for (const auto& change : atlas_.take_changes()) {
        const auto name = of(change.page);
        const auto from =
            (static_cast<std::size_t>(change.y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(change.x)) *
            4;
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(name));
        glPixelStorei(GL_UNPACK_ROW_LENGTH, side);
        glTexSubImage2D(GL_TEXTURE_2D, 0, change.x, change.y, change.w, change.h, GL_RGBA, GL_UNSIGNED_BYTE,
                        atlas_.pixels(change.page).subspan(from).data());
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    }
}

void AtlasTextures::forget() {
    if (!names_.empty()) glDeleteTextures(static_cast<GLsizei>(names_.size()), names_.data());
    names_.clear();
}

}  // namespace app
