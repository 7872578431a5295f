#include "app/photo_files.hpp"

#include <set>

#include "app/register_file.hpp"
#include "base/private_files.hpp"
#include "register/idea_number.hpp"

namespace app {

base::Result<std::map<base::Id, std::string>> write_photos(store::Reader& reader,
                                                           const std::vector<ideas::IdeaCard>& cards,
                                                           const base::Path& folder, const base::Path& register_file) {
    std::error_code failed;
    base::make_private_folders(folder, failed);
    if (failed) return base::refuse(base::Code::bad_input, failed.message(), folder.string());
    std::map<base::Id, std::string> names;
    std::set<std::string> taken;
    for (const auto& card : cards) {
        const auto hash = card.text("photo_blob");
        if (hash.empty()) continue;
        IR_TRY(const auto jpeg, reader.read_photo(hash));
        if (!jpeg) continue;
        // A number of ours holds nothing that a folder could mind; two ideas with one number are told apart by id.
        const auto number = ideas::parse_number(card.number);
        auto name = number ? ideas::to_text(*number) : card.id.text();
        if (!taken.insert(name).second) name = card.id.text();
        name += ".jpg";
        IR_DO(write_output(folder / name, register_file, *jpeg));
        names.emplace(card.id, std::move(name));
    }
    return names;
}

}  // namespace app
