#pragma once
#include <span>

#include "model/change.hpp"

namespace model {

/// How facts of older programs are read (invariant 7). A step is a pure function that turns a fact as schema version
/// `from` wrote it into what version from + 1 would have written: another field name, another shape of value. Steps are
/// applied on read only: the journal keeps what was written, with its digest. A step never changes entity or stamp, so
/// the order of facts stays.
struct UpgradeStep {
    int from = 0;
    Fact (*apply)(Fact fact) = nullptr;
};

/// Every step there is, in order of `from`; one for each version since 1.
std::span<const UpgradeStep> upgrade_steps();

/// The fact as this program would have written it. `written_by` is the schema version of its Change; a newer one than
/// ours comes back as it is (and is not applied). Erased facts keep their name's change and stay erased.
Fact upgrade(Fact fact, int written_by, std::span<const UpgradeStep> steps = upgrade_steps());

}  // namespace model
