// What is going on in a register, and must end before some of it is erased.
#include <set>

#include "store/care_private.hpp"
#include "store/reader.hpp"

namespace store {

base::Result<std::string> find_open_course(Db& db, const ErasurePlan& plan) {
    IR_TRY(auto query,
           db.prepare("SELECT coalesce(title, ''), lower(hex(entity)) FROM session WHERE course_blob = ? AND ended_at "
                      "IS NULL AND entity IN (SELECT session FROM kept)"));
    for (const auto& found : plan.found) {
        if (found.where != "blob") continue;
        query.reset();
        IR_TRY(const bool open, query.bind_text(1, found.field).step());
        if (!open) continue;
        auto title = query.text(0);
        return title.empty() ? query.text(1) : title;
    }
    return std::string();
}

base::Result<std::vector<std::string>> find_open_votes(Db& db, const ErasurePlan& plan) {
    IR_TRY(auto query, db.prepare("SELECT coalesce(question, '') FROM poll WHERE entity = ? AND state = 'open'"));
    std::set<Id> seen;
    std::vector<std::string> questions;
    for (const auto& found : plan.found) {
        const bool frozen = found.field == "poll.options" || found.field == "poll.params";
        if (found.where != "fact" || !frozen || !seen.insert(found.entity).second) continue;
        query.reset();
        IR_TRY(const bool open, query.bind_blob(1, found.entity.bytes).step());
        if (open) questions.push_back(query.text(0));
    }
    return questions;
}

base::Result<std::vector<std::string>> find_open_urns(Db& db, const base::Path& file) {
    IR_TRY(auto query, db.prepare("SELECT coalesce(question, '') FROM poll WHERE entity = ? AND method = 'consent'"));
    std::vector<std::string> questions;
    for (const auto& poll : find_urns(file)) {
        query.reset();
        IR_TRY(const bool written, query.bind_blob(1, poll.bytes).step());
        if (written) questions.push_back(query.text(0));
    }
    return questions;
}

}  // namespace store
