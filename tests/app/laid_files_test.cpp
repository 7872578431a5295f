#include "app/laid_files.hpp"

#include "app/people_files.hpp"
#include "base/clock.hpp"
#include "folder.hpp"
#include "must.hpp"

namespace {

std::vector<ideas::IdeaCard> two_ideas() {
    ideas::IdeaCard first, second;
    first.id = base::new_id(1);
    first.number = "L26-058";
    first.title = "Smakråd i varje skola";
    first.texts["origin"] = R"({"session_title":"Halvdag","poll":{"votes":14}})";
    second.id = base::new_id(1);
    second.title = "=1+1";
    return {first, second};
}

ui::Paper small_paper() {
    paint::IdeaPage page;
    page.title = "Smakråd i varje skola";
    page.parts = {{"Om idén", {{"Behov", "Många slänger maten."}}}};
    return {"l26-058", page};
}

std::vector<base::Path> files_with(const std::string& ending, const base::Path& folder) {
    std::vector<base::Path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ending) found.push_back(entry.path());
    }
    return found;
}

}  // namespace

TEST_CASE("ideas are laid as a spreadsheet beside their register, and it is told where") {
    const Folder folder;
    const auto told = must(app::lay_ideas(folder / "dag.iderum", two_ideas()));
    const auto files = files_with(".csv", folder.path);
    REQUIRE(files.size() == 1);
    CHECK(told.find(files.front().filename().string()) != std::string::npos);
    const auto content = must(base::read_file(files.front(), 1U << 20U));
    CHECK(content.find("Smakråd i varje skola") != std::string::npos);
    CHECK(content.find("Halvdag") != std::string::npos);
    CHECK(content.find("'=1+1") != std::string::npos);
}

TEST_CASE("an export is named by the day and the time of the clock on the wall, and never as a file that is there") {
    const Folder folder;
    const auto now = base::from_iso_utc("2026-11-27T12:15:42.123Z");
    auto time = base::to_local_time(now);
    time.erase(2, 1);
    const auto name = "dag-ideer-" + base::to_local_date(now) + "-" + time;
    const auto free = [&] {
        return app::free_people_file(folder / "dag.iderum", "ideer", ".csv", now).filename().string();
    };
    CHECK(free() == name + ".csv");
    CHECK(name.size() == std::string("dag-ideer-2026-11-27-1315").size());
    for (const auto* ending : {"", "-2"}) {
        CHECK(base::write_file(folder / (name + ending + ".csv"), "x").has_value());
    }
    CHECK(free() == name + "-3.csv");
}

TEST_CASE("papers are laid as PDFs beside the register, each under a name of its own, and it is told where") {
    const Folder folder;
    for (int i = 0; i < 2; ++i) {
        const auto told = must(app::lay_paper(folder / "dag.iderum", small_paper()));
        const auto files = files_with(".pdf", folder.path);
        REQUIRE(files.size() == static_cast<std::size_t>(i + 1));
        CHECK(std::any_of(files.begin(), files.end(), [&](const auto& file) {
            return told.ends_with(file.filename().string() + ", i " + app::place_words(file));
        }));
    }
    for (const auto& file : files_with(".pdf", folder.path)) {
        CHECK(file.filename().string().starts_with("dag-l26-058-"));
        CHECK(must(base::read_file(file, 1U << 22U)).starts_with("%PDF-"));
    }
}

TEST_CASE("a file never lies over another") {
    const Folder folder;
    for (int i = 0; i < 2; ++i) must(app::lay_ideas(folder / "dag.iderum", two_ideas()));
    CHECK(files_with(".csv", folder.path).size() == 2);
}

TEST_CASE("what cannot be laid is an error") {
    const Folder folder;
    const auto file = folder / "not-there" / "dag.iderum";
    CHECK_FALSE(app::lay_ideas(file, two_ideas()).has_value());
    CHECK_FALSE(app::lay_paper(file, small_paper()).has_value());
    CHECK_FALSE(app::lay_board(file, base::new_id(1), "pdf").has_value());
}
