// Moving an idea to its test opens its test card.
#include "ui/wall.hpp"

namespace ui {
namespace {

bool is_at_test(ideas::State state) {
    return state == ideas::State::test_planned || state == ideas::State::testing;
}

}  // namespace

void open_test(Wall& mine, const views::WallView& view, Frame& frame, const Intents& out, std::size_t before) {
    auto& tested = mine.idea.tested;
    for (auto i = before; i < out.size(); ++i) {
        const auto* move = std::get_if<intents::MoveIdea>(&out[i]);
        if (move == nullptr) continue;
        tested.reset();
        const auto to = ideas::parse_state(move->to);
        if (to && is_at_test(*to)) tested = move->idea;
    }
    if (!tested || mine.place != Wall::Place::ideas || !view.ideas) return;
    for (const auto& card : view.ideas->cards) {
        if (card.id != *tested || !is_at_test(card.state)) continue;
        mine.idea.idea = card.id;
        mine.place = Wall::Place::idea;
        frame.redraw_in(0);
    }
}

}  // namespace ui
