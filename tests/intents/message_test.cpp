#include <doctest/doctest.h>

#include <string>

#include "intents/intent.hpp"
#include "model/note_colours.hpp"

using base::Code;
using intents::parse_message;

namespace {

const std::string note_id = "0190c1d2-0000-7000-8000-000000000001";
const std::string token = "0123456789abcdef0123456789abcdef";

template <class T>
T intent_of(const std::string& frame) {
    auto message = parse_message(frame);
    REQUIRE_MESSAGE(message, message.error().what);
    REQUIRE(std::holds_alternative<intents::Intent>(message->said));
    auto intent = std::get<intents::Intent>(std::move(message->said));
    REQUIRE(std::holds_alternative<T>(intent));
    return std::get<T>(std::move(intent));
}

template <class T>
T deed(const std::string& what, const std::string& fields = "") {
    return intent_of<T>(R"({"t":"do","id":"a1","what":")" + what + "\"" + (fields.empty() ? "" : "," + fields) + "}");
}

Code refusal_of(const std::string& frame) {
    const auto message = parse_message(frame);
    REQUIRE_FALSE(message);
    return message.error().code;
}

std::string note_with(const std::string& fields) {
    return R"({"t":"note","id":"c1","block":"ideer",)" + fields + "}";
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("a note is read with all its fields") {
    const auto note = intent_of<intents::AddNote>(
        R"({"t":"note","id":"c17","block":"ideer","text":"  Boka  på webben ","group":"fore","colour":"sol","parent":")" +
        note_id + R"(","later":[1,{}]})");
    CHECK(note.block == "ideer");
    CHECK(note.text == "Boka på webben");
    CHECK(note.group == "fore");
    CHECK(note.colour == "sol");
    REQUIRE(note.parent);
    CHECK(note.parent->text() == note_id);
}

TEST_CASE("a note may leave out what it does not have") {
    const auto note = intent_of<intents::AddNote>(note_with(R"("text":"Hej","group":"","parent":null)"));
    CHECK(note.group.empty());
    CHECK_FALSE(note.parent);
    CHECK(note.language.empty());
}

TEST_CASE("a note has one of the board's colours, and no other text goes in its place") {
    const auto coloured = [](std::string_view colour) {
        return note_with(R"("text":"Hej","colour":")" + std::string(colour) + "\"");
    };
    for (const auto colour : model::note_colours) {
        CHECK(intent_of<intents::AddNote>(coloured(colour)).colour == colour);
    }
    CHECK(intent_of<intents::AddNote>(coloured("")).colour.empty());
    CHECK(refusal_of(coloured("Ring Åsa")) == Code::bad_input);
    const auto recoloured = [](std::string_view colour) {
        return R"({"t":"do","id":"c1","what":"colour","note":"0190c1d2-0000-7000-8000-000000000001","colour":")" +
               std::string(colour) + "\"}";
    };
    CHECK(parse_message(recoloured("mint")));
    CHECK(refusal_of(recoloured("rosa")) == Code::bad_input);
    CHECK(refusal_of(recoloured("")) == Code::bad_input);
}

TEST_CASE("the message keeps the client's own id") {
    const auto message = parse_message(R"({"id":"A_z-9","t":"leave"})");
    REQUIRE(message);
    CHECK(message->client_id == "A_z-9");
}

TEST_CASE("a refusal names the client's id, so that a nak can") {
    const auto message = parse_message(R"({"t":"note","id":"c5","block":"b"})");
    REQUIRE_FALSE(message);
    CHECK(message.error().where == "c5");
    CHECK(message.error().what == "text");
}

TEST_CASE("a deed without a proper id is refused") {
    CHECK(refusal_of(R"({"t":"leave"})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"leave","id":""})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"leave","id":7})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"leave","id":"a b"})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"leave","id":")" + std::string(41, 'a') + "\"}") == Code::bad_input);
    CHECK(parse_message(R"({"t":"leave","id":")" + std::string(40, 'a') + "\"}"));
}

TEST_CASE("an unknown type is told apart from a broken message") {
    CHECK(refusal_of(R"({"t":"dance","id":"c1"})") == Code::unknown_message);
    CHECK(refusal_of(R"({"t":"do","id":"c1","what":"dance"})") == Code::unknown_message);
    CHECK(refusal_of(R"({"t":"do","id":"c1"})") == Code::bad_input);
    CHECK(refusal_of(R"({"id":"c1"})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":3,"id":"c1"})") == Code::bad_input);
}

TEST_CASE("what is not one strict JSON object is refused") {
    for (const auto* frame : {"", " ", "null", "[]", "\"t\"", "{", "{\"t\":\"ping\"", "{\"t\":\"ping\"}}",
                              "{\"t\":\"ping\"} {}", "{\"t\":\"ping\",}", "{'t':'ping'}", "{\"t\":\"ping\"}//x",
                              "{\"t\":\"ping\",\"n\":01}", "{\"t\":\"\\ud800\"}"}) {
        CAPTURE(frame);
        CHECK(refusal_of(frame) == Code::bad_input);
    }
    CHECK(parse_message(" {\"t\" : \"ping\"}\n"));
}

TEST_CASE("a key that stands twice is refused, at any depth") {
    CHECK(refusal_of(R"({"t":"ping","t":"ping"})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"ping","x":[{"a":1,"a":2}]})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"ping","x":1,"\u0078":2})") == Code::bad_input);
}

TEST_CASE("deep nesting is refused") {
    CHECK(refusal_of("{\"t\":\"ping\",\"x\":" + repeated("[", 5000) + repeated("]", 5000) + "}") == Code::bad_input);
    CHECK(parse_message("{\"t\":\"ping\",\"x\":" + repeated("[", 5) + repeated("]", 5) + "}"));
}

TEST_CASE("bytes that are not UTF-8 are bad text") {
    CHECK(refusal_of("{\"t\":\"ping\",\"x\":\"\xc3\x28\"}") == Code::bad_text);
    CHECK(refusal_of("{\"t\":\"ping\",\"x\":\"\xed\xa0\x80\"}") == Code::bad_text);
}

TEST_CASE("a frame above 16 KiB is too large") {
    const std::string start = "{\"t\":\"ping\",\"x\":\"";
    CHECK(parse_message(start + std::string(16384 - start.size() - 2, 'a') + "\"}"));
    CHECK(refusal_of(start + std::string(16384 - start.size() - 1, 'a') + "\"}") == Code::too_large);
}

TEST_CASE("a note holds 280 characters as readers count them") {
    CHECK(parse_message(note_with("\"text\":\"" + repeated("å", 280) + "\"")));
    CHECK(refusal_of(note_with("\"text\":\"" + repeated("å", 281) + "\"")) == Code::too_large);
    CHECK(parse_message(note_with("\"text\":\"" + repeated("👩‍👩‍👧", 280) + "\"")));
    CHECK(refusal_of(note_with("\"text\":\"a" + repeated("\xcc\x81", 4000) + "\"")) == Code::too_large);
}

TEST_CASE("a note without anything to read is refused") {
    CHECK(refusal_of(note_with(R"("text":" \u0007\n ")")) == Code::bad_input);
    CHECK(refusal_of(note_with(R"("text":null)")) == Code::bad_input);
}

TEST_CASE("a note is one line and free of control and direction characters") {
    CHECK(intent_of<intents::AddNote>(note_with(R"("text":"en\r\n två\u0000\u202etre")")).text == "en tvåtre");
}

TEST_CASE("a form keeps its line breaks and may clear a field") {
    const auto form = intent_of<intents::FillForm>(R"({"t":"form","id":"c1","idea":")" + note_id +
                                                   R"(","fields":{"how":"ett\ntvå","for_whom":""}})");
    CHECK(form.fields.at("how") == "ett\ntvå");
    CHECK(form.fields.at("for_whom").empty());
}

TEST_CASE("a form field holds 2,000 characters") {
    const std::string start = R"({"t":"form","id":"c1","idea":")" + note_id + R"(","fields":{"how":")";
    CHECK(parse_message(start + std::string(2000, 'x') + "\"}}"));
    CHECK(refusal_of(start + std::string(2001, 'x') + "\"}}") == Code::too_large);
    CHECK(refusal_of(R"({"t":"form","id":"c1","idea":")" + note_id + R"(","fields":{}})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"form","id":"c1","idea":")" + note_id + R"(","fields":{"how":3}})") == Code::bad_input);
}

TEST_CASE("the other tablet messages are read") {
    const auto edit = intent_of<intents::EditNote>(R"({"t":"edit","id":"c1","note":")" + note_id + R"(","text":"Ny"})");
    CHECK(edit.text == "Ny");
    CHECK_FALSE(edit.group);
    CHECK(intent_of<intents::WithdrawNote>(R"({"t":"withdraw","id":"c1","note":")" + note_id + "\"}").note.text() ==
          note_id);
    CHECK(intent_of<intents::RaiseHand>(R"({"t":"hand","id":"c1","up":true})").up);
    const auto me = intent_of<intents::ChangeMe>(R"({"t":"me","id":"c1","name":"Tove","show_name":true,"lang":"en"})");
    CHECK(me.name == "Tove");
    CHECK(me.language == "en");
    CHECK(intent_of<intents::LostBallot>(R"({"t":"lost","id":"c1","poll":")" + note_id + "\"}").poll.text() == note_id);
    CHECK(intent_of<intents::GotBallot>(R"({"t":"got","id":"c1","poll":")" + note_id + "\"}").poll.text() == note_id);
}

TEST_CASE("a name holds 40 characters") {
    const auto me = [](int length) {
        return R"({"t":"me","id":"c1","show_name":false,"name":")" +
               std::string(static_cast<std::size_t>(length), 'x') + "\"}";
    };
    CHECK(parse_message(me(40)));
    CHECK(refusal_of(me(41)) == Code::too_large);
}

TEST_CASE("the trainer's deeds are read") {
    deed<intents::GoNext>("next");
    deed<intents::GoBack>("back");
    CHECK(deed<intents::JumpTo>("jump", R"("block":"fika")").block == "fika");
    CHECK(deed<intents::SkipBlock>("skip", R"("block":"fika")").block == "fika");
    deed<intents::StartClock>("start");
    deed<intents::PauseClock>("pause");
    deed<intents::ResumeClock>("resume");
    CHECK(deed<intents::AddMinutes>("add", R"("minutes":-5)").minutes == -5);
    CHECK(deed<intents::TakeCut>("cut", R"("block":"fika","minutes":10)").minutes == 10);
    CHECK(deed<intents::TakeCut>("cut", R"("block":"fika","skip":true)").skip);
    CHECK(deed<intents::SetPhase>("phase", R"("phase":"share")").phase == "share");
    CHECK(deed<intents::WorkOn>("column", R"("column":"under")").column == "under");
    CHECK(deed<intents::WorkOn>("column", R"("column":"")").column.empty());
    deed<intents::NextTurn>("turn");
    CHECK(deed<intents::OpenPoll>("open_poll", R"("block":"val","index":1)").index == 1);
    CHECK(deed<intents::OpenPoll>("open_poll", R"("block":"val","index":1,"people":18)").people == 18);
    CHECK(deed<intents::StartPoll>("start_poll", R"("method":"dots")").trust == model::Trust::open);
    const auto counted = deed<intents::StartPoll>("start_poll", R"("method":"dots","trust":"heads","people":18)");
    CHECK(counted.trust == model::Trust::heads);
    CHECK(counted.people == 18);
    for (const auto* wrong : {R"("trust":"blind")", R"("people":-1)", R"("people":10001)"}) {
        const auto start = std::string(R"({"t":"do","id":"c1","what":"start_poll","method":"dots",)") + wrong + "}";
        CHECK(refusal_of(start) == Code::bad_input);
    }
    CHECK(deed<intents::MakeCodes>("make_codes", R"("count":30)").count == 30);
    CHECK(refusal_of(R"({"t":"do","id":"c1","what":"make_codes","count":501})") == Code::bad_input);
    CHECK(deed<intents::UndoDeed>("undo", R"("undo":"u1")").undo == "u1");
    CHECK(deed<intents::Blank>("blank", R"("on":true)").on);
    const auto review = deed<intents::ReviewNotes>("review", "\"notes\":[\"" + note_id + "\"],\"how\":\"wait\"");
    CHECK(review.notes.size() == 1);
    CHECK(review.how == intents::Review::wait);
    CHECK(review.versions.empty());
    const std::string notes = "\"notes\":[\"" + note_id + "\"],\"how\":\"show\",";
    CHECK(deed<intents::ReviewNotes>("review", notes + R"("versions":["0a"])").versions.front() == "0a");
    CHECK(refusal_of(R"({"t":"do","id":"c1","what":"review",)" + notes + R"("versions":["0a","0b"]})") ==
          Code::bad_input);
    CHECK(refusal_of(R"({"t":"do","id":"c1","what":"review","notes":[],"how":"burn"})") == Code::bad_input);
    const auto groups = deed<intents::MakeTables>("groups", R"("how":"deal","size":4,"sign":true)");
    CHECK(groups.how == intents::Seating::deal);
    CHECK(groups.size == 4);
    CHECK(groups.sign == true);
    CHECK_FALSE(deed<intents::MakeTables>("groups", R"("sign":false)").how);
    CHECK(refusal_of(R"({"t":"do","id":"c1","what":"groups","how":"deal","size":4,"count":5})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"do","id":"c1","what":"groups","how":"deal","size":6})") == Code::bad_input);
    CHECK(deed<intents::SeatAt>("table", "\"seat\":\"" + note_id + "\",\"table\":2").table == 2);
    CHECK(intent_of<intents::TakeTable>(R"({"t":"table","id":"c1","table":3})").table == 3);
    CHECK(refusal_of(R"({"t":"table","id":"c1","table":-1})") == Code::bad_input);
    CHECK_FALSE(deed<intents::Moderation>("moderation", R"("on":false)").on);
    CHECK_FALSE(deed<intents::EndSession>("end").hidden_ok);
    CHECK(deed<intents::EndSession>("end", R"("hidden_ok":true)").hidden_ok);
}

TEST_CASE("the trainer's deeds on notes and polls are read") {
    const std::string id = "\"" + note_id + "\"";
    CHECK(deed<intents::ClosePoll>("close_poll", "\"poll\":" + id).poll.text() == note_id);
    CHECK(deed<intents::RevealPoll>("reveal", "\"poll\":" + id).poll.text() == note_id);
    CHECK(deed<intents::Revote>("revote", "\"poll\":" + id).options.empty());
    CHECK(deed<intents::Revote>("revote", "\"poll\":" + id + R"(,"options":["a","b"])").options.size() == 2);
    const auto amended = deed<intents::Revote>("revote", "\"poll\":" + id + R"(,"question":" Vi stänger\nfyra ")");
    CHECK(amended.question == "Vi stänger fyra");
    CHECK(deed<intents::CancelPoll>("cancel_poll", "\"poll\":" + id).poll.text() == note_id);
    CHECK(deed<intents::SaveIdeas>("save", "\"poll\":" + id + ",\"notes\":[" + id + "]").notes.size() == 1);
    CHECK(deed<intents::WithdrawIdea>("withdraw_idea", "\"note\":" + id + R"(,"reason":"Fel")").reason == "Fel");
    CHECK_FALSE(deed<intents::WithdrawIdea>("withdraw_idea", "\"note\":" + id).told);
    CHECK(deed<intents::WithdrawIdea>("withdraw_idea", "\"note\":" + id + R"(,"told":true)").told);
    CHECK_FALSE(deed<intents::ApproveNote>("approve", "\"note\":" + id).held_ok);
    CHECK(deed<intents::ApproveNote>("approve", "\"note\":" + id + R"(,"held_ok":true)").held_ok);
    const auto read = "\"note\":" + id + ",\"into\":" + id + R"(,"version":"0a")";
    CHECK(deed<intents::ApproveNote>("approve", read).version == "0a");
    CHECK(deed<intents::ShowNote>("show", read).version == "0a");
    CHECK(deed<intents::MergeNotes>("merge", read).version == "0a");
    CHECK_FALSE(deed<intents::HideNote>("hide", "\"note\":" + id).undo);
    CHECK(deed<intents::HideNote>("hide", "\"note\":" + id + R"(,"undo":true)").undo);
    CHECK_FALSE(deed<intents::ShowNote>("show", "\"note\":" + id).held_ok);
    CHECK(deed<intents::ShowNote>("show", "\"note\":" + id + R"(,"held_ok":true)").held_ok);
    CHECK(deed<intents::FixNote>("fix", "\"note\":" + id + R"(,"text":"Rätt")").text == "Rätt");
    CHECK_FALSE(deed<intents::FixNote>("fix", "\"note\":" + id + R"(,"text":"Rätt")").shows);
    CHECK(deed<intents::FixNote>("fix", "\"note\":" + id + R"(,"shows":"")").shows == "");
    CHECK(refusal_of("{\"t\":\"do\",\"id\":\"c1\",\"what\":\"fix\",\"note\":" + id + "}") == Code::bad_input);
    const auto edit =
        intent_of<intents::EditNote>(R"({"t":"edit","id":"c1","text":"Ny","shows":"En port","note":)" + id + "}");
    CHECK(edit.shows == "En port");
    CHECK(deed<intents::MergeNotes>("merge", "\"note\":" + id + ",\"into\":" + id).into.text() == note_id);
    CHECK_FALSE(deed<intents::NameCluster>("cluster", R"("name":"Bokning")").cluster);
    CHECK_FALSE(deed<intents::SortNote>("sort", "\"note\":" + id + R"(,"cluster":null)").cluster);
    CHECK(deed<intents::SortNote>("sort", "\"note\":" + id + ",\"cluster\":" + id).cluster);
    CHECK_FALSE(deed<intents::MoveCluster>("move_cluster", "\"cluster\":" + id + R"(,"before":null)").before);
    CHECK(deed<intents::MoveCluster>("move_cluster", "\"cluster\":" + id + ",\"before\":" + id).before);
    CHECK_FALSE(deed<intents::JoinClusters>("join_clusters", "\"cluster\":" + id + ",\"into\":" + id).into.empty());
    CHECK_FALSE(deed<intents::RemoveCluster>("remove_cluster", "\"cluster\":" + id).undo);
    CHECK(deed<intents::RemoveCluster>("remove_cluster", "\"cluster\":" + id + R"(,"undo":true)").undo);
    CHECK(deed<intents::ReadRegister>("read_register", R"("lang":"en")").language == "en");
    CHECK(deed<intents::MuteSeat>("mute", "\"seat\":" + id + R"(,"on":true)").on);
    CHECK(deed<intents::NewBallot>("new_ballot", "\"poll\":" + id + ",\"seat\":" + id).seat.text() == note_id);
}

TEST_CASE("an open card says which one and where one writes, or that none is open") {
    const auto card =
        intent_of<intents::OpenCard>(R"({"t":"card","id":"c1","idea":")" + note_id + R"(","field":"need"})");
    CHECK(card.idea->text() == note_id);
    CHECK(card.field == "need");
    const auto none = intent_of<intents::OpenCard>(R"({"t":"card","id":"c1","idea":null,"field":null})");
    CHECK_FALSE(none.idea);
    CHECK(none.field.empty());
}

TEST_CASE("minutes outside a day either way, and numbers that are not whole, are refused") {
    CHECK(refusal_of(R"({"t":"do","id":"c1","what":"add","minutes":1441})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"do","id":"c1","what":"add","minutes":1.5})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"do","id":"c1","what":"add","minutes":"1"})") == Code::bad_input);
}

TEST_CASE("only what the remote may ask is the trainer's") {
    CHECK_FALSE(intents::is_trainers(intents::AddNote{}));
    CHECK_FALSE(intents::is_trainers(intents::Leave{}));
    CHECK_FALSE(intents::is_trainers(intents::GotBallot{}));
    CHECK_FALSE(intents::is_trainers(intents::TakeTable{}));
    CHECK(intents::is_trainers(intents::MakeTables{}));
    CHECK(intents::is_trainers(intents::GoNext{}));
    CHECK(intents::is_trainers(intents::EndSession{}));
}

TEST_CASE("a note with nothing to see in it is refused, and a name of that kind is no name") {
    for (const auto* blank : {"\\u200b", " \\u200b\\u2060 ", "\\u3164", "\\u00ad"}) {
        CHECK(refusal_of(note_with("\"text\":\"" + std::string(blank) + "\"")) == Code::bad_input);
        CHECK(intent_of<intents::ChangeMe>(R"({"t":"me","id":"c1","name":")" + std::string(blank) +
                                           R"(","show_name":true})")
                  .name.empty());
    }
}

TEST_CASE("a piece of a photo is bytes in base64, no more than a message may carry") {
    const auto piece = [](const std::string& size, const std::string& at, const std::string& data) {
        return intents::parse_message(R"({"t":"photo","id":"c1","photo":"p1","size":)" + size + R"(,"at":)" + at +
                                      R"(,"data":")" + data + "\"}");
    };
    const auto read = piece("9", "3", "/9j/4A==");
    REQUIRE(read);
    const auto& photo = std::get<intents::SendPhoto>(std::get<intents::Intent>(read->said));
    CHECK(photo.bytes == "\xff\xd8\xff\xe0");
    CHECK(photo.size == 9);
    CHECK(photo.at == 3);
    for (const auto* wrong : {"", "/9j", "/9j/4A=", "/9j_4A==", "/9j/4B==", "====", "/9j/ 4A="}) {
        CAPTURE(wrong);
        CHECK(piece("9", "0", wrong).error().code == base::Code::bad_input);
    }
    CHECK(piece("600001", "0", "/9j/").error().code == base::Code::too_large);
    CHECK(piece("2", "0", "/9j/").error().code == base::Code::bad_input);
    CHECK(piece("9", "7", "/9j/").error().code == base::Code::bad_input);
    CHECK(piece("9", "-1", "/9j/").error().code == base::Code::bad_input);
    CHECK(piece("600000", "0", std::string(16004, 'A')).error().code == base::Code::too_large);
    // The largest piece fits into a frame.
    CHECK(piece("600000", "588000", std::string(16000, 'A')));
}

TEST_CASE("following an idea has a contact, and an empty one takes it back") {
    const auto follow = intent_of<intents::FollowIdea>(R"({"t":"follow","id":"c1","idea":")" + note_id +
                                                       R"(","contact":" tove@lindasa.example "})");
    CHECK(follow.idea.text() == note_id);
    CHECK(follow.contact == "tove@lindasa.example");
    CHECK(intent_of<intents::FollowIdea>(R"({"t":"follow","id":"c1","idea":")" + note_id + R"(","contact":""})")
              .contact.empty());
    CHECK_FALSE(follow.stop);
    const auto stop = R"({"t":"follow","id":"c1","idea":")" + note_id + R"(","contact":"070-123 45 67","stop":true})";
    CHECK(intent_of<intents::FollowIdea>(stop).stop);
    CHECK(refusal_of(R"({"t":"follow","id":"c1","idea":")" + note_id + R"("})") == Code::bad_input);
    CHECK(refusal_of(R"({"t":"follow","id":"c1","idea":")" + note_id + R"(","contact":")" + repeated("a", 121) +
                     R"("})") == Code::too_large);
    CHECK_FALSE(intents::is_trainers(follow));
}

TEST_CASE("a one-time code may come with a key of the device's own, which is 32 hex digits") {
    const auto start = R"({"t":"code","id":"c1","poll":")" + note_id + R"(","code":"abcd efgh")";
    CHECK(intent_of<intents::UseCode>(start + "}").key.empty());
    const auto keyed = intent_of<intents::UseCode>(start + R"(,"key":")" + token + "\"}");
    CHECK(keyed.code == "ABCDEFGH");
    CHECK(keyed.key == token);
    CHECK(refusal_of(start + R"(,"key":"short"})") == Code::bad_input);
}

TEST_CASE("a field of a table's board is filled in with lines of text, and emptied") {
    const auto start = R"({"t":"fill","id":"c1","board":")" + note_id + R"(","field":"goals","text":)";
    const auto fill = intent_of<intents::FillBoard>(start + R"(" Sitta\nskönt ","item":null})");
    CHECK(fill.board.text() == note_id);
    CHECK(fill.text == "Sitta\nskönt");
    CHECK_FALSE(fill.item);
    CHECK_FALSE(intents::is_trainers(fill));
    CHECK(intent_of<intents::FillBoard>(start + R"("","item":")" + note_id + R"("})").text.empty());
    CHECK(refusal_of(start + "\"" + repeated("a", 601) + "\"}") == Code::too_large);
    CHECK(refusal_of(start + R"("Ja","item":"7"})") == Code::bad_input);
}
