#include "ui/board_form.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/language.hpp"
#include "ui/board_form_deeds.hpp"
#include "ui/scroll.hpp"
#include "ui/widgets.hpp"
#include "views/board_form.hpp"

namespace ui {
namespace {

using base::tr;
using PanelEntry = BoardFormPanel::Entry;

constexpr double panel_row = 56, panel_lines = 128, panel_between = 8, panel_error = 30, panel_field_gap = 28;

Ink panel_label() {
    Ink ink;
    ink.weight = paint::Weight::semibold;
    ink.design = 22;
    ink.most_lines = 2;
    ink.down = paint::Align::start;
    return ink;
}

Ink panel_help(const Frame& frame, bool warns = false) {
    Ink ink;
    ink.design = 18;
    ink.most_lines = 4;
    ink.colour = warns ? frame.theme.warn : frame.theme.ink2;
    ink.down = paint::Align::start;
    return ink;
}

/// One field as it is laid out: the same numbers for how high it is and for drawing it.
struct PanelField {
    const model::BoardField* field = nullptr;
    std::size_t first = 0, count = 0;  // of the panel's entries
    std::string label, help;
    bool gone = false;
    double label_high = 0, help_high = 0, gone_high = 0, body_high = 0;
    double high(const Frame& frame) const {
        return label_high + help_high + gone_high + body_high + frame.px(panel_field_gap);
    }
};

double entry_high(const Frame& frame, const PanelEntry& entry) {
    return std::max(frame.px(entry.text.lines ? panel_lines : panel_row), frame.mm(20));
}

bool shows_error(const PanelEntry& entry) {
    return !entry.fits && entry.text.text == entry.standing && !entry.text.had_keyboard;
}

std::string error_text(const model::BoardField& field) {
    if (field.kind == model::FieldKind::choice) return tr("wall.board_form.not_option");
    if (field.kind == model::FieldKind::date) return tr("wall.board_form.not_date");
    if (!field.lowest || !field.highest) return tr("wall.board_form.not_number");
    const auto number = [](double value) {
        auto text = std::to_string(value);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
        return text;
    };
    return tr("wall.board_form.not_number_within", {{"low", number(*field.lowest)}, {"high", number(*field.highest)}});
}

/// Where each option's chip stands, wrapped; returns the height.
double lay_options(Frame& frame, const model::BoardField& field, const base::Rect& place, std::string_view chosen,
                   std::vector<base::Rect>& out) {
    const double high = std::max(frame.px(48), frame.mm(20)), between = frame.px(panel_between);
    double x = place.x, y = place.y;
    for (const auto& option : field.options) {
        const auto& words = model::text_in(option.label, base::language());
        const double wide = std::min(place.w, filter_chip_width(frame, words, words == chosen));
        if (x > place.x && x + wide > place.right()) {
            x = place.x;
            y += high + between;
        }
        out.push_back({x, y, wide, high});
        x += wide + between;
    }
    return y + high - place.y;
}

/// The option that stands, by its words in the wall's language; empty when there is none.
std::string chosen_words(const BoardFormPanel& mine, const PanelField& laid) {
    if (laid.count == 0) return {};
    const auto value = views::field_value(*laid.field, mine.entries[laid.first].standing);
    for (const auto& option : laid.field->options) {
        if (option.id == value) return model::text_in(option.label, base::language());
    }
    return {};
}

PanelField lay_field(const CanvasScene& scene, const BoardFormPanel& mine, const model::BoardField& field,
                     std::size_t first, double wide) {
    auto& frame = scene.frame;
    PanelField laid;
    laid.field = &field;
    laid.first = first;
    while (first + laid.count < mine.entries.size() && mine.entries[first + laid.count].field == field.id) ++laid.count;
    laid.label = model::text_in(field.label, base::language());
    laid.help = model::text_in(field.help, base::language());
    laid.gone = !field.region.empty() && mine.framed.count(views::entry_slot(field)) == 0;
    laid.label_high = text_size(frame, laid.label, panel_label(), wide).h + frame.px(4);
    if (!laid.help.empty()) laid.help_high = text_size(frame, laid.help, panel_help(frame), wide).h + frame.px(6);
    if (laid.gone) {
        laid.gone_high = text_size(frame, tr("wall.board_form.gone"), panel_help(frame), wide).h + frame.px(6);
    }
    if (field.kind == model::FieldKind::choice) {
        std::vector<base::Rect> places;
        laid.body_high = lay_options(frame, field, {0, 0, wide, 0}, chosen_words(mine, laid), places);
        const bool odd = laid.count > 0 && !mine.entries[laid.first].fits;
        if (odd) laid.body_high += frame.px(panel_error);
        return laid;
    }
    for (std::size_t i = first; i < first + laid.count; ++i) {
        laid.body_high += entry_high(frame, mine.entries[i]) + frame.px(panel_between);
        if (shows_error(mine.entries[i])) laid.body_high += frame.px(panel_error);
    }
    return laid;
}

/// What hands did in this frame: asked for when all is drawn, since it changes what there is to draw.
struct PanelDeeds {
    std::optional<std::size_t> save;
    const model::BoardField* field = nullptr;
    const model::BoardOption* option = nullptr;
};

void draw_panel_options(Frame& frame, const BoardFormPanel& mine, const PanelField& laid, base::Rect rest,
                        PanelDeeds& deeds) {
    const auto chosen = chosen_words(mine, laid);
    std::vector<base::Rect> places;
    rest.cut_top(lay_options(frame, *laid.field, rest, chosen, places));
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& option = laid.field->options[i];
        const auto& words = model::text_in(option.label, base::language());
        if (!filter_chip(frame, "option/" + option.id, places[i], words, words == chosen)) continue;
        deeds.field = laid.field;
        deeds.option = &option;
    }
    const bool odd = laid.count > 0 && !mine.entries[laid.first].fits;
    if (odd) label(frame, rest, error_text(*laid.field), panel_help(frame, true), "error");
}

void draw_entries(Frame& frame, BoardFormPanel& mine, const PanelField& laid, base::Rect rest, PanelDeeds& deeds) {
    for (std::size_t i = laid.first; i < laid.first + laid.count; ++i) {
        auto& entry = mine.entries[i];
        const auto row = rest.cut_top(entry_high(frame, entry));
        rest.cut_top(frame.px(panel_between));
        const auto placeholder = tr(laid.count > 1 ? "wall.board_form.add_more" : "wall.board_form.add");
        const auto error = shows_error(entry) ? error_text(*laid.field) : std::string();
        FieldLook look;
        look.placeholder = placeholder;
        look.error = error;
        if (entry.locked) look.locked_by = laid.label;
        const auto result = text_field(frame, entry.item.empty() ? "new" : entry.item.text(), row, entry.text, look);
        if (!error.empty()) rest.cut_top(frame.px(panel_error));
        if (result.got) mine.keyboard.open = true;
        if (result.left || result.entered) deeds.save = i;
    }
}

/// The next screenful is there too, so that Tab reaches it; and whoever writes is never left out.
bool is_near_view(const BoardFormPanel& mine, const PanelField& laid, const base::Rect& place, const base::Rect& view) {
    if (place.overlaps(view.inset(0, -view.h))) return true;
    for (std::size_t i = laid.first; i < laid.first + laid.count; ++i) {
        if (mine.entries[i].text.had_keyboard) return true;
    }
    return false;
}

/// A new row is written at once.
void bring_wanted(Frame& frame, BoardFormPanel& mine, const std::vector<PanelField>& fields) {
    const auto wanted = std::exchange(mine.wanted, std::nullopt);
    if (!wanted || !mine.shown.rows) return;
    double at = 0;
    for (const auto& laid : fields) {
        const auto about = model::parse_row_field(laid.field->id);
        const bool is_new = *wanted == "new" && laid.field->id == mine.shown.rows->of.back();
        if (is_new || (about && about->row.text() == *wanted)) {
            frame.scroll_to("fields", at);
            if (is_new) frame.focus(laid.field->id + "/new");
            return frame.redraw_in(0);
        }
        at += laid.high(frame);
    }
}

void draw_panel_keyboard(Frame& frame, BoardFormPanel& mine, const base::Rect& area) {
    KeyboardView view;
    for (const auto& entry : mine.entries) {
        if (entry.text.had_keyboard) view.text = std::string_view(entry.text.text).substr(0, entry.text.caret);
    }
    // Beside the form, so that what is written is seen.
    const auto screen = frame.screen();
    const bool on_right = area.centre().x > screen.centre().x;
    mine.keyboard.place = on_right ? Keyboard::Place::left : Keyboard::Place::right;
    mine.keyboard.within =
        on_right ? base::Rect{0, 0, area.x - frame.px(24), screen.h}
                 : base::Rect{area.right() + frame.px(24), 0, screen.w - area.right() - frame.px(24), screen.h};
    keyboard(frame, mine.keyboard, view);
}

}  // namespace

void draw_board_form(CanvasScene& scene, BoardFormPanel& mine, const model::BoardForm& form, const base::Rect& area) {
    auto& frame = scene.frame;
    read_board_form(scene, mine, form);
    PanelDeeds deeds;
    {
        const Frame::Scope scope(frame, "form");
        auto rest = area;
        Ink heading;
        heading.weight = paint::Weight::semibold;
        heading.design = 24;
        heading.least_design = 20;
        label(frame, rest.cut_top(frame.px(40)), model::text_in(form.title, base::language()), heading, "title");
        const auto help = model::text_in(form.help, base::language());
        label(frame, rest.cut_top(text_size(frame, help, panel_help(frame), rest.w).h), help, panel_help(frame),
              "help");
        rest.cut_top(frame.px(16));

        const double wide = rest.w - frame.px(12);
        std::vector<PanelField> fields;
        double high = 0;
        std::size_t first = 0;
        for (const auto& field : mine.shown.fields) {
            fields.push_back(lay_field(scene, mine, field, first, wide));
            first += fields.back().count;
            high += fields.back().high(frame);
        }
        bring_wanted(frame, mine, fields);
        Scroll scroll(frame, "fields", rest, high);
        auto content = scroll.content();
        content.w = wide;
        for (const auto& laid : fields) {
            auto place = content.cut_top(laid.high(frame));
            if (!is_near_view(mine, laid, place, rest)) continue;
            const Frame::Scope field_scope(frame, laid.field->id);
            label(frame, place.cut_top(laid.label_high), laid.label, panel_label(), "label");
            if (!laid.help.empty()) {
                label(frame, place.cut_top(laid.help_high), laid.help, panel_help(frame), "help");
            }
            if (laid.gone) {
                label(frame, place.cut_top(laid.gone_high), tr("wall.board_form.gone"), panel_help(frame, true),
                      "gone");
            }
            if (laid.field->kind == model::FieldKind::choice) {
                draw_panel_options(frame, mine, laid, place, deeds);
            } else {
                draw_entries(frame, mine, laid, place, deeds);
            }
        }
    }
    draw_panel_keyboard(frame, mine, area);
    if (deeds.save) save_form_entry(scene, mine, *deeds.save);
    if (deeds.option != nullptr) choose_form_option(scene, mine, *deeds.field, *deeds.option);
}

}  // namespace ui
