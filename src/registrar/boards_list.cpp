// Free boards as text, for those who listen to a screen.
#include <algorithm>

#include "registrar/boards.hpp"
#include "views/board_list.hpp"

namespace registrar {

base::Result<std::vector<views::ListView::Board>> Boards::list(const Id& session, std::string_view language) {
    std::vector<views::ListView::Board> lists;
    std::size_t left = views::ListView::most_board_notes;
    // Other intents wait meanwhile: however many boards there are and whatever they hold, no more is read.
    std::size_t to_read = 2 * views::ListView::most_board_notes;
    for (const auto& head : heads(session)) {
        if (head.session != session || head.items == 0 || left == 0 || to_read == 0) continue;
        IR_TRY(auto stored, book_.reader().read_board_words(head.id, std::min(left, to_read)));
        const auto items = with_newer(head.id, std::move(stored));
        to_read -= std::min(to_read, items.size() + 1);
        auto list = views::to_list_board(find_form(head.form), head.title, language, items);
        for (auto& group : list.groups) {
            if (group.notes.size() > left) group.notes.resize(left);
            left -= group.notes.size();
        }
        std::erase_if(list.groups, [](const auto& group) { return group.notes.empty(); });
        if (!list.groups.empty()) lists.push_back(std::move(list));
    }
    return lists;
}

}  // namespace registrar
