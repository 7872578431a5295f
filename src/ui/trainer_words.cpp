#include <algorithm>
#include <cmath>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/trainer_parts.hpp"

namespace ui {
namespace {

using base::tr;

/// The block's words as they are read aloud, one paragraph after the other.
class Words {
  public:
    Words(Frame& frame, double text_size, double width) : frame_(frame), size_(text_size), width_(width) {}

    void section(std::string_view sign, std::string_view key, const std::vector<std::string>& texts, bool spoken,
                 double design) {
        if (texts.empty()) return;
        parts_.push_back({Part::heading, std::string(sign), tr(key), 20});
        for (const auto& text : texts) parts_.push_back({Part::text, {}, spoken ? "”" + text + "”" : text, design});
    }
    void tips(const std::vector<std::string>& texts, std::string_view sign) {
        for (const auto& text : texts) parts_.push_back({Part::tip, std::string(sign), text, 22});
    }

    double height() const {
        double high = 0;
        for (const auto& part : parts_) high += height_of(part);
        return high;
    }
    void draw(base::Rect rest, const Scroll& scroll) const {
        for (const auto& part : parts_) {
            const auto place = rest.cut_top(height_of(part));
            if (scroll.shows(place)) draw_part(part, place);
        }
    }

  private:
    struct Part {
        enum Kind { heading, text, tip } kind;
        std::string sign, words;
        double design;
    };
    Ink ink_of(const Part& part) const {
        Ink ink;
        ink.design = part.design * (part.kind == Part::heading ? 1 : size_);
        ink.most_lines = 0;
        ink.down = paint::Align::start;
        ink.line_height = 1.35;
        if (part.kind == Part::heading) {
            ink.weight = paint::Weight::semibold;
            ink.colour = frame_.theme.accent;
            ink.down = paint::Align::centre;
        }
        return ink;
    }
    double height_of(const Part& part) const {
        if (part.kind == Part::heading) return frame_.px(44);
        const double side = part.kind == Part::tip ? frame_.px(64) : 0;
        const double high = text_size(frame_, part.words, ink_of(part), width_ - side).h;
        return high + frame_.px(part.kind == Part::tip ? 28 + 12 : 14);
    }
    void draw_part(const Part& part, base::Rect place) const {
        const auto& theme = frame_.theme;
        if (part.kind == Part::tip) {
            place.cut_bottom(frame_.px(12));
            frame_.painter.fill(place, frame_.px(radius::control), theme.paper);
            place = place.inset(frame_.px(16), frame_.px(14));
            draw_icon(frame_, place.cut_left(frame_.px(22)).cut_top(frame_.px(28)), part.sign, 22, theme.accent);
            place.cut_left(frame_.px(10));
        }
        if (part.kind == Part::heading) {
            draw_icon(frame_, place.cut_left(frame_.px(24)), part.sign, 22, theme.accent);
            place.cut_left(frame_.px(10));
        }
        label(frame_, place, part.words, ink_of(part));
    }

    Frame& frame_;
    double size_, width_;
    std::vector<Part> parts_;
};

/// Steps of the block as chips: done with a tick, the present one filled; a tap goes there.
void draw_phases(TrainerScreen& mine, const views::RemoteView& remote, Frame& frame, base::Rect row, Intents& out) {
    if (!remote.room.block) return;
    const auto& theme = frame.theme;
    const auto& phases = remote.phases;
    const auto now = std::find(phases.begin(), phases.end(), remote.room.block->phase);
    double wide = 0;
    Ink ink;
    ink.weight = paint::Weight::medium;
    const auto width_of = [&](const std::string& phase) {
        return text_size(frame, phase_text(phase), ink).w + frame.px(28 + 40);
    };
    for (const auto& phase : phases) wide += width_of(phase) + frame.px(12);
    Scroll scroll(frame, "phases", row, wide, Zone::Axis::along_x);
    auto line = scroll.content();
    for (auto phase = phases.begin(); phase != phases.end(); ++phase) {
        const auto cell = line.cut_left(width_of(*phase)).centred({width_of(*phase), frame.px(touch::secondary)});
        line.cut_left(frame.px(12));
        const bool on = phase == now, done = phase < now;
        const auto words = phase_text(*phase);
        const auto name = "phase/" + *phase;
        const auto press = frame.press(name, cell, !on);
        frame.say(name, words);
        frame.painter.fill(cell, cell.h / 2, on ? theme.accent : press.held ? theme.accent_tint2 : theme.sunken);
        if (press.focused) focus_ring(frame, cell, cell.h / 2);
        auto inside = cell.inset(frame.px(20), 0);
        if (done) {
            draw_icon(frame, inside.cut_left(frame.px(20)), icon::tick, 18, theme.ok);
            inside.cut_left(frame.px(8));
            ink.across = paint::Align::start;
        } else {
            ink.across = paint::Align::centre;
        }
        ink.colour = on ? theme.on_accent : theme.ink2;
        label(frame, inside.inset(-frame.px(2), 0), words, ink);
        if (!press.tapped) continue;
        if (*phase == "closed") {
            mine.asked_close = true;
            frame.redraw_in(0);
        } else {
            out.emplace_back(intents::SetPhase{*phase});
        }
    }
}

/// The board's columns as chips: a tap tells everybody which one is worked on, again that none is.
void draw_columns(const views::BlockView& block, Frame& frame, base::Rect row, Intents& out) {
    double wide = 0;
    for (const auto& lane : block.lanes) {
        wide += filter_chip_width(frame, lane.label, lane.id == block.column) + frame.px(12);
    }
    Scroll scroll(frame, "columns", row, wide, Zone::Axis::along_x);
    auto line = scroll.content();
    for (const auto& lane : block.lanes) {
        const bool on = lane.id == block.column;
        const double own = filter_chip_width(frame, lane.label, on);
        const auto cell = line.cut_left(own).centred({own, frame.px(touch::secondary)});
        line.cut_left(frame.px(12));
        if (!filter_chip(frame, "column/" + lane.id, cell, lane.label, on)) continue;
        out.emplace_back(intents::WorkOn{on ? std::string() : lane.id});
        frame.redraw_in(0);
    }
}

void draw_head(TrainerScreen& mine, const views::RemoteView& remote, Frame& frame, base::Rect row) {
    // Larger and smaller words.
    for (const bool larger : {true, false}) {
        auto cell = row.cut_right(frame.px(touch::plain));
        ButtonLook quiet;
        quiet.kind = ButtonKind::quiet;
        quiet.icon = icon::font;
        quiet.design = larger ? 28 : 18;
        const bool may = larger ? mine.text_size < 1.6 : mine.text_size > 0.8;
        quiet.enabled = may;
        if (button(frame, larger ? "larger" : "smaller", cell, "", quiet)) {
            mine.text_size = std::clamp(mine.text_size + (larger ? 0.2 : -0.2), 0.8, 1.6);
        }
        row.cut_right(frame.px(8));
    }
    Ink title;
    title.design = 40;
    title.weight = paint::Weight::bold;
    title.least_design = 26;
    const auto& block = remote.room.block;
    const auto words = block ? block->title : remote.room.title;
    std::string phase;
    if (block && !remote.phases.empty()) {
        const auto at = std::find(remote.phases.begin(), remote.phases.end(), block->phase) - remote.phases.begin() + 1;
        phase = tr("wall.trainer.phase", {{"at", std::to_string(at)},
                                          {"of", std::to_string(remote.phases.size())},
                                          {"phase", phase_text(block->phase)}});
    }
    double chip_wide = phase.empty() ? 0 : chip_width(frame, phase) + frame.px(16);
    // The row of steps says it too.
    auto smallest = title;
    smallest.design = title.least_design;
    if (text_size(frame, words, smallest).w + chip_wide > row.w) {
        phase.clear();
        chip_wide = 0;
    }
    const auto taken = label(frame, {row.x, row.y, row.w - chip_wide, row.h}, words, title, "title");
    if (!phase.empty()) {
        chip(frame, {taken.right() + frame.px(16), row.centre().y - frame.px(18)}, phase, Tone::accent);
    }
}

constexpr double trainer_head_high = 64, trainer_row_high = 64, words_side = 36, words_edge = 20;
constexpr double words_bar_room = 14;  // beside the words, for the scroll bar

bool works_in_columns(const views::WallView& view) {
    const auto& block = view.remote.room.block;
    return scene_of(view) == Scene::journey && block && block->lanes.size() > 1;
}

Words words_of(const TrainerScreen& mine, const views::RemoteView& remote, Frame& frame, double width) {
    Words words(frame, mine.text_size, width - frame.px(words_bar_room));
    words.section(icon::comment, "wall.trainer.say", remote.say, true, 28);
    words.section(icon::hand, "wall.trainer.do", remote.act, false, 26);
    words.tips(remote.tips, icon::lightbulb);
    words.tips(remote.reserve, icon::warning);
    return words;
}

/// The sign and name of a row of chips, before them.
void cut_name(Frame& frame, base::Rect& row, std::string_view sign, const std::string& words) {
    Ink ink;
    ink.weight = paint::Weight::semibold;
    ink.colour = frame.theme.accent;
    draw_icon(frame, row.cut_left(frame.px(24)), sign, 20, *ink.colour);
    row.cut_left(frame.px(10));
    label(frame, row.cut_left(text_size(frame, words, ink).w + 2), words, ink);
    row.cut_left(frame.px(16));
}

}  // namespace

double trainer_words_height(const TrainerScreen& mine, const views::WallView& view, Frame& frame, double width) {
    if (!view.remote.room.block) return 0;
    const double rows = frame.px(trainer_row_high) * (works_in_columns(view) ? 2 : 1) + frame.px(8);
    const auto words = words_of(mine, view.remote, frame, width - 2 * frame.px(words_side));
    return 2 * frame.px(words_edge) + frame.px(trainer_head_high) + rows + words.height();
}

void draw_trainer_words(TrainerScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& place,
                        Intents& out) {
    const auto& remote = view.remote;
    card(frame, place);
    auto inside = place.inset(frame.px(words_side), frame.px(words_edge));
    draw_head(mine, remote, frame, inside.cut_top(frame.px(trainer_head_high)));
    if (!remote.room.block) {
        const auto text = tr("wall.trainer.not_begun_text");
        empty_state(frame, "not_begun", inside, {tr("wall.trainer.not_begun"), text, {}, {}});
        return;
    }
    const auto& block = *remote.room.block;
    // What is said is what is read: all else takes one row each.
    if (works_in_columns(view)) {
        auto columns = inside.cut_bottom(frame.px(trainer_row_high));
        cut_name(frame, columns, icon::columns, tr("wall.trainer.columns"));
        draw_columns(block, frame, columns, out);
    }
    auto steps = inside.cut_bottom(frame.px(trainer_row_high));
    cut_name(frame, steps, icon::tasks, tr("wall.trainer.steps"));
    draw_phases(mine, remote, frame, steps, out);
    inside.cut_bottom(frame.px(8));
    const auto words = words_of(mine, remote, frame, inside.w);
    Scroll scroll(frame, "words/" + block.id, inside, words.height(), Zone::Axis::along_y, true);
    auto rest = scroll.content();
    rest.w -= frame.px(words_bar_room);
    words.draw(rest, scroll);
}

void draw_trainer_clock(const views::WallView& view, Frame& frame, const base::Rect& place, Intents& out) {
    const auto& remote = view.remote;
    card(frame, place);
    auto inside = place.inset(frame.px(36), std::min(frame.px(28), place.h * 0.09));
    if (!remote.room.block) return;
    const auto& clock = remote.room.block->clock;
    const auto left = left_ms(remote.room, frame.host_now_ms());
    auto side = inside.cut_right(inside.w * 0.5);
    inside.cut_right(frame.px(32));
    const auto ends = tr("wall.trainer.block_ends", {{"time", base::to_local_time(frame.host_now_ms() + left)}});
    const auto title = tr(left < 0 ? "wall.trainer.over_time" : "wall.trainer.time_left");
    TimerView timer_view;
    timer_view.left_ms = left;
    timer_view.total_ms = clock.planned_ms;
    timer_view.paused = clock.state != "running";
    timer_view.title = title;
    if (!timer_view.paused) timer_view.ends = ends;
    timer(frame, inside, timer_view, 132);

    auto note = side.cut_bottom(frame.px(34));
    Ink quiet;
    quiet.design = 18;
    quiet.colour = frame.theme.ink3;
    quiet.across = paint::Align::centre;
    label(frame, note, tr("wall.trainer.seen_by_all"), quiet);
    const double gap = frame.px(12), wide = (side.w - gap) / 2;
    const double high = std::min(frame.px(80), (side.h - gap) / 2);
    const auto cell = [&](int column, int row) {
        return base::Rect{side.x + column * (wide + gap), side.y + row * (high + gap), wide, high};
    };
    const bool running = clock.state == "running", paused = clock.state == "paused";
    ButtonLook look;
    look.icon = running ? icon::pause : icon::play;
    const auto* key = running ? "wall.trainer.pause" : paused ? "wall.trainer.resume" : "wall.trainer.start";
    if (button(frame, "clock/pause", cell(0, 0), tr(key), look)) {
        if (running) {
            out.emplace_back(intents::PauseClock{});
        } else if (paused) {
            out.emplace_back(intents::ResumeClock{});
        } else {
            out.emplace_back(intents::StartClock{});
        }
    }
    const auto minutes = [&](std::string_view id, const base::Rect& rect, int by) {
        look.icon = by > 0 ? icon::plus : icon::minus;
        const auto words = tr("wall.trainer.minutes", {{"count", std::to_string(std::abs(by))}});
        if (button(frame, id, rect, words, look)) out.emplace_back(intents::AddMinutes{by});
    };
    minutes("clock/add-5", cell(1, 0), 5);
    minutes("clock/take-1", cell(0, 1), -1);
    minutes("clock/add-1", cell(1, 1), 1);
}

}  // namespace ui
