// The board of one's table, or of the whole room, as a form: what is sent is a note in the field's frame on the wall's board,
// and everybody who has the form may change it. What is typed stays here until it is sent. Comes with the first board that is opened (later.js).
import "./screens/vote.js";  // whatever this needs of it, all that comes later names the same: one file (cmake/sync_folder.cmake)
import {device} from "./device.js";
import {h} from "./dom.js";
import {current, refusal_text, t} from "./i18n.js";
import {offer} from "./later.js";
import {card as field} from "./field.js";
import {entries, forget_entries, on_answer, put} from "./outbox.js";
import {button, chip, clock_view, notice} from "./parts.js";
import {keep, kept, keys} from "./storage.js";
import {redraw, toast} from "./ui.js";

const MOST_LENGTH = 600;
const DRAFTS = "draft/board/";
const MOST_PLACES = 3;  // offered at once to what has lost its own

function draft_key(board) {
    return DRAFTS + board;
}

function slot_of(field, item) {
    return item || "new/" + field;
}

function set_draft(board, slot, text) {
    const drafts = kept(draft_key(board), {});
    if (text === null) delete drafts[slot];
    else drafts[slot] = text;
    keep(draft_key(board), drafts);
}

/// What is on its way to the host, of this field.
function under_way(board, field) {
    return entries().filter((entry) => entry.frame.t === "fill" && entry.frame.board === board && entry.frame.field === field && entry.state !== "refused");
}

function tidy(text) {
    return text.replace(/\s+/g, " ").trim();
}

function says(entry, text) {
    return tidy(entry.text) === tidy(text) || (!!entry.value && entry.value === text);
}

/// Of a new entry: the host's `board` may be here before its answer.
function is_told(board, field, text) {
    return (board.entries[field] || []).some((one) => says(one, text)) || board.own.some((one) => !one.item && one.field === field && says(one, text));
}

function refusal_of(answer) {
    if (answer.code !== "too_many" || (answer.what !== "field" && answer.what !== "waits")) return refusal_text(answer);
    return t(answer.what === "waits" ? "board.waits_first" : "board.overtaken");
}

// What was refused is there to be changed and sent again; what is on the board stays as it is.
on_answer("fill", (entry, answer) => {
    const {board, field, item, text} = entry.frame;
    const slot = slot_of(field, item);
    const told = device.board && device.board.board === board ? device.board : null;
    if (answer.t === "nak") {
        forget_entries((one) => one.frame.id === entry.frame.id);
        if (!(slot in kept(draft_key(board), {}))) set_draft(board, slot, text);
        toast(refusal_of(answer), "err");
    } else if (told && !item && is_told(told, field, text)) {
        return;
    } else if (told && answer.state === "waiting") {
        // Until the next `board` comes.
        told.own = told.own.filter((one) => !item || one.item !== item).concat({item, field, text, state: "waiting", held: ""});
    } else if (told) {
        const list = told.entries[field] = told.entries[field] || [];
        const standing = list.find((one) => one.item === item);
        if (item && !text) told.entries[field] = list.filter((one) => one !== standing);
        else if (standing) Object.assign(standing, {text, value: text});
        else list.push({item: "", text, value: text});
    }
});

/// The newest text of this device for an item goes in place of an older one that the host has not seen.
function send(board, field, item, text) {
    forget_entries((entry) => entry.frame.t === "fill" && item && entry.frame.item === item && !entry.tried);
    set_draft(board, slot_of(field, item), null);
    put({t: "fill", board, field, item: item || null, text, lang: current()}, {keep: true});
}

/// Everything in a field, as it is to be drawn: {item, text, sent, changed, own, here, fixed}.
function rows_of(board, field, drafts) {
    const away = under_way(board.board, field.id);
    const own = board.own.filter((one) => one.field === field.id);
    const rows = (board.entries[field.id] || []).map((entry) => {
        const here = away.filter((one) => entry.item && one.frame.item === entry.item).pop();
        const waits = own.find((one) => entry.item && one.item === entry.item);
        const sent = here ? here.frame.text : waits ? waits.text : entry.text;
        const text = entry.item in drafts ? drafts[entry.item] : sent;
        return {item: entry.item, value: entry.value, shows: entry.shows, lang: entry.lang, text, sent, changed: text.trim() !== sent, own: waits, here, fixed: !entry.item};
    });
    for (const one of own) if (!rows.some((row) => row.item && row.item === one.item)) rows.push({item: "", text: one.text, own: one, fixed: true});
    for (const one of away) if (!one.frame.item && !is_told(board, field.id, one.frame.text)) rows.push({item: "", text: one.frame.text, here: one, fixed: true});
    return rows;
}

/// How many new entries of others at the table wait for the trainer.
function others_wait(board, field) {
    return (board.others_wait && board.others_wait[field.id]) || 0;
}

function has_room(board, field, rows) {
    return !field.most || rows.length + others_wait(board, field) < field.most;
}

/// All that has been typed and not sent: [{field, item, text}].
function unsent(board, drafts) {
    const list = [];
    for (const field of board.form.fields) {
        const rows = rows_of(board, field, drafts);
        for (const row of rows) if (row.changed) list.push({field: field.id, item: row.item, text: row.text.trim()});
        const fresh = (drafts["new/" + field.id] || "").trim();
        if (fresh && has_room(board, field, rows)) list.push({field: field.id, item: null, text: fresh});
    }
    return list;
}

function state_of(row) {
    if (row.here) return chip("warn", "clock", t("mine.here"));
    if (row.own && row.own.held) return chip("warn", "lock", t("held.title", {what: t("held." + row.own.held)}));
    if (row.own) return row.own.state === "hidden" ? chip("", "lock", t("mine.hidden")) : chip("ok", "check", t("form.waits"));
    return null;
}

/// What was typed stays on the device until it stands somewhere: also when its place was taken, or its sheet went on.
function left_over(board) {
    const list = [];
    const standing = (slot) => board.form.fields.some((field) => slot === slot_of(field.id, null) || (board.entries[field.id] || []).some((one) => one.item === slot));
    for (const key of keys(DRAFTS)) {
        const from = key.slice(DRAFTS.length);
        const drafts = kept(key, {});
        for (const slot of Object.keys(drafts)) if (drafts[slot].trim() && !(from === board.board && standing(slot))) list.push({from, slot, text: drafts[slot]});
    }
    return list;
}

/// Fields that have a place for a text, those of this round first.
function free_places(board, drafts) {
    const free = board.form.fields.filter((field) => ["short", "long", "list"].indexOf(field.kind) >= 0 && !drafts[slot_of(field.id, null)] && has_room(board, field, rows_of(board, field, drafts)));
    return free.filter((field) => is_now(board, field)).concat(free.filter((field) => !is_now(board, field))).slice(0, MOST_PLACES);
}

/// Where a text that has lost its place may go: into another field, or away.
function ways_out(board, left, drafts) {
    const id = left.slot.replace("/", "-");
    return h("div.board-choices", {key: "ways-" + id}, free_places(board, drafts).map((field) => button({id: "move-" + id + "-" + field.id, label: t("board.move", {label: field.label}), onclick: () => {
        set_draft(left.from, left.slot, null);
        set_draft(board.board, slot_of(field.id, null), left.text);
        redraw();
    }})), button({id: "drop-" + id, icon: "close", kind: "quiet", label: t("board.drop"), onclick: () => {
        set_draft(left.from, left.slot, null);
        redraw();
    }}));
}

function left_over_view(board, drafts) {
    return left_over(board).map((left) => h("div.card.board-left", {key: "left-" + left.from + left.slot, "data-id": "left-over"}, h("p.strong", null, t("board.left_over")),
        h("p.board-fixed", {dir: "auto"}, left.text), ways_out(board, left, drafts)));
}

function input_of(board, field, item, text, name, off, sent = "") {
    const slot = slot_of(field.id, item);
    const id = "field-" + slot.replace("/", "-");
    const common = {id, key: id, "data-id": id, value: text, dir: "auto", maxlength: MOST_LENGTH, readOnly: !!off, "aria-label": name, oninput: (event) => {
        set_draft(board.board, slot, event.target.value === sent ? null : event.target.value);
        redraw();
    }};
    if (field.kind === "date") return h("input.input", Object.assign(common, {type: "date"}));
    if (field.kind === "number") return h("input.input", Object.assign(common, {type: "text", inputmode: "decimal"}));
    return h("textarea.input", Object.assign(common, {rows: field.kind === "long" ? 4 : 2}));
}

function choices_of(board, field, rows, muted) {
    const standing = rows.find((row) => row.item);
    const waits = rows.find((row) => row.here || row.own);
    const of = waits ? waits.here ? waits.here.frame.text : waits.own.text : standing ? standing.value || standing.text : "";
    return [h("div.board-choices", {key: "choices"}, field.options.map((option) => {
        const on = of === option.id || of === option.label;
        return button({id: "option-" + field.id + "-" + option.id, label: option.label, pressed: on, off: muted || !!(waits && waits.here), onclick: () => {
            send(board.board, field.id, standing ? standing.item : null, on && standing ? "" : option.id);
            redraw();
        }});
    })), waits ? state_of(waits) : null];
}

function limits_of(field) {
    if (field.kind !== "number" || field.lowest === undefined || field.highest === undefined) return null;
    return t("board.between", {low: field.lowest, high: field.highest});
}

function send_all(board, list) {
    for (const one of list) send(board.board, one.field, one.item, one.text);
}

let shown = null;  // the board that was before one

/// The sheet goes to the next table with what stands on it.
function pass_on(board) {
    const before = shown;
    shown = board;
    const goes_on = before && before.board !== board.board && before.rounds && before.rounds.passes_on && board.rounds;
    if (!goes_on || device.mine.muted) return;
    send_all(before, unsent(before, kept(draft_key(before.board), {})));
}

/// Which round it is, and how long it lasts.
function rounds_view(board) {
    const rounds = board.rounds;
    if (!rounds) return null;
    const words = rounds.over ? t("board.over") : rounds.showing ? t("board.showing") : t("board.round", {round: rounds.round, of: rounds.of});
    return h("div.card.board-rounds", {key: "rounds", "data-id": "rounds"}, h("div.grow", null, h("p.strong", {role: "status"}, words), board.from ? h("p.support", {"data-id": "sheet-from"}, t("board.from", {number: board.from})) : null), rounds.over ? null : clock_view(rounds.clock, board.now, "rounds-clock"));
}

function is_now(board, field) {
    return !!board.rounds && board.rounds.fields.indexOf(field.id) >= 0;
}

/// What the method asks comes first, then what is filled in now.
function in_order(board) {
    const fields = board.form.fields;
    const first = fields.findIndex((field) => is_now(board, field));
    const asks = fields.filter((field, index) => index < first && field.id.indexOf(".") < 0 && !/[-_]\d+$/.test(field.id));
    const now = fields.filter((field) => is_now(board, field));
    return asks.concat(now, fields.filter((field) => asks.indexOf(field) < 0 && now.indexOf(field) < 0));
}

/// What a field of this round builds upon: the same column's earlier rounds.
function upon_view(board, field) {
    const column = field.id.slice(0, field.id.indexOf(".") + 1);
    const fields = board.form.fields;
    const earlier = column ? fields.slice(0, fields.indexOf(field)).filter((one) => one.id.indexOf(column) === 0 && (board.entries[one.id] || []).length) : [];
    if (!earlier.length) return null;
    return h("div.board-upon", {key: "upon", "data-id": "upon-" + field.id}, earlier.map((one) => h("div", {key: one.id}, h("p.support", {dir: "auto", lang: board.form.lang}, one.label),
        board.entries[one.id].map((entry) => h("p.board-fixed", {key: entry.item, dir: "auto", lang: entry.lang}, entry.text)))));
}

function field_view(board, field, drafts, muted) {
    const rows = rows_of(board, field, drafts);
    const name = "name-" + field.id;
    const lang = board.form.lang;
    const help = [field.help, limits_of(field)].filter(Boolean).join(" ");
    const head = [h("p.strong", {id: name, key: "name", dir: "auto", lang}, field.label), help ? h("p.support", {key: "help", dir: "auto", lang}, help) : null];
    const now = is_now(board, field);
    if (now) head.push(upon_view(board, field), h("p.support.board-now", {key: "now"}, t("board.now")));
    if (field.kind === "choice") return h("div.field", {key: field.id, role: "group", "aria-labelledby": name}, head, choices_of(board, field, rows, muted));
    const typed = drafts[slot_of(field.id, null)] || "";
    const room = has_room(board, field, rows);
    const many = rows.length > 1 || field.most !== 1;
    return h("div.field", {key: field.id, class: now ? "board-marked" : "", role: "group", "aria-labelledby": name, "data-id": "group-" + field.id}, head,
        rows.map((row, index) => h("div.board-row", {key: row.item || "fixed-" + index}, row.fixed ? h("p.board-fixed", {dir: "auto", lang: row.lang}, row.text)
            : input_of(board, field, row.item, row.text, many ? t("board.entry", {label: field.label, number: index + 1}) : field.label, muted || (row.own && row.own.state === "hidden"), row.sent),
            row.shows ? h("p.support", {dir: "auto"}, row.shows) : null, state_of(row))),
        others_wait(board, field) ? chip("warn", "clock", t("board.others_wait")) : null,
        room || typed ? input_of(board, field, null, typed, rows.length ? t("board.another", {label: field.label}) : field.label, muted) : null,
        !room && typed.trim() ? [h("p.board-overtaken", {key: "overtaken", role: "status"}, t("board.overtaken")), ways_out(board, {from: board.board, slot: slot_of(field.id, null), text: typed}, drafts)] : null);
}

/// Who writes on it, and when what they send is seen.
function together(board) {
    if (board.of_room) return t(board.reviewed ? "board.together_room_reviewed" : "board.together_room");
    return t(board.reviewed ? "board.together_reviewed" : "board.together");
}

/// The section of a block (screens/block.js).
export function section() {
    const board = device.board;
    pass_on(board);
    const drafts = kept(draft_key(board.board), {});
    const muted = device.mine.muted;
    const list = unsent(board, drafts);
    return {key: "board", title: board.title, name: t(board.of_room ? "board.name_room" : "board.name"), body: [
        muted ? notice("info", "info", t("write.muted"), t("write.muted_do")) : notice("info", "people", null, together(board)),
        rounds_view(board),
        muted ? null : left_over_view(board, drafts),
        in_order(board).map((field) => field_view(board, field, drafts, muted)),
    ], footer: muted ? null : [button({id: "send-board", icon: "send", kind: "primary", label: t("write.send"), off: !list.length, onclick: () => {
        send_all(board, list);
        redraw();
    }})]};
}

offer({board: {section}, field: {card: field}});
