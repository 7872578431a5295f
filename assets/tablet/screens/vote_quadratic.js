// Quadratic: votes for or against, and each more costs more: n votes on one option cost n × n of one's points.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {button, letter} from "../parts.js";
import {announce} from "../ui.js";
import {signed} from "../verdicts.js";
import {account, letter_mark, marked, pieces, with_mark} from "./vote_parts.js";

export function is_blank(value) {
    return !marked(value).length;
}

function credits(poll) {
    return poll.dots || 25;
}
function given(value, id) {
    return (value.marks && value.marks[id]) || 0;
}
function used(value) {
    return marked(value).reduce((sum, id) => sum + value.marks[id] * value.marks[id], 0);
}

/// What it takes to go from the votes that an option has to one more or one less; below zero when points come back.
function price(count, by) {
    return (count + by) * (count + by) - count * count;
}

export function voted(poll, value, id, by) {
    const count = given(value, id);
    return price(count, by) > credits(poll) - used(value) ? value : with_mark(value, id, count + by || null);
}

export function help(poll) {
    return t("quadratic.help", {credits: credits(poll)});
}

function votes_words(count) {
    return count === 0 ? t("quadratic.none") : tn(count < 0 ? "quadratic.against" : "quadratic.for", Math.abs(count));
}
function price_words(cost) {
    return cost < 0 ? tn("quadratic.back", -cost) : tn("quadratic.price", cost);
}

export function body(poll, options, value, set) {
    const left = credits(poll) - used(value);
    return [
        account(pieces(options.filter((option) => given(value, option.id)).map((option) => ({key: option.id, letter: letter(option.index), size: given(value, option.id) * given(value, option.id)})), credits(poll)),
            t("quadratic.used", {count: used(value), of: credits(poll)}), tn("points.left", left), false),
        h("ul.plain.options", {key: "options"}, options.map((option) => {
            const count = given(value, option.id);
            const id = "option-" + option.id;
            const change = (by) => {
                const now = set((current) => voted(poll, current, option.id, by));
                announce(option.label + ": " + votes_words(given(now, option.id)) + ". " + tn("points.left", credits(poll) - used(now)));
            };
            const step = (by, name, symbol) => h("div.priced", {key: name}, button({id: id + "/" + name, icon: symbol, kind: by < 0 ? "plain" : "tint", class: "step",
                name: t(by < 0 ? "quadratic.minus" : "quadratic.plus", {label: option.label}) + ", " + price_words(price(count, by)), off: price(count, by) > left, onclick: () => change(by)}),
            h("span.price", {"aria-hidden": "true"}, price_words(price(count, by))));
            return h("li.option.card.quadratic", {key: option.id, class: count ? "chosen" : "", "data-id": id}, letter_mark(option),
                h("div.named", null, h("span.option-label", {dir: "auto", lang: option.lang}, option.label), h("span.support", null, count ? t("quadratic.costs", {count: count * count}) : t("quadratic.none"))),
                h("div.stepper", {role: "group", "aria-label": option.label + ": " + votes_words(count)}, step(-1, "minus", "minus"),
                    h("span.amount", {"aria-hidden": "true", "data-id": id + "/count"}, h("span", {dir: "ltr"}, signed(count)), h("span.amount-word", null, count < 0 ? t("quadratic.word_against") : count > 0 ? t("quadratic.word_for") : "")),
                    step(1, "plus", "plus")));
        })),
    ];
}

export function left(poll, value) {
    return [h("span.strong", null, tn("points.left", credits(poll) - used(value))), h("span.support.wide-only", null, t("quadratic.may_keep"))];
}

export function send_label(poll, value) {
    return tn("quadratic.send", marked(value).reduce((sum, id) => sum + Math.abs(value.marks[id]), 0));
}

export function summary(poll, value) {
    return poll.options.filter((option) => given(value, option.id)).map((option) => ({key: option.id, label: option.label, value: votes_words(given(value, option.id))}));
}

export function own(poll, sent, id) {
    return given(sent, id) ? t("result.you_gave", {count: signed(given(sent, id))}) : "";
}
