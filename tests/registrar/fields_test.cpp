// The words of an item, handed over by the wall to be written on a tablet or a remote.
#include "registrar/board_wall.hpp"

namespace {

using How = intents::UseField::How;

/// A note on the wall, two tablets and the remote.
struct FieldRoom : BoardWall {
    model::Item lies;

    FieldRoom() {
        room.say(Room::trainer, intents::Moderation{false});
        lies = put_note("Fika");
        room.join(1, "Tove");
        room.join(2, "Elif");
    }
    void hand() { ask(intents::HandField{board, lies.id}); }
    const std::optional<views::HandedField>& field() {
        hear();
        return view->remote.room.field;
    }
    Room::Frames use(intents::Visitor visitor, How how, std::string text = {}, std::string said = {}) {
        return use_of(field() ? field()->id : base::new_id(room.now()), visitor, how, std::move(text), std::move(said));
    }
    Room::Frames use_of(const base::Id& which, intents::Visitor visitor, How how, std::string text = {},
                        std::string said = {}) {
        const intents::UseField wish{how, which, std::move(text)};
        if (visitor >= Room::trainer) return room.say(visitor, intents::LeadField{wish}, std::move(said));
        return room.say(visitor, wish, std::move(said));
    }
    std::string words() {
        hear();
        return items.at(lies.id).text;
    }
};

}  // namespace

TEST_CASE("a field that the wall hands over is taken by one tablet, and what it writes stands on the note") {
    FieldRoom it;
    CHECK(it.room.shows("tablet/sv", R"("field":null)"));
    it.hand();
    REQUIRE(it.field());
    CHECK(it.field()->item == it.lies.id);
    CHECK(it.field()->is_free());
    const auto id = it.field()->id;
    CHECK(it.room.shows("tablet/sv", R"("field":{"id":")" + id.text() + R"(","taken":false,"most":600})"));
    CHECK(it.room.shows("remote", R"("text":"Fika","by":"")"));
    CHECK(Room::member(it.use(1, How::take), "ack", "text") == "Fika");
    CHECK(it.field()->by == "seat");
    CHECK(it.room.shows("tablet/sv", R"("taken":true,"most":600})"));
    CHECK(it.words() == "Fika");
    CHECK(Room::acked(it.use(1, How::write, "Byt tid på fikat")));
    CHECK(it.words() == "Byt tid på fikat");
    CHECK_FALSE(it.field());
    CHECK(it.refusals.empty());
    // It is undone at the wall as any change of that item's words.
    it.ask(intents::UndoItem{it.board, it.lies.id});
    CHECK(it.words() == "Fika");
}

TEST_CASE("nobody but who has taken it writes in it, nor takes it too, nor writes in another item") {
    FieldRoom it;
    CHECK(Room::member(it.use(1, How::take), "nak", "what") == "field_gone");
    it.hand();
    CHECK(Room::refusal(it.use(1, How::write, "Utan att ta")) == "not_yours");
    CHECK(Room::acked(it.use(1, How::take)));
    CHECK(Room::member(it.use(2, How::take), "nak", "what") == "field_taken");
    CHECK(Room::member(it.use(Room::trainer, How::take), "nak", "what") == "field_taken");
    CHECK(Room::refusal(it.use(2, How::write, "Jag med")) == "not_yours");
    CHECK(Room::refusal(it.use(2, How::put_down)) == "not_yours");
    CHECK(Room::refusal(it.use(Room::trainer, How::write, "Jag med")) == "not_yours");
    CHECK(Room::member(it.use_of(it.lies.id, 1, How::write, "Med lappens id"), "nak", "what") == "field_gone");
    // The same taker may say it again, as after a loss.
    CHECK(Room::acked(it.use(1, How::take)));
    CHECK(it.words() == "Fika");
    // Only the wall hands over.
    CHECK(Room::refusal(it.room.say(1, intents::HandField{it.board, it.lies.id})) == "denied");
    CHECK(Room::refusal(it.room.say(Room::trainer, intents::HandField{it.board, it.lies.id})) == "denied");
}

TEST_CASE("what was written is written once: the same message again is answered alike, another comes too late") {
    FieldRoom it;
    it.hand();
    const auto id = it.field()->id;
    it.use(1, How::take);
    CHECK(Room::acked(it.use_of(id, 1, How::write, "Först", "w1")));
    it.ask(intents::PutItems{it.board, "write_item", {[&] {
                                 auto changed = it.items.at(it.lies.id);
                                 changed.text = "Vid väggen";
                                 return changed;
                             }()}});
    CHECK(Room::acked(it.use_of(id, 1, How::write, "Först", "w1")));
    CHECK(it.words() == "Vid väggen");
    CHECK(Room::member(it.use_of(id, 1, How::write, "Sedan"), "nak", "what") == "field_gone");
}

TEST_CASE("the remote takes it as a tablet does, and whoever has taken it can put it down") {
    FieldRoom it;
    it.hand();
    CHECK(Room::acked(it.use(Room::trainer, How::take)));
    CHECK(it.field()->by == "remote");
    CHECK(Room::member(it.use(1, How::take), "nak", "what") == "field_taken");
    CHECK(Room::acked(it.use(Room::trainer, How::write, "Från fjärren")));
    CHECK(it.words() == "Från fjärren");
    it.hand();
    it.use(2, How::take);
    CHECK(Room::acked(it.use(2, How::put_down)));
    CHECK_FALSE(it.field());
    CHECK(it.words() == "Från fjärren");
}

TEST_CASE("each remote is a taker of its own, and one that is sent away leaves the note to the others") {
    FieldRoom it;
    constexpr intents::Visitor second = Room::trainer + 1;
    it.room.pair(second);
    it.hear();
    it.room.workshop().deed(intents::SettleRemotes{intents::SettleRemotes::What::let_in, second});
    it.hand();
    CHECK(Room::acked(it.use(second, How::take)));
    const int number = it.field()->remote;
    CHECK(it.room.shows("remote", R"("by":"remote","remote":)" + std::to_string(number)));
    CHECK(Room::member(it.use(Room::trainer, How::take), "nak", "what") == "field_taken");
    CHECK(Room::refusal(it.use(Room::trainer, How::write, "Jag med")) == "not_yours");
    // The first is here, but that is nothing to the second.
    it.room.leave(second);
    it.room.pass(121000);
    CHECK_FALSE(it.field());
    it.hand();
    CHECK(Room::acked(it.use(Room::trainer, How::take)));
    it.room.workshop().deed(intents::SettleRemotes{intents::SettleRemotes::What::send_away, 0, it.field()->remote});
    CHECK_FALSE(it.field());
    CHECK(it.words() == "Fika");
}

TEST_CASE(
    "a note of the session is handed over as it is put up, and what is written stands on it as on one that is fixed") {
    FieldRoom it;
    it.room.go_to(silent_ideas);
    it.ask(intents::WriteNote{silent_ideas, "Byt tid", {}, {}, true});
    REQUIRE(it.field());
    CHECK(it.field()->board.empty());
    const auto note = it.field()->item;
    CHECK(it.room.cells().text(note, "note.text") == "Byt tid");
    CHECK(it.room.shows("tablet/sv", R"("taken":false,"most":280})"));
    CHECK(Room::member(it.use(1, How::take), "ack", "text") == "Byt tid");
    CHECK(Room::refusal(it.use(1, How::write, std::string(281, 'a'))) == "too_large");
    CHECK(Room::refusal(it.use(2, How::write, "Jag med")) == "not_yours");
    CHECK(Room::acked(it.use(1, How::write, "Byt tid på fikat")));
    CHECK(it.room.cells().text(note, "note.text") == "Byt tid på fikat");
    CHECK(it.room.cells().text(note, "note.original_text") == "Byt tid");
    CHECK_FALSE(it.field());
    // One that stands there already; it goes back when that is hidden.
    it.ask(intents::HandField{{}, note});
    CHECK(it.field()->text == "Byt tid på fikat");
    it.ask(intents::HideNote{note});
    CHECK_FALSE(it.field());
    it.refusals.clear();
    it.ask(intents::HandField{{}, note});
    CHECK(it.last_refusal() == "note");
}

TEST_CASE("one field at a time is handed over, of what lies there, is not locked and is short enough") {
    FieldRoom it;
    const auto other = it.put_note("Annat", 400);
    it.hand();
    it.ask(intents::HandField{it.board, other.id});
    CHECK(it.last_refusal() == "field_handed");
    CHECK(it.field()->item == it.lies.id);
    it.ask(intents::HandField{});
    CHECK_FALSE(it.field());
    it.refusals.clear();
    it.ask(intents::HandField{it.board, base::new_id(it.room.now())});
    CHECK(it.last_refusal() == "item");
    auto locked = other;
    locked.locked = true;
    it.put(locked, "lock_items");
    it.ask(intents::HandField{it.board, other.id});
    CHECK(it.last_refusal() == "item_locked");
    const auto longest = it.put_note(std::string(601, 'a'), 800);
    it.ask(intents::HandField{it.board, longest.id});
    CHECK(it.last_refusal() == "text");
    CHECK_FALSE(it.field());
}

TEST_CASE("where the trainer reads first only the remote takes it; what is held no tablet writes on the wall") {
    FieldRoom it;
    it.hand();
    it.use(1, How::take);
    CHECK(Room::member(it.use(1, How::write, "Ring 070-123 45 67"), "nak", "what") == "field_trainers");
    CHECK(Room::acked(it.use(1, How::write, "Ring receptionen")));
    it.room.say(Room::trainer, intents::Moderation{true});
    it.hand();
    CHECK(it.room.shows("tablet/sv", R"("field":null)"));
    CHECK(Room::member(it.use(1, How::take), "nak", "what") == "field_trainers");
    CHECK(Room::acked(it.use(Room::trainer, How::take)));
    CHECK(Room::acked(it.use(Room::trainer, How::write, "Ring 070-123 45 67")));
    CHECK(it.words() == "Ring 070-123 45 67");
}

TEST_CASE("who is muted takes nothing, and what was taken before is not written") {
    FieldRoom it;
    it.hand();
    it.use(1, How::take);
    it.room.say(Room::trainer, intents::MuteSeat{it.view->remote.seats[0].seat, true});
    CHECK(Room::refusal(it.use(1, How::write, "Tyst")) == "denied");
    CHECK(it.words() == "Fika");
}

TEST_CASE("it goes back to the wall when the room goes on, when the item is gone, and when the taker stays away") {
    FieldRoom it;
    it.hand();
    it.use(1, How::take);
    it.room.pass(200000);
    CHECK(it.field());  // its taker is here
    it.room.leave(1);
    it.room.pass(100000);
    CHECK(it.field());
    it.room.pass(21000);
    CHECK_FALSE(it.field());
    // Nobody has taken it.
    it.hand();
    it.room.pass(110000);
    CHECK(it.field());
    it.room.pass(11000);
    CHECK_FALSE(it.field());
    it.hand();
    it.room.go_to(silent_ideas);
    CHECK_FALSE(it.field());
    it.hand();
    const auto id = it.field()->id;
    it.use(2, How::take);
    it.ask(intents::PutItems{it.board, "remove_items", {}, {it.lies.id}});
    CHECK_FALSE(it.field());
    CHECK(Room::member(it.use_of(id, 2, How::write, "För sent"), "nak", "what") == "field_gone");
}

TEST_CASE("the wall can hand over while somebody is here who may take it") {
    BoardWall it;
    it.room.say(Room::trainer, intents::Moderation{true});
    it.hear();
    CHECK(it.view->can_hand);  // the remote
    it.room.leave(Room::trainer);
    it.hear();
    CHECK_FALSE(it.view->can_hand);
    it.room.join(1);
    it.hear();
    CHECK_FALSE(it.view->can_hand);
    it.ask(intents::Moderation{false});
    CHECK(it.view->can_hand);
}
