#pragma once
#include <optional>

#include "ui/frame.hpp"

namespace ui {

/// A file that is being written beside the frames.
struct FileWork {
    // The window says them in each frame.
    std::optional<int> percent;  // how far it has come; nothing: none is
    int number = 0;              // another one is another file

    bool wants_stop = false;  // a hand stops it: taken by the window
    bool stopped = false;     // and it has not yet ended
    int seen = 0;             // the number of the one that was last seen here
    double since_s = 0;       // when it was first seen
};
/// How far it has come and "Avbryt", at the foot of `area`; of what is done in a moment nothing is told. Returns the
/// height that it takes, px. Ids: "file/text", "file/stop".
double draw_file_work(FileWork& mine, Frame& frame, const base::Rect& area);

}  // namespace ui
