#include "app/laid_files.hpp"

#include "app/free_board.hpp"
#include "app/people_files.hpp"
#include "app/register_cards.hpp"
#include "app/register_file.hpp"
#include "base/language.hpp"
#include "base/text.hpp"

namespace app {
namespace {

base::Result<std::string> exported_board(store::Reader& reader, const FreeBoard& board, const std::string& what) {
    IR_TRY(auto sheet, read_free_board(reader, board, what == "svg"));
    if (what == "csv") return board_to_csv(board, sheet.items);
    if (what == "json") return board_to_json(board, sheet.items);
    draw_rows(board, sheet);
    paint::Typesetter type;
    if (what == "svg") return paint::board_to_svg(type, sheet);
    if (what == "png") return paint::board_to_png(type, sheet, std::nullopt);
    paint::BoardPaper paper;
    paper.tiles = what == "poster";
    return paint::board_to_pdf(type, sheet, paper);
}

base::Result<std::string> paper_to_pdf(const ui::Paper& paper) {
    paint::Typesetter type;
    if (const auto* sheet = std::get_if<paint::Sheet>(&paper.content)) return paint::sheet_to_pdf(type, *sheet);
    return paint::idea_page_to_pdf(type, std::get<paint::IdeaPage>(paper.content));
}

}  // namespace

base::Result<std::string> lay_ideas(const base::Path& register_file, const std::vector<ideas::IdeaCard>& cards) {
    const auto file = free_people_file(register_file, base::tr("wall.export.name"), ".csv");
    IR_DO(write_output(file, register_file, ideas_to_csv(cards)));
    const auto count = base::tr_n("wall.ideas", static_cast<std::int64_t>(cards.size()));
    return base::tr("wall.export.done",
                    {{"ideas", count}, {"file", file.filename().string()}, {"place", place_words(file)}});
}

base::Result<std::string> lay_board(const base::Path& register_file, const base::Id& id, const std::string& what) {
    IR_TRY(auto reader, store::Reader::open(register_file));
    IR_TRY(const auto boards, read_free_boards(reader));
    const auto* board = find_free_board(boards, id);
    if (board == nullptr) return base::refuse(base::Code::not_found);
    IR_TRY(const auto content, exported_board(reader, with_fields(*board, register_file), what));
    const auto slug = base::slug(board->title);
    const auto ending = what == "poster" ? std::string(".pdf") : "." + what;
    const auto file = free_people_file(register_file, slug.empty() ? base::tr("board.free.name") : slug, ending);
    IR_DO(write_output(file, register_file, content));
    return base::tr("board.free.exported", {{"file", file.filename().string()}, {"place", place_words(file)}});
}

base::Result<std::string> lay_paper(const base::Path& register_file, const ui::Paper& paper) {
    const auto file = free_people_file(register_file, paper.name, ".pdf");
    IR_TRY(const auto pdf, paper_to_pdf(paper));
    IR_DO(write_output(file, register_file, pdf));
    return base::tr("wall.print.done", {{"file", file.filename().string()}, {"place", place_words(file)}});
}

}  // namespace app
