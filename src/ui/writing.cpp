// What is written at the wall: a card over the keyboard on the screen.
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/language.hpp"
#include "ui/commands.hpp"
#include "ui/note_hands.hpp"
#include "ui/session_words.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using What = Writing::What;

std::string group_label(const views::RoomView& room, std::string_view group) {
    if (room.block) {
        for (const auto& one : room.block->groups) {
            if (one.id == group) return one.label;
        }
    }
    return {};
}

std::string heading_of(const Writing& mine, const views::RoomView& room) {
    switch (mine.what) {
        case What::note: {
            const auto group = group_label(room, mine.group);
            if (group.empty()) return base::tr("wall.writing.note");
            return base::tr("wall.writing.note_in", {{"group", group}});
        }
        case What::fix:
            return base::tr("wall.writing.fix");
        case What::fix_shows:
            return base::tr("wall.writing.fix_shows");
        case What::cluster:
            return base::tr("wall.writing.cluster");
        case What::rename:
            return base::tr("wall.writing.rename");
        case What::withdraw:
            return base::tr("wall.writing.withdraw");
        case What::message:
            return base::tr_page(base::language(), "tell.own");
        case What::wifi_name:
            return base::tr("wall.net.wifi_name");
        case What::wifi_secret:
            return base::tr("wall.net.wifi_secret");
        case What::board:
            return base::tr("wall.boards.name");
        case What::proposal:
            return base::tr_page(base::language(), "new_vote.proposal");
        case What::nothing:
            break;
    }
    return {};
}

std::string verb_of(What what) {
    if (what == What::note) return base::tr("wall.writing.put_up");
    if (what == What::withdraw) return base::tr("wall.writing.take_back");
    if (what == What::message) return base::tr_page(base::language(), "tell.send");
    return base::tr("wall.writing.save");
}

/// Neither a sentence nor made of the session's words.
bool is_wifi(What what) {
    return what == What::wifi_name || what == What::wifi_secret;
}

/// A photo's words may be taken away.
bool may_be_empty(What what) {
    return what == What::fix_shows;
}

/// Without the white space around it.
std::string trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \n\t");
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(" \n\t") - from + 1));
}

void save(Writing& mine, Writing& first, const views::RoomView& room, Intents& out) {
    const auto text = trimmed(mine.field.text);
    if (text.empty() && !may_be_empty(mine.what)) return;
    switch (mine.what) {
        case What::note:
            if (room.block) out.emplace_back(intents::WriteNote{room.block->id, text, mine.group, mine.colour});
            break;
        case What::fix:
            out.emplace_back(intents::FixNote{mine.id, text});
            break;
        case What::fix_shows:
            out.emplace_back(intents::FixNote{mine.id, {}, text});
            break;
        case What::cluster:
            out.emplace_back(intents::NameCluster{text, std::nullopt});
            if (!mine.id.empty()) mine.notes.push_back(mine.id);
            mine.awaited = mine.notes.empty() ? std::string() : text;
            mine.awaited_notes = std::exchange(mine.notes, {});
            break;
        case What::rename:
            out.emplace_back(intents::NameCluster{text, mine.id});
            break;
        case What::withdraw:
            out.emplace_back(intents::WithdrawIdea{mine.id, text});
            break;
        case What::message:
            out.emplace_back(intents::TellTablets{text});
            break;
        case What::board:
            out.emplace_back(intents::NameBoard{mine.id, text});
            break;
        case What::wifi_name:
        case What::wifi_secret:
        case What::proposal:
            first.written = text;
            first.written_for = mine.what;
            break;
        case What::nothing:
            break;
    }
    mine.what = What::nothing;
}

/// The words of a note that all see, or will, go on elsewhere while somebody is there to take them.
bool can_hand_over(const Writing& mine, const views::WallView& view) {
    const auto& room = view.remote.room;
    if (!view.can_hand || room.field) return false;
    const auto is_it = [&mine](const auto& note) { return note.id == mine.id; };
    const bool is_seen = mine.what == What::fix && std::any_of(room.wall.begin(), room.wall.end(), is_it);
    return is_seen || (mine.what == What::note && room.block.has_value());
}

/// As they stand now, so that they are seen while they wait.
void hand_over(Writing& mine, const views::RoomView& room, Intents& out) {
    auto text = trimmed(mine.field.text);
    if (mine.what == What::fix) {
        if (text != trimmed(mine.before)) out.emplace_back(intents::FixNote{mine.id, std::move(text)});
        out.emplace_back(intents::HandField{{}, mine.id});
    } else {
        out.emplace_back(intents::WriteNote{room.block->id, std::move(text), mine.group, mine.colour, true});
    }
    mine.what = What::nothing;
}

constexpr double reach_mm = 700;                                   // who asks further away is somebody else
constexpr std::size_t most_wifi_name = 32, most_wifi_secret = 63;  // IEEE 802.11

std::size_t most_graphemes_of(What what) {
    if (what == What::cluster || what == What::rename || what == What::board) return intents::most_cluster_graphemes;
    if (what == What::fix_shows) return intents::most_shows_graphemes;
    if (what == What::wifi_name) return most_wifi_name;
    if (what == What::wifi_secret) return most_wifi_secret;
    return intents::most_note_graphemes;
}

bool is_same(const Writing& a, const Writing& b) {
    return a.what == b.what && a.id == b.id && a.group == b.group && a.notes == b.notes && a.what != What::note;
}

/// What a card keeps, whatever is written in it.
void open_card(Writing& card, Writing&& asked, base::Point at) {
    asked.keyboard = card.keyboard;
    asked.awaited = std::move(card.awaited);
    asked.awaited_notes = std::move(card.awaited_notes);
    asked.written = std::move(card.written);
    asked.written_for = card.written_for;
    asked.second = std::move(card.second);
    asked.board = card.board;
    asked.begun_at = at;
    asked.wants_keyboard = true;
    card = std::move(asked);
}

/// Finds a card for what was asked for.
void place_asked(Writing& mine, Frame& frame) {
    if (mine.asked.empty()) return;
    auto asked = std::move(mine.asked.back());
    mine.asked.clear();
    const auto at = frame.touched_at();
    // It stands still however `mine` is filled: moving a vector moves nothing that it holds.
    if (mine.second.empty()) mine.second.emplace_back();
    auto& second = mine.second.front();
    const auto is_near = [&](const Writing& card) {
        const auto by = card.begun_at - at;
        return std::hypot(by.x, by.y) <= frame.mm(reach_mm);
    };
    for (auto* card : {&mine, &second}) {
        if (card->is_open() && is_same(*card, asked)) {
            card->wants_keyboard = true;
            return;
        }
    }
    for (auto* card : {&mine, &second}) {
        if (card->is_open() && card->is_unchanged() && is_near(*card)) return open_card(*card, std::move(asked), at);
    }
    for (auto* card : {&mine, &second}) {
        if (!card->is_open()) return open_card(*card, std::move(asked), at);
    }
    mine.crowded = true;
}

/// The cluster that was named for notes is there: they go into it.
void sort_awaited(Writing& mine, const views::RoomView& room, Intents& out) {
    if (mine.awaited.empty()) return;
    for (const auto& cluster : room.clusters) {
        if (cluster.name != mine.awaited) continue;
        for (const auto& note : mine.awaited_notes) out.emplace_back(intents::SortNote{note, cluster.id});
        mine.awaited.clear();
        return;
    }
}

}  // namespace

bool Writing::is_busy() const {
    return is_open() || std::any_of(second.begin(), second.end(), [](const auto& one) { return one.is_open(); });
}

void Writing::close() {
    what = What::nothing;
    asked.clear();
    for (auto& one : second) one.what = What::nothing;
}

Writing& begin_writing(Writing& mine, What what, const base::Id& id, std::string_view text, std::string_view group,
                       std::string_view colour) {
    Writing asked;
    asked.what = what;
    asked.id = id;
    asked.group = group;
    asked.colour = colour;
    asked.field.lines = what == What::note || what == What::fix;
    asked.field.most_graphemes = most_graphemes_of(what);
    asked.field.set(text);
    asked.before = asked.field.text;
    mine.asked.clear();
    return mine.asked.emplace_back(std::move(asked));
}

namespace {

constexpr double least_field_wide = 420;  // design px

/// Which key does what the main button does. Returns with `row` cut to what is left beside the words.
void draw_key(Frame& frame, base::Rect& row, bool lines, const std::string& verb) {
    const auto key = chord_name({Key::enter, 0, lines});
    const auto words = base::tr("wall.writing.by_key", {{"key", key}, {"verb", verb}});
    Ink ink;
    ink.design = 18;
    ink.colour = frame.theme.ink3;
    ink.across = paint::Align::end;
    label(frame, row.cut_right(text_size(frame, words, ink).w + 2), words, ink, "key");
    row.cut_right(frame.px(16));
}

/// One writer's card and keyboard; true when it was closed in this frame.
bool draw_writer(Writing& mine, Writing& first, std::string_view id, const views::WallView& view, Frame& frame,
                 Intents& out) {
    const auto& room = view.remote.room;
    sort_awaited(mine, room, out);
    const Frame::Scope scope(frame, id);
    const bool open = mine.is_open();
    mine.keyboard.open = open;
    mine.keyboard.within = first.board;
    if (open && mine.words.empty()) mine.words = session_words(view);
    KeyboardView keys;
    keys.text = std::string_view(mine.field.text).substr(0, std::min(mine.field.caret, mine.field.text.size()));
    keys.words = mine.words;
    if (is_wifi(mine.what)) {
        keys.words = {};
        keys.sentences = false;
    }
    const auto verb = verb_of(mine.what);
    if (!mine.field.lines) keys.enter = verb;
    const auto path = frame.path("text");
    if (open) keys.to = path;
    const auto under = keyboard(frame, mine.keyboard, keys);
    if (!open) return false;
    const Frame::Within region(frame, "", Region::Kind::over);
    frame.hold_letters();

    const auto& theme = frame.theme;
    const double high = frame.px(mine.field.lines ? 206 : 172);
    const double most = mine.keyboard.beside ? keyboard_rect(frame, mine.keyboard).w : frame.px(1000);
    auto place = first.board.empty() ? frame.screen() : first.board;
    if (first.board.empty()) place = place.inset(frame.px(24), 0);
    const double wide = std::min(most, place.w);
    const double bottom = under.empty() ? frame.screen().h - frame.px(136) : under.y - frame.px(16);
    const double middle = under.empty() ? place.centre().x : under.centre().x;
    const double x = std::clamp(middle - wide / 2, place.x, std::max(place.x, place.right() - wide));
    const base::Rect box{std::round(x), std::round(std::max(frame.px(8), bottom - high)), wide, high};
    frame.block("ground", box);
    frame.painter.shadow(box, frame.px(radius::card), frame.px(36), 0.14 * theme.shadow);
    frame.painter.fill(box, frame.px(radius::card), theme.surface);
    frame.painter.stroke(box, frame.px(radius::card), theme.line, frame.px(1));
    auto rest = box.inset(frame.px(20), frame.px(16));
    Ink ink;
    ink.weight = paint::Weight::semibold;
    auto head = rest.cut_top(frame.px(32));
    draw_key(frame, head, mine.field.lines, verb);
    label(frame, head, heading_of(mine, room), ink, "title");
    rest.cut_top(frame.px(10));
    auto buttons = rest.cut_right(frame.px(190));
    rest.cut_right(frame.px(16));
    ButtonLook away;
    away.kind = ButtonKind::quiet;
    away.icon = icon::tablet;
    const auto from_tablet = base::tr("wall.item.hand");
    const double away_wide = button_width(frame, from_tablet, away);
    base::Rect away_place;
    if (can_hand_over(mine, view) && rest.w - away_wide >= frame.px(least_field_wide)) {
        away_place = rest.cut_right(away_wide);
        rest.cut_right(frame.px(8));
    }
    FieldLook look;
    look.design = 24;
    look.spelling = mine.what != Writing::What::wifi_name && mine.what != Writing::What::wifi_secret;
    const auto written = text_field(frame, "text", rest, mine.field, look);
    if (mine.wants_keyboard) {
        mine.wants_keyboard = false;
        frame.focus("text");
    }
    // The keyboard stays with the field while a hand presses these.
    const Frame::KeepFocus keep(frame);
    const double each = (buttons.h - frame.px(8)) / 2;
    ButtonLook primary;
    primary.kind = mine.what == What::withdraw ? ButtonKind::danger : ButtonKind::primary;
    primary.enabled = may_be_empty(mine.what) || !trimmed(mine.field.text).empty();
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    const bool cancelled = button(frame, "cancel", buttons.cut_top(each), base::tr("wall.cancel"), quiet);
    buttons.cut_top(frame.px(8));
    const bool saved = button(frame, "save", buttons, verb, primary) || written.entered;
    away.enabled = !trimmed(mine.field.text).empty();
    const bool handed = !away_place.empty() && button(frame, "hand", away_place.cut_top(each), from_tablet, away);
    if (saved) save(mine, first, room, out);
    if (handed) hand_over(mine, room, out);
    if (cancelled || frame.take_key(Key::escape)) mine.what = What::nothing;
    if (mine.is_open()) return false;
    if (frame.focused_path().starts_with(frame.path(""))) frame.focus("");
    frame.redraw_in(0);
    return true;
}

}  // namespace

void draw_writing(Writing& mine, const views::WallView& view, Frame& frame, Intents& out) {
    place_asked(mine, frame);
    if (mine.second.empty()) {
        draw_writer(mine, mine, "writing", view, frame, out);
        return;
    }
    auto& second = mine.second.front();
    if (mine.is_open() && second.is_open() && !mine.keyboard.beside) {
        const bool left = mine.begun_at.x <= second.begun_at.x;
        mine.keyboard.place = left ? Keyboard::Place::left : Keyboard::Place::right;
        second.keyboard.place = left ? Keyboard::Place::right : Keyboard::Place::left;
        mine.keyboard.beside = second.keyboard.beside = true;
    }
    // Who is left goes on where he is, with keys of the same size.
    const bool first_closed = draw_writer(mine, mine, "writing", view, frame, out);
    const bool second_closed = draw_writer(second, mine, "writing2", view, frame, out);
    if (first_closed && second.is_open()) second.wants_keyboard = true;
    if (second_closed && mine.is_open()) mine.wants_keyboard = true;
    if (mine.is_open() || second.is_open()) return;
    for (auto* card : {&mine, &second}) {
        card->keyboard.beside = false;
        card->keyboard.place = Keyboard::Place::middle;
    }
}

}  // namespace ui
