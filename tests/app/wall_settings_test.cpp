#include "app/wall_settings.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "folder.hpp"

TEST_CASE("how large a display is and how many fingers it notices is kept with it") {
    const Folder folder;
    const char* before = std::getenv("XDG_STATE_HOME");
    const std::string kept_before = before == nullptr ? "" : before;
    ::setenv("XDG_STATE_HOME", folder.path.c_str(), 1);
    ui::DisplaySettings display;
    display.diagonal_inches = 64.5;
    display.fingers = 10;
    app::write_wall_settings("HDMI-2", {display, {}, {}});
    CHECK(app::read_wall_settings("HDMI-2").display == display);
    CHECK_FALSE(app::read_wall_settings("HDMI-1").display.has_value());
    if (before == nullptr) {
        ::unsetenv("XDG_STATE_HOME");
    } else {
        ::setenv("XDG_STATE_HOME", kept_before.c_str(), 1);
    }
}

TEST_CASE("a text size that was kept outside what there is room for is the nearest that there is") {
    const Folder folder;
    const char* before = std::getenv("XDG_STATE_HOME");
    const std::string kept_before = before == nullptr ? "" : before;
    ::setenv("XDG_STATE_HOME", folder.path.c_str(), 1);
    const auto kept = [](double text_size) {
        ui::DisplaySettings display;
        display.text_size = text_size;
        app::write_wall_settings("HDMI-1", {display, {}, {}});
        return app::read_wall_settings("HDMI-1").display.value_or(ui::DisplaySettings{}).text_size;
    };
    CHECK(kept(1.45) == doctest::Approx(1.45));
    CHECK(kept(2) == ui::most_text_size);
    CHECK(kept(0.8) == ui::least_text_size);
    if (before == nullptr) {
        ::unsetenv("XDG_STATE_HOME");
    } else {
        ::setenv("XDG_STATE_HOME", kept_before.c_str(), 1);
    }
}

TEST_CASE("the room's network is kept with the display, for its owner only") {
    const Folder folder;
    const char* before = std::getenv("XDG_STATE_HOME");
    const std::string kept_before = before == nullptr ? "" : before;
    ::setenv("XDG_STATE_HOME", folder.path.c_str(), 1);
    CHECK(app::read_wall_settings("HDMI-1").wifi_name.empty());
    app::write_wall_settings("HDMI-1", {{}, "Lindåsa \"gäst\"", "hem;ligt"});
    const auto kept = app::read_wall_settings("HDMI-1");
    CHECK(kept.wifi_name == "Lindåsa \"gäst\"");
    CHECK(kept.wifi_secret == "hem;ligt");
    using std::filesystem::perms;
    const auto mode = std::filesystem::status(folder / "iderum/displays/hdmi-1.json").permissions();
    CHECK((mode & (perms::group_all | perms::others_all)) == perms::none);
    if (before == nullptr) {
        ::unsetenv("XDG_STATE_HOME");
    } else {
        ::setenv("XDG_STATE_HOME", kept_before.c_str(), 1);
    }
}
