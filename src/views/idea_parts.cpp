#include "views/idea_parts.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "base/text.hpp"

namespace views {
namespace {

namespace json = boost::json;

json::value parsed(std::string_view text) {
    boost::system::error_code wrong;
    auto value = json::parse(text, wrong);
    return wrong ? json::value() : value;
}

std::string text_of(const json::value& value) {
    if (value.is_null()) return {};
    return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}
std::string text_at(const json::object& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    return found == nullptr ? std::string() : text_of(*found);
}
std::int64_t number_at(const json::object& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    return found != nullptr && found->is_int64() ? found->get_int64() : 0;
}
const json::object* object_at(const json::object& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    return found != nullptr ? found->if_object() : nullptr;
}

std::map<std::string, std::string> members_in(const json::value& value) {
    std::map<std::string, std::string> members;
    const auto* object = value.if_object();
    if (object == nullptr) return members;
    for (const auto& [key, member] : *object) {
        if (member.is_array() || member.is_object()) continue;
        if (auto text = text_of(member); !text.empty()) members.emplace(key, std::move(text));
    }
    return members;
}

std::vector<PicturePart> picture_in(const json::value& value) {
    std::vector<PicturePart> parts;
    for (const auto dimension : ideas::picture_dimensions) {
        PicturePart part;
        part.dimension = dimension;
        const auto* whole = value.if_object();
        const auto* object = whole == nullptr ? nullptr : object_at(*whole, dimension);
        if (object != nullptr) {
            const auto* level = object->if_contains("value");
            if (level != nullptr && level->is_int64()) {
                part.level = static_cast<int>(std::clamp<std::int64_t>(level->get_int64(), 0, 4));
            }
            part.note = text_at(*object, "note");
            part.based_on = text_at(*object, "based_on");
            part.question = text_at(*object, "question");
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<IdeaLink> links_in(const json::value* value) {
    std::vector<IdeaLink> links;
    const auto* list = value == nullptr ? nullptr : value->if_array();
    if (list == nullptr) return links;
    for (const auto& item : *list) {
        const auto* object = item.if_object();
        if (object != nullptr)
            links.push_back({text_at(*object, "kind"), text_at(*object, "id"), text_at(*object, "text")});
    }
    return links;
}

std::optional<OriginView> origin_in(const json::value& value) {
    const auto* object = value.if_object();
    if (object == nullptr) return std::nullopt;
    OriginView origin;
    origin.session_title = text_at(*object, "session_title");
    origin.block_title = text_at(*object, "block_title");
    if (const auto* import = object_at(*object, "import")) {
        origin.imported_from = text_at(*import, "list");
        origin.line = text_at(*import, "line");
    }
    if (const auto* poll = object_at(*object, "poll")) {
        origin.question = text_at(*poll, "question");
        origin.method = text_at(*poll, "method");
        origin.voters = number_at(*poll, "voters");
        origin.eligible = number_at(*poll, "eligible");
        origin.votes = number_at(*poll, "votes");
        origin.supporters = number_at(*poll, "supporters");
        origin.rank = number_at(*poll, "rank");
        if (const auto* by = object_at(*poll, "by")) {
            for (const auto& [criterion, dots] : *by) {
                if (dots.is_int64()) origin.by.emplace_back(criterion, dots.get_int64());
            }
        }
    }
    origin.links = links_in(object->if_contains("links"));
    return origin;
}

std::vector<WeekValue> weeks_in(const json::value& test) {
    std::vector<WeekValue> weeks;
    const auto* object = test.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains("weeks");
    const auto* list = found == nullptr ? nullptr : found->if_array();
    if (list == nullptr) return weeks;
    for (const auto& item : *list) {
        const auto* week = item.if_object();
        const auto* value = week == nullptr ? nullptr : week->if_contains("value");
        if (value != nullptr && value->is_number())
            weeks.push_back({text_at(*week, "week"), value->to_number<double>()});
    }
    return weeks;
}

std::string sorted(const json::object& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object) keys.emplace_back(key);
    std::sort(keys.begin(), keys.end());
    json::object out;
    for (const auto& key : keys) out[key] = object.at(key);
    return json::serialize(out);
}

json::object object_in(std::string_view text) {
    auto value = parsed(text);
    return value.is_object() ? std::move(value.get_object()) : json::object();
}

json::value number(double value) {
    if (value == static_cast<double>(static_cast<std::int64_t>(value))) return static_cast<std::int64_t>(value);
    return value;
}

}  // namespace

IdeaParts read_parts(const ideas::IdeaCard& card) {
    IdeaParts parts;
    parts.picture = picture_in(parsed(card.text("picture")));
    const auto test = parsed(card.text("test"));
    parts.test = members_in(test);
    parts.weeks = weeks_in(test);
    parts.decision = members_in(parsed(card.text("decision")));
    const auto follow_up = parsed(card.text("follow_up"));
    if (const auto* list = follow_up.if_array()) {
        for (const auto& item : *list) {
            if (const auto* object = item.if_object()) {
                parts.follow_up.emplace_back(text_at(*object, "after"), text_at(*object, "text"));
            }
        }
    }
    parts.origin = origin_in(parsed(card.text("origin")));
    const auto links = parsed(card.text("links"));
    parts.links = links_in(&links);
    return parts;
}

std::optional<Goal> goal_of(std::string_view threshold) {
    const auto words = base::lower(threshold);
    const auto from = words.find_first_of("0123456789");
    if (from == std::string::npos) return std::nullopt;
    std::string digits;
    for (auto at = from; at < words.size(); ++at) {
        const bool is_part = std::isdigit(static_cast<unsigned char>(words[at])) != 0;
        const bool is_point = (words[at] == ',' || words[at] == '.') && at + 1 < words.size() &&
                              std::isdigit(static_cast<unsigned char>(words[at + 1])) != 0;
        if (!is_part && !is_point) break;
        digits.push_back(is_point ? '.' : words[at]);
    }
    Goal goal;
    std::from_chars(digits.data(), digits.data() + digits.size(), goal.value);
    for (const auto* word :
         {"högst", "max", "under", "mindre", "färre", "at most", "below", "fewer", "less", "≤", "<"}) {
        if (words.substr(0, from).find(word) != std::string::npos) goal.less_is_better = true;
    }
    return goal;
}

std::string with_members(std::string_view text, const std::map<std::string, std::string>& members) {
    auto object = object_in(text);
    for (const auto& [key, member] : members) {
        if (member.empty()) {
            object.erase(key);
        } else {
            object[key] = member;
        }
    }
    return sorted(object);
}

std::string with_part(std::string_view text, const PicturePart& part) {
    auto object = object_in(text);
    json::object out;
    if (!part.based_on.empty()) out["based_on"] = part.based_on;
    if (!part.note.empty()) out["note"] = part.note;
    if (!part.question.empty()) out["question"] = part.question;
    if (part.level) out["value"] = *part.level;
    if (out.empty()) {
        object.erase(part.dimension);
    } else {
        object[part.dimension] = std::move(out);
    }
    return sorted(object);
}

std::string with_week(std::string_view text, const WeekValue& value) {
    auto object = object_in(text);
    json::array list;
    if (const auto* found = object.if_contains("weeks"); found != nullptr && found->is_array()) {
        for (const auto& item : found->get_array()) {
            const auto* week = item.if_object();
            if (week != nullptr && text_at(*week, "week") != value.week) list.push_back(item);
        }
    }
    list.push_back(json::object{{"value", number(value.value)}, {"week", value.week}});
    object["weeks"] = std::move(list);
    return sorted(object);
}

std::string follow_up_json(const std::vector<std::pair<std::string, std::string>>& list) {
    json::array out;
    for (const auto& [after, text] : list) out.push_back(json::object{{"after", after}, {"text", text}});
    return json::serialize(out);
}

}  // namespace views
