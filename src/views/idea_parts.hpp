#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "register/idea_card.hpp"

namespace views {

/// The structured fields of an idea, as plain values. What cannot be read is left out.

/// One part of the whole picture.
struct PicturePart {
    std::string dimension;       // "user_benefit"
    std::optional<int> level;    // 0–4; empty: not known, which is not 0
    std::string note, based_on;  // what it rests on
    std::string question;        // still open
    bool is_answered() const { return level || !note.empty(); }
};
/// A measured value of a test.
struct WeekValue {
    std::string week;  // "v 46"
    double value = 0;
};
struct IdeaLink {
    std::string kind, id, text;
};
/// Where an idea came from.
struct OriginView {
    std::string session_title, block_title;
    std::string imported_from, line;  // of a list
    std::string question, method;     // of the vote; empty: there was none
    std::int64_t voters = 0, eligible = 0, votes = 0, supporters = 0, rank = 0;
    std::vector<std::pair<std::string, std::int64_t>> by;  // criterion → dots
    std::vector<IdeaLink> links;                           // persona, step, question
};
struct IdeaParts {
    std::vector<PicturePart> picture;  // all dimensions, in their order
    std::map<std::string, std::string> test, decision;
    std::vector<WeekValue> weeks;  // of the test
    std::vector<std::pair<std::string, std::string>> follow_up;
    std::optional<OriginView> origin;
    std::vector<IdeaLink> links;
};
IdeaParts read_parts(const ideas::IdeaCard& card);

/// The goal of a threshold such as "minst 80 %" or "högst 36 g": its first number, and whether less is better.
struct Goal {
    double value = 0;
    bool less_is_better = false;
    bool is_met(double measured) const { return less_is_better ? measured <= value : measured >= value; }
};
std::optional<Goal> goal_of(std::string_view threshold);

/// JSON texts with sorted keys, for facts. What `json` held beside stays; an empty text takes a member away.
std::string with_members(std::string_view json, const std::map<std::string, std::string>& members);
std::string with_part(std::string_view json, const PicturePart& part);
std::string with_week(std::string_view json, const WeekValue& value);
std::string follow_up_json(const std::vector<std::pair<std::string, std::string>>& list);

}  // namespace views
