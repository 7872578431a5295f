#include "ui/session.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "ui/icons.hpp"

namespace ui {
namespace {

bool has_shown_notes(const views::RoomView& room) {
    return std::any_of(room.wall.begin(), room.wall.end(), [](const auto& note) { return !note.hidden; });
}

}  // namespace

const views::PollView* current_poll(const views::RoomView& room) {
    const views::PollView* latest = nullptr;
    for (const auto& poll : room.polls) {
        if (poll.state == "cancelled") continue;
        const bool under_way = poll.state == "open" || poll.state == "closed";
        const bool latest_under_way = latest != nullptr && (latest->state == "open" || latest->state == "closed");
        if (latest == nullptr || under_way || !latest_under_way) latest = &poll;
    }
    return latest;
}

const views::PollView* find_poll(const views::RoomView& room, const base::Id& id) {
    const auto found =
        std::find_if(room.polls.begin(), room.polls.end(), [&id](const auto& poll) { return poll.id == id; });
    return found == room.polls.end() ? nullptr : &*found;
}

const views::RemoteView::PlannedPoll* next_planned(const views::WallView& view) {
    for (const auto& planned : view.remote.planned) {
        const auto* poll = find_poll(view.remote.room, planned.poll);
        if (poll == nullptr || poll->state != "revealed") return &planned;
    }
    return nullptr;
}

bool is_about_person(const views::WallView& view) {
    const auto& block = view.remote.room.block;
    return block && block->writes == "known" && !block->groups.empty() && !view.persona.empty();
}

Scene scene_of(const views::WallView& view) {
    const auto& room = view.remote.room;
    if (room.ended) return Scene::ended;
    if (!room.block) return Scene::lobby;
    const auto& block = *room.block;
    if (block.kind == "break") return Scene::rest;
    if (const auto* poll = current_poll(room)) {
        if (poll->state == "open" || poll->state == "closed") return Scene::vote;
        // The curve belongs on the journey that it was asked about.
        if (poll->form.rule.method == methods::Method::feelings) return Scene::journey;
        return Scene::reveal;
    }
    if (block.kind == "journey") return Scene::journey;
    if (is_about_person(view)) return Scene::persona;
    if (!block.groups.empty()) return Scene::journey;  // columns to write into
    if (block.kind == "cluster") return Scene::ideas;
    return has_shown_notes(room) && block.kind != "card" ? Scene::ideas : Scene::info;
}

std::string_view scene_name(Scene scene) {
    switch (scene) {
        case Scene::lobby:
            return "lobby";
        case Scene::info:
            return "info";
        case Scene::rest:
            return "break";
        case Scene::persona:
            return "persona";
        case Scene::journey:
            return "journey";
        case Scene::ideas:
            return "ideas";
        case Scene::vote:
            return "vote";
        case Scene::reveal:
            return "reveal";
        case Scene::ended:
            return "ended";
    }
    return {};
}

Step next_step(const views::WallView& view) {
    using Kind = Step::Kind;
    const auto& remote = view.remote;
    if (remote.room.ended) return {};
    if (!remote.room.block) {
        if (!remote.next) return {};
        return {Kind::begin, base::tr("wall.step.begin", {{"title", remote.next->label}}), icon::play,
                intents::Intent(intents::GoNext{""})};
    }
    const auto& block = *remote.room.block;
    const auto* poll = current_poll(remote.room);
    if (poll != nullptr && poll->state == "open") {
        return {Kind::close, base::tr("wall.step.close_vote"), icon::stop,
                intents::Intent(intents::ClosePoll{poll->id})};
    }
    if (poll != nullptr && poll->state == "closed") {
        return {Kind::reveal, base::tr("wall.step.reveal"), icon::eye, intents::Intent(intents::RevealPoll{poll->id})};
    }
    // A block that is a vote, or asks for consent, has no other work than its votes; elsewhere they are among the
    // tools.
    const auto* planned = next_planned(view);
    if ((block.kind == "poll" || block.kind == "consent") && planned != nullptr) {
        // Where heads are counted, somebody has to say how many; and codes lie on cards.
        auto open = planned->trust == model::Trust::open
                        ? std::optional(intents::Intent(intents::OpenPoll{block.id, planned->index}))
                        : std::nullopt;
        return {Kind::open, base::tr("wall.step.open"), icon::bar_chart, std::move(open)};
    }
    if (remote.next) {
        return {Kind::next, base::tr("wall.step.next", {{"title", remote.next->label}}), icon::right,
                intents::Intent(intents::GoNext{block.id})};
    }
    return {Kind::end, base::tr("wall.step.end"), icon::flag, std::nullopt};
}

std::int64_t left_ms(const views::RoomView& room, std::int64_t host_now_ms) {
    if (!room.block) return 0;
    const auto& clock = room.block->clock;
    if (clock.state != "running") return clock.remaining_ms;
    return clock.remaining_ms - std::max<std::int64_t>(0, host_now_ms - room.now_ms);
}

std::string option_label(const views::PollView& poll, std::string_view option) {
    for (const auto& one : poll.form.options) {
        if (one.id == option) return one.label;
    }
    return {};
}

std::shared_ptr<const views::WallView> with_count(const views::WallView& view, const views::WallCount& count) {
    auto counted = std::make_shared<views::WallView>(view);
    for (auto& poll : counted->remote.room.polls) {
        if (poll.id != count.poll) continue;
        poll.in = count.in;
        poll.of = count.of;
        poll.paper = count.paper;
    }
    return counted;
}

std::int64_t may_vote(const views::PollView& poll) {
    const auto& form = poll.form;
    if (form.trust == model::Trust::heads && form.people > 0) return form.people;
    if (form.trust == model::Trust::codes && form.codes > 0) return form.codes;
    return poll.of;
}

std::string option_letter(std::size_t index) {
    if (index < 26) return {static_cast<char>('A' + index)};
    return std::to_string(index + 1);
}

std::string phase_text(std::string_view phase) {
    return base::tr("wall.phase." + std::string(phase));
}

std::string held_text(std::string_view held) {
    return base::tr("wall.held", {{"what", base::tr("wall.held." + std::string(held))}});
}

bool is_voting(const views::RoomView& room) {
    const auto* poll = current_poll(room);
    return poll != nullptr && poll->state == "open";
}

}  // namespace ui
