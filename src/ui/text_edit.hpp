#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "paint/text.hpp"
#include "ui/interaction.hpp"
#include "ui/text_field.hpp"

namespace ui {

/// What an event did to a field.
struct Edited {
    bool changed = false, entered = false, cut = false;
    std::size_t came = 0;  // when cut: how many characters did fit
};
/// Edits a field by one event. `layout` sets a text as the field shows it: carets go by what is seen. Pure but for the
/// clipboard.
Edited edit(TextField& field, const InputEvent& event, const std::function<paint::Text(std::string_view)>& layout,
            Clipboard& clipboard);

/// Writes over the selection; what does not fit, and characters that nobody writes, are left out.
Edited insert(TextField& field, std::string_view text);

}  // namespace ui
