#pragma once
#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/inbox.hpp"
#include "base/result.hpp"

namespace app {

/// Writes files on a thread of its own, so that no frame waits for the disk. Made, asked and destroyed on the main
/// thread.
class FileWriter {
  public:
    /// What came of one, as a sentence: where it lies, or what is wrong. `stopped`: it was asked to stop, and did.
    struct Told {
        bool done = false;
        std::string text;
        bool stopped = false;
    };
    /// Says how far a job has come, of how much; false: it is to stop (Code::closed), and leaves nothing behind.
    using Progress = std::function<bool(std::int64_t done, std::int64_t of)>;
    /// Lays one file, and says so in a sentence. Called on the other thread.
    using Job = std::function<base::Result<std::string>(const Progress&)>;
    /// The one that is being written; each has a number of its own, from 1.
    struct Work {
        int number = 0;
        int percent = 0;
    };

    /// `wake` is called from the other thread when something can be told, or it has come further.
    explicit FileWriter(std::function<void()> wake) : wake_(std::move(wake)), told_(wake_) {}
    ~FileWriter() { wait(); }
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    /// One is written after the other. `failed`: the text that says {why} nothing came of it.
    void begin(Job job, std::string failed);
    /// Nothing: none is being written.
    std::optional<Work> working();
    /// The one that is being written is not to be; those after it are written.
    void stop();
    std::vector<Told> take() { return told_.take_all(); }
    /// Until the last is written.
    void wait();

  private:
    struct Task {
        int number = 0;
        std::atomic<int> percent = 0;
        std::atomic<bool> stop = false, over = false;
    };
    void drop_finished();

    std::function<void()> wake_;
    base::Inbox<Told> told_;
    std::deque<std::shared_ptr<Task>> tasks_;  // in order
    int begun_ = 0;
    std::thread thread_;
};

}  // namespace app
