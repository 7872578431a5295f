// "Spara eller skriv ut" at the wall: which board it is about, and what is chosen on that.
#include <algorithm>
#include <set>
#include <utility>

#include "base/language.hpp"
#include "ui/canvas_tools.hpp"
#include "ui/wall.hpp"

namespace ui {
namespace {

using Place = Wall::Place;

/// Empty: there is none.
base::Id session_to_save(const Wall& mine, const views::WallView& view) {
    if (mine.look.board) {
        const auto found = std::find_if(view.boards.begin(), view.boards.end(),
                                        [&mine](const auto& head) { return head.id == *mine.look.board; });
        if (found != view.boards.end() && !found->session.empty()) return found->session;
    }
    const auto& remote = view.remote;
    return remote.started || remote.room.ended ? remote.session : base::Id{};
}

/// All that somebody has chosen, with what is carried along, is stamped on it and leads from one to another.
std::vector<base::Id> items_to_save(const Wall& mine) {
    const auto& canvas = mine.canvas;
    std::set<base::Id> ids;
    for (const auto* choice : choices_of(mine.board.hands)) {
        for (const auto& id : *choice) {
            if (canvas.find(id) == nullptr) continue;
            ids.insert(id);
            for (const auto& other : canvas.carried_with(id)) ids.insert(other);
        }
    }
    for (const auto& id : std::set(ids)) {
        const auto* item = canvas.find(id);
        if (item == nullptr) continue;
        if (item->type != model::ItemType::frame && item->type != model::ItemType::line) {
            for (const auto* stamp : stamps_on(canvas, *item)) ids.insert(stamp->id);
        }
        for (const auto* line : canvas.lines_of(id)) {
            if (ids.contains(line->from.item) && ids.contains(line->to.item)) ids.insert(line->id);
        }
    }
    return {ids.begin(), ids.end()};
}

std::size_t count_chosen(const Wall& mine) {
    std::size_t count = 0;
    for (const auto* choice : choices_of(mine.board.hands)) {
        for (const auto& id : *choice) count += mine.canvas.find(id) == nullptr ? 0 : 1;
    }
    return count;
}

bool shows_block(const Wall& mine, const views::WallView& view) {
    return mine.place == Place::session && view.remote.room.block && has_paper(view, mine.shown_scene);
}

}  // namespace

void offer_saving(Wall& mine, const views::WallView& view) {
    auto& save = mine.sheets.save;
    save.has_free = mine.look.board.has_value();
    save.has_block = !save.has_free && shows_block(mine, view);
    save.has_session =
        (mine.place == Place::board || mine.place == Place::session) && !session_to_save(mine, view).empty();
    const auto& room = view.remote.room;
    save.has_cards = mine.place == Place::session && !room.ended && !room.join_code.empty() && !view.base_url.empty();
    save.chosen = save.has_free ? count_chosen(mine) : 0;
    if (mine.sheets.open == SheetKind::save && !save.has_free && !save.has_block && !save.has_session) {
        mine.sheets.open = SheetKind::none;
    }
}

void take_saving(Wall& mine, const views::WallView& view) {
    auto& save = mine.sheets.save;
    if (!std::exchange(save.wants, false)) return;
    SaveWish wish;
    wish.paper = save.paper;
    if (save.what == SaveSheet::What::cards) {
        wish.cards = save.cards;
        wish.join_code = view.remote.room.join_code;
        wish.base_url = view.base_url;
        save.what = SaveSheet::What::board;
    } else if (save.what == SaveSheet::What::session) {
        wish.session = session_to_save(mine, view);
    } else {
        wish.kind = save.kind;
        wish.scale = save.scale;
        if (save.has_free) {
            wish.board = *mine.look.board;
        } else {
            wish.session = view.remote.session;
            wish.block = view.remote.room.block->id;
        }
        if (save.what == SaveSheet::What::chosen) wish.items = items_to_save(mine);
    }
    mine.board_export = std::move(wish);
    mine.sheets.open = SheetKind::none;
}

void add_saving_command(Wall& mine, Commands& commands) {
    Command command{"export_board",
                    "saving.command",
                    icon::download,
                    {letter(U's', true)},
                    [&mine] {
                        if (mine.now == nullptr) return false;
                        const bool session = mine.place == Place::session && !session_to_save(mine, *mine.now).empty();
                        return mine.look.board.has_value() || session;
                    },
                    [&mine] {
                        auto& open = mine.sheets.open;
                        open = open == SheetKind::save ? SheetKind::none : SheetKind::save;
                        mine.frame->redraw_in(0);
                    }};
    commands.add(std::move(command));
}

}  // namespace ui
