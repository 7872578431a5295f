#include "app/spelling.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "app/bell.hpp"
#include "folder.hpp"

namespace {

/// A dictionary of three words.
struct SmallDictionary {
    Folder folder;
    base::Path path = folder / "prov";

    explicit SmallDictionary(const std::string& encoding = "UTF-8") {
        std::ofstream(path.string() + ".aff") << "SET " << encoding << "\n";
        std::ofstream(path.string() + ".dic") << "3\nnyckel\nkö\nkafé\n";
    }
};

}  // namespace

TEST_CASE("words are looked up beside the frames, and known from then on") {
    SmallDictionary dictionary;
    Bell bell;
    app::Spelling spelling(dictionary.path, bell.rope());
    CHECK_FALSE(spelling.is_right("nyckel").has_value());
    bell.wait_for(1);
    CHECK(spelling.is_right("nyckel") == true);
    CHECK_FALSE(spelling.is_right("nykel").has_value());
    bell.wait_for(2);
    CHECK(spelling.is_right("nykel") == false);
    CHECK_FALSE(spelling.is_right("kafé").has_value());
    bell.wait_for(3);
    CHECK(spelling.is_right("kafé") == true);
}

TEST_CASE("a dictionary that is not there, or in another encoding, says nothing, and nobody waits for it") {
    SmallDictionary dictionary("ISO8859-1");
    Bell bell;
    {
        app::Spelling spelling(dictionary.path, bell.rope());
        CHECK_FALSE(spelling.is_right("nyckel").has_value());
    }
    {
        app::Spelling spelling(dictionary.folder / "ingen", bell.rope());
        CHECK_FALSE(spelling.is_right("nyckel").has_value());
    }
    CHECK(bell.count == 0);
}
