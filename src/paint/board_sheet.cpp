// A free board in one piece: as SVG and as PNG.
#include "paint/board_sheet.hpp"

#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "paint/laid_board_private.hpp"
#include "paint/paper.hpp"
#include "paint/svg_painter.hpp"
#include "views/board_reading.hpp"

namespace paint {
namespace {

constexpr double around_piece = 40;  // design px
constexpr double least_piece_width = 900;
constexpr std::int64_t told_each = 32;

/// Where the board and its words stand in a picture of its own; design px.
struct OnePiece {
    OnePiece(Typesetter& type, const BoardSheet& sheet, const LaidBoard& board) {
        size.w = std::max(board.extent().w + 2 * around_piece, least_piece_width);
        head = {around_piece, around_piece, size.w - 2 * around_piece, 0};
        head.h = draw_board_head(nullptr, type, sheet, head, 1);
        const double top_of_board = head.bottom() + 24;
        origin = {around_piece - board.extent().x, top_of_board - board.extent().y};
        foot_y = top_of_board + board.extent().h + 16;
        size.h = foot_y + (sheet.foot.empty() ? 0 : 24) + around_piece;
    }
    base::Size size;
    base::Rect head;
    base::Point origin;
    double foot_y = 0;
};

void draw_piece_foot(Painter& painter, Typesetter& type, const BoardSheet& sheet, const OnePiece& piece) {
    if (sheet.foot.empty()) return;
    const auto foot = type.set(sheet.foot, {.size_px = 18, .most_lines = 1}, piece.head.w);
    painter.text(*foot, {around_piece, piece.foot_y}, board_print_palette().ink3);
}

/// Each item by `draw`, told now and then.
template <class Draw>
base::Done draw_all(const LaidBoard& board, const DrawProgress& progress, Draw draw) {
    std::int64_t done = 0;
    const auto all = static_cast<std::int64_t>(board.items().size());
    for (const auto& laid : board.items()) {
        if (done++ % told_each == 0 && progress && !progress(done, all)) {
            return base::refuse(base::Code::closed, "stopped");
        }
        draw(laid);
    }
    return {};
}

}  // namespace

base::Done check_picture_size(base::Size size, double scale) {
    const double w = std::ceil(size.w * scale), h = std::ceil(size.h * scale);
    if (w <= most_picture_side && h <= most_picture_side && w * h <= most_picture_px) return {};
    const auto whole = [](double value) { return std::to_string(std::llround(value)); };
    return base::refuse(base::Code::too_large,
                        base::tr("paint.board.png_too_large",
                                 {{"wide", whole(w)}, {"high", whole(h)}, {"most", whole(most_picture_side)}}));
}

base::Result<std::string> board_to_svg(Typesetter& type, const BoardSheet& sheet, const DrawProgress& progress) {
    IR_DO(check_fonts());
    const LaidBoard board(sheet);
    const OnePiece piece(type, sheet, board);
    SvgPainter painter(piece.size);
    for (const auto& [hash, photo] : sheet.photos) {
        const auto original = sheet.originals.find(hash);
        if (original != sheet.originals.end()) painter.take_original(*photo, original->second);
    }
    draw_board_head(&painter, type, sheet, piece.head, 1);
    const auto lines = views::say_lines(sheet.items);
    IR_DO(draw_all(board, progress, [&](const LaidBoard::Laid& laid) {
        const auto& item = *laid.item;
        auto instead = said_instead(item);
        if (const auto line = lines.find(item.id); instead.empty() && line != lines.end()) instead = line->second;
        // Words that there is no room for can be read all the same.
        if (instead.empty() && set_item_text(type, item, 1).cut) instead = item.text;
        const bool other = !item.language.empty() && item.language != sheet.language;
        const bool grouped = other || !instead.empty();
        if (grouped) painter.begin_group(instead, other ? item.language : std::string());
        board.draw(painter, type, laid, piece.origin, 1);
        if (grouped) painter.end_group();
    }));
    draw_piece_foot(painter, type, sheet, piece);
    return painter.finish(sheet.title, sheet.language);
}

base::Result<std::string> board_to_png(Typesetter& type, const BoardSheet& sheet, std::optional<double> scale,
                                       const DrawProgress& progress) {
    IR_DO(check_fonts());
    const LaidBoard board(sheet);
    const OnePiece piece(type, sheet, board);
    if (scale) IR_DO(check_picture_size(piece.size, *scale));
    const double w = piece.size.w, h = piece.size.h;
    const double most = std::min(most_picture_side / std::max(w, h), std::sqrt(most_picture_px / (w * h)));
    // A hair less, for px are whole.
    IR_TRY(auto picture, Picture::make(piece.size, scale.value_or(std::min(2.0, most * 0.999))));
    auto& painter = picture.painter();
    draw_board_head(&painter, type, sheet, piece.head, 1);
    IR_DO(draw_all(board, progress,
                   [&](const LaidBoard::Laid& laid) { board.draw(painter, type, laid, piece.origin, 1); }));
    draw_piece_foot(painter, type, sheet, piece);
    return picture.to_png();
}

}  // namespace paint
