#include "app/paper_writer.hpp"

#include <condition_variable>
#include <mutex>

#include "folder.hpp"
#include "must.hpp"

namespace {

ui::Paper small_paper() {
    paint::IdeaPage page;
    page.title = "Smakråd i varje skola";
    page.parts = {{"Om idén", {{"Behov", "Många slänger maten."}}}};
    return {"l26-058", page};
}

/// Writes them and waits until all are told.
std::vector<app::PaperWriter::Told> written(const base::Path& file, std::vector<ui::Paper> papers) {
    std::mutex guard;
    std::condition_variable rung;
    std::size_t woken = 0;
    const auto count = papers.size();
    app::PaperWriter writer(file, [&] {
        const std::lock_guard hold(guard);
        ++woken;
        rung.notify_all();
    });
    writer.begin(std::move(papers));
    std::vector<app::PaperWriter::Told> told;
    std::unique_lock hold(guard);
    while (told.size() < count) {
        rung.wait(hold, [&] { return woken > 0; });
        woken = 0;
        for (auto& one : writer.take()) told.push_back(std::move(one));
    }
    return told;
}

std::vector<base::Path> pdfs(const base::Path& folder) {
    std::vector<base::Path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".pdf") found.push_back(entry.path());
    }
    return found;
}

}  // namespace

TEST_CASE("papers are laid as PDFs beside the register, each under a name of its own, and it is told where") {
    const Folder folder;
    const auto told = written(folder / "dag.iderum", {small_paper(), small_paper()});
    const auto files = pdfs(folder.path);
    REQUIRE(files.size() == 2);
    for (const auto& one : told) CHECK(one.done);
    for (const auto& file : files) {
        CHECK(file.filename().string().starts_with("dag-l26-058-"));
        CHECK(must(base::read_file(file, 1U << 22U)).starts_with("%PDF-"));
        const auto words = file.filename().string() + ", i mappen " + folder.path.filename().string();
        CHECK(std::any_of(told.begin(), told.end(), [&words](const auto& one) { return one.text.ends_with(words); }));
    }
}

TEST_CASE("a paper that cannot be written says why") {
    const Folder folder;
    const auto told = written(folder / "not-there" / "dag.iderum", {small_paper()});
    REQUIRE(told.size() == 1);
    CHECK_FALSE(told.front().done);
    CHECK_FALSE(told.front().text.empty());
}
