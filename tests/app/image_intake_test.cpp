#include "app/image_intake.hpp"

#include <fstream>

#include "base/jpeg.hpp"
#include "base/language.hpp"
#include "folder.hpp"
#include "images.hpp"
#include "intents/limits.hpp"
#include "must.hpp"
#include "photo.hpp"

namespace {

base::Result<std::string> nothing_copied(const std::function<bool()>&) {
    return base::refuse(base::Code::not_found);
}

std::string file_of(const Folder& folder, const char* name, const std::string& bytes) {
    const auto path = folder / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
}

/// Waits until as many are ready.
std::vector<app::ImageIntake::Ready> await(app::ImageIntake& intake, std::size_t count) {
    std::vector<app::ImageIntake::Ready> all;
    for (int i = 0; i < 4000 && all.size() < count; ++i) {
        for (auto& one : intake.take()) all.push_back(std::move(one));
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    REQUIRE(all.size() == count);
    return all;
}

}  // namespace

TEST_CASE("files become images for the register, in order, and the loop is woken") {
    Folder folder;
    std::atomic<int> woken = 0;
    app::ImageIntake intake([&woken] { ++woken; }, nothing_copied);
    intake.begin({{7, file_of(folder, "a.png", images::png_of({8, 4}))}, {8, file_of(folder, "b.jpg", a_photo())}});
    const auto ready = await(intake, 2);
    CHECK(ready[0].number == 7);
    CHECK(ready[0].width == 8);
    CHECK(ready[1].number == 8);
    CHECK(ready[1].height == 24);
    for (const auto& one : ready) {
        CHECK(one.refused.empty());
        CHECK(base::clean_jpeg(one.jpeg, intents::most_photo_px).has_value());
    }
    CHECK(woken > 0);
}

TEST_CASE("what the clipboard holds is taken where no file is named") {
    app::ImageIntake intake([] {}, [](const auto&) { return base::Result<std::string>(images::gif_of()); });
    intake.begin({{1, {}}});
    CHECK(await(intake, 1)[0].width == 4);
    base::set_language("sv");
    app::ImageIntake empty([] {}, nothing_copied);
    empty.begin({{1, {}}});
    CHECK(await(empty, 1)[0].refused == "Det finns ingen bild att klistra in. Kopiera en bild och försök igen.");
}

TEST_CASE("what cannot be taken is said in words, with the file's name and never its whole path") {
    base::set_language("sv");
    Folder folder;
    app::ImageIntake intake([] {}, nothing_copied);
    intake.begin({{1, (folder / "borta.png").string()},
                  {2, folder.path.string()},
                  {3, file_of(folder, "brev.odt", "PK text")},
                  {4, file_of(folder, "halv.png", images::png_of({8, 4}).substr(0, 60))},
                  {5, file_of(folder, "bred.png", images::png_of({65535, 65535, 8, 2, "x"}))},
                  {6, file_of(folder, "film.jpg", std::string(20'000'001, 'x'))}});
    const auto ready = await(intake, 6);
    for (const auto& one : ready) {
        CAPTURE(one.number);
        CHECK(one.jpeg.empty());
        CHECK_FALSE(one.refused.empty());
        CHECK(one.refused.find('/') == std::string::npos);
    }
    CHECK(ready[0].refused.starts_with("borta.png går inte att läsa."));
    CHECK(ready[2].refused.starts_with("brev.odt är ingen bild"));
    CHECK(ready[3].refused.starts_with("halv.png är trasig"));
    CHECK(ready[4].refused.starts_with("bred.png är för stor"));
    CHECK(ready[5].refused.starts_with("film.jpg är för stor"));
}

TEST_CASE("closing waits for nobody who reads the clipboard") {
    const auto begun = std::chrono::steady_clock::now();
    {
        app::ImageIntake intake([] {},
                                [](const auto& stopped) {
                                    while (!stopped()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                                    return base::Result<std::string>(base::refuse(base::Code::closed));
                                });
        intake.begin({{1, {}}, {2, {}}});
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
}
