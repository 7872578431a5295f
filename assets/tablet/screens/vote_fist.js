// Fist to five: how far one stands behind a proposal, from 0 (I stop it) to 5 (I drive it). The words say what they mean.
import {h} from "../dom.js";
import {scale_word} from "../findings.js";
import {t} from "../i18n.js";

export const VALUES = [5, 4, 3, 2, 1, 0];

export function fist_word(poll, value) {
    return scale_word(poll, value) || t("fist." + value);
}

export function is_blank(value) {
    return value.scale === undefined;
}

export function help() {
    return t("fist.help");
}

export function body(poll, options, value, set) {
    return h("fieldset.options.fist", {key: "options"}, h("legend.sr", null, poll.question), VALUES.map((one) =>
        h("label.option.card.radio", {key: one, class: value.scale === one ? "chosen" : "", "data-id": "option-" + one},
            h("input", {type: "radio", name: "poll-" + poll.id, value: String(one), checked: value.scale === one, onchange: () => set(() => ({scale: one}))}),
            h("span.letter.keep", {class: value.scale === one ? "full" : ""}, String(one)), h("span.option-label", {dir: "auto"}, fist_word(poll, one)), h("span.radio-mark", {"aria-hidden": "true"}))));
}

export function send_label() {
    return t("vote.send");
}

export function summary(poll, value) {
    return value.scale === undefined ? [] : [{key: "scale", label: t("scale.answer"), value: value.scale + ", " + fist_word(poll, value.scale)}];
}
