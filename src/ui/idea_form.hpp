#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "register/idea_card.hpp"
#include "ui/keyboard.hpp"
#include "ui/text_field.hpp"

namespace ui {

/// One thing that a sheet asks for. `target` is a field of the schema or a member of one of its JSON fields:
/// "idea.need", "idea.test/threshold", "idea.picture/economy".
struct FormField {
    enum class Kind { line, lines, choice, date, level };
    std::string target;
    std::string label_key;
    Kind kind = Kind::line;
    TextField text;                    // of a level: its note
    TextField question;                // of a level: what is still open
    std::vector<std::string> choices;  // codes; their words are choice_prefix + code
    std::string choice_prefix;
    std::string chosen;  // code, or "0" to "4" of a level; empty: none, or unknown
    std::size_t step = 0;
    std::string week;        // of "idea.test/week": which one the value is for, "v 48"
    std::string locked_key;  // why it cannot be changed now; empty: it can
    bool wanted = false;     // without it there is no going on: marked as long as it is empty
};

/// The field with what the card holds of it. Pure.
FormField make_field(std::string_view target, std::string_view label_key, const ideas::IdeaCard& card);
bool is_filled(const FormField& field);
/// What to send for the fields of one step, column → text; JSON columns with what they held before. Pure.
std::map<std::string, std::string> form_fields(const std::vector<FormField>& fields, std::size_t step,
                                               const ideas::IdeaCard& card);

/// px that the form needs at this width.
double form_height(Frame& frame, const std::vector<FormField>& fields, double width_px);
/// Draws the form, scrolled; the keyboard opens for the field that is written in.
void draw_form(Frame& frame, const base::Rect& place, std::vector<FormField>& fields, Keyboard& keyboard);
/// The keyboard of a form, over everything else.
void form_keyboard(Frame& frame, std::vector<FormField>& fields, Keyboard& keyboard);

}  // namespace ui
