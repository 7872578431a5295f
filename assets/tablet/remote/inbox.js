// The inbox: what waits to be shown. Show, hide, mend a typo, join with one that says the same; one, several or all.
import {h} from "../dom.js";
import {has_text, t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {button, chip, notice, sheet} from "../parts.js";
import {close_sheet, redraw, toast, ui} from "../ui.js";
import {act} from "./host.js";
import {photo_link} from "./photo.js";

/// Fields for mending a note's text, and what is said of its photo, under its own row.
export function fix_view(id, text, photo) {
    const done = () => {
        const fixed = {note: id, text: ui.fixing.text.trim()};
        if (photo) fixed.shows = ui.fixing.shows.trim();
        if (fixed.text && (fixed.text !== text || (photo && fixed.shows !== photo.shows))) act("fix", fixed, () => toast(t("fix.done")));
        ui.fixing = null;
        redraw();
    };
    return h("div.fix", {key: "fix"}, h("label.strong", {for: "fix-text"}, t("fix.label")),
        h("textarea.input", {id: "fix-text", "data-id": "fix-text", rows: 3, dir: "auto", value: ui.fixing.text, mounted: (el) => setTimeout(() => el.focus(), 0), oninput: (event) => {
            ui.fixing.text = event.target.value;
        }}), photo ? h("label.field", {key: "shows"}, h("span.strong", null, t("fix.shows")), h("input.input", {"data-id": "fix-shows", maxlength: 140, dir: "auto", autocomplete: "off", value: ui.fixing.shows, oninput: (event) => {
            ui.fixing.shows = event.target.value;
        }})) : null, h("div.row", null, button({id: "fix-save", kind: "tint", label: t("save"), onclick: done}), button({id: "fix-cancel", kind: "quiet", label: t("cancel"), onclick: () => {
            ui.fixing = null;
            redraw();
        }})));
}

export function start_fixing(id, text, photo) {
    ui.fixing = {id, text, shows: photo ? photo.shows || "" : ""};
    redraw();
}

function held_text(held) {
    return t("held.title", {what: has_text("held." + held) ? t("held." + held) : held});
}

// With their versions they fill no more than a message.
const MOST_AT_ONCE = 200;

function review(how, notes, versions) {
    for (let i = 0; i < notes.length; i += MOST_AT_ONCE) {
        const some = {how, notes: notes.slice(i, i + MOST_AT_ONCE)};
        if (versions) some.versions = versions.slice(i, i + MOST_AT_ONCE);
        act("review", some, (ack) => ack.changed && toast(t("inbox.changed"), "err"));
    }
}

function ids(notes) {
    return notes.map((note) => note.note);
}

/// Says which words were read: those that have been changed since stay.
function show(notes) {
    review("show", ids(notes), notes.map((note) => note.version));
    ui.chosen = null;
    redraw();
}

/// What is asked about one note: as it was read, held or not.
function read(note) {
    const asked = {note: note.note, version: note.version};
    return note.held ? Object.assign(asked, {held_ok: true}) : asked;
}

function version_of(note) {
    return note.version || "";
}

/// A tick is for the words that were there when it was set: when they are changed it is gone.
function is_chosen(note) {
    return ui.chosen[note.note] === version_of(note);
}

/// What was hidden together can be put back together, as long as the inbox is open.
function hide(notes) {
    review("hide", notes);
    ui.hid = notes;
    ui.chosen = null;
    redraw();
}

function hid_notice() {
    return h("div", {key: "hid", role: "status"}, notice("info", "dark", tn("inbox.hid", ui.hid.length), null, button({id: "hide-undo", icon: "undo", label: t("undo"), onclick: () => {
        review("wait", ui.hid);
        ui.hid = null;
        redraw();
    }})));
}

function choose_button() {
    return h("div.row", {key: "choose"}, button({id: "choose", icon: ui.chosen ? "close" : "check", kind: "quiet", label: t("inbox.choose"), pressed: !!ui.chosen, onclick: () => {
        ui.chosen = ui.chosen ? null : {};
        redraw();
    }}));
}

/// The words of a note; while several are chosen, with a box to tick.
function words_of(note) {
    if (!ui.chosen) return h("p.inbox-text", {dir: "auto", lang: note.lang}, note.text);
    return h("label.choose-note", {key: "choose"}, h("input", {type: "checkbox", "data-id": "choose-" + note.note, checked: is_chosen(note), onchange: (event) => {
        ui.chosen = Object.assign({}, ui.chosen, {[note.note]: event.target.checked ? version_of(note) : null});
        redraw();
    }}), h("span.inbox-text.grow", {dir: "auto", lang: note.lang}, note.text));
}

/// An edit's photo has been looked at with its note.
function has_new_photo(note) {
    return !!note.photo && !note.edits;
}

/// Which ones "all" are, when some are left out.
function all_text(all, inbox) {
    const photos = inbox.some(has_new_photo);
    const held = inbox.some((note) => note.held);
    if (!photos && !held) return tn("inbox.approve_all", all.length);
    return t(!held ? "inbox.approve_no_photo" : photos ? "inbox.approve_plain" : "inbox.approve_not_held", {count: all.length});
}

function foot_of(inbox) {
    const easy = (notes) => notes.filter((note) => !note.held);
    // A picture is looked at before others see it.
    const all = easy(inbox.filter((note) => !has_new_photo(note)));
    if (ui.chosen) {
        const chosen = inbox.filter(is_chosen);
        return [button({id: "hide-chosen", icon: "dark", label: t("inbox.hide_chosen", {count: chosen.length}), off: !chosen.length, onclick: () => hide(ids(chosen))}),
            button({id: "show-chosen", icon: "check", kind: "primary", label: t("inbox.show_chosen", {count: easy(chosen).length}), off: !easy(chosen).length, onclick: () => show(easy(chosen))})];
    }
    if (inbox.length < 2) return null;
    return [button({id: "hide-all", icon: "dark", label: t("inbox.hide_all", {count: inbox.length}), onclick: () => hide(ids(inbox))}),
        all.length > 1 ? button({id: "approve-all", icon: "check", kind: "primary", label: all_text(all, inbox), onclick: () => show(all)}) : null];
}

function close() {
    ui.chosen = ui.hid = null;
    close_sheet();
}

/// That it is an edit, of which note, and what it makes of the words of its photo.
function edit_words(edits) {
    return [h("p.support", {key: "edits", "data-id": "edits"}, icon("edit"), " ", t("inbox.edit", {text: edits.text})),
        edits.shows === undefined ? null : h("p.support", {key: "edit-shows", "data-id": "edit-shows"}, t("inbox.edit_shows", {shows: edits.shows, was: edits.was}))];
}

function waiting_note(note) {
    const id = note.note;
    return h("li.inbox-note", {key: id, "data-id": "inbox-note"},
        note.held ? chip("warn", "warning", held_text(note.held)) : null,
        note.about ? h("p.support", {dir: "auto", "data-id": "about"}, note.type === "board" ? note.about : t("inbox.card", {idea: note.about}), " · ", note.field) : null, note.edits ? edit_words(note.edits) : null, words_of(note), photo_link(note.photo, note.text),
        note.photo && note.photo.shows && !(note.edits && note.edits.shows !== undefined) ? h("p.support", {"data-id": "shows"}, t("inbox.shows", {shows: note.photo.shows})) : null,
        note.author ? h("p.support", {"data-id": "author"}, t("inbox.author", {name: note.author})) : null,
        note.like ? h("p.support", null, icon("merge"), " ", t("inbox.like", {text: note.like.text})) : null,
        ui.chosen ? null : ui.fixing && ui.fixing.id === id ? fix_view(id, note.text, note.photo) : h("div.row.wrap", {key: "deeds"},
            button({id: "approve-" + id, icon: "check", kind: "tint", label: t(note.held ? "inbox.approve_held" : "inbox.approve"), name: note.held ? t("inbox.approve_held") + ": " + note.text : t("inbox.approve_of", {text: note.text}),
                onclick: () => act("approve", read(note))}),
            note.like ? button({id: "merge-" + id, icon: "merge", label: t("inbox.merge"), onclick: () => act("merge", {note: id, into: note.like.note, version: note.version})}) : null,
            button({id: "hide-" + id, icon: "dark", label: t("inbox.hide"), name: t("inbox.hide_of", {text: note.text}), onclick: () => act("hide", {note: id})}),
            button({id: "fix-" + id, icon: "edit", kind: "quiet", label: t("fix.go"), name: t("fix.of", {text: note.text}), onclick: () => start_fixing(id, note.text, note.photo)})));
}

export function inbox_sheet(frame) {
    const inbox = frame.inbox || [];
    const hidden = frame.hidden || [];
    if (ui.chosen && !inbox.length) ui.chosen = null;
    return sheet({id: "inbox", title: t("inbox.title"), onclose: close, body: [
        frame.moderation ? null : notice("info", "info", null, t("inbox.direct")),
        ui.hid ? hid_notice() : null,
        inbox.length || ui.chosen ? choose_button() : null,
        inbox.length ? null : h("p.lead", {key: "empty"}, t("inbox.empty")),
        h("ul.plain", {key: "list"}, inbox.map(waiting_note)),
        hidden.length ? h("details", {key: "hidden"}, h("summary", {"data-id": "hidden"}, tn("inbox.hidden", hidden.length)), h("ul.plain", null, hidden.map((note) => h("li.row.line", {key: note.note},
            note.held ? chip("warn", "warning", held_text(note.held)) : null, photo_link(note.photo, note.text), h("span.grow", {dir: "auto", lang: note.lang}, note.text, note.author ? h("span.support", {"data-id": "author"}, " ", t("inbox.author", {name: note.author})) : null), button({id: "show-" + note.note, label: t(note.held ? "inbox.approve_held" : "inbox.show"), onclick: () => act("show", read(note))}))))) : null,
    ], foot: foot_of(inbox)});
}
