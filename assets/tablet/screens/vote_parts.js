// Small pieces that several of the rarer ways to vote share.
import {h} from "../dom.js";
import {current} from "../i18n.js";
import {icon} from "../icons.js";
import {letter} from "../parts.js";

/// What is marked, without zeros.
export function marked(value) {
    const marks = value.marks || {};
    return Object.keys(marks).filter((id) => marks[id] !== 0);
}

/// The marks with one of them changed; null takes it away.
export function with_mark(value, id, mark) {
    const marks = Object.assign({}, value.marks, {[id]: mark});
    if (mark === null) delete marks[id];
    return {marks};
}

/// "40 000" in the reader's own way, with the digits that codes, times and all other numbers of the pages have.
export function whole(count) {
    return Number(count).toLocaleString(current() + "-u-nu-latn");
}

export function money(poll, count) {
    return whole(count) + " " + (poll.unit || "kr");
}

export function letter_mark(option, classes) {
    return h("span.letter.keep", {class: classes || "", "aria-hidden": "true"}, letter(option.index));
}

/// An option to say yes to: a real checkbox, drawn as a box with a tick; `detail` stands beneath its name.
export function check_card(option, {checked, detail, onchange}) {
    return h("label.option.card.check", {key: option.id, class: checked ? "chosen" : "", "data-id": "option-" + option.id},
        h("input", {type: "checkbox", checked, onchange: (event) => onchange(event.target.checked)}), letter_mark(option),
        h("span.named", null, h("span.option-label", {dir: "auto", lang: option.lang}, option.label), detail ? h("span.support", null, detail) : null),
        h("span.check-mark", {"aria-hidden": "true"}, icon("check")));
}

/// How a whole is shared, as pieces with a letter each: [{key, letter, size}]. What is not shared stays empty.
export function pieces(list, whole_size) {
    return h("div.pieces", {"aria-hidden": "true"}, list.map((one, index) => h("span.piece", {key: one.key, class: "p" + index % 3, style: {width: (100 * one.size / Math.max(1, whole_size)).toFixed(2) + "%"}},
        h("span.piece-name", null, one.letter))));
}

/// A card above the options that says how much is used and how much is left.
export function account(kids, used, left, over) {
    return h("div.card.account", {key: "account", "data-id": "account"}, kids, h("div.account-words", null, h("span.support", null, used), h("span.strong", {class: over ? "warn-text" : ""}, left)));
}

/// A slider over whole numbers; `words` is what a screen reader says of a number, `unset` that none has been chosen.
export function slider({id, label, value, lowest, highest, step, words, unset, onchange}) {
    const at = 100 * (value - lowest) / Math.max(1, highest - lowest);
    return h("input.slider", {key: id, class: unset ? "unset" : "", type: "range", "data-id": id, "aria-label": label, "aria-valuetext": words, min: lowest, max: highest, step: step || 1, value: String(value),
        style: {"--at": at.toFixed(1) + "%"}, oninput: (event) => onchange(Number(event.target.value))});
}

/// Gives the keyboard to what is drawn next under a data-id, when it stood on something that the drawing took away, or
/// still stands on what was pressed (`from`). Whoever has gone on meanwhile is left alone.
export function focus_on(id, from) {
    setTimeout(() => {
        const found = document.querySelector("[data-id=" + JSON.stringify(id) + "]");
        const now = document.activeElement;
        if (found && (!now || now === document.body || (from && now.getAttribute("data-id") === from))) found.focus();
    }, 30);
}

/// With a capital at its beginning.
export function capital(words) {
    return words.charAt(0).toUpperCase() + words.slice(1);
}
