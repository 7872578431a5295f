#pragma once
#include <map>
#include <string>
#include <vector>

#include "register/idea_card.hpp"
#include "store/reader.hpp"

namespace app {

/// Writes the photos of these ideas into a folder, which is made when it is missing, each named by its idea's number
/// (its id when it has none): idea → the file's name in there. What is erased has none. Errors of base::write_file.
base::Result<std::map<base::Id, std::string>> write_photos(store::Reader& reader,
                                                           const std::vector<ideas::IdeaCard>& cards,
                                                           const base::Path& folder, const base::Path& register_file);

}  // namespace app
