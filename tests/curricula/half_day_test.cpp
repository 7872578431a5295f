#include <doctest/doctest.h>

#include <sstream>

#include "curricula/folder.hpp"
#include "curricula/sample.hpp"

/// The course that comes with the program: domain.md 10.1.
namespace {

const curricula::CourseReading& half_day() {
    static const auto reading = curricula::check_course(
        *curricula::load_course_folder(std::string(IDERUM_SOURCE_DIR) + "/curricula/halvdag-kundresa"));
    return reading;
}

const model::Block& block_of(const std::string& id) {
    for (const auto& one : half_day().course.blocks) {
        if (one.id == id) return one;
    }
    FAIL("no block " << id);
    return half_day().course.blocks.front();
}

struct Row {
    const char* id;
    int minutes;
    model::Activity activity;
    const char* collects;
};

using model::Activity;
const std::vector<Row> rows{
    {"kom-in", 10, Activity::checkin, ""},
    {"ramen", 10, Activity::collect, "rule"},
    {"lar-kanna-samira", 10, Activity::collect, "known"},
    {"rita-resan", 35, Activity::journey, "step"},
    {"var-gor-det-ont", 15, Activity::poll, ""},
    {"fika", 15, Activity::pause, ""},
    {"fran-skav-till-behov", 20, Activity::collect, "need"},
    {"hur-kan-vi", 10, Activity::collect, "hmw"},
    {"ideer-i-tysthet", 15, Activity::collect, "idea"},
    {"bygg-vidare", 15, Activity::rotate, "idea"},
    {"sortera", 10, Activity::cluster, ""},
    {"strack-pa-er", 5, Activity::info, ""},
    {"tre-prickar", 15, Activity::poll, ""},
    {"idekort", 20, Activity::card, ""},
    {"visa-och-bestam", 15, Activity::card, ""},
    {"checka-ut", 5, Activity::evaluate, "word"},
};

}  // namespace

TEST_CASE("the half-day has no problems, not even hints") {
    CHECK(sample::all(half_day().problems) == "");
}

TEST_CASE("the half-day goes from 08.30 to 12.15") {
    CHECK(half_day().course.start == "08.30");
    CHECK(half_day().course.minutes() == 225);
}

TEST_CASE("the half-day has the blocks of the plan, in their order and length") {
    const auto& blocks = half_day().course.blocks;
    REQUIRE(blocks.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(rows[i].id);
        CHECK(blocks[i].id == rows[i].id);
        CHECK(blocks[i].minutes == rows[i].minutes);
        CHECK(blocks[i].activity == rows[i].activity);
        CHECK(blocks[i].collects == rows[i].collects);
    }
}

TEST_CASE("a person can run every block from its page, in both languages") {
    for (const auto& one : half_day().course.blocks) {
        for (const char* language : {"sv", "en"}) {
            CAPTURE(one.id);
            CAPTURE(language);
            REQUIRE(one.texts.count(language) == 1);
            const auto& text = one.texts.at(language);
            CHECK_FALSE(text.say.empty());
            CHECK(text.act.size() >= 2);
            CHECK_FALSE(text.tips.empty());
            CHECK(text.reserve.size() >= 2);
            const bool swedish = language == std::string("sv");
            for (const char* heading : {swedish ? "Varför" : "Why", swedish ? "Exempel" : "Example",
                                        swedish ? "Vanliga misstag" : "Common mistakes"}) {
                CHECK(text.html.find("<h3>" + std::string(heading) + "</h3>") != std::string::npos);
            }
        }
    }
}

TEST_CASE("English says as much as Swedish") {
    for (const auto& one : half_day().course.blocks) {
        CAPTURE(one.id);
        const auto& swedish = one.texts.at("sv");
        const auto& english = one.texts.at("en");
        CHECK(english.say.size() == swedish.say.size());
        CHECK(english.act.size() == swedish.act.size());
        CHECK(english.tips.size() == swedish.tips.size());
        CHECK(english.reserve.size() == swedish.reserve.size());
        for (const auto& label : english.labels) {
            CAPTURE(label.second);
            CHECK(label.second != swedish.labels.at(label.first));
        }
    }
}

TEST_CASE("the times in what to do end where the block ends") {
    for (const auto& one : half_day().course.blocks) {
        if (one.activity == Activity::pause) continue;
        for (const char* language : {"sv", "en"}) {
            int last = 0;
            for (const auto& line : one.texts.at(language).act) {
                const auto dash = line.find("–");
                const auto unit = line.find(" min:");
                if (dash == std::string::npos || unit == std::string::npos || dash > unit) continue;
                CAPTURE(one.id);
                CHECK(std::stoi(line) == last);
                last = std::stoi(line.substr(dash + std::string("–").size()));
            }
            CHECK(last == one.minutes);
        }
    }
}

TEST_CASE("short of time, the journey and the building may be cut by 15 minutes together") {
    int saved = 0;
    for (const auto& one : half_day().course.blocks) {
        if (one.least_minutes > 0) saved += one.minutes - one.least_minutes;
    }
    CHECK(block_of("rita-resan").least_minutes == 25);
    CHECK(block_of("bygg-vidare").least_minutes == 10);
    CHECK(saved == 15);
}

TEST_CASE("the votes of the half-day are on the right things") {
    CHECK(block_of("kom-in").polls.at(0).options == std::vector<std::string>{"kaffe", "te", "vatten"});
    CHECK(block_of("rita-resan").polls.at(0).method == "feelings");
    CHECK(block_of("rita-resan").polls.at(0).source == "rita-resan");
    CHECK(block_of("var-gor-det-ont").polls.at(0).source == "rita-resan");
    CHECK(block_of("var-gor-det-ont").polls.at(0).dots == 3);
    const auto& dots = block_of("tre-prickar").polls.at(0);
    CHECK(dots.criteria == std::vector<std::string>{"nytta", "nytankande"});
    CHECK(dots.sources == std::vector<std::string>{"ideer-i-tysthet", "bygg-vidare"});
    CHECK(block_of("checka-ut").polls.at(0).method == "scale");
    CHECK(block_of("checka-ut").polls.at(1).options.size() == 3);
}

TEST_CASE("the cards ask for the fields of the register") {
    CHECK(block_of("idekort").form == std::vector<std::string>{"for_whom", "need", "how_it_works", "user_benefit",
                                                               "organisation_benefit", "affected", "requires",
                                                               "equality", "uncertainty", "smallest_test"});
    CHECK(block_of("visa-och-bestam").form == std::vector<std::string>{"next_step", "next_step_who", "next_step_when"});
}

TEST_CASE("no sentence of the half-day has more than twenty words") {
    for (const auto& one : half_day().course.blocks) {
        for (const auto& [language, text] : one.texts) {
            std::vector<std::string> all{text.instruction};
            for (const auto* list : {&text.say, &text.act, &text.tips, &text.reserve}) {
                all.insert(all.end(), list->begin(), list->end());
            }
            for (const auto& written : all) {
                std::istringstream words(written);
                int count = 0;
                for (std::string word; words >> word;) {
                    ++count;
                    CAPTURE(written);
                    CHECK(count <= 20);
                    if (word.find_last_of(".!?:") != std::string::npos) count = 0;
                }
            }
        }
    }
}
