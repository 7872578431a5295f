#include <algorithm>
#include <array>
#include <cmath>

#include "base/language.hpp"
#include "paint/aloud.hpp"
#include "paint/mark.hpp"
#include "paint/result_rows.hpp"

namespace paint {
namespace {

constexpr double row_height = 112, least_row_height = 64;
constexpr double heading_height = 52;
constexpr double largest_circle = 33;  // radius, design px

constexpr const char* icon_star = "\uf005";
constexpr const char* icon_agree = "\uf058";
constexpr const char* icon_divided = "\uf0ec";
constexpr double number_width = 132;

const char* chip_icon(const ResultRow& row) {
    if (row.wildcard) return icon_star;
    return row.agreement == methods::Agreement::divided ? icon_divided : icon_agree;
}

std::string chip_of(const ResultRow& row) {
    if (row.wildcard) return base::tr("paint.wildcard");
    if (!row.agreement) return {};
    if (*row.agreement == methods::Agreement::agree) return base::tr("paint.agreement.agree");
    if (*row.agreement == methods::Agreement::mostly) return base::tr("paint.agreement.mostly");
    return base::tr("paint.agreement.divided");
}

class ResultBuilder {
  public:
    ResultBuilder(Typesetter& type, const std::vector<ResultRow>& rows, const base::Rect& area, double scale,
                  double row_high)
        : type_(type), rows_(rows), area_(area), row_high_(row_high) {
        board_.scale = scale;
        for (const auto& row : rows) {
            for (const auto& score : row.scores) most_ = std::max(most_, score.count);
            std::int64_t sum = 0;
            for (const auto& share : row.shares) sum += share.count;
            most_ = std::max(most_, sum);
        }
        chips_ = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !chip_of(row).empty(); });
        ranks_ = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.rank > 0; });
        title_x_ = px(ranks_ ? 104 : 28);
        // In a narrow place words come first: chips take no more than they need.
        const bool narrow = area.w < px(1000);
        const double rest = area.w - px(104 + number_width + 28) - (narrow ? chips_width() : px(chips_ ? 240 : 0));
        title_w_ = std::min(px(560), rest * (narrow ? 0.54 : 0.42));
        chart_x_ = area.x + px(104) + title_w_ + px(24);
        chart_w_ = rest - title_w_ - px(24);
        number_right_ = chart_x_ + chart_w_ + px(number_width);
    }

    ResultBoard build(const Pages& pages) {
        const double given = area_.y;
        double y = area_.y = pages.fit(area_.y, px(results_least_height));
        if (!rows_.empty()) {
            add_headings();
            y += px(heading_height);
        }
        const double top = y;
        for (const auto& row : rows_) {
            y = pages.fit(y, px(row_high_));
            add_row(row, {area_.x, y, area_.w, px(row_high_)});
            y += px(row_high_);
        }
        board_.area = {area_.x, top, area_.w, y - top};
        board_.height = y - given;
        return std::move(board_);
    }

  private:
    double px(double design) const { return design * board_.scale; }
    double x_of(const ResultRow& row, double score) const {
        const double low = static_cast<double>(row.scores.front().score);
        const double range = std::max(1.0, static_cast<double>(row.scores.back().score) - low);
        return chart_x_ + px(40) + (chart_w_ - px(80)) * (score - low) / range;
    }

    double chips_width() const {
        double wide = 0;
        for (const auto& row : rows_) {
            const auto text = chip_of(row);
            if (text.empty()) continue;
            wide = std::max(wide, lay_out_pill(type_, chip_icon(row), text, {}, board_.scale, 44, px(240)).area.w);
        }
        return wide > 0 ? wide + px(12) : 0;
    }

    /// What the parts of the bars are, between option and number where there is room for all of their names; else the
    /// legend tells.
    void add_share_headings(const ResultRow& row, const TextStyle& style, double end) {
        std::vector<Text> names;
        double x = chart_x_ + px(26);
        for (const auto& share : row.shares) {
            names.push_back(share.label.empty() ? nullptr : type_.set(share.label, style));
            if (names.back() != nullptr) x += names.back()->size().w + px(50);
        }
        if (x - px(50) + px(16) > end) return;
        x = chart_x_ + px(26);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i] == nullptr) continue;
            board_.headings.push_back({names[i], {x, area_.y + px(18)}, row.shares[i].colour});
            x += names[i]->size().w + px(50);
        }
    }

    void add_headings() {
        const TextStyle style{.size_px = px(20), .weight = Weight::semibold};
        const auto add = [&](const std::string& text, double x, double align) {
            auto set = type_.set(text, style);
            const double left = x - set->size().w * align;
            board_.headings.push_back({std::move(set), {left, area_.y + px(18)}, {}});
        };
        const auto& first = rows_.front();
        add(base::tr("paint.result.option"), area_.x + title_x_, 0);
        if (first.scores.empty()) {
            add(base::tr("paint.result." + std::string(first.unit)), number_right_, 1);
            add_share_headings(first, style, board_.headings.back().at.x);
            return;
        }
        for (const auto& score : first.scores) {
            add(number_text(methods::ratio(score.score, 1)), x_of(first, static_cast<double>(score.score)), 0.5);
        }
        add(base::tr("paint.result.mean"), number_right_, 1);
        if (chips_) add(base::tr("paint.result.spread"), number_right_ + px(28), 0);
    }

    void add_scores(const ResultRow& row, ResultBoard::Row& place) {
        const TextStyle style{.size_px = px(20), .weight = Weight::semibold, .line_height = 1};
        place.line_y = place.area.centre().y + px(6);
        place.line_from = x_of(row, static_cast<double>(row.scores.front().score));
        place.line_to = x_of(row, static_cast<double>(row.scores.back().score));
        place.mean_x = x_of(row, row.mean);
        place.mean_y =
            std::max(place.area.y + px(1), place.line_y - px(std::min(largest_circle, row_high_ * 0.26) + 19));
        for (const auto& score : row.scores) {
            if (score.count == 0) continue;
            const double share = static_cast<double>(score.count) / static_cast<double>(most_);
            ResultBoard::Row::Circle circle{{x_of(row, static_cast<double>(score.score)), place.line_y},
                                            px(std::min(largest_circle, row_high_ * 0.26)) * std::sqrt(share),
                                            type_.set(std::to_string(score.count), style)};
            place.circles.push_back(std::move(circle));
        }
    }

    void add_bars(const ResultRow& row, ResultBoard::Row& place) {
        const TextStyle style{.size_px = px(20), .weight = Weight::semibold, .line_height = 1};
        double x = chart_x_;
        for (const auto& share : row.shares) {
            const double width =
                chart_w_ * static_cast<double>(share.count) / static_cast<double>(std::max<std::int64_t>(most_, 1));
            ResultBoard::Row::Bar bar{{x, place.area.centre().y - px(20), width, px(40)}, share.colour, nullptr};
            // A plain bar's number stands in large beside it already.
            auto count = type_.set(std::to_string(share.count), style);
            const double number = count->size().w;
            bar.marked = number + px(40) < width;
            if (!share.colour.empty() && number + px(4) < width) bar.count = std::move(count);
            place.bars.push_back(std::move(bar));
            x += width;
        }
    }

    void add_row(const ResultRow& row, const base::Rect& area) {
        ResultBoard::Row place;
        place.area = area;
        const double disc = std::min(56.0, row_high_ - 12);
        place.disc = {area.x + px(24), area.centre().y - px(disc / 2), px(disc), px(disc)};
        if (row.rank > 0) {
            place.rank =
                type_.set(std::to_string(row.rank), {.size_px = px(28), .weight = Weight::bold, .line_height = 1});
        }
        place.title = type_.fit(
            row.title, {.size_px = px(28), .weight = row.first ? Weight::bold : Weight::semibold, .line_height = 1.18},
            {title_w_ + px(104) - title_x_, area.h - px(row_high_ < row_height ? 8 : 24)}, px(20));
        place.title_at = {area.x + title_x_, area.centred(place.title->size()).y};
        place.number = type_.set(row.number,
                                 {.size_px = px(48), .weight = Weight::bold, .line_height = 1.1, .fixed_digits = true});
        place.number_at = {number_right_ - place.number->size().w, area.centred(place.number->size()).y};
        if (const auto chip = chip_of(row); !chip.empty()) {
            const base::Point at{number_right_ + px(28), area.centre().y - px(22)};
            place.chip = lay_out_pill(type_, chip_icon(row), chip, at, board_.scale, 44, area.right() - at.x - px(12));
        }
        if (row.scores.empty()) {
            add_bars(row, place);
        } else {
            add_scores(row, place);
        }
        board_.rows.push_back(std::move(place));
    }

    Typesetter& type_;
    const std::vector<ResultRow>& rows_;
    base::Rect area_;
    double row_high_;
    std::int64_t most_ = 1;
    bool chips_ = false, ranks_ = false;
    double title_x_ = 0, title_w_ = 0, chart_x_ = 0, chart_w_ = 0, number_right_ = 0;
    ResultBoard board_;
};

void draw_scores(Painter& painter, const Palette& palette, const ResultBoard::Row& place, bool first, double scale) {
    painter.line(std::array{base::Point{place.line_from, place.line_y}, base::Point{place.line_to, place.line_y}},
                 palette.line, 2 * scale);
    for (const auto& circle : place.circles) {
        painter.circle(circle.centre, circle.radius, first ? palette.data2 : palette.data3);
        const auto size = circle.count->size();
        if (circle.radius * 2 > size.h * 0.9) {
            painter.text(*circle.count, {circle.centre.x - size.w / 2, circle.centre.y - size.h / 2},
                         palette.dark && !first ? palette.ink : palette.note_ink);
        } else if (circle.centre.y + circle.radius + 2 * scale + size.h <= place.area.bottom()) {
            painter.text(*circle.count, {circle.centre.x - size.w / 2, circle.centre.y + circle.radius + 2 * scale},
                         palette.ink2);
        } else {
            // In a low row it stands beside, a little lower than the line.
            painter.text(*circle.count, {circle.centre.x + circle.radius + 3 * scale, circle.centre.y + 2 * scale},
                         palette.ink2);
        }
    }
    if (place.circles.empty()) return;
    const double top = place.mean_y;
    const double half = 11 * scale;
    painter.polygon(std::array{base::Point{place.mean_x - half, top}, base::Point{place.mean_x + half, top},
                               base::Point{place.mean_x, top + 15 * scale}},
                    palette.ink);
}

struct ChipColours {
    base::Colour back, ink;
};
ChipColours chip_colours(const Palette& palette, const ResultRow& row) {
    if (row.wildcard) return {palette.accent_tint, palette.accent};
    if (row.agreement == methods::Agreement::agree) return {palette.ok_back, palette.ok};
    if (row.agreement == methods::Agreement::divided) return {palette.warn_back, palette.warn};
    return {palette.sunken, palette.ink2};
}

/// The tint of a row, round where the card is.
void draw_tint(Painter& painter, const ResultBoard& board, const base::Rect& area, base::Colour colour) {
    const double radius = 18 * board.scale;
    auto rest = area;
    if (area.y <= board.area.y) painter.fill(rest.cut_top(2 * radius), radius, colour);
    if (area.bottom() >= board.area.bottom() - 0.5) painter.fill(rest.cut_bottom(2 * radius), radius, colour);
    const double up = rest.y > area.y + 0.5 ? radius : 0;
    const double down = rest.bottom() < area.bottom() - 0.5 ? radius : 0;
    painter.fill({rest.x, rest.y - up, rest.w, rest.h + up + down}, 0, colour);
}

void draw_row(Painter& painter, const Palette& palette, const ResultRow& row, const ResultBoard::Row& place,
              double scale) {
    if (place.rank != nullptr) {
        painter.circle(place.disc.centre(), place.disc.w / 2, row.first ? palette.accent : palette.sunken);
        painter.text(*place.rank, place.disc.centred(place.rank->size()).top_left(),
                     row.first ? palette.on_accent : palette.ink);
    }
    painter.text(*place.title, place.title_at, palette.ink);
    painter.text(*place.number, place.number_at, palette.ink);
    if (!row.scores.empty()) draw_scores(painter, palette, place, row.first, scale);
    for (const auto& bar : place.bars) {
        const auto plain = row.first ? palette.data1 : palette.data3;
        painter.fill(bar.area, 4 * scale, bar.colour.empty() ? plain : palette.note(bar.colour));
        if (bar.count == nullptr) continue;
        auto at = bar.area.centred(bar.count->size()).top_left();
        if (!bar.marked) {
            painter.text(*bar.count, at, palette.note_ink);
            continue;
        }
        at.x = bar.area.x + 30 * scale;
        draw_mark(painter, note_colour(bar.colour).mark,
                  {bar.area.x + 8 * scale, bar.area.centre().y - 8 * scale, 16 * scale, 16 * scale},
                  base::mix(palette.note(bar.colour), palette.note_ink, 0.72));
        painter.text(*bar.count, at, palette.note_ink);
    }
    if (place.chip.text != nullptr) {
        const auto colours = chip_colours(palette, row);
        draw_pill(painter, place.chip, colours.back, colours.ink, scale);
    }
}

}  // namespace

ResultBoard lay_out_results(Typesetter& type, const std::vector<ResultRow>& rows, const base::Rect& area, double scale,
                            double least_scale, const Pages& pages) {
    constexpr double step = 0.92;
    for (double tried = scale;; tried = std::max(tried * step, least_scale)) {
        auto board = ResultBuilder(type, rows, area, tried, row_height).build(pages);
        if (board.height <= area.h) return board;
        if (tried <= least_scale) break;
    }
    // Then the rows come closer, but what is read in them stays as large.
    const double free = area.h / least_scale - heading_height;
    const double high =
        std::clamp(free / static_cast<double>(std::max<std::size_t>(1, rows.size())), least_row_height, row_height);
    return ResultBuilder(type, rows, area, least_scale, pages.height > 0 ? row_height : high).build(pages);
}

void draw_results(Painter& painter, const Palette& palette, const std::vector<ResultRow>& rows,
                  const ResultBoard& board, std::size_t first_shown) {
    auto* const aloud = told_by(painter);
    for (std::size_t i = 0; i < board.headings.size(); ++i) {
        const auto& heading = board.headings[i];
        const PartAloud words(aloud, [i] { return AloudPart{.order = order_in(0, i)}; });
        painter.text(*heading.text, heading.at, palette.ink2);
        if (heading.colour.empty()) continue;
        const double side = 18 * board.scale;
        const double y = heading.at.y + (heading.text->size().h - side) / 2;
        draw_mark(painter, note_colour(heading.colour).mark, {heading.at.x - side - 8 * board.scale, y, side, side},
                  palette.ink2);
    }
    if (board.rows.empty()) return;
    const double radius = 18 * board.scale;
    painter.shadow(board.area, radius, 12 * board.scale, 0.07);
    painter.fill(board.area, radius, palette.surface);
    for (std::size_t i = first_shown; i < board.rows.size(); ++i) {
        if (rows[i].first) draw_tint(painter, board, board.rows[i].area, palette.accent_tint);
        {
            const PartAloud words(aloud, [i] { return AloudPart{.order = order_in(1, i)}; });
            draw_row(painter, palette, rows[i], board.rows[i], board.scale);
        }
        if (i + 1 == board.rows.size()) continue;
        const double y = board.rows[i].area.bottom();
        painter.line(std::array{base::Point{board.area.x, y}, base::Point{board.area.right(), y}}, palette.line,
                     board.scale);
    }
    painter.stroke(board.area, radius, palette.line, board.scale);
}

}  // namespace paint
