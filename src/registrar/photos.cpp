#include "registrar/photos.hpp"

#include "base/id.hpp"

namespace registrar {

Photos::Photos() : key_(32) {
    base::random_bytes(key_);
}

base::Result<std::size_t> Photos::take(const Id& seat, const intents::SendPhoto& piece, std::int64_t now_ms) {
    if (piece.at == 0) {
        drop(seat);
        coming_[seat] = {piece.photo, {}, piece.size, now_ms, now_ms, {}};
    }
    const auto found = coming_.find(seat);
    if (found == coming_.end()) return base::refuse(base::Code::not_now, "piece");
    auto& coming = found->second;
    const bool is_next = coming.name == piece.photo && coming.size == piece.size && !coming.whole &&
                         coming.bytes.size() == piece.at && piece.bytes.size() <= coming.size - piece.at;
    if (!is_next) return base::refuse(base::Code::not_now, "piece");
    if (!make_room(piece.bytes.size(), seat, now_ms)) return base::refuse(base::Code::too_fast, "photos");
    coming.bytes += piece.bytes;
    held_bytes_ += piece.bytes.size();
    coming.at_ms = now_ms;
    const auto have = coming.bytes.size();
    if (have < coming.size) return have;
    auto photo = base::clean_jpeg(coming.bytes, intents::most_photo_px, "iderum " + base::new_token());
    if (!photo) {
        drop(seat);
        return tl::unexpected<base::Error>(photo.error());
    }
    held_bytes_ -= coming.bytes.size();
    coming.bytes = {};
    coming.whole = std::move(*photo);
    held_bytes_ += coming.held();
    return have;
}

/// Whoever stands in the way and sends nothing more, or has sent for longer than a photo takes, begins anew: nobody can
/// keep the others out.
bool Photos::make_room(std::size_t bytes, const Id& asker, std::int64_t now_ms) {
    while (held_bytes_ + bytes > most_coming_bytes) {
        auto oldest = coming_.end();
        for (auto it = coming_.begin(); it != coming_.end(); ++it) {
            const auto& one = it->second;
            const bool stays = now_ms - one.at_ms < rests_after_ms && now_ms - one.began_ms < forgotten_after_ms;
            if (stays || it->first == asker) continue;
            if (oldest == coming_.end() || one.at_ms < oldest->second.at_ms) oldest = it;
        }
        if (oldest == coming_.end()) return false;
        drop(Id(oldest->first));
    }
    return true;
}

const base::Jpeg* Photos::find(const Id& seat, std::string_view name) const {
    const auto found = coming_.find(seat);
    const bool here = found != coming_.end() && found->second.name == name && found->second.whole;
    return here ? &*found->second.whole : nullptr;
}

void Photos::drop(const Id& seat) {
    const auto found = coming_.find(seat);
    if (found == coming_.end()) return;
    held_bytes_ -= found->second.held();
    coming_.erase(found);
}

void Photos::forget_idle(std::int64_t now_ms) {
    for (auto it = coming_.begin(); it != coming_.end();) {
        const auto idle_ms = now_ms - it->second.at_ms;
        const auto seat = (it++)->first;
        if (idle_ms > forgotten_after_ms || idle_ms < 0) drop(seat);
    }
}

std::string Photos::address(const Id& note, std::string_view sha256_hex, bool open) const {
    auto text = std::string(open ? "open " : "held ") + note.text() + " ";
    text += sha256_hex;
    const auto digest = base::hmac_sha256(key_, text);
    return base::to_hex(std::span(digest).first(16));
}

std::vector<intents::ToTablets> Photos::offer(std::map<std::string, std::string> now) {
    std::vector<intents::ToTablets> told;
    for (const auto& [name, source] : offered_) {
        if (!now.contains(name)) told.emplace_back(intents::WithdrawPhoto{name});
    }
    for (const auto& [name, source] : now) {
        if (!offered_.contains(name)) told.emplace_back(intents::OfferPhoto{name, source});
    }
    offered_ = std::move(now);
    return told;
}

}  // namespace registrar
