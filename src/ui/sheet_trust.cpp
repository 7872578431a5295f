#include "ui/sheet_trust.hpp"

#include <algorithm>
#include <array>

#include "base/language.hpp"

namespace ui {
namespace {

using model::Trust;
using paint::Weight;

constexpr std::array trust_levels{Trust::open, Trust::heads, Trust::codes};

/// The remote says it in the same words.
std::string level_text(std::string_view key) {
    return base::tr_page(base::language(), "new_vote.trust" + std::string(key));
}

std::string level_name(Trust level) {
    return level_text("." + std::string(model::trust_name(level)));
}

Ink level_ink(const Frame& frame) {
    auto ink = ink_of(19, Weight::regular, frame.theme.ink2);
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    return ink;
}

/// Chips in rows from the left; returns the height that they take.
double flow_levels(NewVote& mine, Frame& frame, const base::Rect& area, bool draw) {
    const double high = frame.px(48), gap = frame.px(10);
    base::Point at{area.x, area.y};
    for (const auto level : trust_levels) {
        const auto name = level_name(level);
        // As wide as when it is chosen, so that nothing moves.
        const double wide = std::min(area.w, filter_chip_width(frame, name, true));
        if (at.x > area.x && at.x + wide > area.right()) at = {area.x, at.y + high + gap};
        const auto id = "trust/" + std::string(model::trust_name(level));
        if (draw && filter_chip(frame, id, {at.x, at.y, wide, high}, name, mine.trust == level)) {
            mine.trust = level;
            frame.redraw_in(0);
        }
        at.x += wide + gap;
    }
    return at.y + high - area.y;
}

}  // namespace

int people_in(const Sheets& mine, const views::RoomView& room) {
    return mine.people > 0 ? mine.people : std::max(1, room.people);
}

void draw_people(Sheets& mine, const views::RoomView& room, Frame& frame, base::Rect row) {
    const int people = people_in(mine, room);
    const auto step = [&](const char* id, const char* text, int more) {
        ButtonLook look;
        look.design = 19;
        const auto place = row.cut_left(frame.px(76)).inset(frame.px(2), frame.px(6));
        if (!button(frame, id, place, text, look)) return;
        mine.people = std::clamp(people + more, 1, intents::most_people);
        frame.redraw_in(0);
    };
    auto words = row.cut_left(row.w - frame.px(4 * 76 + 84));
    auto ink = ink_of(20, Weight::semibold, frame.theme.ink);
    ink.most_lines = 2;
    ink.least_design = 16;
    label(frame, words, level_text(".people"), ink);
    step("people/take-10", "−10", -10);
    step("people/take-1", "−1", -1);
    label(frame, row.cut_left(frame.px(84)), std::to_string(people),
          ink_of(24, Weight::bold, frame.theme.ink, paint::Align::centre), "people");
    step("people/add-1", "+1", 1);
    step("people/add-10", "+10", 10);
}

double draw_codes(Sheets& mine, const views::RemoteView& remote, Frame& frame, base::Rect area, Intents* out) {
    const double top = area.y;
    const auto people = area.cut_top(frame.px(touch::primary));
    auto row = area.cut_top(frame.px(touch::primary));
    const auto left = base::tr_n("wall.codes.left", static_cast<std::int64_t>(remote.codes));
    const auto file =
        remote.codes_file.empty() ? std::string() : base::tr("wall.codes.file", {{"file", remote.codes_file}});
    const auto lines = area.cut_top(file.empty() ? 0 : text_size(frame, file, level_ink(frame), area.w).h);
    if (out != nullptr) {
        draw_people(mine, remote.room, frame, people);
        const int count = std::min(people_in(mine, remote.room), intents::most_codes);
        const auto make = base::tr_n("wall.codes.make", count);
        ButtonLook look;
        look.design = 19;
        const auto place = row.cut_right(std::min(row.w * 0.6, button_width(frame, make, look)));
        if (button(frame, "codes/make", place.inset(0, frame.px(6)), make, look)) {
            out->emplace_back(intents::MakeCodes{count});
        }
        label(frame, row, left, ink_of(20, Weight::semibold, frame.theme.ink), "codes");
        if (!file.empty()) label(frame, lines, file, level_ink(frame), "codes/file");
    }
    return area.y - top;
}

double draw_trust(Sheets& mine, const views::RemoteView& remote, Frame& frame, base::Rect area, Intents* out) {
    auto& vote = mine.new_vote;
    const bool draw = out != nullptr;
    const double top = area.y, wide = area.w;
    const auto heading = area.cut_top(frame.px(32));
    if (draw) label(frame, heading, level_text(""), ink_of(18, Weight::semibold, frame.theme.ink2));
    area.cut_top(flow_levels(vote, frame, area, draw) + frame.px(8));
    const auto text = level_text("." + std::string(model::trust_name(vote.trust)) + ".for");
    const auto words = area.cut_top(text_size(frame, text, level_ink(frame), wide).h);
    if (draw) label(frame, words, text, level_ink(frame), "trust/text");
    if (vote.trust == Trust::heads) {
        const auto row = area.cut_top(frame.px(touch::primary));
        if (draw) draw_people(mine, remote.room, frame, row);
    }
    if (vote.trust == Trust::codes) area.cut_top(draw_codes(mine, remote, frame, area, out));
    return area.y + frame.px(18) - top;
}

}  // namespace ui
