#include <algorithm>

#include "base/language.hpp"
#include "ui/photo_views.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/trainer_parts.hpp"

namespace ui {
namespace {

constexpr double inbox_edge = 14, waiting_high = 68;

using base::tr;

void draw_waiting(const views::RemoteView::InboxItem& item, Frame& frame, base::Rect row, Intents& out) {
    frame.painter.fill({row.x, row.bottom() - 1, row.w, 1}, 0, frame.theme.line);
    const auto id = item.note.text();
    const double side = frame.px(touch::secondary);
    const auto small = [&](std::string_view name, std::string_view sign) {
        ButtonLook look;
        look.icon = sign;
        const auto cell = row.cut_right(side).centred({side, side});
        row.cut_right(frame.px(10));
        return button(frame, "inbox/" + std::string(name) + "/" + id, cell, "", look);
    };
    if (small("hide", icon::close)) out.emplace_back(intents::HideNote{item.note});
    if (small("approve", icon::tick))
        out.emplace_back(intents::ApproveNote{item.note, !item.held.empty(), item.version});
    if (item.photo) {
        draw_photo(frame, *item.photo, row.cut_left(frame.px(76)).inset(0, frame.px(5)));
        row.cut_left(frame.px(12));
    }
    Ink text;
    text.most_lines = 1;
    // Why it was held, or what it resembles, and whose name will be shown: the trainer decides.
    std::string hint;
    if (!item.held.empty()) {
        hint = held_text(item.held);
    } else if (item.edits) {
        hint = tr("wall.inbox.edit", {{"text", item.edits->text}});
    } else if (!item.like_text.empty()) {
        hint = tr("wall.trainer.like", {{"text", item.like_text}});
    }
    if (!item.author.empty()) {
        hint += (hint.empty() ? "" : " · ") + tr("wall.inbox.author", {{"name", item.author}});
    }
    if (hint.empty()) return void(label(frame, row, item.text, text, "inbox/text/" + id));
    text.down = paint::Align::end;
    label(frame, row.cut_top(row.h / 2), item.text, text, "inbox/text/" + id);
    Ink quiet;
    quiet.design = 18;
    quiet.colour = item.held.empty() ? frame.theme.ink3 : frame.theme.warn;
    quiet.down = paint::Align::start;
    label(frame, row, hint, quiet, "inbox/hint/" + id);
}

void draw_number(Frame& frame, base::Rect cell, std::string_view id, std::int64_t count, const std::string& words,
                 std::optional<base::Colour> colour = {}) {
    Ink number;
    number.design = 30;
    number.weight = paint::Weight::bold;
    number.colour = colour.value_or(frame.theme.ink);
    label(frame, cell.cut_top(frame.px(38)), std::to_string(count), number, id);
    Ink name;
    name.design = 18;
    name.colour = colour.value_or(frame.theme.ink2);
    name.least_design = 14;
    cell.cut_right(frame.px(6));
    label(frame, cell, words, name);
}

/// "Inte hörts än: Leila, Nils och 3 till"; empty: all have been.
std::string quiet_words(const std::vector<std::string>& quiet) {
    constexpr std::size_t most = 5;
    if (quiet.empty()) return {};
    std::string names;
    for (std::size_t i = 0; i < quiet.size() && i < most; ++i) names += (i == 0 ? "" : ", ") + quiet[i];
    if (quiet.size() > most) {
        names = tr("wall.drop.and_more", {{"names", names}, {"count", std::to_string(quiet.size() - most)}});
    }
    return tr("wall.trainer.quiet", {{"who", names}});
}

}  // namespace

double trainer_inbox_height(const views::WallView& view, const Frame& frame) {
    const auto rows = std::clamp<std::size_t>(view.remote.inbox.size(), 1, 3);
    return frame.px(2 * inbox_edge + touch::secondary + 6 + waiting_high * static_cast<double>(rows));
}

void draw_trainer_inbox(const views::WallView& view, Frame& frame, const base::Rect& place, Intents& out) {
    const auto& remote = view.remote;
    card(frame, place);
    auto inside = place.inset(frame.px(22), frame.px(inbox_edge));
    auto head = inside.cut_top(frame.px(touch::secondary));
    Ink title;
    title.design = 24;
    title.weight = paint::Weight::bold;
    if (!remote.inbox.empty()) {
        ButtonLook light;
        light.kind = ButtonKind::light;
        const auto words = tr("wall.trainer.approve_all");
        if (button(frame, "inbox/all", head.cut_right(button_width(frame, words, light)), words, light)) {
            // What was held back for a reason is read one by one.
            for (const auto& item : remote.inbox) {
                if (!item.held.empty() || item.photo) continue;
                out.emplace_back(intents::ApproveNote{item.note, false, item.version});
            }
        }
    }
    const auto taken = label(frame, head, tr("wall.trainer.inbox"), title);
    chip(frame, {taken.right() + frame.px(12), head.centre().y - frame.px(18)}, std::to_string(remote.inbox.size()),
         remote.inbox.empty() ? Tone::neutral : Tone::accent);
    inside.cut_top(frame.px(6));
    if (remote.inbox.empty()) {
        Ink quiet;
        quiet.colour = frame.theme.ink3;
        quiet.most_lines = 2;
        label(frame, inside, tr(remote.moderation ? "wall.trainer.inbox_empty" : "wall.trainer.direct"), quiet);
        return;
    }
    const double row = frame.px(waiting_high);
    Scroll scroll(frame, "inbox_rows", inside, row * static_cast<double>(remote.inbox.size()));
    auto rest = scroll.content();
    for (const auto& item : remote.inbox) {
        const auto line = rest.cut_top(row);
        if (scroll.shows(line)) draw_waiting(item, frame, line, out);
    }
}

void draw_trainer_people(const views::WallView& view, Frame& frame, const base::Rect& place) {
    const auto& remote = view.remote;
    card(frame, place);
    auto inside = place.inset(frame.px(22), frame.px(16));
    auto head = inside.cut_top(frame.px(34));
    Ink code;
    code.colour = frame.theme.ink2;
    code.across = paint::Align::end;
    if (!remote.room.join_code.empty()) {
        label(frame, head, tr("wall.trainer.code", {{"code", remote.room.join_code}}), code);
    }
    Ink title;
    title.design = 22;
    title.weight = paint::Weight::bold;
    const auto people = base::tr_n("wall.trainer.people", remote.room.people);
    label(frame, head, people, title, "people");
    if (view.writing > 0) {
        auto now = head;
        now.cut_left(text_size(frame, people, title).w + frame.px(16));
        Ink small;
        small.colour = frame.theme.ink2;
        label(frame, now, base::tr_n("wall.writing_now", view.writing), small, "writing");
    }
    inside.cut_top(frame.px(8));
    const auto away =
        std::count_if(remote.seats.begin(), remote.seats.end(), [](const auto& seat) { return !seat.here; });
    auto numbers = inside.cut_top(frame.px(70));
    const double wide = numbers.w / 4;
    draw_number(frame, numbers.cut_left(wide), "writers", view.writers, tr("wall.trainer.writers"));
    draw_number(frame, numbers.cut_left(wide), "notes", static_cast<std::int64_t>(remote.room.wall.size()),
                tr("wall.trainer.notes"));
    draw_number(frame, numbers.cut_left(wide), "hands", remote.hands, tr("wall.trainer.hands"),
                remote.hands > 0 ? std::optional(frame.theme.accent) : std::nullopt);
    draw_number(frame, numbers, "away", away, tr("wall.trainer.away"),
                away > 0 ? std::optional(frame.theme.warn) : std::nullopt);
    inside.cut_top(frame.px(10));
    frame.painter.fill({inside.x, inside.y, inside.w, 1}, 0, frame.theme.line);
    inside.cut_top(frame.px(10));
    std::string up;
    for (const auto& seat : remote.seats) {
        if (seat.hand) up += (up.empty() ? "" : ", ") + seat.label;
    }
    std::vector<std::pair<std::string_view, std::string>> lines;
    if (!up.empty()) lines.emplace_back("hands_up", tr("wall.trainer.hands_up", {{"who", up}}));
    if (view.of_one_origin > 0) {
        lines.emplace_back("one_origin",
                           tr("wall.trainer.one_origin", {{"count", std::to_string(view.of_one_origin)}}));
    }
    if (auto silent = quiet_words(view.quiet); !silent.empty()) lines.emplace_back("quiet", std::move(silent));
    if (lines.size() > 2) lines.pop_back();
    Ink text;
    text.most_lines = lines.size() > 1 ? 1 : 2;
    text.down = paint::Align::start;
    for (const auto& [id, words] : lines) {
        text.colour = id == "one_origin" ? frame.theme.warn : frame.theme.ink;
        label(frame, inside.cut_top(text_size(frame, words, text, inside.w).h), words, text, id);
    }
    if (inside.h < frame.px(20)) return;
    Ink quiet;
    quiet.design = 18;
    quiet.colour = frame.theme.ink3;
    quiet.down = paint::Align::start;
    label(frame, inside, tr("wall.trainer.only_here"), quiet);
}

}  // namespace ui
