#pragma once
#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tablets/address_table.hpp"

namespace tablets {

/// Gives a photo by its SHA-256 in hex; nothing when it cannot be read.
using ReadPhoto = std::function<std::optional<std::string>(std::string_view sha256_hex)>;

/// The photos that may be fetched now, by addresses that nobody guesses. None is kept in memory longer than somebody is
/// being sent it. One thread.
class OfferedPhotos {
  public:
    static constexpr std::ptrdiff_t most_at_once = 64;  // different ones that are being sent
    static constexpr std::ptrdiff_t most_to_one = 32;   // of them, first asked for from one address; loopback is free

    explicit OfferedPhotos(ReadPhoto read = {}) : read_(std::move(read)) {}

    void offer(std::string address, std::string sha256_hex) {
        photos_[std::move(address)] = {std::move(sha256_hex), {}};
    }
    void withdraw(std::string_view address) {
        const auto found = photos_.find(address);
        if (found != photos_.end()) photos_.erase(found);
    }

    struct Found {
        std::shared_ptr<const std::string> jpeg;  // null: there is none to have
        bool full = false;                        // too many are being sent
    };
    /// `asker`: where the request comes from, when that is known. Who reads slowly leaves the others their half.
    Found find(std::string_view address, const Address* asker = nullptr) {
        const auto found = photos_.find(address);
        if (found == photos_.end() || !read_) return {};
        auto& photo = found->second;
        if (auto sent = photo.sent.lock()) return {std::move(sent), false};
        const auto who = asker == nullptr || asker->loopback ? std::nullopt : std::optional(*asker);
        const auto is_sent = [](const auto& one) { return !one.second.sent.expired(); };
        const auto is_theirs = [&](const auto& one) { return is_sent(one) && one.second.asker == who; };
        if (std::count_if(photos_.begin(), photos_.end(), is_sent) >= most_at_once) return {nullptr, true};
        if (who && std::count_if(photos_.begin(), photos_.end(), is_theirs) >= most_to_one) return {nullptr, true};
        auto jpeg = read_(photo.sha256_hex);
        if (!jpeg) return {};
        const auto sent = std::make_shared<const std::string>(std::move(*jpeg));
        photo.sent = sent;
        photo.asker = who;
        return {sent, false};
    }

  private:
    struct Photo {
        std::string sha256_hex;
        std::weak_ptr<const std::string> sent;
        std::optional<Address> asker = std::nullopt;  // for whom it was read
    };
    ReadPhoto read_;
    std::map<std::string, Photo, std::less<>> photos_;
};

}  // namespace tablets
