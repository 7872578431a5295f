#include "registrar/rounds.hpp"

#include <algorithm>
#include <cstring>

namespace registrar {

namespace {
constexpr auto paper_source = "paper";
}

std::size_t DigestHash::operator()(const Digest& digest) const noexcept {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

void Round::restore(const store::UrnContent& urn) {
    for (const auto& hash : urn.hashes) valid_.emplace(hash, true);
    for (const auto& hash : urn.paper) on_paper_.emplace(hash, true);
    for (const auto& ballot : urn.ballots) ballots_[ballot.token_hash] = {ballot.k, ballot.value, ballot.source};
}

std::vector<Digest> Round::stock(std::size_t least, bool paper) {
    auto& unused = paper ? unused_paper_ : unused_;
    std::vector<Digest> hashes;
    if (unused.size() >= least) return hashes;
    for (auto count = std::max<std::size_t>(64, least - unused.size()); count > 0; --count) {
        unused.push_back(base::new_token());
        hashes.push_back(base::sha256(unused.back()));
        valid_.emplace(hashes.back(), true);
        if (paper) on_paper_.emplace(hashes.back(), true);
    }
    // The order on disk says nothing of the order in which they are drawn.
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

std::string Round::draw(const Id& seat, bool paper) {
    auto& unused = paper ? unused_paper_ : unused_;
    if (unused.empty()) return {};
    const auto pick = base::random_below(static_cast<std::uint32_t>(unused.size()));
    std::swap(unused[pick], unused.back());
    auto token = std::move(unused.back());
    unused.pop_back();
    drawn_.insert(seat);
    unconfirmed_[seat] = token;
    return token;
}

std::string Round::draw_next(const Id& seat, bool paper) {
    const bool first = !has_drawn(seat);
    auto token = draw(seat, paper);
    if (!token.empty() && !first) ++persons_[seat];
    return token;
}

std::string Round::draw_another(const Id& seat, bool paper) {
    if (auto waiting = unconfirmed(seat); !waiting.empty()) return waiting;
    if (person(seat) + 1 >= most_persons) return {};
    return draw_next(seat, paper);
}

std::string Round::draw_for_code(const Id& seat, bool paper, const std::string& code) {
    auto token = draw_next(seat, paper);
    if (!token.empty()) codes_[seat] = code;
    return token;
}

bool Round::draw_again(const Id& seat, const std::string& token, const std::string& code) {
    if (!valid_.contains(base::sha256(token))) return false;
    unconfirmed_[seat] = token;
    codes_[seat] = code;
    return true;
}

std::string Round::code_of(const Id& seat) const {
    const auto found = codes_.find(seat);
    return found == codes_.end() ? std::string() : found->second;
}

int Round::person(const Id& seat) const {
    const auto found = persons_.find(seat);
    return found == persons_.end() ? 0 : found->second;
}

std::size_t Round::drawn() const {
    auto count = drawn_.size() + static_cast<std::size_t>(replaced_);
    for (const auto& [seat, person] : persons_) count += static_cast<std::size_t>(person);
    return count;
}

std::int64_t Round::paper() const {
    return std::count_if(ballots_.begin(), ballots_.end(),
                         [](const auto& one) { return one.second.source == paper_source; });
}

std::string Round::unconfirmed(const Id& seat) const {
    const auto found = unconfirmed_.find(seat);
    return found == unconfirmed_.end() ? std::string() : found->second;
}

void Round::allow_another(const Id& seat) {
    unconfirmed_.erase(seat);
    lost_.erase(seat);
    if (drawn_.erase(seat) == 0) return;  // its first is no extra one
    ++extra_;
    if (void_.erase(seat) == 0) ++replaced_;
}

base::Result<std::optional<store::Cast>> Round::take(const intents::Ballot& ballot) {
    if (closing) return base::refuse(base::Code::closed);
    const auto hash = base::sha256(ballot.token);
    if (!valid_.contains(hash)) return base::refuse(base::Code::denied, "token");
    IR_TRY(auto said, intents::parse_ballot_value(ballot.value));
    said = methods::canonical(std::move(said), rule_.method);
    const auto value = methods::to_json(said);
    const auto standing = ballots_.find(hash);
    if (standing != ballots_.end() && ballot.k <= standing->second.k) {
        if (standing->second.k == ballot.k && standing->second.value == value) return std::optional<store::Cast>();
        return base::refuse(base::Code::already, "k");
    }
    IR_DO(methods::check_ballot(said, rule_));
    // An urn of an earlier program knows paper by what was cast alone.
    const bool was_paper = standing != ballots_.end() && standing->second.source == paper_source;
    const std::string source = was_paper || on_paper_.contains(hash) ? paper_source : "tablet";
    ballots_[hash] = {ballot.k, value, source};
    return std::optional<store::Cast>(store::Cast{poll_, hash, ballot.k, value, source});
}

std::map<std::string, std::map<std::string, int>> Round::multiset() const {
    std::map<std::string, std::map<std::string, int>> counted;
    constexpr std::int64_t least_apart = 5;
    const auto on_paper = paper(), others = static_cast<std::int64_t>(ballots_.size()) - on_paper;
    const bool mixed = on_paper > 0 && others > 0 && std::min(on_paper, others) < least_apart;
    for (const auto& [hash, ballot] : ballots_) ++counted[ballot.value][mixed ? "mixed" : ballot.source];
    return counted;
}

std::string to_json(const std::map<std::string, std::map<std::string, int>>& multiset) {
    std::string out = "[";
    for (const auto& [value, sources] : multiset) {
        for (const auto& [source, count] : sources) {
            if (out.size() > 1) out += ",";
            // `value` is compact JSON already, made by the parser; sources are our own words.
            out += R"({"n":)" + std::to_string(count) + R"(,"source":")" + source + R"(","value":)" + value + "}";
        }
    }
    return out + "]";
}

}  // namespace registrar
