#include <boost/json.hpp>
#include <cstdio>
#include <memory>

#include "app/board_content.hpp"
#include "app/cli.hpp"
#include "app/command.hpp"
#include "app/register_file.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"

namespace app {
namespace {

using base::tr;
namespace json = boost::json;

struct BoardWish {
    std::string file, board, pdf, png;
    bool json = false;
};

/// Cut or filled to a width in characters.
std::string fitted(const std::string& text, std::size_t width) {
    const auto length = base::graphemes(text);
    if (length > width) return base::first_graphemes(text, width - 1) + "…";
    return text + std::string(width - length, ' ');
}

void print_list(const std::vector<BoardName>& boards) {
    std::size_t widest = 0;
    for (const auto& board : boards) widest = std::max(widest, base::graphemes(board.name));
    const BoardName* before = nullptr;
    for (const auto& board : boards) {
        if (before == nullptr || before->session != board.session) {
            const auto date = base::to_local_date(board.started_at_ms);
            std::printf("%s%s · %s\n", before == nullptr ? "" : "\n", base::tidy(board.session_title).c_str(),
                        date.c_str());
        }
        before = &board;
        std::string what = base::tr_n("words.notes", static_cast<std::int64_t>(board.notes));
        if (board.votes > 0) what += ", " + base::tr_n("board.votes", static_cast<std::int64_t>(board.votes));
        std::printf("  %s  %s  %s\n", fitted(board.name, widest).c_str(), fitted(base::tidy(board.title), 36).c_str(),
                    what.c_str());
    }
    if (boards.empty()) std::printf("%s\n", tr("board.none").c_str());
}

void print_json(const std::vector<BoardName>& boards) {
    json::array out;
    for (const auto& board : boards) {
        out.push_back({{"board", board.name},
                       {"session", board.session.text()},
                       {"session_title", board.session_title},
                       {"started_at", base::to_iso_utc(board.started_at_ms)},
                       {"block", board.block},
                       {"title", board.title},
                       {"notes", board.notes},
                       {"votes", board.votes}});
    }
    std::printf("%s\n", json::serialize(json::object{{"boards", std::move(out)}}).c_str());
}

base::Done list_boards(const BoardWish& wish) {
    IR_TRY(auto reader, store::Reader::open(wish.file));
    IR_TRY(const auto boards, read_boards(reader));
    if (wish.json) {
        print_json(boards);
    } else {
        print_list(boards);
    }
    return {};
}

base::Done put(const std::string& target, const std::string& register_file, const std::string& content) {
    if (target == "-") {
        std::fwrite(content.data(), 1, content.size(), stdout);
        return {};
    }
    IR_DO(write_output(target, register_file, content));
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

base::Done export_board(const BoardWish& wish) {
    IR_TRY(auto reader, store::Reader::open(wish.file));
    IR_TRY(const auto boards, read_boards(reader));
    IR_TRY(const auto board, find_board(boards, wish.board));
    IR_TRY(const auto sheet, read_board(reader, board));
    tell_missing_fonts();
    paint::Typesetter type;
    if (!wish.pdf.empty()) {
        IR_TRY(const auto pdf, paint::sheet_to_pdf(type, sheet));
        IR_DO(put(wish.pdf, wish.file, pdf));
    }
    if (!wish.png.empty()) {
        IR_TRY(const auto png, paint::sheet_to_png(type, sheet));
        IR_DO(put(wish.png, wish.file, png));
    }
    return {};
}

void tell(const base::Done& done) {
    if (!done) refused(done.error());
}

}  // namespace

void add_board_commands(Command& root) {
    auto* group = root.add_subcommand("board", tr("board.about"));
    group->require_subcommand();
    const auto wish = std::make_shared<BoardWish>();

    auto* list = group->add_subcommand("list", tr("board.list.about"));
    list->add_option(tr("cli.type.file"), wish->file, tr("register.option.file"))->required();
    list->add_flag("--json", wish->json, tr("register.option.json"));
    list->callback([wish] { tell(list_boards(*wish)); });

    auto* exporting = group->add_subcommand("export", tr("board.export.about"));
    exporting->add_option(tr("cli.type.file"), wish->file, tr("register.option.file"))->required();
    exporting->add_option(tr("cli.type.board"), wish->board, tr("board.option.board"))->required();
    takes_a(exporting->add_option("--pdf", wish->pdf, tr("board.option.pdf")), "file");
    takes_a(exporting->add_option("--png", wish->png, tr("board.option.png")), "file");
    exporting->callback([wish] {
        if (!wish->pdf.empty() || !wish->png.empty()) return tell(export_board(*wish));
        std::fprintf(stderr, "iderum: %s\n", tr("board.no_target").c_str());
        set_exit_code(2);
    });

    add_attach_command(*group);
}

}  // namespace app
