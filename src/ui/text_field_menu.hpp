#pragma once
#include "ui/text_field.hpp"

/// The menu of a field's selection, for hands without keys. text_field alone uses it.
namespace ui {

/// It stands beside the field from now on, for a while. `x_px`: where the hand is.
void open_text_menu(Frame& frame, TextField& field, double x_px);
/// Draws it while it stands there, above all else: what is tapped comes to the field as if keys were pressed.
void offer_text_deeds(Frame& frame, std::string_view id, const base::Rect& rect, const TextField& field);
/// Ctrl+A: whoever selects all has not done with the menu.
bool selects_all(const InputEvent& event);

}  // namespace ui
