#pragma once
#include "paint/text.hpp"

/// One for all tests: making it loads fonts.
inline paint::Typesetter& type() {
    static paint::Typesetter typesetter;
    return typesetter;
}
