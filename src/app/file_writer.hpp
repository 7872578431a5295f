#pragma once
#include <functional>
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
    /// What came of one, as a sentence: where it lies, or what is wrong.
    struct Told {
        bool done = false;
        std::string text;
    };
    /// Lays one file, and says so in a sentence. Called on the other thread.
    using Job = std::function<base::Result<std::string>()>;

    /// `wake` is called from the other thread when something can be told.
    explicit FileWriter(std::function<void()> wake) : told_(std::move(wake)) {}
    ~FileWriter() { wait(); }
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    /// One is written after the other. `failed`: the text that says {why} nothing came of it.
    void begin(Job job, std::string failed);
    std::vector<Told> take() { return told_.take_all(); }
    /// Until the last is written.
    void wait();

  private:
    base::Inbox<Told> told_;
    std::thread thread_;
};

}  // namespace app
