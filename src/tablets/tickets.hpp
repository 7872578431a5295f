#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "intents/door.hpp"

namespace tablets {

/// Who waits for the answer to which ballot. Only the tablets thread's memory holds this, and only until the answer:
/// whoever counts sees a number (invariant 23 of the register's format).
class Tickets {
  public:
    struct Asker {
        intents::Visitor visitor = 0;
        std::string client_id;
    };
    std::uint64_t open(intents::Visitor visitor, std::string client_id) {
        askers_.emplace(++last_, Asker{visitor, std::move(client_id)});
        return last_;
    }
    const Asker* find(std::uint64_t ticket) const {
        const auto found = askers_.find(ticket);
        return found == askers_.end() ? nullptr : &found->second;
    }
    std::optional<Asker> close(std::uint64_t ticket) {
        auto found = askers_.extract(ticket);
        if (found.empty()) return std::nullopt;
        return std::move(found.mapped());
    }
    std::size_t size() const { return askers_.size(); }

  private:
    std::uint64_t last_ = 0;
    std::unordered_map<std::uint64_t, Asker> askers_;
};

}  // namespace tablets
