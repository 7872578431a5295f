#include "registrar/remotes.hpp"

#include <algorithm>
#include <sstream>

namespace registrar {
namespace {

constexpr std::string_view remote_prefix = "remote:";
constexpr std::size_t most_asking = 5;

std::string remote_key(std::string_view hash) {
    return std::string(remote_prefix).append(hash);
}

}  // namespace

/// The value is "2 1777618800000", number and time. Those that were let in before there were numbers get theirs now.
void Remotes::restore(const std::vector<store::KeptRow>& rows) {
    std::vector<std::string> unnumbered;
    for (const auto& row : rows) {
        if (!row.key.starts_with(remote_prefix)) continue;
        auto hash = row.key.substr(remote_prefix.size());
        LetIn one;
        std::istringstream in(row.value);
        if (in >> one.number >> one.at_ms) {
            let_in_.emplace(std::move(hash), one);
        } else {
            unnumbered.push_back(std::move(hash));
        }
    }
    for (auto& hash : unnumbered) let_in_.emplace(std::move(hash), LetIn{next_number(), 0});
}

int Remotes::next_number() const {
    int most = 0;
    for (const auto& [hash, one] : let_in_) most = std::max(most, one.number);
    return most + 1;
}

std::pair<std::string, std::string> Remotes::let_in(const std::string& hash, std::int64_t now_ms) {
    const LetIn one{next_number(), now_ms};
    let_in_.emplace(hash, one);
    return {remote_key(hash), std::to_string(one.number) + " " + std::to_string(one.at_ms)};
}

bool Remotes::leave(Visitor visitor) {
    return here_.erase(visitor) > 0 || take_asking(visitor).has_value();
}

int Remotes::number_of(Visitor visitor) const {
    const auto here = here_.find(visitor);
    const auto found = here == here_.end() ? let_in_.end() : let_in_.find(here->second);
    return found == let_in_.end() ? 0 : found->second.number;
}

bool Remotes::is_here(int number) const {
    return number != 0 &&
           std::any_of(here_.begin(), here_.end(), [&](const auto& one) { return number_of(one.first) == number; });
}

bool Remotes::ask(Visitor visitor, std::string language) {
    if (asking_.size() >= most_asking) return false;
    asking_.push_back({visitor, std::move(language)});
    return true;
}

std::optional<Remotes::Asking> Remotes::take_asking(Visitor visitor) {
    const auto found =
        std::find_if(asking_.begin(), asking_.end(), [visitor](const Asking& one) { return one.visitor == visitor; });
    if (found == asking_.end()) return std::nullopt;
    auto one = std::move(*found);
    asking_.erase(found);
    return one;
}

std::optional<Remotes::SentAway> Remotes::send_away(int number) {
    const auto found =
        std::find_if(let_in_.begin(), let_in_.end(), [number](const auto& one) { return one.second.number == number; });
    if (found == let_in_.end()) return std::nullopt;
    SentAway away{remote_key(found->first), {}};
    std::erase_if(here_, [&](const auto& one) {
        const bool is_its = one.second == found->first;
        if (is_its) away.here.push_back(one.first);
        return is_its;
    });
    let_in_.erase(found);
    return away;
}

std::vector<views::RemoteHead> Remotes::heads() const {
    std::vector<views::RemoteHead> heads;
    for (const auto& [hash, one] : let_in_) {
        const bool here =
            std::any_of(here_.begin(), here_.end(), [&hash = hash](const auto& at) { return at.second == hash; });
        heads.push_back({one.number, one.at_ms, here});
    }
    std::sort(heads.begin(), heads.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    return heads;
}

}  // namespace registrar
