#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/files.hpp"
#include "base/id.hpp"
#include "base/inbox.hpp"

namespace app {

/// Lays a free board beside its register as a file, on a thread of its own, so that no frame waits. It is read from
/// what is saved. Made, asked and destroyed on the main thread.
class BoardExport {
  public:
    /// What came of it, as a sentence: where it lies, or what is wrong.
    struct Told {
        bool done = false;
        std::string text;
    };
    /// `wake` is called from the other thread when something can be told.
    BoardExport(base::Path register_file, std::function<void()> wake);
    ~BoardExport();
    BoardExport(const BoardExport&) = delete;
    BoardExport& operator=(const BoardExport&) = delete;

    /// As "pdf", "poster" (a PDF of many pages), "svg", "png", "csv" or "json", under a name that no file has. One
    /// is written after the other.
    void begin(const base::Id& board, const std::string& what);
    std::vector<Told> take() { return told_.take_all(); }
    /// Until the last is written: then nobody reads the register.
    void wait();

  private:
    base::Path register_file_;
    base::Inbox<Told> told_;
    std::thread thread_;
};

}  // namespace app
