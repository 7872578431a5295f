#pragma once
#include <optional>
#include <string>

#include "base/qr.hpp"
#include "ui/agenda_follow.hpp"
#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "views/wall.hpp"

namespace ui {

/// The QR code of the address to join at, made once.
struct JoinCode {
    std::string url;
    std::optional<base::QrSymbol> symbol;
};
/// Draws it; nothing while there is no address.
void draw_join_code(JoinCode& mine, std::string_view url, Frame& frame, const base::Rect& area);

/// The side of a session: how to join, who is there, the day, the time.
struct Rail {
    JoinCode join;
    /// Set by a tap on a block, and by holding it 500 ms: whoever draws the rail shows it, or asks and goes there.
    std::optional<std::string> looked_at, held;
    bool opened_seats = false;  // the number of people was tapped
    AgendaFollow agenda;
};
/// Ids: "rail/agenda/<block>", "rail/pause", "rail/add-5", "rail/people".
/// Without digits where the clock already stands large, as in a break.
void draw_rail(Rail& mine, const views::WallView& view, Frame& frame, const base::Rect& area, Intents& out,
               bool with_digits = true);
/// The same without what is pressed, at least 32 px, as the room reads it.
void draw_audience_rail(Rail& mine, const views::WallView& view, Frame& frame, const base::Rect& area);
/// Code, people and time on one line (mockup 04), for boards that need the rest of the side.
void draw_short_rail(Rail& mine, const views::WallView& view, Frame& frame, const base::Rect& area);
/// Digits, bar and the buttons that move the clock.
void draw_clock_card(const views::WallView& view, Frame& frame, const base::Rect& area, Intents& out,
                     bool with_digits = true);

}  // namespace ui
