// A free board on paper.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/language.hpp"
#include "paint/aloud.hpp"
#include "paint/board_sheet.hpp"
#include "paint/book_private.hpp"
#include "views/board_reading.hpp"

namespace paint {
namespace {

constexpr double head_scale = 0.45;  // points per design px of the title
constexpr double foot_letters_pt = 8.5;
constexpr double mark_length = 8, mark_width = 0.5;
const base::Colour mark_colour = base::rgb(0x5D6966);

class BoardPrint {
  public:
    BoardPrint(Typesetter& type, const BoardSheet& sheet, const BoardPages& pages, const LaidBoard& board,
               Document& document, const DrawProgress& progress)
        : type_(type), sheet_(sheet), pages_(pages), board_(board), document_(document), progress_(progress) {
        on_page_.resize(static_cast<std::size_t>(pages.columns) * static_cast<std::size_t>(pages.rows));
        const auto& items = board.items();
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto columns = pages.columns_of(items[i].extent), rows = pages.rows_of(items[i].extent);
            for (int row = rows.first; row <= rows.last; ++row) {
                for (int column = columns.first; column <= columns.last; ++column) at(column, row).push_back(i);
            }
        }
        for (const auto& page : on_page_) {
            all_ += static_cast<std::int64_t>(page.size());
            count_ += page.empty() ? 0 : 1;
        }
        count_ = std::max(count_, 1);
        find_reading();
    }

    base::Done draw() {
        int number = 0;
        for (int i = 0; i < pages_.columns * pages_.rows; ++i) {
            const int column = sheet_.by_columns ? i / pages_.rows : i % pages_.columns;
            const int row = sheet_.by_columns ? i % pages_.rows : i / pages_.columns;
            if (at(column, row).empty() && pages_.is_poster()) continue;
            if (number++ > 0) document_.next_page();
            IR_DO(draw_page(column, row));
            if (pages_.is_poster()) draw_marks(column, row);
            draw_foot(column, row, number);
        }
        draw_whole_texts();
        return {};
    }

  private:
    std::vector<std::size_t>& at(int column, int row) {
        return on_page_[static_cast<std::size_t>(row) * static_cast<std::size_t>(pages_.columns) +
                        static_cast<std::size_t>(column)];
    }

    base::Done draw_page(int column, int row) {
        auto& painter = document_.painter();
        if (!pages_.is_poster()) {
            const PartAloud title(told_by(painter), [] { return AloudPart{.kind = AloudPart::Kind::title}; });
            const double edge = pages_.area.x;
            draw_board_head(&painter, type_, sheet_, {edge, edge, pages_.area.w, 0}, head_scale);
        }
        const auto origin = pages_.origin(column, row);
        painter.push_clip(pages_.area);
        for (const auto index : at(column, row)) {
            if (done_++ % 32 == 0 && progress_ && !progress_(done_ - 1, all_)) {
                painter.pop_clip();
                return base::refuse(base::Code::closed, "stopped");
            }
            draw_part(board_.items()[index], index, origin);
        }
        painter.pop_clip();
        return {};
    }

    void draw_part(const LaidBoard::Laid& laid, std::size_t index, base::Point origin) {
        auto& painter = document_.painter();
        const auto draw = [&] {
            if (board_.draw(painter, type_, laid, origin, pages_.scale)) cut_.insert(index);
        };
        auto part = part_of(laid, index, origin);
        // What says nothing is part of the picture of the page.
        if (part.instead.empty() && laid.item->text.empty()) return draw();
        const PartAloud aloud(told_by(painter), [&part] { return std::move(part); });
        draw();
    }

    AloudPart part_of(const LaidBoard::Laid& laid, std::size_t index, base::Point origin) const {
        using Kind = AloudPart::Kind;
        const auto& item = *laid.item;
        const bool heads = item.type == model::ItemType::frame || laid.group.has_value();
        AloudPart part;
        part.order = 1 + read_at_[index];
        part.instead = said_instead(item);
        if (part.instead.empty() && read_at_[index] < reading_.size()) part.instead = reading_[read_at_[index]].instead;
        part.kind = heads ? Kind::heading : part.instead.empty() ? Kind::words : Kind::picture;
        if (item.language != sheet_.language) part.language = item.language;
        if (!heads) return part;
        part.bookmark = item.text.empty() ? part.instead : item.text;
        part.at = {origin.x + item.place.x * pages_.scale, origin.y + item.place.y * pages_.scale};
        return part;
    }

    void find_reading() {
        reading_ = views::reading_order(sheet_.form.get(), sheet_.language, sheet_.items);
        std::unordered_map<base::Id, std::size_t, base::IdHash> items, headings;
        for (std::size_t i = 0; i < reading_.size(); ++i) {
            (reading_[i].heading ? headings : items).emplace(reading_[i].id, i);
        }
        for (const auto& laid : board_.items()) {
            const auto& known = laid.group ? headings : items;
            const auto found = known.find(laid.item->id);
            read_at_.push_back(found != known.end() ? found->second : reading_.size() + read_at_.size());
        }
    }

    /// Where to cut, at the corners, and where the neighbour's edge is laid, at the sides that have one.
    void draw_marks(int column, int row) {
        auto& painter = document_.painter();
        const auto& area = pages_.area;
        const auto mark = [&](base::Point from, double dx, double dy) {
            painter.line(std::array{from, from + base::Point{dx, dy}}, mark_colour, mark_width);
        };
        for (const double x : {area.x, area.right()}) {
            mark({x, area.y - 2}, 0, -mark_length);
            mark({x, area.bottom() + 2}, 0, mark_length);
        }
        for (const double y : {area.y, area.bottom()}) {
            mark({area.x - 2, y}, -mark_length, 0);
            mark({area.right() + 2, y}, mark_length, 0);
        }
        if (column + 1 < pages_.columns) {
            mark({area.right() - pages_.overlap, area.y - 2}, 0, -mark_length / 2);
            mark({area.right() - pages_.overlap, area.bottom() + 2}, 0, mark_length / 2);
        }
        if (row + 1 < pages_.rows) {
            mark({area.x - 2, area.bottom() - pages_.overlap}, -mark_length / 2, 0);
            mark({area.right() + 2, area.bottom() - pages_.overlap}, mark_length / 2, 0);
        }
    }

    void draw_foot(int column, int row, int number) {
        auto left = sheet_.foot, right = std::string();
        if (pages_.is_poster()) {
            left = page_name(column, row) + " · " + sheet_.title;
            right = base::tr("paint.page", {{"page", std::to_string(number)}, {"pages", std::to_string(count_)}});
        }
        const double y = pages_.area.bottom() + 11;
        const double inset = mark_length + 4;  // beside the marks
        const double width = std::max(1.0, pages_.area.w - 2 * inset);
        const auto add = [&](const std::string& text, double part, Align align, double x) {
            if (text.empty()) return;
            const TextStyle style{.size_px = foot_letters_pt, .align = align, .most_lines = 1};
            document_.painter().text(*type_.set(text, style, width * part), {x, y}, board_print_palette().ink3);
        };
        const double edge = pages_.area.x + inset;
        {
            std::optional<PartAloud> title;  // a poster has none above it
            if (pages_.is_poster()) {
                title.emplace(told_by(document_.painter()),
                              [this] { return AloudPart{.kind = AloudPart::Kind::title, .instead = sheet_.title}; });
            }
            add(left, 0.75, Align::start, edge);
        }
        add(right, 0.25, Align::end, edge + width * 0.75);
    }

    /// What there was no room for: nobody can open a note on paper to read the rest.
    void draw_whole_texts() {
        if (cut_.empty()) return;
        constexpr double letters = 11, gap = 8;
        const auto room = base::Rect{0, 0, pages_.page.w, pages_.page.h}.inset(pages_.area.x);
        const auto palette = board_print_palette();
        double y = room.bottom();
        std::size_t read = 0;
        const auto add = [&](const std::string& text, const TextStyle& style, double after, AloudPart part) {
            if (text.empty()) return;
            const auto words = type_.set(text, style, room.w);
            if (y + words->size().h > room.bottom()) {
                document_.next_page();
                y = room.y;
            }
            part.order = order_in(1, read++);
            const PartAloud aloud(told_by(document_.painter()), [&part] { return std::move(part); });
            document_.painter().text(*words, {room.x, y}, palette.ink);
            y += words->size().h + after;
        };
        const TextStyle style{.size_px = letters, .line_height = 1.35};
        const TextStyle small{.size_px = foot_letters_pt};
        const auto title = base::tr("paint.board.whole_texts");
        add(title, {.size_px = 18, .weight = Weight::bold}, gap,
            {.kind = AloudPart::Kind::heading, .bookmark = title, .at = room.top_left()});
        for (const auto index : cut_) {
            const auto& item = *board_.items()[index].item;
            AloudPart part;
            if (item.language != sheet_.language) part.language = item.language;
            // Line by line: what is one line fits on a page.
            for (std::size_t from = 0; from <= item.text.size();) {
                const auto end = std::min(item.text.find('\n', from), item.text.size());
                const bool last = end == item.text.size();
                add(item.text.substr(from, end - from), style, last && item.author.empty() ? gap : 0, part);
                from = end + 1;
            }
            add(item.author, small, gap, {});
        }
    }

    Typesetter& type_;
    const BoardSheet& sheet_;
    const BoardPages& pages_;
    const LaidBoard& board_;
    Document& document_;
    const DrawProgress& progress_;
    std::vector<std::vector<std::size_t>> on_page_;  // items, lowest first
    std::vector<views::ReadItem> reading_;
    std::vector<std::size_t> read_at_;  // by item
    std::set<std::size_t> cut_;
    std::int64_t done_ = 0, all_ = 0;
    int count_ = 0;
};

}  // namespace

BoardChapter::BoardChapter(const BoardSheet& sheet, const BoardPaper& paper)
    : sheet_(sheet), board_(sheet), pages_(plan_board_pages(board_.extent(), paper)) {}

base::Done BoardChapter::draw(Document& document, Typesetter& type, const DrawProgress& progress) const {
    return BoardPrint(type, sheet_, pages_, board_, document, progress).draw();
}

base::Result<std::string> board_to_pdf(Typesetter& type, const BoardSheet& sheet, const BoardPaper& paper,
                                       const DrawProgress& progress) {
    const BoardChapter board(sheet, paper);
    IR_TRY(auto document, Document::make(board.page(), sheet.title));
    document.set_language(sheet.language);
    IR_DO(board.draw(document, type, progress));
    return document.finish();
}

}  // namespace paint
