#pragma once
#include <optional>
#include <string_view>

#include "ui/frame.hpp"
#include "views/page.hpp"

namespace ui {

/// A photo that fills the place, cut at its sides; a quiet ground while it is fetched.
void draw_photo(Frame& frame, const views::PhotoView& photo, const base::Rect& place);
/// The whole photo, as large as it can be in the place; the same ground.
void draw_whole_photo(Frame& frame, const views::PhotoView& photo, const base::Rect& place);

/// A small photo that a tap shows large. `text` is what it belongs to. True when it was tapped.
bool photo_button(Frame& frame, std::string_view id, const base::Rect& place, const views::PhotoView& photo,
                  std::string_view text);

/// A photo over the whole screen.
struct LargePhoto {
    std::optional<views::PhotoView> photo;
};
/// Draws it, if there is one, until it is tapped or Escape is pressed. Id: "large_photo".
void draw_large_photo(LargePhoto& mine, Frame& frame);

}  // namespace ui
