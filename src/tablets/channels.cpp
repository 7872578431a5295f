#include "tablets/channels.hpp"

#include <algorithm>

namespace tablets {

std::vector<std::pair<int, Text>> Channels::subscribe(Visitor visitor, const std::vector<std::string>& channels) {
    leave(visitor);
    std::vector<std::pair<int, Text>> latest;
    auto& mine = memberships_[visitor];
    for (const auto& name : channels) {
        auto& channel = channels_[name];
        if (std::find(mine.begin(), mine.end(), &channel) != mine.end()) continue;
        channel.members.push_back(visitor);
        mine.push_back(&channel);
        for (const auto& slot : channel.slots) {
            if (slot.latest) latest.emplace_back(slot.number, slot.latest);
        }
    }
    return latest;
}

void Channels::leave(Visitor visitor) {
    const auto found = memberships_.find(visitor);
    if (found == memberships_.end()) return;
    for (auto* channel : found->second) {
        auto& members = channel->members;
        const auto at = std::find(members.begin(), members.end(), visitor);
        if (at == members.end()) continue;
        // Turns go from the back to the front: the last member, moved here, has had its text or gets it once more.
        *at = members.back();
        members.pop_back();
        if (turn_ && turn_->channel == channel) turn_->left = std::min(turn_->left, members.size());
    }
    memberships_.erase(found);
}

void Channels::publish(const std::string& name, int number, Text text) {
    auto& channel = channels_[name];
    auto slot =
        std::find_if(channel.slots.begin(), channel.slots.end(), [&](const Slot& one) { return one.number == number; });
    if (slot == channel.slots.end()) {
        channel.slots.push_back({number, nullptr, false, 0});
        slot = std::prev(channel.slots.end());
    }
    slot->latest = std::move(text);
    if (!slot->waits && slot->latest) {
        slot->waits = true;
        waiting_.emplace_back(&channel, &*slot);
    }
}

bool Channels::begin_turn(std::int64_t now_ms) {
    for (auto next = waiting_.begin(); next != waiting_.end(); ++next) {
        const auto [channel, slot] = *next;
        if (slot->latest && slot->rests_until_ms > now_ms) continue;
        slot->waits = false;
        waiting_.erase(next);
        if (!slot->latest) return begin_turn(now_ms);
        turn_ = Turn{channel, slot, slot->latest, channel->members.size(), now_ms, 0};
        return true;
    }
    return false;
}

std::optional<int> Channels::deliver(std::size_t most, std::int64_t now_ms, const Deliver& to) {
    while (most > 0) {
        if (!turn_ && !begin_turn(now_ms)) break;
        while (most > 0 && turn_->left > 0) {
            --most;
            to(turn_->channel->members[--turn_->left], turn_->slot->number, turn_->text);
        }
        if (turn_->left > 0) return 0;
        const auto took_ms = now_ms - turn_->began_ms - turn_->paused_ms;
        turn_->slot->rests_until_ms = now_ms + std::max<std::int64_t>(least_rest_ms_, took_ms * 3 - turn_->paused_ms);
        turn_.reset();
    }
    if (turn_) return 0;
    std::optional<int> soonest;
    for (const auto& [channel, slot] : waiting_) {
        const auto wait = static_cast<int>(std::max<std::int64_t>(0, slot->rests_until_ms - now_ms));
        soonest = std::min(soonest.value_or(wait), wait);
    }
    return soonest;
}

}  // namespace tablets
