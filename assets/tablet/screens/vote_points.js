// Points: a hundred to share out, all of them. The ballot can be sent when none is left.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {button, letter} from "../parts.js";
import {announce} from "../ui.js";
import {account, letter_mark, marked, pieces, slider, with_mark} from "./vote_parts.js";

export function is_blank(value) {
    return !marked(value).length;
}

function total(poll) {
    return poll.dots || 100;
}
function most(poll) {
    return poll.cap > 0 ? Math.min(poll.cap, total(poll)) : total(poll);
}
function given(value, id) {
    return (value.marks && value.marks[id]) || 0;
}
export function rest(poll, value) {
    return total(poll) - marked(value).reduce((sum, id) => sum + value.marks[id], 0);
}
export function lacks(poll, value) {
    return rest(poll, value) !== 0;
}

/// As many points on an option as one asks for, as far as there are points left and the option may have them.
export function placed(poll, value, id, wanted) {
    const count = Math.max(0, Math.min(wanted, most(poll), given(value, id) + rest(poll, value)));
    return with_mark(value, id, count || null);
}

/// What is left, shared as evenly as whole points can be over those that have some, or over all.
export function filled(poll, value, options) {
    let now = value;
    for (;;) {
        const open = options.filter((option) => given(now, option.id) < most(poll));
        const some = open.filter((option) => given(value, option.id));
        const takers = some.length ? some : open;
        const left = rest(poll, now);
        if (left <= 0 || !takers.length) return now;
        const each = Math.max(1, Math.floor(left / takers.length));
        for (const option of takers) now = placed(poll, now, option.id, given(now, option.id) + Math.min(each, rest(poll, now)));
    }
}

export function help(poll) {
    return t(poll.cap > 0 ? "points.help_cap" : "points.help", {total: total(poll), cap: poll.cap});
}

function left_words(poll, value) {
    const left = rest(poll, value);
    return left ? tn("points.left", left) : t("points.all_out");
}

export function body(poll, options, value, set) {
    const left = rest(poll, value);
    const change = (option, wanted) => {
        const now = set((current) => placed(poll, current, option.id, wanted(given(current, option.id))));
        announce(tn("points.given", given(now, option.id), {label: option.label}) + " " + left_words(poll, now));
    };
    return [
        account(pieces(options.filter((option) => given(value, option.id)).map((option) => ({key: option.id, letter: letter(option.index), size: given(value, option.id)})), total(poll)),
            t("points.shared", {count: total(poll) - left}), left_words(poll, value), left > 0),
        h("ul.plain.options", {key: "options"}, options.map((option) => {
            const count = given(value, option.id);
            const id = "option-" + option.id;
            const step = (by, symbol) => button({id: id + "/" + (by < 0 ? "less" : "more") + Math.abs(by), kind: by < 0 ? "plain" : "tint", class: "step", label: h("span", {dir: "ltr"}, symbol), name: tn(by < 0 ? "points.less" : "points.more", Math.abs(by), {label: option.label}),
                off: by < 0 ? count === 0 : left === 0 || count >= most(poll), onclick: () => change(option, (now) => now + by)});
            return h("li.option.card.pointed", {key: option.id, class: count ? "chosen" : "", "data-id": id},
                h("div.pointed-head", null, letter_mark(option), h("span.option-label", {dir: "auto", lang: option.lang}, option.label), h("span.amount", {"data-id": id + "/count"}, h("span.sr", null, tn("points.count", count)), h("span", {"aria-hidden": "true"}, String(count)))),
                h("div.pointed-steps", {role: "group", "aria-label": option.label}, step(-5, "−5"), step(-1, "−1"),
                    slider({id: id + "/slider", label: option.label, value: count, lowest: 0, highest: most(poll), words: tn("points.count", count),
                        onchange: (wanted) => set((current) => placed(poll, current, option.id, wanted))}), step(1, "+1"), step(5, "+5")));
        })),
        left > 0 && left < total(poll) ? h("p.fill", {key: "fill"}, button({id: "fill", icon: "check", label: tn("points.fill", left), onclick: () => {
            const now = set((current) => filled(poll, current, options));
            announce(left_words(poll, now));
        }})) : null,
    ];
}

export function left(poll, value) {
    return [h("span.strong", null, left_words(poll, value)), h("span.support", null, lacks(poll, value) ? t("points.must") : t("vote.may_change"))];
}

export function send_label() {
    return t("points.send");
}

export function summary(poll, value) {
    return poll.options.filter((option) => given(value, option.id)).map((option) => ({key: option.id, label: option.label, value: tn("points.count", given(value, option.id))}));
}

export function own(poll, sent, id) {
    return given(sent, id) ? t("result.you_gave", {count: given(sent, id)}) : "";
}
