#include "property/replica.hpp"

namespace {

using namespace property;

constexpr const char* undo_fields[] = {"note.text", "note.group", "note.colour"};

/// Two people on one host. Every typed text is new and rises in number, so a cell tells who typed it, and when.
struct Room {
    std::int64_t time_ms = 1'750'000'000'000;
    Replica host;
    std::vector<Id> notes;
    std::int64_t typed = 0;
    explicit Room(trials::Random& random) : host(seeded_id(random), &time_ms, 0) {
        for (int i = 0; i < 3; ++i) notes.push_back(seeded_id(random));
    }
    /// What somebody typed and in which turn; the turn is 0 when nothing stands.
    std::map<std::string, std::int64_t> visible() const {
        std::map<std::string, std::int64_t> turns;
        for (const auto& note : notes) {
            for (const auto* field : undo_fields) turns[note.text() + field] = host.cells().number(note, field);
        }
        return turns;
    }
    model::Change type(const std::string& who, trials::Random& random) {
        model::Draft draft(who, "change.edit_note");
        ++typed;
        const std::size_t count = 1 + trials::pick(random, 4);
        for (std::size_t i = 0; i < count; ++i) {
            draft.set(notes[trials::pick(random, 3)], undo_fields[trials::pick(random, 3)], typed);
        }
        time_ms += static_cast<std::int64_t>(random() % 3);
        return host.write(std::move(draft).finish(host.cells(), host.clock()), random);
    }
    /// Undoes one Change; an undo of an undo is a redo. Empty facts when nothing of it stood.
    model::Undo undo(const model::Change& done, trials::Random& random) {
        auto plan = model::plan_undo(done, host.cells(), host.prior(), host.clock(), done.author);
        if (!plan.change.facts.empty()) plan.change = host.write(std::move(plan.change), random);
        return plan;
    }
};

}  // namespace

TEST_CASE("invariant 3: undo, redo and undo never lose what another typed since") {
    trials::run("undo_redo_undo", 500, 5000, [](trials::Random& random) {
        Room room(random);
        for (int i = 0; i < 5; ++i) room.type(trials::chance(random, 50) ? "seat" : "trainer", random);
        const auto mine = room.type("seat", random);
        const auto my_turn = room.typed;
        model::Change last = mine;
        std::vector<model::Change> others;
        for (int turn = 0; turn < 8; ++turn) {
            if (trials::chance(random, 40)) others.push_back(room.type("trainer", random));
            if (trials::chance(random, 20) && !others.empty()) {
                // The other person regrets as well, and may regret that.
                auto& theirs = others[trials::pick(random, others.size())];
                auto plan = room.undo(theirs, random);
                if (!plan.change.facts.empty()) theirs = plan.change;
            }
            const auto before = room.visible();
            auto plan = room.undo(last, random);
            const auto after = room.visible();
            for (const auto& was : before) {
                if (was.second <= my_turn) continue;
                REQUIRE_MESSAGE(after.at(was.first) == was.second, "lost a later text in " << was.first);
            }
            REQUIRE(plan.change.facts.size() + static_cast<std::size_t>(plan.kept_for_others) == last.facts.size());
            if (plan.change.facts.empty()) break;
            last = plan.change;
        }
    });
}

TEST_CASE("invariant 3: an undo that nobody disturbed brings back exactly what stood, and a redo what was typed") {
    trials::run("undo_alone", 50, 500, [](trials::Random& random) {
        Room room(random);
        for (int i = 0; i < 6; ++i) room.type("trainer", random);
        const auto before = room.visible();
        const auto mine = room.type("seat", random);
        const auto typed = room.visible();
        model::Change last = mine;
        for (int turn = 0; turn < 6; ++turn) {
            const auto plan = room.undo(last, random);
            REQUIRE(plan.kept_for_others == 0);
            REQUIRE(room.visible() == (turn % 2 == 0 ? before : typed));
            last = plan.change;
        }
    });
}

TEST_CASE("invariant 3: a restored value stands for the fact it restores, so its own author may undo it too") {
    trials::run("undo_through", 50, 500, [](trials::Random& random) {
        Room room(random);
        for (int i = 0; i < 3; ++i) room.type("trainer", random);
        const auto before = room.visible();
        const auto first = room.type("trainer", random);
        const auto second = room.type("seat", random);
        REQUIRE(room.undo(second, random).kept_for_others == 0);
        REQUIRE(room.undo(first, random).kept_for_others == 0);
        REQUIRE(room.visible() == before);
    });
}

TEST_CASE("invariant 3: an undo never brings back a text that has been erased") {
    trials::run("undo_erased", 50, 500, [](trials::Random& random) {
        Room room(random);
        const auto first = room.type("trainer", random);
        const auto second = room.type("seat", random);
        for (const auto& note : room.notes) {
            for (const auto* field : undo_fields) room.host.erase({note, field, first.facts.back().stamp});
        }
        room.undo(second, random);
        for (const auto& [cell, typed] : room.visible()) REQUIRE(typed != 1);
    });
}
