// When it is over for this device: the session ended, or another device took the seat.
import {device, leave, own_notes} from "../device.js";
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {room} from "../icons.js";
import {entries} from "../outbox.js";
import {button, notice} from "../parts.js";
import {own_list} from "./write.js";

function unsent_texts() {
    const notes = entries().filter((entry) => entry.frame.t === "note");
    if (!notes.length) return null;
    return h("div", {key: "unsent"}, notice("warn", "warning", t("end.unsent"), t("end.unsent_do")),
        h("ul.card.unsent", null, notes.map((entry) => h("li", {key: entry.frame.id, dir: "auto"}, entry.frame.text))));
}

export function ended_screen() {
    const notes = own_notes().filter((note) => note.note);
    return {key: "ended", title: t("end.title"), main: [
        h("div.waiting", {key: "waiting"}, room(), h("h1", {tabindex: "-1", "data-id": "title"}, t("end.title")), h("p.lead", null, t("end.text"))),
        unsent_texts(),
        notes.length ? h("h2", {key: "own-heading"}, t("mine.title")) : null,
        notes.length ? own_list(notes, false) : null,
    ], footer: [h("span.space"), button({id: "fresh", label: t("end.fresh"), onclick: leave})]};
}

export function taken_screen() {
    return {key: "taken", title: t("taken.title"), main: [
        h("div.waiting", {key: "waiting"}, room(), h("h1", {tabindex: "-1", "data-id": "title"}, t("taken.title")), h("p.lead", null, t("taken.text"))),
        unsent_texts(),
    ], footer: [h("span.space"), button({id: "fresh", label: t("taken.fresh"), onclick: () => {
        device.end = null;
        leave();
    }})]};
}
