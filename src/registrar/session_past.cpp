#include "registrar/session_past.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <tuple>
#include <utility>

#include "registrar/timeline.hpp"
#include "registrar/wall_cells.hpp"

namespace registrar {
namespace {

constexpr std::size_t most_touched_objects = 100;

bool is_of_object(std::string_view field) {
    constexpr std::array<std::string_view, 3> kinds{"note.", "cluster.", "persona."};
    return std::any_of(kinds.begin(), kinds.end(), [field](auto kind) { return field.starts_with(kind); });
}

/// What a board shows. Words as they stood before the trainer put them right were shown to nobody.
bool is_of_boards(std::string_view field) {
    constexpr std::array<std::string_view, 5> others{"session.block", "block.phase", "block.column", "idea.number",
                                                     "idea.state"};
    if (field == "note.original_text") return false;
    return is_of_object(field) || std::find(others.begin(), others.end(), field) != others.end();
}

/// Is there a mark for a Change that did no more than this? Steps in the register and phases change no board.
bool makes_moment(std::string_view field) {
    return field != "block.phase" && field != "idea.state";
}

}  // namespace

SessionPast::SessionPast(Book& book, const Id& session, std::vector<Id> entities)
    : book_(book),
      session_(session),
      entities_(std::move(entities)),
      heard_(book.saved_head()),
      known_(entities_.begin(), entities_.end()) {}

base::Result<bool> SessionPast::read_some(int most_ms) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(most_ms);
    std::size_t steps = 0;
    const auto rests = [&] { return ++steps % 16 == 0 && std::chrono::steady_clock::now() > until; };
    while (!is_complete()) {
        for (; read_ < entities_.size(); ++read_) {
            if (rests()) return false;
            const auto entity = entities_[read_];
            IR_DO(book_.reader().read_facts(entity, [this](const store::SeenFact& seen) {
                if (!is_of_boards(seen.fact.field)) return;
                take(seen.fact, change_number(seen.place, seen.at_ms, seen.author, seen.label));
            }));
        }
        for (; heard_ < book_.head(); ++heard_) {
            if (rests()) return false;
            IR_TRY(const auto change, book_.read_change({book_.clock().node(), heard_ + 1}));
            hear(change);
        }
    }
    return true;
}

base::Done SessionPast::read_all() {
    while (!is_complete()) IR_DO(read_some(1000));
    return {};
}

std::uint32_t SessionPast::change_number(const model::Place& place, std::int64_t at_ms, std::string_view author,
                                         std::string_view label) {
    const auto [at, fresh] = change_numbers_.try_emplace(place, static_cast<std::uint32_t>(changes_.size()));
    if (fresh) changes_.push_back({at_ms, std::string(author), std::string(label)});
    return at->second;
}

void SessionPast::take(const model::Fact& fact, std::uint32_t change) {
    if (fact.field == "note.cluster" && !fact.erased) {
        const auto cluster = model::id_of(fact.value);
        if (!cluster.empty() && known_.insert(cluster).second) {
            entities_.push_back(cluster);
            gone_clusters_.push_back(cluster);
        }
    }
    events_.push_back({fact, change});
    settled_ = false;
}

/// What is born in this Change has all its facts in it and in those that follow.
void SessionPast::hear(const model::Change& change) {
    constexpr std::array<std::string_view, 3> births{"note.session", "cluster.session", "persona.session"};
    for (const auto& fact : change.facts) {
        const bool is_birth = std::find(births.begin(), births.end(), fact.field) != births.end();
        if (is_birth && model::id_of(fact.value) == session_) known_.insert(fact.entity);
    }
    for (const auto& fact : change.facts) {
        if (!is_of_boards(fact.field) || !known_.contains(fact.entity)) continue;
        take(fact, change_number(change.place, change.at_ms, change.author, change.label));
    }
}

/// In order of time; what was read from the disk and heard of as well stands once.
void SessionPast::settle() {
    if (std::exchange(settled_, true)) return;
    const auto key = [](const Event& event) { return std::tie(event.fact.stamp, event.fact.entity, event.fact.field); };
    std::sort(events_.begin(), events_.end(), [&key](const Event& a, const Event& b) { return key(a) < key(b); });
    const auto same = [&key](const Event& a, const Event& b) { return key(a) == key(b); };
    events_.erase(std::unique(events_.begin(), events_.end(), same), events_.end());
}

bool SessionPast::is_told(const model::Fact& fact) const {
    const bool of_note = fact.field.starts_with("note.") || fact.field.starts_with("idea.");
    const auto& now = book_.cells();
    return !of_note || (now.exists(fact.entity, "note") && now.number(fact.entity, "note.hidden") != 1);
}

/// Only of whoever still shows a name on the one note that this was done to.
std::string SessionPast::name_behind(const Header& header, const views::BoardMoment& moment,
                                     const model::Cells& then) const {
    if (header.author != "seat" || moment.touched.size() != 1) return {};
    const auto& note = moment.touched.front();
    if (book_.cells().text(note, "note.author_name").empty()) return {};
    return then.text(note, "note.author_name");
}

std::vector<views::BoardMoment> SessionPast::moments(const BoardOf& board_of) {
    settle();
    std::vector<bool> told(events_.size()), counts(changes_.size());
    std::vector<std::size_t> last_events(changes_.size());
    for (std::size_t i = 0; i < events_.size(); ++i) {
        told[i] = is_told(events_[i].fact);
        if (told[i]) last_events[events_[i].change] = i;
    }
    model::Cells then;
    std::map<std::string, std::ptrdiff_t> there;  // notes that are shown, by the block they were written in
    Board board;
    std::vector<views::BoardMoment> open(changes_.size()), moments;
    for (std::size_t i = 0; i < events_.size(); ++i) {
        if (!told[i]) continue;
        const auto& [fact, change] = events_[i];
        auto& moment = open[change];
        const bool of_note = fact.field.starts_with("note.");
        const auto count = [&, &note = fact.entity](std::ptrdiff_t by) {
            if (of_note && is_note_shown(then, session_, note)) there[then.text(note, "note.block")] += by;
        };
        count(-1);
        model::merge(then, fact);
        count(1);
        if (fact.field == "session.block") board = board_of(then.text(session_, "session.block"));
        counts[change] = counts[change] || makes_moment(fact.field);
        auto& touched = moment.touched;
        const bool is_listed = std::find(touched.rbegin(), touched.rend(), fact.entity) != touched.rend();
        if (is_of_object(fact.field) && !is_listed && touched.size() < most_touched_objects) {
            touched.push_back(fact.entity);
        }
        if (last_events[change] != i || !counts[change]) continue;
        const auto& header = changes_[change];
        moment.seq = moment_of(fact.stamp);
        moment.at_ms = header.at_ms;
        moment.label = header.label;
        moment.author = header.author;
        moment.name = name_behind(header, moment, then);
        moment.block = board.title;
        for (const auto& block : board.blocks) {
            if (const auto found = there.find(block); found != there.end()) {
                moment.items += static_cast<std::size_t>(found->second);
            }
        }
        moments.push_back(std::move(moment));
    }
    return moments;
}

model::Cells SessionPast::cells_at(std::uint64_t moment) {
    settle();
    model::Cells then;
    for (const auto& event : events_) {
        if (moment != 0 && moment_of(event.fact.stamp) > moment) break;
        if (is_told(event.fact)) model::merge(then, event.fact);
    }
    return then;
}

}  // namespace registrar
