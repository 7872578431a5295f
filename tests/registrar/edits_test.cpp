// Edits of a note that has been shown, while they wait for the trainer.
#include "registrar/room.hpp"

namespace {

struct Shown {
    Room room{true};
    base::Id note;

    Shown() {
        room.join(1);
        room.go_to(silent_ideas);
        note = room.add_note(1, silent_ideas, "Nyckelskåp");
        room.say(Room::trainer, intents::ApproveNote{note});
    }
    void edit(const std::string& text) { room.say(1, intents::EditNote{note, text, std::nullopt}); }
    /// The only text that waits in the inbox, by its id.
    base::Id waiting() {
        const auto page = room.page("remote");
        const auto inbox = page.substr(page.find(R"("inbox":[)"));
        const auto at = inbox.find(R"("note":")") + 8;
        return base::parse_id(inbox.substr(at, inbox.find('"', at) - at)).value_or(base::Id{});
    }
    std::size_t count(const std::string& words) {
        const auto page = room.page("remote");
        std::size_t found = 0;
        for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1)) ++found;
        return found;
    }
};

}  // namespace

TEST_CASE("of two waiting edits the last is shown, and the first never comes back") {
    Shown shown;
    shown.edit("Nyckelskåp med kod");
    const auto first = shown.waiting();
    shown.edit("Nyckelskåp med kod vid entrén");
    CHECK(shown.waiting() == first);
    CHECK(shown.count(R"("text":"Nyckelskåp med kod","held")") == 0);
    CHECK(Room::acked(shown.room.say(Room::trainer, intents::ApproveNote{first})));
    CHECK(shown.room.cells().text(shown.note, "note.text") == "Nyckelskåp med kod vid entrén");
    CHECK(shown.room.shows("remote", R"("inbox":[])"));
    shown.room.restart();
    CHECK(shown.room.shows("remote", R"("inbox":[])"));
}

TEST_CASE("an edit that the trainer mends before it is shown keeps what its writer wrote") {
    Shown shown;
    shown.edit("Nykelskåp med kod");
    const auto waiting = shown.waiting();
    shown.room.say(Room::trainer, intents::FixNote{waiting, "Nyckelskåp med kod"});
    shown.room.say(Room::trainer, intents::ApproveNote{waiting});
    CHECK(shown.room.cells().text(shown.note, "note.text") == "Nyckelskåp med kod");
    CHECK(shown.room.cells().text(shown.note, "note.original_text") == "Nykelskåp med kod");
}

TEST_CASE("a waiting edit goes with the note that is withdrawn") {
    Shown shown;
    shown.edit("Nyckelskåp med kod");
    shown.room.say(1, intents::WithdrawNote{shown.note});
    CHECK(shown.room.shows("remote", R"("inbox":[])"));
    shown.room.restart();
    CHECK(shown.room.shows("remote", R"("inbox":[])"));
}

TEST_CASE("an edit that is shown at once takes the place of one that waited") {
    Shown shown;
    shown.edit("Nyckelskåp, ring 070-174 06 35");
    shown.room.say(Room::trainer, intents::Moderation{false});
    shown.edit("Nyckelskåp med kod");
    CHECK(shown.room.cells().text(shown.note, "note.text") == "Nyckelskåp med kod");
    CHECK(shown.room.shows("remote", R"("inbox":[])"));
}

TEST_CASE("an edit that still waits when its note has been voted on is not shown; the trainer may mend or hide it") {
    Shown shown;
    shown.edit("Nyckelskåp med kod");
    const auto edit = shown.waiting();
    shown.room.go_to("tre-prickar");
    shown.room.open_poll("tre-prickar");
    const auto refused = shown.room.say(Room::trainer, intents::ApproveNote{edit});
    CHECK(Room::refusal(refused) == "not_now");
    CHECK(Room::member(refused, "nak", "what") == "edit_voted_on");
    CHECK(shown.room.cells().text(shown.note, "note.text") == "Nyckelskåp");
    CHECK(Room::acked(shown.room.say(Room::trainer, intents::HideNote{edit})));
}

TEST_CASE("its writer is told of an edit that waits or is hidden, beside the words that the wall shows") {
    Shown shown;
    const auto told = [&shown](const std::string& words) {
        std::string newest;
        for (const auto& sent : shown.room.told()) {
            const auto* frame = std::get_if<intents::Send>(&sent);
            if (frame == nullptr || frame->visitor != 1) continue;
            if (frame->text->find(R"("t":"mine")") != std::string::npos) newest = *frame->text;
        }
        return newest.find(words) != std::string::npos;
    };
    shown.edit("Nyckelskåp med kod");
    CHECK(told(R"("text":"Nyckelskåp",)"));
    CHECK(told(R"("edit":{"text":"Nyckelskåp med kod","state":"waiting","held":""})"));
    const auto edit = shown.waiting();
    shown.room.say(Room::trainer, intents::HideNote{edit});
    CHECK(told(R"("edit":{"text":"Nyckelskåp med kod","state":"hidden","held":""})"));
    shown.room.say(Room::trainer, intents::ShowNote{edit});
    CHECK(told(R"("text":"Nyckelskåp med kod")"));
    CHECK_FALSE(told(R"("edit":)"));
}

TEST_CASE("the inbox says of an edit which note it changes, and never that it resembles another") {
    Shown shown;
    shown.edit("Nyckelskåp.");
    CHECK(shown.room.shows("remote", R"("edits":{"note":")" + shown.note.text() + R"(","text":"Nyckelskåp"})"));
    CHECK(shown.room.shows("remote", R"("like":null)"));
    CHECK(shown.count(R"("like":{)") == 0);
    shown.room.add_note(1, silent_ideas, "Nyckelskåp");
    CHECK(shown.count(R"("like":{)") == 1);
    CHECK(shown.count(R"("edits":{)") == 1);
}
