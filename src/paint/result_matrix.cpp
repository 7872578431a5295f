#include "paint/result_matrix.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/language.hpp"

namespace paint {
namespace {

constexpr const char* icon_up = "\uf062";
constexpr const char* icon_right = "\uf061";
constexpr const char* icon_apart = "\uf0ec";

/// Much benefit above, much effort to the right.
struct Corner {
    std::string_view name, icon;
    bool right = false, low = false;
};
constexpr std::array<Corner, 4> corners{{{"quick_win", "\uf0e7", false, false},
                                         {"big_bet", "\uf073", true, false},
                                         {"fill_in", "\uf0ae", false, true},
                                         {"avoid", "\uf187", true, true}}};

std::string matrix_text(std::string_view key) {
    return base::tr_page(base::language(), "matrix." + std::string(key));
}

bool are_apart(const base::Rect& a, const base::Rect& b, double apart) {
    return a.x >= b.right() + apart || b.x >= a.right() + apart || a.y >= b.bottom() + apart ||
           b.y >= a.bottom() + apart;
}

class MatrixBuilder {
  public:
    MatrixBuilder(Typesetter& type, const views::PollView& poll, const base::Rect& area, const MatrixLook& look)
        : type_(type), poll_(poll), look_(look), rest_(area) {
        matrix_.scale = look.scale;
    }

    ResultMatrix build() {
        if (look_.on_paper) add_unplaced();
        add_axes();
        add_quarters();
        for (double text = look_.text;; text *= 0.9) {
            matrix_.ideas.clear();
            if (add_ideas(text) || text <= look_.text * 0.74) break;
        }
        return std::move(matrix_);
    }

  private:
    double px(double design) const { return design * look_.scale; }

    Text icon_of(std::string_view icon, double design) const {
        return type_.set(icon, {.size_px = px(design), .face = Face::icon, .line_height = 1});
    }

    /// In the middle of a row; the icon before the words.
    ResultMatrix::Words in_row(const base::Rect& row, std::string_view icon, std::string_view text,
                               const TextStyle& style) const {
        ResultMatrix::Words words;
        double x = row.x;
        if (!icon.empty()) {
            words.icon = icon_of(icon, style.size_px / look_.scale);
            words.icon_at = {x, row.centred(words.icon->size()).y};
            x += words.icon->size().w + px(10);
        }
        words.text = type_.set(text, style);
        if (words.text->size().w > row.right() - x) words.text = type_.set(text, style, std::max(1.0, row.right() - x));
        words.text_at = {x, row.centred(words.text->size()).y};
        return words;
    }

    std::string axis_name(std::string_view id) const {
        for (const auto& criterion : poll_.form.criteria) {
            if (criterion.id == id) return criterion.label;
        }
        return matrix_text("axis_" + std::string(id));
    }

    std::string label_of(const std::string& option) const {
        for (const auto& one : poll_.form.options) {
            if (one.id == option) return one.label;
        }
        return option;
    }

    void add_unplaced() {
        std::string names;
        for (const auto& row : poll_.outcome->rows) {
            if (row.n == 0) names += (names.empty() ? "" : " · ") + label_of(row.option);
        }
        if (names.empty()) return;
        const TextStyle style{.size_px = px(20), .most_lines = 3};
        auto& words = matrix_.unplaced;
        words.text = type_.set(matrix_text("unplaced") + ": " + names, style, rest_.w);
        words.text_at = rest_.cut_bottom(words.text->size().h + px(8)).top_left() + base::Point{0, px(8)};
    }

    void add_axes() {
        const TextStyle style{.size_px = px(20), .weight = Weight::semibold, .line_height = 1.2, .most_lines = 1};
        const auto low = rest_.cut_bottom(px(40));
        matrix_.axes.push_back(in_row(rest_.cut_top(px(40)), icon_up, axis_name("y"), style));
        ResultMatrix::Words along;
        along.icon = icon_of(icon_right, 20);
        along.icon_at = {low.right() - along.icon->size().w, low.centred(along.icon->size()).y};
        along.text = type_.set(axis_name("x"), style);
        along.text_at = {along.icon_at.x - px(10) - along.text->size().w, low.centred(along.text->size()).y};
        matrix_.axes.push_back(std::move(along));
    }

    void add_quarters() {
        const double gap = px(8);
        const double wide = (rest_.w - gap) / 2, high = (rest_.h - gap) / 2;
        const TextStyle style{.size_px = px(24), .weight = Weight::bold, .line_height = 1.2, .most_lines = 1};
        for (const auto& corner : corners) {
            ResultMatrix::Quarter quarter;
            quarter.area = {rest_.x + (corner.right ? wide + gap : 0), rest_.y + (corner.low ? high + gap : 0), wide,
                            high};
            quarter.first = corner.name == "quick_win";
            // At the outer edge, where no idea lies over it.
            auto inside = quarter.area.inset(px(20), px(14));
            const auto row = corner.low ? inside.cut_bottom(px(36)) : inside.cut_top(px(36));
            quarter.name = in_row(row, corner.icon, matrix_text(corner.name), style);
            matrix_.quarters.push_back(std::move(quarter));
        }
    }

    bool is_free(const base::Rect& box) const {
        return std::all_of(matrix_.ideas.begin(), matrix_.ideas.end(),
                           [&](const auto& other) { return are_apart(box, other.area, px(6)); });
    }

    /// Where it lies, or as near as there is room in its quarter; those placed first stay.
    std::optional<base::Rect> find_place(const methods::OutcomeRow& row, const base::Rect& field,
                                         base::Size size) const {
        const double across = row.numbers.at("x").value / 100, upward = row.numbers.at("y").value / 100;
        const base::Rect wanted{field.x + across * (field.w - size.w), field.y + (1 - upward) * (field.h - size.h),
                                size.w, size.h};
        if (is_free(wanted)) return wanted;
        // Its middle stays on its side of both lines.
        const double middle_x = field.centre().x - size.w / 2, middle_y = field.centre().y - size.h / 2;
        const double left = across < 0.5 ? field.x : middle_x,
                     right = across < 0.5 ? middle_x - 1 : field.right() - size.w;
        const double top = upward < 0.5 ? middle_y + 1 : field.y;
        const double bottom = upward < 0.5 ? field.bottom() - size.h : middle_y;
        std::optional<base::Rect> best;
        double nearest = HUGE_VAL;
        const double step = size.h / 6;
        for (double y = top; y <= bottom; y += step) {
            for (double x = left; x <= right; x += step) {
                const double far = std::hypot(x - wanted.x, y - wanted.y);
                if (far >= nearest || !is_free({x, y, size.w, size.h})) continue;
                nearest = far;
                best = {x, y, size.w, size.h};
            }
        }
        return best;
    }

    std::string foot_of(const methods::OutcomeRow& row, bool apart) const {
        auto text = apart ? base::tr("paint.agreement.divided") : base::tr_n("paint.answers", row.n);
        if (!look_.on_paper) return text;
        const auto number = [&row](const char* axis) {
            return std::to_string(std::llround(row.numbers.at(axis).value));
        };
        return axis_name("y") + " " + number("y") + " · " + axis_name("x") + " " + number("x") + " · " + text;
    }

    void add_idea(const methods::OutcomeRow& row, const base::Rect& area, double text) {
        ResultMatrix::Idea idea;
        idea.option = row.option;
        idea.title = label_of(row.option);
        idea.area = area;
        const auto split = row.flags.find("split");
        const bool apart = split != row.flags.end() && split->second;
        auto rest = area.inset(px(text * 0.6), px(text * 0.4));
        const TextStyle small{.size_px = px(text * 0.85), .line_height = 1.2, .most_lines = 1};
        idea.foot = in_row(rest.cut_bottom(px(text * 1.2)), apart ? icon_apart : "", foot_of(row, apart), small);
        idea.text = type_.fit(idea.title, {.size_px = px(text), .weight = Weight::medium, .line_height = 1.2},
                              {rest.w, rest.h + 1}, px(text * 0.8));
        idea.text_at = rest.top_left();
        matrix_.ideas.push_back(std::move(idea));
    }

    /// True when none of them lies on another.
    bool add_ideas(double text) {
        // Below the corners' names, and clear of the edges.
        const auto field = rest_.inset(px(16), px(56));
        const base::Size size{std::min(px(text * (look_.on_paper ? 18 : 11.5)), field.w / 2),
                              std::min(px(text * 4.4), field.h / 2)};
        bool all_free = true;
        for (const auto& row : poll_.outcome->rows) {
            if (row.n == 0) continue;
            const auto place = find_place(row, field, size);
            all_free = all_free && place;
            const double x = row.numbers.at("x").value / 100, y = row.numbers.at("y").value / 100;
            add_idea(row,
                     place.value_or(base::Rect{field.x + x * (field.w - size.w), field.y + (1 - y) * (field.h - size.h),
                                               size.w, size.h}),
                     text);
        }
        return all_free;
    }

    Typesetter& type_;
    const views::PollView& poll_;
    MatrixLook look_;
    base::Rect rest_;
    ResultMatrix matrix_;
};

void draw_words(Painter& painter, const ResultMatrix::Words& words, base::Colour icon, base::Colour ink) {
    if (words.icon != nullptr) painter.text(*words.icon, words.icon_at, icon);
    if (words.text != nullptr) painter.text(*words.text, words.text_at, ink);
}

}  // namespace

bool is_matrix(const views::PollView& poll) {
    return poll.form.rule.method == methods::Method::matrix && poll.outcome;
}

ResultMatrix lay_out_matrix(Typesetter& type, const views::PollView& poll, const base::Rect& area,
                            const MatrixLook& look) {
    return MatrixBuilder(type, poll, area, look).build();
}

void draw_matrix(Painter& painter, const Palette& palette, const ResultMatrix& matrix) {
    const double scale = matrix.scale, round = 18 * scale;
    for (const auto& axis : matrix.axes) draw_words(painter, axis, palette.accent, palette.ink2);
    for (const auto& quarter : matrix.quarters) {
        painter.fill(quarter.area, round, quarter.first ? palette.accent_tint : palette.surface);
        painter.stroke(quarter.area.inset(scale), round, quarter.first ? palette.accent : palette.line,
                       (quarter.first ? 3 : 1) * scale);
        draw_words(painter, quarter.name, palette.accent, palette.ink);
    }
    for (const auto& idea : matrix.ideas) {
        painter.shadow(idea.area, 6 * scale, 12 * scale, std::min(0.5, 0.07 * (palette.dark ? 4 : 1)));
        painter.fill(idea.area, 6 * scale, palette.note("himmel"));
        painter.text(*idea.text, idea.text_at, palette.note_ink);
        draw_words(painter, idea.foot, palette.note_ink, palette.note_ink);
    }
    draw_words(painter, matrix.unplaced, palette.ink2, palette.ink2);
}

}  // namespace paint
