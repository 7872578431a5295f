// This device's ballots. The token of a vote is drawn by the host once and kept here alone; what one has voted stays
// here too, so that the result can say "you gave 2". `k` rises for every change of mind, also between two tabs.
import {forget, forget_all, keep, kept} from "./storage.js";
import {forget_entries, on_answer, put} from "./outbox.js";

const lost = new Set();

function key(poll) {
    return "ballot/" + poll;
}

/// {round, token, n, k, draft, sent, sent_k, saved_k, refused} or an empty record.
export function ballot(poll) {
    const found = kept(key(poll.id));
    if (found && (found.round === undefined || found.round === poll.round)) return found;
    return {round: poll.round, k: 0, saved_k: 0, sent_k: 0};
}

/// True when the host says that the token is gone and this device has none either.
export function is_lost(poll) {
    return lost.has(poll.id) && !ballot(poll).token;
}

export function take_ballot(frame) {
    const before = kept(key(frame.poll));
    // The ballot of somebody who has handed the device on: it comes again when the host has not heard that it is here.
    if (before && before.handed_on && before.handed_on === frame.token) return;
    const record = before && before.round === frame.round ? before : {k: 0, saved_k: 0, sent_k: 0};
    // Another token than the one we had: the trainer gave a new ballot, and nothing sent under the old one is ours to change.
    if (record.token && record.token !== frame.token) Object.assign(record, {saved_k: 0, sent_k: 0, sent: undefined});
    // The next person on a shared device: what the one before has marked is gone.
    if ((record.n || 0) !== (frame.n || 0)) record.draft = undefined;
    Object.assign(record, {round: frame.round, token: frame.token, n: frame.n || 0, paper: !!frame.paper});
    lost.delete(frame.poll);
    keep(key(frame.poll), record);
}

/// The host says that our seat has drawn. True when the token is not here.
export function lose_ballot(poll_id) {
    const record = kept(key(poll_id));
    if (record && record.token) return false;
    lost.add(poll_id);
    return true;
}

/// What the person has marked but not sent; `{}` at first, what was sent last when changing one's mind.
export function draft(poll) {
    const record = ballot(poll);
    return record.draft || record.sent || {};
}

export function set_draft(poll, value) {
    keep(key(poll.id), Object.assign(ballot(poll), {draft: value}));
}

export function cast(poll, value) {
    const record = ballot(poll);
    const k = Math.max(record.k, record.sent_k) + 1;
    Object.assign(record, {k, sent: value, sent_k: k, draft: undefined, refused: undefined});
    keep(key(poll.id), record);
    forget_entries((entry) => entry.frame.t === "vote" && entry.frame.poll === poll.id);
    put({t: "vote", poll: poll.id, token: record.token, k, value}, {question: poll.question, method: poll.method});
}

/// The device is handed to somebody else: nothing of this ballot can be seen or changed here any more.
export function hand_on(poll) {
    const record = ballot(poll);
    keep(key(poll.id), {round: record.round, n: record.n, k: record.k, sent_k: 0, saved_k: 0, handed_on: record.token});
}

/// "none", "waiting" (kept here, not answered), or "saved".
export function cast_state(poll) {
    const record = ballot(poll);
    if (!record.sent_k) return "none";
    return record.saved_k >= record.sent_k ? "saved" : "waiting";
}

/// `told` hears every answer to a vote, `forgotten` of a poll whose host does not know our token (any more).
export function start_ballots(told, forgotten) {
    on_answer("vote", (entry, answer) => {
        const name = key(entry.frame.poll);
        const record = kept(name);
        if (!record) return;
        if (answer.t === "ack") {
            if (entry.frame.k >= record.saved_k) Object.assign(record, {saved_k: entry.frame.k, saved: entry.frame.value});
        } else if (answer.code === "denied" && entry.frame.token === record.token) {
            // The host does not know this token: the ballots of the vote were lost, and with them what was sent.
            keep(name, {round: record.round, k: record.k, sent_k: 0, saved_k: 0, draft: record.draft || record.sent});
            lost.add(entry.frame.poll);
            forgotten(entry.frame.poll);
            return told(answer, entry);
        } else if (entry.frame.k === record.sent_k) {
            Object.assign(record, {refused: answer, draft: record.draft || record.sent, sent: record.saved, sent_k: record.saved_k});
        }
        keep(name, record);
        told(answer, entry);
    });
}

/// After the reveal nothing can be changed: the token is forgotten, one's own marks stay.
export function close_ballot(poll) {
    const record = kept(key(poll.id));
    if (!record || (!record.token && !record.draft)) return;
    const own = record.saved || record.sent;
    keep(key(poll.id), {round: record.round, n: record.n, paper: record.paper, k: record.k, sent: own, saved: own, sent_k: record.saved_k, saved_k: record.saved_k});
}

export function forget_ballots() {
    lost.clear();
    forget_all("ballot/");
}

export function forget_ballot(poll_id) {
    forget(key(poll_id));
}
