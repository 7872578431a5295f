// Scale: one number, from the lowest to the highest, with words at the ends.
import {h} from "../dom.js";
import {scale_word} from "../findings.js";
import {listed, t} from "../i18n.js";

export function steps(poll) {
    const ranged = poll.highest > poll.lowest;
    const all = [];
    for (let value = ranged ? poll.lowest : 1; value <= (ranged ? poll.highest : 5); ++value) all.push({value, label: scale_word(poll, value)});
    return all;
}

export function is_blank(value) {
    return value.scale === undefined;
}

export function body(poll, options, value, set) {
    const all = steps(poll);
    return h("fieldset.scale", {key: "options"}, h("legend.sr", null, poll.question),
        h("div.scale-row", {dir: "auto"}, all.map((step) => h("label.scale-choice", {key: step.value, "data-id": "option-" + step.value},
            h("input", {type: "radio", name: "poll-" + poll.id, value: String(step.value), checked: value.scale === step.value,
                "aria-label": step.value + (step.label ? ", " + step.label : ""), onchange: () => set(() => ({scale: step.value}))}),
            h("span.scale-box", {"aria-hidden": "true"}, String(step.value))))),
        h("div.scale-ends.support", {"aria-hidden": "true"}, h("span", null, all[0].label), h("span", null, all[all.length - 1].label)));
}

export function send_label() {
    return t("vote.send");
}

export function summary(poll, value) {
    return value.scale === undefined ? [] : [{key: "scale", label: t("scale.answer"), value: listed([value.scale, scale_word(poll, value.scale)].filter(Boolean))}];
}
