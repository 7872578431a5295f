#include <algorithm>

#include "property/replica.hpp"

namespace {

using namespace property;

constexpr const char* fields[] = {"note.text", "note.place", "note.group", "note.hidden", "zebra.stripes"};

struct World {
    std::int64_t time_ms = 1'750'000'000'000;
    std::vector<Replica> replicas;
    std::vector<Id> entities;
    std::vector<std::vector<model::Change>> post;  // to each replica: delivered in any order, some twice
    std::vector<std::pair<std::size_t, ErasedCell>> erasures;
};

model::Value any_value(trials::Random& random) {
    switch (trials::pick(random, 5)) {
        case 0:
            return std::string("lapp ") + std::to_string(random() % 7);
        case 1:
            return static_cast<std::int64_t>(random() % 5);
        case 2:
            return static_cast<double>(random() % 9) / 4;
        case 3:
            return model::Value{};
        default:
            return model::of_id(seeded_id(random));
    }
}

World make_world(trials::Random& random) {
    World world;
    world.replicas.reserve(3);
    for (int i = 0; i < 3; ++i) {
        // Clocks within four minutes of each other, and now and then one that is half an hour ahead.
        std::int64_t skew = static_cast<std::int64_t>(random() % 240'000) - 120'000;
        if (trials::chance(random, 15)) skew += 30 * 60'000;
        world.replicas.emplace_back(seeded_id(random), &world.time_ms, skew);
    }
    for (int i = 0; i < 6; ++i) world.entities.push_back(seeded_id(random));
    world.post.resize(3);
    return world;
}

void send(World& world, std::size_t from, const model::Change& change, trials::Random& random) {
    for (std::size_t to = 0; to < world.replicas.size(); ++to) {
        if (to == from) continue;
        const std::size_t copies = 1 + trials::pick(random, 2);
        for (std::size_t i = 0; i < copies; ++i) world.post[to].push_back(change);
    }
}

void write_something(World& world, trials::Random& random) {
    const auto who = trials::pick(random, 3);
    auto& replica = world.replicas[who];
    model::Draft draft("host", "change.edit_note");
    const std::size_t count = 1 + trials::pick(random, 3);
    for (std::size_t i = 0; i < count; ++i) {
        draft.set(world.entities[trials::pick(random, world.entities.size())],
                  fields[trials::pick(random, std::size(fields))], any_value(random));
    }
    auto change = std::move(draft).finish(replica.cells(), replica.clock());
    if (change.facts.empty()) return;
    send(world, who, replica.write(std::move(change), random), random);
}

void undo_something(World& world, trials::Random& random) {
    const auto who = trials::pick(random, 3);
    auto& replica = world.replicas[who];
    if (replica.journal().empty()) return;
    auto at = replica.journal().begin();
    std::advance(at, static_cast<std::ptrdiff_t>(trials::pick(random, replica.journal().size())));
    auto undo = model::plan_undo(at->second, replica.cells(), replica.prior(), replica.clock(), "host");
    if (undo.change.facts.empty()) return;
    send(world, who, replica.write(std::move(undo.change), random), random);
}

void deliver_something(World& world, trials::Random& random) {
    const auto to = trials::pick(random, 3);
    if (world.post[to].empty()) return;
    const auto which = trials::pick(random, world.post[to].size());
    const auto change = world.post[to][which];
    if (!trials::chance(random, 20)) world.post[to].erase(world.post[to].begin() + static_cast<std::ptrdiff_t>(which));
    world.replicas[to].take(change);
}

void erase_something(World& world, trials::Random& random) {
    const auto who = trials::pick(random, 3);
    const auto& entity = world.entities[trials::pick(random, world.entities.size())];
    const ErasedCell cell{entity, fields[trials::pick(random, std::size(fields))], world.replicas[who].clock().next()};
    world.replicas[who].erase(cell);
    world.erasures.push_back({who, cell});
}

void settle(World& world, trials::Random& random) {
    for (std::size_t to = 0; to < 3; ++to) {
        std::shuffle(world.post[to].begin(), world.post[to].end(), random);
        for (const auto& [from, cell] : world.erasures) {
            if (from != to && trials::chance(random, 50)) world.replicas[to].erase(cell);
        }
        for (const auto& change : world.post[to]) world.replicas[to].take(change);
        for (const auto& [from, cell] : world.erasures) world.replicas[to].erase(cell);
    }
    world.time_ms += 3 * 60 * 60'000;
    for (auto& replica : world.replicas) replica.release();
}

}  // namespace

TEST_CASE("invariant 5: three hosts with skewed clocks agree, whatever the order and the repetitions") {
    trials::run("convergence", 500, 5000, [](trials::Random& random) {
        auto world = make_world(random);
        for (int step = 0; step < 120; ++step) {
            world.time_ms += static_cast<std::int64_t>(random() % 2'000);
            const auto deed = random() % 100;
            if (deed < 45) {
                write_something(world, random);
            } else if (deed < 55) {
                undo_something(world, random);
            } else if (deed < 57) {
                erase_something(world, random);
            } else if (deed < 60) {
                for (auto& replica : world.replicas) replica.release();
            } else {
                deliver_something(world, random);
            }
        }
        settle(world, random);
        const auto first = picture(world.replicas[0].cells());
        REQUIRE(picture(world.replicas[1].cells()) == first);
        REQUIRE(picture(world.replicas[2].cells()) == first);
        for (const auto& replica : world.replicas) REQUIRE(replica.parked() == 0);
    });
}

TEST_CASE("invariant 5: facts of one stamp, from a cloned node, are ordered by their digest") {
    trials::run("one_stamp", 50, 500, [](trials::Random& random) {
        const auto entity = seeded_id(random);
        const auto node = seeded_id(random);
        std::vector<model::Fact> facts;
        for (int i = 0; i < 6; ++i) {
            model::Fact fact;
            fact.entity = entity;
            fact.field = "note.text";
            fact.value = any_value(random);
            for (auto& byte : fact.salt) byte = static_cast<std::uint8_t>(random());
            fact.digest = model::digest_of(fact.salt, fact.value);
            fact.stamp = {1'000 + static_cast<std::int64_t>(random() % 2), 0, node};
            facts.push_back(std::move(fact));
        }
        model::Cells one;
        for (const auto& fact : facts) model::merge(one, fact);
        std::shuffle(facts.begin(), facts.end(), random);
        model::Cells other;
        for (const auto& fact : facts) model::merge(other, fact);
        for (const auto& fact : facts) model::merge(other, fact);
        REQUIRE(picture(one) == picture(other));
    });
}

TEST_CASE("invariant 6: a host never follows a clock that is more than five minutes ahead") {
    trials::run("ahead", 50, 500, [](trials::Random& random) {
        std::int64_t time_ms = 1'750'000'000'000;
        Replica honest(seeded_id(random), &time_ms, 0);
        const std::int64_t ahead = model::far_ahead_ms + 1 + static_cast<std::int64_t>(random() % 1'000'000'000);
        Replica fast(seeded_id(random), &time_ms, ahead);
        model::Draft draft("host", "change.add_note");
        draft.set(seeded_id(random), "note.text", "från framtiden");
        const auto change = fast.write(std::move(draft).finish(fast.cells(), fast.clock()), random);
        honest.take(change);
        REQUIRE(honest.cells().size() == 0);
        REQUIRE(honest.journal().size() == 1);
        REQUIRE(honest.clock().next().ms == time_ms);
        time_ms += ahead;
        honest.release();
        REQUIRE(picture(honest.cells()) == picture(fast.cells()));
    });
}
