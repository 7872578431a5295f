#include "ui/register_rows.hpp"

#include <algorithm>
#include <map>

#include "base/clock.hpp"
#include "base/collation.hpp"
#include "base/text.hpp"

namespace ui {
namespace {

using ideas::State;

/// Whose next step it is; empty when there is none, or nobody has it.
std::string whose_step(const ideas::IdeaCard& card) {
    if (card.state == State::closed || card.state == State::parked) return {};
    return ideas::responsible(card);
}

bool fits(const RegisterRow& row, const RegisterFilter& filter) {
    constexpr int still_days = 30;
    const auto& card = *row.card;
    if (filter.late && !row.standing.is_late()) return false;
    if (filter.fresh && ideas::column_of(card.state) != ideas::Column::fresh) return false;
    if (filter.results && row.standing.next != ideas::Next::write_result) return false;
    if (filter.still && (row.standing.waited_days < still_days || card.state == State::closed)) return false;
    if (filter.from_course && card.text("origin").find("\"session_title\":\"") == std::string::npos) return false;
    if (!filter.waits_for.empty() && whose_step(card) != filter.waits_for) return false;
    if (!filter.giver.empty() && card.text("giver_category") != filter.giver) return false;
    if (!filter.area.empty() && card.text("area") != filter.area) return false;
    return filter.unit.empty() || card.text("unit") == filter.unit;
}

int answered_of(const ideas::IdeaCard& card) {
    int bits = 0;
    if (card.text("picture").empty()) return bits;
    for (std::size_t i = 0; i < picture_parts.size(); ++i) {
        if (ideas::is_filled(card, "idea.picture/" + std::string(picture_parts[i]))) bits |= 1 << i;
    }
    return bits;
}

/// Warnings first, then what has waited longest; what is finished comes last.
bool waits_longer(const RegisterRow& a, const RegisterRow& b) {
    const auto key = [](const RegisterRow& row) {
        const bool done = row.card->state == State::closed || row.card->state == State::parked;
        return std::make_tuple(-std::min(row.standing.late_days, 1), row.standing.is_late() ? false : done,
                               -row.standing.late_days, -row.standing.waited_days);
    };
    return key(a) < key(b);
}

template <typename Key>
void sort_by(std::vector<RegisterRow>& rows, bool reversed, const Key& key) {
    std::vector<std::pair<decltype(key(rows.front())), std::size_t>> keys;
    keys.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) keys.emplace_back(key(rows[i]), i);
    std::stable_sort(keys.begin(), keys.end(), [reversed](const auto& a, const auto& b) {
        return reversed ? b.first < a.first : a.first < b.first;
    });
    std::vector<RegisterRow> sorted;
    sorted.reserve(rows.size());
    for (const auto& [unused, index] : keys) sorted.push_back(rows[index]);
    rows = std::move(sorted);
}

void sort_rows(std::vector<RegisterRow>& rows, const RegisterSort& sort) {
    // Numbers stand in the register's own order already, the newest first.
    const auto folded = [](const std::string& text) { return base::collation_key(text); };
    switch (sort.by) {
        case RegisterSort::By::waited:
            std::stable_sort(rows.begin(), rows.end(), waits_longer);
            if (sort.reversed) std::reverse(rows.begin(), rows.end());
            return;
        case RegisterSort::By::number:
            if (sort.reversed) std::reverse(rows.begin(), rows.end());
            return;
        case RegisterSort::By::title:
            return sort_by(rows, sort.reversed, [&](const RegisterRow& row) { return folded(row.card->title); });
        case RegisterSort::By::state:
            return sort_by(rows, sort.reversed,
                           [](const RegisterRow& row) { return static_cast<int>(row.card->state); });
        case RegisterSort::By::picture:
            return sort_by(rows, sort.reversed, [](const RegisterRow& row) {
                return -__builtin_popcount(static_cast<unsigned>(row.answered));
            });
        case RegisterSort::By::area:
            return sort_by(rows, sort.reversed, [&](const RegisterRow& row) { return folded(row.card->text("area")); });
        case RegisterSort::By::owner:
            return sort_by(rows, sort.reversed,
                           [&](const RegisterRow& row) { return folded(ideas::responsible(*row.card)); });
    }
}

template <typename TextOf>
std::vector<std::string> most_frequent(const std::vector<ideas::IdeaCard>& cards, const TextOf& text_of) {
    std::map<std::string, int> counts;
    for (const auto& card : cards) {
        if (std::string text = text_of(card); !text.empty()) ++counts[std::move(text)];
    }
    std::vector<std::pair<int, std::string>> sorted;
    for (const auto& [text, count] : counts) sorted.emplace_back(-count, text);
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < sorted.size() && i < 24; ++i) texts.push_back(sorted[i].second);
    return texts;
}

}  // namespace

void update_rows(RegisterRows& rows, const std::shared_ptr<const views::IdeasView>& view, const RegisterFilter& filter,
                 const RegisterSort& sort, std::int64_t now_ms) {
    auto today = base::to_local_date(now_ms);
    if (rows.of == view && rows.filter == filter && rows.sort == sort && rows.today == today) return;
    const bool same_cards = rows.of == view;
    rows.of = view;
    rows.filter = filter;
    rows.sort = sort;
    rows.today = std::move(today);
    rows.shown.clear();
    for (auto& column : rows.columns) column.clear();
    if (view == nullptr) return;
    if (!same_cards) {
        const auto column = [&view](std::string_view name) {
            return most_frequent(view->cards, [name](const ideas::IdeaCard& card) { return card.text(name); });
        };
        rows.givers = column("giver_category");
        rows.areas = column("area");
        rows.units = column("unit");
        rows.roles = most_frequent(view->cards, whose_step);
    }
    for (const auto& card : view->cards) {
        RegisterRow row{&card, ideas::standing_of(card, now_ms), answered_of(card)};
        if (fits(row, filter)) rows.shown.push_back(row);
    }
    sort_rows(rows.shown, sort);
    for (std::size_t i = 0; i < rows.shown.size(); ++i) {
        rows.columns[static_cast<std::size_t>(ideas::column_of(rows.shown[i].card->state))].push_back(i);
    }
    for (auto& column : rows.columns) {
        std::stable_sort(column.begin(), column.end(),
                         [&rows](std::size_t a, std::size_t b) { return waits_longer(rows.shown[a], rows.shown[b]); });
    }
}

}  // namespace ui
