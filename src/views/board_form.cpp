#include "views/board_form.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "methods/order_key.hpp"
#include "views/board_rows.hpp"
#include "views/board_steps_private.hpp"

namespace views {
namespace {

using model::Item;
using model::ItemType;

constexpr double title_px = 48, lead_px = 22, axis_px = 24, head_px = 26, help_px = 18;
constexpr double help_height = 52;  // two lines of help in a frame
constexpr double least_frame_with_help = 240;
constexpr double legend_width = 240;

bool is_head(const model::BoardRegion& region) {
    return region.field.empty() &&
           (region.shape == model::RegionShape::lane || region.shape == model::RegionShape::column);
}

bool shows_help(const model::BoardRegion& region, const model::BoardField& field) {
    return !field.help.empty() && !region.title.empty() && region.place.h >= least_frame_with_help;
}

/// Puts the template's own items one above the other.
class FormBuilder {
  public:
    FormBuilder(const model::BoardForm& form, std::string_view language, const model::MakeId& make_id)
        : form_(form), language_(language), make_id_(make_id) {}

    std::vector<Item> build() {
        for (const auto& region : form_.regions) add_region(region);
        for (const auto& line : form_.lines) add_line(line);
        const double wide = std::max(200.0, form_.size.w - legend_width * static_cast<double>(form_.legend.size()));
        add_text("form.title", model::text_in(form_.title, language_), {0, 0, wide, 64}, title_px);
        add_text("form.help", model::text_in(form_.help, language_), {0, 68, wide, 60}, lead_px);
        if (form_.axes) add_axes(*form_.axes);
        add_legend();
        return std::move(items_);
    }

  private:
    Item& add(ItemType type, std::string slot, const base::Rect& place) {
        level_ = methods::key_between(level_, {}).value_or(level_);
        Item item;
        item.id = make_id_();
        item.type = type;
        item.slot = std::move(slot);
        item.place = place;
        item.level = level_;
        item.language = language_;
        item.locked = true;
        items_.push_back(std::move(item));
        return items_.back();
    }
    void add_text(std::string slot, const std::string& text, const base::Rect& place, double size) {
        if (text.empty()) return;
        auto& item = add(ItemType::text, std::move(slot), place);
        item.text = text;
        item.size = size;
    }
    void add_region(const model::BoardRegion& region) {
        const bool holds_rows = region.id == model::rows_region;
        const auto slot = holds_rows ? region.id : region.field.empty() ? "form.region" : region.field;
        auto& frame = add(ItemType::frame, slot, region.place);
        frame.colour = region.colour;
        if (is_head(region)) return add_head(region);
        frame.text = model::text_in(region.title, language_);
        const auto* field = form_.find_field(region.field);
        if (field == nullptr || !shows_help(region, *field)) return;
        const base::Rect place{region.place.x + 16, region.place.y + model::frame_head, region.place.w - 32,
                               help_height};
        add_text("form.field_help", model::text_in(field->help, language_), place, help_px);
    }
    /// The name of a lane or column: over as many lines as it takes, which a frame's title has not.
    void add_head(const model::BoardRegion& region) {
        auto inside = region.place.inset(std::min(14.0, region.place.w / 8), 6);
        const auto help = model::text_in(region.help, language_);
        const double words = help.empty() ? inside.h : std::max(inside.h / 2, inside.h - 2 * help_px * 1.3 - 6);
        add_text("form.head", model::text_in(region.title, language_), inside.cut_top(words), head_px);
        add_text("form.field_help", help, inside, help_px);
    }
    void add_line(const model::FormLine& line) {
        const base::Rect place = base::Rect{line.from.x, line.from.y, 1, 1}.joined({line.to.x, line.to.y, 1, 1});
        auto& item = add(ItemType::line, "form.line", place);
        item.from.at = line.from;
        item.to.at = line.to;
        item.text = model::text_in(line.label, language_);
        item.colour = "ink";
    }
    void add_axes(const model::FormAxes& axes) {
        const auto& place = axes.place;
        const double third = place.w / 3, below = place.bottom() + 8;
        // Texts begin at their left: how wide one is going to be is guessed, and it is moved by what is left.
        const auto add_below = [&](const std::string& text, double from, double part) {
            const double wide = std::min(third, 0.58 * axis_px * static_cast<double>(base::graphemes(text)));
            add_text("form.axis", text, {from + part * (third - wide), below, third - part * (third - wide), 40},
                     axis_px);
        };
        add_below(model::text_in(axes.x.low, language_), place.x, 0);
        add_below(model::text_in(axes.x.name, language_) + " →", place.x + third, 0.5);
        add_below(model::text_in(axes.x.high, language_), place.x + 2 * third, 1);
        constexpr double side = 190;
        const auto left = place.x - side - 10;
        add_text("form.axis", model::text_in(axes.y.high, language_), {left, place.y, side, 80}, axis_px);
        add_text("form.axis", "↑ " + model::text_in(axes.y.name, language_),
                 {left, place.y + place.h / 2 - 40, side, 80}, axis_px);
        add_text("form.axis", model::text_in(axes.y.low, language_), {left, place.bottom() - 80, side, 80}, axis_px);
    }
    void add_legend() {
        double x = form_.size.w - legend_width * static_cast<double>(form_.legend.size());
        for (const auto& colour : form_.legend) {
            auto& note = add(ItemType::note, "form.legend", {x + 8, 12, legend_width - 16, 72});
            note.text = model::text_in(colour.means, language_);
            note.colour = colour.colour;
            x += legend_width;
        }
    }

    const model::BoardForm& form_;
    std::string language_;
    const model::MakeId& make_id_;
    std::vector<Item> items_;
    std::string level_;
};

/// Below a region's title and help, and within a ring above the one inside it.
base::Rect area_of_region(const model::BoardForm& form, const model::BoardField& field) {
    const auto* region = form.find_region(field.region);
    if (region == nullptr) return {};
    auto area = region->place;
    if (!region->title.empty()) area.cut_top(model::frame_head);
    if (shows_help(*region, field)) area.cut_top(help_height);
    // Only a strip of a ring is its own: that above the ring inside it.
    for (const auto& other : form.regions) {
        const bool inside = &other != region && other.shape == model::RegionShape::ring &&
                            region->shape == model::RegionShape::ring && other.place.overlaps(area) &&
                            other.place.w < region->place.w;
        if (inside && other.place.y > area.y) area.h = std::min(area.h, other.place.y - area.y);
    }
    return area;
}

/// At the foot of a lane with a curve, where the frame is high enough for one.
base::Rect below_curve(const model::BoardForm& form, const model::BoardField& field, base::Rect area) {
    const bool curved = form.rows && !form.rows->curve.empty() && field.region.ends_with("." + form.rows->curve);
    if (const auto plot = curve_area(area); curved && plot) area.cut_top(plot->h);
    return area;
}

}  // namespace

std::vector<Item> begin_board(const model::BoardForm& form, std::string_view language, const model::MakeId& make_id) {
    return FormBuilder(form, language, make_id).build();
}

std::vector<Item> fill_board(const model::BoardForm& form, const model::FormContent& content, std::string_view language,
                             const model::MakeId& make_id) {
    auto items = begin_board(form, language, make_id);
    auto level = items.empty() ? std::string() : items.back().level;
    std::map<std::string, std::size_t> expected;
    for (const auto& entry : content.entries) ++expected[entry.field];
    std::vector<std::pair<model::BoardField, std::string>> said;  // of rows: last, for then all steps have their places
    for (const auto& entry : content.entries) {
        const auto* field = form.find_field(entry.field);
        if (field == nullptr) continue;
        level = methods::key_between(level, {}).value_or(level);
        Item note;
        note.id = make_id();
        note.place = free_place(writing_area(form, *field), items, expected[entry.field], entry.text);
        note.level = level;
        note.text = entry.text;
        note.colour = entry.colour.empty() ? model::entry_colour(form, *field) : entry.colour;
        note.author = entry.author;
        note.slot = entry.field;
        for (const auto& [id, text] : entry.row) {
            const auto* column = form.rows ? form.rows->find_column(id) : nullptr;
            if (column != nullptr) said.emplace_back(field_of_row(*form.rows, *column, entry.field, note.id), text);
        }
        items.push_back(std::move(note));
    }
    for (const auto& [field, text] : said) items.push_back(new_entry(form, field, items, make_id(), text));
    return items;
}

bool is_furniture(const Item& item) {
    return item.type == ItemType::frame || item.slot.starts_with("form.");
}

base::Rect writing_area(const model::BoardForm& form, const model::BoardField& field) {
    return below_curve(form, field, area_of_region(form, field));
}

std::optional<base::Rect> writing_area(const model::BoardForm& form, const model::BoardField& field,
                                       const std::vector<Item>& items) {
    const auto* region = form.find_region(field.region);
    const auto frame = std::find_if(items.begin(), items.end(), [&field](const Item& item) {
        return item.type == ItemType::frame && item.slot == field.id;
    });
    if (frame == items.end()) return {};
    // Of a template as it was before.
    if (region == nullptr) return frame->place;
    auto area = area_of_region(form, field);
    const auto moved = frame->place.top_left() - region->place.top_left();
    area = area.moved(moved.x, moved.y);
    area.w += frame->place.w - region->place.w;
    area.h += frame->place.h - region->place.h;
    return below_curve(form, field, area);
}

}  // namespace views
