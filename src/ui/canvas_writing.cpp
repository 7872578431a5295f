// Writing in an item: a field over it with a keyboard of its own; two people write at once.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/language.hpp"
#include "base/text.hpp"
#include "intents/limits.hpp"
#include "ui/canvas_tools.hpp"
#include "ui/object_menu.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using model::Item;
using model::ItemType;

constexpr std::size_t most_writers = 2, most_group_graphemes = 60;

/// The words of what is seen, the most used first; short ones are written faster than they are picked.
std::vector<std::string> words_nearby(const CanvasScene& scene) {
    constexpr std::size_t most_items = 400, least_letters = 5;
    std::map<std::string, int> counts;
    std::size_t looked = 0;
    for (const auto* item : scene.canvas.within(scene.camera.seen(scene.view))) {
        if (++looked > most_items) break;
        std::string_view rest = std::string_view(item->text).substr(0, 400);
        while (!rest.empty()) {
            const auto end = std::min(rest.find_first_of(" ,.;:!?\n()\"”"), rest.size());
            const auto word = rest.substr(0, end);
            if (end >= least_letters && base::is_utf8(word)) ++counts[std::string(word)];
            rest.remove_prefix(std::min(rest.size(), end + 1));
        }
    }
    std::vector<std::string> words;
    for (const auto& [word, count] : counts) words.push_back(word);
    std::stable_sort(words.begin(), words.end(),
                     [&counts](const auto& a, const auto& b) { return counts.at(a) > counts.at(b); });
    return words;
}

/// Which of the item's words this writer writes.
std::string& written_part(const ItemWriter& writer, Item& item) {
    if (writer.what == ItemWriter::What::group) return item.group_name;
    return writer.what == ItemWriter::What::picture ? item.photo_shows : item.text;
}

/// As it will be kept.
std::string written_text(const ItemWriter& writer) {
    if (writer.what == ItemWriter::What::words) return std::string(base::trimmed(writer.field.text));
    return base::tidy(writer.field.text);
}

ItemWriter writer_for(const Item& item, bool fresh, ItemWriter::What what, base::Point at) {
    const bool is_group = what == ItemWriter::What::group, is_picture = what == ItemWriter::What::picture;
    ItemWriter writer;
    writer.item = item;
    writer.what = what;
    writer.fresh = fresh;
    writer.begun_at = at;
    writer.field.lines = !is_group;
    writer.field.most_graphemes = is_group     ? most_group_graphemes
                                  : is_picture ? intents::most_shows_graphemes
                                               : model::most_item_text;
    writer.field.set(written_part(writer, writer.item));
    return writer;
}

constexpr double same_writer_mm = 700;  // keyboards are wide: who touches further away is somebody else

bool is_near_to(const Frame& frame, const ItemWriter& writer, base::Point at) {
    const auto by = writer.begun_at - at;
    return std::hypot(by.x, by.y) <= frame.mm(same_writer_mm);
}

/// What has been written and is not yet asked for; others may have moved the item meanwhile. A group's name stands on
/// all that belongs to it and is not locked.
std::vector<Item> newly_written(const Canvas& canvas, ItemWriter& writer) {
    const auto text = written_text(writer);
    if (text == written_part(writer, writer.item)) return {};
    const auto* now = canvas.find(writer.item.id);
    if (now != nullptr) writer.item = *now;
    written_part(writer, writer.item) = text;
    writer.had_words = writer.had_words || !text.empty();
    if (writer.what != ItemWriter::What::group) return {writer.item};
    std::vector<Item> items;
    for (const auto& id : canvas.members_of(writer.item.group)) {
        const auto* member = canvas.find(id);
        if (member->locked) continue;
        items.push_back(*member);
        items.back().group_name = text;
    }
    return items;
}

void save_writer(CanvasScene& scene, ItemWriter& writer) {
    put_items(scene, "write_item", newly_written(scene.canvas, writer));
}

/// It was put there to be written on, and nobody did: a text without words nobody even sees.
bool is_left_empty(const Canvas& canvas, const ItemWriter& writer) {
    if (!writer.fresh || !writer.item.text.empty()) return false;
    if (writer.item.type == ItemType::text) return true;
    if (writer.item.type != ItemType::note || writer.had_words) return false;
    const auto* now = canvas.find(writer.item.id);
    // Others may have made something of it meanwhile.
    return now == nullptr || (now->text.empty() && now->photo.empty() && canvas.lines_of(now->id).empty() &&
                              stamps_on(canvas, *now).empty());
}

void close_writer(CanvasScene& scene, ItemWriter& writer) {
    save_writer(scene, writer);
    if (writer.handed) {
        scene.out.emplace_back(intents::HandField{scene.canvas.board(), writer.item.id});
    } else if (is_left_empty(scene.canvas, writer)) {
        put_items(scene, "remove_items", {}, {writer.item.id});
    }
    if (scene.hands.writing == writer.item.id) scene.hands.writing.reset();
    scene.frame.redraw_in(0);
}

/// What was being written is not lost with an item that somebody else has taken away: it stands on a new one.
void rescue(CanvasScene& scene, const ItemWriter& writer) {
    if (writer.what != ItemWriter::What::words) return;
    const auto text = std::string(base::trimmed(writer.field.text));
    if (text.empty() || text == writer.item.text || writer.item.type == ItemType::line) return;
    auto item = fresh_item(scene, writer.item.type, writer.item.place);
    item.text = text;
    item.colour = writer.item.colour;
    std::vector<Item> items;
    items.push_back(std::move(item));
    put_items(scene, "put_items", std::move(items));
}

/// As long as the register keeps it: what is more is left out, and the field says so.
void keep_within(TextField& field) {
    if (field.text.size() <= model::most_item_text) return;
    while (field.text.size() > model::most_item_text) {
        const auto count = base::graphemes(field.text);
        field.text = base::first_graphemes(field.text, std::min(count - 1, count * 95 / 100));
    }
    field.caret = std::min(field.caret, field.text.size());
    field.anchor = field.caret;
    field.told = base::tr("ui.field.full", {{"count", std::to_string(base::graphemes(field.text))}});
}

base::Rect span_of_group(const Canvas& canvas, const base::Id& group) {
    base::Rect all;
    for (const auto& id : canvas.members_of(group)) {
        if (const auto seen = canvas.see(id)) all = all.joined(seen->extent);
    }
    return all;
}

constexpr double asked_high = 40;  // design px

/// What is to be written, where it is not the item's own words; else empty.
std::string asked_of(const ItemWriter& writer) {
    if (writer.what == ItemWriter::What::picture) return base::tr("wall.item.describe");
    return writer.what == ItemWriter::What::group ? base::tr("wall.item.name_group") : std::string();
}

/// Over the item, as large as writing needs, above the keyboard and within the view.
base::Rect field_place(const CanvasScene& scene, const ItemWriter& writer, const base::Rect& keys) {
    const auto& frame = scene.frame;
    const auto* now = scene.canvas.find(writer.item.id);
    const auto& item = now == nullptr ? writer.item : *now;
    auto place = scene.camera.to_window(item.place, scene.view);
    if (item.type == ItemType::line) {
        const auto* path = scene.canvas.path_of(item.id);
        const auto at = path == nullptr ? item.place.centre() : path->label_at;
        place = scene.camera.to_window({at.x, at.y, 0, 0}, scene.view);
    }
    if (writer.what == ItemWriter::What::group) {
        place = scene.camera.to_window(span_of_group(scene.canvas, item.group), scene.view);
        place.h = std::min(place.h, frame.px(80));
    }
    // A frame's title stands at its top.
    if (item.type == ItemType::frame) place.h = std::min(place.h, frame.px(80));
    const double edges = frame.px(touch::primary + 16 + (asked_of(writer).empty() ? 0 : asked_high));
    const double wide = std::clamp(place.w, frame.px(380), frame.px(900));
    const double high = std::clamp(place.h, frame.px(item.type == ItemType::note ? 200 : 110), frame.px(420)) + edges;
    const double bottom = keys.empty() ? scene.view.bottom() : std::min(scene.view.bottom(), keys.y - frame.px(12));
    auto box = place.centred({wide, high});
    box.y = place.y - frame.px(8);
    // Beside another writer each stays over its own keyboard's half.
    const auto across = writer.keyboard.beside && !keys.empty() ? keys : scene.view;
    box.x = std::clamp(box.x, across.x, std::max(across.x, across.right() - box.w));
    box.y = std::clamp(box.y, scene.view.y, std::max(scene.view.y, bottom - box.h));
    return {std::round(box.x), std::round(box.y), box.w, box.h};
}

/// Whoever touches the board beside the field has done with it.
bool is_left(const CanvasScene& scene, const ItemWriter& writer) {
    if (writer.covers.empty()) return false;
    const auto begun = scene.frame.begun();
    return std::any_of(begun.begin(), begun.end(), [&](base::Point at) {
        const bool beside = !writer.covers.contains(at) && !keyboard_rect(scene.frame, writer.keyboard).contains(at);
        return beside && scene.view.contains(at) && is_near_to(scene.frame, writer, at);
    });
}

/// True when it is done.
bool draw_writer_of(CanvasScene& scene, ItemWriter& writer, std::string_view id) {
    auto& frame = scene.frame;
    const Frame::Scope scope(frame, id);
    const auto path = frame.path("text");
    const bool left = is_left(scene, writer);
    writer.keyboard.open = true;
    writer.keyboard.within = scene.view;
    KeyboardView keys;
    keys.text = std::string_view(writer.field.text).substr(0, std::min(writer.field.caret, writer.field.text.size()));
    keys.words = writer.words;
    keys.to = path;
    const auto under = keyboard(frame, writer.keyboard, keys);
    auto box = field_place(scene, writer, under.empty() ? under : keyboard_rect(frame, writer.keyboard));
    writer.covers = box;
    const Frame::Within region(frame, "", Region::Kind::over);
    frame.hold_letters();
    menu_ground(frame, box);
    auto inside = box.inset(frame.px(8));
    auto foot = inside.cut_bottom(frame.px(touch::primary));
    inside.cut_bottom(frame.px(8));
    FieldLook look;
    look.design = 22;
    look.spelling = true;
    if (const auto asked = asked_of(writer); !asked.empty()) {
        const auto above_field = inside.cut_top(frame.px(asked_high)).inset(frame.px(8), 0);
        label(frame, above_field, asked, ink_of(22, paint::Weight::bold, frame.theme.ink), "asked");
    }
    std::string hint;
    if (writer.what == ItemWriter::What::picture) hint = base::tr("wall.item.describe_how");
    look.placeholder = hint;
    const auto written = text_field(frame, "text", inside, writer.field, look);
    if (written.changed) keep_within(writer.field);
    if (writer.wants_keyboard) {
        writer.wants_keyboard = false;
        frame.focus("text");
    }
    if (rested(frame, writer.field)) save_writer(scene, writer);
    const Frame::KeepFocus keep(frame);
    ButtonLook done;
    done.kind = ButtonKind::primary;
    const auto words = base::tr("wall.item.done");
    const bool tapped = button(frame, "done", foot.cut_right(button_width(frame, words, done)), words, done);
    if (can_be_handed(scene, writer)) {
        ButtonLook away;
        away.kind = ButtonKind::quiet;
        away.icon = icon::tablet;
        const auto from_tablet = base::tr("wall.item.hand");
        const double wide = std::min(foot.w - frame.px(8), button_width(frame, from_tablet, away));
        writer.handed = button(frame, "hand", foot.cut_left(wide), from_tablet, away);
    }
    const bool ended = tapped || written.entered || writer.handed;
    // Escape takes the keyboard from the field first.
    const bool focused = frame.focused_path() == path;
    const bool lost = std::exchange(writer.had_focus, focused) && frame.focused_path().empty();
    const bool gone = ended || left || lost || frame.take_key(Key::escape);
    if (gone && frame.focused_path().starts_with(frame.path(""))) frame.focus("");
    return gone;
}

}  // namespace

bool is_written(const CanvasHands& hands, const base::Id& item) {
    const auto& writers = hands.work.writers;
    return std::any_of(writers.begin(), writers.end(), [&item](const auto& one) { return one.item.id == item; });
}

void begin_item_writing(CanvasScene& scene, const model::Item& item, bool fresh, ItemWriter::What what) {
    auto& hands = scene.hands;
    auto& writers = hands.work.writers;
    hands.writing = item.id;
    for (auto& writer : writers) {
        if (writer.item.id != item.id) continue;
        writer.wants_keyboard = true;
        return;
    }
    const auto at = scene.frame.touched_at();
    for (auto& writer : writers) {
        if (!is_near_to(scene.frame, writer, at)) continue;
        // The same person goes on with another item, on the same keyboard.
        close_writer(scene, writer);
        auto next = writer_for(item, fresh, what, at);
        next.keyboard = writer.keyboard;
        next.words = std::move(writer.words);
        next.second = writer.second;
        writer = std::move(next);
        hands.writing = item.id;
        return;
    }
    if (writers.size() == most_writers) {
        hands.work.told.push_back(base::tr("wall.writing.crowded"));
        hands.writing.reset();
        return;
    }
    auto writer = writer_for(item, fresh, what, at);
    writer.words = words_nearby(scene);
    writer.second = std::any_of(writers.begin(), writers.end(), [](const auto& one) { return !one.second; });
    writers.push_back(std::move(writer));
    scene.frame.redraw_in(0);
}

void let_go_of_tools(CanvasHands& hands, const Canvas& canvas, Intents& out) {
    for (auto& writer : hands.work.writers) {
        const auto text = written_text(writer);
        if (text.empty() && is_left_empty(canvas, writer)) {
            out.emplace_back(intents::PutItems{canvas.board(), "remove_items", {}, {writer.item.id}});
        }
        auto items = newly_written(canvas, writer);
        if (items.empty()) continue;
        out.emplace_back(intents::PutItems{canvas.board(), "write_item", std::move(items)});
    }
    auto told = std::move(hands.work.told);
    hands.work = {};
    hands.work.told = std::move(told);
    hands.drawing.clear();
    hands.writing.reset();
    hands.large.reset();
    hands.selected.clear();
    hands.tool = CanvasTool::hand;
}

void draw_canvas_writing(CanvasScene& scene) {
    auto& hands = scene.hands;
    auto& writers = hands.work.writers;
    if (hands.writing && !is_written(hands, *hands.writing)) {
        const auto* item = scene.canvas.find(*hands.writing);
        const bool takes_words = item != nullptr && !item->locked && item->type != ItemType::ink &&
                                 item->type != ItemType::stamp && !is_handed(scene, item->id);
        if (takes_words) {
            begin_item_writing(scene, *item, false);
        } else {
            hands.writing.reset();
        }
    }
    if (const auto id = std::exchange(hands.work.describes, std::nullopt)) {
        const auto* item = scene.canvas.find(*id);
        const bool takes_words = item != nullptr && !item->locked && !item->photo.empty();
        if (takes_words) begin_item_writing(scene, *item, false, ItemWriter::What::picture);
    }
    if (const auto id = std::exchange(hands.work.names, std::nullopt)) {
        const auto* item = scene.canvas.find(*id);
        const bool is_grouped = item != nullptr && !item->group.empty();
        if (is_grouped) begin_item_writing(scene, *item, false, ItemWriter::What::group);
    }
    if (writers.empty()) return;
    if (writers.size() == most_writers && !writers[0].keyboard.beside) {
        const bool first_left = writers[0].begun_at.x <= writers[1].begun_at.x;
        writers[0].keyboard.place = first_left ? Keyboard::Place::left : Keyboard::Place::right;
        writers[1].keyboard.place = first_left ? Keyboard::Place::right : Keyboard::Place::left;
        writers[0].keyboard.beside = writers[1].keyboard.beside = true;
    }
    std::vector<base::Id> done;
    for (std::size_t i = 0; i < writers.size(); ++i) {
        auto& writer = writers[i];
        // Somebody has taken the item away.
        const bool known = scene.canvas.find(writer.item.id) != nullptr;
        const auto& awaited = hands.work.awaited;
        const bool comes = std::any_of(awaited.begin(), awaited.end(),
                                       [&writer](const auto& one) { return one.item.id == writer.item.id; });
        if (!known && !comes) {
            if (hands.writing == writer.item.id) hands.writing.reset();
            rescue(scene, writer);
            done.push_back(writer.item.id);
            continue;
        }
        if (!draw_writer_of(scene, writer, writer.second ? "canvas/write2" : "canvas/write")) continue;
        close_writer(scene, writer);
        done.push_back(writer.item.id);
    }
    if (done.empty()) return;
    std::erase_if(writers, [&done](const ItemWriter& writer) {
        return std::find(done.begin(), done.end(), writer.item.id) != done.end();
    });
    for (auto& writer : writers) {
        writer.wants_keyboard = true;
        writer.keyboard.beside = false;
        writer.keyboard.place = Keyboard::Place::middle;
    }
    scene.frame.redraw_in(0);
}

}  // namespace ui
