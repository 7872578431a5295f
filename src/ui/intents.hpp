#pragma once
#include <vector>

#include "intents/intent.hpp"

namespace ui {

/// What hands asked for in this frame, in order: the window sends it to the registrar.
using Intents = std::vector<intents::Intent>;

}  // namespace ui
