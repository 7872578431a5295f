// The curve of a journey, as strokes of the board that are kept nowhere.
#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "methods/order_key.hpp"
#include "views/board_rows.hpp"
#include "views/board_steps_private.hpp"

namespace views {
namespace {

using model::Item;

constexpr double curve_width = 5, dot_width = 20, middle_width = 2, beside_curve = 16, beside_middle = 8;
constexpr int between_points = 8;
constexpr std::size_t most_curve_points = 1500;  // of a stroke

/// The numbers that can be said.
struct CurveScale {
    double lowest = 0, highest = 0;

    explicit CurveScale(const model::BoardField& field) {
        for (const auto& option : field.options) {
            const double number = model::option_number(option).value_or(0);
            const bool first = &option == &field.options.front();
            lowest = first ? number : std::min(lowest, number);
            highest = first ? number : std::max(highest, number);
        }
    }
    double y_of(double number, const base::Rect& plot) const {
        return plot.bottom() - (number - lowest) / std::max(highest - lowest, 1e-9) * plot.h;
    }
};

/// A place on the curve; nothing where a step says nothing, and there the curve ends.
struct CurvePoint {
    std::optional<base::Point> at;
    const Item* step = nullptr;
};

double middle_of(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    return (numbers[(numbers.size() - 1) / 2] + numbers[numbers.size() / 2]) / 2;
}

const Item* frame_with(const std::vector<Item>& items, std::string_view slot) {
    const auto found = std::find_if(items.begin(), items.end(), [slot](const Item& item) {
        return item.type == model::ItemType::frame && item.slot == slot;
    });
    return found == items.end() ? nullptr : &*found;
}

/// Between two steps as steep as need be, level at both: never above or below what was said.
std::vector<base::Point> smooth(base::Point from, base::Point to) {
    std::vector<base::Point> points;
    for (int i = 1; i <= between_points; ++i) {
        const double t = static_cast<double>(i) / between_points;
        points.push_back({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * (3 - 2 * t) * t * t});
    }
    return points;
}

class CurveDrawing {
  public:
    void add_frame(const Item& frame) { level_ = std::max(level_, frame.level); }
    Item& add_stroke(std::string_view name, const base::Id& of, const std::vector<base::Point>& points, double width,
                     const std::string& colour) {
        level_ = methods::key_between(level_, {}).value_or(level_);
        Item item;
        item.type = model::ItemType::ink;
        item.id = base::derived_id(name, {of.span()});
        item.slot = curve_slot;
        item.level = level_;
        item.locked = true;
        item.size = width;
        item.colour = colour;
        for (const auto& point : points) item.place = item.place.joined({point.x, point.y, 1, 1});
        for (const auto& point : points) {
            item.ink.push_back(
                {static_cast<float>(point.x - item.place.x), static_cast<float>(point.y - item.place.y), 0.5F});
        }
        items_.push_back(std::move(item));
        return items_.back();
    }
    void add_curve(const std::vector<CurvePoint>& points, const std::string& colour) {
        std::vector<base::Point> run;
        base::Id first;
        const auto end = [&] {
            if (run.size() > 1) add_stroke("board.curve", first, run, curve_width, colour);
            run.clear();
        };
        for (const auto& point : points) {
            if (!point.at || run.size() > most_curve_points) end();
            if (!point.at) continue;
            if (run.empty()) {
                first = point.step->id;
                run.push_back(*point.at);
                continue;
            }
            const auto way = smooth(run.back(), *point.at);
            run.insert(run.end(), way.begin(), way.end());
        }
        end();
        for (const auto& point : points) {
            if (point.at) add_stroke("board.curve_point", point.step->id, {*point.at}, dot_width, colour);
        }
    }
    std::vector<Item> take() { return std::move(items_); }

  private:
    std::string level_;
    std::vector<Item> items_;
};

/// "Bra", "Bra, Varken eller".
std::string words_said(const FilledField& filled, std::string_view language) {
    std::string words;
    for (const auto& entry : filled.entries) {
        for (const auto& option : filled.field->options) {
            if (option.id != entry.value) continue;
            words += (words.empty() ? "" : ", ") + model::text_in(option.label, language);
        }
    }
    return words;
}

}  // namespace

std::optional<base::Rect> curve_area(const base::Rect& cell) {
    if (cell.h < model::curve_foot + model::least_curve) return {};
    return base::Rect{cell.x, cell.y, cell.w, cell.h - model::curve_foot};
}

std::vector<Item> curve_drawn(const model::BoardForm& form, const std::vector<Item>& items, std::string_view language) {
    const auto* lane = form.rows->find_column(form.rows->curve);
    if (lane == nullptr) return {};
    const CurveScale scale(lane->field);
    CurveDrawing drawing;
    std::map<std::string, base::Rect, std::less<>> plots;  // by the field of the steps above
    for (const auto& of : form.rows->of) {
        const auto cell = field_of_row(*form.rows, *lane, of, {}).region;
        const auto* frame = frame_with(items, cell);
        const auto area = frame == nullptr ? std::nullopt : curve_area(frame->place);
        if (!area) continue;
        const auto plot = area->inset(beside_middle, beside_curve);
        plots.emplace(of, plot);
        drawing.add_frame(*frame);
        const double y = scale.y_of(std::clamp(0.0, scale.lowest, scale.highest), plot);
        drawing.add_stroke("board.curve_middle", frame->id, {{plot.x, y}, {plot.right(), y}}, middle_width, "skiffer");
    }
    const auto shown = with_steps(form, items);
    const auto said = read_fields(shown, items);
    std::vector<CurvePoint> points;
    std::string words;
    for (const auto& step : steps_on(form, items)) {
        const auto plot = plots.find(step.field);
        const auto field = model::row_field(lane->field.id, step.item->id);
        const auto filled =
            std::find_if(said.begin(), said.end(), [&field](const FilledField& one) { return one.field->id == field; });
        std::vector<double> numbers;
        for (const auto& entry : filled == said.end() ? std::vector<FieldEntry>() : filled->entries) {
            if (const auto number = model::option_number({entry.value, {}})) numbers.push_back(*number);
        }
        CurvePoint point{std::nullopt, step.item};
        if (!numbers.empty() && plot != plots.end()) {
            const double x = std::clamp(step.item->place.centre().x, plot->second.x, plot->second.right());
            point.at = base::Point{x, scale.y_of(middle_of(numbers), plot->second)};
            words += (words.empty() ? "" : "; ") + name_of_row(*step.item) + ": " + words_said(*filled, language);
        }
        points.push_back(point);
    }
    drawing.add_curve(points, "himmel");
    auto drawn = drawing.take();
    if (!words.empty()) {
        auto& told = drawn.front();
        told.text = base::tr("board.curve", {{"label", model::text_in(lane->field.label, language)}, {"steps", words}});
        told = model::within_limits(std::move(told));
    }
    return drawn;
}

}  // namespace views
