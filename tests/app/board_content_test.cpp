#include "app/board_content.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "app/cli.hpp"
#include "app/register_writer.hpp"
#include "base/clock.hpp"
#include "folder.hpp"
#include "must.hpp"

TEST_CASE("persons stand on the board about them, the course's and those that the room made, and on no other") {
    const Folder folder;
    ::setenv("XDG_STATE_HOME", folder.path.c_str(), 1);
    const auto file = folder / "dag.iderum";
    const auto name = file.string();
    const char* const words[] = {"iderum", "--lang", "sv", "demo", name.c_str(), "--now", "2026-05-04", "--seed", "7"};
    REQUIRE(app::run_command_line(9, words) == 0);
    const auto board_about = [&file](const char* block) {
        auto reader = must(store::Reader::open(file));
        return must(app::find_board(must(app::read_boards(reader)), block));
    };
    const auto sheet_of = [&file](const app::BoardName& board) {
        auto reader = must(store::Reader::open(file));
        return must(app::read_board(reader, board));
    };
    const auto before = board_about("lar-kanna-samira");
    CHECK(before.persons == 1);  // the demo's own
    REQUIRE(sheet_of(before).persons.size() == 2);
    CHECK(sheet_of(before).persons.front().name == "Samira");
    {
        const auto writer = must(app::RegisterWriter::open(file, base::system_clock()));
        const auto write = [&](std::int64_t at_ms, const char* called, const char* order) {
            const auto id = base::new_id(at_ms);
            model::Draft draft("trainer", "change.put_persona");
            draft.set(id, "persona.session", model::of_id(before.session));
            draft.set(id, "persona.name", called);
            draft.set(id, "persona.description", "Rektor");
            draft.set(id, "persona.needs", "Att slippa mejl på kvällen");
            draft.set(id, "persona.order", order);
            must(writer->write(std::move(draft)));
        };
        write(1, "Ulla", "V2");
        write(2, "Rami", "V1");
        must(writer->wait());
    }
    const auto after = board_about("lar-kanna-samira");
    CHECK(after.persons == 3);
    const auto sheet = sheet_of(after);
    REQUIRE(sheet.persons.size() == 4);
    CHECK(sheet.persons[2].name == "Rami");
    CHECK(sheet.persons[3].name == "Ulla");
    CHECK(sheet.persons[3].who == "Rektor");
    REQUIRE(sheet.persons[3].parts.size() == 1);
    CHECK(sheet.persons[3].parts[0].heading == "Behov");
    CHECK(sheet.persons[3].parts[0].text == "Att slippa mejl på kvällen");
    CHECK(sheet.notes.size() == after.notes);
    CHECK(sheet_of(board_about("rita-resan")).persons.empty());
    ::unsetenv("XDG_STATE_HOME");
}

TEST_CASE("a board is found by the title that the list prints, when no other has it") {
    const std::vector<app::BoardName> boards{{"rita-resan", {}, "Dag 2", 2, "rita-resan", "Rita resan"},
                                             {"sortera", {}, "Dag 2", 2, "sortera", "Sortera"},
                                             {"0195/sortera", {}, "Dag 1", 1, "sortera", "Sortera"}};
    CHECK(must(app::find_board(boards, "Rita resan")).name == "rita-resan");
    CHECK(must(app::find_board(boards, "rita resan")).name == "rita-resan");
    const auto many =
        app::find_board({{"a", {}, "Dag 2", 2, "a", "Idéer"}, {"b", {}, "Dag 2", 2, "b", "Idéer"}}, "Idéer");
    REQUIRE_FALSE(many.has_value());
    CHECK(many.error().code == base::Code::bad_input);
    CHECK(many.error().what.find("a, b") != std::string::npos);
    CHECK(app::find_board(boards, "Resan").error().code == base::Code::not_found);
}
