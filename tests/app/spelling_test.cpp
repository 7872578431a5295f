#include "app/spelling.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>

#include "folder.hpp"

namespace {

/// A dictionary of three words, and a bell that rings when it has answered.
struct SmallDictionary {
    Folder folder;
    base::Path path = folder / "prov";
    std::mutex guard;
    std::condition_variable rung;
    int count = 0;

    explicit SmallDictionary(const std::string& encoding = "UTF-8") {
        std::ofstream(path.string() + ".aff") << "SET " << encoding << "\n";
        std::ofstream(path.string() + ".dic") << "3\nnyckel\nkö\nkafé\n";
    }
    std::function<void()> bell() {
        return [this] {
            const std::lock_guard hold(guard);
            ++count;
            rung.notify_all();
        };
    }
    void wait_for(int times) {
        std::unique_lock hold(guard);
        REQUIRE(rung.wait_for(hold, std::chrono::seconds(20), [&] { return count >= times; }));
    }
};

}  // namespace

TEST_CASE("words are looked up beside the frames, and known from then on") {
    SmallDictionary dictionary;
    app::Spelling spelling(dictionary.path, dictionary.bell());
    CHECK_FALSE(spelling.is_right("nyckel").has_value());
    dictionary.wait_for(1);
    CHECK(spelling.is_right("nyckel") == true);
    CHECK_FALSE(spelling.is_right("nykel").has_value());
    dictionary.wait_for(2);
    CHECK(spelling.is_right("nykel") == false);
    CHECK_FALSE(spelling.is_right("kafé").has_value());
    dictionary.wait_for(3);
    CHECK(spelling.is_right("kafé") == true);
}

TEST_CASE("a dictionary that is not there, or in another encoding, says nothing, and nobody waits for it") {
    SmallDictionary dictionary("ISO8859-1");
    {
        app::Spelling spelling(dictionary.path, dictionary.bell());
        CHECK_FALSE(spelling.is_right("nyckel").has_value());
    }
    {
        app::Spelling spelling(dictionary.folder / "ingen", dictionary.bell());
        CHECK_FALSE(spelling.is_right("nyckel").has_value());
    }
    CHECK(dictionary.count == 0);
}
