// The trainer's line to the host. A deed is done now or not at all: it is repeated under its id after a short loss, but
// one that is 10 s old is given up and said so, for "next" a minute late would surprise everybody.
import {learn} from "../clock.js";
import {open_connection} from "../connection.js";
import {refusal_text, t} from "../i18n.js";
import {wanted_language} from "../prefs.js";
import {forget, keep, kept, random_hex} from "../storage.js";
import {redraw, toast} from "../ui.js";

const GIVE_UP_MS = 10000;

export const host = {
    secret: kept("remote"),
    number: 0,         // by which the wall tells it from other remotes
    frame: null,       // the newest `remote`
    register: null,    // the newest `register`, when it was asked for
    counts: {},
    wish: null,        // the pairing code being tried
    error: null,
    confirming: false,  // the code is right, and somebody at the wall lets us in
    ended: false,
    link: null,
};
const asked = {};      // id → {frame, at, done}

export function start_host() {
    host.link = open_connection({hello, told, changed: link_changed});
    if (host.secret) host.link.open();
    setInterval(give_up_old, 1000);
}

function hello() {
    if (host.ended) return null;
    const first = {t: "hello", v: 1, role: "remote", lang: wanted_language()};
    if (host.secret) return Object.assign(first, {secret: host.secret});
    return host.wish ? Object.assign(first, {pair: host.wish}) : null;
}

export function pair(code) {
    host.wish = code;
    host.confirming = false;
    host.error = null;
    host.ended = false;
    host.link.open();
    redraw();
}

function link_changed() {
    if (host.link.status === "on") for (const id of Object.keys(asked)) host.link.send(asked[id].frame);
    redraw();
}

function told(frame) {
    if (frame.t === "confirm") {
        host.confirming = true;
    } else if (frame.t === "welcome") {
        host.secret = frame.secret;
        host.number = frame.number;
        host.confirming = false;
        host.wish = null;
        keep("remote", frame.secret);
    } else if (frame.t === "refused") {
        host.error = refusal_text(frame);
        host.confirming = false;
        host.wish = null;
        if (frame.code === "closed") host.ended = true;
        if (host.secret && (frame.code === "too_fast" || frame.code === "too_many" || frame.code === "busy")) {
            setTimeout(() => host.link.open(), Math.max(2000, frame.retry_after_ms || 0));
        } else {
            host.secret = null;
            forget("remote");
        }
    } else if (frame.t === "remote") {
        learn(frame.now);
        host.frame = frame;
        host.counts = {};
        host.ended = !!(frame.session && frame.session.ended);
    } else if (frame.t === "register") {
        host.register = frame;
    } else if (frame.t === "count") {
        host.counts[frame.poll] = frame;
    } else if (frame.t === "ended") {
        host.ended = true;
        host.link.close();
    } else if (frame.t === "ack" || frame.t === "nak") {
        answer(frame);
    }
    redraw();
}

function answer(frame) {
    const one = asked[frame.id];
    if (!one) return;
    delete asked[frame.id];
    if (frame.t === "ack") one.done(frame);
    else if (!one.failed || !one.failed(frame)) toast(refusal_text(frame), "err");
}

function give_up_old() {
    for (const id of Object.keys(asked)) {
        if (performance.now() - asked[id].at < GIVE_UP_MS) continue;
        delete asked[id];
        toast(t("remote.not_done"), "err");
    }
}

/// Asks the host to do something. `done(ack)` when it is; `failed(nak)` may take care of a refusal by returning true.
export function act(what, fields, done, failed) {
    const id = "r" + Date.now().toString(36) + random_hex(6);
    const frame = Object.assign({t: "do", id, what}, fields);
    asked[id] = {frame, at: performance.now(), done: done || (() => {}), failed};
    host.link.send(frame);
}

export function turnout(poll) {
    const newest = poll.state === "open" && host.counts[poll.id];
    return newest ? {in: newest.in, of: newest.of} : {in: poll.in, of: poll.of};
}
