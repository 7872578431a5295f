#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/cells.hpp"

namespace model {

/// A Change in the making. Writers set fields; `finish` gives it stamps, salts, digests, prior stamps and an id.
/// Registrar's thread (or a subcommand's only thread).
class Draft {
  public:
    Draft(std::string author, std::string label) {
        change_.author = std::move(author);
        change_.label = std::move(label);
    }
    void set(const Id& entity, std::string_view field, Value value);
    void set(const Id& entity, std::string_view field, std::string_view text) { set(entity, field, of_text(text)); }
    void set(const Id& entity, std::string_view field, const std::string& text) { set(entity, field, of_text(text)); }
    void set(const Id& entity, std::string_view field, const char* text) { set(entity, field, of_text(text)); }
    void set(const Id& entity, std::string_view field, const Id& id) { set(entity, field, of_id(id)); }
    void set(const Id& entity, std::string_view field, std::int64_t number) { set(entity, field, Value{number}); }
    void set(const Id& entity, std::string_view field, int number) { set(entity, field, std::int64_t{number}); }
    void unset(const Id& entity, std::string_view field) { set(entity, field, Value{}); }
    void reverses(const Place& place) { change_.reverses = place; }
    bool empty() const { return change_.facts.empty(); }
    /// Facts that it would have.
    std::size_t size() const { return change_.facts.size(); }
    /// Lets go of facts whose value already stands, as `finish` does.
    void drop_standing(const Cells& cells);
    const std::string& label() const { return change_.label; }

    /// Facts whose value already stands are dropped. `place.seq` and `chain` are left for the journal.
    Change finish(const Cells& cells, HybridClock& clock) &&;

  private:
    Change change_;
    // Where an entity's facts are, once there are many: a Change may be of thousands of entities.
    std::unordered_map<Id, std::vector<std::size_t>, base::IdHash> places_;
};

/// Gives the facts of an undo: for each fact of `done` whose cell still holds that deed (by stands_for), the value that
/// stood before, read through `prior` (entity, field, prior_at → fact; empty optional = nothing stood).
struct Undo {
    Change change;            // empty facts = nothing of it stands any more
    int kept_for_others = 0;  // fields that somebody has changed since
};
using PriorReader = std::function<std::optional<Fact>(const Id& entity, std::string_view field, const Stamp& at)>;
Undo plan_undo(const Change& done, const Cells& cells, const PriorReader& prior, HybridClock& clock,
               std::string author);

}  // namespace model
