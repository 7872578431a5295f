#pragma once
#include "ui/gallery.hpp"

namespace ui {

void draw_gallery_sheet(Gallery& mine, Frame& frame);
void draw_gallery_live(Gallery& mine, Frame& frame);

}  // namespace ui
