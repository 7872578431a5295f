#include <algorithm>
#include <thread>

#include "desk.hpp"
#include "store/sqlite.hpp"
#include "store/urn.hpp"

namespace {

model::Digest token(int n) {
    return base::sha256("token " + std::to_string(n));
}

store::Cast ballot(const base::Id& poll, int n, std::uint64_t k, std::string value) {
    return {poll, token(n), k, std::move(value), "tablet"};
}

/// The Change that closes a round, as the registrar makes it.
model::Change tally(Desk& desk, const base::Id& poll) {
    model::Draft draft("host", "change.close_poll");
    const auto id = base::derived_id("tally", {poll.bytes, desk.store->opened().node.bytes});
    draft.set(id, "tally.poll", poll);
    draft.set(id, "tally.node", desk.store->opened().node);
    draft.set(id, "tally.count", std::int64_t{1});
    return desk.finish(std::move(draft));
}

/// A round whose opening is in the journal.
base::Id open_poll(Desk& desk) {
    const auto poll = base::new_id(desk.now_ms);
    model::Draft draft("host", "change.open_poll");
    draft.set(poll, "poll.state", std::string_view("open"));
    desk.save(store::Append{desk.finish(std::move(draft)), {}});
    desk.save(store::AddTokens{poll, {token(1), token(2)}});
    return poll;
}

}  // namespace

TEST_CASE("invariant 21: ballots lie in a file of their own and leave no trace in the register") {
    Desk desk;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    desk.save(store::AddTokens{poll, {token(1)}});
    desk.save(ballot(poll, 1, 1, "\"ovanligt-svar\""));
    CHECK(std::filesystem::exists(store::urn_file(desk.options.file, poll)));
    desk.store.reset();
    const auto content = must(base::read_file(desk.options.file));
    CHECK(content.find("ovanligt-svar") == std::string::npos);
    CHECK(must(store::read_urn(desk.options.file, poll))->ballots.at(0).value == "\"ovanligt-svar\"");
}

TEST_CASE("invariant 21: a backup does not bring the urn") {
    Desk desk;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    desk.save(store::AddTokens{poll, {token(1)}});
    desk.save(ballot(poll, 1, 1, "\"ovanligt-svar\""));
    desk.save(store::Backup{});
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(desk.own / "backups")) {
        ++files;
        CHECK(must(base::read_file(entry.path())).find("ovanligt-svar") == std::string::npos);
    }
    CHECK(files == 1);
}

TEST_CASE("invariant 22: tokens are known on disk before a draw that follows them is") {
    Desk desk;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    const auto session = base::new_id(desk.now_ms);
    std::vector<store::Work> work;
    work.push_back({++desk.ticket, store::AddTokens{poll, {token(1), token(2)}}});
    work.push_back({++desk.ticket, store::WriteRows{{store::DrawnRow{poll, base::new_id(1), 0, session}}}});
    desk.store->submit(std::move(work));
    REQUIRE(desk.listener.saved(desk.ticket));
    CHECK(must(desk.reader().read_session(session)).drawn.size() == 1);
    CHECK(must(store::read_urn(desk.options.file, poll))->hashes.size() == 2);
}

TEST_CASE("invariant 23: the highest k of a token counts, whatever the order") {
    Desk desk;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    desk.save(store::AddTokens{poll, {token(1)}});
    desk.save(ballot(poll, 1, 5, "\"fem\""));
    desk.save(ballot(poll, 1, 3, "\"tre\""));
    desk.save(ballot(poll, 1, 5, "\"fem igen\""));
    CHECK(must(store::read_urn(desk.options.file, poll))->ballots.at(0).value == "\"fem\"");
    desk.save(ballot(poll, 1, 6, "\"sex\""));
    CHECK(must(store::read_urn(desk.options.file, poll))->ballots.at(0).value == "\"sex\"");
}

TEST_CASE("invariant 23: a ballot of an unknown token or an unknown round is not kept") {
    Desk desk;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    desk.save(store::AddTokens{poll, {token(1)}});
    desk.save(ballot(poll, 2, 1, "\"x\""));
    desk.save(ballot(base::new_id(desk.now_ms), 1, 1, "\"x\""));
    CHECK(must(store::read_urn(desk.options.file, poll))->ballots.empty());
    CHECK(store::find_urns(desk.options.file) == std::vector<base::Id>{poll});
}

TEST_CASE("invariant 23: an urn holds no column that could name a seat or a time") {
    Desk desk;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    desk.save(store::AddTokens{poll, {token(1)}});
    auto urn = must(store::Db::open(store::urn_file(desk.options.file, poll), store::Mode::read_only));
    std::string columns;
    auto query =
        must(urn.prepare("SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c "
                         "WHERE t.type = 'table' ORDER BY 1"));
    while (must(query.step())) columns += query.text(0) + " ";
    CHECK(columns ==
          "ballot.k ballot.source ballot.token_hash ballot.value paper.hash round.node round.poll token.hash ");
}

TEST_CASE("invariant 23: tokens for ballots from paper are known in the urn before any of them is cast") {
    Desk desk;
    desk.open();
    const auto poll = open_poll(desk);
    desk.save(store::AddTokens{poll, {token(1)}});
    desk.save(store::AddTokens{poll, {token(2)}, true});
    const auto read = [&] { return *must(store::read_urn(desk.options.file, poll)); };
    CHECK(read().hashes.size() == 2);
    CHECK(read().paper == std::vector<model::Digest>{token(2)});
    desk.close();
    {
        // As an earlier program left it.
        auto urn = must(store::Db::open(store::urn_file(desk.options.file, poll), store::Mode::read_write));
        must(urn.execute("DROP TABLE paper"));
    }
    CHECK(read().hashes.size() == 2);
    CHECK(read().paper.empty());
    desk.open();
    desk.save(store::AddTokens{poll, {token(3)}, true});
    CHECK(read().paper == std::vector<model::Digest>{token(3)});
}

TEST_CASE("invariant 23: when nothing comes for a while, or the host ends, an urn does not tell the order of ballots") {
    constexpr int voters = 12;
    Desk desk;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    std::vector<model::Digest> hashes;
    for (int n = 0; n < voters; ++n) hashes.push_back(token(n));
    desk.save(store::AddTokens{poll, hashes});
    const auto value = [](int n) { return "\"svar " + std::to_string(n % 3) + "\""; };
    for (int n = 0; n < voters; ++n) desk.save(ballot(poll, n, 1, value(n)));
    const auto file = store::urn_file(desk.options.file, poll);
    SUBCASE("while the host goes on") {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        std::error_code gone;
        while (std::filesystem::file_size(file.string() + "-wal", gone) > 0 && !gone) {
            REQUIRE(std::chrono::steady_clock::now() < end);
            std::this_thread::yield();
        }
    }
    SUBCASE("when it ends at once") {
        desk.close();
    }
    const auto bytes = must(base::read_file(file));
    std::vector<std::pair<std::size_t, model::Digest>> places;
    for (int n = 0; n < voters; ++n) {
        const auto hash = token(n);
        const auto at = bytes.find(std::string(hash.begin(), hash.end()) + value(n));
        REQUIRE(at != std::string::npos);
        places.emplace_back(at, hash);
    }
    std::sort(places.begin(), places.end());
    // A page is filled from its end.
    std::sort(hashes.rbegin(), hashes.rend());
    for (int n = 0; n < voters; ++n)
        CHECK(places[static_cast<std::size_t>(n)].second == hashes[static_cast<std::size_t>(n)]);
}

TEST_CASE("invariant 24: closing deletes the urn with its WAL and index") {
    Desk desk;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    desk.save(store::AddTokens{poll, {token(1)}});
    desk.save(ballot(poll, 1, 1, "\"x\""));
    desk.save(store::Append{tally(desk, poll), {}});
    desk.save(store::DropUrn{poll});
    const auto file = store::urn_file(desk.options.file, poll).string();
    for (const char* end : {"", "-wal", "-shm", "-journal"}) CHECK(!std::filesystem::exists(file + end));
    CHECK(!must(store::read_urn(desk.options.file, poll)).has_value());
    desk.save(ballot(poll, 1, 2, "\"för sent\""));
    CHECK(!std::filesystem::exists(file));
}

TEST_CASE("invariant 24: at start an urn whose round is closed in the journal is deleted, another is continued") {
    Desk desk;
    desk.open();
    const auto closed = open_poll(desk);
    const auto open = open_poll(desk);
    desk.save(ballot(open, 2, 1, "\"kvar\""));
    desk.save(store::Append{tally(desk, closed), {}});
    desk.open();
    CHECK(store::find_urns(desk.options.file) == std::vector<base::Id>{open});
    desk.save(ballot(open, 2, 2, "\"vidare\""));
    const auto content = must(store::read_urn(desk.options.file, open));
    CHECK(content->hashes.size() == 2);
    CHECK(content->ballots.at(0).value == "\"vidare\"");
}

TEST_CASE("invariant 24: another host's tally of the same poll does not end this host's round") {
    Desk desk;
    desk.open();
    const auto poll = open_poll(desk);
    model::Draft draft("host", "change.close_poll");
    const auto id = base::new_id(desk.now_ms);
    draft.set(id, "tally.poll", poll);
    draft.set(id, "tally.node", base::new_id(7));
    desk.save(store::Append{desk.finish(std::move(draft)), {}});
    desk.open();
    CHECK(store::find_urns(desk.options.file) == std::vector<base::Id>{poll});
}

TEST_CASE("invariant 24: a round opened before the file got a new node id is still known as closed") {
    Desk desk;
    desk.open();
    const auto poll = open_poll(desk);
    desk.save(store::Append{tally(desk, poll), {}});
    desk.options.state_folder = desk.own / "lost";
    desk.open();
    CHECK(desk.store->opened().new_node);
    CHECK(store::find_urns(desk.options.file).empty());
}

TEST_CASE("invariant 24: an urn whose round the journal does not know is deleted at the next start") {
    Desk desk;
    desk.open();
    const auto known = open_poll(desk);
    const auto unknown = base::new_id(desk.now_ms);
    desk.save(store::AddTokens{unknown, {token(1)}});
    desk.save(ballot(unknown, 1, 1, "\"ovanligt-svar\""));
    desk.open();
    CHECK(store::find_urns(desk.options.file) == std::vector<base::Id>{known});
    const auto file = store::urn_file(desk.options.file, unknown).string();
    for (const char* end : {"", "-wal", "-shm", "-journal"}) CHECK(!std::filesystem::exists(file + end));
}

TEST_CASE("invariant 24: an urn whose round is open in a former file beside the register is left to that file") {
    Desk desk;
    desk.open();
    const auto poll = open_poll(desk);
    desk.save(ballot(poll, 1, 1, "\"kvar\""));
    desk.store.reset();
    const auto file = desk.options.file;
    const auto former = file.parent_path() / ("fore" + file.extension().string());
    std::filesystem::rename(file, former);
    desk.open();
    CHECK(store::find_urns(file) == std::vector<base::Id>{poll});
    desk.store.reset();
    std::filesystem::rename(former, file);
    desk.open();
    CHECK(must(store::read_urn(file, poll))->ballots.size() == 1);
    desk.store.reset();
    std::filesystem::remove(file);
    desk.open();
    CHECK(store::find_urns(file).empty());
}
