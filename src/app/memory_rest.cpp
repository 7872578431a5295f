#include "app/memory_rest.hpp"
#include <algorithm>

namespace app {
namespace {

constexpr double rested_s = 5, apart_s = 20, latest_s = 60;

}  // namespace

double MemoryRest::due_s() const {
    if (!owes_) return -1;
    return std::clamp(busy_s_ + rested_s, given_s_ + apart_s, given_s_ + latest_s);
}

}  // namespace app
