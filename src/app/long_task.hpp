#pragma once
#include <chrono>
#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace app {

/// A task that a person waits for: shows how far it has come on stderr, when that is a terminal, and lets Ctrl-C stop
/// it between two steps. One at a time; main thread. While it lives, the first Ctrl-C asks it to stop and the second
/// ends the program as usual.
class LongTask {
  public:
    /// `text_key` names the task ("journal.task.verify").
    explicit LongTask(const std::string& text_key);
    ~LongTask();
    LongTask(const LongTask&) = delete;
    LongTask& operator=(const LongTask&) = delete;

    /// Fits store::Progress. `of` ≤ 0: the length is not known. False when the person wants it to stop.
    bool operator()(std::int64_t done, std::int64_t of);
    /// Ctrl-C was pressed.
    static bool asked_to_stop();

  private:
    std::string name_;
    bool shows_ = false;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point next_;
};

/// Says why a task failed, or that it was stopped by its person; the program's exit code becomes 1.
void task_refused(const base::Error& error);

}  // namespace app
