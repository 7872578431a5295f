#include <algorithm>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/trainer_parts.hpp"

namespace ui {
namespace {

using base::tr;

std::string cut_key(const methods::Cut& cut) {
    return cut.block + "/" + std::to_string(cut.minutes);
}

std::string drift_words(const views::RemoteView& remote) {
    if (remote.drift_min > 0) return base::tr_n("wall.trainer.behind", remote.drift_min);
    return base::tr_n("wall.trainer.ahead", -remote.drift_min);
}

/// The drift as a note at the bottom, with the cut and "Inte nu". Returns what it took.
void draw_drift(TrainerScreen& mine, const views::RemoteView& remote, Frame& frame, base::Rect place, Intents& out) {
    const auto& theme = frame.theme;
    const bool late = remote.drift_min > 0;
    frame.painter.fill(place, frame.px(radius::control), late ? theme.warn_back : theme.ok_back);
    auto inside = place.inset(frame.px(18), frame.px(14));
    auto head = inside.cut_top(frame.px(32));
    Ink bold;
    bold.weight = paint::Weight::semibold;
    bold.colour = late ? theme.warn : theme.ok;
    bold.least_design = 16;
    draw_icon(frame, head.cut_left(frame.px(22)), icon::clock, 20, *bold.colour);
    head.cut_left(frame.px(8));
    label(frame, head, drift_words(remote), bold, "drift");
    const bool offers = remote.cut && mine.put_off_cut != cut_key(*remote.cut);
    Ink text;
    text.most_lines = 3;
    text.down = paint::Align::start;
    const auto ends = tr("wall.trainer.ends", {{"time", base::to_local_time(remote.day_ends_at_ms)}});
    if (!offers) return void(label(frame, inside, ends, text));
    auto buttons = inside.cut_bottom(frame.px(touch::plain));
    label(frame, inside, remote.cut_text, text, "cut");
    const auto later = tr("wall.trainer.not_now");
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    const double wide = button_width(frame, later, quiet);
    if (button(frame, "cut/later", buttons.cut_right(wide), later, quiet)) mine.put_off_cut = cut_key(*remote.cut);
    buttons.cut_right(frame.px(8));
    if (button(frame, "cut/take", buttons, tr(remote.cut->skip ? "wall.trainer.skip" : "wall.trainer.cut"))) {
        out.emplace_back(intents::TakeCut{remote.cut->block, remote.cut->minutes, remote.cut->skip});
    }
}

double drift_height(const TrainerScreen& mine, const views::RemoteView& remote, Frame& frame) {
    if (remote.drift_min == 0) return 0;
    const bool offers = remote.cut && mine.put_off_cut != cut_key(*remote.cut);
    return frame.px(offers ? 210 : 92);
}

}  // namespace

void draw_trainer_agenda(TrainerScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& place,
                         Intents& out) {
    const auto& remote = view.remote;
    card(frame, place);
    auto inside = place.inset(frame.px(12), frame.px(14));
    auto head = inside.cut_top(frame.px(44)).inset(frame.px(14), 0);
    Ink clock;
    clock.design = 22;
    clock.weight = paint::Weight::medium;
    clock.colour = frame.theme.ink2;
    clock.across = paint::Align::end;
    const auto now = base::to_local_time(frame.host_now_ms());
    label(frame, head.cut_right(text_size(frame, now, clock).w + 2), now, clock);
    head.cut_right(frame.px(8));
    frame.redraw_in(static_cast<double>(60000 - frame.host_now_ms() % 60000) / 1000 + 0.01);
    Ink title;
    title.design = 24;
    title.weight = paint::Weight::bold;
    title.least_design = 16;
    label(frame, head, tr("wall.trainer.day"), title);
    if (const double high = drift_height(mine, remote, frame); high > 0) {
        draw_drift(mine, remote, frame, inside.cut_bottom(high), out);
        inside.cut_bottom(frame.px(12));
    }
    const double row = frame.px(56);
    Scroll scroll(frame, "agenda", inside, row * static_cast<double>(remote.agenda.size()));
    auto rest = scroll.content();
    double at = 0, now_at = 0;
    std::string on;
    for (const auto& item : remote.agenda) {
        if (item.state == "now") {
            on = item.id;
            now_at = at;
        }
        ++at;
        AgendaRow look;
        const auto time = item.starts_at_ms == 0 ? std::string() : base::to_local_time(item.starts_at_ms);
        const auto minutes = tr("wall.trainer.minutes", {{"count", std::to_string(item.minutes)}});
        look.time = time;
        look.title = item.title;
        look.minutes = minutes;
        look.state = agenda_state(item.state, item.late);
        const auto press = agenda_row(frame, "agenda/" + item.id, rest.cut_top(row), look);
        if (press.tapped) mine.looked_at = mine.looked_at == item.id ? std::string() : item.id;
        if (press.long_pressed && item.state != "now") mine.jump = item.id;
    }
    mine.agenda.follow(frame, "agenda", on, now_at, row, inside.h);
}

}  // namespace ui
