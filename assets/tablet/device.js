// What this tablet is: its seat, what the host told, and what the person may do. Screens read `device` and call these
// functions; nothing here draws.
import {close_ballot, forget_ballots, lose_ballot, start_ballots, take_ballot} from "./ballots.js";
import {learn} from "./clock.js";
import {open_connection} from "./connection.js";
import {current, refusal_text, t} from "./i18n.js";
import {empty_outbox, entries, new_id, on_answer, put, send_all, start_outbox, take_answer} from "./outbox.js";
import {change_entry} from "./outbox.js";
import {prefs} from "./prefs.js";
import {forget, forget_all, keep, kept, keys, when_changed_elsewhere} from "./storage.js";

export const device = {
    seat: kept("seat"),   // {secret, code, name, show_name}
    strange: null,        // our seat, when the host that answers runs another session: it is asked for until somebody joins
    state: null,          // the newest `state`
    mine: {notes: [], given: [], follows: [], hand: false, muted: false},
    counts: {},           // poll → {in, of, paper} while it is open
    card: null,           // the newest `card`: {idea, fields}
    board: null,          // the newest `board` of our table that is open: {board, title, form, entries, own}
    welcomed: 0,          // how many times the host let us in
    end: null,            // null, "ended", "taken"
    join_error: null,     // {text, until}
    wish: null,           // what `hello` asks for while there is no seat
    link: null,
};

let changed = () => {};
let say = () => {};

/// `redraw()` after any change; `announce(what, detail)` for what a person should be told at once.
export function start_device(redraw, announce) {
    changed = redraw;
    say = announce;
    device.link = open_connection({hello, told, changed: link_changed});
    start_outbox((frame) => device.link.send(frame), () => device.link.status === "on", redraw);
    start_ballots((answer) => say(answer.t === "ack" ? "vote_saved" : "refused", refusal_text(answer)), tell_lost);
    on_answer("note", note_answered);
    on_answer("edit", edit_answered);
    on_answer("withdraw", (entry, answer) => answer.t === "nak" && say("refused", refusal_text(answer)));
    on_answer("form", form_answered);
    when_changed_elsewhere((key) => {
        if (key === "seat" || key === "") {
            const seat = kept("seat");
            const ours = device.seat && device.seat.secret;
            if ((seat && seat.secret) !== ours) {
                device.seat = seat;
                device.strange = null;
                device.wish = null;
                device.link.open();
            }
        }
        changed();
    });
    if (device.seat) device.link.open();
}

function hello() {
    const first = {t: "hello", v: 1, role: "tablet", lang: prefs.lang || document.documentElement.lang};
    if (device.seat) return Object.assign(first, {seat: device.seat.secret});
    const before = seat_aside() || device.strange;
    if (device.wish) return Object.assign(first, before && device.wish.join ? {seat: before.secret} : null, device.wish);
    if (!device.strange) return null;
    return Object.assign(first, {seat: (ask_for_aside && seat_aside() || device.strange).secret});
}

function link_changed() {
    if (device.link.status === "on") send_all();
    changed();
}

/// Joins with a typed code, the QR's secret or a return code: {join, name, show_name} or {return}.
export function join(wish) {
    device.wish = wish;
    device.join_error = null;
    device.end = null;
    device.link.open();
    changed();
}

function welcome(frame) {
    const before = device.seat || device.strange;
    device.seat = {secret: frame.seat, code: frame.return, name: frame.name || "", show_name: !!frame.show_name};
    if (!before || before.secret !== frame.seat) change_session(before);
    keep("seat", device.seat);
    device.strange = null;
    device.wish = null;
    device.end = null;
    device.welcomed += 1;
}

// Another seat: what belongs to the one before is not sent here. It waits for its own session; ours may have waited too.
function change_session(before) {
    const returned = seat_aside();
    const belongings = returned && returned.secret === device.seat.secret ? bring_back() : null;
    if (before) set_aside(before);
    forget_session();
    if (belongings) for (const key of Object.keys(belongings)) keep(key, belongings[key]);
}

function forget_session() {
    empty_outbox();
    forget_ballots();
    forget_all("draft/");
    device.state = null;
    device.mine = {notes: [], given: [], hand: false, muted: false};
    device.counts = {};
    device.card = null;
    device.board = null;
}

function refused(frame) {
    if (!device.wish && frame.code === "not_found" && (device.seat || device.strange)) {
        be_strange();
        return;
    }
    device.join_error = {text: refusal_text(frame), until: performance.now() + (frame.retry_after_ms || 0)};
    if (frame.code === "closed") {
        end("ended");
    } else if (device.seat && (frame.code === "too_fast" || frame.code === "too_many" || frame.code === "busy")) {
        setTimeout(() => device.link.open(), Math.max(2000, frame.retry_after_ms || 0));
    } else if (device.seat) {
        device.seat = null;
        forget("seat");
    }
    device.wish = null;
    if (device.strange) ask_again();
    say("refused", device.join_error.text);
}

const ASK_AGAIN_MS = 3000;
let ask_for_aside = false;  // next time: the session before may be the one that is back

// Whoever answers here does not know our seat: another session, or another computer at the old address. Ours may come
// back; nothing is thrown away before somebody joins what runs now, and then it is only set aside.
function be_strange() {
    ask_again();
    ask_for_aside = !ask_for_aside && !!device.strange;
    if (device.strange) return;
    device.strange = device.seat;
    device.seat = null;
    device.state = null;
    device.join_error = null;
    say("refused", t("strange.title"));
}

function ask_again() {
    setTimeout(() => {
        if (device.strange && !device.wish) device.link.open();
    }, ASK_AGAIN_MS);
}

function told(frame) {
    switch (frame.t) {
    case "welcome": welcome(frame); break;
    case "refused": refused(frame); break;
    case "state": take_state(frame); break;
    case "mine": device.mine = frame; break;
    case "card": device.card = frame; break;
    case "board": device.board = frame.board ? frame : null; break;
    case "count": device.counts[frame.poll] = {in: frame.in, of: frame.of, paper: frame.paper}; break;
    case "ballot":
        take_ballot(frame);
        device.link.send({t: "got", id: new_id(), poll: frame.poll});
        break;
    case "no_ballot":
        // Another tab of this device may have the token: only a device without it says so.
        if (lose_ballot(frame.poll)) tell_lost(frame.poll);
        break;
    case "ack":
    case "nak":
    case "pending": take_answer(frame); break;
    case "ended": end("ended"); break;
    case "taken": end("taken"); break;
    default: return;
    }
    changed();
}

function take_state(frame) {
    learn(frame.now);
    device.state = frame;
    for (const poll of frame.polls || []) {
        if (poll.state === "open") device.counts[poll.id] = device.counts[poll.id] || {in: poll.in, of: poll.of, paper: poll.paper};
        else delete device.counts[poll.id];
        if (poll.state === "revealed" || poll.state === "cancelled") close_ballot(poll);
    }
    if (frame.session && frame.session.ended) end("ended");
}

function end(how) {
    device.end = how;
    device.link.close();
    // What one voted is nobody else's to read on a borrowed device.
    forget_ballots();
    if (how === "taken") {
        device.seat = null;
        forget("seat");
    }
}

/// What `in`, `of` and `paper` are now: the newest count, or what the state said.
export function turnout(poll) {
    return poll.state === "open" && device.counts[poll.id] ? device.counts[poll.id] : {in: poll.in, of: poll.of, paper: poll.paper};
}

/// True when the host cannot be reached and we have been in.
export function is_offline() {
    return !!device.seat && !device.end && device.link.status !== "on" && (device.welcomed > 0 || device.link.status === "lost");
}

/// Writes a note. It is on this device until the host has it on disk.
export function send_note(block, text, group, colour, parent, photo) {
    const entry = put(Object.assign({t: "note", block, lang: current(), text, group: group || "", colour: colour || "sol", parent: parent || null}, photo), {keep: true});
    // `mine` does not say what a note builds upon, and one wants to see it under the right idea.
    if (parent) keep("draft/parents", Object.assign(kept("draft/parents", {}), {[entry.frame.id]: parent}));
    say("note_sent");
}

function note_answered(entry, answer) {
    if (answer.t === "nak") {
        say("refused", refusal_text(answer));
        return;
    }
    if (entry.then && entry.then.withdraw) put({t: "withdraw", note: answer.note});
    else if (entry.then) put(Object.assign({t: "edit", note: answer.note, group: entry.frame.group}, entry.then));
    // Until `mine` comes the list would miss the note for a moment.
    if (!device.mine.notes.some((one) => one.note === answer.note)) {
        const frame = entry.frame;
        device.mine.notes.push({note: answer.note, id: frame.id, block: frame.block, type: "", group: frame.group, text: frame.text,
            colour: frame.colour, parent: frame.parent, state: answer.state || "waiting", number: null});
    }
}

// As with a note, until `mine` comes.
function edit_answered(entry, answer) {
    if (answer.t === "nak") {
        say("refused", refusal_text(answer));
        return;
    }
    const note = device.mine.notes.find((one) => one.note === entry.frame.note);
    const waits = answer.state === "waiting" && !!note && note.state === "shown";
    if (waits) {
        note.edit = Object.assign({held: ""}, words_in(entry.frame), {state: "waiting"});
        say("edit_waits");
    } else if (note) {
        note.text = entry.frame.text;
        note.edit = undefined;
    }
}

/// What somebody wants a note to say, when it says something else: the new words, and `stands`, those that are seen.
function edited(note) {
    if (!note.edit || note.edit.state === "hidden") return null;
    const words = words_in(note.edit);
    const stands = words.text !== note.text ? note.text : words.shows !== undefined && note.photo ? note.photo.shows || "" : "";
    return note.state === "shown" ? Object.assign(words, {stands}) : words;
}

function words_in(frame) {
    const words = {};
    for (const name of ["text", "shows"]) if (frame[name] !== undefined) words[name] = frame[name];
    return words;
}

/// Own notes, those the host has and those that are still here: [{key, note?, id?, text, colour, group, block, parent, state, …}].
export function own_notes(block) {
    const waiting = entries();
    const changes = {};
    for (const entry of waiting) {
        if (entry.frame.t === "edit") changes[entry.frame.note] = {edit: Object.assign(words_in(entry.frame), {state: "here"})};
        if (entry.frame.t === "withdraw") changes[entry.frame.note] = {state: "withdrawn"};
    }
    const parents = kept("draft/parents", {});
    const list = device.mine.notes.map((note) => {
        const own = Object.assign({key: note.id || note.note, parent: parents[note.id] || null, shows: note.photo && note.photo.shows}, note, changes[note.note]);
        return Object.assign(own, edited(own));
    });
    for (const entry of waiting) {
        if (entry.frame.t !== "note" || list.some((one) => one.id === entry.frame.id)) continue;
        const change = entry.then || {};
        list.push(Object.assign({key: entry.frame.id, id: entry.frame.id, block: entry.frame.block,
            colour: entry.frame.colour, group: entry.frame.group, parent: entry.frame.parent, photo: entry.frame.photo, lang: entry.frame.lang,
            state: change.withdraw ? "withdrawn" : entry.state === "waiting" ? "here" : entry.state, answer: entry.answer}, words_in(entry.frame), words_in(change)));
    }
    return list.filter((one) => one.state !== "withdrawn" && (block === undefined || one.block === block));
}

/// `words`: the text, and what is said of the note's photo when it has one.
export function edit_note(note, words) {
    if (note.note) put(Object.assign({t: "edit", note: note.note, group: note.group || ""}, words));
    else change_entry(note.id, words);
}

const PEN_AGAIN_MS = 4000;
let pen = {said: "", at: 0};

/// Tells the host which card is open here and in which field one writes (null: in none), so that the others who have it
/// open see it. Safe to call at every drawing: what was said on this connection is said again only while one is `typing`.
export function hold_pen(idea, field, typing) {
    const block = device.state && device.state.block ? device.state.block.id : "";
    const said = [device.welcomed, block, idea, field].join("/");
    const now = performance.now();
    if (said === pen.said && (!typing || now - pen.at < PEN_AGAIN_MS)) return;
    if (device.link.send({t: "card", id: new_id(), idea, field})) pen = {said, at: now};
}

/// A ballot for the next person on this device; it comes as any ballot does.
export function ask_another(poll) {
    put({t: "another", poll});
}

function tell_lost(poll) {
    device.link.send({t: "lost", id: new_id(), poll});
}

// What the host has taken stands on the card at once; the next `card` says the same.
function form_answered(entry, answer) {
    if (answer.t === "nak") {
        say("refused", refusal_text(answer));
        return;
    }
    const frame = entry.frame;
    for (const name of device.card && device.card.idea === frame.idea ? Object.keys(frame.fields) : []) {
        const field = device.card.fields[name];
        if (!field) continue;
        if (answer.state === "waiting") field.own = Object.assign({held: ""}, field.own, {text: frame.fields[name], state: "waiting"});
        else Object.assign(field, {text: frame.fields[name], own: null});
    }
}

export function raise_hand(up) {
    device.mine.hand = up;
    device.link.send({t: "hand", id: new_id(), up});
    changed();
}

export function change_me(name, show_name, lang) {
    if (!device.seat) return;
    Object.assign(device.seat, {name, show_name});
    keep("seat", device.seat);
    put({t: "me", name, show_name, lang});
}

/// Leaves the seat and clears the device: the next person starts fresh.
export function leave() {
    device.link.send({t: "leave", id: new_id()});
    forget("seat");
    device.seat = null;
    device.strange = null;
    forget_session();
    forget("aside");
    forget("card-code");
    device.end = null;
    setTimeout(() => {
        if (!device.seat && !device.wish) device.link.close();
    }, 300);
    changed();
}

// The session this device was in before: its seat and what the host had not answered for wait apart from those of the
// session that runs now, until that session is back or a day and a half has passed.
const KEPT_MS = 36 * 3600 * 1000;
const BELONGINGS = ["out/", "ballot/", "draft/"];

function aside() {
    const found = kept("aside");
    if (found && Math.abs(Date.now() - found.at) < KEPT_MS) return found;
    forget("aside");
    return null;
}

/// {secret, …} or null.
function seat_aside() {
    const found = aside();
    return found && found.seat;
}

/// Moves what belongs to `seat` out of the way. Only the newest session is remembered.
function set_aside(seat) {
    const belongings = {};
    for (const start of BELONGINGS) {
        for (const key of keys(start)) belongings[key] = kept(key);
        forget_all(start);
    }
    keep("aside", {at: Date.now(), seat, belongings});
}

/// What was set aside, {key: value}; it is no longer there afterwards.
function bring_back() {
    const found = aside();
    forget("aside");
    return found ? found.belongings : {};
}
