#include "desk.hpp"
#include "store/care.hpp"

namespace {

std::int64_t count_rows(Desk& desk, const base::Id& session) {
    const auto rows = must(desk.reader().read_session(session));
    return static_cast<std::int64_t>(rows.seats.size() + rows.drawn.size() + rows.seen.size() + rows.hidden.size() +
                                     rows.own.size() + rows.kept.size());
}

std::vector<store::SessionWrite> one_of_each(const base::Id& session) {
    const auto seat = base::new_id(1);
    const auto note = base::new_id(2);
    store::SeatRow row;
    row.seat = seat;
    row.session = session;
    row.secret_hash = "hash";
    row.return_code = "ABC234";
    row.name = "Saga";
    row.joined_at_ms = 5;
    row.muted = true;
    return {row,
            store::DrawnRow{base::new_id(3), seat, 1, session},
            store::SeenRow{seat, "m", {base::new_id(4), 9}, "{}", session},
            store::HiddenNoteRow{note, session, seat, "{\"text\":\"väntar\"}", true, 7},
            store::OwnRow{seat, note, session},
            store::KeptRow{session, "code", "QWERTY"}};
}

}  // namespace

TEST_CASE("invariant 16: session rows are read back as they were written") {
    Desk desk;
    desk.open();
    const auto session = base::new_id(desk.now_ms);
    desk.save(store::WriteRows{one_of_each(session)});
    const auto rows = must(desk.reader().read_session(session));
    REQUIRE(count_rows(desk, session) == 6);
    CHECK(rows.seats[0].name == "Saga");
    CHECK(rows.seats[0].muted);
    CHECK(!rows.seats[0].frozen);
    CHECK(rows.drawn[0].n == 1);
    CHECK(rows.seen[0].place.seq == 9);
    CHECK(rows.hidden[0].waiting);
    CHECK(rows.hidden[0].content == "{\"text\":\"väntar\"}");
    CHECK(rows.own[0].note == rows.hidden[0].note);
    CHECK(rows.kept[0].value == "QWERTY");
}

TEST_CASE("invariant 16: a row written again replaces the one before") {
    Desk desk;
    desk.open();
    const auto session = base::new_id(desk.now_ms);
    desk.save(store::WriteRows{{store::KeptRow{session, "port", "1"}, store::KeptRow{session, "port", "2"}}});
    CHECK(must(desk.reader().read_session(session)).kept.at(0).value == "2");
}

TEST_CASE("invariant 16: ending a session empties its rows and nobody else's") {
    Desk desk;
    desk.open();
    const auto ended = base::new_id(desk.now_ms);
    const auto other = base::new_id(desk.now_ms);
    desk.save(store::WriteRows{one_of_each(ended)});
    desk.save(store::WriteRows{{store::KeptRow{other, "code", "ZXCVBN"}}});
    desk.save(store::WriteRows{{store::EndSession{ended}}});
    CHECK(count_rows(desk, ended) == 0);
    CHECK(count_rows(desk, other) == 1);
}

TEST_CASE("invariant 16: session rows never reach the journal") {
    Desk desk;
    desk.open();
    desk.save(store::WriteRows{one_of_each(base::new_id(desk.now_ms))});
    CHECK(must(desk.reader().count_facts()) == 0);
    CHECK(must(desk.reader().read_heads()).empty());
}

TEST_CASE("invariant 16: a seat and a hidden note can be dropped one by one") {
    Desk desk;
    desk.open();
    const auto session = base::new_id(desk.now_ms);
    const auto rows = one_of_each(session);
    desk.save(store::WriteRows{rows});
    desk.save(store::WriteRows{{store::DropSeat{std::get<store::SeatRow>(rows[0]).seat},
                                store::DropHidden{std::get<store::HiddenNoteRow>(rows[3]).note}}});
    const auto left = must(desk.reader().read_session(session));
    CHECK(left.seats.empty());
    CHECK(left.hidden.empty());
    CHECK(left.own.size() == 1);
}

TEST_CASE("invariant 16: after a session's end its unshown notes are not in the WAL either, while the host goes on") {
    Desk desk;
    desk.open();
    const auto session = base::new_id(desk.now_ms);
    desk.save(store::WriteRows{one_of_each(session)});
    const auto wal = base::Path(desk.options.file.string() + "-wal");
    REQUIRE(must(base::read_file(wal)).find("väntar") != std::string::npos);
    const auto reader = desk.reader();
    desk.submit(store::WriteRows{{store::EndSession{session}}});
    desk.save(store::Backup{});
    for (const auto& entry : std::filesystem::recursive_directory_iterator(desk.own.path)) {
        if (!entry.is_regular_file()) continue;
        CAPTURE(entry.path().string());
        const auto content = must(base::read_file(entry.path()));
        for (const char* word : {"väntar", "Saga", "QWERTY"}) CHECK(content.find(word) == std::string::npos);
    }
}

TEST_CASE(
    "invariant 16: a backup holds no session's data, also not of one that is still open, and cards keep counting") {
    Desk desk;
    desk.open();
    const auto open = base::new_id(desk.now_ms);
    auto rows = one_of_each(open);
    rows.emplace_back(
        store::WaitingPhotoRow{std::get<store::HiddenNoteRow>(rows[3]).note, std::string(64, 'a'), "BILD"});
    rows.emplace_back(store::KeptRow{{}, "code:abc", ""});
    desk.save(store::WriteRows{std::move(rows)});
    const auto note = desk.save_note("Nyckelskåp");
    desk.save(store::Backup{});
    CHECK(count_rows(desk, open) == 6);
    const auto backups = store::find_backups(desk.options.file);
    REQUIRE(backups.size() == 1);
    const auto content = must(base::read_file(backups.front()));
    for (const char* word : {"väntar", "Saga", "QWERTY", "ABC234", "BILD"}) {
        CAPTURE(word);
        CHECK(content.find(word) == std::string::npos);
    }
    CHECK(content.find("Nyckelskåp") != std::string::npos);
    CHECK(must(store::verify(backups.front())).faults.empty());
    // Put back, it has the register and the printed cards, and nobody's session.
    desk.close();
    must(store::restore(backups.front(), desk.options));
    desk.open();
    CHECK(count_rows(desk, open) == 0);
    CHECK(must(desk.reader().read_session({})).kept.size() == 1);
    CHECK_FALSE(must(desk.reader().read_entity(note)).empty());
}
