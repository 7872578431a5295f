#include "views/board_reading.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "base/language.hpp"
#include "base/text.hpp"
#include "model/board_groups.hpp"
#include "views/board_list.hpp"
#include "views/board_rows.hpp"
#include "views/board_steps_private.hpp"

namespace views {
namespace {

using model::Item;
using model::ItemType;

constexpr std::size_t most_end_words = 60;  // graphemes of what a line joins

using ThingsById = std::unordered_map<base::Id, const Item*, base::IdHash>;

ThingsById things_by_id(const std::vector<Item>& items) {
    ThingsById found;
    for (const auto& item : items) found.emplace(item.id, &item);
    return found;
}

std::string name_of_end(const ThingsById& things, const model::LineEnd& end) {
    const auto found = things.find(end.item);
    if (end.item.empty() || found == things.end()) return {};
    const auto& item = *found->second;
    const auto name =
        base::first_graphemes(base::tidy(item.text.empty() ? item.photo_shows : item.text), most_end_words);
    return name.empty() && item.type == ItemType::image ? base::tr("board.type.image") : name;
}

/// Empty: it joins nothing that has words.
std::string words_of_line(const ThingsById& things, const Item& line) {
    const auto from = name_of_end(things, line.from), to = name_of_end(things, line.to);
    if (from.empty() || to.empty()) return {};
    const auto key = "board.means." + line.means;
    const auto means = line.means.empty() ? key : base::tr(key);
    auto words = means == key ? base::tr("board.line.plain", {{"from", from}, {"to", to}})
                              : base::tr("board.line.said", {{"from", from}, {"means", means}, {"to", to}});
    if (!line.text.empty()) words += ": " + base::tidy(line.text);
    return words;
}

/// Frame by frame, each thing once.
class BoardReading {
  public:
    BoardReading(const model::BoardForm* form, std::string_view language, const std::vector<Item>& items)
        : form_(form), language_(language), items_(items), groups_(model::named_groups_by_id(items)) {
        for (const auto& item : items) {
            if (item.type == ItemType::frame) frames_.push_back(&item);
        }
        smallest_first_ = frames_;
        std::stable_sort(smallest_first_.begin(), smallest_first_.end(), [](const Item* a, const Item* b) {
            return a->place.w * a->place.h < b->place.w * b->place.h;
        });
        std::sort(frames_.begin(), frames_.end(), [this](const Item* a, const Item* b) {
            return std::tuple(rank_of(*a), reading_place(*a)) < std::tuple(rank_of(*b), reading_place(*b));
        });
    }

    std::vector<ReadItem> read() {
        sort_things();
        read_in(nullptr, true);
        for (const auto* frame : frames_) {
            if (!is_told_above(*frame) || inside_.contains(frame)) {
                add(*frame, frame->text.empty() ? label_of(*frame) : std::string());
            }
            read_in(frame, true);
            read_in(frame, false);
        }
        read_in(nullptr, false);
        for (const auto& [line, words] : lines_) add(*line, words);
        return std::move(read_);
    }

  private:
    /// Headings of lanes and columns, fields in the form's order, and the table of what else is said.
    std::size_t rank_of(const Item& frame) const {
        if (form_ == nullptr) return 0;
        const auto field = std::find_if(form_->fields.begin(), form_->fields.end(),
                                        [&frame](const auto& one) { return one.id == frame.slot; });
        if (field != form_->fields.end()) return 1 + static_cast<std::size_t>(field - form_->fields.begin());
        if (frame.slot.starts_with(row_slot)) return form_->fields.size() + 2;
        return frame.slot.starts_with("form.") ? 0 : form_->fields.size() + 1;
    }
    std::string label_of(const Item& frame) const {
        const auto* field = form_ == nullptr ? nullptr : form_->find_field(frame.slot);
        return field == nullptr ? std::string() : model::text_in(field->label, language_);
    }
    /// The cell of a lane that is told with the steps above it.
    bool is_told_above(const Item& frame) const {
        const auto* above =
            form_ != nullptr && form_->rows && form_->rows->steps ? field_above(*form_->rows, frame.slot) : nullptr;
        return above != nullptr && filled_.contains(*above);
    }
    const Item* frame_of(const Item& item, bool any) const {
        const auto centre = item.place.centre();
        for (const auto* frame : smallest_first_) {
            if ((any || !frame->slot.starts_with("form.")) && frame->place.contains(centre)) return frame;
        }
        return nullptr;
    }

    void sort_things() {
        const auto things = things_by_id(items_);
        std::vector<const Item*> written;
        const Item* lies_in = nullptr;
        for (const auto& row : board_rows(form_, language_, items_)) {
            const auto found = things.find(row.item);
            if (found == things.end()) continue;
            written.push_back(found->second);
            if (row.lane.empty()) {
                lies_in = frame_of(*found->second, false);
                filled_.insert(row.field);
            } else {
                below_.emplace(found->second, row.lane + ": " + (row.text.empty() ? row.photo_shows : row.text));
            }
            inside_[lies_in].push_back(found->second);
        }
        for (const auto& item : items_) {
            if (item.type == ItemType::frame) continue;
            if (item.type == ItemType::line) {
                lines_.emplace_back(&item, is_furniture(item) ? std::string() : words_of_line(things, item));
            } else if (is_furniture(item)) {
                furniture_[frame_of(item, true)].push_back(&item);
            } else if (item.type == ItemType::stamp || item.type == ItemType::ink) {
                const auto centre = item.place.centre();
                const auto under = std::find_if(written.begin(), written.end(), [&](const Item* one) {
                    return item.type == ItemType::stamp && one->place.contains(centre);
                });
                if (under != written.end()) {
                    stamps_[*under].push_back(&item);
                } else {
                    inside_[frame_of(item, false)].push_back(&item);
                }
            }
        }
        for (auto& [frame, all] : furniture_) {
            std::stable_sort(all.begin(), all.end(), [](const Item* a, const Item* b) {
                return a->place.y != b->place.y ? a->place.y < b->place.y : a->place.x < b->place.x;
            });
        }
    }

    void read_in(const Item* frame, bool furniture) {
        const auto& of = furniture ? furniture_ : inside_;
        const auto found = of.find(frame);
        if (found == of.end()) return;
        for (const auto* item : found->second) {
            if (groups_.contains(item->group) && said_.insert(item->group).second) {
                read_.push_back({item->group, true, {}});
            }
            const auto below = below_.find(item);
            add(*item, below == below_.end() ? std::string() : below->second);
            if (const auto on = stamps_.find(item); on != stamps_.end()) {
                for (const auto* stamp : on->second) add(*stamp, {});
            }
        }
    }
    void add(const Item& item, std::string instead) { read_.push_back({item.id, false, std::move(instead)}); }

    using ByPlace = std::unordered_map<const Item*, std::vector<const Item*>>;

    const model::BoardForm* form_;
    std::string_view language_;
    const std::vector<Item>& items_;
    std::unordered_map<base::Id, model::ItemGroup, base::IdHash> groups_;
    std::vector<const Item*> frames_, smallest_first_;
    ByPlace inside_, furniture_;                          // by frame; null: none
    ByPlace stamps_;                                      // by what they lie on
    std::unordered_map<const Item*, std::string> below_;  // what is said of those that lie below a step
    std::set<std::string> filled_;                        // fields in which something lies
    std::vector<std::pair<const Item*, std::string>> lines_;
    std::set<base::Id> said_;  // named groups
    std::vector<ReadItem> read_;
};

}  // namespace

std::tuple<double, double, base::Id> reading_place(const Item& item) {
    constexpr double row = 100;
    return {std::floor(item.place.y / row), item.place.x, item.id};
}

std::map<base::Id, std::string> say_lines(const std::vector<Item>& items) {
    std::map<base::Id, std::string> said;
    const auto things = things_by_id(items);
    for (const auto& item : items) {
        if (item.type != ItemType::line || is_furniture(item)) continue;
        if (auto words = words_of_line(things, item); !words.empty()) said.emplace(item.id, std::move(words));
    }
    return said;
}

std::vector<ReadItem> reading_order(const model::BoardForm* form, std::string_view language,
                                    const std::vector<Item>& items) {
    return BoardReading(form, language, items).read();
}

}  // namespace views
