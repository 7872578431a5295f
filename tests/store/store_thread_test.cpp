#include "desk.hpp"

TEST_CASE("invariant 9: ten thousand Changes keep their order, and saved rises to the last") {
    Desk desk;
    desk.open();
    std::vector<base::Id> ids;
    for (int batch = 0; batch < 100; ++batch) {
        std::vector<store::Work> work;
        for (int i = 0; i < 100; ++i) {
            ids.push_back(base::new_id(desk.now_ms));
            work.push_back({++desk.ticket, store::Append{desk.note(ids.back(), std::to_string(ids.size())), {}}});
        }
        desk.store->submit(std::move(work));
    }
    REQUIRE(desk.listener.saved(10000));
    CHECK(desk.listener.in_order());
    CHECK(desk.store->waiting() == 0);
    CHECK(desk.store->counts().commits < 5000);
    auto reader = desk.reader();
    CHECK(must(reader.count_facts()) == 40000);
    for (const std::uint64_t seq : {1U, 4711U, 10000U}) {
        const auto change = must(reader.read_change({desk.store->opened().node, seq}));
        REQUIRE(change.has_value());
        CHECK(change->facts[0].entity == ids[seq - 1]);
    }
}

TEST_CASE("invariant 9: everything submitted before the store is closed is written") {
    Desk desk;
    desk.open();
    std::vector<store::Work> work;
    for (int i = 0; i < 500; ++i) {
        work.push_back({++desk.ticket, store::Append{desk.note(base::new_id(desk.now_ms), "n"), {}}});
    }
    desk.store->submit(std::move(work));
    desk.open();
    CHECK(desk.store->opened().head == 500);
    CHECK(desk.listener.upto() == 500);
}

TEST_CASE("invariant 8: a client's message id is kept with the Change it made, in one transaction") {
    Desk desk;
    desk.open();
    const auto session = base::new_id(desk.now_ms);
    const auto seat = base::new_id(desk.now_ms);
    auto change = desk.note(base::new_id(desk.now_ms), "en gång");
    const store::SeenRow seen{seat, "m-1", change.place, "{\"ok\":1}", session};
    desk.save(store::Append{std::move(change), {seen}});
    const auto rows = must(desk.reader().read_session(session));
    REQUIRE(rows.seen.size() == 1);
    CHECK(rows.seen[0].client_id == "m-1");
    CHECK(rows.seen[0].place == model::Place{desk.store->opened().node, 1});
    CHECK(rows.seen[0].answer == "{\"ok\":1}");
}

TEST_CASE("a blob is there before the Change that refers to it, and the same again changes nothing") {
    Desk desk;
    desk.open();
    const std::string content("en\0 kurs", 8);
    const auto hash = base::to_hex(base::sha256(content));
    desk.save(store::PutBlob{hash, content, "text/markdown"});
    desk.save(store::PutBlob{hash, content, "text/markdown"});
    CHECK(must(desk.reader().read_blob(hash)) == content);
    CHECK(!must(desk.reader().read_blob("00")).has_value());
}

TEST_CASE("the clock of a file that is opened again continues after its last stamp") {
    Desk desk;
    desk.open();
    desk.save_note("ett");
    desk.now_ms -= 1000;  // the machine's clock was set back a little
    desk.open();
    CHECK(desk.clock->next() > desk.store->opened().last_stamp);
    CHECK(desk.store->opened().last_stamp == desk.store->opened().greatest_stamp);
}

TEST_CASE("a backup is a register of its own, and only the newest ten are kept") {
    Desk desk;
    desk.open();
    const auto id = desk.save_note("bevarad");
    for (int i = 0; i < 12; ++i) {
        desk.now_ms += 1000;
        desk.save(store::Backup{});
    }
    std::vector<base::Path> files;
    for (const auto& entry : std::filesystem::directory_iterator(desk.own / "backups")) files.push_back(entry.path());
    CHECK(files.size() == 10);
    auto reader = must(store::Reader::open(files.at(0)));
    CHECK(model::text_of(must(reader.read_entity(id)).at("note.text").value) == "bevarad");
}

TEST_CASE("a backup that cannot be made is told and does not hold up the work behind it") {
    Desk desk;
    desk.open();
    must(base::write_file(desk.own / "backups", "a file where the folder should be"));
    desk.submit(store::Backup{});
    desk.save_note("ändå");
    REQUIRE(desk.listener.troubles().size() == 1);
    CHECK(desk.listener.troubles()[0].retry_ms == 0);
}
