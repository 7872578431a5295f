#include "paint/journey.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/language.hpp"
#include "paint/result_rows.hpp"

namespace paint {
namespace {

struct Kind {
    std::string_view type, colour;
    bool slim = false;
};
// In the order of work; kinds that are not here come last.
constexpr std::array<Kind, 7> kinds{{{"step", "sol"},
                                     {"touchpoint", "himmel", true},
                                     {"need", "ros"},
                                     {"hmw", "himmel"},
                                     {"idea", "mint"},
                                     {"theme", "lila"},
                                     {"next_step", "aprikos"}}};

std::size_t order_of(std::string_view type) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [type](const Kind& kind) { return kind.type == type; });
    return static_cast<std::size_t>(found - kinds.begin());
}

/// Finds phases by what notes say and by what they belong to.
class Sorter {
  public:
    Sorter(std::span<const views::NoteView> notes, const std::vector<Journey::Phase>& phases)
        : notes_(notes), phases_(phases) {
        for (std::size_t i = 0; i < notes.size(); ++i) by_id_.emplace(notes[i].id, i);
    }

    std::size_t phase_of(std::size_t note) const {
        // A note belongs to one that belongs to one …; ten steps are more than there are, and end a circle.
        for (int depth = 0; depth < 10; ++depth) {
            const auto& group = notes_[note].group;
            const auto found =
                std::find_if(phases_.begin(), phases_.end(), [&group](const auto& phase) { return phase.id == group; });
            if (found != phases_.end()) return static_cast<std::size_t>(found - phases_.begin());
            const auto parent = by_id_.find(notes_[note].parent);
            if (parent == by_id_.end()) return 0;
            note = parent->second;
        }
        return 0;
    }

  private:
    std::span<const views::NoteView> notes_;
    const std::vector<Journey::Phase>& phases_;
    std::map<base::Id, std::size_t> by_id_;
};

const views::PollView* latest_feelings(std::span<const views::PollView> polls) {
    const views::PollView* latest = nullptr;
    for (const auto& poll : polls) {
        const bool shown = poll.outcome && poll.outcome->method == methods::Method::feelings;
        if (shown && (latest == nullptr || poll.round >= latest->round)) latest = &poll;
    }
    return latest;
}

void add_feelings(Journey& journey, std::span<const views::NoteView> notes, const views::PollView& poll) {
    journey.lowest = poll.form.rule.lowest;
    journey.highest = poll.form.rule.highest;
    journey.answers = poll.outcome->voted;
    const auto steps = std::find_if(journey.lanes.begin(), journey.lanes.end(),
                                    [](const Journey::Lane& lane) { return lane.type == "step"; });
    if (steps == journey.lanes.end()) return;
    for (std::size_t phase = 0; phase < steps->cells.size(); ++phase) {
        const auto& cell = steps->cells[phase];
        for (std::size_t place = 0; place < cell.size(); ++place) {
            const auto& note = notes[cell[place]];
            const auto row = std::find_if(poll.outcome->rows.begin(), poll.outcome->rows.end(),
                                          [id = note.id.text()](const auto& one) { return one.option == id; });
            if (row == poll.outcome->rows.end() || !row->spread) continue;
            journey.feelings.push_back({phase, place, cell.size(), note.text, row->spread->low.value(),
                                        row->spread->median.value(), row->spread->high.value(),
                                        number_text(row->spread->median), note.id});
        }
    }
}

}  // namespace

Journey::Lane& lane_of(Journey& journey, const std::string& type) {
    const auto lane = std::find_if(journey.lanes.begin(), journey.lanes.end(),
                                   [&type](const Journey::Lane& one) { return one.type == type; });
    if (lane != journey.lanes.end()) return *lane;
    const auto order = order_of(type);
    const auto kind = order < kinds.size() ? kinds[order] : Kind{type, "sand"};
    const auto before = std::find_if(journey.lanes.begin(), journey.lanes.end(),
                                     [order](const auto& one) { return order_of(one.type) > order; });
    Journey::Lane made{type, std::string(kind.colour), kind.slim, {}};
    made.cells.resize(journey.phases.size());
    return *journey.lanes.insert(before, std::move(made));
}

Journey journey_of(std::span<const views::NoteView> notes, std::span<const views::Labelled> phases,
                   std::span<const views::PollView> polls) {
    Journey journey;
    for (const auto& phase : phases) journey.phases.push_back({phase.id, phase.label});
    if (journey.phases.empty()) journey.phases.push_back({});
    const Sorter sorter(notes, journey.phases);
    for (std::size_t i = 0; i < notes.size(); ++i) {
        if (notes[i].hidden) continue;
        auto& lane = lane_of(journey, notes[i].type);
        lane.cells[sorter.phase_of(i)].push_back(i);
    }
    if (const auto* poll = latest_feelings(polls)) add_feelings(journey, notes, *poll);
    return journey;
}

}  // namespace paint
