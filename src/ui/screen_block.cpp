#include "ui/screen_block.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "paint/idea_wall.hpp"
#include "ui/municipality_words.hpp"
#include "ui/session.hpp"
#include "ui/session_head.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Align;
using paint::Weight;

std::string address_of(std::string_view url) {
    if (const auto at = url.find("://"); at != std::string_view::npos) url.remove_prefix(at + 3);
    url = url.substr(0, url.find('?'));
    while (url.ends_with('/')) url.remove_suffix(1);
    return std::string(url);
}

struct FormRows {
    std::size_t columns = 1, rows = 1;
    double gap = 0, wide = 0, high = 0;  // px
};

Ink form_ink(const Frame& frame) {
    auto ink = ink_of(26, Weight::medium, frame.theme.ink);
    ink.most_lines = 0;
    ink.least_design = 16;
    ink.line_height = 1.2;
    return ink;
}

/// A number and what is beside it.
double disc_of(const Frame& frame, double high) {
    return std::min(frame.px(40), high * 0.88);
}
base::Rect beside_disc(const Frame& frame, base::Rect place) {
    place = place.inset(frame.px(14), frame.px(2));
    place.cut_left(disc_of(frame, place.h) + frame.px(12));
    return place;
}

FormRows rows_of(const Frame& frame, const base::Rect& area, std::size_t count, std::size_t columns) {
    FormRows form;
    form.columns = columns;
    form.rows = (count + columns - 1) / columns;
    const auto rows = static_cast<double>(form.rows), across = static_cast<double>(columns);
    form.gap = std::min(frame.px(16), area.h * 0.1 / rows);
    form.high = std::min(frame.px(96), (area.h - form.gap * (rows - 1)) / rows);
    form.wide = (area.w - frame.px(16) * (across - 1)) / across;
    return form;
}

/// The fewest columns in which each question is read to its end; when there are none, those that are widest.
FormRows lay_form(const views::BlockView& block, Frame& frame, const base::Rect& area) {
    const auto count = block.form.size();
    auto least = form_ink(frame);
    least.design = least.least_design;
    const std::size_t fewest = count > 4 ? 2 : 1;
    for (std::size_t columns = fewest; columns <= 3; ++columns) {
        const auto form = rows_of(frame, area, count, columns);
        const auto words = beside_disc(frame, {0, 0, form.wide, form.high});
        const bool whole = std::all_of(block.form.begin(), block.form.end(), [&](const auto& field) {
            return text_size(frame, field.label, least, words.w).h <= words.h;
        });
        if (whole) return form;
    }
    return rows_of(frame, area, count, fewest);
}

/// What every card answers: columns of the form's questions.
void draw_form(const views::BlockView& block, Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    const auto form = lay_form(block, frame, area);
    for (std::size_t i = 0; i < block.form.size(); ++i) {
        const auto column = static_cast<double>(i / form.rows), row = static_cast<double>(i % form.rows);
        const base::Rect place{area.x + column * (form.wide + frame.px(16)), area.y + row * (form.high + form.gap),
                               form.wide, form.high};
        card(frame, place);
        auto inside = place.inset(frame.px(14), frame.px(2));
        const double disc_wide = disc_of(frame, inside.h);
        const auto disc = inside.cut_left(disc_wide);
        frame.painter.circle(disc.centre(), disc_wide / 2, theme.accent_tint);
        label(frame, disc, std::to_string(i + 1),
              ink_of(disc_wide / frame.px(2), Weight::bold, theme.accent, Align::centre));
        label(frame, beside_disc(frame, place), block.form[i].label, form_ink(frame));
    }
}

/// What a card is written about: the ideas with a number first. Smaller before it is cut, and cut before it is left
/// out.
void draw_ideas_of(const views::RoomView& room, Frame& frame, const base::Rect& area) {
    std::vector<paint::PlacedNote> notes;
    const auto take = [&](bool numbered) {
        for (std::size_t i = 0; i < room.wall.size(); ++i) {
            const auto& note = room.wall[i];
            if (note.hidden || note.type != "idea" || note.number.empty() == numbered) continue;
            notes.push_back({i, note.id, paint::card_of(note, "sol", {}), {}});
        }
    };
    take(true);
    if (notes.empty()) take(false);
    double scale = frame.px(1);
    const double least_scale = scale * 0.7;
    while (paint::lay_out_rows(frame.type, notes, 0, area, 230, scale) > area.h && scale > least_scale) {
        scale = std::max(scale * 0.92, least_scale);
    }
    const Frame::Clip clip(frame, area);
    for (auto& note : notes) {
        const auto at = note.layout.area;
        for (int lines = 3; note.layout.area.bottom() > area.bottom() && lines > 0; --lines) {
            note.layout = paint::lay_out_note(frame.type, note.card, {at.x, at.y}, at.w, scale, lines);
        }
        if (note.layout.area.bottom() > area.bottom()) continue;  // a row that has no room
        paint::draw_note(frame.painter, frame.theme, note.card, note.layout, scale);
    }
}

}  // namespace

void draw_lobby(BlockScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    const bool low = frame.is_low();
    auto rest = area.inset(frame.px(40), frame.px(low ? 28 : 40));
    auto join = rest.cut_right(std::min(frame.px(620), rest.w * 0.42));
    rest.cut_right(frame.px(64));
    card(frame, join);
    auto inside = join.inset(frame.px(low ? 24 : 40));
    auto address = inside.cut_bottom(frame.px(48));
    auto code_row = inside.cut_bottom(frame.px(120));
    label(frame, inside.cut_top(frame.px(52)), base::tr("wall.join_code"),
          ink_of(36, Weight::regular, theme.ink2, Align::centre));
    draw_join_code(mine.join, room.join_url, frame, inside);
    auto code = ink_of(96, Weight::bold, theme.ink, Align::centre);
    code.least_design = 56;
    label(frame, code_row, room.join_code, code, "code");
    auto small = ink_of(32, Weight::regular, theme.ink2, Align::centre);
    small.least_design = 20;
    label(frame, address, address_of(room.join_url), small, "address");

    const auto mark = rest.cut_top(frame.px(low ? 60 : 84));
    logo(frame, {mark.x, mark.y, mark.h, mark.h});
    rest.cut_top(frame.px(low ? 16 : 28));
    auto title = ink_of(low ? 52 : 68, Weight::bold, theme.ink);
    title.most_lines = 3;
    title.least_design = 40;
    title.line_height = 1.12;
    title.down = Align::start;
    const double title_high = std::min(rest.h * 0.4, text_size(frame, room.title, title, rest.w).h);
    label(frame, rest.cut_top(title_high), room.title, title, "title");
    if (!room.municipality.empty()) {
        label(frame, rest.cut_top(frame.px(low ? 44 : 56)), municipality_words(room.municipality),
              ink_of(low ? 28 : 32, Weight::regular, theme.ink2), "municipality");
    }
    auto people = rest.cut_bottom(frame.px(72));
    draw_icon(frame, people.cut_left(frame.px(56)), icon::people, 40, theme.accent);
    people.cut_left(frame.px(12));
    label(frame, people, base::tr_n("wall.people", room.people), ink_of(44, Weight::bold, theme.ink), "people");
    rest.cut_top(frame.px(low ? 12 : 24));
    const double step = std::min(frame.px(88), rest.h / 3);
    int number = 0;
    for (const auto& text : {base::tr("wall.lobby.scan"), base::tr("wall.lobby.type"), base::tr("wall.lobby.name")}) {
        auto row = rest.cut_top(step);
        const auto disc = row.cut_left(frame.px(56));
        frame.painter.circle(disc.centre(), std::min(frame.px(26), step * 0.44), theme.accent_tint);
        label(frame, disc, std::to_string(++number), ink_of(28, Weight::bold, theme.accent, Align::centre));
        row.cut_left(frame.px(20));
        auto ink = ink_of(34, Weight::regular, theme.ink);
        ink.most_lines = step < frame.px(80) ? 1 : 2;
        ink.least_design = 24;
        label(frame, row, text, ink);
    }
}

void draw_block(const views::WallView& view, Frame& frame, const base::Rect& area, bool audience, Intents& out) {
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    if (!room.block) return;
    const auto& block = *room.block;
    auto rest = area;
    Head head;
    head.title = block.title;
    head.audience = audience;
    head.persona = block.kind != "card";
    const bool has_question = !block.question.empty();
    const bool form = !block.form.empty();
    if (has_question || form) draw_head(head, view, frame, rest);

    auto question = ink_of(form ? 44 : 72, Weight::bold, theme.ink);
    question.most_lines = 0;
    question.least_design = 32;
    question.line_height = 1.12;
    auto instruction = ink_of(36, Weight::regular, theme.ink2);
    instruction.most_lines = 0;
    instruction.least_design = 24;
    if (form) {
        if (has_question) {
            question.most_lines = 2;
            const double high = text_size(frame, block.question, question, rest.w).h;
            label(frame, rest.cut_top(high), block.question, question, "question");
            rest.cut_top(frame.px(12));
        }
        instruction.design = frame.is_low() ? 26 : 32;
        instruction.most_lines = 3;
        label(frame, rest.cut_top(text_size(frame, block.instruction, instruction, rest.w).h), block.instruction,
              instruction, "instruction");
        rest.cut_top(frame.px(frame.is_low() ? 14 : 28));
        const bool ideas = std::any_of(room.wall.begin(), room.wall.end(),
                                       [](const auto& note) { return note.type == "idea" && !note.hidden; });
        if (ideas) {
            draw_ideas_of(room, frame, rest.cut_bottom(std::min(frame.px(236), rest.h * 0.3)));
            rest.cut_bottom(frame.px(frame.is_low() ? 14 : 24));
        }
        draw_form(block, frame, rest);
        return;
    }
    const auto& main = has_question ? block.question : block.title;
    const double wide = std::min(rest.w, frame.px(1300));
    const double gap = frame.px(28);
    const double main_high = std::min(rest.h * 0.6, text_size(frame, main, question, wide).h);
    const double more_high = block.instruction.empty()
                                 ? 0
                                 : std::min(rest.h * 0.35, text_size(frame, block.instruction, instruction, wide).h);
    const bool turns = block.kind == "rotate" && !audience;
    const double button_high = turns ? frame.px(touch::main) + gap : 0;
    const double high = main_high + (more_high > 0 ? gap + more_high : 0) + button_high;
    rest.cut_top(std::max(0.0, (rest.h - high) * 0.42));
    rest.w = wide;
    question.down = instruction.down = Align::start;
    label(frame, rest.cut_top(main_high), main, question, "question");
    rest.cut_top(gap);
    if (more_high > 0) label(frame, rest.cut_top(more_high), block.instruction, instruction, "instruction");
    if (!turns) return;
    rest.cut_top(gap);
    ButtonLook look;
    look.kind = ButtonKind::light;
    look.icon = icon::refresh;
    look.design = 22;
    const auto text = base::tr("wall.turn");
    auto row = rest.cut_top(frame.px(touch::main));
    if (button(frame, "turn", row.cut_left(button_width(frame, text, look)), text, look)) {
        out.emplace_back(intents::NextTurn{});
    }
}

void draw_break(const views::WallView& view, Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    if (!room.block) return;
    auto rest = area.centred({area.w, std::min(area.h, frame.px(560))});
    auto title = ink_of(72, Weight::bold, theme.ink, Align::centre);
    title.least_design = 40;
    label(frame, rest.cut_top(frame.px(100)), room.block->title, title, "title");
    const auto left = left_ms(room, frame.host_now_ms());
    const bool running = room.block->clock.state == "running";
    frame.say("timer", clock_digits(left));
    draw_digits(frame, rest.cut_top(std::min(frame.px(290), rest.h * 0.62)), clock_digits(left), 240,
                left < 0  ? theme.error
                : running ? theme.ink
                          : theme.ink3);
    if (running) frame.redraw_in(static_cast<double>((left % 1000 + 1000) % 1000 + 1) / 1000);
    const auto& state = room.block->clock.state;
    if (state == "paused") {
        label(frame, rest.cut_top(frame.px(56)), base::tr("wall.paused"),
              ink_of(36, Weight::regular, theme.ink2, Align::centre), "state");
    } else if (left < 0) {
        label(frame, rest.cut_top(frame.px(56)), base::tr("wall.break_over"),
              ink_of(36, Weight::semibold, theme.error, Align::centre), "state");
    }
    if (room.next_title.empty()) return;
    auto then = ink_of(40, Weight::regular, theme.ink2, Align::centre);
    then.least_design = 28;
    label(frame, rest.cut_top(frame.px(64)), base::tr("wall.then", {{"title", room.next_title}}), then, "then");
}

void draw_ended(const views::WallView& view, Frame& frame, const base::Rect& area) {
    const auto title = base::tr("wall.ended");
    const auto text = base::tr("wall.ended_text", {{"title", view.remote.room.title}});
    EmptyState state;
    state.title = title;
    state.text = text;
    empty_state(frame, "ended", area, state);
}

}  // namespace ui
