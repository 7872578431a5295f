#include "power_cut/recording_vfs.hpp"
#include "store/desk.hpp"

namespace {

struct Failing : Desk {
    RecordingVfs vfs{"failing"};
    Failing() {
        options.vfs = vfs.name();
        options.retry_ms = 1;
        options.patience_ms = 0;
    }
    ~Failing() { close(); }
};

std::size_t times_written(const Desk& desk, const base::Id& note) {
    auto reader = desk.reader();
    return must(reader.read_history(note)).size();
}

}  // namespace

TEST_CASE("invariant 10: after a failed sync the batch is written once, and a power cut does not take it back") {
    Failing desk;
    desk.open();
    std::vector<base::Id> notes;
    for (int i = 0; i < 30; ++i) {
        if (i % 3 == 0) desk.vfs.fail_syncs(1 + i % 4);
        notes.push_back(desk.save_note("lapp " + std::to_string(i)));
    }
    CHECK(desk.listener.troubles().size() >= 10);
    for (const auto& trouble : desk.listener.troubles()) CHECK(trouble.error.code == base::Code::disk_failed);
    desk.vfs.cut(1);
    desk.close();
    desk.vfs.reboot();
    desk.open();
    CHECK(desk.store->opened().head == notes.size());
    for (const auto& note : notes) CHECK(times_written(desk, note) == 1);
}

TEST_CASE("invariant 10: a ballot whose sync failed is in the urn when it is acknowledged") {
    Failing desk;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    const auto token = base::sha256("token");
    model::Draft draft("host", "change.open_poll");
    draft.set(poll, "poll.state", std::string_view("open"));
    desk.save(store::Append{desk.finish(std::move(draft)), {}});
    desk.save(store::AddTokens{poll, {token}});
    for (std::uint64_t k = 1; k <= 10; ++k) {
        desk.vfs.fail_syncs(1 + static_cast<int>(k % 3));
        desk.save(store::Cast{poll, token, k, std::to_string(k), "tablet"});
    }
    desk.vfs.cut(2);
    desk.close();
    desk.vfs.reboot();
    desk.open();
    CHECK(must(store::read_urn(desk.options.file, poll))->ballots.at(0).value == "10");
}

TEST_CASE(
    "invariant 24: when the power goes between the closing Change and the deleting of the urn, the start deletes it") {
    Failing desk;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    desk.save(store::AddTokens{poll, {base::sha256("token")}});
    model::Draft draft("host", "change.close_poll");
    const auto tally = base::new_id(desk.now_ms);
    draft.set(tally, "tally.poll", poll);
    draft.set(tally, "tally.node", desk.store->opened().node);
    desk.save(store::Append{desk.finish(std::move(draft)), {}});
    desk.vfs.cut(3);
    desk.close();
    desk.vfs.reboot();
    CHECK(store::find_urns(desk.options.file).size() == 1);
    desk.open();
    CHECK(store::find_urns(desk.options.file).empty());
    CHECK(must(desk.reader().read_entity(tally)).size() == 2);
}

TEST_CASE("a disk that refuses while a register is being made leaves nothing that cannot be made again") {
    for (std::uint64_t operations = 1; operations < 60; operations += 3) {
        CAPTURE(operations);
        Failing desk;
        desk.vfs.cut_after(operations, static_cast<unsigned>(operations));
        (void)desk.try_open();
        desk.close();
        desk.vfs.cut(1);
        desk.vfs.reboot();
        desk.open();
        const auto note = desk.save_note("går");
        CHECK(times_written(desk, note) == 1);
    }
}
