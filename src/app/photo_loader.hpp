#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "base/files.hpp"
#include "base/inbox.hpp"
#include "paint/photo.hpp"

namespace app {

/// Photos of a register as pixels, for its windows: read and decoded on a thread of its own, so that no frame waits for
/// it. Made, asked and destroyed on the main thread.
class PhotoLoader {
  public:
    static constexpr int small_px = 256;
    static constexpr std::size_t most_bytes = 96U << 20U;  // of pixels that are kept; those asked for last stay

    /// `wake` is called from the loader's thread when something is here that was asked for.
    PhotoLoader(base::Path register_file, std::function<void()> wake);
    ~PhotoLoader();
    PhotoLoader(const PhotoLoader&) = delete;
    PhotoLoader& operator=(const PhotoLoader&) = delete;

    /// By its SHA-256 in hex, small (`small_px` on its longer side) or whole. Null until it is here; what cannot be
    /// read or decoded never is.
    std::shared_ptr<const paint::Photo> find(std::string_view hash, bool large);

  private:
    using Wish = std::pair<std::string, bool>;
    struct Found {
        Wish wish;
        std::shared_ptr<const paint::Photo> photo;
    };
    struct Kept {
        std::shared_ptr<const paint::Photo> photo;  // null: on its way, or there is none
        std::uint64_t asked = 0;
    };
    void load();
    void take();

    base::Path register_file_;
    std::map<Wish, Kept> kept_;
    std::uint64_t asked_ = 0;
    std::size_t bytes_ = 0;
    base::Inbox<Wish> wishes_;
    base::Inbox<Found> found_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace app
