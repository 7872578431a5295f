#pragma once
#include "registrar/wall_ear.hpp"

/// The wall of a room: what it was told last.
struct SessionWall : WallEar {
    Room room;

    SessionWall() {
        room.join(1, "Tove");
        room.go_to("ideer-i-tysthet");
        look({});
    }
    void look(views::WallScope scope) {
        room.workshop().look(std::move(scope));
        hear();
    }
    void ask(const intents::Intent& intent) {
        room.workshop().deed(intent);
        hear();
    }
    void hear() {
        WallEar::hear(room);
        REQUIRE(view);
    }
    const std::vector<views::NoteView>& notes() const { return view->remote.room.wall; }
};
