#include "app/file_writer.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <future>

#include "base/language.hpp"

namespace {

std::string failed_because(const std::string& why) {
    return base::tr("wall.print.failed", {{"why", why}});
}

}  // namespace

TEST_CASE("files are written one after the other, nobody waits for them, and it is told what came of each") {
    std::atomic<int> woken = 0;
    std::promise<void> disk;
    std::atomic<bool> first_is_done = false;
    app::FileWriter writer([&woken] { ++woken; });
    writer.begin(
        [&](const app::FileWriter::Progress&) -> base::Result<std::string> {
            disk.get_future().wait();
            first_is_done = true;
            return "one lies there";
        },
        "wall.print.failed");
    writer.begin(
        [&](const app::FileWriter::Progress&) -> base::Result<std::string> {
            CHECK(first_is_done);
            return base::refuse(base::Code::corrupt, "it is torn");
        },
        "wall.print.failed");
    writer.begin(
        [](const app::FileWriter::Progress&) -> base::Result<std::string> {
            return base::refuse(base::Code::not_found);
        },
        "wall.print.failed");
    CHECK(writer.take().empty());
    disk.set_value();
    writer.wait();
    CHECK(woken > 0);
    const auto told = writer.take();
    REQUIRE(told.size() == 3);
    CHECK(told[0].done);
    CHECK(told[0].text == "one lies there");
    CHECK_FALSE(told[1].done);
    CHECK(told[1].text == failed_because("it is torn"));
    CHECK_FALSE(told[2].done);
    CHECK(told[2].text == failed_because(base::tr("error.not_found")));
}

TEST_CASE("a writer that goes away has written what it was asked for") {
    std::atomic<int> written = 0;
    {
        app::FileWriter writer([] {});
        for (int i = 0; i < 3; ++i) {
            writer.begin([&written](const auto&) { return base::Result<std::string>(std::to_string(++written)); }, "");
        }
    }
    CHECK(written == 3);
}

TEST_CASE("it is told how far the one that is written has come, and nothing is told of one that waits") {
    std::promise<void> half, whole;
    std::promise<void> is_half;
    std::atomic<int> woken = 0;
    app::FileWriter writer([&woken] { ++woken; });
    CHECK_FALSE(writer.working());
    const auto begin = [&] {
        writer.begin(
            [&](const app::FileWriter::Progress& progress) -> base::Result<std::string> {
                half.get_future().wait();
                CHECK(progress(250, 500));
                CHECK(progress(251, 500));
                is_half.set_value();
                whole.get_future().wait();
                return "one lies there";
            },
            "wall.print.failed");
    };
    begin();
    writer.begin([](const auto&) { return base::Result<std::string>("another"); }, "wall.print.failed");
    REQUIRE(writer.working());
    CHECK(writer.working()->percent == 0);
    CHECK(writer.working()->number == 1);
    half.set_value();
    is_half.get_future().wait();
    CHECK(writer.working()->percent == 50);
    CHECK(writer.working()->number == 1);
    CHECK(woken == 1);
    whole.set_value();
    writer.wait();
    CHECK_FALSE(writer.working());
    CHECK(writer.take().size() == 2);
}

TEST_CASE("one that is stopped says so, and those after it are written") {
    std::promise<void> begun, stopped;
    app::FileWriter writer([] {});
    writer.begin(
        [&](const app::FileWriter::Progress& progress) -> base::Result<std::string> {
            CHECK(progress(1, 10));
            begun.set_value();
            stopped.get_future().wait();
            if (!progress(2, 10)) return base::refuse(base::Code::closed, "stopped");
            return "it went on";
        },
        "wall.print.failed");
    writer.begin(
        [](const app::FileWriter::Progress& progress) -> base::Result<std::string> {
            CHECK(progress(1, 1));
            return "another";
        },
        "wall.print.failed");
    begun.get_future().wait();
    writer.stop();
    stopped.set_value();
    writer.wait();
    const auto told = writer.take();
    REQUIRE(told.size() == 2);
    CHECK_FALSE(told[0].done);
    CHECK(told[0].stopped);
    CHECK(told[0].text == base::tr("saving.stopped"));
    CHECK(told[1].done);
    CHECK_FALSE(told[1].stopped);
    writer.stop();  // none: nothing happens
}
