// What the wall's start screen and the trainer's own display are told beside the room.
#include "register/flow.hpp"
#include "registrar/wall_ear.hpp"

TEST_CASE("what is booked today about an idea is told, in order of time, and nothing of other days") {
    Room room;
    room.workshop().look({});
    newest_view(room);
    for (const auto* title : {"Senare i dag", "Tidigt i dag", "En annan dag", "Utan tid"}) {
        room.workshop().deed(intents::AddIdea{{{"title", title}}});
    }
    room.workshop().look({true, {}, {}});
    const auto ideas = newest_view(room)->ideas;
    REQUIRE(ideas);
    const std::map<std::string, std::string> booked{{"Senare i dag", "Möte 1 maj 2026 15.00"},
                                                    {"Tidigt i dag", "Möte fredag 1 maj kl 8"},
                                                    {"En annan dag", "Möte 4 maj 9.00"},
                                                    {"Utan tid", "Möte är bokat"}};
    for (const auto& card : ideas->cards) {
        room.workshop().deed(
            intents::MoveIdea{card.id, "received", {{"description", "Utan nyckel"}, {"giver_category", "workshop"}}});
        room.workshop().deed(intents::FillIdea{card.id, {{"next_meeting", booked.at(card.title)}}});
    }
    const auto view = newest_view(room);
    const auto& start = view->start;
    std::vector<std::string> titles;
    for (const auto& meeting : start.meetings) titles.push_back(meeting.title);
    CHECK(start.ideas == 4);
    REQUIRE(titles == std::vector<std::string>{"Tidigt i dag", "Senare i dag"});
    CHECK(start.meetings.front().has_time);
    CHECK(start.meetings.front().text == "Möte");
}

TEST_CASE("the start screen counts the ideas that the register shows, and as new those of its first column") {
    Room room;
    room.workshop().look({});
    newest_view(room);
    for (const auto* title : {"Utkast", "Mottagen", "Samtalad"}) {
        room.workshop().deed(intents::AddIdea{{{"title", title}}});
    }
    room.workshop().look({true, {}, {}});
    const auto ideas = newest_view(room)->ideas;
    REQUIRE(ideas);
    for (const auto& card : ideas->cards) {
        if (card.title == "Utkast") continue;
        room.workshop().deed(
            intents::MoveIdea{card.id, "received", {{"description", "Utan nyckel"}, {"giver_category", "workshop"}}});
        newest_view(room);
        if (card.title != "Samtalad") continue;
        room.workshop().deed(intents::MoveIdea{card.id, "dialogue", {{"unit", "Kundcenter"}}});
    }
    const auto view = newest_view(room);
    std::int64_t fresh = 0;
    for (const auto& card : view->ideas->cards) {
        if (ideas::column_of(card.state) == ideas::Column::fresh) ++fresh;
    }
    CHECK(view->start.ideas == static_cast<std::int64_t>(view->ideas->all));
    CHECK(view->start.fresh == fresh);
    CHECK(fresh == 2);
}

TEST_CASE("who is here and has not written in the block is told the wall's own views, and nobody else") {
    Room room;
    room.workshop().look({});
    room.join(1, "Tove");
    room.join(2, "Elif");
    room.go_to(silent_ideas);
    CHECK(newest_view(room)->quiet.size() == 2);
    room.add_note(1, silent_ideas, "Nyckelskåp med kod");
    const auto view = newest_view(room);
    CHECK(view->quiet.size() == 1);
    CHECK(view->writers == 1);
    CHECK_FALSE(room.shows("tablet/sv", "quiet"));
    CHECK_FALSE(room.shows("remote", "\"quiet\""));
    room.leave(2);
    room.add_note(1, silent_ideas, "Svar samma kväll");
    CHECK(newest_view(room)->quiet.empty());
}
