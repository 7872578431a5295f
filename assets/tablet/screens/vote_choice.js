// Choice: one of some answers.
import {h} from "../dom.js";
import {t} from "../i18n.js";

export function is_blank(value) {
    return !value.choice;
}

export function body(poll, options, value, set) {
    return h("fieldset.options", {key: "options"}, h("legend.sr", null, poll.question), options.map((option) =>
        h("label.option.card.radio", {key: option.id, class: value.choice === option.id ? "chosen" : "", "data-id": "option-" + option.id},
            h("input", {type: "radio", name: "poll-" + poll.id, value: option.id, checked: value.choice === option.id,
                onchange: () => set(() => ({choice: option.id}))}), h("span.radio-mark", {"aria-hidden": "true"}), h("span.option-label", {dir: "auto", lang: option.lang}, option.label))));
}

export function send_label() {
    return t("vote.send");
}

export function summary(poll, value) {
    const chosen = poll.options.find((option) => option.id === value.choice);
    return chosen ? [{key: chosen.id, label: chosen.label, value: ""}] : [];
}
