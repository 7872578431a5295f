// Writing notes: the text is kept on the device while it is typed, and after sending until the host has it.
import {device, edit_note, hold_pen, own_notes, send_note} from "../device.js";
import {h} from "../dom.js";
import {refusal_text, has_text, t, tn} from "../i18n.js";
import {COLOURS, mark} from "../icons.js";
import {follow, photo} from "../later.js";
import {drop_entry, put} from "../outbox.js";
import {button, chip, notice, text_length} from "../parts.js";
import {forget, keep, kept} from "../storage.js";
import {redraw, toast, ui} from "../ui.js";

export function note_draft(block) {
    return Object.assign({text: "", group: "", colour: kept("colour", "sol")}, kept("draft/" + block, {}));
}

function keep_draft(block, draft) {
    if (draft.text) keep("draft/" + block, draft);
    else keep("draft/" + block, {text: "", group: draft.group, column: draft.column, colour: draft.colour});
    redraw();
}

/// The column that the room works on now, when it is one to write into.
function current_column(block, writes) {
    return writes.groups.find((one) => one.id === block.column) || null;
}

/// Where a note goes. One that is begun stays where it was begun; one that is not goes where the room works now, unless
/// somewhere else was chosen since the room came there.
function group_of(block, writes, draft) {
    if (!writes.groups.length) return "";
    const column = current_column(block, writes);
    if (draft.group && (draft.text || !column || draft.column === column.id)) return draft.group;
    return column ? column.id : writes.groups[0].id;
}

function put_in(block, group) {
    return {group, column: block.column || ""};
}

/// Sends what is written; `parent` when it builds upon another idea.
export function send_draft(block, writes, draft_key, parent) {
    const draft = note_draft(draft_key);
    const text = draft.text.trim();
    if (!text || text_length(text) > most(writes)) return;
    const with_photo = "draft/photo/" + draft_key;
    send_note(block.id, text, group_of(block, writes, draft), draft.colour, parent, kept(with_photo));
    forget(with_photo);
    if (writes.groups.length) keep("draft/" + draft_key, {text: "", group: draft.group, column: draft.column, colour: draft.colour});
    else forget("draft/" + draft_key);
    const field = document.querySelector("[data-id='note-text']");
    if (field && !parent) field.focus();
    redraw();
}

export function most(writes) {
    return writes.most_length || 280;
}

/// "72 av 140 tecken", in red when there is too much.
export function length_text(text, writes, id) {
    const length = text_length(text);
    return h("span.count", {id, class: length > most(writes) ? "over" : "", "data-id": "count"},
        t(length > most(writes) ? "write.too_long" : "write.count", {length, most: most(writes), over: length - most(writes)}));
}

function group_choice(block, writes, draft) {
    if (!writes.groups || !writes.groups.length) return null;
    const chosen = group_of(block, writes, draft);
    const column = current_column(block, writes);
    return h("fieldset.groups", {key: "groups"}, h("legend", null, t("write.where")), column ? h("p.support", {key: "column", "data-id": "column"}, t("write.column", {label: column.label})) : null, h("div.chips", null,
        writes.groups.map((group) => h("label.choice-chip", {key: group.id, "data-id": "group-" + group.id},
            h("input", {type: "radio", name: "group", value: group.id, checked: group.id === chosen,
                onchange: () => keep_draft(block.id, Object.assign(draft, put_in(block, group.id)))}), h("span", null, group.label)))));
}

function colour_choice(block, draft) {
    return h("fieldset.colours", {key: "colours"}, h("legend.sr", null, t("write.colour")),
        COLOURS.map((colour) => h("label.swatch", {key: colour, class: colour, "data-id": "colour-" + colour, title: t("colour." + colour)},
            h("input", {type: "radio", name: "colour", value: colour, checked: colour === draft.colour, "aria-label": t("colour." + colour),
                onchange: () => {
                    keep("colour", colour);
                    keep_draft(block.id, Object.assign(draft, {colour}));
                }}), h("span.swatch-box", null, mark(colour)))));
}

/// The note one writes on: its colour, its mark, who writes, how long.
export function note_editor({block, writes, draft, draft_key, label, id, onsend}) {
    const name = device.seat && device.seat.show_name && device.seat.name;
    return h("div.note.editor", {key: "editor-" + draft_key, class: draft.colour},
        h("textarea", {"data-id": id, "aria-label": label, "aria-describedby": "count-" + draft_key, value: draft.text, rows: 4, dir: "auto",
            placeholder: t("write.placeholder"), oninput: (event) => {
                const group = group_of(block, writes, draft);
                keep_draft(draft_key, Object.assign(draft, {text: event.target.value}, writes.groups.length ? put_in(block, group) : null));
                if (writes.groups.length) hold_pen(null, group, true);
            },
            onkeydown: (event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onsend();
            }}),
        h("div.note-foot", null, mark(draft.colour), name ? h("bdi", null, name) : h("span", null, t("write.no_name")),
            h("span.space"), length_text(draft.text, writes, "count-" + draft_key)));
}

function held_chip(held) {
    return chip("warn", "lock", t("held.title", {what: t("held." + held)}));
}

/// What has become of an own note.
export function state_chip(note) {
    if (note.edit && note.state !== "hidden") {
        if (note.edit.state === "here") return chip("warn", "clock", t("mine.here"));
        if (note.edit.state === "hidden") return chip("", "lock", t("mine.edit_hidden"));
        return note.edit.held ? held_chip(note.edit.held) : chip("warn", "clock", t("mine.edit_waiting"));
    }
    switch (note.state) {
    case "here": return chip("warn", "clock", t("mine.here"));
    case "pending": return chip("warn", "clock", t("mine.pending"));
    case "refused": return chip("err", "warning", t("mine.refused"));
    case "never_shown": return chip("", "lock", t("mine.never_shown"));
    case "hidden": return chip("", "lock", t("mine.hidden"));
    case "waiting": return note.held ? held_chip(note.held) : chip("", "check", t("mine.waiting"));
    default: return chip("ok", "check", note.number ? note.number : t("mine.shown"));
    }
}

/// One's own notes, with their state, and to change or take back while the block is open.
export function own_list(notes, open) {
    return h("ul.own.plain", {key: "own"}, notes.map((note) => {
        const editing = ui.editing && ui.editing.key === note.key;
        const can = open && note.state !== "hidden";
        return h("li.own-note", {key: note.key, "data-id": "own-note"}, h("span.own-mark", {class: note.colour || "sol"}, mark(note.colour || "sol")),
            editing ? editor_of(note) : h("div.own-text", null, h("p", {dir: "auto", lang: note.lang}, note.text), note.photo ? photo("small", note) : null,
                note.state === "refused" ? h("p.support", null, refusal_text(note.answer)) : null, state_chip(note),
                note.stands ? h("p.support", {"data-id": "stands"}, t("mine.stands", {text: note.stands})) : null,
                note.state === "shown" && note.type === "idea" ? follow("own", note) : null),
            can && !editing ? h("div.own-deeds", null,
                button({key: "edit", id: "edit", icon: "edit", kind: "quiet", name: t("mine.edit_of", {text: note.text}), onclick: () => {
                    ui.editing = {key: note.key, text: note.text, shows: note.shows || ""};
                    redraw();
                }}),
                button({key: "withdraw", id: "withdraw", icon: "bin", kind: "quiet", name: t("mine.withdraw_of", {text: note.text}), onclick: () => {
                    if (note.note) put({t: "withdraw", note: note.note});
                    else drop_entry(note.id);
                    toast(t("mine.withdrawn"));
                }})) : null);
    }));
}

function editor_of(note) {
    const done = () => {
        const words = {text: ui.editing.text.trim()};
        if (note.photo) words.shows = ui.editing.shows.trim();
        if (words.text && (words.text !== note.text || (note.photo && words.shows !== (note.shows || "")))) edit_note(note, words);
        ui.editing = null;
        redraw();
    };
    return h("div.own-text", {key: "editing"},
        h("textarea.input", {"data-id": "edit-text", "aria-label": t("mine.edit"), value: ui.editing.text, rows: 3, dir: "auto", mounted: (el) => setTimeout(() => el.focus(), 0),
            oninput: (event) => {
                ui.editing.text = event.target.value;
            }}),
        note.photo ? photo("words", ui.editing) : null,
        h("div.row", null, button({id: "edit-save", kind: "primary", label: t("save"), onclick: done}),
            button({id: "edit-cancel", kind: "quiet", label: t("cancel"), onclick: () => {
                ui.editing = null;
                redraw();
            }})));
}

function send_label(writes) {
    return has_text("write.send_" + writes.type) ? t("write.send_" + writes.type) : t("write.send");
}

export function write_section(state) {
    const block = state.block;
    const writes = Object.assign({groups: []}, block.writes);
    const draft = note_draft(block.id);
    const mine = own_notes(block.id);
    // What is only here yet has not been sent.
    const sent = mine.filter((one) => one.note).length;
    const full = writes.most_notes > 0 && mine.length >= writes.most_notes;
    const muted = device.mine.muted;
    const length = text_length(draft.text.trim());
    const send = () => send_draft(block, writes, block.id);
    return {key: "write", title: block.question || block.title, name: t("view.write"), body: [
        muted ? notice("info", "info", t("write.muted"), t("write.muted_do")) : null,
        full ? notice("ok", "check", tn("write.full", writes.most_notes), t("write.full_do")) : null,
        full || muted ? null : [group_choice(block, writes, draft),
            note_editor({block, writes, draft, draft_key: block.id, label: block.question || t("write.label"), id: "note-text", onsend: send}),
            colour_choice(block, draft), photo("choice", block.id)],
        mine.length ? h("h2", {key: "own-heading"}, t("write.own")) : null,
        mine.length ? own_list(mine.slice().reverse(), true) : null,
    ], footer: [
        h("p.foot-text", {key: "foot", class: sent ? "ok" : "", "data-id": "sent-count"}, sent ? tn("write.sent", sent) : null),
        full || muted ? null : button({id: "send", icon: "send", kind: "primary", label: send_label(writes), off: !length || length > most(writes), onclick: send}),
    ]};
}
