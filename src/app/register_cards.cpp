#include "app/register_cards.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "model/schema.hpp"

namespace app {
namespace {

namespace json = boost::json;

json::value to_time(std::int64_t at_ms) {
    if (at_ms == 0) return nullptr;
    return json::string(base::to_iso_utc(at_ms));
}

json::value to_value(const std::string& column, const std::string& text) {
    const auto* field = model::find_field("idea." + column);
    if (field != nullptr && field->type == model::FieldType::json) {
        boost::system::error_code wrong;
        auto parsed = json::parse(text, wrong);
        if (!wrong) return parsed;
    }
    return json::string(text);
}

/// An idea of a workshop is a note under the same id: its photo is the note's.
base::Done add_photos(store::Reader& reader, std::vector<ideas::IdeaCard>& cards) {
    std::map<base::Id, ideas::IdeaCard*> by_id;
    for (auto& card : cards) by_id[card.id] = &card;
    IR_TRY(const auto notes, reader.read_rows("note"));
    for (const auto& note : notes) {
        const auto card = by_id.find(note.entity);
        if (card == by_id.end() || note.text("photo_blob").empty()) continue;
        for (const auto* column : {"photo_blob", "photo_shows"}) {
            if (auto text = note.text(column); !text.empty()) card->second->texts[column] = std::move(text);
        }
    }
    return {};
}

/// What is seen in the idea's photo, in the writer's words; or only that it has one.
std::string photo_words(const ideas::IdeaCard& card) {
    if (card.text("photo_blob").empty()) return {};
    const auto shows = card.text("photo_shows");
    return shows.empty() ? base::tr("register.photo.untold") : shows;
}

}  // namespace

base::Result<std::vector<ideas::IdeaCard>> read_cards(store::Reader& reader) {
    IR_TRY(const auto rows, reader.read_rows("idea"));
    std::vector<ideas::IdeaCard> cards;
    for (const auto& row : rows) {
        if (auto card = ideas::to_card(row.entity, row.columns)) cards.push_back(std::move(*card));
    }
    IR_DO(add_photos(reader, cards));
    ideas::put_in_order(cards);
    return cards;
}

base::Result<ideas::IdeaCard> find_card(const std::vector<ideas::IdeaCard>& cards, std::string_view wanted) {
    const auto id = base::parse_id(wanted);
    const auto typed = ideas::parse_wanted(wanted);
    const auto fits = [&id, &typed](const ideas::IdeaCard& card) {
        if (id) return card.id == *id;
        const auto own = ideas::parse_wanted(card.number);
        return typed && own && own->number == typed->number && own->which == typed->which;
    };
    const auto found = std::find_if(cards.begin(), cards.end(), fits);
    if (found != cards.end()) return *found;
    return base::refuse(base::Code::not_found, base::tr("register.no_idea", {{"wanted", wanted}}));
}

json::object to_json(const ideas::IdeaCard& card, bool whole) {
    json::object out;
    out["id"] = card.id.text();
    out["number"] = card.number.empty() ? json::value(nullptr) : json::value(json::string(card.number));
    out["state"] = ideas::state_name(card.state);
    out["title"] = card.title;
    out["received_at"] = to_time(card.received_at_ms);
    out["state_at"] = to_time(card.state_at_ms);
    for (const auto& [column, text] : card.texts) {
        const bool brief = column == "giver_category" || column == "area" || column == "unit" || column == "owner_role";
        if (whole || brief) out[column] = to_value(column, text);
    }
    return out;
}

json::value json_field(const ideas::IdeaCard& card, std::string_view column) {
    boost::system::error_code wrong;
    auto parsed = json::parse(card.text(column), wrong);
    return wrong ? json::value(nullptr) : parsed;
}

std::string ideas_to_csv(const std::vector<ideas::IdeaCard>& cards, const PhotoNames& photos) {
    auto table = ideas::to_table(cards);
    for (const auto* column : {"ursprung", "roster", "bild", "bildfil"}) {
        table[0].push_back({base::tr("register.column." + std::string(column)), false});
    }
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const auto origin = json_field(cards[i], "origin");
        std::string session;
        std::string votes;
        if (const auto* object = origin.if_object()) {
            if (const auto* title = object->if_contains("session_title"); title != nullptr && title->is_string()) {
                session = json::value_to<std::string>(*title);
            }
            if (const auto* poll = object->if_contains("poll"); poll != nullptr && poll->is_object()) {
                const auto* count = poll->as_object().if_contains("votes");
                if (count != nullptr && count->is_int64()) votes = std::to_string(count->as_int64());
            }
        }
        table[i + 1].push_back({session, false});
        table[i + 1].push_back({votes, true});
        table[i + 1].push_back({photo_words(cards[i]), false});
        const auto file = photos.find(cards[i].id);
        table[i + 1].push_back({file == photos.end() ? std::string() : file->second, false});
    }
    return ideas::to_csv(table);
}

std::string named(const std::string& prefix, const std::string& code) {
    if (code.empty()) return {};
    const auto key = prefix + code;
    const auto name = base::tr(key);
    return name == key ? code : name;
}

}  // namespace app
