#include "base/digest.hpp"
#include "store/erasure.hpp"
#include "store/verify_private.hpp"

namespace store {

base::Done Verifier::look_at_blobs() {
    auto& db = reader_.db();
    IR_TRY(auto blobs, db.prepare("SELECT sha256, content FROM blob ORDER BY sha256"));
    for (;;) {
        IR_TRY(const bool row, blobs.step());
        if (!row) break;
        const auto bytes = blobs.blob(1);
        const std::string content(bytes.begin(), bytes.end());
        if (base::to_hex(base::sha256(content)) != blobs.text_view(0)) {
            fault(base::tr("verify.blob", {{"hash", blobs.text_view(0)}}));
        }
    }
    IR_TRY(const auto erased, read_erased_blobs(db));
    IR_TRY(
        auto named,
        db.prepare("SELECT node, seq, field, value FROM fact WHERE field LIKE '%\\_blob' ESCAPE '\\' AND "
                   "length(value) = 64 AND value NOT GLOB '*[^0-9a-f]*' AND value NOT IN (SELECT sha256 FROM blob)"));
    for (;;) {
        IR_TRY(const bool row, named.step());
        if (!row) break;
        if (erased.contains(named.text(3))) continue;
        IR_TRY(const auto node, reader_.node_of(named.integer(0)));
        fault(base::tr("verify.blob_missing", {{"node", node.text()},
                                               {"seq", std::to_string(named.integer(1))},
                                               {"field", named.text_view(2)},
                                               {"hash", named.text_view(3)}}));
    }
    IR_TRY(report_.sweep_due, is_sweep_due(db));
    if (report_.sweep_due) fault(base::tr("verify.sweep_due"));
    return {};
}

}  // namespace store
