#include "paint/code_cards.hpp"

#include <array>

#include "paint/aloud.hpp"
#include "paint/paper.hpp"
#include "paint/qr_card.hpp"

namespace paint {
namespace {

constexpr int cards_across = 2, cards_down = code_cards_on_page / cards_across;
constexpr base::Size a4_pt{595.28, 841.89};
constexpr double margin_pt = 28;
constexpr double card_wide_pt = (a4_pt.w - 2 * margin_pt) / cards_across;
constexpr double card_high_pt = (a4_pt.h - 2 * margin_pt) / cards_down;
constexpr auto card_ink = base::rgb(0x17211F), card_ink2 = base::rgb(0x4A5653), cut_line = base::rgb(0x8A9692);

/// "ABCD EFGH": in two halves it is read and typed with fewer mistakes.
std::string in_halves(const std::string& code) {
    const auto half = code.size() / 2;
    return code.substr(0, half) + " " + code.substr(half);
}

TextStyle card_style(double size, Weight weight) {
    TextStyle style;
    style.size_px = size;
    style.weight = weight;
    return style;
}

base::Done draw_code_card(Painter& painter, Typesetter& type, const CodeCards& cards, const std::string& code,
                          const base::Rect& area) {
    IR_TRY(const auto symbol, base::make_qr(cards.address + code));
    auto inside = area.inset(12, 14);
    const auto square = inside.cut_left(inside.h);
    draw_qr(painter, symbol, square);
    inside.cut_left(10);
    const auto line = [&](const std::string& text, double size, Weight weight, base::Colour colour, double gap) {
        if (text.empty()) return;
        const auto set = type.set(text, card_style(size, weight), inside.w);
        painter.text(*set, {inside.x, inside.y}, colour);
        inside.cut_top(set->size().h + gap);
    };
    line(cards.title, 11, Weight::semibold, card_ink2, 4);
    // As large as it fits on one line.
    auto large = card_style(22, Weight::bold);
    large.fixed_digits = true;
    large.most_lines = 1;
    const auto set = type.fit(in_halves(code), large, {inside.w, 30}, 12);
    painter.text(*set, {inside.x, inside.y}, card_ink);
    inside.cut_top(set->size().h + 6);
    line(cards.text, 10, Weight::regular, card_ink, 6);
    line(cards.where, 8.5, Weight::regular, card_ink2, 0);
    return {};
}

void draw_cuts(Painter& painter) {
    const auto cut = [&painter](base::Point from, base::Point to) {
        const std::array<base::Point, 2> points{from, to};
        painter.line(points, cut_line, 0.5);
    };
    for (int i = 0; i <= cards_across; ++i) {
        const double x = margin_pt + i * card_wide_pt;
        cut({x, 0}, {x, a4_pt.h});
    }
    for (int i = 0; i <= cards_down; ++i) {
        const double y = margin_pt + i * card_high_pt;
        cut({0, y}, {a4_pt.w, y});
    }
}

}  // namespace

base::Result<std::string> code_cards_to_pdf(Typesetter& type, const CodeCards& cards) {
    IR_TRY(auto document, Document::make(a4_pt, cards.title));
    for (std::size_t i = 0; i < cards.codes.size(); ++i) {
        const auto place = static_cast<int>(i % code_cards_on_page);
        if (place == 0 && i > 0) document.next_page();
        if (place == 0) draw_cuts(document.painter());
        const base::Rect area{margin_pt + place % cards_across * card_wide_pt,
                              margin_pt + place / cards_across * card_high_pt, card_wide_pt, card_high_pt};
        const PartAloud card(told_by(document.painter()), [i] { return AloudPart{.order = i}; });
        IR_DO(draw_code_card(document.painter(), type, cards, cards.codes[i], area));
    }
    return document.finish();
}

}  // namespace paint
