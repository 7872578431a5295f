// A result as rows: place, name, what one gave oneself, a bar and the figure; and where there are marks, how they spread.
import {h} from "../dom.js";
import {label_of, lang_of} from "../findings.js";
import {decimal, t, tn} from "../i18n.js";
import {bar, chip, notice} from "../parts.js";
import {figure, won_words} from "../verdicts.js";
import * as approval from "./vote_approval.js";
import * as matrix from "./vote_matrix.js";
import * as pairs from "./vote_pairs.js";
import * as points from "./vote_points.js";
import * as quadratic from "./vote_quadratic.js";
import * as rank from "./vote_rank.js";
import * as score from "./vote_score.js";

const OWN = {approval, greedy: approval, mes: approval, score, show14: score, points, quadratic, borda: rank, irv: rank, schulze: rank, copeland: rank, "bradley-terry": pairs, matrix};

/// "Du gav 4" for a row, or nothing.
export function own_words(poll, sent, id) {
    return OWN[poll.method] ? OWN[poll.method].own(poll, sent, id) : "";
}

/// How many gave each mark: larger circles, more people; the number stands in it.
function spread(row) {
    const marks = Object.keys(row.by || {}).map(Number).sort((a, b) => a - b);
    const most = Math.max.apply(null, [1].concat(marks.map((mark) => row.by[mark])));
    return h("ul.plain.spread", {"aria-label": t("spread.label")}, marks.map((mark) => h("li", {key: mark}, h("span.spread-mark", null, h("span.sr", null, t("spread.mark") + " "), String(mark)),
        h("span.spread-place", null, h("span.spread-count", {class: row.by[mark] ? "" : "none", style: {"--size": Math.sqrt(row.by[mark] / most).toFixed(3)}}, h("span.sr", null, ": "), String(row.by[mark]))))));
}

function agreement_chip(row) {
    return row.agreement ? chip(row.agreement === "divided" ? "warn" : row.agreement === "agree" ? "ok" : "", row.agreement === "divided" ? "people" : "check", t("spread." + row.agreement)) : null;
}

function more_of(poll, row) {
    switch (poll.method) {
    case "score":
    case "show14":
        return row.n ? [spread(row), h("div.row.wrap.facts", null, row.below_quorum ? chip("warn", "warning", t("result.below_quorum")) : agreement_chip(row), h("span.support", null, tn("result.answers", row.n)))] : null;
    case "points": return row.supporters ? h("p.support.facts", null, t("result.points_from", {count: row.supporters, median: decimal(row.median)})) : null;
    case "quadratic": return row.supporters ? h("p.support.facts", null, tn("result.from", row.supporters)) : null;
    case "borda":
    case "schulze":
    case "copeland": return row.firsts ? h("p.support.facts", null, tn("result.firsts", row.firsts)) : null;
    case "bradley-terry": return h("div.row.wrap.facts", null, row.few ? chip("warn", "warning", t("result.few_pairs")) : null, h("span.support", null, won_words(row)));
    default: return null;
    }
}

/// One row; `extra` stands beneath its bar.
export function row_view(poll, sent, row, extra) {
    const winner = (poll.result.winners || []).indexOf(row.id) >= 0;
    const shown = figure(poll, row);
    return h("li.result-row", {key: row.id, class: winner ? "winner" : "", "data-id": "row-" + row.id},
        h("span.rank", null, row.rank ? [h("span.sr", null, t("result.rank")), String(row.rank)] : "–"),
        h("div.grow", null, h("div.row-head", null, h("span.option-label", {dir: "auto", lang: lang_of(poll, row.id)}, label_of(poll, row.id)), h("span.support.own-vote", null, own_words(poll, sent, row.id))),
            bar(Math.max(0, Math.min(1, shown.share)), ""), extra === undefined ? more_of(poll, row) : extra),
        h("span.votes", null, shown.text, h("span.sr", null, " " + shown.words)));
}

export function rows_result(poll, sent) {
    return [
        poll.result.polarised ? notice("warn", "people", t("result.polarised"), t("result.polarised_text")) : null,
        h("ol.plain.card.rows", {key: "rows"}, poll.result.rows.map((row) => row_view(poll, sent, row))),
        poll.result.undecided ? h("p.support", {key: "undecided"}, tn("result.undecided", poll.result.undecided)) : null,
        poll.method === "bradley-terry" ? h("p.support", {key: "strength"}, t("result.strength_text")) : null,
        poll.method === "score" || poll.method === "show14" ? h("p.support", {key: "legend"}, t("spread.legend")) : null,
    ];
}
