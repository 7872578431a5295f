// Approval: yes to as many as one likes.
import {h} from "../dom.js";
import {number_word, t, tn} from "../i18n.js";
import {check_card, marked, with_mark} from "./vote_parts.js";

export function is_blank(value) {
    return !marked(value).length;
}

export function help() {
    return t("approval.help");
}

export function body(poll, options, value, set) {
    return h("fieldset.options", {key: "options"}, h("legend.sr", null, poll.question), options.map((option) => check_card(option, {
        checked: !!(value.marks && value.marks[option.id]), onchange: (on) => set((current) => with_mark(current, option.id, on ? 1 : null))})));
}

export function left(poll, value) {
    return h("span", null, tn("approval.count", marked(value).length));
}

export function send_label(poll, value) {
    return tn("approval.send", marked(value).length, {word: number_word(marked(value).length)});
}

export function summary(poll, value) {
    return poll.options.filter((option) => value.marks && value.marks[option.id]).map((option) => ({key: option.id, label: option.label, value: t("approval.yes")}));
}

export function own(poll, sent, id) {
    return sent.marks && sent.marks[id] ? t("approval.own") : "";
}
