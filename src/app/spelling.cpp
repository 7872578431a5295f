#include "app/spelling.hpp"

#include <chrono>
#include <exception>
#include <filesystem>
#include <hunspell/hunspell.hxx>
#include <memory>
#include <utility>

namespace app {
namespace {

bool is_there(const base::Path& dictionary) {
    std::error_code failed;
    return std::filesystem::is_regular_file(dictionary.string() + ".aff", failed) &&
           std::filesystem::is_regular_file(dictionary.string() + ".dic", failed);
}

/// Null: it is not there, or in letters of its own.
std::unique_ptr<Hunspell> open_dictionary(const base::Path& dictionary) {
    if (!is_there(dictionary)) return nullptr;
    auto opened =
        std::make_unique<Hunspell>((dictionary.string() + ".aff").c_str(), (dictionary.string() + ".dic").c_str());
    return opened->get_dict_encoding() == "UTF-8" ? std::move(opened) : nullptr;
}

}  // namespace

base::Path swedish_dictionary() {
    const base::Path system = "/usr/share/hunspell/sv_SE";
    return is_there(system) ? system : base::Path();
}

Spelling::Spelling(base::Path dictionary, std::function<void()> wake)
    : dictionary_(std::move(dictionary)), answers_(std::move(wake)), thread_([this] { answer(); }) {}

Spelling::~Spelling() {
    stopping_ = true;
    asked_.close();
    thread_.join();
}

std::optional<bool> Spelling::is_right(std::string_view word) {
    for (auto& one : answers_.take_all()) {
        if (const auto found = known_.find(one.word); found != known_.end()) found->second = one.right;
    }
    if (const auto found = known_.find(word); found != known_.end()) return found->second;
    if (known_.size() >= most_kept) known_.clear();
    known_.emplace(word, std::nullopt);
    asked_.push(std::string(word));
    return std::nullopt;
}

void Spelling::answer() {
    std::unique_ptr<Hunspell> dictionary;
    bool is_open = false;
    while (!stopping_) {
        for (auto& word : asked_.wait_all(std::chrono::hours(1))) {
            if (stopping_) return;
            try {
                if (!std::exchange(is_open, true)) dictionary = open_dictionary(dictionary_);
                if (dictionary == nullptr) continue;
                const bool right = dictionary->spell(word);
                answers_.push({std::move(word), right});
            } catch (const std::exception&) {
                // What the library cannot say is not told.
            }
        }
    }
}

}  // namespace app
