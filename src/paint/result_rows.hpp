#pragma once
#include <optional>
#include <string>
#include <vector>

#include "paint/note_card.hpp"
#include "paint/pages.hpp"
#include "paint/painter.hpp"
#include "paint/palette.hpp"
#include "paint/text.hpp"
#include "views/page.hpp"

namespace paint {

/// "4,5", "−0,5" or "2", as the program's language writes numbers; whole numbers without a
/// decimal unless asked for, as where all stand in a column.
std::string number_text(const methods::Ratio& ratio, bool whole_with_decimal = false);

/// One option of a vote that is revealed, as a row shows it.
struct ResultRow {
    std::string option, title;
    int rank = 0;  // 0: not ranked
    bool first = false, wildcard = false;
    struct Score {
        std::int64_t score = 0, count = 0;
    };
    std::vector<Score> scores;  // every score that could be given; empty where votes are counted
    double mean = 0;
    std::string number;               // what stands in large: "4,5" or the votes
    std::string_view unit = "votes";  // of the number: votes, yes, points, wins, chance
    std::optional<methods::Agreement> agreement;
    struct Share {
        std::string label, colour;  // of a criterion; both empty where there are none
        std::int64_t count = 0;
    };
    std::vector<Share> shares;  // parts of the bar where votes are counted
};
/// Empty until the vote's outcome is there. Rows as the outcome orders them.
std::vector<ResultRow> result_rows(const views::PollView& poll);

/// Where everything of the rows lies (mockup 06). Px of the target.
struct ResultBoard {
    struct Row {
        base::Rect area;  // to tap: its votes
        base::Rect disc;
        Text rank, title, number;
        base::Point title_at, number_at;
        Pill chip;  // agreement or wildcard; without text when there is nothing to say
        struct Circle {
            base::Point centre;
            double radius = 0;
            Text count;
        };
        std::vector<Circle> circles;  // area in proportion to the count
        double line_y = 0, line_from = 0, line_to = 0;
        double mean_x = 0, mean_y = 0;  // y: of the mark's upper edge
        struct Bar {
            base::Rect area;
            std::string colour;  // of a criterion; empty: the plain one
            Text count;          // null where it would not fit
            bool marked = true;  // has room for the criterion's mark before the count too
        };
        std::vector<Bar> bars;
    };
    base::Rect area;
    std::vector<Row> rows;
    struct Heading {
        Text text;
        base::Point at;
        std::string colour;  // a criterion's mark before it
    };
    std::vector<Heading> headings;
    double scale = 1, height = 0;
};

/// As large as fits `area`, between `scale` and `least_scale`; at that the rows come closer. Higher than `area` where
/// that is not enough. On pages no row is cut. Pure but for the typesetter.
ResultBoard lay_out_results(Typesetter& type, const std::vector<ResultRow>& rows, const base::Rect& area, double scale,
                            double least_scale, const Pages& pages = {});
/// Design px that headings and first row take: what stands above them keeps to them.
constexpr double results_least_height = 164;
/// The rows from `first_shown` on are drawn: a reveal shows the last place first.
void draw_results(Painter& painter, const Palette& palette, const std::vector<ResultRow>& rows,
                  const ResultBoard& board, std::size_t first_shown = 0);

}  // namespace paint
