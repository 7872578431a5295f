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

/// What the tables have made, on one board: its rounds have been.
bool is_merged_board(const views::WallView& view, const views::BoardHead& head) {
    if (head.table != 0) return false;
    const auto sets = table_sets(view.boards);
    return std::any_of(sets.begin(), sets.end(), [&head](const TableSet& set) {
        return set.form == head.form && set.made_at_ms < head.made_at_ms;
    });
}

base::Rect rounds_ground(Frame& frame, const base::Rect& area, double wide) {
    const double high = std::max(frame.px(touch::plain), frame.mm(20));
    const base::Rect box{area.right() - frame.px(24) - wide, area.y + frame.px(16), wide, high};
    frame.block("rounds/ground", box);
    frame.painter.fill(box, frame.px(radius::control), base::with_alpha(frame.theme.surface, 0.92));
    return box;
}

void draw_rounds_start(const views::WallView& view, const views::BoardHead& head, const model::FormClock& clock,
                       Frame& frame, const base::Rect& area, Intents& out) {
    ButtonLook look;
    look.icon = icon::play;
    const auto minutes = clock_digits(std::int64_t{clock.seconds} * 1000);
    const auto words = base::tr("wall.rounds.start", {{"rounds", std::to_string(clock.rounds)}, {"time", minutes}});
    const auto box = rounds_ground(frame, area, button_width(frame, words, look));
    if (!button(frame, "rounds/start", box, words, look)) return;
    out.emplace_back(intents::RunRounds{RoundsDeed::start, boards_to_start(view, head)});
    frame.redraw_in(0);
}

std::string rounds_words(const views::RoundsView& rounds) {
    if (rounds.over) return base::tr("wall.rounds.over");
    if (rounds.showing) return base::tr("wall.rounds.showing");
    return base::tr("wall.rounds.round", {{"round", std::to_string(rounds.round)}, {"of", std::to_string(rounds.of)}});
}

void draw_rounds_going(const views::WallView& view, const views::RoundsView& rounds, Frame& frame,
                       const base::Rect& area, Intents& out) {
    const bool runs = !rounds.paused && !rounds.over;
    const auto passed = runs ? frame.host_now_ms() - view.remote.room.now_ms : 0;
    const auto left = std::max<std::int64_t>(0, rounds.left_ms - passed);
    const std::array<RoundsButton, 4> buttons{
        {{rounds.paused ? "resume" : "pause", rounds.paused ? icon::play : icon::pause,
          rounds.paused ? RoundsDeed::resume : RoundsDeed::pause},
         {"again", icon::redo, RoundsDeed::again},
         {"skip", icon::right, RoundsDeed::skip},
         {"stop", icon::stop, RoundsDeed::stop}}};
    const auto words = rounds_words(rounds);
    const auto ink = ink_of(22, paint::Weight::semibold, frame.theme.ink);
    const double side = std::max(frame.px(touch::plain), frame.mm(20));
    const double words_wide = text_size(frame, words, ink).w + 2, digits_wide = frame.px(130);
    auto box = rounds_ground(frame, area,
                             words_wide + digits_wide + frame.px(32) + static_cast<double>(buttons.size()) * side);
    box.cut_left(frame.px(16));
    label(frame, box.cut_left(words_wide), words, ink, "rounds");
    const auto colour = rounds.paused ? frame.theme.ink3 : left < 10000 ? frame.theme.warn : frame.theme.ink;
    const auto place = box.cut_left(digits_wide);
    draw_digits(frame, place, clock_digits(left), 40, colour);
    frame.say("rounds/clock", clock_digits(left));
    box.cut_left(frame.px(16));
    for (const auto& one : buttons) {
        // What is over can only be put away, or done again.
        const bool has_meaning = !rounds.over || one.how == RoundsDeed::again || one.how == RoundsDeed::stop;
        ButtonLook look;
        look.kind = ButtonKind::quiet;
        look.icon = one.icon;
        look.enabled = has_meaning;
        const auto id = "rounds/" + std::string(one.id);
        if (button(frame, id, box.cut_left(side), {}, look)) {
            out.emplace_back(intents::RunRounds{one.how, {}});
            frame.redraw_in(0);
        }
        frame.say(id, base::tr("wall.rounds." + std::string(one.id)));
    }
    // The next second, and not more often.
    if (runs && left > 0) frame.redraw_in(static_cast<double>((left - 1) % 1000 + 1) / 1000);
}

}  // namespace

void mark_rounds(const CanvasScene& scene, const views::WallView& view) {
    if (!view.rounds || view.rounds->fields.empty() || !view.rounds->has(scene.canvas.board())) return;
    if (scene.canvas.size() > most_marked_items) return;
    auto& frame = scene.frame;
    const Frame::Clip clip(frame, scene.view);
    const auto& fields = view.rounds->fields;
    for (const auto* item : scene.canvas.all()) {
        const bool is_of_round =
            item->type == model::ItemType::frame && std::find(fields.begin(), fields.end(), item->slot) != fields.end();
        if (!is_of_round) continue;
        const auto place = scene.camera.to_window(item->place, scene.view).inset(-frame.px(4));
        frame.painter.stroke(place, frame.px(radius::note), frame.theme.accent, frame.px(6));
        frame.say("rounds/marked/" + item->slot, item->text);
    }
}

void draw_rounds(const views::WallView& view, const std::vector<BoardChoice>& forms, const base::Id& board,
                 Frame& frame, const base::Rect& area, Intents& out) {
    if (view.rounds) return draw_rounds_going(view, *view.rounds, frame, area, out);
    const auto* head = head_in_rounds(view, board);
    if (head == nullptr || head->session.empty() || !head->session_title.empty() || view.remote.room.ended) return;
    const auto* form = form_with_clock(forms, head->form);
    if (form != nullptr && !is_merged_board(view, *head))
        draw_rounds_start(view, *head, *form->clock, frame, area, out);
}

}  // namespace ui
