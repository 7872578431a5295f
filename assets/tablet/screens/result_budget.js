// A budget's result: what the money goes to, what did not fit, and what is left.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {chip, letter} from "../parts.js";
import {left_words} from "../verdicts.js";
import {row_view} from "./result_rows.js";
import {account, money, pieces} from "./vote_parts.js";

export function budget_result(poll, sent) {
    const result = poll.result;
    const letters = {};
    poll.options.forEach((option, index) => (letters[option.id] = letter(index)));
    const funded = result.rows.filter((row) => row.funded);
    const rows = funded.concat(result.rows.filter((row) => !row.funded));
    return [
        account(pieces(funded.map((row) => ({key: row.id, letter: letters[row.id], size: row.cost})), result.budget),
            t("result.money", {cost: money(poll, result.cost), budget: money(poll, result.budget)}), t("budget.left", {sum: money(poll, result.budget - result.cost)}), false),
        h("ol.plain.card.rows", {key: "rows"}, rows.map((row) => row_view(poll, sent, row, h("div.row.wrap.facts", null,
            row.funded ? chip("ok", "check", t("result.funded")) : chip("", "close", t("result.not_funded")), h("span.support", null, letters[row.id] + " · " + money(poll, row.cost) + " · " + tn("result.yes", row.votes)))))),
        left_words(poll) ? h("p.support", {key: "left", "data-id": "left"}, left_words(poll)) : null,
    ];
}
