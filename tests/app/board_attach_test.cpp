#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <initializer_list>

#include "app/cli.hpp"
#include "app/register_writer.hpp"
#include "base/clock.hpp"
#include "folder.hpp"
#include "images.hpp"
#include "model/board.hpp"
#include "must.hpp"
#include "photo.hpp"
#include "store/reader.hpp"

namespace {

/// A register with two free boards of one name and one of its own, on which a note lies.
struct WallOfPaper {
    Folder folder;
    base::Path file = folder / "dag.iderum";
    base::Id board = base::new_id(1), first = base::new_id(2), second = base::new_id(3);

    WallOfPaper() {
        ::setenv("XDG_STATE_HOME", folder.path.c_str(), 1);
        const auto writer = must(app::RegisterWriter::open(file, base::system_clock()));
        model::Draft draft("trainer", "change.demo");
        draft.set(board, "board.title", "Ideér  från caféet");
        draft.set(first, "board.title", "Persona");
        draft.set(second, "board.title", "Persona");
        model::Item note;
        note.id = base::new_id(4);
        note.place = {100, 50, 200, 200};
        note.level = "V000";
        note.text = "Fler bänkar";
        model::put_item(draft, board, note);
        must(writer->write(std::move(draft)));
        must(writer->wait());
        std::ofstream(folder / "vägg.png", std::ios::binary) << images::png_of(
            {64, 32, 8, 2, {}, images::chunk("eXIf", images::exif(6)) + images::chunk("tEXt", "Author Anna Exempel")});
        std::ofstream(folder / "text.txt") << "ingen bild";
    }

    int attach(const std::string& to, const std::string& image, const std::string& shows) const {
        const std::string path = (folder / image).string(), name = file.string();
        const char* words[] = {"iderum",     "--lang",   "sv",         "board",   "attach",
                               name.c_str(), to.c_str(), path.c_str(), "--shows", shows.c_str()};
        return app::run_command_line(static_cast<int>(std::size(words)), words);
    }
    /// Images that lie on the board.
    std::vector<model::Item> images_on(const base::Id& of) const {
        auto reader = must(store::Reader::open(file));
        auto found = must(reader.read_board_items(of));
        std::erase_if(found, [](const auto& item) { return item.type != model::ItemType::image; });
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        return found;
    }
};

}  // namespace

TEST_CASE("a photo of a paper wall is put on its board, beside what lies there, and says what it shows") {
    const WallOfPaper wall;
    REQUIRE(wall.attach("Ideér från caféet", "vägg.png", "Fyrtio gula lappar") == 0);
    const auto images = wall.images_on(wall.board);
    REQUIRE(images.size() == 1);
    const auto& image = images.front();
    CHECK(image.photo_shows == "Fyrtio gula lappar");
    CHECK(image.place.x > 300);
    CHECK(image.place.y == 50);
    CHECK(image.place.h == doctest::Approx(2 * image.place.w));  // turned as the camera was held
    CHECK(image.level > "V000");
    auto reader = must(store::Reader::open(wall.file));
    const auto blob = must(reader.read_photo(image.photo));
    REQUIRE(blob.has_value());
    CHECK(blob->find("Anna") == std::string::npos);
    CHECK(blob->find("GPS") == std::string::npos);
}

TEST_CASE("the same photo twice is two, each of which can be erased alone") {
    const WallOfPaper wall;
    const auto name = wall.board.text();
    REQUIRE(wall.attach(name, "vägg.png", "Väggen till vänster") == 0);
    REQUIRE(wall.attach(name.substr(0, 36), "vägg.png", "Väggen till höger") == 0);
    const auto images = wall.images_on(wall.board);
    REQUIRE(images.size() == 2);
    CHECK(images[0].photo != images[1].photo);
    CHECK_FALSE(images[0].place.overlaps(images[1].place));
}

TEST_CASE("what cannot be put there changes nothing") {
    const WallOfPaper wall;
    CHECK(wall.attach("Persona", "vägg.png", "Två tavlor heter så") == 1);
    CHECK(wall.attach("Kundresa", "vägg.png", "Ingen heter så") == 1);
    CHECK(wall.attach("0000", "vägg.png", "Alla börjar så") == 1);
    CHECK(wall.attach(wall.board.text(), "text.txt", "Ingen bild") == 1);
    CHECK(wall.attach(wall.board.text(), "borta.png", "Ingen fil") == 1);
    CHECK(wall.attach(wall.board.text(), "vägg.png", "   ") == 1);
    CHECK(wall.attach(wall.board.text(), "vägg.png", std::string(141, 'a')) == 1);
    CHECK(wall.attach(wall.board.text(), "vägg.png", "\xff") == 1);
    for (const auto& board : {wall.board, wall.first, wall.second}) CHECK(wall.images_on(board).empty());
    auto reader = must(store::Reader::open(wall.file));
    CHECK(must(reader.read_rows("item")).size() == 1);
}
