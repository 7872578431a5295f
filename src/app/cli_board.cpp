#include "app/cli_board.hpp"

#include <boost/json.hpp>
#include <cstdio>
#include <memory>

#include "app/cli.hpp"
#include "app/command.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"

namespace app {
namespace {

using base::tr;
namespace json = boost::json;

/// Cut or filled to a width in characters.
std::string fitted(const std::string& text, std::size_t width) {
    const auto length = base::graphemes(text);
    if (length > width) return base::first_graphemes(text, width - 1) + "…";
    return text + std::string(width - length, ' ');
}

void print_list(const std::vector<BoardName>& boards, const std::vector<FreeBoard>& free) {
    std::size_t widest = 0;
    for (const auto& board : boards) widest = std::max(widest, base::graphemes(board.name));
    for (const auto& board : free) widest = std::max(widest, base::graphemes(board.name));
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
        if (board.persons > 0) what += ", " + base::tr_n("board.persons", static_cast<std::int64_t>(board.persons));
        std::printf("  %s  %s  %s\n", fitted(board.name, widest).c_str(), fitted(base::tidy(board.title), 36).c_str(),
                    what.c_str());
    }
    if (!free.empty()) std::printf("%s%s\n", boards.empty() ? "" : "\n", tr("board.free.heading").c_str());
    for (const auto& board : free) {
        const auto title = board.title.empty() ? tr("board.free.untitled") : base::tidy(board.title);
        auto what = base::tr_n("board.free.items", static_cast<std::int64_t>(board.items));
        if (board.table > 0) what += ", " + tr("board.free.table", {{"table", std::to_string(board.table)}});
        if (board.made_at_ms != 0) what += ", " + base::to_local_date(board.made_at_ms);
        std::printf("  %s  %s  %s\n", fitted(board.name, widest).c_str(), fitted(title, 36).c_str(), what.c_str());
    }
    if (boards.empty() && free.empty()) std::printf("%s\n", tr("board.none").c_str());
}

json::array to_array(const std::vector<FreeBoard>& boards) {
    json::array out;
    for (const auto& board : boards) {
        json::object entry{{"board", board.name},
                           {"id", board.id.text()},
                           {"title", board.title},
                           {"form", board.form},
                           {"items", board.items}};
        if (!board.session.empty()) entry["session"] = board.session.text();
        if (board.table > 0) entry["table"] = board.table;
        if (board.made_at_ms != 0) entry["made_at"] = base::to_iso_utc(board.made_at_ms);
        out.push_back(std::move(entry));
    }
    return out;
}

void print_json(const std::vector<BoardName>& boards, const std::vector<FreeBoard>& free) {
    json::array out;
    for (const auto& board : boards) {
        out.push_back({{"board", board.name},
                       {"session", board.session.text()},
                       {"session_title", board.session_title},
                       {"started_at", base::to_iso_utc(board.started_at_ms)},
                       {"block", board.block},
                       {"title", board.title},
                       {"notes", board.notes},
                       {"votes", board.votes},
                       {"persons", board.persons}});
    }
    const json::object all{{"boards", std::move(out)}, {"free_boards", to_array(free)}};
    std::printf("%s\n", json::serialize(all).c_str());
}

base::Done list_boards(const BoardWish& wish) {
    IR_TRY(auto reader, store::Reader::open(wish.file));
    IR_TRY(const auto boards, read_boards(reader));
    IR_TRY(const auto free, read_free_boards(reader, names_of(boards)));
    if (wish.json) {
        print_json(boards, free);
    } else {
        print_list(boards, free);
    }
    return {};
}

}  // namespace

std::vector<std::string> names_of(const std::vector<BoardName>& boards) {
    std::vector<std::string> names;
    for (const auto& board : boards) names.push_back(board.name);
    return names;
}

void add_board_commands(Command& root) {
    auto* group = root.add_subcommand("board", tr("board.about"));
    group->require_subcommand();
    const auto wish = std::make_shared<BoardWish>();

    auto* list = group->add_subcommand("list", tr("board.list.about"));
    list->add_option(tr("cli.type.file"), wish->file, tr("register.option.file"))->required();
    list->add_flag("--json", wish->json, tr("register.option.json"));
    list->callback([wish] {
        if (const auto done = list_boards(*wish); !done) refused(done.error());
    });

    auto* exporting = group->add_subcommand("export", tr("board.export.about"));
    exporting->add_option(tr("cli.type.file"), wish->file, tr("register.option.file"))->required();
    exporting->add_option(tr("cli.type.board"), wish->board, tr("board.option.board"))->required();
    takes_a(exporting->add_option("--pdf", wish->pdf, tr("board.option.pdf")), "file");
    takes_a(exporting->add_option("--svg", wish->svg, tr("board.option.svg")), "file");
    takes_a(exporting->add_option("--png", wish->png, tr("board.option.png")), "file");
    takes_a(exporting->add_option("--csv", wish->csv, tr("board.option.csv")), "file");
    takes_a(exporting->add_option("--json", wish->items, tr("board.option.json")), "file");
    takes_one_of(exporting->add_option("--size", wish->size, tr("board.option.size")), {"A4", "A3", "A2", "A1", "A0"});
    exporting->add_flag("--tiles", wish->tiles, tr("board.option.tiles"));
    takes_number(exporting->add_option("--scale", wish->scale, tr("board.option.scale")), 1, 4);
    exporting->callback([wish] {
        for (const auto* target : {&wish->pdf, &wish->svg, &wish->png, &wish->csv, &wish->items}) {
            if (!target->empty()) return export_board(*wish);
        }
        std::fprintf(stderr, "iderum: %s\n", tr("board.no_target").c_str());
        set_exit_code(2);
    });

    add_attach_command(*group);
}

}  // namespace app
