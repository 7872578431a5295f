#include "paint/board_scene.hpp"

#include <cmath>

#include "paint/scenes.hpp"

namespace scenes {
namespace {

model::Item board_thing(int number, model::ItemType type, base::Rect place, std::string text = {},
                        std::string colour = {}) {
    model::Item item;
    item.id = id(number);
    item.type = type;
    item.place = place;
    item.text = std::move(text);
    item.colour = std::move(colour);
    item.level = "V" + std::to_string(100 + number);
    return item;
}

model::Item connector(int number, int from, int to, std::string means, std::string text = {}, std::string colour = {}) {
    auto line = board_thing(number, model::ItemType::line, {0, 0, 1, 1}, std::move(text), std::move(colour));
    line.from.item = id(from);
    line.to.item = id(to);
    line.means = std::move(means);
    return line;
}

/// A wave, pressed hardest in its middle.
model::Item wave(int number, base::Rect place) {
    auto ink = board_thing(number, model::ItemType::ink, place, {}, "ros");
    ink.size = 8;
    for (int i = 0; i <= 20; ++i) {
        const double t = i / 20.0;
        ink.ink.push_back({static_cast<float>(t * place.w), static_cast<float>(place.h / 2 * (1 + std::sin(t * 9))),
                           static_cast<float>(std::sin(t * 3.1))});
    }
    return ink;
}

}  // namespace

std::vector<model::Item> board_items() {
    using T = model::ItemType;
    std::vector<model::Item> items{
        board_thing(1, T::frame, {0, 60, 660, 700}, "Nära föreningen", "himmel"),
        board_thing(2, T::frame, {760, 60, 640, 700}, "Utan färg"),
        board_thing(3, T::text, {0, 0, 800, 50}, "Vilka berörs när någon lånar en lokal?"),
        board_thing(4, T::note, {40, 140, 200, 200}, "Samira bokar, hämtar nyckeln och betalar", "sol"),
        board_thing(5, T::note, {400, 140, 200, 200},
                    "En lapp med mer text än de andra: den som låser upp vet sällan vem som låser igen, och ingen vet "
                    "vad som gäller sedan",
                    "mint"),
        board_thing(6, T::note, {800, 140, 200, 200}, "سلام! نحتاج قاعة في المساء", "ros"),
        board_thing(7, T::note, {1160, 140, 200, 80}, "Låg lapp", "skiffer"),
        board_thing(8, T::image, {800, 440, 240, 200}, "Så står det på dörren"),
        board_thing(9, T::text, {1080, 460, 280, 90}, "En text med färg", "aprikos"),
        board_thing(10, T::stamp, {180, 120, 64, 64}),
        board_thing(11, T::stamp, {1100, 620, 90, 90}),
        connector(12, 4, 5, "leads_to", "frågar"),
        connector(13, 5, 6, "causes", "stängd dörr", "ros"),
        connector(14, 6, 7, "belongs_to"),
        connector(15, 4, 8, ""),
        wave(16, {60, 460, 500, 120}),
    };
    items[3].author = "Tove";
    items[4].author = "Ett namn som är långt";
    items[5].language = "ar";
    items[7].photo = "0f";
    items[7].photo_shows = "En skylt på en dörr";
    items[9].means = "heart";
    items[10].means = "warning";
    return items;
}

paint::BoardSheet board_sheet() {
    paint::BoardSheet sheet;
    sheet.title = "Aktörskarta";
    sheet.subtitle = "Halvdag: låna en lokal · Lindåsa";
    sheet.foot = "Idérum · 4 lappar";
    sheet.language = "sv";
    sheet.items = board_items();
    return sheet;
}

paint::BoardSheet board_of_notes(int count) {
    paint::BoardSheet sheet;
    sheet.title = "Många lappar";
    sheet.language = "sv";
    for (int i = 0; i < count; ++i) {
        sheet.items.push_back(board_thing(
            i, model::ItemType::note, {i % 20 * 220.0, i / 20 * 220.0, 200, 200},
            "Lapp " + std::to_string(i) + ": den som väntar i kön hinner inte äta, och går därifrån hungrig",
            i % 2 == 0 ? "sol" : "mint"));
    }
    return sheet;
}

}  // namespace scenes
