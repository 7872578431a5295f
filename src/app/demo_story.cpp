#include "app/demo_story.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <ctime>

#include "base/clock.hpp"
#include "base/digest.hpp"

namespace app {
namespace {

std::tm local_parts(std::int64_t at_ms) {
    const auto seconds = static_cast<std::time_t>(at_ms / 1000);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    return parts;
}

}  // namespace

model::Draft& DemoStory::at(std::int64_t at_ms, std::string author, std::string label) {
    deeds_.push_back({std::min(at_ms, now_ms_), model::Draft(std::move(author), std::move(label))});
    return deeds_.back().draft;
}

std::vector<DemoStory::Deed> DemoStory::take() {
    std::vector<Deed> deeds(std::make_move_iterator(deeds_.begin()), std::make_move_iterator(deeds_.end()));
    deeds_.clear();
    std::stable_sort(deeds.begin(), deeds.end(), [](const Deed& a, const Deed& b) { return a.at_ms < b.at_ms; });
    return deeds;
}

base::Id DemoStory::new_id(std::int64_t at_ms, std::string_view name) const {
    const auto digest = base::sha256(std::to_string(seed_) + ":" + std::to_string(at_ms) + ":" + std::string(name));
    base::Id id;
    std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
    const auto ms = static_cast<std::uint64_t>(at_ms);
    for (unsigned i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
    id.bytes[6] = static_cast<std::uint8_t>(0x70U | (id.bytes[6] & 0x0fU));
    id.bytes[8] = static_cast<std::uint8_t>(0x80U | (id.bytes[8] & 0x3fU));
    return id;
}

std::int64_t DemoStory::day(int days_ago, int hour, int minute) const {
    auto parts = local_parts(now_ms_ - days_ago * base::day_ms);
    if (parts.tm_wday == 6) parts.tm_mday -= 1;
    if (parts.tm_wday == 0) parts.tm_mday -= 2;
    parts.tm_hour = hour;
    parts.tm_min = minute;
    parts.tm_sec = 0;
    parts.tm_isdst = -1;
    return std::min(static_cast<std::int64_t>(std::mktime(&parts)) * 1000, now_ms_);
}

std::string DemoStory::date_after(int days) const {
    return base::to_local_date(now_ms_ + days * base::day_ms);
}

std::size_t DemoStory::random_by(const std::vector<std::int64_t>& weights) {
    std::int64_t sum = 0;
    for (const auto weight : weights) sum += weight;
    auto left = static_cast<std::int64_t>(random_below(static_cast<std::uint32_t>(sum)));
    for (std::size_t i = 0; i < weights.size(); ++i) {
        left -= weights[i];
        if (left < 0) return i;
    }
    return weights.size() - 1;
}

std::string content_text(const boost::json::object& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    return found != nullptr && found->is_string() ? boost::json::value_to<std::string>(*found) : std::string();
}

std::int64_t content_number(const boost::json::object& object, std::string_view key, std::int64_t otherwise) {
    const auto* found = object.if_contains(key);
    return found != nullptr && found->is_int64() ? found->get_int64() : otherwise;
}

}  // namespace app
