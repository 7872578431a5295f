#include "paint/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <utility>

#include "base/language.hpp"
#include "paint/aloud.hpp"
#include "paint/book_private.hpp"
#include "paint/journey.hpp"
#include "paint/result_matrix.hpp"
#include "paint/result_rows.hpp"
#include "paint/slice.hpp"
#include "paint/svg_painter.hpp"

namespace paint {
namespace {

constexpr double margin = 48;
constexpr double no_limit = 1e9;
constexpr double page_top = 84, page_foot = 96;  // of a page of several, around its part of the board
constexpr double matrix_height = 960;            // with its heading on one sheet
constexpr double most_sheet_side_px = 19000;
constexpr double most_sheet_px = 90e6;

/// The light theme on white paper.
Palette print_palette() {
    auto palette = light_palette();
    palette.paper = base::rgb(0xFFFFFF);
    return palette;
}

/// Everything of a sheet, laid out once from the top down, to be drawn as often as there are pages.
class Laid {
  public:
    Laid(Typesetter& type, const Sheet& sheet, double scale, double from, const Pages& pages)
        : type_(type), sheet_(sheet), scale_(scale), y_(from), pages_(pages) {
        add_text(sheet_.title, {.size_px = px(44), .weight = Weight::bold, .line_height = 1.15}, palette_.ink, 6,
                 AloudPart::Kind::title);
        add_text(sheet_.subtitle, {.size_px = px(22)}, palette_.ink2, 28, AloudPart::Kind::words);
        for (const auto& person : sheet_.persons) add_person(person);
        if (!sheet_.persons.empty()) y_ += px(18);
        add_board();
        for (const auto& poll : sheet_.polls) add_results(poll);
    }
    Laid(const Laid&) = delete;
    Laid& operator=(const Laid&) = delete;
    double height() const { return y_; }
    void draw(Painter& painter) const {
        auto* const aloud = told_by(painter);
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (aloud != nullptr) aloud->begin_section(i);
            pieces_[i](painter);
        }
    }

  private:
    double px(double design) const { return design * scale_; }
    base::Rect rest() const { return {px(margin), y_, px(sheet_width - 2 * margin), no_limit}; }

    void add_text(const std::string& text, const TextStyle& style, base::Colour colour, double after,
                  AloudPart::Kind kind) {
        if (text.empty()) return;
        const auto layout = type_.set(text, style, rest().w);
        const base::Point at{px(margin), y_};
        pieces_.emplace_back([=](Painter& painter) {
            const PartAloud part(told_by(painter), [&] {
                return kind == AloudPart::Kind::heading ? aloud_heading(*layout, 0, at) : AloudPart{.kind = kind};
            });
            painter.text(*layout, at, colour);
        });
        y_ += layout->size().h + px(after);
    }

    /// Notes are drawn one by one, each a part. `place` tells under which heading the note is read, and what is said
    /// before it.
    template <class Place>
    void draw_notes(Painter& painter, const std::vector<PlacedNote>& notes, double scale, const Place& place) const {
        auto* const aloud = told_by(painter);
        for (std::size_t i = 0; i < notes.size(); ++i) {
            const auto& note = notes[i];
            const PartAloud part(aloud, [&] {
                const auto [group, before] = place(note.layout.area.centre());
                auto said = part_of_note(sheet_.notes[note.note], before);
                said.order = order_in(group, 1 + i);
                return said;
            });
            draw_note(painter, palette_, note.card, note.layout, scale);
        }
    }

    /// Words say themselves, but not what a photo shows and not in which column they stand.
    static AloudPart part_of_note(const views::NoteView& note, const std::string& before) {
        AloudPart part;
        if (note.language != base::language()) part.language = note.language;
        if (!note.photo && before.empty()) return part;
        part.instead = before + (before.empty() ? "" : ": ") + note.text;
        if (note.photo) {
            part.kind = AloudPart::Kind::picture;
            part.instead += (note.text.empty() ? "" : " ") +
                            (note.photo->shows.empty() ? base::tr("paint.board.image")
                                                       : base::tr("paint.note.shows", {{"shows", note.photo->shows}}));
        }
        if (!note.author.empty()) part.instead += " (" + note.author + ")";
        return part;
    }

    NoteState state_of(const base::Id& id) const {
        NoteState state;
        state.whole = true;
        const auto note =
            std::find_if(sheet_.notes.begin(), sheet_.notes.end(), [&id](const auto& one) { return one.id == id; });
        if (note == sheet_.notes.end() || !note->photo) return state;
        const auto photo = sheet_.photos.find(note->photo->hash);
        if (photo != sheet_.photos.end()) state.thumbnail = photo->second;
        return state;
    }

    void add_person(const Person& person) {
        const auto place = rest();
        const double edge = px(4);  // the line around it is not on the edge of a page
        auto card = lay_out_person(type_, person, {place.x, y_ + edge}, place.w, scale_);
        const double top = pages_.fit(y_, card.area.h + 2 * edge);
        if (top > y_) card = lay_out_person(type_, person, {place.x, top + edge}, place.w, scale_);
        y_ = card.area.bottom() + px(18);
        pieces_.emplace_back(
            [this, card = std::move(card)](Painter& painter) { draw_person(painter, palette_, card, scale_); });
    }

    void add_board() {
        if (sheet_.notes.empty()) return;
        const auto look = [this](const base::Id& note) { return state_of(note); };
        if (sheet_.phases.empty()) {
            auto wall = lay_out_idea_wall(type_, sheet_.notes, sheet_.clusters, rest(), scale_, scale_, look, pages_);
            y_ += wall.height + px(36);
            auto notes = std::exchange(wall.notes, {});
            pieces_.emplace_back([this, wall = std::move(wall), notes = std::move(notes)](Painter& painter) {
                draw_idea_wall(painter, palette_, wall);
                draw_notes(painter, notes, wall.scale, [&wall](base::Point at) {
                    const auto cluster = std::find_if(wall.clusters.begin(), wall.clusters.end(),
                                                      [at](const auto& one) { return one.area.contains(at); });
                    return std::pair(static_cast<std::size_t>(cluster - wall.clusters.begin()), std::string());
                });
            });
            return;
        }
        // Cards look at its colours.
        auto journey = std::make_shared<const Journey>(journey_of(sheet_.notes, sheet_.phases, sheet_.polls));
        auto board = lay_out_journey(type_, *journey, sheet_.notes, rest(), scale_, scale_, look, pages_);
        y_ += board.height + px(36);
        auto notes = std::exchange(board.notes, {});
        pieces_.emplace_back([this, journey, board = std::move(board), notes = std::move(notes)](Painter& painter) {
            draw_journey(painter, palette_, board);
            draw_notes(painter, notes, board.scale, [&board](base::Point at) {
                const auto lane = std::find_if(board.lanes.begin(), board.lanes.end(),
                                               [at](const auto& one) { return one.area.contains(at); });
                const auto phase = std::find_if(board.phases.begin(), board.phases.end(), [at](const auto& one) {
                    return at.x >= one.area.x && at.x <= one.area.right();
                });
                return std::pair(1 + static_cast<std::size_t>(lane - board.lanes.begin()),
                                 phase == board.phases.end() ? std::string() : phase->title->text());
            });
        });
    }

    void add_matrix(const views::PollView& poll) {
        const double high = px(matrix_height);
        y_ = pages_.fit(y_, px(80) + high);
        add_text(poll.question, {.size_px = px(28), .weight = Weight::bold}, palette_.ink, 0, AloudPart::Kind::heading);
        auto place = rest();
        place.h = high;
        y_ += high + px(36);
        pieces_.emplace_back([this, matrix = lay_out_matrix(type_, poll, place, {.scale = scale_, .on_paper = true})](
                                 Painter& painter) { draw_matrix(painter, palette_, matrix); });
    }

    void add_objections(const views::PollView& poll) {
        y_ = pages_.fit(y_, px(160));
        add_text(poll.question, {.size_px = px(28), .weight = Weight::bold}, palette_.ink, 12,
                 AloudPart::Kind::heading);
        for (const auto& one : poll.outcome->objections) {
            const TextStyle style{.size_px = px(24), .line_height = 1.25};
            const auto text = "– " + one.text + (one.n > 1 ? " × " + std::to_string(one.n) : "");
            y_ = pages_.fit(y_, type_.set(text, style, rest().w)->size().h);
            add_text(text, style, palette_.ink, 12, AloudPart::Kind::words);
        }
        y_ += px(24);
    }

    void add_results(const views::PollView& poll) {
        if (is_matrix(poll)) return add_matrix(poll);
        if (poll.outcome && poll.outcome->method == methods::Method::consent) return add_objections(poll);
        auto rows = result_rows(poll);
        if (rows.empty()) return;
        y_ = pages_.fit(y_, px(80 + results_least_height));
        add_text(poll.question, {.size_px = px(28), .weight = Weight::bold}, palette_.ink, 0, AloudPart::Kind::heading);
        auto board = lay_out_results(type_, rows, rest(), scale_, scale_, pages_);
        y_ += board.height + px(36);
        pieces_.emplace_back([this, rows = std::move(rows), board = std::move(board)](Painter& painter) {
            draw_results(painter, palette_, rows, board);
        });
    }

    Typesetter& type_;
    const Sheet& sheet_;
    double scale_;
    double y_;
    Pages pages_;
    Palette palette_ = print_palette();
    std::vector<std::function<void(Painter&)>> pieces_;
};

/// Design px, with its foot.
double whole_height(const Laid& laid, double scale) {
    return std::max(laid.height() / scale + 60 + margin, sheet_least_height);
}

void draw_foot(Painter& painter, Typesetter& type, const std::string& text, double scale, double height, Align align) {
    if (text.empty()) return;
    const auto foot = type.set(text, {.size_px = 18 * scale, .align = align}, (sheet_width - 2 * margin) * scale);
    painter.text(*foot, {margin * scale, (height - margin) * scale - foot->size().h}, print_palette().ink3);
}

/// A page's part of the board between what is said on every page: whose board it is, and which page.
void draw_page(Painter& painter, Typesetter& type, const Sheet& sheet, const Laid& laid, const Pages& pages,
               double scale, std::size_t page, std::size_t count) {
    {
        const double top = static_cast<double>(page) * pages.height;
        Slice slice(painter, {0, top, sheet_width * scale, pages.height}, page_top * scale);
        laid.draw(slice);
    }
    if (page > 0 && !sheet.title.empty()) {
        const TextStyle style{.size_px = 22 * scale, .weight = Weight::semibold, .most_lines = 1};
        const auto title = type.set(sheet.title, style, (sheet_width - 2 * margin) * scale);
        painter.text(*title, {margin * scale, 40 * scale}, print_palette().ink2);
    }
    draw_foot(painter, type, sheet.foot, scale, sheet_least_height, Align::start);
    const auto words = base::tr("paint.page", {{"page", std::to_string(page + 1)}, {"pages", std::to_string(count)}});
    draw_foot(painter, type, words, scale, sheet_least_height, Align::end);
}

}  // namespace

double sheet_height(Typesetter& type, const Sheet& sheet) {
    return whole_height(Laid(type, sheet, 1, margin, {}), 1);
}

void draw_sheet(Painter& painter, Typesetter& type, const Sheet& sheet, double scale) {
    const Laid laid(type, sheet, scale, margin * scale, {});
    laid.draw(painter);
    draw_foot(painter, type, sheet.foot, scale, whole_height(laid, scale), Align::start);
}

base::Size sheet_page(double page_width_pt) {
    return {page_width_pt, page_width_pt * sheet_least_height / sheet_width};
}

base::Done draw_sheet_pages(Document& document, Typesetter& type, const Sheet& sheet, double page_width_pt,
                            const DrawProgress& progress) {
    const double scale = page_width_pt / sheet_width;
    const auto goes_on = [&progress](std::size_t done, std::size_t of) {
        return !progress || progress(static_cast<std::int64_t>(done), static_cast<std::int64_t>(of));
    };
    if (!goes_on(0, 1)) return base::refuse(base::Code::closed, "stopped");
    if (sheet_height(type, sheet) <= sheet_least_height) {
        draw_sheet(document.painter(), type, sheet, scale);
        return {};
    }
    const Pages pages{(sheet_least_height - page_top - page_foot) * scale};
    const Laid laid(type, sheet, scale, 0, pages);
    const auto count = static_cast<std::size_t>(std::max(1.0, std::ceil((laid.height() - 36 * scale) / pages.height)));
    for (std::size_t page = 0; page < count; ++page) {
        if (page > 0 && !goes_on(page, count)) return base::refuse(base::Code::closed, "stopped");
        if (page > 0) document.next_page();
        draw_page(document.painter(), type, sheet, laid, pages, scale, page, count);
    }
    return {};
}

base::Result<std::string> sheet_to_pdf(Typesetter& type, const Sheet& sheet, double page_width_pt,
                                       const DrawProgress& progress) {
    IR_TRY(auto document, Document::make(sheet_page(page_width_pt), sheet.title));
    IR_DO(draw_sheet_pages(document, type, sheet, page_width_pt, progress));
    return document.finish();
}

base::Result<std::string> sheet_to_png(Typesetter& type, const Sheet& sheet, double scale) {
    IR_DO(check_fonts());
    const double height = sheet_height(type, sheet);
    if (scale > 0) IR_DO(check_picture_size({sheet_width, height}, scale));
    if (scale <= 0) {
        scale = std::min({2.0, most_sheet_side_px / height, std::sqrt(most_sheet_px / (height * sheet_width))});
    }
    IR_TRY(auto picture, Picture::make({sheet_width * scale, height * scale}));
    draw_sheet(picture.painter(), type, sheet, scale);
    return picture.to_png();
}

base::Result<std::string> sheet_to_svg(Typesetter& type, const Sheet& sheet) {
    IR_DO(check_fonts());
    SvgPainter painter({sheet_width, sheet_height(type, sheet)});
    draw_sheet(painter, type, sheet, 1);
    return painter.finish(sheet.title, base::language());
}

}  // namespace paint
