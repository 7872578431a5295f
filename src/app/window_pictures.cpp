#include "app/window_private.hpp"
#include "base/check.hpp"

namespace app {

std::shared_ptr<const KeptTextures::Picture> KeptTextures::keep(base::Size size_px,
                                                                const std::function<void()>& render) {
    GLuint name = 0, target = 0;
    glGenTextures(1, &name);
    auto picture = std::make_shared<const Picture>(size_px, name, ++last_, free_);
    glBindTexture(GL_TEXTURE_2D, name);
    for (const auto filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(filter), GL_LINEAR);
    }
    for (const auto edge : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) {
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(edge), GL_CLAMP_TO_EDGE);
    }
    // In the format that the window has, so that it is copied as it is.
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, static_cast<int>(size_px.w), static_cast<int>(size_px.h), 0, GL_BGRA,
                 GL_UNSIGNED_INT_8_8_8_8_REV, nullptr);
    glGenFramebuffers(1, &target);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, name, 0);
    base::check(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE, "OpenGL draws to a texture");
    render();
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &target);
    return picture;
}

void KeptTextures::tidy() {
    glDeleteTextures(static_cast<GLsizei>(free_->size()), free_->data());
    free_->clear();
}

}  // namespace app
