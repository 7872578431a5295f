#include "ui/reveal_matrix.hpp"

#include <algorithm>
#include <array>

#include "base/language.hpp"
#include "ui/session.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;

std::string matrix_text(std::string_view key) {
    return base::tr_page(base::language(), "matrix." + std::string(key));
}

/// Much benefit above, much effort to the right.
struct Corner {
    std::string_view name, icon;
    bool right = false, low = false;
};
constexpr std::array<Corner, 4> corners{{{"quick_win", icon::flash, false, false},
                                         {"big_bet", icon::calendar, true, false},
                                         {"fill_in", icon::tasks, false, true},
                                         {"avoid", icon::archive, true, true}}};

void draw_corners(Frame& frame, const base::Rect& field) {
    const double gap = frame.px(8);
    const double wide = (field.w - gap) / 2, high = (field.h - gap) / 2;
    for (const auto& corner : corners) {
        const base::Rect box{field.x + (corner.right ? wide + gap : 0), field.y + (corner.low ? high + gap : 0), wide,
                             high};
        CardLook look;
        look.flat = true;
        look.selected = corner.name == "quick_win";
        if (look.selected) look.fill = frame.theme.accent_tint;
        card(frame, box, look);
        // At the outer edge, where no idea lies over it.
        auto inside = box.inset(frame.px(20), frame.px(14));
        auto head = corner.low ? inside.cut_bottom(frame.px(36)) : inside.cut_top(frame.px(36));
        draw_icon(frame, head.cut_left(frame.px(30)), corner.icon, 24, frame.theme.accent);
        head.cut_left(frame.px(10));
        label(frame, head, matrix_text(corner.name), ink_of(24, Weight::bold, frame.theme.ink));
    }
}

/// The axes' names at their high ends: upwards at the left, to the right below.
base::Rect draw_axes(const views::PollView& poll, Frame& frame, base::Rect area) {
    const auto name = [&poll](std::string_view id) {
        for (const auto& criterion : poll.form.criteria) {
            if (criterion.id == id) return criterion.label;
        }
        return std::string();
    };
    const auto ink = ink_of(20, Weight::semibold, frame.theme.ink2);
    const auto up = name("y"), right = name("x");
    auto row = area.cut_bottom(frame.px(40));
    auto top = area.cut_top(frame.px(40));
    draw_icon(frame, top.cut_left(frame.px(28)), icon::up, 20, frame.theme.accent);
    top.cut_left(frame.px(8));
    label(frame, top, up, ink);
    auto end = row.cut_right(text_size(frame, right, ink).w + frame.px(42));
    draw_icon(frame, end.cut_right(frame.px(28)), icon::right, 20, frame.theme.accent);
    label(frame, end, right, ink);
    return area;
}

struct Placed {
    const methods::OutcomeRow* row = nullptr;
    base::Rect box;
};

bool meet(const base::Rect& a, const base::Rect& b, double apart) {
    return a.x < b.right() + apart && b.x < a.right() + apart && a.y < b.bottom() + apart && b.y < a.bottom() + apart;
}

/// Where each would lie, and then as near as there is room: those placed first stay.
std::vector<Placed> place_all(const std::vector<methods::OutcomeRow>& rows, Frame& frame, const base::Rect& field,
                              base::Size size) {
    std::vector<Placed> placed;
    const double apart = frame.px(6), step = frame.px(12);
    for (const auto& row : rows) {
        if (row.n == 0) continue;
        const double across = row.numbers.at("x").value / 100, upward = row.numbers.at("y").value / 100;
        const base::Point wanted{field.x + across * (field.w - size.w), field.y + (1 - upward) * (field.h - size.h)};
        base::Rect best{wanted.x, wanted.y, size.w, size.h};
        const auto is_free = [&](const base::Rect& box) {
            return std::none_of(placed.begin(), placed.end(),
                                [&](const Placed& other) { return meet(box, other.box, apart); });
        };
        // Rings around where it should lie; a picture that is full lets them cover each other.
        for (int ring = 0, rings = 40; ring < rings && !is_free(best); ++ring) {
            constexpr std::array<base::Point, 8> ways{base::Point{0, 1}, {0, -1}, {1, 0},  {-1, 0}, {1, 1},
                                                      {-1, 1},           {1, -1}, {-1, -1}};
            for (const auto& way : ways) {
                const base::Rect tried{std::clamp(wanted.x + way.x * step * ring, field.x, field.right() - size.w),
                                       std::clamp(wanted.y + way.y * step * ring, field.y, field.bottom() - size.h),
                                       size.w, size.h};
                if (!is_free(tried)) continue;
                best = tried;
                break;
            }
        }
        placed.push_back({&row, best});
    }
    return placed;
}

}  // namespace

void draw_matrix(const views::PollView& poll, Frame& frame, base::Rect area, double design) {
    const auto field = draw_axes(poll, frame, area);
    draw_corners(frame, field);
    // Below the corners' names, and clear of the edges.
    const auto inner = field.inset(frame.px(16), frame.px(56));
    const base::Size size{frame.px(design * 11.5), frame.px(design * 4.2)};
    auto ink = ink_of(design, Weight::medium, frame.theme.note_ink);
    ink.most_lines = 2;
    ink.line_height = 1.2;
    ink.down = paint::Align::start;
    for (const auto& [row, box] : place_all(poll.outcome->rows, frame, inner, size)) {
        frame.painter.shadow(box, frame.px(radius::note), frame.px(12), 0.07 * frame.theme.shadow);
        frame.painter.fill(box, frame.px(radius::note), frame.theme.note("himmel"));
        auto rest = box.inset(frame.px(design * 0.6), frame.px(design * 0.4));
        const auto id = "idea/" + row->option;
        auto foot = rest.cut_bottom(frame.px(design * 1.2));
        label(frame, rest, option_label(poll, row->option), ink, id);
        const auto split = row->flags.find("split");
        const bool divided = split != row->flags.end() && split->second;
        auto small = ink_of(design * 0.85, Weight::regular, frame.theme.note_ink);
        if (divided) {
            draw_icon(frame, foot.cut_left(frame.px(design)), icon::swap, design * 0.8, frame.theme.note_ink);
            foot.cut_left(frame.px(6));
        }
        label(frame, foot, divided ? base::tr("wall.result.split") : base::tr_n("wall.result.answers", row->n), small);
    }
}

}  // namespace ui
