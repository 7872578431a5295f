// Tre prickar: some dots of each criterion, told apart by colour, shape and words.
import {h} from "../dom.js";
import {mark} from "../icons.js";
import {number_word, t, tn} from "../i18n.js";
import {dots, letter} from "../parts.js";
import {announce} from "../ui.js";
import {moved, stepper} from "./vote_dots.js";

function given(value, criterion) {
    return (value.dots && value.dots[criterion]) || {};
}
function spent(value, criterion) {
    const all = given(value, criterion);
    return Object.keys(all).reduce((sum, id) => sum + all[id], 0);
}
function total(poll, value) {
    return poll.criteria.reduce((sum, one) => sum + spent(value, one.id), 0);
}
export function is_blank(value) {
    return !value.dots || Object.keys(value.dots).every((criterion) => spent(value, criterion) === 0);
}
export function help(poll) {
    return tn("criteria.have", poll.dots, {word: number_word(poll.dots)});
}

export function body(poll, options, value, set) {
    return h("ul.plain.options", {key: "options"}, options.map((option) => {
        const any = poll.criteria.some((one) => given(value, one.id)[option.id]);
        return h("li.option.card.criteria", {key: option.id, class: any ? "chosen" : "", "data-id": "option-" + option.id},
            h("p.option-label", null, h("span.letter", {"aria-hidden": "true"}, letter(option.index)), h("span", {dir: "auto", lang: option.lang}, option.label)),
            poll.criteria.map((criterion) => {
                const count = given(value, criterion.id)[option.id] || 0;
                return h("div.criterion", {key: criterion.id}, mark(criterion.colour, criterion.colour), h("span.criterion-label", null, h("bdi", null, criterion.label)), dots(count, poll.dots),
                    stepper({id: "option-" + option.id + "/" + criterion.id, label: option.label + ", " + criterion.label, count,
                        most: poll.dots, left: poll.dots - spent(value, criterion.id), onchange: (step) => {
                            const now = set((current) => ({dots: Object.assign({}, current.dots, {[criterion.id]:
                                moved(given(current, criterion.id), option.id, step, poll.dots, poll.dots - spent(current, criterion.id))})}));
                            const rest = poll.dots - spent(now, criterion.id);
                            announce(tn("dots.given", given(now, criterion.id)[option.id] || 0, {label: option.label + ", " + criterion.label}) + " "
                                + tn("dots.left", rest, {word: number_word(rest)}));
                        }}));
            }));
    }));
}

export function left(poll, value) {
    return h("ul.plain.left-list", null, poll.criteria.map((criterion) => {
        const rest = poll.dots - spent(value, criterion.id);
        return h("li", {key: criterion.id, "data-id": "left-" + criterion.id}, mark(criterion.colour, criterion.colour), dots(poll.dots - rest, poll.dots, "small"),
            h("span", null, t("criteria.left", {label: criterion.label, count: rest})));
    }));
}

export function send_label(poll, value) {
    return tn("dots.send", total(poll, value), {word: number_word(total(poll, value))});
}

export function summary(poll, value) {
    const rows = [];
    for (const option of poll.options) {
        const parts = poll.criteria.filter((one) => given(value, one.id)[option.id])
            .map((one) => one.label + " " + given(value, one.id)[option.id]);
        if (parts.length) rows.push({key: option.id, label: option.label, value: parts.join(" · ")});
    }
    return rows;
}
