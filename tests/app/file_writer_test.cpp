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
        [&]() -> base::Result<std::string> {
            disk.get_future().wait();
            first_is_done = true;
            return "one lies there";
        },
        "wall.print.failed");
    writer.begin(
        [&]() -> base::Result<std::string> {
            CHECK(first_is_done);
            return base::refuse(base::Code::corrupt, "it is torn");
        },
        "wall.print.failed");
    writer.begin([]() -> base::Result<std::string> { return base::refuse(base::Code::not_found); },
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
            writer.begin([&written] { return base::Result<std::string>(std::to_string(++written)); }, "");
        }
    }
    CHECK(written == 3);
}
