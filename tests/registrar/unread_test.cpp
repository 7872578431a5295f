// Nobody's words are shown unread: a giver may have changed them since the trainer looked.
#include "registrar/room.hpp"

namespace {

/// A note that waits, and what the trainer has read of it.
struct Read {
    Room room{true};
    base::Id note;
    std::string version;

    Read() {
        room.join(1);
        room.go_to(silent_ideas);
        note = room.add_note(1, silent_ideas, "Boka på nätet");
        version = version_of(note);
    }
    /// As the remote is told it, in the inbox or among what is hidden.
    std::string version_of(const base::Id& which) {
        const std::string page = room.page("remote"), mark = R"("version":")";
        const auto at = page.find(mark, page.find(R"({"note":")" + which.text() + "\"")) + mark.size();
        return page.substr(at, page.find('"', at) - at);
    }
    void edit(const base::Id& which, const std::string& text) {
        CHECK(Room::acked(room.say(1, intents::EditNote{which, text, std::nullopt})));
    }
    bool is_shown(const base::Id& which) { return room.cells().find(which) != nullptr; }
};

bool refuses_changed(const Room::Frames& frames) {
    return Room::refusal(frames) == "not_now" && Room::member(frames, "nak", "what") == "changed" &&
           Room::member(frames, "nak", "text").find("ändrats") != std::string::npos;
}

}  // namespace

TEST_CASE("a note that was changed after the trainer read it is not shown before it has been read again") {
    Read read;
    CHECK(read.version.size() == 16);
    read.edit(read.note, "Något helt annat");
    CHECK(refuses_changed(read.room.say(Room::trainer, intents::ApproveNote{read.note, false, read.version})));
    CHECK_FALSE(read.is_shown(read.note));
    const auto now = read.version_of(read.note);
    CHECK(now != read.version);
    CHECK(Room::acked(read.room.say(Room::trainer, intents::ApproveNote{read.note, false, now})));
    CHECK(read.room.cells().text(read.note, "note.text") == "Något helt annat");
}

TEST_CASE("what is held and was changed is not shown by the press that was meant for the words before") {
    Read read;
    read.edit(read.note, "Ring 070-174 06 35");
    const auto held = read.version_of(read.note);
    read.edit(read.note, "Ring 070-174 06 35 och skrik");
    CHECK(refuses_changed(read.room.say(Room::trainer, intents::ApproveNote{read.note, true, held})));
    CHECK_FALSE(read.is_shown(read.note));
}

TEST_CASE("a client that says no version shows what stands there") {
    Read read;
    read.edit(read.note, "Boka på webben");
    CHECK(Room::acked(read.room.say(Room::trainer, intents::ApproveNote{read.note})));
    CHECK(read.room.cells().text(read.note, "note.text") == "Boka på webben");
}

TEST_CASE("of many notes those that were changed wait, and the trainer is told how many") {
    Read read;
    const auto other = read.room.add_note(1, silent_ideas, "Öppna på kvällen");
    const auto others = read.version_of(other);
    read.edit(read.note, "Något helt annat");
    const intents::ReviewNotes wish{{read.note, other}, intents::Review::show, {read.version, others}};
    const auto told = read.room.say(Room::trainer, wish, "batch");
    CHECK(Room::member(told, "ack", "changed") == "1");
    CHECK(Room::member(read.room.say(Room::trainer, wish, "batch"), "ack", "changed") == "1");
    CHECK(read.is_shown(other));
    CHECK_FALSE(read.is_shown(read.note));
    CHECK(refuses_changed(
        read.room.say(Room::trainer, intents::ReviewNotes{{read.note}, intents::Review::show, {read.version}})));
}

TEST_CASE("an edit of a shown note that was edited again is not shown by the press that was meant for the first") {
    Read read;
    CHECK(Room::acked(read.room.say(Room::trainer, intents::ApproveNote{read.note, false, read.version})));
    read.edit(read.note, "Boka på webben");
    const std::string page = read.room.page("remote"), mark = R"("inbox":[{"note":")";
    const auto edit = base::parse_id(page.substr(page.find(mark) + mark.size(), 36)).value();
    const auto version = read.version_of(edit);
    read.edit(read.note, "Boka hos mig");
    CHECK(refuses_changed(read.room.say(Room::trainer, intents::ApproveNote{edit, false, version})));
    CHECK(read.room.cells().text(read.note, "note.text") == "Boka på nätet");
}

TEST_CASE("what was hidden and is changed while it is so is read before it is shown, and so is what is joined") {
    Read read;
    const auto into = read.room.add_note(1, silent_ideas, "Boka i telefonen");
    CHECK(Room::acked(read.room.say(Room::trainer, intents::ApproveNote{into})));
    CHECK(Room::acked(read.room.say(Room::trainer, intents::HideNote{read.note})));
    CHECK(read.version_of(read.note) == read.version);
    read.edit(read.note, "Något helt annat");
    CHECK(refuses_changed(read.room.say(Room::trainer, intents::ShowNote{read.note, false, read.version})));
    CHECK(refuses_changed(read.room.say(Room::trainer, intents::MergeNotes{read.note, into, read.version})));
    CHECK_FALSE(read.is_shown(read.note));
    const auto now = read.version_of(read.note);
    CHECK(Room::acked(read.room.say(Room::trainer, intents::MergeNotes{read.note, into, now})));
}
