#include "store/session_tables.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "store/file_schema.hpp"

namespace store {
namespace {

std::int64_t flag(bool on) {
    return on ? 1 : 0;
}

struct RowWriter {
    Prepared& prepared;

    base::Done operator()(const SeatRow& row) const {
        IR_TRY(auto put, prepared.use("INSERT OR REPLACE INTO seat(seat, session, secret_hash, return_code, name, "
                                      "language, joined_at, show_name, muted, frozen) VALUES(?,?,?,?,?,?,?,?,?,?)"));
        put->bind_blob(1, row.seat.bytes).bind_blob(2, row.session.bytes).bind_text(3, row.secret_hash);
        put->bind_text(4, row.return_code).bind_text(5, row.name).bind_text(6, row.language);
        put->bind(7, row.joined_at_ms).bind(8, flag(row.show_name)).bind(9, flag(row.muted));
        return put->bind(10, flag(row.frozen)).run();
    }
    base::Done operator()(const DrawnRow& row) const {
        IR_TRY(auto put, prepared.use("INSERT OR REPLACE INTO drawn(poll, seat, n, session) VALUES(?,?,?,?)"));
        put->bind_blob(1, row.poll.bytes).bind_blob(2, row.seat.bytes).bind(3, std::int64_t{row.n});
        return put->bind_blob(4, row.session.bytes).run();
    }
    base::Done operator()(const SeenRow& row) const {
        IR_TRY(auto put, prepared.use("INSERT OR REPLACE INTO intent_seen(seat, client_id, node, seq, answer, session) "
                                      "VALUES(?,?,?,?,?,?)"));
        put->bind_blob(1, row.seat.bytes).bind_text(2, row.client_id).bind_blob(3, row.place.node.bytes);
        put->bind(4, static_cast<std::int64_t>(row.place.seq)).bind_text(5, row.answer);
        return put->bind_blob(6, row.session.bytes).run();
    }
    base::Done operator()(const HiddenNoteRow& row) const {
        IR_TRY(auto put, prepared.use("INSERT OR REPLACE INTO hidden_note(note, session, seat, content, waiting, at) "
                                      "VALUES(?,?,?,?,?,?)"));
        put->bind_blob(1, row.note.bytes).bind_blob(2, row.session.bytes).bind_blob(3, row.seat.bytes);
        return put->bind_text(4, row.content).bind(5, flag(row.waiting)).bind(6, row.at_ms).run();
    }
    base::Done operator()(const OwnRow& row) const {
        IR_TRY(auto put, prepared.use("INSERT OR REPLACE INTO own_note(seat, note, session) VALUES(?,?,?)"));
        return put->bind_blob(1, row.seat.bytes).bind_blob(2, row.note.bytes).bind_blob(3, row.session.bytes).run();
    }
    base::Done operator()(const KeptRow& row) const {
        IR_TRY(auto put, prepared.use("INSERT OR REPLACE INTO kept(session, key, value) VALUES(?,?,?)"));
        return put->bind_blob(1, row.session.bytes).bind_text(2, row.key).bind_text(3, row.value).run();
    }
    base::Done operator()(const WaitingPhotoRow& row) const {
        IR_TRY(auto put, prepared.use("INSERT OR REPLACE INTO waiting_photo(note, sha256, content) VALUES(?,?,?)"));
        put->bind_blob(1, row.note.bytes).bind_text(2, row.sha256_hex);
        return put->bind_blob(3, base::as_bytes(row.content)).run();
    }
    base::Done operator()(const PublishPhoto& row) const {
        IR_TRY(auto put, prepared.use("INSERT OR IGNORE INTO blob(sha256, media_type, content) "
                                      "SELECT sha256, 'image/jpeg', content FROM waiting_photo WHERE note = ?"));
        IR_DO(put->bind_blob(1, row.note.bytes).run());
        return drop_photo(row.note);
    }
    base::Done operator()(const DropKept& row) const {
        IR_TRY(auto drop, prepared.use("DELETE FROM kept WHERE session = ? AND key = ?"));
        return drop->bind_blob(1, row.session.bytes).bind_text(2, row.key).run();
    }
    base::Done operator()(const DropHidden& row) const {
        IR_TRY(auto drop, prepared.use("DELETE FROM hidden_note WHERE note = ?"));
        IR_DO(drop->bind_blob(1, row.note.bytes).run());
        return drop_photo(row.note);
    }
    base::Done operator()(const DropSeat& row) const {
        IR_TRY(auto drop, prepared.use("DELETE FROM seat WHERE seat = ?"));
        return drop->bind_blob(1, row.seat.bytes).run();
    }
    base::Done drop_photo(const Id& note) const {
        IR_TRY(auto drop, prepared.use("DELETE FROM waiting_photo WHERE note = ?"));
        return drop->bind_blob(1, note.bytes).run();
    }
    base::Done operator()(const EndSession& row) const {
        for (const char* sql :
             {"DELETE FROM waiting_photo WHERE note IN (SELECT note FROM hidden_note WHERE session = ?)",
              "DELETE FROM seat WHERE session = ?", "DELETE FROM drawn WHERE session = ?",
              "DELETE FROM intent_seen WHERE session = ?", "DELETE FROM hidden_note WHERE session = ?",
              "DELETE FROM own_note WHERE session = ?", "DELETE FROM kept WHERE session = ?"}) {
            IR_TRY(auto drop, prepared.use(sql));
            IR_DO(drop->bind_blob(1, row.session.bytes).run());
        }
        return {};
    }
};

/// Runs a query about one session and hands over each row.
template <class Take>
base::Done read_each(Prepared& prepared, const char* sql, const Id& session, Take take) {
    IR_TRY(auto query, prepared.use(sql));
    query->bind_blob(1, session.bytes);
    for (;;) {
        IR_TRY(const bool row, query->step());
        if (!row) return {};
        take(query);
    }
}

}  // namespace

base::Done write_session(Prepared& prepared, const SessionWrite& write) {
    return std::visit(RowWriter{prepared}, write);
}

base::Result<SessionRows> read_session_rows(Prepared& prepared, const Id& session) {
    SessionRows rows;
    IR_DO(read_each(prepared,
                    "SELECT seat, secret_hash, return_code, name, language, joined_at, show_name, muted, frozen "
                    "FROM seat WHERE session = ? ORDER BY joined_at, seat",
                    session, [&](const Borrowed& row) {
                        rows.seats.push_back({base::id_from(row->blob(0)), session, row->text(1), row->text(2),
                                              row->text(3), row->text(4), row->integer(5), row->integer(6) != 0,
                                              row->integer(7) != 0, row->integer(8) != 0});
                    }));
    IR_DO(read_each(prepared, "SELECT poll, seat, n FROM drawn WHERE session = ?", session, [&](const Borrowed& row) {
        rows.drawn.push_back(
            {base::id_from(row->blob(0)), base::id_from(row->blob(1)), static_cast<int>(row->integer(2)), session});
    }));
    IR_DO(read_each(
        prepared, "SELECT seat, client_id, node, seq, answer FROM intent_seen WHERE session = ?", session,
        [&](const Borrowed& row) {
            const model::Place place{base::id_from(row->blob(2)), static_cast<std::uint64_t>(row->integer(3))};
            rows.seen.push_back({base::id_from(row->blob(0)), row->text(1), place, row->text(4), session});
        }));
    IR_DO(read_each(prepared,
                    "SELECT note, seat, content, waiting, at FROM hidden_note WHERE session = ? ORDER BY at, note",
                    session, [&](const Borrowed& row) {
                        rows.hidden.push_back({base::id_from(row->blob(0)), session, base::id_from(row->blob(1)),
                                               row->text(2), row->integer(3) != 0, row->integer(4)});
                    }));
    IR_DO(read_each(prepared, "SELECT seat, note FROM own_note WHERE session = ?", session, [&](const Borrowed& row) {
        rows.own.push_back({base::id_from(row->blob(0)), base::id_from(row->blob(1)), session});
    }));
    IR_DO(read_each(prepared, "SELECT key, value FROM kept WHERE session = ?", session, [&](const Borrowed& row) {
        rows.kept.push_back({session, row->text(0), row->text(1)});
    }));
    return rows;
}

base::Result<bool> empty_sessions(Db& db, Leave leave) {
    std::int64_t dropped = 0;
    for (const char* table : {"seat", "drawn", "intent_seen", "hidden_note", "own_note"}) {
        IR_DO(db.execute(std::string("DELETE FROM ") + table));
        dropped += db.changes();
    }
    IR_DO(db.execute(leave == Leave::waiting ? "DELETE FROM kept WHERE session <> zeroblob(16)" : "DELETE FROM kept"));
    dropped += db.changes();
    IR_DO(drop_loose_photos(db));
    return dropped > 0;
}

}  // namespace store
