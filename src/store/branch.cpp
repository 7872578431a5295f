#include "store/branch.hpp"

#include <algorithm>

#include "base/language.hpp"

namespace store {
namespace {

using base::Code;

std::array<std::uint8_t, 8> big_endian(std::uint64_t number) {
    std::array<std::uint8_t, 8> bytes{};
    for (unsigned i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
    return bytes;
}

std::int64_t as_signed(std::uint64_t seq) {
    return static_cast<std::int64_t>(seq);
}

base::Error at_place(base::Error error, const model::Place& place) {
    const auto seq = std::to_string(place.seq);
    if (error.code == Code::corrupt) {
        error = {error.code, base::tr("merge.broken_chain", {{"node", place.node.text()}, {"seq", seq}}), {}};
    } else if (error.code == Code::bad_input || error.code == Code::bad_text || error.code == Code::too_large) {
        error.what = base::tr("merge.bad_change", {{"node", place.node.text()}, {"seq", seq}, {"what", error.what}});
    }
    return error;
}

/// The guards that keep journal rows from being deleted stand aside while a branch moves, inside its transaction.
class GuardsAside {
  public:
    static base::Result<GuardsAside> begin(Db& db) {
        GuardsAside aside;
        IR_TRY(auto rows, db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND "
                                     "name IN ('change_kept', 'fact_kept')"));
        std::string drops;
        for (;;) {
            IR_TRY(const bool row, rows.step());
            if (!row) break;
            drops += "DROP TRIGGER " + rows.text(0) + ";";
            aside.again_ += rows.text(1) + ";\n";
        }
        rows.reset();
        IR_DO(db.execute(drops));
        return aside;
    }
    base::Done back(Db& db) { return db.execute(again_); }

  private:
    std::string again_;
};

base::Done delete_from(Db& db, const char* sql, std::int64_t node, std::uint64_t from) {
    IR_TRY(auto statement, db.prepare(sql));
    return statement.bind(1, node).bind(2, as_signed(from)).run();
}

/// Session rows name the Change that answered a client's message.
base::Done follow_in_session(Db& db, const model::Place& fork, const Id& branch) {
    IR_TRY(auto follow, db.prepare("UPDATE intent_seen SET node = ?, seq = seq - ? WHERE node = ? AND seq >= ?"));
    follow.bind_blob(1, branch.bytes).bind(2, as_signed(fork.seq) - 1).bind_blob(3, fork.node.bytes);
    return follow.bind(4, as_signed(fork.seq)).run();
}

/// Takes a branch out of its node. Its Changes are entered anew in the same transaction.
base::Done cut(Journal& journal, const model::Place& fork, Placed& placed) {
    auto& db = journal.reader().db();
    IR_TRY(const auto number, journal.reader().node_number(fork.node));
    IR_TRY(auto aside, GuardsAside::begin(db));
    for (const char* sql :
         {"DELETE FROM fact WHERE node = ? AND seq >= ?", "DELETE FROM change WHERE node = ? AND seq >= ?",
          "DELETE FROM quarantine WHERE node = ? AND seq >= ?", "DELETE FROM erased WHERE node = ? AND seq >= ?"}) {
        IR_DO(delete_from(db, sql, number, fork.seq));
    }
    IR_DO(aside.back(db));
    // What comes to stand at these places has not been indexed.
    IR_TRY(auto index, db.prepare("UPDATE search_progress SET seq = min(seq, ?) WHERE node = ?"));
    IR_DO(index.bind(1, as_signed(fork.seq) - 1).bind(2, number).run());
    IR_DO(journal.settle());  // `forget` reads the greatest stamp from the file
    if (std::find(placed.cut.begin(), placed.cut.end(), fork.node) == placed.cut.end()) {
        placed.cut.push_back(fork.node);
    }
    return journal.forget();
}

/// Places a whole stream that may already stand there, in part or altogether, or stand there differently.
base::Done place_stream(Journal& journal, Stream stream, Placed& placed) {
    for (std::size_t i = 0; i < stream.size(); ++i) {
        const auto& change = stream[i];
        IR_TRY(const auto head, journal.reader().read_head(change.place.node));
        if (change.place.seq <= head) {
            IR_TRY(const auto standing, journal.reader().read_chain(change.place));
            if (standing == change.chain) continue;
            stream.erase(stream.begin(), stream.begin() + static_cast<std::ptrdiff_t>(i));
            return place_branch(journal, std::move(stream), placed);
        }
        IR_DO(place_change(journal, change, placed));
    }
    return {};
}

}  // namespace

Id branch_id(const model::Place& fork, const model::Digest& link) {
    const auto seq = big_endian(fork.seq);
    return base::derived_id("iderum.branch.1", {fork.node.bytes, seq, link});
}

Stream reentered(Stream stream) {
    if (stream.empty()) return stream;
    const auto fork = stream.front().place;
    const auto branch = branch_id(fork, stream.front().chain);
    model::Digest previous{};
    for (auto& change : stream) {
        change.place = {branch, change.place.seq - fork.seq + 1};
        if (change.reverses && change.reverses->node == fork.node && change.reverses->seq >= fork.seq) {
            change.reverses = model::Place{branch, change.reverses->seq - fork.seq + 1};
        }
        change.chain = model::chain_of(previous, change);
        previous = change.chain;
    }
    return stream;
}

base::Done check_stream(const model::Digest& previous, const Stream& stream) {
    auto link = previous;
    for (const auto& change : stream) {
        if (const auto formed = model::check_change(change); !formed) {
            return tl::unexpected<base::Error>(at_place(formed.error(), change.place));
        }
        if (model::chain_of(link, change) != change.chain) {
            return tl::unexpected<base::Error>(at_place({Code::corrupt, {}, {}}, change.place));
        }
        link = change.chain;
    }
    return {};
}

base::Result<Stream> read_stream(JournalReader& reader, const Id& node, std::uint64_t from) {
    IR_TRY(const auto head, reader.read_head(node));
    Stream stream;
    for (auto seq = from; seq <= head; ++seq) {
        IR_TRY(auto change, reader.read_change({node, seq}));
        if (!change) return tl::unexpected<base::Error>(at_place({Code::corrupt, {}, {}}, {node, seq}));
        stream.push_back(std::move(*change));
    }
    return stream;
}

base::Result<std::uint64_t> find_fork(JournalReader& one, JournalReader& other, const Id& node) {
    IR_TRY(const auto one_head, one.read_head(node));
    IR_TRY(const auto other_head, other.read_head(node));
    const auto same_at = [&](std::uint64_t seq) -> base::Result<bool> {
        IR_TRY(const auto a, one.read_chain({node, seq}));
        IR_TRY(const auto b, other.read_chain({node, seq}));
        return a == b;
    };
    // Each link covers all before it, so the places where two chains agree are a prefix.
    std::uint64_t same = 0;
    std::uint64_t different = std::min(one_head, other_head);
    IR_TRY(const bool all_same, same_at(different));
    if (all_same) return 0;
    while (different - same > 1) {
        const auto middle = same + (different - same) / 2;
        IR_TRY(const bool agrees, same_at(middle));
        (agrees ? same : different) = middle;
    }
    return different;
}

base::Done place_change(Journal& journal, const model::Change& change, Placed& placed) {
    const auto added = journal.append_foreign(change);
    if (!added) return tl::unexpected<base::Error>(at_place(added.error(), change.place));
    if (!*added) return {};
    ++placed.added;
    IR_TRY(auto erasure, parse_erasure(journal.reader().db(), change));
    if (erasure) placed.erasures.push_back(std::move(*erasure));
    return {};
}

base::Done place_branch(Journal& journal, Stream stream, Placed& placed) {
    const auto fork = stream.front().place;
    IR_TRY(const auto before, journal.reader().read_chain({fork.node, fork.seq - 1}));
    IR_TRY(auto standing, read_stream(journal.reader(), fork.node, fork.seq));
    IR_DO(check_stream(before, stream));
    IR_DO(check_stream(before, standing));
    if (standing.front().chain < stream.front().chain) {
        placed.reentered += static_cast<std::int64_t>(stream.size());
        return place_stream(journal, reentered(std::move(stream)), placed);
    }
    placed.reentered += static_cast<std::int64_t>(standing.size());
    const auto branch = branch_id(fork, standing.front().chain);
    IR_DO(cut(journal, fork, placed));
    IR_DO(place_stream(journal, std::move(stream), placed));
    placed.added -= static_cast<std::int64_t>(standing.size());  // they only change their place
    IR_DO(place_stream(journal, reentered(std::move(standing)), placed));
    return follow_in_session(journal.reader().db(), fork, branch);
}

}  // namespace store
