#include "registrar/photos.hpp"

#include "must.hpp"
#include "photo.hpp"
#include "registrar/room.hpp"
#include "store/care.hpp"

namespace {

using intents::SendPhoto;

constexpr std::size_t piece_bytes = 300;

/// Sends a photo in pieces; gives what the last one was told.
Room::Frames send_photo(Room& room, intents::Visitor visitor, const std::string& bytes,
                        const std::string& name = "p1") {
    Room::Frames told;
    for (std::size_t at = 0; at < bytes.size(); at += piece_bytes) {
        told = room.say(visitor, SendPhoto{name, bytes.size(), at, bytes.substr(at, piece_bytes)});
        if (!Room::acked(told)) return told;
    }
    return told;
}

intents::AddNote note_with_photo(const std::string& text, const std::string& name = "p1") {
    intents::AddNote wish;
    wish.block = silent_ideas;
    wish.text = text;
    wish.photo = name;
    wish.shows = "Skylten vid porten";
    return wish;
}

base::Id add_with_photo(Room& room, intents::Visitor visitor, const std::string& text) {
    REQUIRE(Room::acked(send_photo(room, visitor, a_photo())));
    const auto note = base::parse_id(Room::member(room.say(visitor, note_with_photo(text)), "ack", "note"));
    REQUIRE(note);
    room.settle();
    return *note;
}

/// Which photos can be fetched now: address → hash.
std::map<std::string, std::string> offered(const Room& room) {
    std::map<std::string, std::string> now;
    for (const auto& told : room.told()) {
        if (const auto* offer = std::get_if<intents::OfferPhoto>(&told)) now[offer->address] = offer->sha256_hex;
        if (const auto* gone = std::get_if<intents::WithdrawPhoto>(&told)) now.erase(gone->address);
    }
    return now;
}

std::string photo_in_register(Room& room, const base::Id& note) {
    const auto hash = room.cells().text(note, "note.photo_blob");
    return must(room.workshop().book().reader().read_blob(hash)).value_or("");
}

}  // namespace

TEST_CASE("a photo that is sent with a shown note lies in the register, cleaned and under its own name") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    REQUIRE(Room::acked(send_photo(room, 1, photo_with(0xe1, "Exif GPS 58.38"))));
    const auto note = base::parse_id(Room::member(room.say(1, note_with_photo("Skylten syns inte")), "ack", "note"));
    REQUIRE(note);
    const auto kept = photo_in_register(room, *note);
    CHECK(kept.find("GPS") == std::string::npos);
    CHECK(base::clean_jpeg(kept, 1600)->bytes == base::clean_jpeg(a_photo(), 1600)->bytes);
    CHECK(base::to_hex(base::sha256(kept)) == room.cells().text(*note, "note.photo_blob"));
    CHECK(room.cells().text(*note, "note.photo_shows") == "Skylten vid porten");
}

TEST_CASE("the same photo with two notes is two blobs, so that one can be erased without the other") {
    Room room;
    room.join(1);
    room.join(2);
    room.go_to(silent_ideas);
    const auto one = add_with_photo(room, 1, "En");
    const auto other = add_with_photo(room, 2, "Två");
    CHECK(room.cells().text(one, "note.photo_blob") != room.cells().text(other, "note.photo_blob"));
}

TEST_CASE("a note whose photo has not come is told to try again, and takes nothing away") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto first = room.say(1, note_with_photo("Strax"), "n1");
    CHECK(Room::refusal(first) == "not_now");
    CHECK(first.back().find(R"("retry_after_ms":2000)") != std::string::npos);
    send_photo(room, 1, a_photo());
    const auto note = Room::member(room.say(1, note_with_photo("Strax"), "n1"), "ack", "note");
    REQUIRE_FALSE(note.empty());
    // A repeat is the same note, and its photo is not asked for again.
    CHECK(Room::member(room.say(1, note_with_photo("Strax"), "n1"), "ack", "note") == note);
    CHECK(room.workshop().book().reader().read_rows("note")->size() == 1);
}

TEST_CASE("a photo that waits with its note is not in the register, and can be fetched by nobody but the trainer") {
    Room room(true);
    room.join(1);
    room.pair(2);
    room.go_to(silent_ideas);
    const auto note = add_with_photo(room, 1, "Väntar");
    const auto now = offered(room);
    REQUIRE(now.size() == 1);
    const auto& [address, hash] = *now.begin();
    CHECK_FALSE(must(room.workshop().book().reader().read_blob(hash)));
    CHECK(must(room.workshop().book().reader().read_photo(hash)));
    CHECK(room.page("remote").find(address) != std::string::npos);
    for (const auto& told : room.told_on("tablet/sv")) CHECK(told.find(address) == std::string::npos);

    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{note})));
    room.settle();
    const auto after = offered(room);
    REQUIRE(after.size() == 1);
    // What the trainer alone had been told is another address.
    CHECK(after.begin()->first != address);
    CHECK(after.begin()->second == hash);
    CHECK(must(room.workshop().book().reader().read_blob(hash)));
}

TEST_CASE("a photo that is hidden after it was shown cannot be fetched where it was any more") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = add_with_photo(room, 1, "Syns");
    const auto shown = offered(room).begin()->first;
    CHECK(Room::acked(room.say(Room::trainer, intents::HideNote{note})));
    room.settle();
    const auto hidden = offered(room);
    CHECK_FALSE(hidden.contains(shown));
    CHECK(hidden.size() == 1);
    CHECK(Room::acked(room.say(1, intents::WithdrawNote{add_with_photo(room, 1, "Tas bort")})));
    room.settle();
    CHECK(offered(room).size() == 1);
}

TEST_CASE("a photo that waited leaves no trace when its note is withdrawn or the session ends") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = add_with_photo(room, 1, "Tas tillbaka");
    const auto hash = offered(room).begin()->second;
    CHECK(Room::acked(room.say(1, intents::WithdrawNote{note})));
    CHECK_FALSE(must(room.workshop().book().reader().read_photo(hash)));
    add_with_photo(room, 1, "Visas aldrig");
    const auto other = offered(room).begin()->second;
    CHECK(Room::acked(room.say(Room::trainer, intents::EndSession{true})));
    CHECK_FALSE(must(room.workshop().book().reader().read_photo(other)));
    CHECK(offered(room).empty());
}

TEST_CASE("a photo that waits is still there when the host comes back, and is shown then") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = add_with_photo(room, 1, "Efter omstart");
    room.restart();
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{note})));
    CHECK_FALSE(photo_in_register(room, note).empty());
}

TEST_CASE("what is said of a photo is looked through as the note's text is") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    send_photo(room, 1, a_photo());
    auto wish = note_with_photo("Skylten");
    wish.shows = "Ring 070-174 06 05";
    const auto told = room.say(1, wish);
    CHECK(Room::member(told, "ack", "state") == "waiting");
    const auto note = base::parse_id(Room::member(told, "ack", "note"));
    REQUIRE(note);
    CHECK(Room::refusal(room.say(Room::trainer, intents::ApproveNote{*note})) == "not_now");
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{*note, true})));
    CHECK_FALSE(photo_in_register(room, *note).empty());
}

TEST_CASE("the words about a photo are changed by who wrote them, before it is shown and after, as the text is") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = add_with_photo(room, 1, "Porten");
    const auto edit = [&](const std::string& text, std::optional<std::string> shows) {
        return room.say(1, intents::EditNote{note, text, std::nullopt, std::move(shows)});
    };
    CHECK(Room::acked(edit("Porten", "En port utan skylt")));
    CHECK(room.shows("remote", R"("shows":"En port utan skylt")"));
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{note})));
    CHECK(room.cells().text(note, "note.photo_shows") == "En port utan skylt");
    // From now on others see them, so they wait; the trainer sees the photo that they are about.
    CHECK(Room::member(edit("Porten", "En röd port"), "ack", "state") == "waiting");
    CHECK(Room::member(edit("Porten mot gatan", std::nullopt), "ack", "state") == "waiting");
    CHECK(room.cells().text(note, "note.photo_shows") == "En port utan skylt");
    const std::string page = room.page("remote"), mark = R"("inbox":[{"note":")";
    const auto waits = base::parse_id(page.substr(page.find(mark) + mark.size(), 36)).value();
    const auto address = page.substr(page.find(R"("photo":{"address":")", page.find(mark)) + 20, 32);
    CHECK(offered(room).contains(address));
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{waits})));
    CHECK(room.cells().text(note, "note.text") == "Porten mot gatan");
    CHECK(room.cells().text(note, "note.photo_shows") == "En röd port");
    CHECK(room.shows("tablet/sv", R"("shows":"En röd port")"));
    // Taken away, and nothing else.
    room.say(Room::trainer, intents::Moderation{false});
    CHECK(Room::member(edit("Porten mot gatan", ""), "ack", "state") == "shown");
    CHECK(room.cells().text(note, "note.photo_shows").empty());
    CHECK_FALSE(photo_in_register(room, note).empty());
    // What says who somebody is waits here as well.
    CHECK(Room::member(edit("Porten mot gatan", "Ring 070-174 06 05"), "ack", "state") == "waiting");
    CHECK(room.shows("remote", R"("held":"phone")"));
}

TEST_CASE("an edit of a note's text alone is read beside its photo, and the trainer's typo leaves the photo's words") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = add_with_photo(room, 1, "Porten");
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{note})));
    CHECK(Room::acked(room.say(1, intents::EditNote{note, "Porten mot gattan", std::nullopt, std::nullopt})));
    const std::string page = room.page("remote"), mark = R"("inbox":[{"note":")";
    const auto waits = base::parse_id(page.substr(page.find(mark) + mark.size(), 36)).value();
    const auto item = page.substr(page.find(mark), page.find(R"("hidden":)") - page.find(mark));
    REQUIRE(item.find(R"("photo":{"address":")") != std::string::npos);
    CHECK(item.find(R"("shows":"Skylten vid porten")") != std::string::npos);
    CHECK(item.find(R"("was":)") == std::string::npos);  // of the photo it changes nothing
    CHECK(offered(room).contains(item.substr(item.find(R"("photo":{"address":")") + 20, 32)));
    CHECK(Room::acked(room.say(Room::trainer, intents::FixNote{waits, "Porten mot gatan", "Skylten vid porten"})));
    CHECK_FALSE(room.shows("remote", R"("was":)"));
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{waits})));
    CHECK(room.cells().text(note, "note.text") == "Porten mot gatan");
    CHECK(room.cells().text(note, "note.photo_shows") == "Skylten vid porten");
}

TEST_CASE("a typo in the words about a photo is mended by the trainer, while the note waits and when it is shown") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = add_with_photo(room, 1, "Porten");
    CHECK(Room::acked(room.say(Room::trainer, intents::FixNote{note, "", "Skylten vid portn"})));
    CHECK(room.shows("remote", R"("shows":"Skylten vid portn")"));
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{note})));
    CHECK(room.cells().text(note, "note.original_text").empty());
    CHECK(Room::acked(room.say(Room::trainer, intents::FixNote{note, "Porten!", "Skylten vid porten"})));
    CHECK(room.cells().text(note, "note.text") == "Porten!");
    CHECK(room.cells().text(note, "note.photo_shows") == "Skylten vid porten");
    CHECK(room.cells().text(note, "note.original_text") == "Porten");
    // A note without a photo has no such words, and a fix must say something.
    const auto plain = room.add_note(1, silent_ideas, "Utan bild");
    CHECK(Room::refusal(room.say(Room::trainer, intents::FixNote{plain, "", "Något"})) == "bad_input");
    CHECK(Room::acked(room.say(1, intents::EditNote{plain, "Utan bild alls", std::nullopt, "Något"})));
    CHECK_FALSE(room.shows("remote", R"("shows":"Något")"));
}

TEST_CASE("words about a photo that were changed since the trainer read them are not shown unread") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = add_with_photo(room, 1, "Porten");
    const std::string page = room.page("remote"), mark = R"("version":")";
    const auto version = page.substr(page.find(mark) + mark.size(), 16);
    CHECK(Room::acked(room.say(1, intents::EditNote{note, "Porten", std::nullopt, "Något helt annat"})));
    const auto refused = room.say(Room::trainer, intents::ApproveNote{note, false, version});
    CHECK(Room::member(refused, "nak", "what") == "changed");
}

TEST_CASE("what is no photograph, or too large, is refused when its last piece has come") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    CHECK(Room::refusal(send_photo(room, 1, std::string(700, 'x'))) == "bad_input");
    CHECK(Room::refusal(send_photo(room, 1, a_photo().substr(0, 600))) == "bad_input");
    CHECK(Room::refusal(send_photo(room, 1, photo_of_size(30000, 30000))) == "too_large");
    CHECK(Room::refusal(room.say(1, note_with_photo("Utan"))) == "not_now");
}

TEST_CASE("pieces come in order, of one photo, from their own seat") {
    Room room;
    room.join(1);
    room.join(2);
    room.go_to(silent_ideas);
    const auto bytes = a_photo();
    const auto piece = [&bytes](const std::string& name, std::size_t at, std::size_t size) {
        return SendPhoto{name, bytes.size(), at, bytes.substr(at, size)};
    };
    CHECK(Room::refusal(room.say(1, piece("p1", 300, 300))) == "not_now");
    CHECK(Room::acked(room.say(1, piece("p1", 0, 300))));
    CHECK(Room::refusal(room.say(1, piece("p1", 400, 300))) == "not_now");
    CHECK(Room::refusal(room.say(1, piece("p2", 300, 300))) == "not_now");
    CHECK(Room::refusal(room.say(2, piece("p1", 300, 300))) == "not_now");
    CHECK(Room::acked(room.say(1, piece("p1", 300, 1000))));
    CHECK(Room::refusal(room.say(1, piece("p1", 300, 1000))) == "not_now");
    // Another device cannot take it for a note of its own.
    CHECK(Room::refusal(room.say(2, note_with_photo("Lånad"))) == "not_now");
    CHECK(Room::acked(room.say(1, note_with_photo("Egen"))));
    CHECK(Room::refusal(room.say(1, note_with_photo("En till"))) == "not_now");
}

TEST_CASE("a seat has at most so many photos, and what nobody goes on with is forgotten") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    send_photo(room, 1, a_photo());
    room.pass(registrar::Photos::forgotten_after_ms + 1);
    room.settle();
    CHECK(Room::refusal(room.say(1, note_with_photo("För sent"))) == "not_now");
    for (std::size_t i = 0; i < registrar::Photos::most_of_a_seat; ++i) {
        add_with_photo(room, 1, "Nummer " + std::to_string(i));
    }
    CHECK(Room::refusal(send_photo(room, 1, a_photo())) == "too_many");
}

TEST_CASE("erasing a note's photo leaves nothing of it in the file or its backups") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = add_with_photo(room, 1, "Skylten");
    const auto hash = room.cells().text(note, "note.photo_blob");
    const auto kept = photo_in_register(room, note);
    CHECK(Room::acked(room.say(Room::trainer, intents::EndSession{true})));
    const auto file = room.file();
    room.restart([&](const store::OpenOptions& options) {
        store::ErasureWish wish;
        wish.cells = {{note, ""}};
        wish.rule = "DHP 4.2";
        wish.decision = "KS 2026/7";
        const auto plan = must(store::plan_erasure(file, wish));
        const auto names = [&](const auto& found) { return found.where == "blob" && found.field == hash; };
        CHECK(std::any_of(plan.found.begin(), plan.found.end(), names));
        const auto done = must(store::erase(options, wish));
        CHECK(done.blobs == 1);
        CHECK(must(store::verify(file)).faults.empty());
    });
    room.end();
    // Its coded data is nowhere any more.
    const auto coded = kept.substr(kept.find("\xff\xda"), 60);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(file.parent_path())) {
        if (!entry.is_regular_file()) continue;
        CAPTURE(entry.path().string());
        CHECK(must(base::read_file(entry.path())).find(coded) == std::string::npos);
    }
}

TEST_CASE("erasing by a note's text offers its photo with it") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = add_with_photo(room, 1, "Namnskylten vid porten");
    const auto hash = room.cells().text(note, "note.photo_blob");
    room.end();
    store::ErasureWish wish;
    wish.text = "Namnskylten vid porten";
    wish.rule = "DHP 4.2";
    wish.decision = "KS 2026/7";
    const auto plan = must(store::plan_erasure(room.file(), wish));
    const auto names = [&](const auto& found) { return found.where == "blob" && found.field == hash && !found.asked; };
    CHECK(std::any_of(plan.found.begin(), plan.found.end(), names));
}
