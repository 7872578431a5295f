#include "app/register_export.hpp"

#include <condition_variable>
#include <mutex>

#include "app/register_file.hpp"
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

/// Writes them and waits until that is told.
app::RegisterExport::Told exported(const base::Path& file) {
    std::mutex guard;
    std::condition_variable rung;
    bool woken = false;
    app::RegisterExport writer(file, [&] {
        const std::lock_guard hold(guard);
        woken = true;
        rung.notify_all();
    });
    writer.begin(two_ideas());
    {
        std::unique_lock hold(guard);
        rung.wait(hold, [&] { return woken; });
    }
    const auto told = writer.take();
    REQUIRE(told.size() == 1);
    return told.front();
}

std::vector<base::Path> spreadsheets(const base::Path& folder) {
    std::vector<base::Path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".csv") found.push_back(entry.path());
    }
    return found;
}

}  // namespace

TEST_CASE("ideas are laid as a spreadsheet beside their register, and it is told where") {
    const Folder folder;
    const auto told = exported(folder / "dag.iderum");
    CHECK(told.done);
    const auto files = spreadsheets(folder.path);
    REQUIRE(files.size() == 1);
    CHECK(told.text.find(files.front().string()) != std::string::npos);
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
        return app::free_file_beside(folder / "dag.iderum", "ideer", ".csv", now).filename().string();
    };
    CHECK(free() == name + ".csv");
    CHECK(name.size() == std::string("dag-ideer-2026-11-27-1315").size());
    for (const auto* ending : {"", "-2"}) {
        CHECK(base::write_file(folder / (name + ending + ".csv"), "x").has_value());
    }
    CHECK(free() == name + "-3.csv");
}

TEST_CASE("an export never writes over another") {
    const Folder folder;
    exported(folder / "dag.iderum");
    exported(folder / "dag.iderum");
    CHECK(spreadsheets(folder.path).size() == 2);
}

TEST_CASE("an export that cannot be written says why") {
    const Folder folder;
    const auto told = exported(folder / "not-there" / "dag.iderum");
    CHECK_FALSE(told.done);
    CHECK_FALSE(told.text.empty());
}
