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

// The host tidies the spaces in what is written.
function bare(reason) {
    return reason.normalize("NFC").replace(/\s+/g, " ").trim();
}

/// A card for each reason; null where there is none. `classes` of the words. `own`: the reason that this device has kept, if any;
/// the host does not know whose a reason is, so only the device can tell.
export function objection_cards(result, classes, own) {
    if (!result.objections.length) return null;
    const is_own = (one) => !!own && bare(own) === bare(one.text);
    return h("ul.plain.objections", {key: "objections", "aria-label": t("result.objections")}, result.objections.map((one, index) =>
        h("li.card.objection", {key: index, "data-id": "objection-" + index}, h("span", {dir: "auto", class: classes || ""}, one.text), one.n > 1 ? h("span", {class: classes || ""}, " × " + one.n) : null, is_own(one) ? h("p.support.own-reason", null, t("result.your_reason")) : null)));
}

export function consent_result(poll, sent) {
    return [h("p.lead", {key: "consents", "data-id": "consents"}, consents_words(poll.result)), objection_cards(poll.result, "", sent.objection)];
}
