#include "ui/session_words.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.hpp"

namespace ui {
namespace {

constexpr std::size_t least_bytes = 5;

/// Letters of any script, and marks that stand above or below them; not the quotes and dashes of U+2010 to U+203F.
std::size_t letter_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ? 1 : 0;
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    if (text.substr(at).starts_with("\xE2\x80") || at + length > text.size()) return 0;
    return length;
}

class WordCounts {
  public:
    void add(std::string_view text) {
        if (!base::is_utf8(text)) return;
        std::size_t from = 0;
        for (std::size_t at = 0; at <= text.size();) {
            const auto length = at < text.size() ? letter_at(text, at) : 0;
            if (length > 0) {
                at += length;
                continue;
            }
            if (at - from >= least_bytes) count(std::string(text.substr(from, at - from)));
            // Whole characters, or the rest of one would be taken for a letter.
            ++at;
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
            from = at;
        }
    }
    std::vector<std::string> most_used_first() && {
        std::stable_sort(words_.begin(), words_.end(),
                         [this](const auto& a, const auto& b) { return counts_.at(a) > counts_.at(b); });
        return std::move(words_);
    }

  private:
    void count(std::string word) {
        if (++counts_[word] == 1) words_.push_back(std::move(word));
    }

    std::map<std::string, int> counts_;
    std::vector<std::string> words_;  // as they came
};

}  // namespace

std::vector<std::string> session_words(const views::WallView& view) {
    const auto& room = view.remote.room;
    WordCounts written, around;
    for (const auto& note : room.wall) written.add(note.text);
    around.add(view.persona);
    for (const auto& person : view.personas) {
        for (const auto* text : {&person.name, &person.description, &person.everyday, &person.needs, &person.obstacles,
                                 &person.help, &person.quote}) {
            around.add(*text);
        }
    }
    if (room.block) {
        around.add(room.block->title);
        around.add(room.block->question);
        for (const auto& group : room.block->groups) around.add(group.label);
    }
    for (const auto& cluster : room.clusters) around.add(cluster.name);
    auto words = std::move(written).most_used_first();
    for (auto& word : std::move(around).most_used_first()) {
        if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
    }
    return words;
}

}  // namespace ui
