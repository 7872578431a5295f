// Pairs: two ideas at a time, those that this device has compared least. What is answered is kept at once and sent with
// the others; one may go on after sending.
import {ballot} from "../ballots.js";
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {button} from "../parts.js";
import {announce, redraw} from "../ui.js";
import {scatter} from "./vote.js";
import {focus_on, letter_mark} from "./vote_parts.js";

const MOST_PAIRS = 200;
const SHOWN_MS = 400;
const MOST_STEPS = 12;
let answered = null;  // {poll, pair}: the answer that is shown for a moment before the next pair comes

function pairs_of(value) {
    return value.pairs || [];
}
export function is_blank(value) {
    return !pairs_of(value).length;
}

/// How many pairs give every option about three comparisons: enough, but one may go on to all of them.
export function enough(poll) {
    const count = poll.options.length;
    return Math.min(poll.most_pairs || MOST_PAIRS, count * (count - 1) / 2, Math.ceil(1.5 * count));
}

/// The next two to compare: of the pairs that are left the one whose options were compared least, by the device's own
/// lot among equals, and in its own order. Null when all have been compared.
export function next_pair(ids, pairs, seed, most = MOST_PAIRS) {
    const count = {};
    const done = {};
    for (const [left, right] of pairs) {
        count[left] = (count[left] || 0) + 1;
        count[right] = (count[right] || 0) + 1;
        done[left + " " + right] = done[right + " " + left] = true;
    }
    if (pairs.length >= most) return null;
    let best = null;
    for (let i = 0; i < ids.length; ++i) {
        for (let j = i + 1; j < ids.length; ++j) {
            const [a, b] = [ids[i], ids[j]];
            if (done[a + " " + b]) continue;
            const lot = scatter(seed + a + b);
            const weight = [(count[a] || 0) + (count[b] || 0), Math.max(count[a] || 0, count[b] || 0), lot];
            const at = best ? weight.findIndex((one, index) => one !== best.weight[index]) : 0;
            if (!best || (at >= 0 && weight[at] < best.weight[at])) best = {weight, pair: lot % 2 ? [a, b] : [b, a]};
        }
    }
    return best && best.pair;
}

export function help() {
    return t("pairs.help");
}

function progress(poll, count) {
    const goal = enough(poll);
    const shown = Math.min(goal, MOST_STEPS);
    const steps = Array.from({length: shown}, (none, index) => h("span.pair-step", {key: index, class: index < Math.floor(count * shown / goal) ? "done" : index === Math.floor(count * shown / goal) ? "now" : ""}));
    return h("div.pair-progress", {key: "progress"}, h("div.pair-steps", {"aria-hidden": "true"}, steps),
        h("p.strong", {"data-id": "progress"}, count < goal ? t("pairs.progress", {count: count + 1, of: goal}) : t("pairs.enough", {count})));
}

export function body(poll, options, value, set) {
    const pairs = pairs_of(value);
    const held = answered && answered.poll === poll.id ? answered.pair : null;
    const named = (id) => options.find((option) => option.id === id);
    const ask = (now) => next_pair(poll.options.map((option) => option.id), now, ballot(poll).token || "", poll.most_pairs);
    const pair = held || ask(pairs);
    const say_next = (said, next) => announce(said + " " + (next ? t("pairs.next", {left: named(next[0]).label, right: named(next[1]).label}) : t("pairs.all")));
    const answer = (how) => () => {
        if (answered) return;
        answered = {poll: poll.id, pair: [pair[0], pair[1], how]};
        const now = set((current) => ({pairs: pairs_of(current).concat([answered.pair])}));
        say_next(how === "skip" ? t("pairs.skipped") : t("pairs.chosen", {label: named(pair[how === "left" ? 0 : 1]).label}), ask(pairs_of(now)));
        setTimeout(() => {
            answered = null;
            redraw();
            if (!ask(pairs_of(now))) focus_on("send");
        }, SHOWN_MS);
    };
    const back = () => {
        const now = set((current) => (pairs_of(current).length > 1 ? {pairs: pairs_of(current).slice(0, -1)} : {}));
        say_next(t("pairs.undone"), ask(pairs_of(now)));
    };
    const side = (index, how) => {
        const option = named(pair[index]);
        const chosen = held && held[2] === how;
        return h("button.pair-card", {key: how, type: "button", class: chosen ? "chosen" : "", "data-id": how, onclick: answer(how)},
            letter_mark(option, chosen ? "full" : ""), h("span.pair-label", {dir: "auto", lang: option.lang}, option.label), chosen ? h("span.pair-chosen", null, icon("check"), h("span", null, t("pairs.this"))) : null);
    };
    return [
        progress(poll, held ? pairs.length - 1 : pairs.length),
        pair ? h("div.pair", {key: "pair", role: "group", "aria-label": t("pairs.which")}, side(0, "left"), h("p.pair-or", {key: "or", "aria-hidden": "true"}, t("pairs.or")), side(1, "right"))
            : h("p.lead", {key: "all"}, t("pairs.all")),
        h("div.pair-deeds", {key: "deeds"}, button({id: "undo", icon: "undo", kind: "quiet", label: t("pairs.undo"), off: !pairs.length, onclick: back}),
            pair ? button({id: "skip", label: t("pairs.skip"), onclick: answer("skip")}) : null),
    ];
}

export function left(poll, value) {
    const more = enough(poll) - pairs_of(value).length;
    return h("span", null, more > 0 ? tn("pairs.more", more) : t("pairs.may_go_on"));
}

export function send_label(poll, value) {
    return tn("pairs.send", pairs_of(value).length);
}

export function summary(poll, value) {
    const label = (id) => (poll.options.find((option) => option.id === id) || {label: ""}).label;
    return pairs_of(value).map(([left, right, how], index) => ({key: String(index), label: t("pairs.one", {left: label(left), right: label(right)}), value: how === "skip" ? t("pairs.not_chosen") : label(how === "left" ? left : right)}));
}

export function own(poll, sent, id) {
    const won = pairs_of(sent).filter((pair) => pair[pair[2] === "left" ? 0 : 1] === id && pair[2] !== "skip").length;
    const met = pairs_of(sent).filter((pair) => pair[2] !== "skip" && (pair[0] === id || pair[1] === id)).length;
    return met ? t("pairs.own", {won, met}) : "";
}
