#pragma once
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "base/files.hpp"
#include "base/inbox.hpp"
#include "register/idea_card.hpp"

namespace app {

/// Lays ideas as a spreadsheet beside their register, on a thread of its own, so that no frame waits for the disk.
/// Made, asked and destroyed on the main thread.
class RegisterExport {
  public:
    /// What came of it, as a sentence: how many ideas and where, or what is wrong.
    struct Told {
        bool done = false;
        std::string text;
    };
    /// `wake` is called from the other thread when something can be told.
    RegisterExport(base::Path register_file, std::function<void()> wake);
    ~RegisterExport();
    RegisterExport(const RegisterExport&) = delete;
    RegisterExport& operator=(const RegisterExport&) = delete;

    /// In this order, under a name that no file has. One after the other: waits for one that is still being written.
    void begin(std::vector<ideas::IdeaCard> cards);
    std::vector<Told> take() { return told_.take_all(); }

  private:
    base::Path register_file_;
    base::Inbox<Told> told_;
    std::thread thread_;
};

}  // namespace app
