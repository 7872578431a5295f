#include "app/board_export.hpp"

#include <utility>

#include "app/free_board.hpp"
#include "app/register_file.hpp"
#include "base/language.hpp"
#include "base/text.hpp"

namespace app {
namespace {

base::Result<std::string> exported_board(store::Reader& reader, const FreeBoard& board, const std::string& what) {
    IR_TRY(const auto sheet, read_free_board(reader, board, what == "svg"));
    if (what == "csv") return board_to_csv(board, sheet.items);
    if (what == "json") return board_to_json(board, sheet.items);
    paint::Typesetter type;
    if (what == "svg") return paint::board_to_svg(type, sheet);
    if (what == "png") return paint::board_to_png(type, sheet, std::nullopt);
    paint::BoardPaper paper;
    paper.tiles = what == "poster";
    return paint::board_to_pdf(type, sheet, paper);
}

base::Result<base::Path> lay_board_beside(const base::Path& register_file, const base::Id& id,
                                          const std::string& what) {
    IR_TRY(auto reader, store::Reader::open(register_file));
    IR_TRY(const auto boards, read_free_boards(reader));
    const auto* board = find_free_board(boards, id);
    if (board == nullptr) return base::refuse(base::Code::not_found);
    IR_TRY(const auto content, exported_board(reader, with_fields(*board, register_file), what));
    const auto slug = base::slug(board->title);
    const auto ending = what == "poster" ? std::string(".pdf") : "." + what;
    const auto file = free_file_beside(register_file, slug.empty() ? base::tr("board.free.name") : slug, ending);
    IR_DO(write_output(file, register_file, content));
    return file;
}

BoardExport::Told told_export(const base::Path& register_file, const base::Id& board, const std::string& what) {
    if (const auto file = lay_board_beside(register_file, board, what)) {
        return {true, base::tr("board.free.exported", {{"file", file->string()}})};
    } else {
        const auto& error = file.error();
        auto why = error.what;
        if (why.empty()) why = base::tr("error." + std::string(base::code_name(error.code)));
        return {false, base::tr("board.free.not_exported", {{"why", why}})};
    }
}

}  // namespace

BoardExport::BoardExport(base::Path register_file, std::function<void()> wake)
    : register_file_(std::move(register_file)), told_(std::move(wake)) {}

BoardExport::~BoardExport() {
    wait();
}

void BoardExport::wait() {
    if (thread_.joinable()) thread_.join();
}

void BoardExport::begin(const base::Id& board, const std::string& what) {
    thread_ = std::thread([this, board, what, before = std::move(thread_)]() mutable {
        if (before.joinable()) before.join();
        told_.push(told_export(register_file_, board, what));
    });
}

}  // namespace app
