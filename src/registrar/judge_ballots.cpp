// How ballots are handed out and taken in while a round is open (invariants 21–23).
#include <algorithm>

#include "base/language.hpp"
#include "registrar/held.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

/// Tokens are in the urn before any of them is handed out (invariant 22).
void restock(Book& book, Round& round, bool paper) {
    auto hashes = round.stock(16, paper);
    if (!hashes.empty()) book.submit(store::AddTokens{round.poll(), std::move(hashes), paper});
}

/// Nobody judges an idea of one's own where marks are shown together (domain V5). On a device of several nobody knows
/// whose ballot it is.
void tell_own_options(const Round& round, const Seat& seat, std::vector<intents::ToTablets>& out) {
    const auto& rule = round.rule();
    if (rule.method != methods::Method::show14) return;
    std::vector<std::string> own;
    for (const auto& note : seat.notes) {
        const bool is_option = std::find(rule.options.begin(), rule.options.end(), note.text()) != rule.options.end();
        if (is_option && seat.use == intents::SeatUse::one) own.push_back(note.text());
    }
    for (const auto visitor : seat.here) out.emplace_back(intents::OwnOptions{visitor, round.poll(), own});
}

}  // namespace

/// Present seats draw in one transaction when the round opens, before anyone can vote (invariant 22).
Answer Workshop::open_round(const Asker& asker, model::Draft change, const Id& poll, int number,
                            const views::PollForm& form) {
    auto rule = form.rule;
    change.set(poll, "poll.round", number);
    change.set(poll, "poll.state", "open");
    change.set(poll, "poll.opened_at", book_.now_ms());
    // For lots, known to all before anybody votes, so that nobody can choose it by its outcome.
    rule.seed = base::new_token().substr(0, 16);
    change.set(poll, "poll.seed", rule.seed);
    // A device that several use, or that takes in ballots from paper, asks for each of them: who has not begun on it is
    // not counted among those who may vote.
    const auto draws = [&form](const Seat& seat) {
        const bool none = seat.here.empty() || seat.row.frozen || seat.use != intents::SeatUse::one;
        return form.trust != model::Trust::codes && !none;
    };
    const auto seats = seats_.all();
    const auto present = std::count_if(seats.begin(), seats.end(), [&](const auto* seat) { return draws(*seat); });
    if (form.trust != model::Trust::codes) change.set(poll, "poll.at_opening", static_cast<std::int64_t>(present));
    auto& round =
        rounds_.emplace(poll, Round(poll, number, std::move(rule), form.trust == model::Trust::codes)).first->second;
    polls_.push_back(poll);
    auto hashes = round.stock(seats_.size() + 64);
    const auto opened = write(asker, std::move(change), {}, {{"poll", poll.text()}});
    book_.submit(store::AddTokens{poll, std::move(hashes)});
    Rows rows;
    std::vector<Id> drawn;
    for (const auto* seat : seats) {
        tell_own_options(round, *seat, out_);
        if (!draws(*seat)) continue;
        round.draw(seat->row.seat);
        rows.emplace_back(store::DrawnRow{poll, seat->row.seat, 0, session_});
        drawn.push_back(seat->row.seat);
    }
    const auto ticket = book_.write_rows(std::move(rows));
    answers_.when_saved(ticket, [this, poll, drawn] {
        const auto* open = find_round(poll);
        if (open == nullptr) return;
        for (const auto& id : drawn) {
            if (const auto* seat = seats_.find(id)) send_ballot(*open, *seat);
        }
    });
    return {ticket, opened.members};
}

void Workshop::send_ballot(const Round& round, const Seat& seat) {
    const auto token = round.unconfirmed(seat.row.seat);
    if (token.empty()) return;
    send_to_seat(seat, views::to_ballot(round.poll(), round.number(), token, round.person(seat.row.seat),
                                        round.is_for_paper(token)));
}

void Workshop::send_when_saved(const Id& poll, const Id& seat, std::uint64_t ticket) {
    answers_.when_saved(ticket, [this, poll, seat] {
        const auto* found = find_round(poll);
        const auto* here = seats_.find(seat);
        if (found != nullptr && here != nullptr) send_ballot(*found, *here);
    });
}

/// For one who comes while votes are open: the token it has not confirmed, or a first one; nothing for a device that
/// had one.
void Workshop::give_ballots(Seat& seat, bool asked) {
    for (auto& [poll, round] : rounds_) {
        if (round.closing) continue;
        tell_own_options(round, seat, out_);
        if (round.by_code()) {
            send_ballot(round, seat);
            continue;
        }
        const bool shared = seat.use != intents::SeatUse::one;
        if (round.has_drawn(seat.row.seat)) {
            if (round.unconfirmed(seat.row.seat).empty()) {
                // What was handed on is not lost: the next person asks for a ballot.
                if (shared) continue;
                // Its device has it, or has lost it: the page knows which, the host does not.
                send_to_seat(seat, views::to_frame("no_ballot", {{"poll", poll.text()}}));
            } else {
                send_ballot(round, seat);
            }
            continue;
        }
        if (shared && !asked) continue;
        const bool paper = seat.use == intents::SeatUse::paper;
        restock(book_, round, paper);
        round.draw_another(seat.row.seat, paper);
        const auto ticket = book_.write_rows({store::DrawnRow{poll, seat.row.seat, 0, session_}});
        counts_dirty_.insert(poll);
        send_when_saved(poll, seat.row.seat, ticket);
    }
}

void Workshop::cast(const intents::BallotCast& cast) {
    intents::AnswerBallot answer;
    answer.ticket = cast.ticket;
    const auto refused = [this, &answer](const base::Error& error) {
        answer.kind = intents::AnswerBallot::Kind::refused;
        answer.code = error.code;
        answer.what = error.what;
        out_.emplace_back(std::move(answer));
    };
    auto* round = find_round(cast.ballot.poll);
    if (round == nullptr) {
        const bool known = std::find(polls_.begin(), polls_.end(), cast.ballot.poll) != polls_.end();
        return refused({known ? base::Code::closed : base::Code::not_found, "poll", {}});
    }
    if (book_.is_full()) return refused({base::Code::not_saved, {}, {}});
    // What is written in a ballot comes up at the wall before anybody has looked through it.
    const auto said = intents::parse_ballot_value(cast.ballot.value);
    if (said && said->objection && !registrar::why_held(*said->objection, setup_.words).empty()) {
        return refused({base::Code::bad_input, "held", {}});
    }
    auto taken = round->take(cast.ballot);
    if (!taken) return refused(taken.error());
    if (!*taken) {
        // The same again: in memory, perhaps not yet on disk; the last ticket is late enough.
        answers_.ballot_when_saved(book_.last_ticket(), cast.ticket);
        if (book_.is_all_saved()) answers_.saved(book_.saved_upto(), out_);
        return;
    }
    answers_.ballot_when_saved(book_.submit(std::move(**taken)), cast.ticket);
    counts_dirty_.insert(cast.ballot.poll);
}

Judged Workshop::judge(const intents::GotBallot& wish, const Asker& asker) {
    auto* round = find_round(wish.poll);
    if (round == nullptr) return Answer{};
    const auto code = round->code_of(asker.seat->row.seat);
    round->confirm(asker.seat->row.seat);
    auto sealed = code.empty() ? std::nullopt : codes_.forget_sealed(session_, code);
    if (!sealed) return Answer{};
    return write_rows(asker, {std::move(*sealed)});
}

Judged Workshop::judge(const intents::LostBallot& wish, const Asker& asker) {
    auto* round = find_round(wish.poll);
    if (round != nullptr && round->by_code()) return Answer{};  // another code gives another ballot
    if (round == nullptr || !round->has_drawn(asker.seat->row.seat)) return base::refuse(base::Code::not_found, "poll");
    round->lose(asker.seat->row.seat);
    changed();
    return Answer{};
}

/// Only where the trainer has said so: each further ballot of a device is one more that may be cast.
Judged Workshop::judge(const intents::NextPerson& wish, const Asker& asker) {
    auto* round = find_round(wish.poll);
    if (round == nullptr || round->closing) return base::refuse(base::Code::closed, "poll");
    if (round->by_code()) return base::refuse(base::Code::not_now, "by_code");
    auto& seat = *asker.seat;
    if (seat.use == intents::SeatUse::one) return base::refuse(base::Code::denied, "another");
    const bool paper = seat.use == intents::SeatUse::paper;
    restock(book_, *round, paper);
    if (round->draw_another(seat.row.seat, paper).empty()) return base::refuse(base::Code::too_many, "another");
    counts_dirty_.insert(wish.poll);
    const auto written =
        write_rows(asker, {store::DrawnRow{wish.poll, seat.row.seat, round->person(seat.row.seat), session_}});
    send_when_saved(wish.poll, seat.row.seat, written.ticket);
    return written;
}

namespace {

// As for codes to join with: five wrong ones at once, then one each ten seconds.
constexpr std::int64_t ms_per_wrong_code = 10000;
constexpr std::int64_t most_wrong_codes = 5;

}  // namespace

/// The host has fallen between drawing and sending: whoever has the key of this code's ballot gets that ballot, and no
/// other. Nothing is drawn, so nothing can be cast twice.
bool Workshop::send_sealed(const intents::UseCode& wish, const Seat& seat) {
    auto* round = find_round(wish.poll);
    if (round == nullptr || round->closing || !round->by_code()) return false;
    if (!round->unconfirmed(seat.row.seat).empty()) return false;
    const auto token = codes_.unseal(wish.code, wish.poll, wish.key);
    if (token.empty() || !round->draw_again(seat.row.seat, token, Codes::key_of(wish.code))) return false;
    send_ballot(*round, seat);
    return true;
}

/// The code is used up and a ballot is drawn, in one transaction. Which token it was stands nowhere (invariant 23):
/// what is kept until it has come is sealed with a key that the device has.
Judged Workshop::judge(const intents::UseCode& wish, const Asker& asker) {
    auto* round = find_round(wish.poll);
    if (round == nullptr || round->closing) return base::refuse(base::Code::closed, "poll");
    if (!round->by_code()) return base::refuse(base::Code::denied, "code");
    auto& seat = *asker.seat;
    const bool under_way = !round->unconfirmed(seat.row.seat).empty();
    if (under_way && round->code_of(seat.row.seat) == Codes::key_of(wish.code)) {
        // The ballot for this code is still on its way: it is sent once more.
        if (book_.is_all_saved()) {
            send_ballot(*round, seat);
        } else {
            send_when_saved(wish.poll, seat.row.seat, book_.last_ticket());
        }
        return Answer{book_.last_ticket(), {}};
    }
    const auto now = book_.now_ms();
    if (seat.codes_from_ms - now > (most_wrong_codes - 1) * ms_per_wrong_code) {
        return base::refuse(base::Code::too_fast, "code");
    }
    if (const auto good = codes_.check(wish.code); !good) {
        if (send_sealed(wish, seat)) return Answer{};
        seat.codes_from_ms = std::max(seat.codes_from_ms, now) + ms_per_wrong_code;
        if (good.error().code == base::Code::already) return tl::unexpected<base::Error>(good.error());
        return base::refuse(base::Code::wrong_code, "code", base::tr_page(seat.row.language, "refused.code"));
    }
    // One ballot after the other: this code stays unused meanwhile, here and elsewhere.
    if (under_way) return base::refuse(base::Code::not_now, "ballot_first");
    const bool paper = seat.use == intents::SeatUse::paper;
    restock(book_, *round, paper);
    IR_DO(codes_.use(wish.code));
    const auto token = round->draw_for_code(seat.row.seat, paper, Codes::key_of(wish.code));
    counts_dirty_.insert(wish.poll);
    const store::DrawnRow drawn{wish.poll, seat.row.seat, round->person(seat.row.seat), session_};
    Rows rows{codes_.row(session_, wish.code), drawn};
    if (!wish.key.empty()) rows.emplace_back(codes_.seal(session_, wish.code, wish.poll, wish.key, token));
    const auto written = write_rows(asker, std::move(rows));
    send_when_saved(wish.poll, seat.row.seat, written.ticket);
    return written;
}

Judged Workshop::judge(const intents::MakeCodes& wish, const Asker& asker) {
    if (!setup_.print) return base::refuse(base::Code::not_now, "no_printer");
    if (!rounds_.empty()) return refuse_for(rounds_.begin()->first);
    auto codes = codes_;
    const auto made = make_codes(codes, wish.count);
    const auto address = base_url_.empty() ? std::string() : base_url_ + "/?k=" + join_code_ + "&c=";
    IR_TRY(codes_file_, setup_.print(made, address));
    codes_ = std::move(codes);
    Rows rows;
    for (const auto& code : made) rows.emplace_back(codes_.row(session_, code));
    return write_rows(asker, std::move(rows), {{"file", codes_file_}});
}

Judged Workshop::judge(const intents::NewBallot& wish, const Asker& asker) {
    auto* round = find_round(wish.poll);
    auto* seat = seats_.find(wish.seat);
    if (round == nullptr || seat == nullptr) return base::refuse(base::Code::not_found, "poll or seat");
    if (round->by_code()) return base::refuse(base::Code::not_now, "by_code");
    round->allow_another(seat->row.seat);
    auto change = draft(asker, "change.new_ballot");
    if (round->extra() > 0) change.set(wish.poll, "poll.extra_draws", round->extra());
    const auto written = write(asker, std::move(change));
    give_ballots(*seat, true);
    return written;
}

}  // namespace registrar
