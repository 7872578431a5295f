#pragma once
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "base/files.hpp"
#include "base/inbox.hpp"
#include "ui/papers.hpp"

namespace app {

/// Writes papers as PDFs beside the register, on a thread of its own with a typesetter of its own, so that no frame
/// waits. Made, asked and destroyed on the main thread.
class PaperWriter {
  public:
    /// What came of one, as a sentence: where it lies, or what is wrong.
    struct Told {
        bool done = false;
        std::string text;
    };
    /// `wake` is called from the other thread when something can be told.
    PaperWriter(base::Path register_file, std::function<void()> wake);
    ~PaperWriter();
    PaperWriter(const PaperWriter&) = delete;
    PaperWriter& operator=(const PaperWriter&) = delete;

    /// Each under a name that no file has. One after the other: waits for one that is still being written.
    void begin(std::vector<ui::Paper> papers);
    std::vector<Told> take() { return told_.take_all(); }

  private:
    base::Path register_file_;
    base::Inbox<Told> told_;
    std::thread thread_;
};

/// The paper as a PDF.
base::Result<std::string> paper_to_pdf(paint::Typesetter& type, const ui::Paper& paper);

}  // namespace app
