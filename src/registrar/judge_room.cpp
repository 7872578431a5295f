#include "base/language.hpp"
#include "registrar/workshop.hpp"

namespace registrar {

Judged Workshop::judge(const intents::RaiseHand& wish, const Asker& asker) {
    asker.seat->hand = wish.up;
    changed_mine(*asker.seat);
    changed();
    return Answer{};
}

Judged Workshop::judge(const intents::ChangeMe& wish, const Asker& asker) {
    auto& row = asker.seat->row;
    row.name = wish.name;
    row.show_name = wish.show_name;
    if (!wish.language.empty() && wish.language != row.language) {
        row.language = wish.language;
        if (!table_boards_.open.empty()) table_boards_.due.insert(row.seat);
        out_.emplace_back(intents::Resubscribe{asker.visitor, {channel_of(row.language)}});
    }
    changed_table(asker.seat->table);
    changed();
    return write_rows(asker, {row});
}

Judged Workshop::judge(const intents::Leave&, const Asker& asker) {
    // What was written stays; the seat can be taken again with its return code.
    asker.seat->hand = false;
    Rows rows;
    sit(*asker.seat, 0, rows);
    if (rows.empty()) return Answer{};
    return write_rows(asker, std::move(rows));
}

Judged Workshop::judge(const intents::Blank& wish, const Asker& asker) {
    auto change = draft(asker, "change.blank");
    change.set(session_, "session.blank", wish.on ? 1 : 0);
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::FreezePicture& wish, const Asker& asker) {
    frozen_ = wish.on ? frozen_ ? frozen_ : wall_view() : nullptr;
    return write_rows(asker, {});
}

Judged Workshop::judge(const intents::LockTablets& wish, const Asker& asker) {
    auto change = draft(asker, "change.lock_tablets");
    change.set(session_, "session.locked", wish.on ? 1 : 0);
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::TellTablets& wish, const Asker& asker) {
    auto change = draft(asker, "change.tell_tablets");
    change.set(session_, "session.message", wish.text);
    change.set(session_, "session.message_at", book_.now_ms());
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::Moderation& wish, const Asker& asker) {
    auto change = draft(asker, "change.moderation");
    change.set(session_, "session.moderation", wish.on ? "on" : "off");
    // Whether what is sent waits is told with the board.
    if (!table_boards_.open.empty()) {
        for (const auto* seat : seats_.all()) table_boards_.due.insert(seat->row.seat);
    }
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::MuteSeat& wish, const Asker& asker) {
    auto* seat = seats_.find(wish.seat);
    if (seat == nullptr) return base::refuse(base::Code::not_found, "seat");
    seat->row.muted = wish.on;
    changed_mine(*seat);
    return write_rows(asker, {seat->row});
}

Judged Workshop::judge(const intents::UseSeat& wish, const Asker& asker) {
    auto* seat = seats_.find(wish.seat);
    if (seat == nullptr) return base::refuse(base::Code::not_found, "seat");
    const bool is_another = wish.use != seat->use;
    seat->use = wish.use;
    changed_mine(*seat);
    changed();
    if (is_another && !seat->here.empty()) give_ballots(*seat);
    return write_rows(asker, {store::KeptRow{session_, use_key(wish.seat), std::string(intents::use_name(wish.use))}});
}

/// Only this ends a session: its codes, seats and unshown notes are emptied, a backup is made (invariant 16).
/// A vote is in the way: which one, and what to do.
tl::unexpected<base::Error> Workshop::refuse_for(const Id& open_poll) const {
    const auto* block = find_block(cells().text(open_poll, "poll.block"));
    const auto title = block == nullptr ? std::string() : block_view(*block, setup_.language).title;
    const auto where = base::tr_page(setup_.language, "refused.open_poll", {{"block", title}});
    return base::refuse(base::Code::not_now, "open_poll", where);
}

Judged Workshop::judge(const intents::EndSession& wish, const Asker& asker) {
    if (!rounds_.empty()) return refuse_for(rounds_.begin()->first);
    if (!unshown_.empty() && !wish.hidden_ok) {
        // As many as stand in the trainer's inbox and among what is hidden.
        const auto count = unshown_.size() + hidden_notes().size();
        return base::refuse(base::Code::not_now, "hidden", "hidden=" + std::to_string(count));
    }
    for (auto& receipt : receipts_) receipt.until_ms = 0;
    number_ideas();
    const auto now = book_.now_ms();
    auto change = draft(asker, "change.end_session");
    if (const auto* block = current_block()) {
        change.set(run_of(block->id), "block.ended_at", now);
        change.set(run_of(block->id), "block.clock", methods::to_json(methods::paused(clock_of(*block), now)));
    }
    change.set(session_, "session.ended_at", now);
    auto written = write(asker, std::move(change));
    written.ticket = book_.write_rows({store::EndSession{session_}});
    book_.submit(store::Backup{});
    unshown_.clear();
    answers_.when_saved(written.ticket, [this] {
        const auto frame = std::make_shared<const std::string>(views::to_frame("ended", {}));
        for (const auto* seat : seats_.all()) {
            for (const auto visitor : seat->here) out_.emplace_back(intents::Send{visitor, frame, {}});
        }
        for (const auto visitor : audiences_) out_.emplace_back(intents::Send{visitor, frame, {}});
    });
    return written;
}

}  // namespace registrar
