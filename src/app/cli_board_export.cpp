#include <cstdio>
#include <optional>

#include "app/cli.hpp"
#include "app/cli_board.hpp"
#include "app/long_task.hpp"
#include "app/register_file.hpp"
#include "app/session_book.hpp"
#include "base/language.hpp"

namespace app {
namespace {

using base::tr;

base::Done put_board(const std::string& target, const std::string& register_file,
                     const base::Result<std::string>& content) {
    if (!content) return base::refuse(content.error().code, content.error().what, content.error().where);
    if (target == "-") {
        std::fwrite(content->data(), 1, content->size(), stdout);
        return {};
    }
    IR_DO(write_output(target, register_file, *content));
    std::fprintf(stderr, "%s\n", tr("board.written", {{"file", target}}).c_str());
    return {};
}

void tell_missing_fonts() {
    std::string families;
    std::string packages;
    for (const auto& font : paint::missing_fonts()) {
        families += (families.empty() ? "" : ", ") + font.family;
        if (packages.find(font.package) == std::string::npos) packages += " " + font.package;
    }
    if (families.empty()) return;
    const auto text = tr("paint.missing_fonts", {{"families", families}, {"packages", packages}});
    std::fprintf(stderr, "%s\n", text.c_str());
}

base::Done refuse_option(const char* key, bool asked, const char* option) {
    if (!asked) return {};
    return base::refuse(base::Code::bad_input, tr(key, {{"option", option}}));
}

base::Done export_block_board(store::Reader& reader, const BoardName& board, const BoardWish& wish) {
    // Its pages are cut between notes: there is nothing to put together.
    IR_DO(refuse_option("board.only_free", wish.tiles, "--tiles"));
    IR_TRY(const auto sheet, read_board(reader, board));
    if (!wish.csv.empty()) IR_DO(put_board(wish.csv, wish.file, block_to_csv(sheet)));
    if (!wish.items.empty()) IR_DO(put_board(wish.items, wish.file, block_to_json(board, sheet)));
    if (!wish.pdf.empty() || !wish.svg.empty() || !wish.png.empty()) tell_missing_fonts();
    paint::Typesetter type;
    LongTask task("board.task");
    const auto size = paint::parse_paper_size(wish.size).value_or(paint::PaperSize::a3);
    if (!wish.pdf.empty()) {
        const auto width = wish.size.empty() ? paint::a3_width_pt : paint::paper_width_pt(size);
        const auto progress = [&task](std::int64_t done, std::int64_t of) { return task(done, of); };
        IR_DO(put_board(wish.pdf, wish.file, paint::sheet_to_pdf(type, sheet, width, progress)));
    }
    if (!wish.svg.empty()) IR_DO(put_board(wish.svg, wish.file, paint::sheet_to_svg(type, sheet)));
    if (!wish.png.empty()) IR_DO(put_board(wish.png, wish.file, paint::sheet_to_png(type, sheet, wish.scale)));
    return {};
}

base::Done export_session(store::Reader& reader, const base::Id& session, const BoardWish& wish) {
    IR_DO(refuse_option("board.only_pdf", !wish.svg.empty(), "--svg"));
    IR_DO(refuse_option("board.only_pdf", !wish.png.empty(), "--png"));
    IR_DO(refuse_option("board.only_pdf", !wish.csv.empty(), "--csv"));
    IR_DO(refuse_option("board.only_pdf", !wish.items.empty(), "--json"));
    IR_DO(refuse_option("board.only_free", wish.tiles, "--tiles"));
    IR_TRY(const auto book, read_session_book(reader, wish.file, session));
    if (book.chapters.empty()) return base::refuse(base::Code::not_found, tr("board.session_empty"));
    tell_missing_fonts();
    paint::Typesetter type;
    LongTask task("board.task");
    const auto progress = [&task](std::int64_t done, std::int64_t of) { return task(done, of); };
    return put_board(wish.pdf, wish.file, paint::book_to_pdf(type, book, paint::parse_paper_size(wish.size), progress));
}

base::Done export_free_board(store::Reader& reader, const FreeBoard& board, const BoardWish& wish) {
    IR_TRY(auto sheet, read_free_board(reader, board, !wish.svg.empty()));
    if (!wish.csv.empty()) IR_DO(put_board(wish.csv, wish.file, board_to_csv(board, sheet.items)));
    if (!wish.items.empty()) IR_DO(put_board(wish.items, wish.file, board_to_json(board, sheet.items)));
    draw_rows(board, sheet);
    if (!wish.pdf.empty() || !wish.svg.empty() || !wish.png.empty()) tell_missing_fonts();
    paint::Typesetter type;
    LongTask task("board.task");
    const auto progress = [&task](std::int64_t done, std::int64_t of) { return task(done, of); };
    if (!wish.pdf.empty()) {
        const paint::BoardPaper paper{paint::parse_paper_size(wish.size), wish.tiles};
        IR_DO(put_board(wish.pdf, wish.file, paint::board_to_pdf(type, sheet, paper, progress)));
    }
    if (!wish.svg.empty()) IR_DO(put_board(wish.svg, wish.file, paint::board_to_svg(type, sheet, progress)));
    if (!wish.png.empty()) {
        const auto scale = wish.scale > 0 ? std::optional(wish.scale) : std::nullopt;
        IR_DO(put_board(wish.png, wish.file, paint::board_to_png(type, sheet, scale, progress)));
    }
    return {};
}

base::Done find_and_export(const BoardWish& wish) {
    IR_TRY(auto reader, store::Reader::open(wish.file));
    IR_TRY(const auto boards, read_boards(reader));
    const auto names = names_of(boards);
    IR_TRY(const auto free, read_free_boards(reader, names));
    const auto block = find_board(boards, wish.board);
    if (block) return export_block_board(reader, *block, wish);
    const auto* found = find_free_board(free, wish.board);
    if (found != nullptr) return export_free_board(reader, with_fields(*found, wish.file), wish);
    IR_TRY(const auto session, find_session(reader, wish.board));
    if (session) return export_session(reader, *session, wish);
    if (free.empty() || block.error().code == base::Code::bad_input)
        return base::refuse(block.error().code, block.error().what);
    std::string known;
    for (const auto& name : names) known += (known.empty() ? "" : ", ") + name;
    for (const auto& board : free) known += (known.empty() ? "" : ", ") + board.name;
    return base::refuse(base::Code::not_found, tr("board.unknown", {{"wanted", wish.board}, {"boards", known}}));
}

}  // namespace

void export_board(const BoardWish& wish) {
    if (const auto done = find_and_export(wish); !done) task_refused(done.error());
}

}  // namespace app
