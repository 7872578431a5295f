#include "model/board_gallery.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "model/board_form.hpp"

namespace model {
namespace {

/// Room in a gallery's frame around what hangs in it; at the top its name and title.
constexpr double gallery_margin = 40, gallery_top = 120;

using CopyNames = std::unordered_map<Id, Id, base::IdHash>;

LineEnd moved_end(LineEnd end, const CopyNames& names, base::Point by) {
    const auto found = names.find(end.item);
    end.item = found == names.end() ? Id{} : found->second;
    end.at = end.at + by;
    return end;
}

base::Rect spanned(const std::vector<Item>& items) {
    base::Rect all;
    for (const auto& item : items) {
        if (item.type != ItemType::line) all = all.joined(item.place);
    }
    return all;
}

Item gallery_frame(const TableBoard& board, const base::Rect& place, const MakeId& make_id) {
    Item frame;
    frame.id = make_id();
    frame.type = ItemType::frame;
    frame.place = place;
    frame.text = board.title.empty() ? board.name : board.name + "\n" + board.title;
    return frame;
}

}  // namespace

std::vector<Item> copy_items(const std::vector<Item>& items, const MakeId& make_id, base::Point by) {
    CopyNames names;
    CopyNames groups;
    for (const auto& item : items) {
        names.emplace(item.id, make_id());
        if (!item.group.empty() && groups.count(item.group) == 0) groups.emplace(item.group, make_id());
    }
    auto copies = items;
    for (auto& copy : copies) {
        copy.id = names.at(copy.id);
        copy.place = copy.place.moved(by.x, by.y);
        copy.from = moved_end(copy.from, names, by);
        copy.to = moved_end(copy.to, names, by);
        if (!copy.group.empty()) copy.group = groups.at(copy.group);
        if (const auto about = parse_row_field(copy.slot)) {
            const auto row = names.find(about->row);
            if (row != names.end()) copy.slot = row_field(about->column, row->second);
        }
    }
    return copies;
}

std::vector<std::vector<Item>> copies_for_tables(const std::vector<Item>& items, std::size_t tables,
                                                 const MakeId& make_id) {
    std::vector<std::vector<Item>> copies;
    copies.reserve(tables);
    for (std::size_t table = 0; table < tables; ++table) copies.push_back(copy_items(items, make_id));
    return copies;
}

std::string origin_of(const std::string& author, const TableBoard& board, const std::vector<TableBoard>& boards) {
    if (author.empty()) return board.name;
    const bool is_table =
        std::any_of(boards.begin(), boards.end(), [&author](const TableBoard& one) { return one.name == author; });
    return is_table || board.name.empty() ? author : author + " · " + board.name;
}

std::vector<Item> gather_boards(const std::vector<TableBoard>& boards, const MakeId& make_id, double between) {
    const auto across = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(boards.size()))));
    std::vector<Item> gathered;
    base::Point at;
    double row_height = 0;
    for (std::size_t i = 0; i < boards.size(); ++i) {
        const auto& board = boards[i];
        if (i > 0 && i % across == 0) {
            at = {0, at.y + row_height + between};
            row_height = 0;
        }
        const auto inner = spanned(board.items);
        const base::Rect place{at.x, at.y, inner.w + 2 * gallery_margin, inner.h + gallery_top + gallery_margin};
        const bool fits = place.right() <= farthest_item && place.bottom() <= farthest_item &&
                          gathered.size() + board.items.size() < most_items;
        if (!fits) continue;
        gathered.push_back(gallery_frame(board, place, make_id));
        const base::Point by{place.x + gallery_margin - inner.x, place.y + gallery_top - inner.y};
        for (auto& copy : copy_items(board.items, make_id, by)) {
            const bool furniture = copy.type == ItemType::frame || copy.slot.starts_with("form.");
            if (!furniture) copy.author = origin_of(copy.author, board, boards);
            gathered.push_back(std::move(copy));
        }
        at.x = place.right() + between;
        row_height = std::max(row_height, place.h);
    }
    return gathered;
}

}  // namespace model
