// Dots: a handful to place, at most one on each option or as many as one likes.
import {h} from "../dom.js";
import {number_word, t, tn} from "../i18n.js";
import {button, dots, letter} from "../parts.js";
import {announce} from "../ui.js";

function given(value) {
    return value.dots || {};
}
export function spent(value) {
    return Object.keys(given(value)).reduce((sum, id) => sum + given(value)[id], 0);
}
export function is_blank(value) {
    return spent(value) === 0;
}
export function help(poll) {
    return tn(poll.stacking ? "dots.have_stacking" : "dots.have", poll.dots, {word: number_word(poll.dots)});
}

/// One option with its dots and two buttons; used by tre prickar too.
export function stepper({id, label, count, most, left, onchange}) {
    return h("div.stepper", {key: "stepper", role: "group", "aria-label": tn("dots.given", count, {label})},
        button({id: id + "/minus", icon: "minus", class: "step", name: t("dots.minus", {label}), off: count === 0, onclick: () => onchange(-1)}),
        button({id: id + "/plus", icon: "plus", kind: "tint", class: "step", name: t("dots.plus", {label}), off: left === 0 || count >= most, onclick: () => onchange(1)}));
}

/// One dot more or less on an option, when there is one.
export function moved(dots_now, id, step, most, left) {
    const next = (dots_now[id] || 0) + step;
    if (next < 0 || next > most || (step > 0 && left < 1)) return dots_now;
    const all = Object.assign({}, dots_now, {[id]: next});
    if (!next) delete all[id];
    return all;
}

function place(poll, value, id, step) {
    return {dots: moved(given(value), id, step, poll.stacking ? poll.dots : 1, poll.dots - spent(value))};
}

export function body(poll, options, value, set) {
    const left = poll.dots - spent(value);
    const most = poll.stacking ? poll.dots : 1;
    return h("ul.plain.options", {key: "options"}, options.map((option) => {
        const count = given(value)[option.id] || 0;
        return h("li.option.card", {key: option.id, class: count ? "chosen" : "", "data-id": "option-" + option.id},
            h("span.letter", {"aria-hidden": "true"}, letter(option.index)), h("div.option-text", null, h("span.option-label", {dir: "auto", lang: option.lang}, option.label), dots(count, most)),
            stepper({id: "option-" + option.id, label: option.label, count, most, left, onchange: (step) => {
                const now = set((current) => place(poll, current, option.id, step));
                const rest = poll.dots - spent(now);
                announce(tn("dots.given", given(now)[option.id] || 0, {label: option.label}) + " " + tn("dots.left", rest, {word: number_word(rest)}));
            }}));
    }));
}

export function left(poll, value) {
    const rest = poll.dots - spent(value);
    return [dots(spent(value), poll.dots), h("span.strong.left-text", null, tn("dots.left", rest, {word: cap(number_word(rest))})), h("span.support.wide-only", null, t("vote.may_change"))];
}
function cap(word) {
    return word.charAt(0).toUpperCase() + word.slice(1);
}

export function send_label(poll, value) {
    return tn("dots.send", spent(value), {word: number_word(spent(value))});
}

export function summary(poll, value) {
    return poll.options.filter((option) => given(value)[option.id])
        .map((option) => ({key: option.id, label: option.label, value: tn("dots.count", given(value)[option.id])}));
}
