// Groups on a free board: their names and what belongs to them.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/language.hpp"
#include "ui/screen_board.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr std::size_t most_marked_groups = 20, most_named_groups = 60;

void draw_dashed_side(const CanvasScene& scene, base::Point from, base::Point to) {
    constexpr int most_dashes = 200;
    auto& frame = scene.frame;
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const int count = std::clamp(static_cast<int>(length / frame.px(16)), 1, most_dashes);
    for (int i = 0; i < count; ++i) {
        const double a = (i + 0.2) / count, b = (i + 0.8) / count;
        const std::array dash{base::Point{from.x + (to.x - from.x) * a, from.y + (to.y - from.y) * a},
                              base::Point{from.x + (to.x - from.x) * b, from.y + (to.y - from.y) * b}};
        frame.painter.line(dash, frame.theme.line_control, std::max(1.0, frame.px(2)));
    }
}

/// All that it spans, carried or not, with a margin; px.
base::Rect marked_group(const BoardScreen& mine, const CanvasScene& scene, const base::Id& group) {
    base::Rect all;
    for (const auto& id : scene.canvas.members_of(group)) {
        if (const auto seen = scene.canvas.see(id)) all = all.joined(marked_place(mine, scene, *seen));
    }
    return all.inset(-scene.frame.px(14));
}

/// Below it how many there are, where it has no name that says so.
void mark_group(const BoardScreen& mine, const CanvasScene& scene, const base::Id& group, bool has_name) {
    auto& frame = scene.frame;
    const auto count = scene.canvas.members_of(group).size();
    if (count < 2) return;
    const auto all = marked_group(mine, scene, group);
    if (!all.overlaps(scene.view)) return;
    const base::Point edge[] = {
        all.top_left(), {all.right(), all.y}, {all.right(), all.bottom()}, {all.x, all.bottom()}};
    for (std::size_t i = 0; i < 4; ++i) draw_dashed_side(scene, edge[i], edge[(i + 1) % 4]);
    if (has_name) return;
    const auto words = base::tr_n("wall.board.group", static_cast<std::int64_t>(count));
    const auto ink = ink_of(20, paint::Weight::regular, frame.theme.ink2, paint::Align::centre);
    const base::Rect tag{all.x, all.bottom() + frame.px(4), text_size(frame, words, ink).w + frame.px(24),
                         frame.px(32)};
    frame.painter.fill(tag, tag.h / 2, base::with_alpha(frame.theme.surface, 0.92));
    label(frame, tag, words, ink, "board/group/" + group.text());
}

/// Around what belongs to it, and on the upper side its name, as wide as the group when it is seen so large that this
/// can be read.
void draw_named_group(const CanvasScene& scene, const model::ItemGroup& group, const base::Rect& all) {
    auto& frame = scene.frame;
    const auto words = model::group_heading(group.name, group.count);
    const auto ink = ink_of(22, paint::Weight::bold, frame.theme.ink);
    const double wide = std::min(text_size(frame, words, ink).w + 2, std::max(all.w, frame.px(120)) - frame.px(24));
    frame.painter.stroke(all, frame.px(radius::note), frame.theme.line_control, std::max(1.0, frame.px(2)));
    frame.say("board/group/around/" + group.id.text(), words);
    // Half on the edge: as little as can be of what lies above, and nothing of the group's own.
    const base::Rect tag{all.x, all.y - frame.px(20), wide + frame.px(24), frame.px(34)};
    if (!tag.overlaps(scene.view)) return;
    frame.painter.fill(tag, tag.h / 2, frame.theme.surface);
    frame.painter.stroke(tag, tag.h / 2, frame.theme.line_control, std::max(1.0, frame.px(1)));
    label(frame, tag.inset(frame.px(12), 0), words, ink, "board/group/" + group.id.text());
}

}  // namespace

base::Rect marked_place(const BoardScreen& mine, const CanvasScene& scene, const SeenItem& seen) {
    const auto by = mine.moved.find(seen.item->id);
    const auto at = by == mine.moved.end() ? seen.extent : seen.extent.moved(by->second.x, by->second.y);
    return scene.camera.to_window(at, scene.view);
}

void mark_groups(const BoardScreen& mine, const CanvasScene& scene) {
    std::set<base::Id> chosen, carried;
    const auto add_to = [&](std::set<base::Id>& groups, const base::Id& id) {
        if (groups.size() >= most_marked_groups) return;
        const auto* item = scene.canvas.find(id);
        if (item != nullptr && !item->group.empty()) groups.insert(item->group);
    };
    for (const auto* choice : choices_of(mine.hands)) {
        for (const auto& id : *choice) add_to(chosen, id);
    }
    for (const auto& [id, by] : mine.moved) add_to(carried, id);
    chosen.insert(carried.begin(), carried.end());
    const double least = scene.frame.px(120), margin = scene.frame.px(14);
    std::set<base::Id> named;
    for (const auto& group : scene.canvas.named_groups()) {
        const bool is_carried = carried.contains(group.id);
        const auto all = is_carried ? marked_group(mine, scene, group.id)
                                    : scene.camera.to_window(group.place, scene.view).inset(-margin);
        if (all.w < least && !chosen.contains(group.id)) continue;
        if (!all.inset(-4 * margin).overlaps(scene.view) || named.size() >= most_named_groups) continue;
        named.insert(group.id);
        draw_named_group(scene, group, all);
    }
    for (const auto& group : chosen) mark_group(mine, scene, group, named.contains(group));
}

}  // namespace ui
