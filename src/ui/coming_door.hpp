#pragma once
#include <string>

#include "ui/frame.hpp"

namespace ui {

/// What a door will hold that opens in a later version ("challenges", "authoring", "report", "course"), over the
/// screen; empty: none, and nothing is drawn. `go` is where one can go meanwhile; empty: nowhere. True when one goes
/// there; the door is emptied when it is answered. Ids: "coming/stay", "coming/go".
bool draw_coming(Frame& frame, std::string& door, const std::string& go);

}  // namespace ui
