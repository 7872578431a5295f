// When it is over for this device: the session ended, or another device took the seat.
import {device, leave, own_notes} from "../device.js";
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {room} from "../icons.js";
import {entries} from "../outbox.js";
import {button, notice} from "../parts.js";
import {open_sheet} from "../ui.js";
import {own_list} from "./write.js";

/// What somebody wrote here and no host has taken, or null. `after`: what stands between the heading and the texts.
export function unsent_list(after = null) {
    const notes = entries().filter((entry) => entry.frame.t === "note");
    if (!notes.length) return null;
    return h("div", {key: "unsent", "data-id": "unsent"}, after || h("h2", null, t("strange.unsent")),
        h("ul.card.unsent", null, notes.map((entry) => h("li", {key: entry.frame.id, dir: "auto"}, entry.then && entry.then.text || entry.frame.text))));
}

// Once it is over nobody can let a waiting text through; what stood on the wall is what is kept.
function for_good(note) {
    const stood = note.stands !== undefined && device.mine.notes.find((one) => one.note === note.note);
    if (stood) return Object.assign({}, note, {text: stood.text, stands: "", edit: {state: "hidden"}});
    return note.state === "waiting" ? Object.assign({}, note, {state: "never_shown"}) : note;
}

// What is only here is not thrown away without a word.
function start_afresh() {
    if (entries().some((entry) => entry.frame.t === "note")) open_sheet("leave");
    else leave();
}

export function ended_screen() {
    const notes = own_notes().filter((note) => note.note);
    return {key: "ended", title: t("end.title"), main: [
        h("div.waiting", {key: "waiting"}, room(), h("h1", {tabindex: "-1", "data-id": "title"}, t("end.title")), h("p.lead", null, t("end.text"))),
        unsent_list(notice("warn", "warning", t("end.unsent"), t("end.unsent_do"))),
        notes.length ? h("h2", {key: "own-heading"}, t("mine.title")) : null,
        notes.length ? own_list(notes.map(for_good), false) : null,
    ], footer: [h("span.space"), button({id: "fresh", label: t("end.fresh"), onclick: start_afresh})]};
}

export function taken_screen() {
    return {key: "taken", title: t("taken.title"), main: [
        h("div.waiting", {key: "waiting"}, room(), h("h1", {tabindex: "-1", "data-id": "title"}, t("taken.title")), h("p.lead", null, t("taken.text"))),
        unsent_list(notice("warn", "warning", t("end.unsent"), t("end.unsent_do"))),
    ], footer: [h("span.space"), button({id: "fresh", label: t("taken.fresh"), onclick: start_afresh})]};
}
