#include "views/board_page.hpp"

#include <boost/json.hpp>

#include "views/board_json_private.hpp"

namespace views {
namespace json = boost::json;
namespace {

json::value id_or_null(const base::Id& id) {
    return id.empty() ? json::value(nullptr) : json::value(id.text());
}

json::object of_board_field(const model::BoardField& field, std::string_view language) {
    json::array options;
    for (const auto& option : field.options) {
        options.push_back({{"id", option.id}, {"label", model::text_in(option.label, language)}});
    }
    json::object out{{"id", field.id},
                     {"label", model::text_in(field.label, language)},
                     {"help", model::text_in(field.help, language)},
                     {"kind", model::field_kind_name(field.kind)},
                     {"most", field.most},
                     {"options", std::move(options)}};
    if (field.lowest) out["lowest"] = *field.lowest;
    if (field.highest) out["highest"] = *field.highest;
    return out;
}

json::array of_entries(const FilledField& filled) {
    json::array out;
    for (const auto& entry : filled.entries) {
        json::object one{{"item", entry.item.text()}, {"text", entry.text}, {"value", entry.value}};
        if (!entry.language.empty()) one["lang"] = entry.language;
        // A picture is seen on the wall alone; here it is told.
        if (!entry.photo.empty()) one["shows"] = entry.photo_shows;
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace

std::string to_board(const TableBoardView& view, std::string_view language) {
    const auto& form = *view.form;
    json::array fields;
    for (const auto& field : form.fields) fields.push_back(of_board_field(field, language));
    json::object entries;
    for (const auto& filled : view.fields) {
        if (!filled.entries.empty()) entries[filled.field->id] = of_entries(filled);
    }
    json::array own;
    for (const auto& one : view.own) {
        own.push_back({{"item", id_or_null(one.item)},
                       {"field", one.field},
                       {"text", one.text},
                       {"state", one.state},
                       {"held", one.held}});
    }
    json::object others_wait;
    for (const auto& [field, count] : view.others_wait) others_wait[field] = count;
    return json::serialize(json::object{{"t", "board"},
                                        {"board", view.board.text()},
                                        {"now", view.now_ms},
                                        {"title", view.title},
                                        {"form",
                                         {{"title", model::text_in(form.title, language)},
                                          {"help", model::text_in(form.help, language)},
                                          {"lang", form.title.contains(std::string(language)) ? language : "sv"},
                                          {"fields", std::move(fields)}}},
                                        {"entries", std::move(entries)},
                                        {"own", std::move(own)},
                                        {"others_wait", std::move(others_wait)},
                                        {"reviewed", view.reviewed},
                                        {"of_room", view.of_room},
                                        {"from", view.from},
                                        {"rounds", of_rounds(view.rounds)}});
}

std::string to_no_board() {
    return R"({"t":"board","board":null})";
}

}  // namespace views
