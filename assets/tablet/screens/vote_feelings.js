// Feelings along a journey: one of five faces for each step; a step may be skipped.
import {h} from "../dom.js";
import {feeling_word} from "../findings.js";
import {face} from "../icons.js";
import {t, tn} from "../i18n.js";
import {button} from "../parts.js";

export const VALUES = [-2, -1, 0, 1, 2];

function given(value) {
    return value.feelings || {};
}
export function is_blank(value) {
    return Object.keys(given(value)).length === 0;
}

export function body(poll, options, value, set) {
    return h("div.options", {key: "options"}, options.map((option, index) => {
        const chosen = given(value)[option.id];
        const pick = (next) => set((current) => {
            const all = Object.assign({}, given(current));
            if (next === null) delete all[option.id];
            else all[option.id] = next;
            return {feelings: all};
        });
        return h("fieldset.option.card.feeling", {key: option.id, class: chosen === undefined ? "" : "chosen", "data-id": "option-" + option.id},
            h("legend", null, h("span.letter", {"aria-hidden": "true"}, String(index + 1)), h("span.option-label", {dir: "auto", lang: option.lang}, option.label)),
            h("div.feeling-said", {key: "said"}, h("span.support", null, chosen === undefined ? t("feeling.none") : feeling_word(chosen)),
                chosen === undefined ? null : button({id: "option-" + option.id + "/skip", kind: "quiet", class: "small", label: t("feeling.skip"),
                    name: t("feeling.skip_of", {label: option.label}), onclick: () => pick(null)})),
            h("div.faces", {key: "faces"}, VALUES.map((one) => h("label.face-choice", {key: one, class: "f" + one, "data-id": "option-" + option.id + "/" + one},
                h("input", {type: "radio", name: "step-" + option.id, value: String(one), checked: chosen === one, "aria-label": feeling_word(one), onchange: () => pick(one)}),
                h("span.face-box", null, face(one), h("span.face-word", {"aria-hidden": "true"}, feeling_word(one)))))));
    }));
}

export function left(poll, value) {
    return h("span", null, t("feeling.progress", {count: Object.keys(given(value)).length, of: poll.options.length}));
}

export function send_label(poll, value) {
    return tn("feeling.send", Object.keys(given(value)).length);
}

export function summary(poll, value) {
    return poll.options.filter((option) => given(value)[option.id] !== undefined)
        .map((option) => ({key: option.id, label: option.label, value: feeling_word(given(value)[option.id])}));
}
