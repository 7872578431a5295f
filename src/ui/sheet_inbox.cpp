// What waits to be shown, and what is kept hidden.
#include <algorithm>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using Waiting = views::RemoteView::InboxItem;

Ink text_ink() {
    Ink ink;
    ink.design = 22;
    ink.weight = paint::Weight::medium;
    ink.most_lines = 5;
    ink.down = paint::Align::start;
    return ink;
}

constexpr double photo_wide = 100, photo_high = 76, photo_gap = 14;

Ink author_ink(const Frame& frame) {
    Ink ink;
    ink.design = 18;
    ink.colour = frame.theme.ink2;
    return ink;
}

Ink edit_ink(const Frame& frame) {
    auto ink = author_ink(frame);
    ink.most_lines = 4;
    return ink;
}

/// Of which note it is an edit, and what it makes of the words of its photo.
std::string edit_text(const views::RemoteView::Edited& edits) {
    auto text = base::tr("wall.inbox.edit", {{"text", edits.text}});
    if (!edits.shows) return text;
    return text + " " + base::tr("wall.inbox.edit_shows", {{"shows", *edits.shows}, {"was", edits.was}});
}

double edit_height(Frame& frame, const Waiting& item, double width) {
    if (!item.edits) return 0;
    return text_size(frame, edit_text(*item.edits), edit_ink(frame), width).h + frame.px(8);
}

double item_height(Frame& frame, const Waiting& item, double width) {
    const double inner = width - frame.px(36 + (item.photo ? photo_wide + photo_gap : 0));
    const double words = text_size(frame, item.text, text_ink(), inner).h;
    double high = frame.px(32) + std::max(words, item.photo ? frame.px(photo_high) : 0) + frame.px(12 + touch::plain);
    if (item.photo) high += frame.px(touch::plain + 8);
    if (!item.held.empty()) high += frame.px(44);
    if (!item.author.empty()) high += frame.px(30);
    high += edit_height(frame, item, width - frame.px(36));
    if (!item.like.empty()) high += frame.px(34 + touch::plain + 8);
    return high;
}

void draw_item(const Waiting& item, LargePhoto& large, Writing& writing, Frame& frame, const base::Rect& rect,
               Intents& out) {
    const auto& theme = frame.theme;
    const auto id = item.note.text();
    CardLook look;
    look.flat = true;
    look.fill = theme.paper;
    card(frame, rect, look);
    auto rest = rect.inset(frame.px(18), frame.px(16));
    auto buttons = rest.cut_bottom(frame.px(touch::plain));
    // A note that says what another says is first of all joined with it: a row of its own.
    base::Rect first;
    if (!item.like.empty()) {
        rest.cut_bottom(frame.px(8));
        first = rest.cut_bottom(frame.px(touch::plain));
    }
    rest.cut_bottom(frame.px(12));
    if (!item.held.empty()) {
        const auto row = rest.cut_top(frame.px(44));
        chip(frame, row.top_left(), held_text(item.held), Tone::warn, icon::warning);
    }
    if (!item.like.empty()) {
        auto row = rest.cut_bottom(frame.px(34));
        draw_icon(frame, row.cut_left(frame.px(26)), icon::copy, 18, theme.warn);
        row.cut_left(frame.px(8));
        Ink like;
        like.design = 19;
        like.colour = theme.warn;
        label(frame, row, base::tr("wall.inbox.like", {{"text", item.like_text}}), like, "like/" + id);
    }
    if (item.edits) {
        auto ink = edit_ink(frame);
        ink.down = paint::Align::start;
        label(frame, rest.cut_top(edit_height(frame, item, rest.w)), edit_text(*item.edits), ink, "edit/" + id);
    }
    if (!item.author.empty()) {
        const auto author = base::tr("wall.inbox.author", {{"name", item.author}});
        label(frame, rest.cut_bottom(frame.px(30)), author, author_ink(frame), "author/" + id);
    }
    if (item.photo) {
        auto row = rest.cut_bottom(frame.px(touch::plain));
        rest.cut_bottom(frame.px(8));
        ButtonLook words;
        words.icon = icon::pencil;
        if (button(frame, "fix_shows/" + id, row.cut_right(frame.px(touch::plain)), "", words)) {
            begin_writing(writing, Writing::What::fix_shows, item.note, item.photo->shows);
        }
        row.cut_right(frame.px(8));
        const bool told_above = item.edits && item.edits->shows;
        if (!item.photo->shows.empty() && !told_above) {
            const auto shows = base::tr("wall.photo.shows", {{"shows", item.photo->shows}});
            auto ink = author_ink(frame);
            ink.most_lines = 2;
            label(frame, row, shows, ink, "shows/" + id);
        }
        const auto place = rest.cut_left(frame.px(photo_wide)).cut_top(frame.px(photo_high));
        rest.cut_left(frame.px(photo_gap));
        if (photo_button(frame, "photo/" + id, place, *item.photo, item.text)) large.photo = item.photo;
    }
    label(frame, rest, item.text, text_ink(), "text/" + id);

    const double gap = frame.px(8);
    ButtonLook plain;
    plain.design = 19;
    ButtonLook light = plain;
    light.kind = ButtonKind::light;
    ButtonLook square = plain;
    square.icon = icon::pencil;
    if (button(frame, "fix/" + id, buttons.cut_right(frame.px(touch::plain)), "", square)) {
        begin_writing(writing, Writing::What::fix, item.note, item.text);
    }
    buttons.cut_right(gap);
    const auto hide = base::tr("wall.inbox.hide");
    if (button(frame, "hide/" + id, buttons.cut_right(std::min(frame.px(112), buttons.w * 0.4)), hide, plain)) {
        out.emplace_back(intents::HideNote{item.note});
    }
    buttons.cut_right(gap);
    if (!item.like.empty()) {
        const auto merge = base::tr("wall.inbox.merge");
        if (button(frame, "merge/" + id, first, merge, light)) {
            out.emplace_back(intents::MergeNotes{item.note, item.like, item.version});
        }
    }
    auto& approve = item.like.empty() ? light : plain;
    approve.icon = item.like.empty() && buttons.w >= frame.px(160) ? icon::tick : icon::none;
    const bool held = !item.held.empty();
    const auto show = base::tr(held ? "wall.inbox.approve_held" : "wall.inbox.approve");
    if (button(frame, "approve/" + id, buttons, show, approve)) {
        out.emplace_back(intents::ApproveNote{item.note, held, item.version});
    }
}

double choice_height(Frame& frame, const Waiting& item, double width) {
    const double text = text_size(frame, item.text, text_ink(), width - frame.px(36 + 48)).h;
    return frame.px(32) + std::max(text, frame.px(touch::secondary - 32)) + frame.px(item.held.empty() ? 0 : 44);
}

/// A tick is for the words that were there when it was set: when they are changed it is gone.
bool is_chosen(const Sheets& mine, const Waiting& item) {
    const auto chosen = mine.chosen.find(item.note);
    return chosen != mine.chosen.end() && chosen->second == item.version;
}

/// The whole card is touched; a tick and its edge say that it is chosen.
void draw_choice(Sheets& mine, const Waiting& item, Frame& frame, const base::Rect& rect) {
    const auto& theme = frame.theme;
    const auto id = "choose/" + item.note.text();
    const bool on = is_chosen(mine, item);
    const auto press = press_card(frame, id, rect, item.text, {.selected = on, .flat = true, .fill = theme.paper});
    auto rest = rect.inset(frame.px(18), frame.px(16));
    const auto box = rest.cut_left(frame.px(32)).cut_top(frame.px(32));
    rest.cut_left(frame.px(16));
    frame.painter.stroke(box, frame.px(6), on ? theme.accent : theme.line_control, frame.px(3));
    if (on) draw_icon(frame, box, icon::tick, 22, theme.accent);
    if (!item.held.empty()) {
        chip(frame, rest.cut_top(frame.px(44)).top_left(), held_text(item.held), Tone::warn, icon::warning);
    }
    label(frame, rest, item.text, text_ink(), "text/" + item.note.text());
    if (!press.tapped) return;
    if (on) {
        mine.chosen.erase(item.note);
    } else {
        mine.chosen[item.note] = item.version;
    }
    frame.redraw_in(0);
}

/// What of `remote.inbox` may be let through with the rest: what holds a person's number or a name, or shows a picture,
/// never is.
std::vector<intents::ApproveNote> easy_of(const views::RemoteView& remote) {
    std::vector<intents::ApproveNote> easy;
    for (const auto& item : remote.inbox) {
        // An edit's photo has been looked at with its note.
        if (item.held.empty() && (!item.photo || item.edits)) easy.push_back({item.note, false, item.version});
    }
    return easy;
}

/// Above the notes: to choose several, or to hide all.
void draw_together(Sheets& mine, const views::RemoteView& remote, Frame& frame, base::Rect row, Intents& out) {
    const auto choose = base::tr("wall.inbox.choose");
    const double wide = filter_chip_width(frame, choose, mine.choosing);
    const auto place = row.cut_left(wide).centred({wide, frame.px(touch::secondary)});
    if (filter_chip(frame, "choose", place, choose, mine.choosing)) {
        mine.choosing = !mine.choosing;
        mine.chosen.clear();
        frame.redraw_in(0);
    }
    if (mine.choosing) return;
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    quiet.design = 19;
    const auto hide = base::tr_n("wall.inbox.hide_all", static_cast<std::int64_t>(remote.inbox.size()));
    if (!button(frame, "hide_all", row.cut_right(button_width(frame, hide, quiet)), hide, quiet)) return;
    for (const auto& item : remote.inbox) out.emplace_back(intents::HideNote{item.note});
}

/// Below them: what is done with those that are chosen.
void draw_chosen(Sheets& mine, const views::RemoteView& remote, Frame& frame, base::Rect row, Intents& out) {
    std::vector<base::Id> chosen;
    std::vector<intents::ApproveNote> easy;
    for (const auto& item : remote.inbox) {
        if (!is_chosen(mine, item)) continue;
        chosen.push_back(item.note);
        if (item.held.empty()) easy.push_back({item.note, false, item.version});
    }
    const auto words = [](std::string_view key, std::size_t count) {
        return base::tr(key, {{"count", std::to_string(count)}});
    };
    ButtonLook look;
    look.enabled = !chosen.empty();
    const double half = (row.w - frame.px(12)) / 2;
    bool done = false;
    if (button(frame, "hide_chosen", row.cut_left(half), words("wall.inbox.hide_chosen", chosen.size()), look)) {
        for (const auto& note : chosen) out.emplace_back(intents::HideNote{note});
        done = true;
    }
    row.cut_left(frame.px(12));
    look.kind = ButtonKind::primary;
    look.enabled = !easy.empty();
    if (button(frame, "show_chosen", row, words("wall.inbox.show_chosen", easy.size()), look)) {
        for (auto& wish : easy) out.emplace_back(std::move(wish));
        done = true;
    }
    if (!done) return;
    mine.choosing = false;
    mine.chosen.clear();
    frame.redraw_in(0);
}

double hidden_height(const Frame& frame, const views::RemoteView::Hidden& item) {
    const double words = touch::primary + (item.author.empty() ? 8 : 34);
    return frame.px(item.photo ? std::max(words, photo_high + 8) : words);
}

void draw_hidden(const views::WallView& view, LargePhoto& large, Frame& frame, base::Rect area, Intents& out) {
    for (const auto& item : view.remote.hidden) {
        const auto& [note, text, held, author, language, photo, version] = item;
        auto row = area.cut_top(hidden_height(frame, item));
        ButtonLook plain;
        plain.design = 19;
        const auto verb = base::tr(held.empty() ? "wall.inbox.show" : "wall.inbox.approve_held");
        const auto place = row.cut_right(frame.px(112)).centred({frame.px(112), frame.px(touch::plain)});
        if (button(frame, "show/" + note.text(), place, verb, plain)) {
            out.emplace_back(intents::ShowNote{note, !held.empty(), version});
        }
        row.cut_right(frame.px(12));
        if (photo) {
            const auto thumbnail = row.cut_left(frame.px(photo_wide)).cut_top(frame.px(photo_high));
            row.cut_left(frame.px(photo_gap));
            if (photo_button(frame, "photo/" + note.text(), thumbnail, *photo, text)) large.photo = photo;
        }
        Ink ink;
        ink.most_lines = 2;
        ink.colour = frame.theme.ink2;
        if (!author.empty()) {
            const auto named = base::tr("wall.inbox.author", {{"name", author}});
            label(frame, row.cut_bottom(frame.px(30)), named, author_ink(frame), "author/" + note.text());
        }
        label(frame, row, text, ink);
    }
}

}  // namespace

void draw_inbox(Sheets& mine, Writing& writing, const views::WallView& view, Frame& frame, const base::Rect& area,
                Intents& out) {
    const auto& theme = frame.theme;
    const auto& remote = view.remote;
    auto rest = area;
    frame.say("waiting", base::tr_n("wall.inbox.waiting", static_cast<std::int64_t>(remote.inbox.size())));
    if (remote.inbox.size() < 2) mine.choosing = false;
    if (remote.inbox.size() > 1) {
        draw_together(mine, remote, frame, rest.cut_top(frame.px(touch::plain)), out);
        rest.cut_top(frame.px(8));
    }
    auto easy = easy_of(remote);
    if (mine.choosing) {
        draw_chosen(mine, remote, frame, rest.cut_bottom(frame.px(touch::primary)), out);
        rest.cut_bottom(frame.px(8));
    } else if (easy.size() > 1) {
        ButtonLook all;
        all.kind = ButtonKind::primary;
        all.design = 22;
        const auto text = base::tr_n("wall.inbox.approve_all", static_cast<std::int64_t>(easy.size()));
        if (button(frame, "approve_all", rest.cut_bottom(frame.px(touch::primary)), text, all)) {
            for (auto& wish : easy) out.emplace_back(std::move(wish));
        }
        rest.cut_bottom(frame.px(8));
    }
    const auto direct = rest.cut_bottom(frame.px(touch::plain));
    if (toggle(frame, "direct", direct, base::tr("wall.inbox.direct"), !remote.moderation)) {
        out.emplace_back(intents::Moderation{!remote.moderation});
    }
    rest.cut_bottom(frame.px(8));
    if (!remote.hidden.empty()) {
        ButtonLook quiet;
        quiet.kind = ButtonKind::quiet;
        quiet.icon = mine.show_hidden ? icon::chevron_down : icon::chevron_right;
        const auto text = base::tr_n("wall.inbox.hidden", static_cast<std::int64_t>(remote.hidden.size()));
        if (button(frame, "hidden", rest.cut_bottom(frame.px(touch::secondary)), text, quiet)) {
            mine.show_hidden = !mine.show_hidden;
            frame.redraw_in(0);
        }
    }
    const bool hidden = mine.show_hidden && !remote.hidden.empty();
    if (remote.inbox.empty() && !hidden) {
        Ink ink;
        ink.colour = theme.ink2;
        ink.most_lines = 3;
        ink.across = paint::Align::centre;
        const auto text = base::tr(remote.moderation ? "wall.inbox.empty" : "wall.inbox.open");
        label(frame, rest, text, ink, "empty");
        return;
    }
    const double gap = frame.px(12);
    double high = 0;
    const auto height_of = [&mine, &frame, wide = rest.w](const Waiting& item) {
        return mine.choosing ? choice_height(frame, item, wide) : item_height(frame, item, wide);
    };
    for (const auto& item : remote.inbox) high += height_of(item) + gap;
    for (const auto& item : remote.hidden) high += hidden ? hidden_height(frame, item) : 0;
    Scroll list(frame, "list", rest, high);
    for (const auto& item : remote.inbox) {
        const auto place = list.content().cut_top(height_of(item));
        list.content().cut_top(gap);
        if (!list.shows(place)) continue;
        mine.choosing ? draw_choice(mine, item, frame, place) : draw_item(item, mine.photo, writing, frame, place, out);
    }
    if (hidden) draw_hidden(view, mine.photo, frame, list.content(), out);
}

}  // namespace ui
