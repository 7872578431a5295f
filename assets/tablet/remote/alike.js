// Before a vote among notes opens: those that say nearly the same, side by side, for votes would be shared between them.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {button} from "../parts.js";
import {toast} from "../ui.js";
import {act} from "./host.js";

// As the wall compares (src/methods/likeness.hpp): Dice's coefficient over three letters at a time.
const NEAR = 0.6;

function trigrams(text) {
    const plain = text.toLowerCase().replace(/[\x00-\x2f\x3a-\x60\x7b-\x7f]+/g, " ").trim();
    const letters = plain ? Array.from(" " + plain + " ") : [];
    return letters.slice(2).map((last, i) => letters[i] + letters[i + 1] + last);
}

function likeness(a, b) {
    const left = new Map();
    for (const one of b) left.set(one, (left.get(one) || 0) + 1);
    let shared = 0;
    for (const one of a) {
        const count = left.get(one) || 0;
        if (count) ++shared;
        left.set(one, count - 1);
    }
    return a.length && b.length ? 2 * shared / (a.length + b.length) : 0;
}

/// The notes that a vote of the course is about: those that the block builds on, else all that stand there.
function candidates(frame) {
    const sources = ((frame.block || {}).sources || []).map((one) => one.id);
    return (frame.wall || []).filter((note) => !note.hidden && (!sources.length || sources.indexOf(note.block) >= 0));
}

/// [[note, note]]; none where the course names the alternatives.
export function alike(frame, plan) {
    if (!plan.of_notes) return [];
    const notes = candidates(frame).map((note) => ({note, grams: trigrams(note.text)}));
    const pairs = [];
    notes.forEach((one, i) => notes.slice(i + 1).forEach((two) => {
        if (likeness(one.grams, two.grams) >= NEAR) pairs.push([one.note, two.note]);
    }));
    return pairs;
}

export function alike_part(pairs) {
    if (!pairs.length) return null;
    return h("div", {key: "alike"}, h("p", {"data-id": "alike"}, t("new_vote.alike")), h("ul.plain", null, pairs.map(([one, two]) => h("li.line", {key: one.id + two.id},
        h("p.strong", {dir: "auto", lang: one.lang}, one.text), h("p.strong", {dir: "auto", lang: two.lang}, two.text),
        button({id: "join-" + two.id, icon: "merge", label: t("inbox.merge"), onclick: () => act("merge", {note: two.id, into: one.id}, () => toast(t("wall.merged")))})))));
}
