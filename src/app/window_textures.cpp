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
    for (const auto& change : atlas_.take_changes()) {
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(of(change.page)));
        glTexSubImage2D(GL_TEXTURE_2D, 0, change.x, change.y, change.w, change.h, GL_RGBA, GL_UNSIGNED_BYTE,
                        change.rgba.data());
    }
}

std::uintptr_t PhotoTextures::of(const paint::Photo& photo) {
    auto& name = names_[photo.number];
    if (name != 0) return name;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    for (const auto filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(filter), GL_LINEAR);
    }
    for (const auto edge : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) {
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(edge), GL_CLAMP_TO_EDGE);
    }
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, photo.width, photo.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 photo.rgba.data());
    return name;
}

void PhotoTextures::forget() {
    for (const auto& [number, name] : names_) glDeleteTextures(1, &name);
    names_.clear();
}

void AtlasTextures::forget() {
    if (!names_.empty()) glDeleteTextures(static_cast<GLsizei>(names_.size()), names_.data());
    names_.clear();
    atlas_.forget();
}

}  // namespace app
