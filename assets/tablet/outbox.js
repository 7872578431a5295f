// What this device has said and the host has not yet answered for. Each message is kept on the device under its own key
// until its `ack`; it is sent again under the same id after every loss, so it arrives exactly once. Several tabs share
// the list: the host answers a repeated id with the old answer.
import {forget, forget_all, keep, kept, keys, random_hex} from "./storage.js";

const sent = new Set();  // ids said on this connection and not answered
const timers = {};
let send = () => false;
let ready = () => false;
let changed = () => {};
const when_done = {};

/// `deliver(frame)` sends or returns false, `can()` says whether it would; `redraw()` is called when an entry changed.
export function start_outbox(deliver, can, redraw) {
    send = deliver;
    ready = can;
    changed = redraw;
}

/// `told(entry, answer)` is called once when a message of this kind got its ack, or a nak that repeating will not help.
/// What answers no kept message goes to `told(answer)` of the kind "piece".
export function on_answer(kind, told) {
    when_done[kind] = told;
}

export function new_id() {
    return "c" + Date.now().toString(36) + random_hex(6);
}

/// All entries, oldest first: {frame, about, tried, state: "waiting"|"pending"|"refused", answer}.
export function entries() {
    return keys("out/").map((key) => kept(key)).filter(Boolean);
}

function save(entry) {
    keep("out/" + entry.frame.id, entry);
}

/// Keeps a message and sends it when there is somebody to send to. `about` is for people and for the answer.
export function put(frame, about = {}) {
    const entry = {frame: Object.assign({t: frame.t, id: new_id()}, frame), about, tried: false, state: "waiting"};
    save(entry);
    attempt(entry);
    changed();
    return entry;
}

function attempt(entry) {
    const id = entry.frame.id;
    if (sent.has(id) || entry.state === "refused" || timers[id] || !ready()) return;
    if (!entry.tried) {
        // Written before it is sent: after a crash we must know that the host may have seen it.
        entry.tried = true;
        save(entry);
    }
    if (send(entry.frame)) sent.add(id);
}

/// After each welcome: everything that has no answer is said again.
export function send_all() {
    sent.clear();
    for (const id of Object.keys(timers)) {
        clearTimeout(timers[id]);
        delete timers[id];
    }
    for (const entry of entries()) attempt(entry);
}

/// Takes an `ack`, `nak` or `pending`.
export function take_answer(answer) {
    const key = "out/" + answer.id;
    const entry = kept(key);
    if (!entry) {
        if (when_done.piece) when_done.piece(answer);
        return;
    }
    if (answer.t === "pending") {
        entry.state = "pending";
        save(entry);
    } else if (answer.t === "nak" && answer.retry_after_ms > 0) {
        sent.delete(answer.id);
        entry.state = "waiting";
        save(entry);
        timers[answer.id] = setTimeout(() => {
            delete timers[answer.id];
            const again = kept(key);
            if (again) attempt(again);
        }, answer.retry_after_ms);
    } else {
        sent.delete(answer.id);
        const told = when_done[entry.frame.t];
        if (answer.t === "nak" && entry.about.keep) {
            entry.state = "refused";
            entry.answer = answer;
            save(entry);
        } else {
            forget(key);
        }
        if (told) told(entry, answer);
    }
    changed();
}

/// Changes a kept message: at once when the host cannot have seen it, else as a deed that follows its ack.
export function change_entry(id, change) {
    const entry = kept("out/" + id);
    if (!entry) return;
    if (!entry.tried || entry.state === "refused") {
        forget("out/" + id);
        put(Object.assign({}, entry.frame, {id: new_id()}, change), entry.about);
        return;
    }
    entry.then = change;
    save(entry);
    changed();
}

/// Takes a kept message back: at once when the host cannot have seen it, else after its ack.
export function drop_entry(id) {
    const entry = kept("out/" + id);
    if (!entry) return;
    if (!entry.tried || entry.state === "refused") {
        forget("out/" + id);
    } else {
        entry.then = {withdraw: true};
        save(entry);
    }
    changed();
}

/// Forgets messages that a newer one makes needless.
export function forget_entries(needless) {
    for (const entry of entries()) if (needless(entry)) forget("out/" + entry.frame.id);
}

export function empty_outbox() {
    sent.clear();
    forget_all("out/");
}
