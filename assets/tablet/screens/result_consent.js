// Consent: what the objections say, in an order that tells nothing of whose they are.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";

/// How many objected, also where not every reason is told.
export function objection_count(result) {
    return result.voters - result.consents;
}

export function consents_words(result) {
    return tn("result.consents", result.consents);
}

/// A card for each reason; null where there is none. `classes` of the words.
export function objection_cards(result, classes) {
    if (!result.objections.length) return null;
    return h("ul.plain.objections", {key: "objections", "aria-label": t("result.objections")}, result.objections.map((one, index) =>
        h("li.card.objection", {key: index, "data-id": "objection-" + index}, h("span", {dir: "auto", class: classes || ""}, one.text), one.n > 1 ? h("span", {class: classes || ""}, " × " + one.n) : null)));
}

export function consent_result(poll) {
    return [h("p.lead", {key: "consents", "data-id": "consents"}, consents_words(poll.result)), objection_cards(poll.result)];
}
