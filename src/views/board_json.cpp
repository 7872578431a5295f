#include "views/board_json_private.hpp"

namespace views {
namespace json = boost::json;

json::value of_rounds(const std::optional<RoundsView>& rounds) {
    if (!rounds) return nullptr;
    json::array fields;
    for (const auto& field : rounds->fields) fields.emplace_back(field);
    return json::object{{"round", rounds->round},
                        {"of", rounds->of},
                        {"showing", rounds->showing},
                        {"over", rounds->over},
                        {"passes_on", rounds->passes_on},
                        {"clock",
                         {{"state", rounds->paused ? "paused" : "running"},
                          {"remaining_ms", rounds->left_ms},
                          {"planned_ms", rounds->length_ms}}},
                        {"fields", std::move(fields)}};
}

namespace {

json::value of_rhythm(int rounds, int seconds) {
    if (rounds == 0) return nullptr;
    return json::object{{"rounds", rounds}, {"seconds", seconds}};
}

}  // namespace

json::value of_handed(const std::optional<HandedField>& field) {
    if (!field) return nullptr;
    return json::object{{"id", field->id.text()},
                        {"text", field->text},
                        {"by", field->by},
                        {"remote", field->remote},
                        {"most", field->most}};
}

json::value of_table_work(const TableWork& work) {
    json::value plan = nullptr;
    if (!work.plan.empty()) {
        plan = json::object{{"form", work.plan}, {"title", work.plan_title}, {"made", work.plan_made}};
    }
    json::array forms;
    for (const auto& form : work.forms) forms.push_back({{"form", form.name}, {"title", form.title}});
    json::array sets;
    for (const auto& set : work.sets) {
        json::object one{{"board", set.first.text()}, {"title", set.title}, {"tables", set.tables}, {"open", set.open}};
        one["clock"] = of_rhythm(set.rounds, set.seconds);
        sets.push_back(std::move(one));
    }
    json::array room;
    for (const auto& one : work.room) {
        room.push_back({{"board", one.board.text()},
                        {"title", one.title},
                        {"open", one.open},
                        {"clock", of_rhythm(one.rounds, one.seconds)}});
    }
    json::array all;
    for (const auto& head : work.all) all.push_back({{"board", head.id.text()}, {"title", head.title}});
    return json::object{{"plan", std::move(plan)},
                        {"forms", std::move(forms)},
                        {"sets", std::move(sets)},
                        {"room", std::move(room)},
                        {"all", std::move(all)},
                        {"rounds", of_rounds(work.rounds)},
                        {"wall", work.wall},
                        {"shown", work.shown.empty() ? json::value(nullptr) : json::value(work.shown.text())}};
}

}  // namespace views
