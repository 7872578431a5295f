#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/jpeg.hpp"
#include "intents/door.hpp"

namespace registrar {

using base::Id;

/// Photos that are on their way from devices, and the addresses at which those in the room can be fetched. Registrar's
/// thread.
class Photos {
  public:
    static constexpr std::size_t most_coming_bytes = 32'000'000;  // in memory, of all devices together
    static constexpr std::int64_t forgotten_after_ms = 60'000;    // when nothing more of one has come, or no note
    static constexpr std::int64_t rests_after_ms = 5'000;         // then it makes room for others, when there is none
    static constexpr std::size_t most_of_a_seat = 20, most_in_session = 500;

    Photos();

    /// Takes a piece, and tells how many bytes of the photo are here. The last piece makes it a Jpeg with a remark of
    /// its own, so that no two photos are the same blob. Errors: not_now ("piece") when it is not the next one of what
    /// is on its way, too_fast ("photos") when too much is on its way, and those of clean_jpeg: begin anew. What has
    /// come takes room, not what was promised; when there is none, what rests gives way.
    base::Result<std::size_t> take(const Id& seat, const intents::SendPhoto& piece, std::int64_t now_ms);
    /// The whole photo that the device calls so; null when it is not here.
    const base::Jpeg* find(const Id& seat, std::string_view name) const;
    void drop(const Id& seat);
    void forget_idle(std::int64_t now_ms);

    /// Where a note's photo can be fetched: an address that nobody guesses. It is another one when a photo that was
    /// open to all is not so any more.
    std::string address(const Id& note, std::string_view sha256_hex, bool open) const;
    /// What to tell so that exactly these can be fetched: address → SHA-256 in hex.
    std::vector<intents::ToTablets> offer(std::map<std::string, std::string> now);

  private:
    struct Coming {
        std::string name, bytes;
        std::size_t size = 0;
        std::int64_t began_ms = 0, at_ms = 0;
        std::optional<base::Jpeg> whole;
        std::size_t held() const { return bytes.size() + (whole ? whole->bytes.size() : 0); }
    };
    bool make_room(std::size_t bytes, const Id& asker, std::int64_t now_ms);

    std::map<Id, Coming> coming_;
    std::size_t held_bytes_ = 0;  // what all in `coming_` hold
    base::Bytes key_;
    std::map<std::string, std::string> offered_;
};

}  // namespace registrar
