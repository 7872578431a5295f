// How much room photos take that are on their way, and who has to make way.
#include "registrar/photos.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/id.hpp"

namespace {

/// Devices that send photos of the largest size, to the registrar's photos alone.
struct Senders {
    static constexpr std::size_t whole = intents::most_photo_bytes;
    registrar::Photos photos;
    std::int64_t now_ms = 0;

    base::Result<std::size_t> send(const base::Id& seat, std::size_t from, std::size_t to) {
        base::Result<std::size_t> have = from;
        for (auto at = from; have && at < to; at += intents::most_piece_bytes) {
            const auto size = std::min(intents::most_piece_bytes, to - at);
            have = photos.take(seat, {"p", whole, at, std::string(size, 'x')}, now_ms);
        }
        return have;
    }
    /// As many as there is room for, each but for its last piece; gives their seats.
    std::vector<base::Id> fill() {
        std::vector<base::Id> seats;
        for (;;) {
            const auto seat = base::new_id(1);
            const auto have = send(seat, 0, whole - intents::most_piece_bytes);
            if (have) {
                seats.push_back(seat);
                continue;
            }
            CHECK(have.error().code == base::Code::too_fast);
            return seats;
        }
    }
};

}  // namespace

TEST_CASE("photos on their way take no more memory than is set aside for all of them") {
    Senders senders;
    const auto seats = senders.fill();
    CHECK(seats.size() * (Senders::whole - intents::most_piece_bytes) <= registrar::Photos::most_coming_bytes);
    CHECK(seats.size() > 40);
    senders.photos.forget_idle(registrar::Photos::forgotten_after_ms + 1);
    CHECK(senders.fill().size() == seats.size());
}

TEST_CASE("whoever announces large photos and sends nothing of them leaves the others their room") {
    Senders senders;
    for (int i = 0; i < 1000; ++i) {
        REQUIRE(senders.photos.take(base::new_id(1), {"p", Senders::whole, 0, "x"}, 0));
    }
    CHECK(senders.send(base::new_id(1), 0, Senders::whole - 1));
}

TEST_CASE("a photo that rests gives way when there is no room, one that is being sent does not") {
    Senders senders;
    const auto seats = senders.fill();
    senders.now_ms = registrar::Photos::rests_after_ms - 1;
    const auto last = Senders::whole - intents::most_piece_bytes;
    CHECK(senders.send(seats[0], last, last + 1));
    senders.now_ms += 1;
    const auto honest = base::new_id(1);
    CHECK(senders.send(honest, 0, Senders::whole - 1));
    CHECK(senders.send(seats[0], last + 1, last + 2));
    // Who has been sending for longer than any photo takes begins anew too.
    std::size_t at = last + 2;
    while (senders.now_ms < registrar::Photos::forgotten_after_ms) {
        senders.now_ms += registrar::Photos::rests_after_ms - 1;
        if (!senders.send(seats[0], at, at + 1)) break;
        ++at;
        senders.fill();
    }
    const auto gone = senders.send(seats[0], at, at + 1);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().what == "piece");
}
