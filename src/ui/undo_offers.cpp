#include "ui/undo_offers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/language.hpp"

namespace ui {
namespace {

constexpr std::string_view show_again = "show/", regroup = "cluster/", move_back = "move/", restored = "restored/";

/// Ids one after another, as an undoing names them: "show/<id>+<id>".
std::vector<base::Id> ids_in(std::string_view text) {
    std::vector<base::Id> ids;
    while (!text.empty()) {
        const auto end = std::min(text.size(), text.find('+'));
        if (const auto id = base::parse_id(text.substr(0, end))) ids.push_back(*id);
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return ids;
}

const ideas::IdeaCard* find_idea(const views::WallView& view, const base::Id& id) {
    if (view.idea && view.idea->card.id == id) return &view.idea->card;
    if (!view.ideas) return nullptr;
    const auto& cards = view.ideas->cards;
    const auto found = std::find_if(cards.begin(), cards.end(), [&id](const auto& card) { return card.id == id; });
    return found == cards.end() ? nullptr : &*found;
}

std::string hidden_words(const views::WallView& view, const std::vector<base::Id>& notes) {
    const auto& wall = view.remote.room.wall;
    const auto is_seen = [&wall](const base::Id& note) {
        return std::any_of(wall.begin(), wall.end(), [&note](const auto& one) { return one.id == note; });
    };
    if (notes.size() > 1) return base::tr_n("wall.toast.hidden_together", static_cast<std::int64_t>(notes.size()));
    return base::tr(is_seen(notes.front()) ? "wall.toast.removed" : "wall.toast.hidden");
}

}  // namespace

void drop_restoring(Toasts& toasts) {
    std::erase_if(toasts.shown, [](const Toast& toast) { return toast.undo_id == restored; });
}

void offer_undo(Toasts& toasts, const views::WallView& view, const Frame& frame, const Intents& out, std::size_t from) {
    std::vector<base::Id> hidden;
    base::Id moved;
    const auto offer = [&](std::string text, std::string undo) {
        toasts.add(frame, std::move(text), std::move(undo), Tone::info, frame.touched_at());
    };
    if (out.size() > from) drop_restoring(toasts);
    for (auto i = from; i < out.size(); ++i) {
        if (const auto* restore = std::get_if<intents::RestoreSession>(&out[i])) {
            offer(base::tr(restore->object ? "canvas.history.restored_item" : "canvas.history.restored"),
                  std::string(restored));
        } else if (const auto* hide = std::get_if<intents::HideNote>(&out[i]); hide != nullptr && !hide->undo) {
            hidden.push_back(hide->note);
        } else if (const auto* group = std::get_if<intents::RemoveCluster>(&out[i]); group != nullptr && !group->undo) {
            offer(base::tr("wall.toast.group_removed"), std::string(regroup) + group->cluster.text());
        } else if (const auto* move = std::get_if<intents::MoveIdea>(&out[i])) {
            // Of several steps the last says where it lands.
            const auto* idea = find_idea(view, move->idea);
            const auto to = ideas::parse_state(move->to);
            if (idea == nullptr || !to) continue;
            if (moved == move->idea) toasts.shown.pop_back();
            moved = move->idea;
            offer(base::tr("wall.toast.moved", {{"state", base::tr(ideas::state_text_key(*to))}}),
                  std::string(move_back) + std::string(ideas::state_name(idea->state)) + "/" + moved.text());
        }
    }
    if (hidden.empty()) return;
    std::string undo(show_again);
    for (const auto& note : hidden) undo += (undo.ends_with('/') ? "" : "+") + note.text();
    offer(hidden_words(view, hidden), std::move(undo));
}

void drop_offers(Toasts& toasts, const Frame& frame) {
    constexpr double answered_s = 2;
    std::erase_if(toasts.shown, [&frame](const Toast& toast) {
        const auto is_offer = [&toast](std::string_view begin) { return toast.undo_id.starts_with(begin); };
        return frame.now_s() - toast.since_s < answered_s &&
               (is_offer(show_again) || is_offer(regroup) || is_offer(move_back) || is_offer(restored));
    });
}

void take_undo(std::string_view undone, Intents& out) {
    if (undone == restored) out.emplace_back(intents::UndoLast{});
    if (undone.starts_with(show_again)) {
        for (const auto& note : ids_in(undone.substr(show_again.size()))) {
            out.emplace_back(intents::HideNote{note, true});
        }
    }
    if (undone.starts_with(regroup)) {
        for (const auto& group : ids_in(undone.substr(regroup.size()))) {
            out.emplace_back(intents::RemoveCluster{group, true});
        }
    }
    if (undone.starts_with(move_back)) {
        const auto state = undone.substr(move_back.size(), undone.rfind('/') - move_back.size());
        if (const auto idea = base::parse_id(undone.substr(undone.rfind('/') + 1))) {
            out.emplace_back(intents::UndoMove{*idea, std::string(state)});
        }
    }
}

}  // namespace ui
