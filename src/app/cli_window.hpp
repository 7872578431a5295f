#pragma once
#include <memory>

#include "app/stage.hpp"

namespace app {

class Command;

/// The options of every command that opens a window: --window, --display, --inches, --text-size, --dark,
/// --high-contrast, --less-motion, --dock-left, --probe.
std::shared_ptr<Stage::Plan> add_window_options(Command& command);

/// Runs a stage until its window is closed, or SIGINT, SIGTERM or SIGHUP comes. Call hold_signals() before threads are
/// started.
void run_until_signal(Stage& stage, const Stage::Scenes& scenes);

/// On stderr, as people read it.
void refused(const Stage::Trouble& trouble);

}  // namespace app
