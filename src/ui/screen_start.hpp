#pragma once
#include <string>

#include "ui/frame.hpp"
#include "ui/rail.hpp"
#include "views/wall.hpp"

namespace ui {

/// Where the wall begins (mockup 01). Whoever draws it takes `go` and empties it.
struct StartScreen {
    enum class Go {
        nowhere,
        session,
        agenda,
        inbox,
        ideas,
        fresh,
        results,
        idea,
        board,   // a new, empty one
        boards,  // the list of them
        search,
        theme,
        screens,
        net,
        help,
        lock
    };
    Go go = Go::nowhere;
    base::Id idea;       // of Go::idea: whose meeting was tapped
    std::string coming;  // the door that was tapped and opens later: "challenges", "authoring", "report", "course"
};
/// Ids: "start/continue", "start/door/ideas", "start/waiting/tests", "start/meeting/<idea>".
void draw_start(StartScreen& mine, const views::WallView& view, Frame& frame);

}  // namespace ui
