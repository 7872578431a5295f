#include "app/free_board.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "views/board_rows.hpp"

namespace app {
namespace {

constexpr std::size_t least_id_letters = 4;
constexpr int free_board_photo_px = 1000;  // on its longer side: an image's place on paper

/// As many characters of the ids as tell them apart.
std::size_t telling_letters(const std::vector<FreeBoard>& boards) {
    for (const std::size_t length : {8U, 13U, 18U, 23U}) {
        std::set<std::string> beginnings;
        for (const auto& board : boards) beginnings.insert(board.id.text().substr(0, length));
        if (beginnings.size() == boards.size()) return length;
    }
    return 36;
}

void name_boards(std::vector<FreeBoard>& boards, const std::vector<std::string>& taken) {
    std::map<std::string, int> used;
    for (const auto& name : taken) ++used[name];
    for (const auto& board : boards) ++used[base::slug(board.title)];
    const auto letters = telling_letters(boards);
    for (auto& board : boards) {
        const auto slug = base::slug(board.title);
        board.name = slug.empty() || used[slug] > 1 ? board.id.text().substr(0, letters) : slug;
    }
}

base::Result<std::string> municipality(store::Reader& reader) {
    IR_TRY(const auto settings, reader.read_entity(base::derived_id("settings", {})));
    const auto name = settings.find("settings.municipality");
    return name == settings.end() ? std::string() : model::text_of(name->second.value);
}

/// What is erased, or cannot be read, is no photo: its frame stays, with the words of what it shows.
base::Done read_pictures(store::Reader& reader, paint::BoardSheet& sheet, bool originals) {
    std::set<std::string> hashes;
    for (const auto& item : sheet.items) {
        if (!item.photo.empty()) hashes.insert(item.photo);
    }
    for (const auto& hash : hashes) {
        IR_TRY(auto jpeg, reader.read_photo(hash));
        if (!jpeg) continue;
        auto photo = paint::read_photo(*jpeg, free_board_photo_px);
        if (!photo) continue;
        sheet.photos[hash] = std::make_shared<const paint::Photo>(std::move(*photo));
        if (originals) sheet.originals[hash] = std::move(*jpeg);
    }
    return {};
}

}  // namespace

base::Result<std::vector<FreeBoard>> read_free_boards(store::Reader& reader, const std::vector<std::string>& taken) {
    IR_TRY(const auto rows, reader.read_boards());
    IR_TRY(const auto counts, reader.count_board_items());
    IR_TRY(const auto sessions, reader.read_rows("session"));
    std::map<base::Id, std::string> titles;
    for (const auto& session : sessions) titles[session.entity] = session.text("title");
    std::vector<FreeBoard> boards;
    for (const auto& row : rows) {
        FreeBoard board;
        board.id = row.entity;
        board.title = row.text("title");
        board.form = row.text("form");
        board.session = row.id("session");
        board.block = row.text("block");
        if (const auto title = titles.find(board.session); title != titles.end()) board.session_title = title->second;
        board.table = static_cast<int>(row.number("table"));
        board.made_at_ms = row.number("made_at");
        if (const auto count = counts.find(board.id); count != counts.end()) board.items = count->second;
        boards.push_back(std::move(board));
    }
    std::stable_sort(boards.begin(), boards.end(), [](const FreeBoard& a, const FreeBoard& b) {
        return a.made_at_ms != b.made_at_ms ? a.made_at_ms > b.made_at_ms : b.id < a.id;
    });
    name_boards(boards, taken);
    return boards;
}

const FreeBoard* find_free_board(const std::vector<FreeBoard>& boards, std::string_view wanted) {
    const auto find = [&boards](auto fits) {
        const auto found = std::find_if(boards.begin(), boards.end(), fits);
        return found == boards.end() ? nullptr : &*found;
    };
    if (const auto* named = find([wanted](const auto& board) { return board.name == wanted; })) return named;
    const auto slug = base::is_utf8(wanted) ? base::slug(wanted) : std::string();
    const auto* titled =
        slug.empty() ? nullptr : find([&slug](const auto& board) { return base::slug(board.title) == slug; });
    if (titled != nullptr || wanted.size() < least_id_letters) return titled;
    return find([wanted](const auto& board) { return board.id.text().starts_with(wanted); });
}

const FreeBoard* find_free_board(const std::vector<FreeBoard>& boards, const base::Id& id) {
    const auto found = std::find_if(boards.begin(), boards.end(), [&id](const auto& board) { return board.id == id; });
    return found == boards.end() ? nullptr : &*found;
}

base::Result<paint::BoardSheet> read_free_board(store::Reader& reader, const FreeBoard& board, bool originals) {
    paint::BoardSheet sheet;
    sheet.title = board.title.empty() ? base::tr("board.free.untitled") : board.title;
    sheet.language = base::language();
    const auto add = [&sheet](const std::string& part) {
        if (!part.empty()) sheet.subtitle += (sheet.subtitle.empty() ? "" : " · ") + part;
    };
    add(board.session_title);
    if (board.table > 0) add(base::tr("board.free.table", {{"table", std::to_string(board.table)}}));
    if (board.made_at_ms != 0) add(base::to_local_date(board.made_at_ms));
    IR_TRY(const auto place, municipality(reader));
    add(place);
    IR_TRY(sheet.items, reader.read_board_items(board.id));
    const auto notes = std::count_if(sheet.items.begin(), sheet.items.end(),
                                     [](const auto& item) { return item.type == model::ItemType::note; });
    sheet.foot = "Idérum · " + base::tr_n("words.notes", static_cast<std::int64_t>(notes));
    IR_DO(read_pictures(reader, sheet, originals));
    return sheet;
}

void draw_rows(const FreeBoard& board, paint::BoardSheet& sheet) {
    if (board.fields == nullptr) return;
    sheet.form = board.fields;
    sheet.items = views::items_drawn(*board.fields, std::move(sheet.items), base::language());
    sheet.by_columns = board.fields->by_columns;
}

}  // namespace app
