#include "ui/desk.hpp"

Desk::Desk(Draw draw_, base::Size size) : draw(std::move(draw_)) {
    look.size_px = size;
    look.mm_per_px = 934.0 / size.h;  // a display of 75"
    look.now_s = 1000;
    look.host_now_ms = 1764232020000;  // 2025-11-27 08.47 UTC
    state.set_probing(true);
    state.clipboard() = {[this] { return clipboard; }, [this](const std::string& text) { clipboard = text; }};
    settle();
}

void Desk::frame() {
    nothing.written.clear();
    nothing.boxes.clear();
    nothing.line_px.clear();
    draw_with(nothing);
    CHECK(nothing.clips == 0);
}

void Desk::settle() {
    for (int left = 400; left > 0; --left) {
        frame();
        const auto again = state.next_redraw_s();
        if (!state.has_more() && (!again || *again > 0.016)) return;
        pass(0.016);
    }
    FAIL("it never came to rest");
}

void Desk::pass(double seconds) {
    look.now_s += seconds;
    look.host_now_ms += static_cast<std::int64_t>(seconds * 1000);
}

void Desk::wait(double seconds) {
    for (; seconds > 0; seconds -= 0.05) {
        pass(std::min(seconds, 0.05));
        frame();
    }
    settle();
}

std::optional<base::Rect> Desk::find(std::string_view id) const {
    for (const auto& [name, rect] : state.probed().zones) {
        if (name == id) return rect;
    }
    return std::nullopt;
}

bool Desk::shows_whole(std::string_view words) const {
    return std::find(nothing.written.begin(), nothing.written.end(), words) != nothing.written.end();
}

base::Rect Desk::rect(std::string_view id) const {
    const auto found = find(id);
    REQUIRE_MESSAGE(found.has_value(), "nothing is called ", id);
    return found.value_or(base::Rect{});
}

std::string Desk::text(std::string_view id) const {
    std::string last;
    for (const auto& [name, words] : state.probed().texts) {
        if (name == id) last = words;
    }
    return last;
}

void Desk::contact(int number, Phase phase, base::Point at) {
    state.push(ui::ContactEvent{number, phase, at, look.now_s});
}

void Desk::tap_at(base::Point at, int number) {
    contact(number, Phase::begin, at);
    pass(0.05);
    contact(number, Phase::end, at);
    settle();
}

void Desk::tap(std::string_view id) {
    const auto place = rect(id);
    REQUIRE_MESSAGE(!place.empty(), id, " is not to be seen");
    tap_at(place.centre());
}

void Desk::hold(std::string_view id, double seconds) {
    const auto at = rect(id).centre();
    contact(0, Phase::begin, at);
    settle();
    wait(seconds);
    contact(0, Phase::end, at);
    settle();
}

void Desk::drag_from(base::Point from, base::Point by, int number) {
    contact(number, Phase::begin, from);
    frame();
    for (int i = 1; i <= 10; ++i) {
        pass(0.02);
        contact(number, Phase::move, {from.x + by.x * i / 10, from.y + by.y * i / 10});
        frame();
    }
    pass(0.3);  // it rests before it lets go, and throws nothing
    contact(number, Phase::end, from + by);
    settle();
}

void Desk::wheel(base::Point at, base::Point by) {
    state.push(ui::WheelEvent{at, by, look.now_s});
    settle();
}

void Desk::key(ui::Key key, bool control, bool shift) {
    ui::KeyEvent event;
    event.key = key;
    event.control = control;
    event.shift = shift;
    event.time_s = look.now_s;
    state.push(event);
    settle();
}

void Desk::letter(char32_t character, bool control, bool shift) {
    ui::KeyEvent event;
    event.key = ui::Key::character;
    event.character = character;
    event.control = control;
    event.shift = shift;
    event.time_s = look.now_s;
    state.push(event);
    settle();
}

void Desk::type(std::u32string_view characters) {
    for (const auto character : characters) state.push(ui::CharEvent{character, look.now_s});
    settle();
}

paint::Picture Desk::picture() {
    auto made = paint::Picture::make(look.size_px);
    REQUIRE(made.has_value());
    draw_with(made->painter());
    return std::move(*made);
}

void Desk::save(const std::string& name) {
    const char* build = std::getenv("IDERUM_BUILD");
    if (build == nullptr) return;
    const auto folder = base::Path(build) / "screens" / "desk";
    std::filesystem::create_directories(folder);
    CHECK(picture().write(folder / (name + ".png")).has_value());
}

paint::Typesetter& Desk::type_setter() {
    static paint::Typesetter type;
    return type;
}

void Desk::draw_with(paint::Painter& painter) {
    ui::Frame frame(state, painter, type_setter(), theme, look);
    draw(frame);
}
