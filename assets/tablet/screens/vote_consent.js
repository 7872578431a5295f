// Consent: can one go along with the proposal, or what stands in the way? An objection has a reason, which is shown without a
// name once the vote is closed. What is written stays while one turns to consent, and is not sent then.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {text_length} from "../parts.js";

const MOST = 500;  // as the host takes (src/methods/poll.hpp)

/// What one chooses between, as options of other votes are told.
export function answers() {
    return [{id: "yes", label: t("consent.yes")}, {id: "no", label: t("consent.no")}];
}

// A draft has `objects` from the first press on; what was sent has its reason alone.
function is_objecting(value) {
    return value.objects === undefined ? !!value.objection : value.objects;
}

function reason_of(value) {
    return (value.objection || "").trim();
}

export function is_blank(value) {
    return value.objects === undefined && value.objection === undefined;
}

export function lacks(poll, value) {
    return is_objecting(value) && (!reason_of(value) || text_length(reason_of(value)) > MOST);
}

export function final(poll, value) {
    return {objection: is_objecting(value) ? reason_of(value) : ""};
}

export function help() {
    return t("consent.help");
}

export function left(poll, value) {
    const missing = is_objecting(value) && !reason_of(value);
    return h("span", null, t(missing ? "consent.must" : "vote.may_change"));
}

function reason_field(poll, value, set) {
    const length = text_length(reason_of(value));
    return h("div.reason", {key: "reason"},
        h("label.field", null, h("span.strong", null, t("consent.reason")), h("textarea.input", {"data-id": "objection", rows: 4, dir: "auto", value: value.objection || "", "aria-describedby": "shown-" + poll.id + " count-" + poll.id, oninput: (event) => {
            const text = event.target.value;
            set(() => ({objects: true, objection: text}));
        }})),
        h("p.support", {id: "shown-" + poll.id}, t("consent.shown")),
        h("p.count", {id: "count-" + poll.id, class: length > MOST ? "over" : "", "data-id": "count"}, t(length > MOST ? "write.too_long" : "write.count", {length, most: MOST, over: length - MOST})));
}

export function body(poll, options, value, set) {
    const objects = is_objecting(value);
    const chosen = is_blank(value) ? "" : objects ? "no" : "yes";
    return [h("fieldset.options.consent", {key: "options"}, h("legend.sr", null, poll.question), answers().map((one) =>
        h("label.option.card.radio", {key: one.id, class: chosen === one.id ? "chosen" : "", "data-id": "option-" + one.id},
            h("input", {type: "radio", name: "poll-" + poll.id, value: one.id, checked: chosen === one.id,
                onchange: () => set((before) => ({objects: one.id === "no", objection: before.objection || ""}))}), h("span.radio-mark", {"aria-hidden": "true"}), h("span.option-label", null, one.label)))),
    objects ? reason_field(poll, value, set) : null];
}

export function send_label() {
    return t("vote.send");
}

export function summary(poll, value) {
    if (is_blank(value)) return [];
    if (!is_objecting(value)) return [{key: "yes", label: t("consent.yes"), value: ""}];
    return [{key: "no", label: t("consent.no"), value: ""}, {key: "reason", label: reason_of(value), value: ""}];
}
