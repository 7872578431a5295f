#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ui/note_hands.hpp"

namespace ui {

/// How the groups of an idea wall are touched: carried by their titles, or moved by taps alone.
struct ClusterHands {
    std::optional<base::Id> chosen;  // by its title
    bool aims = false;               // the next tap says where it goes
    std::optional<base::Id> target;  // the group that was tapped: in front of it, behind it, or into it?
    std::string block;               // that it was chosen in
    struct Carried {
        base::Id cluster;
        Drag drag;
    };
    std::vector<Carried> carried;  // in this frame

    void let_go();
};

/// Titles, before the notes are touched: a tap opens the group's menu, a drag carries all of it. Ids:
/// "cluster/<id>/title".
void touch_titles(ClusterHands& mine, NoteHands& notes, const views::RoomView& room, const paint::IdeaWall& wall,
                  Frame& frame, Intents& out);
/// After the notes: the groups that are carried, and where they may be put down; while one is aimed with, the others to
/// tap. Dropped in the middle of another group it is joined with it, at its edges it is put beside it. Ids:
/// "cluster/<id>/target", "last".
void carry_clusters(ClusterHands& mine, const views::RoomView& room, const paint::IdeaWall& wall, Frame& frame,
                    Intents& out);
/// Ids: "cluster/menu/rename", "move", "remove", and at a group that was tapped "before", "join", "after".
void cluster_menu(ClusterHands& mine, Writing& writing, const views::RoomView& room, const paint::IdeaWall& wall,
                  const base::Rect& board, Frame& frame, Intents& out);

}  // namespace ui
