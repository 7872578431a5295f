#include "app/held_words.hpp"

#include "base/language.hpp"
#include "base/text.hpp"

namespace app {
namespace {

constexpr std::size_t most_bytes = 1U << 20U;

void add_list(ideas::WordList& words, const base::Path& file, std::vector<std::string>& faults) {
    auto text = base::read_file(file, most_bytes);
    if (text && !base::is_utf8(*text)) text = base::refuse(base::Code::bad_text);
    if (!text) {
        auto error = text.error();
        error.where = file.string();
        faults.push_back(base::tr("host.words_unread", {{"error", base::explain(error)}}));
        return;
    }
    std::string lines;
    for (const int line : words.add(*text)) lines += (lines.empty() ? "" : ", ") + std::to_string(line);
    if (lines.empty()) return;
    faults.push_back(base::tr("host.words_faults", {{"file", file.string()}, {"lines", lines}}));
}

}  // namespace

base::Path own_held_words() {
    return base::data_folder() / "held-words.txt";
}

ideas::WordList load_held_words(std::vector<std::string>& faults) {
    ideas::WordList words;
    for (const auto* name : {"held.sv.txt", "held.en.txt"})
        add_list(words, base::share_folder() / "words" / name, faults);
    std::error_code ignored;
    if (const auto own = own_held_words(); std::filesystem::exists(own, ignored)) add_list(words, own, faults);
    return words;
}

}  // namespace app
