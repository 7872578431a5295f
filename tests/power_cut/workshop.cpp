#include "power_cut/workshop.hpp"

#include <algorithm>

#include "store/care.hpp"
#include "store/sqlite.hpp"
#include "store/urn.hpp"

namespace {

constexpr int voters = 12;
constexpr std::size_t codes_at_once = 6;

/// Every fourth ballot comes from paper.
const char* source_of(int n) {
    return n % 4 == 0 ? "paper" : "tablet";
}

std::string text_of_multiset(const std::map<int, std::string>& values) {
    std::vector<std::string> sorted;
    for (const auto& [token, value] : values) sorted.push_back(value);
    std::sort(sorted.begin(), sorted.end());
    std::string text;
    for (const auto& value : sorted) text += value + ";";
    return text;
}

}  // namespace

Workshop::Workshop(RecordingVfs& vfs, unsigned seed, const std::string& synchronous) : vfs_(vfs), random_(seed) {
    desk_.options.vfs = vfs.name();
    desk_.options.synchronous = synchronous;
    desk_.options.retry_ms = 1;
    desk_.options.patience_ms = 0;
    session_ = base::new_id(desk_.now_ms);
    seat_ = base::new_id(desk_.now_ms);
}

model::Digest Workshop::token(const Round& round, int n) const {
    return base::sha256(round.poll.text() + std::to_string(n));
}

base::Id Workshop::tally_id(const Round& round) const {
    return base::derived_id("tally", {round.poll.bytes});
}

void Workshop::live(std::uint64_t operations) {
    vfs_.cut_after(1 + random_() % operations, static_cast<unsigned>(random_()));
    desk_.now_ms += 1000;
    if (desk_.try_open()) {
        make_codes();
        for (auto& sent : sent_) {
            if (!sent.acknowledged) send_again(sent);
        }
        while (!vfs_.is_cut()) step();
        hear_saved();
    }
    desk_.close();
    vfs_.cut(static_cast<unsigned>(random_()));
    vfs_.reboot();
    check();
}

void Workshop::step() {
    const auto roll = random_() % 100;
    const bool voting = !rounds_.empty() && rounds_.back().opened && rounds_.back().close_ticket == 0;
    if (roll < 45 || (!voting && roll < 80)) {
        send_note();
    } else if (!voting) {
        open_round();
    } else if (roll < 52) {
        use_code();
    } else if (roll < 94) {
        vote();
    } else {
        close_round();
    }
    // Now and then the clients wait for their answers, so that cuts fall into every kind of pause.
    if (random_() % 5 == 0) {
        while (desk_.store->waiting() > 0 && !vfs_.is_cut()) std::this_thread::yield();
    }
    hear_saved();
}

void Workshop::send_note() {
    Sent sent;
    sent.client_id = "m-" + std::to_string(sent_.size());
    sent.note = base::new_id(desk_.now_ms);
    sent.text = "Lapp " + std::to_string(sent_.size()) + std::string(random_() % 300, 'x');
    sent_.push_back(std::move(sent));
    send_again(sent_.back());
}

void Workshop::send_again(Sent& sent) {
    auto change = desk_.note(sent.note, sent.text);
    const store::SeenRow seen{seat_, sent.client_id, change.place, "{}", session_};
    sent.ticket = desk_.submit(store::Append{std::move(change), {seen}});
}

void Workshop::open_round() {
    if (rounds_.empty() || rounds_.back().close_ticket != 0) {
        Round round;
        round.poll = base::new_id(desk_.now_ms);
        rounds_.push_back(round);
    }
    auto& round = rounds_.back();
    std::vector<model::Digest> hashes;
    std::vector<store::SessionWrite> draws;
    for (int n = 0; n < voters; ++n) {
        hashes.push_back(token(round, n));
        draws.push_back(store::DrawnRow{round.poll, base::derived_id("seat", {round.poll.bytes}), n, session_});
    }
    if (desk_.cells.find(round.poll) == nullptr) {
        model::Draft draft("host", "change.open_poll");
        draft.set(round.poll, "poll.state", std::string_view("open"));
        desk_.submit(store::Append{desk_.finish(std::move(draft)), {}});
    }
    desk_.submit(store::AddTokens{round.poll, std::move(hashes)});
    round.open_ticket = desk_.submit(store::WriteRows{std::move(draws)});
    round.opened = true;
}

void Workshop::vote() {
    auto& round = rounds_.back();
    const int n = static_cast<int>(random_() % voters);
    auto& mine = round.cast[n];
    mine = {mine.k + 1, "\"" + std::to_string(random_() % 5) + "/" + std::to_string(mine.k + 1) + "\""};
    const auto ticket = desk_.submit(store::Cast{round.poll, token(round, n), mine.k, mine.value, source_of(n)});
    round.waiting.push_back({ticket, {n, mine}});
}

/// Closing as the registrar does it: the multiset goes into the journal, and the urn behind it.
void Workshop::close_round() {
    auto& round = rounds_.back();
    std::map<int, std::string> values;
    for (const auto& [n, vote] : round.cast) values[n] = vote.value;
    round.multiset = text_of_multiset(values);
    model::Draft draft("host", "change.close_poll");
    draft.set(tally_id(round), "tally.poll", round.poll);
    draft.set(tally_id(round), "tally.node", desk_.store->opened().node);
    draft.set(tally_id(round), "tally.ballots", std::string_view(round.multiset));
    round.close_ticket = desk_.submit(store::Append{desk_.finish(std::move(draft)), {}});
    desk_.submit(store::DropUrn{round.poll});
    // Some cuts are meant for the steps of closing: the Change, the copying of WALs, the deleting of the urn.
    if (random_() % 5 == 0) vfs_.cut_after(1 + random_() % 60, static_cast<unsigned>(random_()));
}

void Workshop::make_codes() {
    std::vector<store::SessionWrite> rows;
    for (std::size_t i = 0; i < codes_at_once; ++i) {
        Code code;
        code.key = "code:" + std::to_string(next_code_++);
        rows.push_back(store::KeptRow{session_, code.key, ""});
        codes_.push_back(std::move(code));
    }
    const auto ticket = desk_.submit(store::WriteRows{std::move(rows)});
    for (std::size_t i = codes_.size() - codes_at_once; i < codes_.size(); ++i) codes_[i].made_ticket = ticket;
}

void Workshop::use_code() {
    const auto code = std::find_if(codes_.begin(), codes_.end(),
                                   [](const Code& one) { return one.made && one.used_ticket == 0 && !one.used; });
    if (code == codes_.end()) return;
    code->poll = rounds_.back().poll;
    code->person = next_person_++;
    code->used_ticket = desk_.submit(store::WriteRows{
        {store::KeptRow{session_, code->key, "used"}, store::DrawnRow{code->poll, seat_, code->person, session_}}});
}

void Workshop::hear_saved() {
    const auto upto = desk_.listener.upto();
    for (auto& code : codes_) {
        if (code.made_ticket != 0 && code.made_ticket <= upto) code.made = true;
        if (code.used || code.used_ticket == 0 || code.used_ticket > upto) continue;
        code.used = true;
        ++used_codes_;
        ++acknowledged_;
    }
    for (auto& sent : sent_) {
        if (sent.acknowledged || sent.ticket > upto) continue;
        sent.acknowledged = true;
        ++acknowledged_;
    }
    for (auto& round : rounds_) {
        for (const auto& [ticket, vote] : round.waiting) {
            if (ticket > upto) continue;
            auto& known = round.acknowledged[vote.first];
            if (vote.second.k > known.k) known = vote.second;
            ++acknowledged_;
        }
        std::erase_if(round.waiting, [upto](const auto& one) { return one.first <= upto; });
        if (round.close_ticket != 0 && round.close_ticket <= upto) round.closed = true;
    }
}

void Workshop::check() {
    const auto urns = store::find_urns(desk_.options.file);
    auto opened = desk_.try_open();
    if (!opened) {
        fault("does not open: " + opened.error().what);
        return;
    }
    auto reader = desk_.reader();
    check_notes(reader);
    check_codes(reader);
    for (auto& round : rounds_) {
        const bool had_urn = std::find(urns.begin(), urns.end(), round.poll) != urns.end();
        if (had_urn && !must(reader.read_entity(tally_id(round))).empty()) ++cuts_while_closing_;
        check_round(reader, round);
    }
    desk_.close();
    for (const auto& found : must(store::verify(desk_.options.file)).faults) fault("verify: " + found);
    auto db = must(store::Db::open(desk_.options.file, store::Mode::read_only));
    if (model::int_of(must(db.read_one("SELECT count(*) - count(DISTINCT id) FROM change"))) != 0) {
        fault("a Change is there twice");
    }
    if (model::int_of(must(db.read_one("SELECT count(*) FROM (SELECT max(seq) - count(*) AS gap FROM change GROUP BY "
                                       "node) WHERE gap <> 0"))) != 0) {
        fault("seq has a gap");
    }
}

void Workshop::check_notes(store::Reader& reader) {
    std::set<std::string> seen;
    for (const auto& row : must(reader.read_session(session_)).seen) seen.insert(row.client_id);
    desk_.cells = {};
    for (auto& sent : sent_) {
        const auto fields = must(reader.read_entity(sent.note));
        const auto text = fields.find("note.text");
        const bool there = text != fields.end() && model::text_of(text->second.value) == sent.text;
        if (there != (seen.count(sent.client_id) != 0)) fault("a note without its message id, or the other way");
        if (there && must(reader.read_history(sent.note)).size() != 1) fault("a note was written twice");
        if (sent.acknowledged && !there) ++lost_;
        // A client whose message is there gets the old answer when it asks again; otherwise it sends again.
        sent.acknowledged = there;
        sent.ticket = there ? 0 : UINT64_MAX;
        desk_.cells.put(sent.note, fields);
    }
}

/// A code that gave a ballot gives no other, and none is used up for nothing: the two are one.
void Workshop::check_codes(store::Reader& reader) {
    const auto rows = must(reader.read_session(session_));
    std::map<std::string, std::string> kept;
    for (const auto& row : rows.kept) kept[row.key] = row.value;
    std::set<std::pair<base::Id, int>> drawn;
    for (const auto& row : rows.drawn) {
        if (row.seat == seat_) drawn.insert({row.poll, row.n});
    }
    std::size_t used = 0;
    std::vector<Code> there;
    for (auto& code : codes_) {
        const auto row = kept.find(code.key);
        const bool is_used = row != kept.end() && row->second == "used";
        if (code.made && row == kept.end()) ++lost_;
        if (code.used && !is_used) ++lost_;
        if (is_used != drawn.contains({code.poll, code.person})) fault("a code and its draw are not one");
        used += is_used ? 1 : 0;
        if (row == kept.end()) continue;
        // What was not answered is there or not, and is then known; an unused code can be tried again.
        code.made = true;
        code.used = is_used;
        code.made_ticket = code.used_ticket = 0;
        there.push_back(code);
    }
    if (drawn.size() != used) fault("a code gave more than one ballot");
    codes_ = std::move(there);
}

void Workshop::check_round(store::Reader& reader, Round& round) {
    if (auto fields = must(reader.read_entity(round.poll)); !fields.empty()) {
        desk_.cells.put(round.poll, std::move(fields));
    }
    if (!round.opened) return;
    const auto tally = must(reader.read_entity(tally_id(round)));
    const auto urn = must(store::read_urn(desk_.options.file, round.poll));
    if (!tally.empty()) {
        if (urn) fault("a closed round has an urn");
        if (model::text_of(tally.at("tally.ballots").value) != round.multiset) fault("the tally is another one");
        if (round.close_ticket != UINT64_MAX) ++closed_rounds_;
        round.close_ticket = UINT64_MAX;  // closed for good: looked at again after every cut
        round.closed = true;
        round.waiting.clear();
        return;
    }
    if (round.closed) ++lost_;
    round.closed = false;
    round.close_ticket = 0;
    round.waiting.clear();
    std::map<model::Digest, const store::UrnBallot*> there;
    if (urn) {
        for (const auto& ballot : urn->ballots) there[ballot.token_hash] = &ballot;
    }
    for (auto& [n, vote] : round.acknowledged) {
        const auto found = there.find(token(round, n));
        if (found == there.end() || found->second->k < vote.k) ++lost_;
    }
    // The host continues with what the urn holds; clients send what was not answered again, with a higher k.
    round.acknowledged.clear();
    for (auto& [n, vote] : round.cast) {
        const auto found = there.find(token(round, n));
        if (found == there.end()) continue;
        round.acknowledged[n] = {found->second->k, found->second->value};
        if (found->second->k == vote.k && found->second->value != vote.value) fault("a ballot has changed");
        if (found->second->source != source_of(n)) fault("a ballot came another way");
    }
    std::map<int, Vote> kept;
    for (const auto& [n, vote] : round.acknowledged) kept[n] = vote;
    round.cast = kept;
    round.opened = false;  // tokens are in memory only: new ones are added when the host is back
}
