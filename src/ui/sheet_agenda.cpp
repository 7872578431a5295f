// The day as a list to go about in: drift and a cut that is offered, phases, blocks.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using PlannedBlock = views::RemoteView::AgendaItem;

std::string drift_text(const views::RemoteView& remote) {
    const auto minutes = std::to_string(std::abs(remote.drift_min));
    if (remote.drift_min > 0) return base::tr("wall.drift.behind", {{"minutes", minutes}});
    if (remote.drift_min < 0) return base::tr("wall.drift.ahead", {{"minutes", minutes}});
    return base::tr("wall.drift.on_time");
}

void draw_drift(const views::RemoteView& remote, Frame& frame, base::Rect& area, Intents& out) {
    const auto& theme = frame.theme;
    const bool late = remote.drift_min >= 2 || remote.cut.has_value();
    const double high = frame.px(remote.cut ? 148 : 64);
    const auto box = area.cut_top(high);
    area.cut_top(frame.px(16));
    CardLook look;
    look.flat = true;
    look.fill = late ? theme.warn_back : theme.paper;
    card(frame, box, look);
    auto rest = box.inset(frame.px(18), frame.px(12));
    auto row = rest.cut_top(frame.px(40));
    draw_icon(frame, row.cut_left(frame.px(28)), late ? icon::warning : icon::clock, 22,
              late ? theme.warn : theme.ink2);
    row.cut_left(frame.px(10));
    Ink ink;
    ink.weight = paint::Weight::semibold;
    ink.colour = late ? theme.warn : theme.ink;
    auto text = drift_text(remote);
    if (remote.day_ends_at_ms > 0) {
        text += " · " + base::tr("wall.ends", {{"time", base::to_local_time(remote.day_ends_at_ms)}});
    }
    label(frame, row, text, ink, "drift");
    if (!remote.cut) return;
    rest.cut_top(frame.px(8));
    ButtonLook plain;
    const auto verb = base::tr(remote.cut->skip ? "wall.skip" : "wall.shorten");
    const double wide = button_width(frame, verb, plain);
    if (button(frame, "cut", rest.cut_right(wide), verb, plain)) {
        out.emplace_back(intents::TakeCut{remote.cut->block, remote.cut->minutes, remote.cut->skip});
    }
    rest.cut_right(frame.px(12));
    ink.weight = paint::Weight::regular;
    ink.colour = theme.ink;
    ink.most_lines = 2;
    label(frame, rest, remote.cut_text, ink, "cut/text");
}

void draw_phases(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect& area, Intents& out) {
    const auto& remote = view.remote;
    if (!remote.room.block || remote.phases.size() < 3) return;
    Ink ink;
    ink.design = 18;
    ink.colour = frame.theme.ink2;
    label(frame, area.cut_top(frame.px(30)), base::tr("wall.phases"), ink);
    const double high = frame.px(touch::secondary), gap = frame.px(8);
    base::Point at{area.x, area.y};
    for (const auto& phase : remote.phases) {
        const auto text = phase_text(phase);
        const bool on = phase == remote.room.block->phase;
        const double wide = filter_chip_width(frame, text, on);
        if (at.x + wide > area.right() && at.x > area.x) at = {area.x, at.y + high + gap};
        if (filter_chip(frame, "phase/" + phase, {at.x, at.y, wide, high}, text, on) && !on) {
            if (phase == "closed") {
                mine.asked_close = true;
                frame.redraw_in(0);
            } else {
                out.emplace_back(intents::SetPhase{phase});
            }
        }
        at.x += wide + gap;
    }
    area.cut_top(at.y + high + frame.px(16) - area.y);
}

void draw_deeds(Sheets& mine, const PlannedBlock& item, Frame& frame, base::Rect row, Intents& out) {
    ButtonLook light;
    light.kind = ButtonKind::light;
    light.design = 19;
    row.cut_left(frame.px(14));
    if (item.state != "now") {
        const auto text = base::tr("wall.jump.go");
        if (button(frame, "jump/" + item.id, row.cut_left(button_width(frame, text, light)), text, light)) {
            mine.asked_jump = item.id;
            mine.open = SheetKind::none;
        }
        row.cut_left(frame.px(8));
    }
    if (item.state != "next" && item.state != "later" && item.state != "now") return;
    ButtonLook plain;
    plain.design = 19;
    const auto text = base::tr("wall.skip");
    if (button(frame, "skip/" + item.id, row.cut_left(button_width(frame, text, plain)), text, plain)) {
        out.emplace_back(intents::SkipBlock{item.id});
    }
}

}  // namespace

void draw_agenda_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out) {
    const auto& remote = view.remote;
    if (remote.started) draw_drift(remote, frame, area, out);
    draw_phases(mine, view, frame, area, out);
    const double row_high = frame.px(58), deeds_high = frame.px(touch::plain + 12);
    const bool any_open = std::any_of(remote.agenda.begin(), remote.agenda.end(),
                                      [&mine](const auto& item) { return item.id == mine.open_block; });
    // Its deeds are never below the fold, however it was opened.
    if (mine.followed_block != mine.open_block) {
        mine.followed_block = mine.open_block;
        mine.follows_block = any_open;
    }
    Scroll list(frame, "list", area,
                row_high * static_cast<double>(remote.agenda.size()) + (any_open ? deeds_high : 0));
    const double top = list.content().y;
    for (const auto& item : remote.agenda) {
        const auto minutes = base::tr("wall.minutes", {{"count", std::to_string(item.minutes)}});
        const auto time = item.starts_at_ms > 0 ? base::to_local_time(item.starts_at_ms) : std::string();
        const auto touched = agenda_row(frame, "block/" + item.id, list.content().cut_top(row_high),
                                        {time, item.title, minutes, agenda_state(item.state, item.late)});
        if (touched.tapped) {
            mine.open_block = mine.open_block == item.id ? std::string() : item.id;
            frame.redraw_in(0);
        }
        if (touched.long_pressed && item.state != "now") {
            mine.asked_jump = item.id;
            mine.open = SheetKind::none;
        }
        if (mine.open_block != item.id) continue;
        auto deeds = list.content().cut_top(deeds_high);
        if (std::exchange(mine.follows_block, false)) {
            const double above = deeds.y - row_high - top, below = deeds.bottom() - top - area.h;
            frame.scroll_to("list", std::clamp(list.at_px(), std::min(below, above), above));
            frame.redraw_in(0);
        }
        deeds.cut_bottom(frame.px(12));
        draw_deeds(mine, item, frame, deeds, out);
    }
}

}  // namespace ui
