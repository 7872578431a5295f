#include <algorithm>
#include <array>
#include <map>

#include "base/language.hpp"
#include "paint/aloud.hpp"
#include "paint/curve_labels.hpp"
#include "paint/journey.hpp"

namespace paint {
namespace {

constexpr double label_width = 124;
constexpr double column_gap = 6;
constexpr double lane_gap = 8;
constexpr double header_height = 56;
constexpr double cell_padding = 10;
constexpr double curve_height = 112;
constexpr double slim_lane_height = 112;  // for its name
constexpr double label_room = 62;         // above and below the curve, at least
constexpr double label_edge = 6;

constexpr const char* icon_step = "\uf256";
constexpr const char* icon_touchpoint = "\uf041";
constexpr const char* icon_need = "\uf08a";
constexpr const char* icon_question = "\uf059";
constexpr const char* icon_idea = "\uf0eb";
constexpr const char* icon_other = "\uf24a";
constexpr const char* icon_glad = "\uf118";
constexpr const char* icon_sad = "\uf119";

const char* icon_of(std::string_view type) {
    if (type == "step") return icon_step;
    if (type == "touchpoint") return icon_touchpoint;
    if (type == "need") return icon_need;
    if (type == "hmw") return icon_question;
    return type == "idea" ? icon_idea : icon_other;
}

std::string title_of(const std::string& type) {
    const auto key = "paint.lane." + type;
    const auto title = base::tr(key);
    return title == key ? base::tr("paint.lane.note") : title;
}

class JourneyBuilder {
  public:
    JourneyBuilder(Typesetter& type, const Journey& journey, std::span<const views::NoteView> notes,
                   const base::Rect& area, double scale, const StateOf& state, const Pages& pages)
        : type_(type), journey_(journey), notes_(notes), area_(area), y_(area.y), state_(state), pages_(pages) {
        board_.scale = scale;
        const auto count = static_cast<double>(journey.phases.size());
        column_ = (area.w - px(label_width) - px(column_gap) * count) / count;
    }

    JourneyBoard build() {
        add_headers();
        pages_.lead = has_headers() ? px(header_height + lane_gap) : 0;
        for (const auto& lane : journey_.lanes) {
            add_lane(lane);
            if (lane.type == "step") add_feelings();
        }
        const double end = y_ - (board_.lanes.empty() ? 0 : px(lane_gap));
        board_.height = end - area_.y;
        if (has_headers()) board_.again = pages_.tops_between(board_.phases.front().area.y, end);
        return std::move(board_);
    }

  private:
    double px(double design) const { return design * board_.scale; }
    base::Rect column(std::size_t phase, double height) const {
        const double x =
            area_.x + px(label_width) + px(column_gap) + static_cast<double>(phase) * (column_ + px(column_gap));
        return {x, y_, column_, height};
    }

    bool has_headers() const { return journey_.phases.size() != 1 || !journey_.phases[0].title.empty(); }

    void add_headers() {
        const TextStyle heading{.size_px = px(24), .weight = Weight::semibold, .most_lines = 1};
        const TextStyle small{.size_px = px(18), .weight = Weight::bold, .line_height = 1};
        if (!has_headers()) return;
        y_ = pages_.fit(y_, px(header_height + lane_gap + note_most_height));
        for (std::size_t i = 0; i < journey_.phases.size(); ++i) {
            JourneyBoard::Header header;
            header.area = column(i, px(header_height));
            header.disc = {header.area.x + px(16), header.area.y + px(12), px(32), px(32)};
            header.number = type_.set(std::to_string(i + 1), small);
            header.title = type_.set(journey_.phases[i].title, heading, std::max(1.0, header.area.w - px(76)));
            board_.phases.push_back(std::move(header));
        }
        y_ += px(header_height + lane_gap);
    }

    void set_label(JourneyBoard::LanePlace& lane, const std::string& type) {
        const TextStyle icon{.size_px = px(26), .face = Face::icon, .line_height = 1.1};
        const TextStyle title{.size_px = px(20), .weight = Weight::semibold, .line_height = 1.2, .most_lines = 3};
        lane.icon = type_.set(icon_of(type), icon);
        lane.icon_at = {lane.area.x + px(16), lane.area.y + px(18)};
        lane.title = type_.set(title_of(type), title, px(label_width - 24));
        lane.title_at = {lane.icon_at.x, lane.icon_at.y + px(38)};
    }

    void add_lane(const Journey::Lane& lane) {
        JourneyBoard::LanePlace place;
        y_ = pages_.fit(y_, px(note_most_height + cell_padding));
        double height = px(lane.slim ? slim_lane_height : note_least_height + 2 * cell_padding);
        for (std::size_t phase = 0; phase < lane.cells.size(); ++phase) {
            const auto first = board_.notes.size();
            for (const auto note : lane.cells[phase]) {
                const auto& view = notes_[note];
                const auto state = state_ ? state_(view.id) : NoteState{};
                board_.notes.push_back({note, view.id, card_of(view, lane.colour, state), {}});
                board_.notes.back().card.slim = lane.slim;
            }
            const auto inner = column(phase, 0).moved(px(cell_padding), px(cell_padding));
            const base::Rect rows{inner.x, inner.y, column_ - px(2 * cell_padding), 0};
            height = std::max(height, lay_out_rows(type_, board_.notes, first, rows, 200, board_.scale, pages_) +
                                          px(2 * cell_padding));
        }
        // No sliver of it on the next page.
        height = std::min(height, pages_.end_of(y_ + height - px(cell_padding)) - y_);
        place.area = {area_.x, y_, area_.w, height};
        for (const double top : pages_.tops_between(y_, y_ + height)) place.again.push_back(top + pages_.lead);
        for (std::size_t phase = 0; phase < lane.cells.size(); ++phase) place.cells.push_back(column(phase, height));
        set_label(place, lane.type);
        board_.lanes.push_back(std::move(place));
        y_ += height + px(lane_gap);
    }

    /// Steps stand evenly across their phase's column, as they are ordered.
    double x_of(const Journey::Feeling& feeling) const {
        const auto cell = column(feeling.phase, 0);
        return cell.x + cell.w * (static_cast<double>(feeling.place) + 0.5) / static_cast<double>(feeling.of);
    }

    void add_feelings() {
        if (journey_.feelings.empty()) return;
        lay_feelings(px(label_room), px(label_room));
        // Names of many lines need more above and below the curve; it is as high as ever.
        double above = px(label_room), below = above;
        const auto& area = board_.curve.area;
        for (const auto& point : board_.points) {
            const double label_end = point.label_at.y + point.label->size().h;
            above = std::max(above, area.y - std::min(point.label_at.y, point.value_at.y) + px(label_edge));
            below = std::max(below, label_end - area.bottom() + px(label_edge));
        }
        const double height = above + px(curve_height) + below;
        y_ = pages_.fit(y_, height);
        lay_feelings(above, below);
        for (std::size_t phase = 0; phase < journey_.phases.size(); ++phase) {
            board_.feelings_cells.push_back(column(phase, height));
        }
        label_feelings();
        y_ += height + px(lane_gap);
    }

    void lay_feelings(double above, double below) {
        board_.feelings_area = {area_.x, y_, area_.w, above + px(curve_height) + below};
        std::vector<FeelingAt> at;
        for (const auto& feeling : journey_.feelings) {
            // With half of what is between the columns, so that neighbours meet.
            const auto cell = column(feeling.phase, 0);
            const double half = px(column_gap) / 2 + 1, part = (cell.w + 2 * half) / static_cast<double>(feeling.of);
            const double from = cell.x - half + part * static_cast<double>(feeling.place);
            at.push_back({x_of(feeling), feeling.low, feeling.median, feeling.high, from, from + part});
        }
        auto plot = board_.feelings_area;
        plot.cut_left(px(label_width + column_gap));
        plot.cut_top(above);
        plot.cut_bottom(below);
        board_.curve = lay_out_curve(at, plot, journey_.lowest, journey_.highest, board_.scale);
        board_.points = label_curve(type_, board_.curve, journey_.feelings, board_.feelings_area.x + px(label_width),
                                    board_.feelings_area.right(), board_.scale);
    }

    void label_feelings() {
        const auto& area = board_.feelings_area;
        const TextStyle title{.size_px = px(20), .weight = Weight::semibold, .line_height = 1.2};
        const TextStyle count{.size_px = px(18), .weight = Weight::medium, .line_height = 1.2};
        const TextStyle face{.size_px = px(24), .face = Face::icon, .line_height = 1.1};
        board_.feelings_title = type_.set(base::tr("paint.lane.feeling"), title);
        board_.feelings_title_at = {area.x + px(16), area.y + px(18)};
        board_.feelings_count = type_.set(base::tr_n("paint.answers", journey_.answers), count);
        board_.feelings_count_at = {area.x + px(16), area.y + px(50)};
        board_.glad = type_.set(icon_glad, face);
        board_.glad_at = {area.x + px(94), area.y + px(16)};
        board_.sad = type_.set(icon_sad, face);
        board_.sad_at = {area.x + px(94), area.bottom() - px(44)};
    }

    Typesetter& type_;
    const Journey& journey_;
    std::span<const views::NoteView> notes_;
    base::Rect area_;
    double y_;
    double column_ = 0;
    const StateOf& state_;
    Pages pages_;
    JourneyBoard board_;
};

void draw_lane(Painter& painter, const Palette& palette, const base::Rect& area, const std::vector<base::Rect>& cells,
               double scale) {
    painter.fill(area, 18 * scale, palette.surface);
    painter.stroke(area, 18 * scale, palette.line, scale);
    for (const auto& cell : cells) {
        const double x = cell.x - 0.5 * scale;
        painter.line(std::array{base::Point{x, cell.y + scale}, base::Point{x, cell.bottom() - scale}}, palette.line,
                     scale);
    }
}

void draw_headers(Painter& painter, const Palette& palette, const JourneyBoard& board, std::size_t now, double by) {
    auto* const aloud = told_by(painter);
    for (std::size_t i = 0; i < board.phases.size(); ++i) {
        auto header = board.phases[i];
        const PartAloud words(aloud, [&] { return AloudPart{.order = order_in(0, i)}; });
        header.area.y += by;
        header.disc.y += by;
        const bool is_now = i == now;
        painter.fill(header.area, 12 * board.scale, palette.surface);
        painter.stroke(header.area, 12 * board.scale, is_now ? palette.accent : palette.line,
                       (is_now ? 2 : 1) * board.scale);
        painter.circle(header.disc.centre(), header.disc.w / 2, is_now ? palette.accent : palette.accent_tint);
        painter.text(*header.number, header.disc.centred(header.number->size()).top_left(),
                     is_now ? palette.on_accent : palette.accent);
        painter.text(*header.title, {header.area.x + 60 * board.scale, header.area.centred(header.title->size()).y},
                     palette.ink);
    }
}

/// After the lane that it stands below.
AloudPart aloud_feelings(const JourneyBoard& board) {
    const auto before = std::count_if(board.lanes.begin(), board.lanes.end(),
                                      [&board](const auto& lane) { return lane.area.y < board.feelings_area.y; });
    AloudPart part{.kind = AloudPart::Kind::picture, .order = order_in(static_cast<std::size_t>(before) + 1, 0) - 1};
    part.instead = std::string(board.feelings_title->text()) + ", " + std::string(board.feelings_count->text());
    for (const auto& point : board.points) {
        part.instead += "; " + std::string(point.label->text()) + ": " + std::string(point.value->text());
    }
    return part;
}

void draw_feelings(Painter& painter, const Palette& palette, const JourneyBoard& board) {
    if (board.feelings_area.empty()) return;
    const PartAloud picture(told_by(painter), [&] { return aloud_feelings(board); });
    draw_lane(painter, palette, board.feelings_area, board.feelings_cells, board.scale);
    painter.text(*board.feelings_title, board.feelings_title_at, palette.ink2);
    painter.text(*board.feelings_count, board.feelings_count_at, palette.ink3);
    painter.text(*board.glad, board.glad_at, palette.accent);
    painter.text(*board.sad, board.sad_at, palette.ink3);
    draw_curve(painter, palette, board.curve, board.scale);
    for (const auto& point : board.points) {
        // The dotted line and the band must not cross what is read.
        const base::Rect behind{point.value_at.x, point.value_at.y, point.value->size().w, point.value->size().h};
        painter.fill(behind.inset(-4 * board.scale, 0), 6 * board.scale, base::with_alpha(palette.surface, 0.8));
        painter.text(*point.label, point.label_at, palette.ink);
        painter.text(*point.value, point.value_at, palette.ink2);
    }
}

}  // namespace

JourneyBoard lay_out_journey(Typesetter& type, const Journey& journey, std::span<const views::NoteView> notes,
                             const base::Rect& area, double scale, double least_scale, const StateOf& state,
                             const Pages& pages) {
    constexpr double step = 0.92;
    for (double tried = scale;; tried = std::max(tried * step, least_scale)) {
        auto board = JourneyBuilder(type, journey, notes, area, tried, state, pages).build();
        if (board.height <= area.h || tried <= least_scale) return board;
    }
}

void draw_journey(Painter& painter, const Palette& palette, const JourneyBoard& board, std::size_t now) {
    draw_headers(painter, palette, board, now, 0);
    auto* const aloud = told_by(painter);
    for (std::size_t i = 0; i < board.lanes.size(); ++i) {
        const auto& lane = board.lanes[i];
        const PartAloud heading(aloud, [&] {
            auto part = aloud_heading(*lane.title, 1 + i, lane.area.top_left());
            part.instead = part.bookmark;  // its icon is a letter that nobody knows
            return part;
        });
        draw_lane(painter, palette, lane.area, lane.cells, board.scale);
        painter.text(*lane.icon, lane.icon_at, palette.accent);
        painter.text(*lane.title, lane.title_at, palette.ink2);
        for (const double y : lane.again) {
            painter.text(*lane.icon, {lane.icon_at.x, y + lane.icon_at.y - lane.area.y}, palette.accent);
            painter.text(*lane.title, {lane.title_at.x, y + lane.title_at.y - lane.area.y}, palette.ink2);
        }
    }
    draw_feelings(painter, palette, board);
    for (const double top : board.again) {
        const double by = top - board.phases.front().area.y;
        const auto& last = board.phases.back().area;
        painter.fill({board.lanes.front().area.x, top, last.right() - board.lanes.front().area.x + board.scale,
                      (header_height + lane_gap) * board.scale},
                     0, palette.paper);
        draw_headers(painter, palette, board, now, by);
    }
    for (const bool on_top : {false, true}) {
        for (const auto& note : board.notes) {
            if (note.card.state.dragged == on_top) draw_note(painter, palette, note.card, note.layout, board.scale);
        }
    }
}

}  // namespace paint
