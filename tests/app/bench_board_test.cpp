#include "app/bench_board.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/digest.hpp"

namespace {

/// Of "i x y w h colour text\n" for each note, as one line of node makes it from the peers' harness:
/// makeNotes(n).map(o => [o.i, o.x, o.y, o.w, o.h, o.color, o.text].join(" ") + "\n").join("")
std::string digest_of_board(std::size_t count) {
    constexpr std::array colours{"sol", "himmel", "mint", "ros", "sand", "lila"};
    std::string all;
    std::size_t number = 0;
    for (const auto& note : app::BenchBoard::notes(count)) {
        all += std::to_string(number++);
        for (const double length : {note.place.x, note.place.y, note.place.w, note.place.h}) {
            all += " " + std::to_string(std::llround(length));
        }
        const auto* const colour = std::find(colours.begin(), colours.end(), note.colour);
        all += " " + std::to_string(colour - colours.begin()) + " " + note.text + "\n";
    }
    return base::to_hex(base::sha256(all));
}

}  // namespace

TEST_CASE("the benchmark's board has the peers' notes, bit for bit") {
    CHECK(digest_of_board(50) == "4ceb2de49a4a1b4fb17f1a7558a29bb49920b513c684669be3f869e943aab63e");
    CHECK(digest_of_board(1000) == "79e3d358b28fb3a9dfa3e3b14fae1d2d4edd04d7420e77c4e31585b331d7ec09");
    CHECK(app::BenchBoard::columns(1000) == 43);
    CHECK(app::BenchBoard::bounds(1000).w == 10280);
    CHECK(app::BenchBoard::bounds(1000).h == 5720);
    CHECK(app::BenchBoard::fit_zoom(1000, {1920, 1080}) == doctest::Approx(0.14941634241245136));
    CHECK(app::BenchBoard::centre_note(1000) == 494);
}

TEST_CASE("a board of no notes spans nothing") {
    CHECK(app::BenchBoard::notes(0).empty());
    CHECK(app::BenchBoard::bounds(0).w == 0);
    CHECK(app::BenchBoard::fit_zoom(0, {1920, 1080}) == 1);
}
