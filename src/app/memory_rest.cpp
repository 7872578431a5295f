#include "app/memory_rest.hpp"
#include <algorithm>

namespace app {
namespace {

constexpr double rested_s = 5, apart_s = 20;

}  // namespace

double MemoryRest::due_s() const {
    return owes_ ? std::max({drawn_s_, busy_s_ + rested_s, given_s_ + apart_s}) : -1;
}

}  // namespace app
