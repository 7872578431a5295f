#include <doctest/doctest.h>

#include <array>
#include <random>

#include "base/text.hpp"
#include "curricula/blob.hpp"
#include "curricula/sample.hpp"

namespace {

/// Pieces that a course is made of, whole and broken, so that garbage reaches further than the first line.
constexpr std::array<std::string_view, 34> pieces{"+++\n",
                                                  "---\n",
                                                  "titel = \"x\"\n",
                                                  "titel = ",
                                                  "\"\"\"",
                                                  "[a]\n",
                                                  "## ",
                                                  "##",
                                                  "\n",
                                                  "\n\n",
                                                  "\r",
                                                  "  ",
                                                  "\t",
                                                  "tid: 5\n",
                                                  "typ: samla\n",
                                                  "typ: röstning\n",
                                                  "samla: idé\n",
                                                  "från: a, b\n",
                                                  "rösta: tre prickar 3\n",
                                                  "rösta: skala 1–5\n",
                                                  "alternativ: 1 = A; b = C\n",
                                                  "kriterier:\n  a\n  b = B\n",
                                                  "formulär: behov\n",
                                                  "id: a\n",
                                                  "säg: ",
                                                  "```\n",
                                                  "![x](y)",
                                                  "<b>",
                                                  "\xc3",
                                                  "\xff",
                                                  "å",
                                                  "a",
                                                  "=",
                                                  ":"};

std::string garbage(std::mt19937& random) {
    std::string text;
    for (auto count = random() % 60; count > 0; --count) {
        if (random() % 20 == 0) {
            text += static_cast<char>(random());
        } else {
            text += pieces[random() % pieces.size()];
        }
    }
    return text;
}

}  // namespace

TEST_CASE("garbage is read to an end, and what is usable has what a course must have") {
    const unsigned seed = 20260502;
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 1'500; ++round) {
        auto source = random() % 2 == 0 ? sample::swedish(garbage(random))
                                        : model::CourseSource{"prov", {{"kurs.sv.md", garbage(random)}}};
        if (random() % 3 == 0) source.files["kurs.en.md"] = "+++\ntitle = \"x\"\n+++\n" + garbage(random);
        const auto reading = curricula::check_course(source);
        for (const auto& problem : reading.problems) CHECK(base::is_utf8(problem.message));
        if (!reading.usable()) continue;
        CHECK_FALSE(reading.course.blocks.empty());
        for (const auto& block : reading.course.blocks) {
            CHECK(block.minutes > 0);
            CHECK(block.texts.count("sv") == 1);
            CHECK_FALSE(block.id.empty());
        }
    }
}

TEST_CASE("garbage is no blob") {
    const unsigned seed = 20260503;
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 2'000; ++round) CHECK_FALSE(curricula::from_blob(garbage(random)));
}
