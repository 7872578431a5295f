// Fist to five: how many stood where, the mean, and whether nobody stood below three.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {bar, notice} from "../parts.js";
import {mean_text} from "../verdicts.js";
import {VALUES, fist_word} from "./vote_fist.js";

export function fist_result(poll, sent) {
    const row = poll.result.rows[0];
    const by = row.by || {};
    const most = Math.max.apply(null, [1].concat(VALUES.map((value) => by[value] || 0)));
    const below = (by[0] || 0) + (by[1] || 0) + (by[2] || 0);
    return [
        poll.result.passed ? notice("ok", "check", null, t("result.fist_passed")) : notice("warn", "people", tn("result.fist_below", below), t("result.fist_ask")),
        h("ul.plain.card.rows", {key: "rows"}, VALUES.map((value) => h("li.result-row", {key: value, class: sent.scale === value ? "own" : "", "data-id": "row-" + value}, h("span.rank", null, String(value)),
            h("div.grow", null, h("div.row-head", null, h("span.option-label", {dir: "auto"}, fist_word(poll, value)), h("span.support.own-vote", null, sent.scale === value ? t("result.your_choice") : "")), bar((by[value] || 0) / most, "")),
            h("span.votes", null, String(by[value] || 0), h("span.sr", null, " " + t("result.votes")))))),
        h("p.lead", {key: "mean"}, t("result.scale", {mean: mean_text(row.mean)}) + ". ", row.agreement ? t("agreement." + row.agreement) : ""),
    ];
}
