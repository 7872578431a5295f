#pragma once
#include "ui/frame.hpp"

namespace ui {

/// "Testa skärmen": what the display notices of hands, whether four people can work at it, and how large it is.
struct ScreenTest {
    bool open = false;
    int most = 0;                         // fingers at once since it was opened
    bool four = false;                    // four people held a place each
    double four_since_s = -1;             // all four are held since; below 0: they are not
    double first_inches = 0;              // when it was opened
    double drag_inches = 0, drag_px = 0;  // of the bar, when a hand took its end; 0: none has
};

void begin_screen_test(ScreenTest& mine, const DisplaySettings& display);
/// The whole window, until it is closed. Sets the diagonal by a bar of 100 mm, and how many fingers there can be. Ids:
/// "test/pad/1" … "4", "test/bar", "test/shorter", "test/longer", "test/now", "test/most", "test/four", "test/close".
void draw_screen_test(ScreenTest& mine, DisplaySettings& display, Frame& frame);

}  // namespace ui
