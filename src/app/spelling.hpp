#pragma once
#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "base/files.hpp"
#include "base/inbox.hpp"

namespace app {

/// Where the system has its Swedish dictionary, without ".dic"; empty: there is none.
base::Path swedish_dictionary();

/// Whether words are in a dictionary of Hunspell: looked up on a thread of its own, so that no frame waits for it; it
/// reads the dictionary when the first word is asked for. Made, asked and destroyed on the main thread.
class Spelling {
  public:
    static constexpr std::size_t most_kept = 5000;  // words

    /// `dictionary`: a path to which ".aff" and ".dic" are added. `wake` is called from the thread when answers are
    /// here.
    Spelling(base::Path dictionary, std::function<void()> wake);
    ~Spelling();
    Spelling(const Spelling&) = delete;
    Spelling& operator=(const Spelling&) = delete;

    /// None until it is known, and for ever when the dictionary cannot be read.
    std::optional<bool> is_right(std::string_view word);

  private:
    struct Answer {
        std::string word;
        bool right = true;
    };
    void answer();

    base::Path dictionary_;
    std::map<std::string, std::optional<bool>, std::less<>> known_;
    base::Inbox<std::string> asked_;
    base::Inbox<Answer> answers_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace app
