#pragma once
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "intents/door.hpp"

namespace tablets {

using intents::Text;

/// Numbers for slot names, so that a visitor's outbox compares numbers.
class SlotNames {
  public:
    int number_of(const std::string& name) {
        return numbers_.emplace(name, static_cast<int>(numbers_.size())).first->second;
    }

  private:
    std::unordered_map<std::string, int> numbers_;
};

/// What waits to be written to one visitor. Answers and other frames of their own go first, in order; of each slot only
/// the newest text waits, oldest slot first. Takes almost no memory while empty. One thread.
class Outbox {
  public:
    struct Item {
        Text text;
        bool answers = false;  // it is the final answer to something the visitor said
    };

    void push(Text text, bool answers) {
        bytes_ += text->size();
        queue_.push_back({std::move(text), answers});
    }
    void put(int slot, Text text) {
        for (auto& waiting : slots_) {
            if (waiting.first != slot) continue;
            bytes_ = bytes_ - waiting.second->size() + text->size();
            waiting.second = std::move(text);
            return;
        }
        bytes_ += text->size();
        slots_.emplace_back(slot, std::move(text));
    }
    bool empty() const { return head_ == queue_.size() && slots_.empty(); }
    /// Bytes that wait, shared texts counted in full.
    std::size_t bytes() const { return bytes_; }
    /// The next to write; call only when not empty.
    Item next() {
        Item item;
        if (head_ < queue_.size()) {
            item = std::move(queue_[head_++]);
            if (head_ == queue_.size()) {
                head_ = 0;
                queue_.clear();
            } else if (head_ >= 64 && head_ * 2 >= queue_.size()) {
                queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(head_));
                head_ = 0;
            }
        } else {
            item.text = std::move(slots_.front().second);
            slots_.erase(slots_.begin());
        }
        bytes_ -= item.text->size();
        return item;
    }
    /// Drops all slots: somebody who is leaving needs no news.
    void drop_slots() {
        for (const auto& slot : slots_) bytes_ -= slot.second->size();
        slots_.clear();
    }

  private:
    std::vector<Item> queue_;
    std::size_t head_ = 0;
    std::vector<std::pair<int, Text>> slots_;
    std::size_t bytes_ = 0;
};

}  // namespace tablets
