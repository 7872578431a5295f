#include "methods/consent.hpp"

#include <algorithm>

namespace methods {

bool is_consented(std::span<const Objection> objections) {
    return std::none_of(objections.begin(), objections.end(), [](const Objection& objection) {
        return objection.remains && objection.reason.find_first_not_of(" \t\n") != std::string::npos;
    });
}

}  // namespace methods
