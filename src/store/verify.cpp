#include <array>

#include "store/file_schema.hpp"
#include "store/verify_private.hpp"

namespace store {
namespace {

/// More sentences than this help nobody; the rest is counted.
constexpr std::int64_t most_faults = 200;

using Part = base::Done (Verifier::*)();
constexpr std::array<Part, 6> parts{&Verifier::look_at_pages,    &Verifier::look_at_rows,   &Verifier::look_at_chains,
                                    &Verifier::look_at_erasures, &Verifier::look_at_tables, &Verifier::look_at_blobs};

}  // namespace

base::Result<VerifyReport> verify(const base::Path& file, const Progress& progress) {
    IR_TRY(auto db, open_to_read(file));
    IR_DO(db.execute("BEGIN"));  // one snapshot: a host may go on writing beside us
    Verifier verifier(db, progress);
    auto done = verifier.count();
    for (const auto part : parts) {
        if (done) done = (verifier.*part)();
    }
    if (!done && done.error().code != base::Code::corrupt) return tl::unexpected<base::Error>(done.error());
    if (!done) verifier.fault(base::tr("verify.sqlite", {{"what", done.error().what}}));
    auto& report = verifier.report();
    const auto told = static_cast<std::int64_t>(report.faults.size());
    if (told > most_faults) {
        report.faults.resize(most_faults);
        report.faults.push_back(base::tr("verify.more", {{"count", std::to_string(told - most_faults)}}));
    }
    return std::move(report);
}

void Verifier::fault(std::string sentence) {
    report_.faults.push_back(std::move(sentence));
}

base::Result<std::int64_t> Verifier::number(std::string_view sql) {
    IR_TRY(const auto value, reader_.db().read_one(sql));
    return model::int_of(value);
}

base::Done Verifier::tell(std::int64_t more) {
    done_ += more;
    if (progress_ && !progress_(done_, of_)) return base::refuse(base::Code::closed, "stopped");
    return {};
}

base::Done Verifier::count() {
    IR_TRY(report_.changes, number("SELECT count(*) FROM change"));
    IR_TRY(report_.facts, number("SELECT count(*) FROM fact"));
    IR_TRY(report_.erased, number("SELECT count(*) FROM fact WHERE salt IS NULL"));
    IR_TRY(report_.quarantined, number("SELECT count(*) FROM quarantine"));
    of_ = report_.changes * 2 + 1;
    return {};
}

base::Done Verifier::look_at_pages() {
    IR_TRY(auto rows, reader_.db().prepare("PRAGMA integrity_check(20)"));
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) break;
        if (rows.text_view(0) != "ok") fault(base::tr("verify.sqlite", {{"what", rows.text(0)}}));
    }
    return tell(1);
}

base::Done Verifier::look_at_rows() {
    const auto column = [](const Statement& row, const std::string& node, const std::string& seq) {
        return base::tr("verify.column", {{"node", node}, {"seq", seq}, {"what", row.text(2)}});
    };
    IR_DO(
        each("SELECT node, seq, CASE WHEN typeof(id) IS NOT 'blob' OR length(id) IS NOT 16 THEN 'id' "
             "WHEN typeof(chain) IS NOT 'blob' OR length(chain) IS NOT 32 THEN 'chain' "
             "WHEN typeof(at) IS NOT 'integer' THEN 'at' WHEN typeof(author) IS NOT 'text' THEN 'author' "
             "WHEN typeof(label) IS NOT 'text' THEN 'label' WHEN typeof(schema_version) IS NOT 'integer' OR "
             "schema_version < 1 THEN 'schema_version' "
             "WHEN (reverses_node IS NULL) IS NOT (reverses_seq IS NULL) THEN 'reverses' END AS what "
             "FROM change WHERE what IS NOT NULL",
             column));
    IR_DO(
        each("SELECT node, seq, CASE WHEN typeof(entity) IS NOT 'blob' OR length(entity) IS NOT 16 THEN 'entity' "
             "WHEN typeof(field) IS NOT 'text' THEN 'field' "
             "WHEN typeof(digest) IS NOT 'blob' OR length(digest) IS NOT 32 THEN 'digest' "
             "WHEN typeof(stamp) IS NOT 'blob' OR length(stamp) IS NOT 28 THEN 'stamp' "
             "WHEN salt IS NOT NULL AND (typeof(salt) IS NOT 'blob' OR length(salt) IS NOT 16) THEN 'salt' "
             "WHEN salt IS NULL AND value IS NOT NULL THEN 'value' "
             "WHEN prior_at IS NOT NULL AND length(prior_at) IS NOT 28 THEN 'prior_at' "
             "WHEN stands_for IS NOT NULL AND length(stands_for) IS NOT 28 THEN 'stands_for' END AS what "
             "FROM fact WHERE what IS NOT NULL",
             column));
    IR_DO(
        each("SELECT node, seq FROM fact f WHERE NOT EXISTS "
             "(SELECT 1 FROM change c WHERE c.node = f.node AND c.seq = f.seq) GROUP BY node, seq",
             [](const Statement&, const std::string& node, const std::string& seq) {
                 return base::tr("verify.stray_fact", {{"node", node}, {"seq", seq}});
             }));
    IR_DO(
        each("SELECT node, seq FROM fact GROUP BY node, seq HAVING max(n) - min(n) IS NOT count(*) - 1 OR "
             "min(n) NOT IN (0, 1)",
             [](const Statement&, const std::string& node, const std::string& seq) {
                 return base::tr("verify.facts", {{"node", node}, {"seq", seq}});
             }));
    for (const std::string guard :
         {"change_grows", "change_stays", "change_kept", "fact_grows", "fact_kept", "fact_stays"}) {
        IR_TRY(const auto there,
               number("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name = '" + guard + "'"));
        if (there == 0) fault(base::tr("verify.trigger", {{"what", guard}}));
    }
    return {};
}

base::Done Verifier::look_at_chains() {
    IR_TRY(auto nodes, reader_.db().prepare("SELECT no, id FROM node ORDER BY no"));
    for (;;) {
        IR_TRY(const bool row, nodes.step());
        if (!row) return {};
        IR_TRY(const auto node, reader_.node_of(nodes.integer(0)));
        IR_DO(look_at_chain(nodes.integer(0), node));
    }
}

base::Done Verifier::look_at_chain(std::int64_t node_number, const Id& node) {
    IR_TRY(auto rows, reader_.db().prepare("SELECT seq FROM change WHERE node = ? ORDER BY seq"));
    rows.bind(1, node_number);
    model::Digest previous{};
    std::uint64_t expected = 1;
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return {};
        const auto seq = static_cast<std::uint64_t>(rows.integer(0));
        if (seq != expected) {
            fault(base::tr(
                "verify.gap",
                {{"node", node.text()}, {"expected", std::to_string(expected)}, {"found", std::to_string(seq)}}));
        }
        const auto change = reader_.read_change({node, seq});
        if (change && *change) {
            look_at_change(**change, previous);
            previous = (*change)->chain;
        } else if (!change) {
            if (change.error().code != base::Code::corrupt) return tl::unexpected<base::Error>(change.error());
            fault(base::tr("verify.change",
                           {{"node", node.text()}, {"seq", std::to_string(seq)}, {"what", change.error().what}}));
        }
        expected = seq + 1;
        IR_DO(tell(1));
    }
}

void Verifier::look_at_change(const model::Change& change, const model::Digest& previous) {
    const auto node = change.place.node.text();
    const auto seq = std::to_string(change.place.seq);
    if (model::chain_of(previous, change) != change.chain) {
        fault(base::tr("verify.chain", {{"node", node}, {"seq", seq}}));
    }
    bool digests_right = true;
    for (const auto& fact : change.facts) {
        if (fact.erased || model::digest_of(fact.salt, fact.value) == fact.digest) continue;
        digests_right = false;
        fault(base::tr("verify.digest", {{"node", node}, {"seq", seq}, {"field", fact.field}}));
    }
    if (!digests_right) return;
    if (const auto formed = model::check_change(change); !formed) {
        fault(base::tr("verify.change", {{"node", node}, {"seq", seq}, {"what", formed.error().what}}));
    }
}

}  // namespace store
