// What the form of a board reads and asks for.
#include <algorithm>

#include "base/language.hpp"
#include "base/text.hpp"
#include "ui/board_form_deeds.hpp"
#include "views/board_rows.hpp"

namespace ui {
namespace {

using FormEntry = BoardFormPanel::Entry;

constexpr double kept_until_news_s = 5;

bool is_unsaved(const FormEntry& entry) {
    return entry.text.text != entry.standing;
}

/// What a form is read from: what is drawn or only connects is not copied.
std::vector<model::Item> items_of_board(const Canvas& canvas) {
    std::vector<model::Item> items;
    for (const auto* item : canvas.all()) {
        const bool says = item->type != model::ItemType::ink && item->type != model::ItemType::line &&
                          item->type != model::ItemType::stamp;
        if (says) items.push_back(*item);
    }
    return items;
}

FormEntry empty_entry(const model::BoardField& field) {
    FormEntry entry;
    entry.field = field.id;
    entry.text.lines = field.kind == model::FieldKind::full;
    entry.text.most_graphemes = field.kind == model::FieldKind::full ? 1000 : 300;
    return entry;
}

FormEntry* find_entry(std::vector<FormEntry>& entries, std::string_view field, const base::Id& item) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const FormEntry& entry) {
        return entry.item == item && (!item.empty() || entry.field == field);
    });
    return found == entries.end() ? nullptr : &*found;
}

FormEntry taken_entry(BoardFormPanel& mine, const model::BoardField& field, const views::FieldEntry& read) {
    auto* old = find_entry(mine.entries, field.id, read.item);
    auto entry = old == nullptr ? empty_entry(field) : *old;
    // A note that was carried to another field is written there from now on.
    entry.field = field.id;
    entry.item = read.item;
    const bool keep = old != nullptr && is_unsaved(*old) && old->asked_s < 0;
    entry.asked_s = -1;
    entry.standing = read.text;
    const bool has_value = field.kind == model::FieldKind::choice || field.kind == model::FieldKind::number ||
                           field.kind == model::FieldKind::date;
    entry.fits = !has_value || !read.value.empty();
    if (!keep && entry.text.text != read.text) entry.text.set(read.text);
    entry.text.lines = entry.text.lines || read.text.find('\n') != std::string::npos;
    return entry;
}

model::Item new_form_note(const CanvasScene& scene, const model::BoardForm& form, const model::BoardField& field,
                          std::string text) {
    const auto items = items_of_board(scene.canvas);
    model::Item note;
    note.id = base::new_id(scene.frame.host_now_ms());
    note.level = scene.canvas.top_level();
    note.text = std::move(text);
    note.colour = model::entry_colour(form, field);
    note.slot = views::entry_slot(field);
    if (const auto cell = views::place_in_rows(form, field.id, items, note.text)) {
        note.place = *cell;
    } else if (const auto area = views::writing_area(form, field, items)) {
        note.place = views::free_place(*area, items, 1, note.text);
    } else {
        const auto all = scene.canvas.extent();
        note.place = views::free_place({all.x, all.bottom() + 40, 1000, 600}, items);
    }
    return note;
}

void ask_for_notes(CanvasScene& scene, std::string deed, std::vector<model::Item> items, std::vector<base::Id> gone) {
    scene.out.emplace_back(intents::PutItems{scene.canvas.board(), std::move(deed), std::move(items), std::move(gone)});
}

/// The same item with another text; without any it goes.
void change_form_note(CanvasScene& scene, const base::Id& id, const std::string& text) {
    const auto* now = scene.canvas.find(id);
    if (now == nullptr || now->locked || now->text == text) return;
    if (text.empty() && now->photo.empty()) return ask_for_notes(scene, "remove_items", {}, {id});
    auto item = *now;
    item.text = text;
    ask_for_notes(scene, "write_item", {std::move(item)}, {});
}

}  // namespace

void read_board_form(const CanvasScene& scene, BoardFormPanel& mine, const model::BoardForm& form) {
    const bool same_board = mine.board == scene.canvas.board() && mine.form == form.name;
    if (mine.is_read && same_board && mine.revision == scene.canvas.revision()) return;
    if (!same_board) mine.entries.clear();
    mine.board = scene.canvas.board();
    mine.form = form.name;
    mine.revision = scene.canvas.revision();
    mine.is_read = true;

    const auto items = items_of_board(scene.canvas);
    mine.framed.clear();
    for (const auto& item : items) {
        if (item.type == model::ItemType::frame) mine.framed.insert(item.slot);
    }
    mine.shown = views::with_rows(form, items);
    std::vector<FormEntry> entries;
    for (const auto& filled : views::read_fields(mine.shown, items)) {
        const auto& field = *filled.field;
        const auto first = entries.size();
        for (const auto& read : filled.entries) {
            entries.push_back(taken_entry(mine, field, read));
            const auto* item = scene.canvas.find(read.item);
            entries.back().locked = item != nullptr && item->locked;
        }
        for (const auto& old : mine.entries) {
            const bool awaited = old.field == field.id && old.asked_s >= 0 &&
                                 old.asked_s + kept_until_news_s > scene.frame.now_s() &&
                                 scene.canvas.find(old.item) == nullptr;
            if (awaited) entries.push_back(old);
        }
        if (field.kind == model::FieldKind::choice) continue;
        const auto* begun = find_entry(mine.entries, field.id, {});
        const bool has_room = field.most == 0 || entries.size() - first < field.most;
        if (begun != nullptr && (has_room || is_unsaved(*begun))) {
            entries.push_back(*begun);
        } else if (has_room) {
            entries.push_back(empty_entry(field));
        }
    }
    mine.entries = std::move(entries);
}

bool save_form_entry(CanvasScene& scene, BoardFormPanel& mine, std::size_t index) {
    auto& entry = mine.entries.at(index);
    const auto* field = mine.shown.find_field(entry.field);
    // An option is chosen at once.
    if (field != nullptr && field->kind == model::FieldKind::choice) return false;
    const auto text = base::tidy(entry.text.text, entry.text.lines);
    if (!entry.item.empty()) {
        change_form_note(scene, entry.item, text);
        return false;
    }
    if (text.empty() || field == nullptr) return false;
    auto note = new_form_note(scene, mine.shown, *field, text);
    auto made = entry;
    made.item = note.id;
    made.standing = text;
    made.asked_s = scene.frame.now_s();
    made.text = empty_entry(*field).text;
    made.text.set(text);
    entry.text.set({});
    mine.entries.insert(mine.entries.begin() + static_cast<std::ptrdiff_t>(index), std::move(made));
    mine.is_read = false;  // whether there is room for another
    ask_for_notes(scene, "write_item", {std::move(note)}, {});
    return true;
}

void choose_form_option(CanvasScene& scene, const BoardFormPanel& mine, const model::BoardField& field,
                        const model::BoardOption& option) {
    const auto& form = mine.shown;
    if (views::tells_of_row(form, field.id)) {
        const auto told = views::row_told(form, field, option.id, items_of_board(scene.canvas));
        const auto* now = told ? scene.canvas.find(told->id) : nullptr;
        if (now == nullptr || now->locked || *now == *told) return;
        return ask_for_notes(scene, now->place == told->place ? "colour_items" : "move_items", {*told}, {});
    }
    const auto& text = model::text_in(option.label, base::language());
    for (const auto& entry : mine.entries) {
        if (entry.field != field.id || entry.item.empty()) continue;
        const auto items = items_of_board(scene.canvas);
        std::string value;
        for (const auto& filled : views::read_fields(form, items)) {
            if (filled.field == &field && !filled.entries.empty()) value = filled.entries.front().value;
        }
        return change_form_note(scene, entry.item, value == option.id ? std::string() : text);
    }
    ask_for_notes(scene, "write_item", {new_form_note(scene, form, field, text)}, {});
}

void let_go_of_board_form(CanvasScene& scene, BoardFormPanel& mine, const model::BoardForm& form) {
    if (mine.board == scene.canvas.board() && mine.form == form.name) {
        for (std::size_t i = 0; i < mine.entries.size(); ++i) {
            if (save_form_entry(scene, mine, i)) ++i;
        }
    }
    mine = {};
}

}  // namespace ui
