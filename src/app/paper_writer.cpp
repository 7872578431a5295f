#include "app/paper_writer.hpp"

#include <utility>

#include "app/register_file.hpp"
#include "base/language.hpp"

namespace app {
namespace {

PaperWriter::Told write_paper(paint::Typesetter& type, const base::Path& register_file, const ui::Paper& paper) {
    const auto file = free_file_beside(register_file, paper.name, ".pdf");
    const auto written = [&]() -> base::Done {
        IR_TRY(const auto pdf, paper_to_pdf(type, paper));
        return write_output(file, register_file, pdf);
    }();
    if (written) {
        // The whole path is longer than what can be told in passing.
        const auto folder = file.parent_path();
        const auto name = folder.has_filename() ? folder.filename() : folder;
        return {true, base::tr("wall.print.done", {{"file", file.filename().string()}, {"folder", name.string()}})};
    }
    const auto& error = written.error();
    auto why = error.what;
    if (why.empty()) why = base::tr("error." + std::string(base::code_name(error.code)));
    return {false, base::tr("wall.print.failed", {{"why", why}})};
}

}  // namespace

base::Result<std::string> paper_to_pdf(paint::Typesetter& type, const ui::Paper& paper) {
    if (const auto* sheet = std::get_if<paint::Sheet>(&paper.content)) return paint::sheet_to_pdf(type, *sheet);
    return paint::idea_page_to_pdf(type, std::get<paint::IdeaPage>(paper.content));
}

PaperWriter::PaperWriter(base::Path register_file, std::function<void()> wake)
    : register_file_(std::move(register_file)), told_(std::move(wake)) {}

PaperWriter::~PaperWriter() {
    if (thread_.joinable()) thread_.join();
}

void PaperWriter::begin(std::vector<ui::Paper> papers) {
    if (thread_.joinable()) thread_.join();
    thread_ = std::thread([this, papers = std::move(papers)] {
        paint::Typesetter type;
        for (const auto& paper : papers) told_.push(write_paper(type, register_file_, paper));
    });
}

}  // namespace app
