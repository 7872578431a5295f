#include "app/session_book.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "app/board_content.hpp"
#include "app/free_board.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"

namespace app {
namespace {

base::Result<std::vector<store::TableRow>> newest_sessions(store::Reader& reader) {
    IR_TRY(auto sessions, reader.read_rows("session"));
    std::stable_sort(sessions.begin(), sessions.end(),
                     [](const auto& a, const auto& b) { return a.number("started_at") > b.number("started_at"); });
    return sessions;
}

/// Those of the session that anything lies on, oldest first.
base::Result<std::vector<FreeBoard>> free_boards_of(store::Reader& reader, const base::Id& session) {
    IR_TRY(auto boards, read_free_boards(reader));
    std::erase_if(boards, [&session](const auto& board) { return board.session != session || board.items == 0; });
    std::reverse(boards.begin(), boards.end());
    return boards;
}

class BookOfSession {
  public:
    BookOfSession(store::Reader& reader, const base::Path& register_file)
        : reader_(reader), register_file_(register_file) {}

    base::Done add(const BoardName& board) {
        IR_TRY(auto sheet, read_board(reader_, board));
        book.chapters.push_back({base::tidy(board.title), std::move(sheet)});
        return {};
    }
    base::Done add(const FreeBoard& board) {
        const auto filled = with_fields(board, register_file_);
        IR_TRY(auto sheet, read_free_board(reader_, filled, false));
        draw_rows(filled, sheet);
        auto title = base::tidy(sheet.title);
        book.chapters.push_back({std::move(title), std::move(sheet)});
        return {};
    }

    paint::Book book;

  private:
    store::Reader& reader_;
    const base::Path& register_file_;
};

}  // namespace

base::Result<std::optional<base::Id>> find_session(store::Reader& reader, std::string_view wanted) {
    IR_TRY(const auto sessions, newest_sessions(reader));
    const bool by_id = wanted.ends_with('/');
    if (by_id) wanted.remove_suffix(1);
    const auto slug = !by_id && base::is_utf8(wanted) ? base::slug(wanted) : std::string();
    for (const auto& session : sessions) {
        const auto id = session.entity.text();
        if (id == wanted || (by_id && !wanted.empty() && id.starts_with(wanted))) return session.entity;
        if (!slug.empty() && base::slug(session.text("title")) == slug) return session.entity;
    }
    return std::nullopt;
}

base::Result<paint::Book> read_session_book(store::Reader& reader, const base::Path& register_file,
                                            const base::Id& session) {
    IR_TRY(const auto sessions, newest_sessions(reader));
    const auto row =
        std::find_if(sessions.begin(), sessions.end(), [&session](const auto& one) { return one.entity == session; });
    if (row == sessions.end()) return base::refuse(base::Code::not_found);
    IR_TRY(const auto boards, read_boards(reader));
    IR_TRY(const auto free, free_boards_of(reader, session));
    BookOfSession making(reader, register_file);
    making.book.title = base::tidy(row->text("title"));
    if (const auto at = row->number("started_at"); at != 0) making.book.title += " · " + base::to_local_date(at);
    making.book.language = base::language();
    const auto add_free = [&](auto belongs) -> base::Done {
        for (const auto& board : free) {
            if (belongs(board)) IR_DO(making.add(board));
        }
        return {};
    };
    std::vector<std::string> blocks;
    for (const auto& board : boards) {
        if (board.session != session) continue;
        IR_DO(making.add(board));
        IR_DO(add_free([&board](const auto& one) { return one.block == board.block; }));
        blocks.push_back(board.block);
    }
    IR_DO(add_free(
        [&blocks](const auto& one) { return std::find(blocks.begin(), blocks.end(), one.block) == blocks.end(); }));
    return std::move(making.book);
}

}  // namespace app
