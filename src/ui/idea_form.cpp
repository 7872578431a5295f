#include "ui/idea_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "register/meeting.hpp"
#include "ui/scroll.hpp"
#include "ui/widgets.hpp"
#include "views/idea_parts.hpp"

namespace ui {
namespace {

using base::tr;
using Kind = FormField::Kind;

constexpr std::string_view picture_prefix = "idea.picture/", week_target = "idea.test/week";
constexpr std::string_view meeting_target = "idea.next_meeting";
constexpr double label_high = 34, line_high = 64, lines_high = 132, form_gap = 22, chip_high = 48, unread_high = 80;

std::string_view column_of(std::string_view target) {
    const auto slash = target.find('/');
    return target.substr(5, slash == std::string_view::npos ? slash : slash - 5);
}
std::string_view member_of(std::string_view target) {
    const auto slash = target.find('/');
    return slash == std::string_view::npos ? std::string_view() : target.substr(slash + 1);
}

template <std::size_t count>
void offer(FormField& field, const std::array<std::string_view, count>& codes, std::string_view prefix) {
    field.kind = Kind::choice;
    field.choices.assign(codes.begin(), codes.end());
    field.choice_prefix = prefix;
}

Kind kind_of(std::string_view target) {
    constexpr std::array<std::string_view, 3> dates{"idea.review_date", "idea.decision/date", "idea.next_step_when"};
    if (std::find(dates.begin(), dates.end(), target) != dates.end()) return Kind::date;
    constexpr std::array<std::string_view, 16> short_ones{week_target,
                                                          "idea.decision/diary_number",
                                                          "idea.title",
                                                          "idea.unit",
                                                          "idea.area",
                                                          "idea.coach_role",
                                                          "idea.owner_role",
                                                          "idea.next_step_who",
                                                          "idea.next_meeting",
                                                          "idea.test/period",
                                                          "idea.test/n",
                                                          "idea.test/place",
                                                          "idea.decision/decider",
                                                          "idea.decision/amount",
                                                          "idea.test/baseline",
                                                          "idea.test/threshold"};
    return std::find(short_ones.begin(), short_ones.end(), target) != short_ones.end() ? Kind::line : Kind::lines;
}

/// Answers that are given again and again: chips under a text.
std::vector<std::string> suggestions_of(std::string_view target) {
    if (target == "idea.feedback") return {tr("wall.form.no_contact")};
    return {};
}

/// "35,5" as a number.
std::optional<double> number_in(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (wrong != std::errc() || end == text.data()) return std::nullopt;
    return value;
}

std::string held_member(std::string_view target, const ideas::IdeaCard& card) {
    const auto parts = views::read_parts(card);
    const auto& members = column_of(target) == "test" ? parts.test : parts.decision;
    const auto found = members.find(std::string(member_of(target)));
    return found == members.end() ? std::string() : found->second;
}

views::PicturePart part_of(const FormField& field, const ideas::IdeaCard& card) {
    views::PicturePart part;
    for (auto& known : views::read_parts(card).picture) {
        if (known.dimension == member_of(field.target)) part = known;
    }
    part.level.reset();
    if (!field.chosen.empty()) part.level = field.chosen[0] - '0';
    part.note = base::tidy(field.text.text, true);
    part.question = base::tidy(field.question.text, true);
    return part;
}

std::string choice_words(const FormField& field, const std::string& code) {
    if (field.kind == Kind::level) return code.empty() ? tr("wall.form.unknown") : code;
    return tr(field.choice_prefix + code);
}

/// Where each chip stands, wrapped; returns the height.
double lay_chips(Frame& frame, const FormField& field, const base::Rect& place, std::vector<base::Rect>& out) {
    double x = place.x, y = place.y;
    const double high = frame.px(chip_high), between = frame.px(8);
    for (const auto& code : field.choices) {
        const double wide = filter_chip_width(frame, choice_words(field, code), field.chosen == code);
        if (x > place.x && x + wide > place.right()) {
            x = place.x;
            y += high + between;
        }
        out.push_back({x, y, std::min(wide, place.w), high});
        x += wide + between;
    }
    return y + high - place.y;
}

double chips_height(Frame& frame, const FormField& field, double width_px) {
    std::vector<base::Rect> places;
    return lay_chips(frame, field, {0, 0, width_px, 0}, places);
}

double body_height(Frame& frame, const FormField& field, double width_px) {
    switch (field.kind) {
        case Kind::choice:
            return chips_height(frame, field, width_px);
        case Kind::level:
            return chips_height(frame, field, width_px) + frame.px(12 + lines_high + 12 + label_high + line_high);
        case Kind::date:
            return frame.px(line_high + 8 + chip_high);
        case Kind::line:
            return frame.px(line_high + (field.target == meeting_target ? 8 + unread_high : 0));
        case Kind::lines:
            return frame.px(lines_high + (suggestions_of(field.target).empty() ? 0 : 8 + chip_high));
    }
    return 0;
}

void draw_chips(Frame& frame, FormField& field, base::Rect& rest) {
    std::vector<base::Rect> places;
    const double high = lay_chips(frame, field, rest, places);
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
        const auto& code = field.choices[i];
        const auto id = "choice/" + (code.empty() ? std::string("unknown") : code);
        if (filter_chip(frame, id, places[i], choice_words(field, code), field.chosen == code)) field.chosen = code;
    }
    rest.cut_top(high);
}

void write_in(Frame& frame, std::string_view id, const base::Rect& rect, TextField& text, Keyboard& keyboard,
              std::string_view placeholder = {}) {
    FieldLook look;
    look.placeholder = placeholder;
    if (text_field(frame, id, rect, text, look).got) keyboard.open = true;
}

void draw_date(Frame& frame, FormField& field, base::Rect rest, Keyboard& keyboard) {
    write_in(frame, "text", rest.cut_top(frame.px(line_high)), field.text, keyboard, tr("wall.form.date_example"));
    rest.cut_top(frame.px(8));
    const bool is_past = field.target == "idea.decision/date";
    struct Choice {
        std::string_view key;
        int days;
    };
    const std::array<Choice, 3> ahead{
        Choice{"wall.form.in_a_week", 7}, {"wall.form.in_a_month", 30}, {"wall.form.in_three_months", 91}};
    const std::array<Choice, 2> back{Choice{"wall.form.today", 0}, {"wall.form.yesterday", -1}};
    const auto offered = is_past ? std::span<const Choice>(back) : std::span<const Choice>(ahead);
    for (const auto& choice : offered) {
        const auto words = tr(choice.key);
        const auto date = base::to_local_date(frame.host_now_ms() + choice.days * base::day_ms);
        const bool on = field.text.text == date;
        const auto place = rest.cut_left(filter_chip_width(frame, words, on));
        rest.cut_left(frame.px(8));
        if (filter_chip(frame, choice.key, place, words, on)) field.text.set(date);
    }
}

/// A meeting is written in words of one's own: says when no day can be read from them.
void draw_meeting_field(Frame& frame, FormField& field, base::Rect rest, Keyboard& keyboard) {
    write_in(frame, "text", rest.cut_top(frame.px(line_high)), field.text, keyboard, tr("wall.form.meeting_example"));
    if (!is_filled(field) || ideas::find_meeting(field.text.text, frame.host_now_ms())) return;
    rest.cut_top(frame.px(8));
    Ink ink;
    ink.colour = frame.theme.warn;
    ink.most_lines = 3;
    ink.down = paint::Align::start;
    ink.least_design = 16;
    draw_icon(frame, rest.cut_left(frame.px(24)).cut_top(frame.px(26)), icon::warning, 18, *ink.colour);
    rest.cut_left(frame.px(8));
    label(frame, rest, tr("wall.form.meeting_unread"), ink, "unread");
}

void draw_body(Frame& frame, FormField& field, base::Rect rest, Keyboard& keyboard) {
    if (field.kind == Kind::choice) return draw_chips(frame, field, rest);
    if (field.kind == Kind::date) return draw_date(frame, field, rest, keyboard);
    if (field.target == meeting_target) return draw_meeting_field(frame, field, rest, keyboard);
    if (field.kind == Kind::line) return write_in(frame, "text", rest, field.text, keyboard);
    if (field.kind == Kind::level) {
        draw_chips(frame, field, rest);
        rest.cut_top(frame.px(12));
        write_in(frame, "text", rest.cut_top(frame.px(lines_high)), field.text, keyboard, tr("wall.form.note"));
        rest.cut_top(frame.px(12));
        Ink ink;
        ink.colour = frame.theme.ink2;
        label(frame, rest.cut_top(frame.px(label_high)), tr("wall.form.question"), ink);
        return write_in(frame, "question", rest.cut_top(frame.px(line_high)), field.question, keyboard);
    }
    write_in(frame, "text", rest.cut_top(frame.px(lines_high)), field.text, keyboard);
    rest.cut_top(frame.px(8));
    for (const auto& words : suggestions_of(field.target)) {
        const bool on = field.text.text == words;
        if (filter_chip(frame, "suggestion", rest.cut_left(filter_chip_width(frame, words, on)), words, on)) {
            field.text.set(words);
        }
    }
}

/// A sign before the heading and a word behind it: not by colour alone.
void draw_lack(Frame& frame, base::Rect& row, Ink& heading) {
    heading.colour = frame.theme.error;
    draw_icon(frame, row.cut_left(frame.px(22)), icon::warning, 20, frame.theme.error);
    row.cut_left(frame.px(8));
    const auto words = tr("wall.form.lacks");
    label(frame, row.cut_right(text_size(frame, words, heading).w + 1), words, heading, "lacks");
    row.cut_right(frame.px(8));
}

}  // namespace

FormField make_field(std::string_view target, std::string_view label_key, const ideas::IdeaCard& card) {
    FormField field;
    field.target = target;
    field.label_key = label_key;
    field.kind = kind_of(target);
    const auto column = column_of(target);
    const auto member = member_of(target);
    auto text = column == "title" ? card.title : card.text(column);
    if (!member.empty()) text = held_member(target, card);
    if (target == "idea.giver_category") offer(field, ideas::giver_categories, "idea.giver.");
    if (target == "idea.path") offer(field, ideas::paths, "idea.path.");
    if (target == "idea.outcome") offer(field, ideas::outcomes, "idea.outcome.");
    if (target == "idea.test/met") {
        offer(field, std::array<std::string_view, 3>{"met", "not_met", "inconclusive"}, "idea.met.");
    }
    if (target == "idea.follow_up") text.clear();  // the first plan: what and when, in words
    field.text.lines = field.kind == Kind::lines || field.kind == Kind::level;
    field.text.most_graphemes = target == "idea.title" ? 140 : 2000;
    if (target.starts_with(picture_prefix)) {
        field.kind = Kind::level;
        field.choices = {"0", "1", "2", "3", "4", ""};
        for (const auto& part : views::read_parts(card).picture) {
            if (part.dimension != member) continue;
            if (part.level) field.chosen = std::to_string(*part.level);
            text = part.note;
            field.question.set(part.question);
        }
        field.text.lines = true;
    }
    if (field.kind == Kind::choice) {
        field.chosen = text;
    } else {
        field.text.set(text);
    }
    // What was to be reached is not moved once the test runs (domain 3.3).
    if (target == "idea.test/threshold" && card.state >= ideas::State::testing && !text.empty()) {
        field.locked_key = "wall.form.threshold_locked";
    }
    return field;
}

bool is_filled(const FormField& field) {
    if (field.kind == Kind::choice) return !field.chosen.empty();
    if (field.kind == Kind::level) return !field.chosen.empty() || !base::trimmed(field.text.text).empty();
    return !base::trimmed(field.text.text).empty();
}

std::map<std::string, std::string> form_fields(const std::vector<FormField>& fields, std::size_t step,
                                               const ideas::IdeaCard& card) {
    std::map<std::string, std::string> out;
    for (const auto& field : fields) {
        if (field.step != step || !field.locked_key.empty()) continue;
        const std::string column(column_of(field.target));
        const auto text = field.kind == Kind::choice ? field.chosen : base::tidy(field.text.text, field.text.lines);
        const auto held = out.contains(column) ? out[column] : card.text(column);
        if (field.target == week_target) {
            if (const auto value = number_in(text)) out[column] = views::with_week(held, {field.week, *value});
        } else if (field.kind == Kind::level) {
            out[column] = views::with_part(held, part_of(field, card));
        } else if (field.target == "idea.follow_up") {
            if (!text.empty()) out[column] = views::follow_up_json({{tr("wall.form.follow_up_after"), text}});
        } else if (const auto member = member_of(field.target); !member.empty()) {
            out[column] = views::with_members(held, {{std::string(member), text}});
        } else {
            out[column] = text;
        }
    }
    return out;
}

double form_height(Frame& frame, const std::vector<FormField>& fields, double width_px) {
    double high = 0;
    for (const auto& field : fields) high += frame.px(label_high + form_gap) + body_height(frame, field, width_px);
    return high;
}

void draw_form(Frame& frame, const base::Rect& place, std::vector<FormField>& fields, Keyboard& keyboard) {
    frame.hold_letters();
    // The keyboard stands beside the sheet, however large it is: fields and what saves them stay free.
    const auto screen = frame.screen();
    const double side = frame.px(24);
    keyboard.within = frame.dock_left() ? base::Rect{place.right() + side, 0, screen.w - place.right() - side, screen.h}
                                        : base::Rect{0, 0, place.x - side, screen.h};
    const double inner = place.w - frame.px(12);
    Scroll scroll(frame, "form", place, form_height(frame, fields, inner));
    auto rest = scroll.content();
    rest.w = inner;
    for (auto& field : fields) {
        const Frame::Scope scope(frame, field.target);
        Ink heading;
        heading.weight = paint::Weight::semibold;
        heading.least_design = 18;
        auto row = rest.cut_top(frame.px(label_high));
        if (field.wanted && !is_filled(field)) draw_lack(frame, row, heading);
        label(frame, row, tr(field.label_key), heading, "label");
        const auto body = rest.cut_top(body_height(frame, field, inner));
        rest.cut_top(frame.px(form_gap));
        // What is out of sight is drawn too, so that Tab leads there.
        if (field.locked_key.empty()) {
            draw_body(frame, field, body, keyboard);
            continue;
        }
        FieldLook look;
        const auto why = tr(field.locked_key);
        look.locked_by = why;
        text_field(frame, "text", {body.x, body.y, body.w, frame.px(line_high)}, field.text, look);
    }
}

void form_keyboard(Frame& frame, std::vector<FormField>& fields, Keyboard& keyboard_state) {
    KeyboardView view;
    for (const auto& field : fields) {
        for (const auto* text : {&field.text, &field.question}) {
            if (text->had_keyboard) view.text = std::string_view(text->text).substr(0, text->caret);
        }
    }
    // Beside the sheet, which stands at the other end.
    keyboard_state.place = frame.dock_left() ? Keyboard::Place::right : Keyboard::Place::left;
    keyboard(frame, keyboard_state, view);
}

}  // namespace ui
