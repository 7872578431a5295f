// To all tablets: a message, "look up", how it feels just now; and the audience's picture, that stands still meanwhile.
#include <array>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr std::array<std::string_view, 4> ready_messages{"minutes", "look_up", "send", "break"};

/// The remote says it in the same words.
std::string tell_text(std::string_view key) {
    return base::tr_page(base::language(), key);
}

void draw_message(Frame& frame, base::Rect& rest, const std::string& message, Intents& out) {
    Ink ink;
    ink.design = 22;
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    const double side = frame.px(20);
    const double text_high = text_size(frame, message, ink, rest.w - 2 * side).h;
    const auto box = rest.cut_top(text_high + frame.px(36 + touch::secondary) + 2 * side);
    card(frame, box, {.flat = true, .fill = frame.theme.accent_tint});
    auto inside = box.inset(side);
    label(frame, inside.cut_top(frame.px(30)), tell_text("tell.now"),
          ink_of(18, paint::Weight::semibold, frame.theme.accent));
    label(frame, inside.cut_top(text_high), message, ink, "message");
    inside.cut_top(frame.px(6));
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    quiet.icon = icon::close;
    const auto take = tell_text("tell.take");
    if (button(frame, "take", inside.cut_left(button_width(frame, take, quiet)), take, quiet)) {
        out.emplace_back(intents::TellTablets{});
    }
    rest.cut_top(frame.px(20));
}

void explain(Frame& frame, base::Rect& rest, const std::string& text) {
    auto ink = ink_of(18, paint::Weight::regular, frame.theme.ink2);
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    label(frame, rest.cut_top(text_size(frame, text, ink, rest.w).h + frame.px(20)), text, ink);
}

}  // namespace

void draw_tell_sheet(Writing& writing, const views::WallView& view, Frame& frame, const base::Rect& area,
                     Intents& out) {
    const auto& room = view.remote.room;
    const Frame::Scope scope(frame, "tell");
    Scroll scroll(frame, "list", area, frame.px(1060));
    auto& rest = scroll.content();
    rest.w -= frame.px(16);
    const double high = frame.px(touch::primary), gap = frame.px(12);
    if (!room.message.empty()) draw_message(frame, rest, room.message, out);
    for (const auto id : ready_messages) {
        const auto text = tell_text("tell.ready_" + std::string(id));
        if (button(frame, "ready/" + std::string(id), rest.cut_top(high), text, {.kind = ButtonKind::light})) {
            out.emplace_back(intents::TellTablets{text});
        }
        rest.cut_top(gap);
    }
    if (button(frame, "own", rest.cut_top(high), tell_text("tell.own"), {.icon = icon::edit})) {
        begin_writing(writing, Writing::What::message);
    }
    rest.cut_top(2 * gap);
    if (toggle(frame, "lock", rest.cut_top(high), tell_text("lock.label"), room.locked)) {
        out.emplace_back(intents::LockTablets{!room.locked});
    }
    explain(frame, rest, tell_text("lock.detail"));
    if (toggle(frame, "freeze", rest.cut_top(high), tell_text("freeze.label"), view.remote.frozen)) {
        out.emplace_back(intents::FreezePicture{!view.remote.frozen});
    }
    explain(frame, rest, tell_text("freeze.detail"));
    if (!room.block) return;
    const ButtonLook look{.icon = icon::smile, .enabled = !is_voting(room)};
    if (button(frame, "feeling", rest.cut_top(high), tell_text("tell.feeling"), look)) {
        out.emplace_back(ask_feeling());
    }
    rest.cut_top(gap);
    if (is_voting(room)) explain(frame, rest, tell_text("tell.voting"));
}

intents::StartPoll ask_feeling() {
    intents::StartPoll poll;
    poll.method = "scale";
    poll.feeling = true;
    return poll;
}

}  // namespace ui
