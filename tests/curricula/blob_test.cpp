#include <doctest/doctest.h>

#include <random>

#include "curricula/blob.hpp"
#include "curricula/sample.hpp"

namespace {

bool same(const model::CourseSource& a, const model::CourseSource& b) {
    return a.slug == b.slug && a.files == b.files;
}

std::string any_bytes(std::mt19937& random, std::size_t most) {
    std::string bytes(random() % (most + 1), ' ');
    for (auto& c : bytes) c = static_cast<char>(random());
    return bytes;
}

}  // namespace

TEST_CASE("a blob is text that shows its files") {
    const model::CourseSource source{"prov", {{"kurs.sv.md", "hej\n"}, {"kurs.en.md", ""}}};
    CHECK(curricula::to_blob(source) ==
          "iderum-course 1\nslug 4\nprov\nfile 10 0\nkurs.en.md\n\nfile 10 4\nkurs.sv.md\nhej\n\nend\n");
}

TEST_CASE("a course comes back from its blob byte for byte") {
    const unsigned seed = 20260501;
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 300; ++round) {
        model::CourseSource source{any_bytes(random, 12), {}};
        for (auto files = random() % 5; files > 0; --files)
            source.files[any_bytes(random, 20)] = any_bytes(random, 300);
        const auto back = curricula::from_blob(curricula::to_blob(source));
        REQUIRE(back);
        CHECK(same(*back, source));
    }
}

TEST_CASE("a blob that lost or changed a byte of its frame is corrupt, never another course") {
    const auto blob = curricula::to_blob(sample::swedish(sample::ideas));
    for (std::size_t at = 0; at < blob.size(); ++at) CHECK_FALSE(curricula::from_blob(blob.substr(0, at)));
    for (std::size_t at = 0; at < blob.size(); ++at) {
        auto changed = blob;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto read = curricula::from_blob(changed);
        // What can be read is exactly what stands there.
        if (read) CHECK(curricula::to_blob(*read) == changed);
    }
}

TEST_CASE("a blob of a newer form is refused as newer") {
    CHECK(curricula::from_blob("iderum-course 2\nend\n").error().code == base::Code::newer_version);
}

TEST_CASE("a blob with its files in another order, twice, or with text after the end is corrupt") {
    const std::string start = "iderum-course 1\nslug 1\na\n";
    for (const std::string rest : {"file 1 0\nb\n\nfile 1 0\na\n\nend\n", "file 1 0\na\n\nfile 1 0\na\n\nend\n",
                                   "end\n ", "file 01 0\na\n\nend\n", "file 1 99999999999999999999\na\n\nend\n"}) {
        CAPTURE(rest);
        CHECK(curricula::from_blob(start + rest).error().code == base::Code::corrupt);
    }
}
