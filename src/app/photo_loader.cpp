#include "app/photo_loader.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include "intents/intent.hpp"
#include "store/reader.hpp"

namespace app {

PhotoLoader::PhotoLoader(base::Path register_file, std::function<void()> wake)
    : register_file_(std::move(register_file)), found_(std::move(wake)), thread_([this] { load(); }) {}

PhotoLoader::~PhotoLoader() {
    stopping_ = true;
    wishes_.close();
    thread_.join();
}

std::shared_ptr<const paint::Photo> PhotoLoader::find(std::string_view hash, bool large) {
    take();
    const auto [kept, fresh] = kept_.try_emplace(Wish(hash, large));
    kept->second.asked = ++asked_;
    if (fresh) wishes_.push(Wish(kept->first));
    return kept->second.photo;
}

void PhotoLoader::take() {
    for (auto& found : found_.take_all()) {
        const auto kept = kept_.find(found.wish);
        if (kept == kept_.end() || found.photo == nullptr) continue;
        bytes_ += found.photo->rgba.size();
        kept->second.photo = std::move(found.photo);
    }
    while (bytes_ > most_bytes) {
        const auto oldest = std::min_element(kept_.begin(), kept_.end(), [](const auto& a, const auto& b) {
            const bool a_here = a.second.photo != nullptr, b_here = b.second.photo != nullptr;
            return a_here != b_here ? a_here : a.second.asked < b.second.asked;
        });
        bytes_ -= oldest->second.photo->rgba.size();
        kept_.erase(oldest);
    }
}

void PhotoLoader::load() {
    std::optional<store::Reader> reader;
    while (!stopping_) {
        for (auto& wish : wishes_.wait_all(std::chrono::hours(1))) {
            if (stopping_) return;
            if (!reader) {
                if (auto opened = store::Reader::open(register_file_)) reader.emplace(std::move(*opened));
            }
            Found found{std::move(wish), nullptr};
            const auto jpeg = reader ? reader->read_photo(found.wish.first).value_or(std::nullopt) : std::nullopt;
            if (jpeg) {
                auto photo = paint::read_photo(*jpeg, found.wish.second ? intents::most_photo_px : small_px);
                if (photo) found.photo = std::make_shared<const paint::Photo>(std::move(*photo));
            }
            found_.push(std::move(found));
        }
    }
}

}  // namespace app
