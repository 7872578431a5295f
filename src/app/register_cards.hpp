#pragma once
#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "register/idea_card.hpp"
#include "store/reader.hpp"

namespace app {

/// Every idea of the register in the order of lists, drafts included. Beside the idea's own texts: "photo_blob"
/// (SHA-256 in hex) and "photo_shows" of the note that it was.
base::Result<std::vector<ideas::IdeaCard>> read_cards(store::Reader& reader);

/// By number as shown (L26-058, l26-58, L26-058·2) or by id. Code::not_found says what was looked for.
base::Result<ideas::IdeaCard> find_card(const std::vector<ideas::IdeaCard>& cards, std::string_view wanted);

/// "short": what lists show. Whole: every field, JSON fields as JSON. Keys are the schema's columns; times ISO 8601.
boost::json::object to_json(const ideas::IdeaCard& card, bool whole);

/// A JSON field of the card as a value; null when it is empty or unreadable.
boost::json::value json_field(const ideas::IdeaCard& card, std::string_view column);

using PhotoNames = std::map<base::Id, std::string>;

/// A spreadsheet of these ideas (ideas::to_csv), with where each came from, how many votes it got there, what its photo
/// shows, and the file that the photo was written to.
std::string ideas_to_csv(const std::vector<ideas::IdeaCard>& cards, const PhotoNames& photos = {});

/// The name in the language files, or `code` itself for what is unknown: "idea.giver." + "pupil" → "Elev".
std::string named(const std::string& prefix, const std::string& code);

}  // namespace app
