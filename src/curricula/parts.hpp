#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "curricula/values.hpp"

/// What one file, in one language, says about one block: its values understood one by one, before they are put together
/// (the Swedish file) or laid over the Swedish ones (a translation).
namespace curricula {

/// A vote with the lines that belong to it. In a translation `vote` may be left out for the first.
struct VoteParts {
    std::optional<Vote> vote;
    int line = 0;
    std::string question;
    std::vector<Entry> options;
    std::vector<Entry> criteria;
    std::vector<Entry> costs;
    std::optional<Money> budget;
    std::string ties;
    std::string trust;
    int options_line = 0;
    int criteria_line = 0;
    int costs_line = 0;
    int budget_line = 0;
    int ties_line = 0;
};

struct BlockParts {
    std::string file;
    std::string language;
    int line = 0;              // of the heading
    std::map<Key, int> lines;  // where each key first stands
    std::string id;            // the `id:` line; empty when there is none
    std::optional<int> minutes;
    std::optional<int> least_minutes;
    std::optional<int> count;
    std::optional<bool> skip;
    std::optional<model::Activity> activity;
    std::optional<std::string> collects;
    std::vector<std::string> from;
    std::vector<Entry> groups;
    std::vector<Entry> form;  // ids are field codes where the word is known
    std::string boards;       // name of a template
    std::vector<VoteParts> votes;
    model::BlockText text;  // without labels and poll_questions

    bool has(Key key) const { return lines.count(key) > 0; }
    /// The line of the key, or of the heading when it is not there.
    Place place_of(Key key) const;
};

/// Reports every value that cannot be understood, and texts that are too long. Missing values are not its concern.
BlockParts read_parts(const RawBlock& raw, const RawFile& file, Report& report);

/// True for what can be the name of a template's file: as an id, and underscores.
bool is_template_name(std::string_view text);

/// True for what can be an id: a to z, 0 to 9, hyphen, at most 60, not empty.
inline constexpr std::size_t longest_id = 60;
bool is_id(std::string_view text);

}  // namespace curricula
