#include "paint/idea_page.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/language.hpp"
#include "paint/aloud.hpp"
#include "paint/palette.hpp"
#include "paint/paper.hpp"

namespace paint {
namespace {

constexpr base::Size idea_paper_pt{595.28, 841.89};  // A4
constexpr double idea_margin_pt = 42, column_gap_pt = 26, foot_pt = 24;
constexpr double column_pt = (idea_paper_pt.w - 2 * idea_margin_pt - column_gap_pt) / 2;
constexpr double bottom_pt = idea_paper_pt.h - idea_margin_pt - foot_pt;
constexpr double body_size_pt = 10.5, smallest_pt = 7.5;
constexpr double photo_high_pt = 130;

struct SetPiece {
    Text text;
    base::Point at;
    base::Colour colour;
    std::size_t page = 0;
    AloudPart::Kind kind = AloudPart::Kind::words;
};

/// Fills columns from the top down, and then pages. What does not fit whole begins the next column.
class IdeaFlow {
  public:
    IdeaFlow(Typesetter& type, const IdeaPage& page, double scale) : type_(type), page_(page), scale_(scale) {
        set_head();
        for (const auto& part : page_.parts) set_part(part);
    }
    std::size_t pages() const { return at_page_ + 1; }
    const std::vector<SetPiece>& pieces() const { return pieces_; }
    double head_bottom() const { return head_bottom_; }
    const base::Rect& photo_place() const { return photo_place_; }

  private:
    TextStyle style(double size_pt, Weight weight) const { return {.size_px = size_pt * scale_, .weight = weight}; }
    double column_x() const { return idea_margin_pt + static_cast<double>(at_column_) * (column_pt + column_gap_pt); }
    double column_top() const { return at_page_ == 0 ? head_bottom_ + 14 : idea_margin_pt; }

    void set_head() {
        double y = idea_margin_pt;
        double wide = idea_paper_pt.w - 2 * idea_margin_pt;
        if (page_.photo && page_.photo->height > 0) {
            const double ratio = static_cast<double>(page_.photo->width) / page_.photo->height;
            const double photo_wide = std::min(photo_high_pt * ratio, wide * 0.4);
            photo_place_ = {idea_paper_pt.w - idea_margin_pt - photo_wide, y, photo_wide, photo_wide / ratio};
            wide -= photo_wide + column_gap_pt;
        }
        const auto put = [&](const std::string& text, const TextStyle& look, base::Colour colour, double after,
                             AloudPart::Kind kind) {
            if (text.empty()) return;
            const auto set = type_.set(text, look, wide);
            pieces_.push_back({set, {idea_margin_pt, y}, colour, 0, kind});
            y += set->size().h + after;
        };
        const auto palette = light_palette();
        put(page_.above, {.size_px = 10.5}, palette.ink2, 4, AloudPart::Kind::words);
        put(page_.title, {.size_px = 24, .weight = Weight::bold, .line_height = 1.15, .most_lines = 4}, palette.ink, 6,
            AloudPart::Kind::title);
        head_bottom_ = std::max(y, photo_place_.bottom()) + 8;
        y_ = column_top();
    }

    void next_column() {
        if (at_column_ == 0) {
            at_column_ = 1;
        } else {
            at_column_ = 0;
            ++at_page_;
        }
        y_ = column_top();
    }

    void make_room(double high) {
        if (y_ + high > bottom_pt && y_ > column_top()) next_column();
    }

    void put(const Text& text, base::Colour colour, AloudPart::Kind kind = AloudPart::Kind::words) {
        pieces_.push_back({text, {column_x(), y_}, colour, at_page_, kind});
        y_ += text->size().h;
    }

    void set_part(const IdeaPage::Part& part) {
        if (part.lines.empty()) return;
        const auto palette = light_palette();
        const auto heading = type_.set(part.heading, style(12, Weight::bold), column_pt);
        double before = heading->size().h + 3 * scale_;
        bool first = true;
        for (const auto& line : part.lines) {
            Text name;
            if (!line.name.empty()) name = type_.set(line.name, style(9, Weight::semibold), column_pt);
            auto body_style = style(body_size_pt, Weight::regular);
            // One that is longer than a whole column is cut there: the register has the rest.
            const double most = bottom_pt - idea_margin_pt - before - (name ? name->size().h : 0);
            body_style.most_lines =
                std::max(1, static_cast<int>(most / (body_style.size_px * body_style.line_height)) - 2);
            const auto body = type_.set(line.text, body_style, column_pt);
            // A heading is never alone at the end of a column.
            make_room((first ? before : 0) + (name ? name->size().h : 0) + body->size().h);
            if (first) {
                put(heading, palette.accent, AloudPart::Kind::heading);
                y_ += 3 * scale_;
            }
            first = false;
            before = 0;
            if (name) put(name, palette.ink2);
            put(body, palette.ink);
            y_ += 5 * scale_;
        }
        y_ += 9 * scale_;
    }

    Typesetter& type_;
    const IdeaPage& page_;
    double scale_;
    double y_ = 0, head_bottom_ = 0;
    std::size_t at_page_ = 0, at_column_ = 0;
    base::Rect photo_place_;
    std::vector<SetPiece> pieces_;
};

void draw_idea_foot(Painter& painter, Typesetter& type, const IdeaPage& page, std::size_t at, std::size_t count) {
    const auto palette = light_palette();
    const double wide = idea_paper_pt.w - 2 * idea_margin_pt;
    const double y = idea_paper_pt.h - idea_margin_pt - 10;
    const auto put = [&](const std::string& text, Align align) {
        if (text.empty()) return;
        const auto set = type.set(text, {.size_px = 8.5, .align = align, .most_lines = 1}, wide);
        painter.text(*set, {idea_margin_pt, y}, palette.ink3);
    };
    put(page.foot, Align::start);
    if (count < 2) return;
    put(base::tr("paint.page", {{"page", std::to_string(at + 1)}, {"pages", std::to_string(count)}}), Align::end);
}

}  // namespace

base::Result<std::string> idea_page_to_pdf(Typesetter& type, const IdeaPage& page) {
    IR_TRY(auto document, Document::make(idea_paper_pt, page.title));
    std::optional<IdeaFlow> flow;
    constexpr double least = smallest_pt / body_size_pt, step = 0.05;
    for (double scale = 1; scale > least + step / 2; scale -= step) {
        flow.emplace(type, page, scale);
        if (flow->pages() == 1) break;
    }
    if (flow->pages() > 1) flow.emplace(type, page, least);
    for (std::size_t at = 0; at < flow->pages(); ++at) {
        if (at > 0) document.next_page();
        auto& painter = document.painter();
        if (at == 0) {
            const std::array<base::Point, 2> rule{base::Point{idea_margin_pt, flow->head_bottom()},
                                                  base::Point{idea_paper_pt.w - idea_margin_pt, flow->head_bottom()}};
            painter.line(rule, light_palette().line, 1);
            if (page.photo) {
                const PartAloud photo(told_by(painter), [&flow] {
                    return AloudPart{.kind = AloudPart::Kind::picture,
                                     .order = flow->pieces().size(),
                                     .instead = base::tr("paint.board.image")};
                });
                painter.photo(*page.photo, {0, 0, 1, 1}, flow->photo_place(), 1);
            }
        }
        for (std::size_t i = 0; i < flow->pieces().size(); ++i) {
            const auto& piece = flow->pieces()[i];
            if (piece.page != at) continue;
            const PartAloud part(told_by(painter), [&piece, i] {
                AloudPart said{.kind = piece.kind, .order = i};
                if (piece.kind == AloudPart::Kind::heading) said.bookmark = piece.text->text();
                said.at = piece.at;
                return said;
            });
            painter.text(*piece.text, piece.at, piece.colour);
        }
        draw_idea_foot(painter, type, page, at, flow->pages());
    }
    return document.finish();
}

}  // namespace paint
