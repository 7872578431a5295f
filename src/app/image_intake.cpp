#include "app/image_intake.hpp"

#include <chrono>
#include <utility>

#include "base/files.hpp"
#include "base/language.hpp"
#include "intents/limits.hpp"
#include "paint/image_intake.hpp"

namespace app {

ImageIntake::ImageIntake(std::function<void()> wake, Clipboard clipboard)
    : clipboard_(std::move(clipboard)), ready_(std::move(wake)), thread_([this] { run(); }) {}

ImageIntake::~ImageIntake() {
    stopping_ = true;
    wanted_.close();
    thread_.join();
}

void ImageIntake::run() {
    paint::IntakePlan plan;
    plan.most_px = intents::most_photo_px;
    // The registrar writes a remark of its own into each.
    plan.most_bytes = intents::most_photo_bytes - 200;
    plan.stopped = [this] { return stopping_.load(); };
    while (!stopping_) {
        for (const auto& wanted : wanted_.wait_all(std::chrono::hours(1))) {
            if (stopping_) return;
            const auto bytes =
                wanted.file.empty() ? clipboard_(plan.stopped) : base::read_file(wanted.file, paint::most_image_bytes);
            auto image = bytes ? paint::take_in_image(*bytes, plan)
                               : base::Result<paint::TakenImage>(tl::unexpected<base::Error>(bytes.error()));
            Ready ready;
            ready.number = wanted.number;
            if (image) {
                ready.jpeg = std::move(image->jpeg);
                ready.width = image->width;
                ready.height = image->height;
            } else {
                ready.refused = explain_image(image.error(), wanted.file);
            }
            ready_.push(std::move(ready));
        }
    }
}

std::string explain_image(const base::Error& error, const std::string& file) {
    if (error.code == base::Code::not_found && file.empty()) return base::tr("canvas.image.empty_clipboard");
    const auto name = file.empty() ? base::tr("canvas.image.pasted") : base::Path(file).filename().string();
    if (error.code == base::Code::too_large) return base::tr("canvas.image.too_large", {{"name", name}});
    if (error.code == base::Code::corrupt) return base::tr("canvas.image.broken", {{"name", name}});
    if (error.code == base::Code::bad_input && error.what == "image") {
        return base::tr("canvas.image.none", {{"name", name}});
    }
    return base::tr("canvas.image.unread", {{"name", name}});
}

}  // namespace app
