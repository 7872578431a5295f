#include "ui/widgets.hpp"

#include <array>

#include "ui/desk.hpp"
#include "ui/gallery.hpp"

TEST_CASE("text stands out from what it stands on, in every theme") {
    for (const auto kind : {ui::Theme::Kind::light, ui::Theme::Kind::dark}) {
        for (const bool high : {false, true}) {
            const auto t = ui::make_theme(kind, high);
            CAPTURE(static_cast<int>(kind));
            CAPTURE(high);
            const double text = high ? 7 : 4.5;
            for (const auto ground : {t.paper, t.surface, t.sunken}) {
                for (const auto ink : {t.ink, t.ink2, t.ink3, t.accent}) CHECK(ui::contrast(ink, ground) >= text);
                CHECK(ui::contrast(t.line_control, ground) >= (high ? 4.5 : 3.0));
            }
            CHECK(ui::contrast(t.on_accent, t.accent) >= text);
            CHECK(ui::contrast(t.on_accent, t.accent_press) >= text);
            CHECK(ui::contrast(t.accent, t.accent_tint) >= 4.5);
            CHECK(ui::contrast(t.ok, t.ok_back) >= 4.5);
            CHECK(ui::contrast(t.warn, t.warn_back) >= 4.5);
            CHECK(ui::contrast(t.error, t.error_back) >= 4.5);
            CHECK(ui::contrast(t.info, t.info_back) >= 4.5);
            CHECK(ui::contrast(t.on_toast, t.toast) >= text);
            CHECK(ui::contrast(t.sun, t.toast) >= 4.5);
            for (const auto& note : paint::note_colours) {
                CHECK(ui::contrast(t.note_ink, t.note(note.name)) >= 4.5);
            }
        }
    }
}

TEST_CASE("text grows as displays shrink") {
    CHECK(ui::text_size_for(86) == 1);
    CHECK(ui::text_size_for(75) == doctest::Approx(1.1));
    CHECK(ui::text_size_for(55) == doctest::Approx(1.45));
    CHECK(ui::text_size_for(70) == doctest::Approx(1.175));
    CHECK(ui::text_size_for(24) == doctest::Approx(1.45));
    CHECK(ui::text_size_for(110) == 1);
}

TEST_CASE("a clock counts down to nothing and then says how far over it is") {
    CHECK(ui::clock_digits(18 * 60000 + 42000) == "18:42");
    CHECK(ui::clock_digits(1) == "0:01");
    CHECK(ui::clock_digits(0) == "0:00");
    CHECK(ui::clock_digits(-999) == "+0:00");
    CHECK(ui::clock_digits(-72000) == "+1:12");
    CHECK(ui::clock_digits(3600000 + 125000) == "1:02:05");
}

TEST_CASE("a running timer is drawn once a second, a paused one not at all") {
    ui::TimerView view;
    view.total_ms = 600000;
    view.left_ms = 300500;
    Desk desk([&view](ui::Frame& frame) { ui::timer(frame, {0, 0, 400, 200}, view); });
    view.left_ms = 300300;
    desk.frame();
    REQUIRE(desk.state.next_redraw_s().has_value());
    CHECK(*desk.state.next_redraw_s() == doctest::Approx(0.301));
    view.left_ms = -300;
    desk.frame();
    CHECK(*desk.state.next_redraw_s() == doctest::Approx(0.701));
    view.paused = true;
    desk.frame();
    CHECK_FALSE(desk.state.next_redraw_s().has_value());
}

TEST_CASE("a toast goes away by itself after eight seconds, or when its undo is tapped") {
    ui::Toasts mine;
    std::string undone;
    bool add = true;
    Desk desk([&](ui::Frame& frame) {
        if (std::exchange(add, false)) mine.add(frame, "Lappen är borttagen", "note-7");
        const auto now = ui::toasts(frame, mine);
        if (!now.empty()) undone = now;
    });
    CHECK(desk.text("toast/text") == "Lappen är borttagen");
    CHECK(desk.rect("toast/undo").bottom() <= 1080 - 112);
    desk.wait(7.5);
    CHECK(desk.has("toast/undo"));
    desk.wait(0.6);
    CHECK_FALSE(desk.has("toast/undo"));
    add = true;
    desk.settle();
    desk.tap("toast/undo");
    CHECK(undone == "note-7");
    CHECK_FALSE(desk.has("toast/undo"));
}

TEST_CASE("a busy button is not pressed again") {
    int taps = 0;
    bool busy = false;
    Desk desk([&](ui::Frame& frame) {
        ui::ButtonLook look;
        look.busy = busy;
        if (ui::button(frame, "send", {100, 100, 200, 64}, "Skicka", look)) ++taps;
    });
    desk.tap("send");
    busy = true;
    desk.frame();
    desk.contact(0, Desk::Phase::begin, {200, 132});
    desk.contact(0, Desk::Phase::end, {200, 132});
    for (int i = 0; i < 4; ++i) desk.frame();
    CHECK(taps == 1);
}

TEST_CASE("a sheet slides from the dock's side and others go on working beside it") {
    bool open = true, close = false;
    int taps = 0;
    Desk desk([&](ui::Frame& frame) {
        if (frame.press("board", frame.screen()).tapped) ++taps;
        ui::side_sheet(frame, "sheet", open, "Inkorg", close);
        if (close) open = false;
    });
    CHECK(desk.rect("sheet/ground").right() == 1920);
    desk.tap_at({300, 300});
    CHECK(taps == 1);
    desk.tap_at({1700, 300});
    CHECK(taps == 1);
    CHECK(desk.rect("sheet/close").y > 540);
    desk.look.dock_left = true;
    desk.settle();
    CHECK(desk.rect("sheet/ground").x == 0);
    desk.tap("sheet/close");
    CHECK_FALSE(desk.has("sheet/ground"));
}

TEST_CASE("the component sheet is drawn in every theme and size, and every part of it is alive") {
    ui::Gallery gallery;
    Desk::Draw draw = [&gallery](ui::Frame& frame) { ui::draw_gallery(gallery, frame); };
    // The spinner of the sheet never rests, so frames are counted here.
    Desk desk([&](ui::Frame& frame) {
        if (gallery.page == ui::Gallery::Page::live) draw(frame);
    });
    gallery.page = ui::Gallery::Page::sheet;
    desk.draw = draw;
    desk.look.less_motion = true;
    for (int i = 0; i < 3; ++i) desk.frame();
    CHECK(desk.screen() == "gallery");
    desk.tap("filter/on");
    CHECK(desk.text("said") == "filter off");
    desk.tap("error/retry");
    CHECK(desk.text("said") == "retry");
    desk.save("gallery");
    desk.theme = ui::make_theme(ui::Theme::Kind::dark);
    desk.save("gallery-dark");
    desk.theme = ui::make_theme(ui::Theme::Kind::light);
    desk.tap("try");
    CHECK(desk.screen() == "gallery-live");
    desk.tap("toggle");
    CHECK(desk.text("said") == "toggle off");
    desk.drag("card", {200, 20});
    CHECK(desk.text("said") == "dropped");
    desk.tap("next");
    CHECK(desk.text("said") == "next 1");
    desk.save("gallery-live");
    desk.tap("toast/undo");
    CHECK(desk.text("said") == "undone 0");
    desk.hold("agenda/storm");
    desk.tap("end-dialog/go");
    CHECK(desk.text("said") == "ended");
    desk.tap("note");
    desk.tap("keyboard/key-å");
    CHECK(desk.text("note") == "Å");
    desk.save("gallery-keyboard");
    for (const base::Size size : {base::Size{320, 200}, {3840, 2160}, {1080, 1920}, {1, 1}}) {
        desk.look.size_px = size;
        for (int i = 0; i < 3; ++i) desk.frame();
    }
}
