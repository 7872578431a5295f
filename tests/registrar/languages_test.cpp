#include "registrar/room.hpp"

namespace {

base::Id add_in(Room& room, intents::Visitor visitor, const std::string& text, const std::string& language) {
    intents::AddNote wish;
    wish.block = silent_ideas;
    wish.text = text;
    wish.language = language;
    const auto note = base::parse_id(Room::member(room.say(visitor, wish), "ack", "note"));
    REQUIRE(note);
    room.settle();
    return *note;
}

bool tells(const std::string& page, const std::string& words) {
    return page.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a note keeps the language that it was written in, whoever reads it") {
    Room room;
    room.join(1);
    intents::Hello audience;
    audience.role = intents::Role::audience;
    audience.join = room.workshop().join_code();
    room.hello(5, audience);
    room.go_to(silent_ideas);
    const auto note = add_in(room, 1, "خريطة القاعات", "ar");
    CHECK(room.cells().text(note, "note.language") == "ar");
    CHECK(tells(room.page("tablet/sv"), R"("lang":"ar")"));
    CHECK(tells(room.page("audience"), R"("lang":"ar")"));
}

TEST_CASE("a note that waits is told to the trainer and its writer in its own language") {
    Room room(true);
    room.join(1);
    room.pair(2);
    room.go_to(silent_ideas);
    add_in(room, 1, "Kartta tiloista", "fi");
    CHECK(tells(room.page("remote"), R"("lang":"fi")"));
}
