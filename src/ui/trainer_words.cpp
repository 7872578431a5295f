#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

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
    Words(Frame& frame, const TrainerWordsLook& look, double width)
        : frame_(frame), size_(look.text_size), tight_(look.tight), width_(width) {}

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
        ink.line_height = tight_ ? 1.25 : 1.35;
        if (part.kind == Part::heading) {
            ink.weight = paint::Weight::semibold;
            ink.colour = frame_.theme.accent;
            ink.down = paint::Align::centre;
        }
        return ink;
    }
    double height_of(const Part& part) const {
        if (part.kind == Part::heading) return frame_.px(tight_ ? 34 : 44);
        const double side = part.kind == Part::tip ? frame_.px(64) : 0;
        const double high = text_size(frame_, part.words, ink_of(part), width_ - side).h;
        return high + frame_.px(part.kind == Part::tip ? 28 + 12 : tight_ ? 8 : 14);
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
    double size_;
    bool tight_;
    double width_;
    std::vector<Part> parts_;
};

constexpr double least_words = 0.6, largest_words = 1.6;  // of what the trainer chooses
constexpr double least_fitted_words = 0.72;

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
    // A new step is brought into sight, the one before it too where there is room.
    const auto at = remote.room.block->id + "/" + remote.room.block->phase;
    if (mine.shown_phase != at) {
        mine.shown_phase = at;
        double before = 0;
        for (auto phase = phases.begin(); phase != now && now != phases.end(); ++phase) {
            before += width_of(*phase) + frame.px(12);
        }
        const double spare = now == phases.end() ? 0 : std::max(0.0, row.w - width_of(*now) - frame.px(40));
        frame.scroll_to("phases", std::max(0.0, before - spare));
    }
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

/// `now` is how large the words are.
void draw_head(TrainerScreen& mine, const views::RemoteView& remote, double now, Frame& frame, base::Rect row) {
    // Larger and smaller words.
    for (const bool larger : {true, false}) {
        auto cell = row.cut_right(frame.px(touch::plain));
        ButtonLook quiet;
        quiet.kind = ButtonKind::quiet;
        quiet.icon = icon::font;
        quiet.design = larger ? 28 : 18;
        quiet.enabled = larger ? now < largest_words - 0.01 : now > least_words + 0.01;
        if (button(frame, larger ? "larger" : "smaller", cell, "", quiet)) {
            mine.text_size = std::clamp(now + (larger ? 0.2 : -0.2), least_words, largest_words);
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

constexpr double words_bar_room = 14;  // beside the words, for the scroll bar

/// Lengths of the card, design px; where there is little room all of it goes to what is said.
struct WordsLengths {
    double head = 64, row = 64, side = 36, edge = 20;
};
WordsLengths lengths_of(const TrainerWordsLook& look) {
    return look.tight ? WordsLengths{56, 60, 28, 12} : WordsLengths{};
}

bool works_in_columns(const views::WallView& view) {
    const auto& block = view.remote.room.block;
    return scene_of(view) == Scene::journey && block && block->lanes.size() > 1;
}

Words words_of(const TrainerWordsLook& look, const views::RemoteView& remote, Frame& frame, double width,
               bool only_said = false) {
    Words words(frame, look, width - frame.px(words_bar_room));
    words.section(icon::comment, "wall.trainer.say", remote.say, true, 28);
    if (only_said) return words;
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
    if (words.empty()) return;
    label(frame, row.cut_left(text_size(frame, words, ink).w + 2), words, ink);
    row.cut_left(frame.px(16));
}

/// Pixels that let the words be seen at once in this look, in a card this wide.
double words_card_height(const TrainerWordsLook& look, const views::WallView& view, Frame& frame, double width,
                         bool only_said) {
    const auto lengths = lengths_of(look);
    const bool two_rows = works_in_columns(view) && !look.tight;
    const double around = 2 * lengths.edge + lengths.head + lengths.row * (two_rows ? 2 : 1) + 8;
    const auto words = words_of(look, view.remote, frame, width - 2 * frame.px(lengths.side), only_said);
    return frame.px(around) + words.height();
}

/// The steps of the block and the columns that are worked on: a row each, or beside each other.
void draw_chip_rows(TrainerScreen& mine, const views::WallView& view, bool tight, Frame& frame, base::Rect& inside,
                    Intents& out) {
    const auto& block = *view.remote.room.block;
    const double high = frame.px(lengths_of({1, tight}).row);
    auto steps = inside.cut_bottom(high);
    if (works_in_columns(view)) {
        const bool beside = tight;
        auto columns = beside ? steps.cut_right(steps.w * 0.46) : std::exchange(steps, inside.cut_bottom(high));
        if (beside) steps.cut_right(frame.px(16));
        cut_name(frame, columns, icon::columns, beside ? std::string() : tr("wall.trainer.columns"));
        draw_columns(block, frame, columns, out);
    }
    cut_name(frame, steps, icon::tasks, tight ? std::string() : tr("wall.trainer.steps"));
    draw_phases(mine, view.remote, frame, steps, out);
    inside.cut_bottom(frame.px(8));
}

}  // namespace

TrainerWordsLook trainer_words_look(const TrainerScreen& mine, const views::WallView& view, Frame& frame, double width,
                                    double roomy_high, double tight_high) {
    constexpr std::array<double, 3> roomy_sizes{1, 0.93, 0.86};
    constexpr std::array<double, 5> tight_sizes{1, 0.93, 0.86, 0.79, least_fitted_words};
    if (!view.remote.room.block) return {};
    TrainerWordsLook look;
    const auto fits = [&](double size, bool tight, bool only_said) {
        look = {mine.text_size.value_or(size), tight, 0};
        look.height = words_card_height(look, view, frame, width, false);
        const double needs = only_said ? words_card_height(look, view, frame, width, true) : look.height;
        return needs <= (tight ? tight_high : roomy_high);
    };
    for (const double size : roomy_sizes) {
        if (fits(size, false, false)) return look;
    }
    // What is said comes before what is done: that can be scrolled to.
    for (const bool only_said : {false, true}) {
        for (const double size : tight_sizes) {
            if (fits(size, true, only_said)) return look;
        }
    }
    return look;
}

void draw_trainer_words(TrainerScreen& mine, const views::WallView& view, const TrainerWordsLook& look, Frame& frame,
                        const base::Rect& place, Intents& out) {
    const auto& remote = view.remote;
    card(frame, place);
    const auto lengths = lengths_of(look);
    auto inside = place.inset(frame.px(lengths.side), frame.px(lengths.edge));
    draw_head(mine, remote, look.text_size, frame, inside.cut_top(frame.px(lengths.head)));
    if (!remote.room.block) {
        const auto text = tr("wall.trainer.not_begun_text");
        empty_state(frame, "not_begun", inside, {tr("wall.trainer.not_begun"), text, {}, {}});
        return;
    }
    // What is said is what is read: all else takes one row each.
    draw_chip_rows(mine, view, look.tight, frame, inside, out);
    const auto words = words_of(look, remote, frame, inside.w);
    Scroll scroll(frame, "words/" + remote.room.block->id, inside, words.height(), Zone::Axis::along_y, true);
    auto rest = scroll.content();
    rest.w -= frame.px(words_bar_room);
    words.draw(rest, scroll);
}

}  // namespace ui
