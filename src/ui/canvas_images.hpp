#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "ui/canvas_hands.hpp"
#include "ui/widgets.hpp"

namespace ui {

/// Images on their way to a free board: dropped on the window or pasted, until the registrar has them. What is dropped
/// on a note, or pasted while one note is selected, is that note's photo. The window reads and makes them ready beside
/// the frames, and this says where they belong. Main thread.
struct CanvasImages {
    static constexpr std::size_t most = 20;  // on their way at once

    struct Dropped {
        std::string file;  // path
        base::Point at;    // px of the window
    };
    /// What the window is to make ready. An empty file: what the system's clipboard holds.
    struct Wanted {
        std::uint64_t number = 0;
        std::string file;
    };
    struct Ready {
        std::uint64_t number = 0;
        std::string jpeg;  // as intents::PutImage takes it
        int width = 0, height = 0;
        std::string refused;  // a sentence that says why; then there is no JPEG
    };

    std::deque<Dropped> dropped;  // from the window; what is still here after a frame found no board
    std::vector<Wanted> wanted;   // for the window, which empties it
    std::vector<Ready> ready;     // from the window

    /// A place that is kept for one.
    struct Coming {
        std::uint64_t number = 0;
        base::Id board, item;
        base::Rect place;        // board px
        std::string instead_of;  // a note that gets it as its photo: the one that it had
        bool on_note = false;
        std::optional<double> asked_s;  // when the registrar was asked; none: it is not ready
    };
    std::vector<Coming> coming;
    std::uint64_t last_number = 0;
};

/// Takes what was dropped to the board that is looked at, or what the clipboard holds when the tools were to paste and
/// found no text; shows where images are on their way, and asks for those that are ready; tells what could not be
/// taken. Called after the tools. Ids: "image/<number>".
void work_with_images(CanvasImages& mine, CanvasScene& scene, Toasts& toasts);
/// The same where no board is looked at: what was dropped goes nowhere, and whoever did it is told.
void refuse_images(CanvasImages& mine, Frame& frame, Toasts& toasts);

}  // namespace ui
