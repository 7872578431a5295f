#include "app/laid_files.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "app/board_content.hpp"
#include "app/code_cards.hpp"
#include "app/free_board.hpp"
#include "app/people_files.hpp"
#include "app/register_cards.hpp"
#include "app/register_file.hpp"
#include "app/session_book.hpp"
#include "base/language.hpp"
#include "base/text.hpp"

namespace app {
namespace {

using Progress = FileWriter::Progress;

/// What a file shall hold, and what it is called.
struct Laid {
    std::string content, name, ending;
    std::string usual = base::tr("board.free.name");  // where nobody has named it
};

std::string ending_of(const std::string& kind) {
    return kind == "poster" ? ".pdf" : "." + kind;
}

base::Result<std::string> exported_free(store::Reader& reader, const FreeBoard& board, const ui::SaveWish& wish,
                                        const Progress& progress) {
    IR_TRY(auto sheet, read_free_board(reader, board, wish.kind == "svg"));
    if (!wish.items.empty()) {
        const std::set<base::Id> chosen(wish.items.begin(), wish.items.end());
        std::erase_if(sheet.items, [&chosen](const auto& item) { return !chosen.contains(item.id); });
    }
    if (wish.kind == "csv") return board_to_csv(board, sheet.items);
    if (wish.kind == "json") return board_to_json(board, sheet.items);
    // The template's table says what all of its notes say.
    if (wish.items.empty()) draw_rows(board, sheet);
    paint::Typesetter type;
    if (wish.kind == "svg") return paint::board_to_svg(type, sheet, progress);
    if (wish.kind == "png") {
        const auto scale = wish.scale > 0 ? std::optional<double>(wish.scale) : std::nullopt;
        return paint::board_to_png(type, sheet, scale, progress);
    }
    const paint::BoardPaper paper{paint::parse_paper_size(wish.paper), wish.kind == "poster"};
    return paint::board_to_pdf(type, sheet, paper, progress);
}

base::Result<Laid> lay_free(store::Reader& reader, const base::Path& register_file, const ui::SaveWish& wish,
                            const Progress& progress) {
    IR_TRY(const auto boards, read_free_boards(reader));
    const auto* board = find_free_board(boards, wish.board);
    if (board == nullptr) return base::refuse(base::Code::not_found);
    IR_TRY(auto content, exported_free(reader, with_fields(*board, register_file), wish, progress));
    return Laid{std::move(content), base::slug(board->title), ending_of(wish.kind)};
}

base::Result<Laid> lay_block(store::Reader& reader, const ui::SaveWish& wish, const Progress& progress) {
    IR_TRY(const auto boards, read_boards(reader));
    const auto board = std::find_if(boards.begin(), boards.end(), [&wish](const auto& one) {
        return one.session == wish.session && one.block == wish.block;
    });
    if (board == boards.end()) return base::refuse(base::Code::not_found);
    IR_TRY(const auto sheet, read_board(reader, *board));
    Laid laid{{}, base::slug(board->title), ending_of(wish.kind)};
    if (wish.kind == "csv") {
        laid.content = block_to_csv(sheet);
        return laid;
    }
    if (wish.kind == "json") {
        laid.content = block_to_json(*board, sheet);
        return laid;
    }
    paint::Typesetter type;
    const auto size = paint::parse_paper_size(wish.paper);
    const double width = size ? paint::paper_width_pt(*size) : paint::a3_width_pt;
    auto content = wish.kind == "svg"   ? paint::sheet_to_svg(type, sheet)
                   : wish.kind == "png" ? paint::sheet_to_png(type, sheet, wish.scale)
                                        : paint::sheet_to_pdf(type, sheet, width, progress);
    if (!content) return base::refuse(content.error().code, content.error().what, content.error().where);
    laid.content = std::move(*content);
    return laid;
}

base::Result<Laid> lay_session(store::Reader& reader, const base::Path& register_file, const ui::SaveWish& wish,
                               const Progress& progress) {
    IR_TRY(const auto book, read_session_book(reader, register_file, wish.session));
    if (book.chapters.empty()) return base::refuse(base::Code::not_found, base::tr("board.session_empty"));
    paint::Typesetter type;
    IR_TRY(auto content, paint::book_to_pdf(type, book, paint::parse_paper_size(wish.paper), progress));
    return Laid{std::move(content), base::slug(book.title), ".pdf", base::tr("saving.session_name")};
}

/// The last moment to stop it.
base::Done write_unless_stopped(const base::Path& file, const base::Path& register_file, const std::string& content,
                                const Progress& progress) {
    if (progress && !progress(1, 1)) return base::refuse(base::Code::closed, "stopped");
    return write_output(file, register_file, content);
}

base::Result<std::string> lay_cards(const base::Path& register_file, const ui::SaveWish& wish,
                                    const Progress& progress) {
    IR_TRY(const auto pdf, join_cards_pdf(wish.join_code, wish.cards, wish.base_url));
    const auto file = free_people_file(register_file, base::tr("saving.cards_name"), ".pdf");
    IR_DO(write_unless_stopped(file, register_file, pdf, progress));
    return base::tr("wall.print.done", {{"file", file.filename().string()}, {"place", place_words(file)}});
}

base::Result<std::string> paper_to_pdf(const ui::Paper& paper, const Progress& progress) {
    paint::Typesetter type;
    if (const auto* sheet = std::get_if<paint::Sheet>(&paper.content)) {
        return paint::sheet_to_pdf(type, *sheet, paint::a3_width_pt, progress);
    }
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

base::Result<std::string> lay_board(const base::Path& register_file, const ui::SaveWish& wish,
                                    const Progress& progress) {
    if (wish.cards > 0) return lay_cards(register_file, wish, progress);
    IR_TRY(auto reader, store::Reader::open(register_file));
    const bool whole_session = wish.board.empty() && wish.block.empty();
    auto laid = !wish.board.empty() ? lay_free(reader, register_file, wish, progress)
                : whole_session     ? lay_session(reader, register_file, wish, progress)
                                    : lay_block(reader, wish, progress);
    if (!laid) return base::refuse(laid.error().code, laid.error().what, laid.error().where);
    const auto file = free_people_file(register_file, laid->name.empty() ? laid->usual : laid->name, laid->ending);
    IR_DO(write_unless_stopped(file, register_file, laid->content, progress));
    return base::tr(whole_session ? "saving.session_done" : "board.free.exported",
                    {{"file", file.filename().string()}, {"place", place_words(file)}});
}

base::Result<std::string> lay_paper(const base::Path& register_file, const ui::Paper& paper, const Progress& progress) {
    const auto file = free_people_file(register_file, paper.name, ".pdf");
    IR_TRY(const auto pdf, paper_to_pdf(paper, progress));
    IR_DO(write_unless_stopped(file, register_file, pdf, progress));
    return base::tr("wall.print.done", {{"file", file.filename().string()}, {"place", place_words(file)}});
}

}  // namespace app
