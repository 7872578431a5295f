// The clock of a method that goes by rounds, over the board.
#include "ui/board_rounds.hpp"

#include <algorithm>
#include <array>

#include "base/language.hpp"
#include "ui/table_sets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using RoundsDeed = intents::RunRounds::How;

constexpr std::size_t most_marked_items = 2000;  // a larger board is no sheet

struct RoundsButton {
    std::string_view id, icon;
    RoundsDeed how;
};

const views::BoardHead* head_in_rounds(const views::WallView& view, const base::Id& board) {
    const auto found =
        std::find_if(view.boards.begin(), view.boards.end(), [&board](const auto& head) { return head.id == board; });
    return found == view.boards.end() ? nullptr : &*found;
}

const model::BoardForm* form_with_clock(const std::vector<BoardChoice>& forms, const std::string& name) {
    const auto found = std::find_if(forms.begin(), forms.end(), [&name](const auto& one) { return one.name == name; });
    const auto* form = found == forms.end() ? nullptr : found->form.get();
    return form != nullptr && form->clock ? form : nullptr;
}

/// The board alone, or all that the tables have of the same.
std::vector<base::Id> boards_to_start(const views::WallView& view, const views::BoardHead& head) {
    for (const auto& set : table_sets(view.boards)) {
        const bool is_in =
            std::any_of(set.boards.begin(), set.boards.end(), [&head](const auto& one) { return one.id == head.id; });
        if (!is_in) continue;
        std::vector<base::Id> ids;
        for (const auto& one : set.boards) ids.push_back(one.id);
        return ids;
    }
    return {head.id};
}

base::Rect rounds_ground(Frame& frame, const base::Rect& area, base::Size size) {
    const base::Rect box{area.right() - frame.px(24) - size.w, area.y + frame.px(16), size.w, size.h};
    frame.block("rounds/ground", box);
    frame.painter.fill(box, frame.px(radius::control), base::with_alpha(frame.theme.surface, 0.92));
    frame.painter.stroke(box, frame.px(radius::control), frame.theme.line, frame.px(1));
    return box;
}

double rounds_row_high(Frame& frame) {
    return std::max(frame.px(touch::plain), frame.mm(20));
}

void draw_rounds_start(const views::WallView& view, const views::BoardHead& head, const model::FormClock& clock,
                       Frame& frame, const base::Rect& area, Intents& out) {
    ButtonLook look;
    look.icon = icon::play;
    const auto minutes = clock_digits(std::int64_t{clock.seconds} * 1000);
    const auto words = base::tr("wall.rounds.start", {{"rounds", std::to_string(clock.rounds)}, {"time", minutes}});
    const auto box = rounds_ground(frame, area, {button_width(frame, words, look), rounds_row_high(frame)});
    if (!button(frame, "rounds/start", box, words, look)) return;
    out.emplace_back(intents::RunRounds{RoundsDeed::start, boards_to_start(view, head)});
    frame.redraw_in(0);
}

std::string rounds_words(const views::RoundsView& rounds) {
    if (rounds.over) return base::tr("wall.rounds.over");
    if (rounds.showing) return base::tr("wall.rounds.showing");
    return base::tr("wall.rounds.round", {{"round", std::to_string(rounds.round)}, {"of", std::to_string(rounds.of)}});
}

/// What is shown of rounds that go on, and how wide it is in one row; px.
struct RoundsClock {
    RoundsClock(const views::WallView& view, const views::RoundsView& rounds, Frame& frame, double letters)
        : words(rounds_words(rounds)) {
        const bool runs = !rounds.paused && !rounds.over;
        const auto passed = runs ? frame.host_now_ms() - view.remote.room.now_ms : 0;
        const auto left = std::max<std::int64_t>(0, rounds.left_ms - passed);
        if (!rounds.over) digits = clock_digits(left);
        ink = ink_of(letters, paint::Weight::semibold, frame.theme.ink);
        const auto colour = rounds.paused ? frame.theme.ink3 : left < 10000 ? frame.theme.warn : frame.theme.ink;
        digits_ink = ink_of(letters * 1.4, paint::Weight::bold, colour, paint::Align::end);
        digits_ink.fixed_digits = true;
        words_wide = text_size(frame, words, ink).w + 2;
        digits_wide = digits.empty() ? 0 : text_size(frame, digits, digits_ink).w + frame.px(16);
        // The next second, and not more often.
        if (runs && left > 0) frame.redraw_in(static_cast<double>((left - 1) % 1000 + 1) / 1000);
    }
    double wide() const { return words_wide + digits_wide; }

    /// One after the other, or above each other where there is no room for that.
    void draw(Frame& frame, base::Rect place) const {
        if (wide() <= place.w + 1) {
            label(frame, place.cut_right(digits_wide), digits, digits_ink, "rounds/clock");
            label(frame, place, words, ink, "rounds");
            return;
        }
        auto above = ink, below = digits_ink;
        above.across = below.across = paint::Align::centre;
        above.least_design = std::min(32.0, ink.design);  // a room reads it
        if (digits.empty()) above.most_lines = 2;
        label(frame, digits.empty() ? place : place.cut_top(place.h / 2), words, above, "rounds");
        if (!digits.empty()) label(frame, place, digits, below, "rounds/clock");
    }

    std::string words, digits;
    Ink ink, digits_ink;
    double words_wide = 0, digits_wide = 0;
};

void draw_rounds_going(const views::WallView& view, const views::RoundsView& rounds, Frame& frame,
                       const base::Rect& area, Intents& out) {
    const std::array<RoundsButton, 4> buttons{
        {{rounds.paused ? "resume" : "pause", rounds.paused ? icon::play : icon::pause,
          rounds.paused ? RoundsDeed::resume : RoundsDeed::pause},
         {"again", icon::redo, RoundsDeed::again},
         {"skip", icon::right, RoundsDeed::skip},
         {"stop", icon::stop, RoundsDeed::stop}}};
    std::array<std::string, buttons.size()> names;
    std::array<double, buttons.size()> widths{};
    double buttons_wide = 0;
    ButtonLook look;
    look.kind = ButtonKind::quiet;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        names[i] = base::tr("wall.rounds." + std::string(buttons[i].id));
        look.icon = buttons[i].icon;
        buttons_wide += widths[i] = button_width(frame, names[i], look);
    }
    const RoundsClock clock(view, rounds, frame, 22);
    const double edge = frame.px(24), row = rounds_row_high(frame);
    // In two rows where one would reach the board's name.
    const bool one_row = clock.wide() + buttons_wide + 3 * edge <= area.w * 0.38;
    const auto size = one_row ? base::Size{clock.wide() + buttons_wide + 3 * edge, row}
                              : base::Size{std::max(clock.wide() + 2 * edge, buttons_wide), 2 * row};
    auto box = rounds_ground(frame, area, size);
    auto place = one_row ? box.cut_left(clock.wide() + 2 * edge) : box.cut_top(row);
    clock.draw(frame, place.inset(edge, 0));
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const auto& one = buttons[i];
        // What is over can only be put away, or done again.
        look.enabled = !rounds.over || one.how == RoundsDeed::again || one.how == RoundsDeed::stop;
        look.icon = one.icon;
        const auto id = "rounds/" + std::string(one.id);
        if (button(frame, id, box.cut_left(widths[i]), names[i], look)) {
            out.emplace_back(intents::RunRounds{one.how, {}});
            frame.redraw_in(0);
        }
    }
}

}  // namespace

void mark_rounds(const views::WallView& view, const Canvas& canvas, const Camera& camera, Frame& frame,
                 const base::Rect& area) {
    if (!view.rounds || view.rounds->fields.empty() || !view.rounds->has(canvas.board())) return;
    if (canvas.size() > most_marked_items) return;
    const Frame::Clip clip(frame, area);
    const auto& fields = view.rounds->fields;
    for (const auto* item : canvas.all()) {
        const bool is_of_round =
            item->type == model::ItemType::frame && std::find(fields.begin(), fields.end(), item->slot) != fields.end();
        if (!is_of_round) continue;
        const auto place = camera.to_window(item->place, area).inset(-frame.px(4));
        frame.painter.stroke(place, frame.px(radius::note), frame.theme.accent, frame.px(6));
        frame.say("rounds/marked/" + item->slot, item->text);
    }
}

void draw_rounds_card(const views::WallView& view, Frame& frame, const base::Rect& area, double letters) {
    if (!view.rounds) return;
    card(frame, area);
    RoundsClock(view, *view.rounds, frame, letters).draw(frame, area.inset(frame.px(20), frame.px(10)));
}

void draw_rounds_to_room(const views::WallView& view, Frame& frame, const base::Rect& area) {
    if (!view.rounds) return;
    const RoundsClock clock(view, *view.rounds, frame, 36);
    const double edge = frame.px(28), wide = clock.wide() + 2 * edge;
    const base::Rect box{area.right() - edge - wide, area.y + edge, wide, frame.px(96)};
    card(frame, box);
    clock.draw(frame, box.inset(edge, 0));
}

void draw_rounds(const views::WallView& view, const std::vector<BoardChoice>& forms, const base::Id& board,
                 Frame& frame, const base::Rect& area, Intents& out) {
    if (view.rounds) return draw_rounds_going(view, *view.rounds, frame, area, out);
    const auto* head = head_in_rounds(view, board);
    if (head == nullptr || head->session.empty() || !head->session_title.empty() || view.remote.room.ended) return;
    const auto* form = form_with_clock(forms, head->form);
    if (form == nullptr || views::is_gathered(table_sets(view.boards), *head)) return;
    draw_rounds_start(view, *head, *form->clock, frame, area, out);
}

}  // namespace ui
