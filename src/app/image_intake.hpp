#pragma once
#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "base/inbox.hpp"
#include "base/result.hpp"
#include "ui/canvas_images.hpp"

namespace app {

/// Images for free boards, from files and the clipboard: read, made small and without a place on a thread of its own,
/// so that no frame waits for it. Made, asked and destroyed on the main thread.
class ImageIntake {
  public:
    using Wanted = ui::CanvasImages::Wanted;
    using Ready = ui::CanvasImages::Ready;
    /// Bytes of an image; `stopped`: nobody waits for it any more.
    using Clipboard = std::function<base::Result<std::string>(const std::function<bool()>& stopped)>;

    /// `wake` is called from the other thread when something is ready. `clipboard` is called there.
    ImageIntake(std::function<void()> wake, Clipboard clipboard);
    /// What is under way is let go.
    ~ImageIntake();
    ImageIntake(const ImageIntake&) = delete;
    ImageIntake& operator=(const ImageIntake&) = delete;

    /// One after the other, in order.
    void begin(std::vector<Wanted> wanted) { wanted_.push_all(std::move(wanted)); }
    std::vector<Ready> take() { return ready_.take_all(); }

  private:
    void run();

    Clipboard clipboard_;
    base::Inbox<Wanted> wanted_;
    base::Inbox<Ready> ready_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

/// What people read when an image cannot be taken; `file`: its path, empty for the clipboard's.
std::string explain_image(const base::Error& error, const std::string& file);

}  // namespace app
