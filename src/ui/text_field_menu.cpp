#include "ui/text_field_menu.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "ui/object_menu.hpp"

namespace ui {
namespace {

constexpr double text_menu_s = 10;

std::vector<MenuItem> text_menu(const TextField& field) {
    const auto selected = std::max(field.caret, field.anchor) - std::min(field.caret, field.anchor);
    std::vector<MenuItem> menu;
    const auto add = [&menu](std::string id, std::string_view icon) {
        auto words = base::tr("ui.text." + id);
        menu.push_back({std::move(id), std::move(words), icon});
    };
    if (selected > 0) add("cut", icon::cut);
    if (selected > 0) add("copy", icon::copy);
    add("paste", icon::paste);
    if (selected < field.text.size()) add("all", icon::font);
    return menu;
}

char32_t letter_of(std::string_view deed) {
    return deed == "cut" ? U'x' : deed == "copy" ? U'c' : deed == "paste" ? U'v' : U'a';
}

}  // namespace

void open_text_menu(Frame& frame, TextField& field, double x_px) {
    field.menu_until_s = frame.now_s() + text_menu_s;
    field.menu_x = x_px;
    frame.redraw_in(0);
}

void offer_text_deeds(Frame& frame, std::string_view id, const base::Rect& rect, const TextField& field) {
    const double left_s = field.menu_until_s - frame.now_s();
    if (left_s <= 0) return;
    frame.redraw_in(left_s);
    // Above the field, where there is room: below it are its hand and the keyboard.
    auto room = frame.screen().inset(frame.px(8));
    if (const auto above = rect.y - room.y; above >= frame.px(touch::primary + 48)) room.h = above;
    const base::Rect object{field.menu_x, rect.y, 0, rect.h};
    frame.draw_last([&frame, path = frame.path(id), room, object, menu = text_menu(field)] {
        const Frame::KeepFocus keep(frame);
        const Frame::Scope scope(frame, path + "/menu");
        const auto tapped = object_menu(frame, object, room, menu);
        if (tapped.empty()) return;
        KeyEvent event;
        event.key = Key::character;
        event.character = letter_of(tapped);
        event.control = true;
        event.time_s = frame.now_s();
        event.to = path;
        frame.send(event);
        frame.redraw_in(0);
    });
}

bool selects_all(const InputEvent& event) {
    const auto* key = std::get_if<KeyEvent>(&event);
    return key != nullptr && key->key == Key::character && key->control && key->character == U'a';
}

}  // namespace ui
