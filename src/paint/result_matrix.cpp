#include "paint/result_matrix.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/language.hpp"
#include "paint/apart.hpp"

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

constexpr double list_edge = 16;

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
        const auto whole = rest_;
        add_axes();
        add_quarters();
        for (double text = look_.text; text > look_.text * 0.8; text *= 0.9) {
            if (add_cards(text)) return std::move(matrix_);
        }
        matrix_.axes.clear();
        matrix_.quarters.clear();
        matrix_.ideas.clear();
        rest_ = whole;
        add_letters();
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
        const auto name = axis_name("x");
        const double room = std::max(1.0, along.icon_at.x - px(10) - low.x);
        along.text = type_.set(name, style);
        if (along.text->size().w > room) along.text = type_.set(name, style, room);
        along.text_at = {along.icon_at.x - px(10) - along.text->size().w, low.centred(along.text->size()).y};
        matrix_.axes.push_back(std::move(along));
    }

    /// As large as lets every corner's name be read whole.
    TextStyle name_style(double wide) const {
        TextStyle style{.weight = Weight::bold, .line_height = 1.2, .most_lines = 1};
        for (double design = 24; design >= 16; --design) {
            style.size_px = px(design);
            if (std::all_of(corners.begin(), corners.end(), [&](const auto& corner) {
                    const double icon = icon_of(corner.icon, design)->size().w + px(10);
                    return icon + type_.set(matrix_text(corner.name), style)->size().w <= wide;
                })) {
                break;
            }
        }
        return style;
    }

    void add_quarters() {
        const double gap = px(8);
        const double wide = (rest_.w - gap) / 2, high = (rest_.h - gap) / 2;
        const double edge = wide < px(300) ? px(10) : px(20);
        const auto style = name_style(wide - 2 * edge);
        for (const auto& corner : corners) {
            ResultMatrix::Quarter quarter;
            quarter.area = {rest_.x + (corner.right ? wide + gap : 0), rest_.y + (corner.low ? high + gap : 0), wide,
                            high};
            quarter.first = corner.name == "quick_win";
            // At the outer edge, where no idea lies over it.
            auto inside = quarter.area.inset(edge, px(14));
            const auto row = corner.low ? inside.cut_bottom(px(36)) : inside.cut_top(px(36));
            quarter.name = in_row(row, corner.icon, matrix_text(corner.name), style);
            matrix_.quarters.push_back(std::move(quarter));
        }
    }

    bool is_free(const base::Rect& box) const {
        return std::all_of(matrix_.ideas.begin(), matrix_.ideas.end(),
                           [&](const auto& other) { return are_apart(box, other.area, px(6)); });
    }

    static bool is_divided(const methods::OutcomeRow& row) {
        const auto split = row.flags.find("split");
        return split != row.flags.end() && split->second;
    }

    std::string answers_of(const methods::OutcomeRow& row) const {
        return is_divided(row) ? base::tr("paint.agreement.divided") : base::tr_n("paint.answers", row.n);
    }

    std::string told_of(const methods::OutcomeRow& row) const {
        const auto number = [&row](const char* axis) {
            return std::to_string(std::llround(row.numbers.at(axis).value));
        };
        return axis_name("y") + " " + number("y") + " · " + axis_name("x") + " " + number("x") + " · " +
               answers_of(row);
    }

    ResultMatrix::Idea idea_of(const methods::OutcomeRow& row) const {
        ResultMatrix::Idea idea;
        idea.option = row.option;
        idea.title = label_of(row.option);
        idea.told = told_of(row);
        idea.first = row.quadrant == corners[0].name;
        return idea;
    }

    /// From the left and from above, 0–1.
    static base::Point share_of(const methods::OutcomeRow& row) {
        return {row.numbers.at("x").value / 100, 1 - row.numbers.at("y").value / 100};
    }

    // --- Cards.

    ResultMatrix::Words foot_in(const base::Rect& area, const methods::OutcomeRow& row, double text) const {
        return in_row(area, is_divided(row) ? icon_apart : "", look_.on_paper ? told_of(row) : answers_of(row),
                      {.size_px = px(text * 0.85), .line_height = 1.2, .most_lines = 1});
    }

    /// Wide enough for every foot.
    double card_width(double text) const {
        double wide = px(text * (look_.on_paper ? 18 : 11.5));
        for (const auto& row : poll_.outcome->rows) {
            if (row.n == 0) continue;
            const auto foot = foot_in({0, 0, px(100000), px(text)}, row, text);
            const double needed = foot.text_at.x + foot.text->size().w + 2 * px(text * 0.6);
            if (needed > wide) wide = needed + 1;
        }
        return wide;
    }

    void add_card(const methods::OutcomeRow& row, const base::Rect& area, double text) {
        auto idea = idea_of(row);
        idea.area = area;
        auto rest = area.inset(px(text * 0.6), px(text * 0.4));
        idea.foot = foot_in(rest.cut_bottom(px(text * 1.2)), row, text);
        idea.text = type_.fit(idea.title, {.size_px = px(text), .weight = Weight::medium, .line_height = 1.2},
                              {rest.w, rest.h + 1}, px(text * 0.8));
        idea.text_at = rest.top_left();
        matrix_.ideas.push_back(std::move(idea));
    }

    /// False when they would lie on each other, or be too narrow for their words.
    bool add_cards(double text) {
        matrix_.ideas.clear();
        // Below the corners' names, and clear of the edges.
        const auto field = rest_.inset(px(16), px(56));
        const base::Size size{card_width(text), std::min(px(text * 4.4), field.h / 2)};
        if (size.w > field.w / 2) return false;
        for (const auto& row : poll_.outcome->rows) {
            if (row.n == 0) continue;
            const auto share = share_of(row);
            const base::Rect card{field.x + share.x * (field.w - size.w), field.y + share.y * (field.h - size.h),
                                  size.w, size.h};
            if (!is_free(card)) return false;
            add_card(row, card, text);
            const auto& place = matrix_.ideas.back();
            matrix_.ideas.back().place =
                matrix_.ideas.back().dot = {place.area.x + share.x * size.w, place.area.y + share.y * size.h};
        }
        return true;
    }

    // --- Letters and their list.

    /// Smaller than this no title is set, design px.
    double least_text() const { return std::min(look_.text, 18.0); }

    /// As tablets do: by the option's place in the vote.
    std::string letter_of(const std::string& option) const {
        const auto& all = poll_.form.options;
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == option; });
        const auto index = found - all.begin();
        return index < 26 ? std::string(1, static_cast<char>('A' + index)) : std::to_string(index + 1);
    }

    /// The quarters one after another, much benefit first.
    std::vector<const methods::OutcomeRow*> listed_rows() const {
        std::vector<const methods::OutcomeRow*> rows;
        for (const auto& row : poll_.outcome->rows) {
            if (row.n > 0) rows.push_back(&row);
        }
        const auto quarter_of = [](const methods::OutcomeRow& row) {
            return std::find_if(corners.begin(), corners.end(),
                                [&](const auto& corner) { return corner.name == row.quadrant; }) -
                   corners.begin();
        };
        std::stable_sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) {
            const auto first = quarter_of(*a), second = quarter_of(*b);
            return first != second ? first < second : share_of(*a).y < share_of(*b).y;
        });
        return rows;
    }

    void add_letters() {
        const auto rows = listed_rows();
        const auto columns = std::clamp(
            std::ceil(static_cast<double>(rows.size()) * px(least_text() * 1.6) / std::max(1.0, rest_.h)), 1.0, 3.0);
        auto list = rest_.cut_right(list_width(rows, columns));
        rest_.cut_right(px(20));
        add_axes();
        add_quarters();
        for (const auto* row : rows) matrix_.ideas.push_back(idea_of(*row));
        add_dots(rows);
        // As high as the field that it tells of.
        const auto &top = matrix_.quarters.front().area, &low = matrix_.quarters.back().area;
        if (columns == 1) list = {list.x, top.y, list.w, low.bottom() - top.y};
        matrix_.list = list;
        add_list(rows, list.inset(px(list_edge), px(8)), static_cast<std::size_t>(columns));
    }

    /// What its longest title needs in one line, and no less than a third; the rest is for the field.
    double list_width(const std::vector<const methods::OutcomeRow*>& rows, double columns) const {
        if (columns > 1) return rest_.w * 0.56;
        const TextStyle style{.size_px = px(look_.text), .weight = Weight::medium, .line_height = 1.2};
        double title = 0;
        for (const auto* row : rows) {
            title = std::max({title, type_.set(label_of(row->option), style)->size().w,
                              type_.set(told_of(*row), list_foot())->size().w});
        }
        const double around = 2 * largest_dot() + px(12 + 2 * list_edge + 8);
        return std::clamp(title + around, rest_.w * 0.33, rest_.w * 0.44);
    }
    TextStyle list_foot() const {
        return {.size_px = px(std::max(look_.text * 0.7, 17.0)), .line_height = 1.2, .most_lines = 2};
    }
    double largest_dot() const { return px(std::clamp(look_.text * 0.8, 14.0, 24.0)); }

    void add_dots(const std::vector<const methods::OutcomeRow*>& rows) {
        const double room = std::sqrt(rest_.w * rest_.h / static_cast<double>(rows.size())) / 4;
        const double radius = matrix_.dot_radius = std::min(largest_dot(), room);
        // Below the corners' names, and clear of the edges.
        const auto field = rest_.inset(px(8) + radius, px(50) + radius);
        std::vector<DiscAt> discs;
        for (const auto* row : rows) {
            const auto share = share_of(*row);
            const base::Point at{field.x + share.x * field.w, field.y + share.y * field.h};
            const auto found = std::find_if(corners.begin(), corners.end(),
                                            [&](const auto& corner) { return corner.name == row->quadrant; });
            const auto& quarter = matrix_.quarters[static_cast<std::size_t>(found - corners.begin()) % corners.size()];
            discs.push_back({at, quarter.area.inset(radius).intersected(field)});
        }
        const auto middles = moved_apart(discs, 2 * radius + px(4));
        const TextStyle style{.size_px = radius * 1.15, .weight = Weight::bold, .line_height = 1, .most_lines = 1};
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto& idea = matrix_.ideas[i];
            idea.place = discs[i].place;
            idea.dot = middles[i];
            idea.letter = type_.set(letter_of(idea.option), style);
        }
    }

    void add_list(const std::vector<const methods::OutcomeRow*>& rows, const base::Rect& list, std::size_t columns) {
        const auto per_column = (rows.size() + columns - 1) / columns;
        const double between = px(16), many = static_cast<double>(columns);
        const double wide = (list.w - between * (many - 1)) / many;
        const double high = std::min(list.h / static_cast<double>(per_column), px(look_.text * 4.4));
        matrix_.list_radius = std::max(1.0, std::min(matrix_.dot_radius, high / 2 - px(1)));
        const double before = 2 * matrix_.list_radius + px(12);
        const auto small = list_foot();
        const auto foot_of = [&](const methods::OutcomeRow& row, const base::Rect& area) {
            return in_row(area, is_divided(row) ? icon_apart : "", told_of(row), small);
        };
        double foot_high = 0;
        for (const auto* row : rows) {
            foot_high = std::max(foot_high, foot_of(*row, {0, 0, wide - before, 0}).text->size().h);
        }
        // Where rows are low their titles stand alone.
        const bool with_foot = high - foot_high - px(8) >= px(least_text() * 1.2);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto& idea = matrix_.ideas[i];
            idea.area = {list.x + static_cast<double>(i / per_column) * (wide + between),
                         list.y + static_cast<double>(i % per_column) * high, wide, high};
            auto words = idea.area;
            words.cut_left(before);
            words = words.inset(0, px(1));
            idea.letter_at = {idea.area.x + matrix_.list_radius, idea.area.centre().y};
            if (with_foot) {
                idea.foot = foot_of(*rows[i], words.cut_bottom(foot_high + px(2)));
            } else if (is_divided(*rows[i])) {
                idea.foot.icon = icon_of(icon_apart, 18);
                const auto end = words.cut_right(idea.foot.icon->size().w + px(8));
                idea.foot.icon_at = {end.x + px(8), end.centred(idea.foot.icon->size()).y};
            }
            idea.text = type_.fit(idea.title, {.size_px = px(look_.text), .weight = Weight::medium, .line_height = 1.2},
                                  {words.w, words.h}, px(least_text()));
            const double down =
                with_foot ? words.h - idea.text->size().h : words.centred(idea.text->size()).y - words.y;
            idea.text_at = {words.x, words.y + std::max(0.0, down)};
        }
    }

    Typesetter& type_;
    const views::PollView& poll_;
    MatrixLook look_;
    base::Rect rest_;
    ResultMatrix matrix_;
};

}  // namespace

bool is_matrix(const views::PollView& poll) {
    return poll.form.rule.method == methods::Method::matrix && poll.outcome;
}

ResultMatrix lay_out_matrix(Typesetter& type, const views::PollView& poll, const base::Rect& area,
                            const MatrixLook& look) {
    return MatrixBuilder(type, poll, area, look).build();
}

}  // namespace paint
