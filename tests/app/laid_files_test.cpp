#include "app/laid_files.hpp"

#include <algorithm>
#include <cstdlib>

#include "app/board_content.hpp"
#include "app/cli.hpp"
#include "app/free_board.hpp"
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
    CHECK_FALSE(app::lay_board(file, {.board = base::new_id(1)}).has_value());
}

namespace {

/// The program's own sample, and what it has boards of.
struct Sample {
    Folder folder;
    base::Path file = folder / "dag.iderum";
    app::BoardName block;  // of the newest session
    app::FreeBoard board;
    std::vector<model::Item> items;

    Sample() {
        ::setenv("XDG_STATE_HOME", folder.path.c_str(), 1);
        const auto name = file.string();
        const char* const words[] = {"iderum", "--lang",     "sv",     "demo", name.c_str(),
                                     "--now",  "2026-05-04", "--seed", "7"};
        REQUIRE(app::run_command_line(9, words) == 0);
        auto reader = must(store::Reader::open(file));
        block = must(app::find_board(must(app::read_boards(reader)), "rita-resan"));
        board = must(app::read_free_boards(reader)).front();
        items = must(reader.read_board_items(board.id));
    }
    ~Sample() { ::unsetenv("XDG_STATE_HOME"); }
    Sample(const Sample&) = delete;
    Sample& operator=(const Sample&) = delete;

    /// The only file with this ending, which goes away.
    std::string laid(const std::string& ending) const {
        const auto files = files_with(ending, folder.path);
        REQUIRE(files.size() == 1);
        auto content = must(base::read_file(files.front(), 1U << 26U));
        std::filesystem::remove(files.front());
        return content;
    }
    /// Beside the register's own.
    std::size_t count_files() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
            count += entry.path().filename().string().starts_with("dag.iderum") ? 0 : 1;
        }
        return count;
    }
};

}  // namespace

TEST_CASE("what was asked for at the wall is laid: boards of every kind, what is chosen alone, a block, a session") {
    const Sample sample;
    const auto lay = [&sample](const ui::SaveWish& wish) { return must(app::lay_board(sample.file, wish)); };
    const auto is_note = [](const auto& item) { return item.type == model::ItemType::note && !item.text.empty(); };
    const auto first = std::find_if(sample.items.begin(), sample.items.end(), is_note);
    const auto second = std::find_if(std::next(first), sample.items.end(), is_note);
    REQUIRE(second != sample.items.end());

    CHECK(lay({.board = sample.board.id}).find("aktorskarta") != std::string::npos);
    CHECK(sample.laid(".pdf").starts_with("%PDF-"));
    lay({.board = sample.board.id, .kind = "poster"});
    CHECK(sample.laid(".pdf").starts_with("%PDF-"));
    lay({.board = sample.board.id, .kind = "png", .scale = 1});
    const auto small = sample.laid(".png");
    lay({.board = sample.board.id, .kind = "png", .scale = 2});
    CHECK(sample.laid(".png").size() > small.size());
    lay({.board = sample.board.id, .kind = "csv"});
    const auto all = sample.laid(".csv");
    CHECK(all.find(first->id.text()) != std::string::npos);
    CHECK(all.find(second->id.text()) != std::string::npos);
    lay({.board = sample.board.id, .kind = "csv", .items = {first->id}});
    const auto chosen = sample.laid(".csv");
    CHECK(chosen.find(first->id.text()) != std::string::npos);
    CHECK(chosen.find(second->id.text()) == std::string::npos);
    lay({.board = sample.board.id, .kind = "svg", .items = {first->id}});
    CHECK(sample.laid(".svg").find("<svg") != std::string::npos);

    const auto& block = sample.block;
    CHECK(lay({.session = block.session, .block = block.block, .kind = "csv"}).find("rita-resan") != std::string::npos);
    CHECK(sample.laid(".csv").find("Ringer kundcenter") != std::string::npos);
    lay({.session = block.session, .block = block.block, .kind = "json"});
    CHECK(sample.laid(".json").find("\"block\":\"rita-resan\"") != std::string::npos);
    lay({.session = block.session, .block = block.block, .paper = "A4"});
    CHECK(sample.laid(".pdf").starts_with("%PDF-"));
    const auto told = lay({.session = block.session, .paper = "A4"});
    CHECK(told.starts_with("Passet"));
    CHECK(sample.laid(".pdf").find("/Outlines") != std::string::npos);
    CHECK_FALSE(app::lay_board(sample.file, {.session = base::new_id(1)}).has_value());
    CHECK(lay({.cards = 20, .join_code = "K7QP2M", .base_url = "http://127.0.0.1:8437"}).find("kort") !=
          std::string::npos);
    CHECK(sample.laid(".pdf").starts_with("%PDF-"));
}

TEST_CASE("a file that is stopped leaves nothing behind, however late it is") {
    const Sample sample;
    const auto before = sample.count_files();
    const auto& block = sample.block;
    const std::vector<ui::SaveWish> wishes{{.board = sample.board.id},
                                           {.board = sample.board.id, .kind = "png"},
                                           {.board = sample.board.id, .kind = "json"},
                                           {.session = block.session, .block = block.block},
                                           {.session = block.session, .block = block.block, .kind = "svg"},
                                           {.session = block.session}};
    for (const auto& wish : wishes) {
        CAPTURE(wish.kind);
        std::int64_t last = -1;
        const auto stopped = app::lay_board(sample.file, wish, [&last](std::int64_t done, std::int64_t of) {
            last = done;
            return done < of;  // at the very end
        });
        REQUIRE_FALSE(stopped.has_value());
        CHECK(stopped.error().code == base::Code::closed);
        CHECK(last > 0);
        CHECK(sample.count_files() == before);
    }
}
