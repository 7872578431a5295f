// The inbox: what waits to be shown. Show, hide, mend a typo, join with one that says the same.
import {h} from "../dom.js";
import {has_text, t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {button, chip, notice, sheet} from "../parts.js";
import {close_sheet, redraw, toast, ui} from "../ui.js";
import {act} from "./host.js";

/// A field for mending a note's text, under its own row.
export function fix_view(note) {
    const done = () => {
        const text = ui.fixing.text.trim();
        if (text && text !== note.text) act("fix", {note: note.id, text}, () => toast(t("fix.done")));
        ui.fixing = null;
        redraw();
    };
    return h("div.fix", {key: "fix"}, h("label.strong", {for: "fix-text"}, t("fix.label")),
        h("textarea.input", {id: "fix-text", "data-id": "fix-text", rows: 3, dir: "auto", value: ui.fixing.text, mounted: (el) => setTimeout(() => el.focus(), 0), oninput: (event) => {
            ui.fixing.text = event.target.value;
        }}), h("div.row", null, button({id: "fix-save", kind: "tint", label: t("save"), onclick: done}), button({id: "fix-cancel", kind: "quiet", label: t("cancel"), onclick: () => {
            ui.fixing = null;
            redraw();
        }})));
}

export function start_fixing(id, text) {
    ui.fixing = {id, text};
    redraw();
}

function held_text(held) {
    return t("held.title", {what: has_text("held." + held) ? t("held." + held) : held});
}

function waiting_note(note) {
    const id = note.note;
    return h("li.inbox-note", {key: id, "data-id": "inbox-note"},
        note.held ? chip("warn", "warning", held_text(note.held)) : null,
        note.about ? h("p.support", {dir: "auto", "data-id": "about"}, t("inbox.card", {idea: note.about}), " · ", note.field) : null, h("p.inbox-text", {dir: "auto"}, note.text),
        note.author ? h("p.support", {dir: "auto", "data-id": "author"}, t("inbox.author", {name: note.author})) : null,
        note.like ? h("p.support", {dir: "auto"}, icon("merge"), " ", t("inbox.like", {text: note.like.text})) : null,
        ui.fixing && ui.fixing.id === id ? fix_view({id, text: note.text}) : h("div.row.wrap", {key: "deeds"},
            button({id: "approve-" + id, icon: "check", kind: "tint", label: t(note.held ? "inbox.approve_held" : "inbox.approve"), name: note.held ? t("inbox.approve_held") + ": " + note.text : t("inbox.approve_of", {text: note.text}),
                onclick: () => act("approve", note.held ? {note: id, held_ok: true} : {note: id})}),
            note.like ? button({id: "merge-" + id, icon: "merge", label: t("inbox.merge"), onclick: () => act("merge", {note: id, into: note.like.note})}) : null,
            button({id: "hide-" + id, icon: "dark", label: t("inbox.hide"), name: t("inbox.hide_of", {text: note.text}), onclick: () => act("hide", {note: id})}),
            button({id: "fix-" + id, icon: "edit", kind: "quiet", label: t("fix.go"), name: t("fix.of", {text: note.text}), onclick: () => start_fixing(id, note.text)})));
}

export function inbox_sheet(frame) {
    const inbox = frame.inbox || [];
    const easy = inbox.filter((note) => !note.held);
    const hidden = frame.hidden || [];
    return sheet({id: "inbox", title: t("inbox.title"), onclose: close_sheet, body: [
        frame.moderation ? null : notice("info", "info", null, t("inbox.direct")),
        inbox.length ? null : h("p.lead", {key: "empty"}, t("inbox.empty")),
        h("ul.plain", {key: "list"}, inbox.map(waiting_note)),
        hidden.length ? h("details", {key: "hidden"}, h("summary", {"data-id": "hidden"}, tn("inbox.hidden", hidden.length)), h("ul.plain", null, hidden.map((note) => h("li.row.line", {key: note.note},
            note.held ? chip("warn", "warning", held_text(note.held)) : null, h("span.grow", {dir: "auto"}, note.text, note.author ? h("span.support", {"data-id": "author"}, " ", t("inbox.author", {name: note.author})) : null), button({id: "show-" + note.note, label: t(note.held ? "inbox.approve_held" : "inbox.show"), onclick: () => act("show", note.held ? {note: note.note, held_ok: true} : {note: note.note})}))))) : null,
    ], foot: easy.length > 1 ? button({id: "approve-all", icon: "check", kind: "primary", class: "wide", label: tn("inbox.approve_all", easy.length), onclick: () => easy.forEach((note) => act("approve", {note: note.note}))}) : null});
}
