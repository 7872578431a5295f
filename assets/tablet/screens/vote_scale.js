// Scale: one number, from the lowest to the highest, with words at the ends.
import {h} from "../dom.js";
import {has_text, t} from "../i18n.js";

export function steps(poll) {
    const named = (poll.options || []).filter((option) => /^-?\d+$/.test(option.id));
    const words = {};
    for (const option of named) words[option.id] = option.label === option.id ? "" : option.label;
    const values = named.map((option) => Number(option.id));
    // Words may stand at the ends alone; the numbers between them are there all the same.
    const lowest = poll.highest > poll.lowest ? poll.lowest : values.length > 1 ? Math.min.apply(null, values) : 1;
    const highest = poll.highest > poll.lowest ? poll.highest : values.length > 1 ? Math.max.apply(null, values) : 5;
    const all = [];
    for (let value = lowest; value <= highest; ++value) all.push({value, label: words[value] || ""});
    return all;
}

export function is_blank(value) {
    return value.scale === undefined;
}

function end_word(all, index) {
    const step = all[index];
    if (step.label) return step.label;
    const key = index === 0 ? "scale.low" : "scale.high";
    return has_text(key) ? t(key) : "";
}

export function body(poll, options, value, set) {
    const all = steps(poll);
    return h("fieldset.scale", {key: "options"}, h("legend.sr", null, poll.question),
        h("div.scale-row", {dir: "auto"}, all.map((step) => h("label.scale-choice", {key: step.value, "data-id": "option-" + step.value},
            h("input", {type: "radio", name: "poll-" + poll.id, value: String(step.value), checked: value.scale === step.value,
                "aria-label": step.value + (step.label ? ", " + step.label : ""), onchange: () => set(() => ({scale: step.value}))}),
            h("span.scale-box", {"aria-hidden": "true"}, String(step.value))))),
        h("div.scale-ends.support", {"aria-hidden": "true"}, h("span", null, end_word(all, 0)), h("span", null, end_word(all, all.length - 1))));
}

export function send_label() {
    return t("vote.send");
}

export function summary(poll, value) {
    return value.scale === undefined ? [] : [{key: "scale", label: t("scale.answer"), value: String(value.scale)}];
}
