#include "ui/register_parts.hpp"

#include <algorithm>

#include "base/language.hpp"

namespace ui {

std::string_view icon_of(ideas::Column column) {
    switch (column) {
        case ideas::Column::fresh:
            return icon::inbox;
        case ideas::Column::picture:
            return icon::comments;
        case ideas::Column::test:
            return icon::flask;
        case ideas::Column::introduce:
            return icon::gear;
        case ideas::Column::feedback:
            return icon::comment;
        case ideas::Column::archive:
            return icon::archive;
    }
    return icon::none;
}

std::string column_words(ideas::Column column) {
    return base::tr("wall.column." + std::string(ideas::column_name(column)));
}

void draw_parts(Frame& frame, const base::Rect& rect, int answered, bool in_a_row) {
    const auto& theme = frame.theme;
    const double high = frame.px(14), gap = frame.px(in_a_row ? 5 : 4);
    const double side = in_a_row ? std::min(frame.px(22), (rect.w - 3 * gap) / 4) : frame.px(14);
    for (int i = 0; i < 4; ++i) {
        const int column = in_a_row ? i : i % 2, line = in_a_row ? 0 : i / 2;
        const double top = in_a_row ? rect.centre().y - high / 2 : rect.centre().y - high - gap / 2;
        const base::Rect one{rect.x + column * (side + gap), top + line * (high + gap), side, high};
        if ((answered & (1 << i)) != 0) {
            frame.painter.fill(one, frame.px(4), theme.accent);
        } else {
            const double edge = std::max(1.0, frame.px(1.5));
            frame.painter.stroke(one.inset(edge / 2), frame.px(4), theme.line_control, edge);
        }
    }
}

void draw_age(Frame& frame, base::Rect rect, const RegisterRow& row, const std::string& words, bool at_end) {
    if (words.empty()) return;
    const auto& theme = frame.theme;
    const bool closed = row.card->state == ideas::State::closed;
    const bool good = row.standing.next == ideas::Next::write_result ||
                      (closed && row.card->text("outcome").find("implemented") != std::string::npos);
    Ink ink;
    ink.design = 18;
    ink.colour = theme.ink3;
    auto sign = at_end && !closed ? icon::clock : icon::none;
    if (row.standing.is_late()) {
        ink.colour = theme.warn;
        ink.weight = paint::Weight::semibold;
        sign = icon::warning;
    } else if (good) {
        ink.colour = theme.ok;
        ink.weight = paint::Weight::semibold;
        sign = icon::tick;
    } else if (closed) {
        sign = icon::stop;
    }
    const double sign_wide = sign.empty() ? 0 : frame.px(at_end ? 24 : 32);
    if (at_end) {
        const double wide = std::min(rect.w, text_size(frame, words, ink).w + sign_wide + 1);
        rect.cut_left(rect.w - wide);
    }
    if (!sign.empty()) draw_icon(frame, rect.cut_left(frame.px(20)), sign, 18, *ink.colour);
    if (!sign.empty()) rect.cut_left(sign_wide - frame.px(20));
    if (at_end) {
        ink.least_design = 14;
    } else {
        // Rows below each other are of one size: what is long takes two lines.
        ink.most_lines = 2;
        ink.line_height = 1.2;
    }
    label(frame, rect, words, ink);
}

std::string number_words(const ideas::IdeaCard& card) {
    return card.number.empty() ? base::tr("register.no_number") : card.number;
}

}  // namespace ui
