#include "ui/papers.hpp"

#include <algorithm>
#include <utility>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "paint/result_rows.hpp"
#include "ui/persona_words.hpp"

namespace ui {
namespace {

/// "Halvdag · 2026-11-27 · Lindåsa"
std::string paper_subtitle(const views::RoomView& room, const Frame& frame) {
    std::string text;
    for (const auto& part : {room.title, base::to_local_date(frame.host_now_ms()), room.municipality}) {
        if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
    }
    return text;
}

bool is_on_paper(const views::PollView* poll) {
    if (poll == nullptr || !poll->outcome) return false;
    return poll->outcome->method == methods::Method::consent || !paint::result_rows(*poll).empty();
}

bool is_board(Scene scene) {
    return scene == Scene::persona || scene == Scene::journey || scene == Scene::ideas;
}

}  // namespace

Paper paper_of_idea(const views::IdeaView& idea, const Frame& frame) {
    auto page = paint::make_idea_page(idea, frame.host_now_ms());
    if (idea.photo) page.photo = frame.photo(idea.photo->hash, true);
    auto name = base::slug(idea.card.number);
    if (name.empty()) name = base::tr("wall.print.idea");
    return {std::move(name), std::move(page)};
}

bool has_paper(const views::WallView& view, Scene scene) {
    const auto& room = view.remote.room;
    if (scene == Scene::reveal) return is_on_paper(current_poll(room));
    return is_board(scene) && room.block && (!room.wall.empty() || is_about_person(view));
}

std::optional<Paper> paper_of_scene(const views::WallView& view, Scene scene, const Frame& frame) {
    if (!has_paper(view, scene)) return std::nullopt;
    const auto& room = view.remote.room;
    paint::Sheet sheet;
    sheet.subtitle = paper_subtitle(room, frame);
    if (scene == Scene::reveal) {
        const auto& poll = *current_poll(room);
        sheet.title = finding(poll);
        if (const auto more = second_finding(poll); !more.empty()) sheet.subtitle = more + "\n" + sheet.subtitle;
        sheet.foot = "Idérum · " +
                     base::tr("wall.vote.done", {{"in", std::to_string(poll.in)}, {"of", std::to_string(poll.of)}});
        sheet.polls.push_back(poll);
        return Paper{base::tr("wall.print.result"), std::move(sheet)};
    }
    sheet.title = room.block->title;
    sheet.notes = room.wall;
    if (is_about_person(view)) sheet.persons = persons_on_paper(view.persona, view.personas);
    if (scene != Scene::ideas) {
        sheet.phases = room.block->lanes;
    } else {
        sheet.clusters = room.clusters;
    }
    for (const auto& poll : room.polls) {
        if (is_on_paper(&poll)) sheet.polls.push_back(poll);
    }
    for (const auto& note : sheet.notes) {
        if (!note.photo) continue;
        if (auto photo = frame.photo(note.photo->hash)) sheet.photos[note.photo->hash] = std::move(photo);
    }
    sheet.foot = "Idérum";
    if (!sheet.notes.empty()) {
        sheet.foot += " · " + base::tr_n("words.notes", static_cast<std::int64_t>(sheet.notes.size()));
    }
    return Paper{base::tr("wall.print.board"), std::move(sheet)};
}

}  // namespace ui
