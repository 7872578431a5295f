#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "app/cli.hpp"
#include "app/register_cards.hpp"
#include "base/clock.hpp"
#include "folder.hpp"
#include "methods/poll.hpp"
#include "register/life_cycle.hpp"
#include "store/care.hpp"
#include "store/reader.hpp"
#include "views/poll_form.hpp"

namespace {

/// A folder of its own, gone afterwards; also where the program keeps its state meanwhile.
struct DemoFolder : Folder {
    DemoFolder() { ::setenv("XDG_STATE_HOME", path.c_str(), 1); }
};

int demo(const std::filesystem::path& file, const char* seed = "7") {
    const auto name = file.string();
    const char* const words[] = {"iderum", "--lang", "sv", "demo", name.c_str(), "--now", "2026-05-04", "--seed", seed};
    return app::run_command_line(9, words);
}

store::Reader opened(const std::filesystem::path& file) {
    auto reader = store::Reader::open(file);
    REQUIRE(reader);
    return std::move(*reader);
}

std::vector<ideas::IdeaCard> cards_of(store::Reader& reader) {
    const auto cards = app::read_cards(reader);
    REQUIRE(cards);
    return *cards;
}

}  // namespace

TEST_CASE("the demo holds sixty ideas in all thirteen states, dated within fourteen months") {
    const DemoFolder folder;
    REQUIRE(demo(folder.path / "a.iderum") == 0);
    auto reader = opened(folder.path / "a.iderum");
    const auto cards = cards_of(reader);
    CHECK(cards.size() == 60);
    std::set<ideas::State> states;
    const auto now = base::from_iso_utc("2026-05-04");
    for (const auto& card : cards) {
        states.insert(card.state);
        CHECK(card.state_at_ms <= now);
        if (card.state == ideas::State::draft) continue;
        CHECK(card.received_at_ms > now - 430LL * 24 * 60 * 60 * 1000);
        CHECK(ideas::parse_number(card.number));
    }
    CHECK(states.size() == 13);
}

TEST_CASE("the demo's file is sound") {
    const DemoFolder folder;
    REQUIRE(demo(folder.path / "a.iderum") == 0);
    const auto report = store::verify(folder.path / "a.iderum");
    REQUIRE(report);
    CHECK(report->faults.empty());
    CHECK(report->quarantined == 0);
}

TEST_CASE("every step in the demo's histories is legal and meets its gate") {
    const DemoFolder folder;
    REQUIRE(demo(folder.path / "a.iderum") == 0);
    auto reader = opened(folder.path / "a.iderum");
    for (const auto& card : cards_of(reader)) {
        const auto history = reader.read_history(card.id);
        REQUIRE(history);
        ideas::IdeaColumns columns;
        std::optional<ideas::State> state;
        std::int64_t last_ms = 0;
        for (const auto& change : *history) {
            CHECK(change.at_ms >= last_ms);
            last_ms = change.at_ms;
            for (const auto& fact : change.facts) {
                if (fact.entity == card.id && fact.field.starts_with("idea."))
                    columns[fact.field.substr(5)] = fact.value;
            }
            const auto then = ideas::parse_state(model::text_of(columns["state"]));
            if (!then || then == state) continue;
            if (state) {
                INFO(card.title, ": ", ideas::state_name(*state), " to ", ideas::state_name(*then));
                CHECK(ideas::may_move(*state, *then));
                const auto known = ideas::to_card(card.id, columns);
                REQUIRE(known);
                for (const auto& missing : ideas::missing_for(
                         *state, *then, [&known](std::string_view field) { return ideas::is_filled(*known, field); })) {
                    INFO("missing ", missing.key);
                    CHECK(false);
                }
            }
            state = then;
        }
    }
}

TEST_CASE("the demo's votes are right ballots, and counting them again gives the results that stand") {
    const DemoFolder folder;
    REQUIRE(demo(folder.path / "a.iderum") == 0);
    auto reader = opened(folder.path / "a.iderum");
    const auto polls = reader.read_rows("poll");
    REQUIRE(polls);
    CHECK(polls->size() >= 8);
    for (const auto* method : {"irv", "mes"}) {
        const auto has = [method](const auto& poll) { return poll.text("method") == method; };
        CHECK_MESSAGE(std::any_of(polls->begin(), polls->end(), has), method);
    }
    for (const auto& poll : *polls) {
        model::Cells cells;
        cells.put(poll.entity, *reader.read_entity(poll.entity));
        const auto form = views::read_poll_form(cells, poll.entity);
        REQUIRE(form);
        const auto tallies = reader.read_rows("tally", {{"poll", model::of_id(poll.entity)}});
        REQUIRE(tallies);
        REQUIRE(tallies->size() == 1);
        const auto ballots = views::parse_ballots(tallies->front().text("ballots"));
        REQUIRE(ballots);
        std::int64_t count = 0;
        for (const auto& counted : *ballots) {
            INFO(poll.text("question"));
            CHECK(methods::check_ballot(counted.ballot, form->rule));
            count += counted.count;
        }
        CHECK(count == tallies->front().number("count"));
        CHECK(methods::to_json(methods::count_poll(form->rule, *ballots, poll.number("eligible"))) ==
              poll.text("result"));
    }
}

TEST_CASE("the idea of the domain's example has its votes, its test and its follow-up") {
    const DemoFolder folder;
    REQUIRE(demo(folder.path / "a.iderum") == 0);
    auto reader = opened(folder.path / "a.iderum");
    const auto cards = cards_of(reader);
    const auto found = std::find_if(cards.begin(), cards.end(), [](const ideas::IdeaCard& card) {
        return card.title == "Låna idrottshall utan telefon";
    });
    REQUIRE(found != cards.end());
    CHECK(found->state == ideas::State::implemented);
    CHECK(found->text("origin").find(R"("by":{"nytankande":2,"nytta":9})") != std::string::npos);
    CHECK(found->text("test").find("24 av 30") != std::string::npos);
    CHECK(found->text("follow_up").find("41 procent") != std::string::npos);
    CHECK(found->text("picture").find(R"("sustainability":{"based_on":"","note":"","value":null})") !=
          std::string::npos);
}

TEST_CASE("the same seed and day tell the same, another seed votes otherwise") {
    const DemoFolder folder;
    REQUIRE(demo(folder.path / "a.iderum") == 0);
    REQUIRE(demo(folder.path / "b.iderum") == 0);
    REQUIRE(demo(folder.path / "c.iderum", "8") == 0);
    const auto told = [&folder](const char* name) {
        auto reader = opened(folder.path / name);
        std::map<std::string, std::string> texts;
        for (const char* kind : {"idea", "note", "poll", "session", "block"}) {
            const auto rows = reader.read_rows(kind);
            REQUIRE(rows);
            for (const auto& row : *rows) {
                for (const auto& [column, value] : row.columns) {
                    texts[row.entity.text() + "." + column] = base::to_hex(model::canonical(value));
                }
            }
        }
        return texts;
    };
    CHECK(told("a.iderum") == told("b.iderum"));
    CHECK(told("a.iderum") != told("c.iderum"));
}

TEST_CASE("a register that holds something already is left as it is") {
    const DemoFolder folder;
    REQUIRE(demo(folder.path / "a.iderum") == 0);
    CHECK(demo(folder.path / "a.iderum") == 1);
    auto reader = opened(folder.path / "a.iderum");
    CHECK(cards_of(reader).size() == 60);
}
