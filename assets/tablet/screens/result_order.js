// Results of rankings: round by round, or each against each.
import {h} from "../dom.js";
import {label_of, lang_of} from "../findings.js";
import {listed, t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {bar, chip, letter, notice} from "../parts.js";
import {branch_words} from "../verdicts.js";
import {row_view, rows_result} from "./result_rows.js";

function round_view(poll, round, number, last) {
    const ids = Object.keys(round.votes).sort((a, b) => round.votes[b] - round.votes[a]);
    const most = Math.max.apply(null, [1].concat(ids.map((id) => round.votes[id])));
    const dropped = round.dropped || [];
    // While very many stand, the host tells only who leaves.
    if (!ids.length) return h("li.card.round", {key: number, "data-id": "round-" + number}, h("h3", null, t("result.round", {number})), h("p", null, t("result.leave", {labels: listed(dropped.map((id) => label_of(poll, id)))})));
    return h("li.card.round", {key: number, "data-id": "round-" + number}, h("h3", null, t("result.round", {number})),
        h("ul.plain", null, ids.map((id) => h("li.round-row", {key: id, class: dropped.indexOf(id) >= 0 ? "dropped" : last && (poll.result.winners || []).indexOf(id) >= 0 ? "won" : ""}, h("span.round-label", {dir: "auto", lang: lang_of(poll, id)}, label_of(poll, id)),
            bar(round.votes[id] / most, ""), h("span.round-votes", null, String(round.votes[id]), h("span.sr", null, " " + t("result.votes"))),
            dropped.indexOf(id) >= 0 ? chip("", "close", t("result.dropped")) : last && (poll.result.winners || []).indexOf(id) >= 0 ? chip("ok", "check", t("result.won")) : null))),
        round.exhausted ? h("p.support", null, tn("result.exhausted", round.exhausted)) : null);
}

/// Instant run-off: the fewest leave and their ballots go on, round by round.
export function rounds_result(poll, sent) {
    const rounds = poll.result.rounds || [];
    return [
        branch_words(poll) ? notice("info", "info", null, branch_words(poll)) : null,
        h("ol.plain.card.rows", {key: "rows"}, poll.result.rows.map((row) => row_view(poll, sent, row, null))),
        rounds.length ? h("h2", {key: "rounds-title"}, t("result.rounds")) : null,
        rounds.length ? h("p.support", {key: "rounds-text"}, t("result.rounds_text"), branch_words(poll) ? " " + t("result.rounds_one_way") : null) : null,
        h("ol.plain.rounds", {key: "rounds"}, rounds.map((round, index) => round_view(poll, round, index + 1, index === rounds.length - 1))),
    ];
}

/// Each against each: how many put the one before the other. The rows are the winners' first.
export function pairwise_result(poll, sent) {
    const pairs = poll.result.pairs || {};
    const ids = poll.result.rows.map((row) => row.id).filter((id) => pairs[id]);
    const voters = (one, other) => (pairs[one] && pairs[one][other]) || 0;
    const cell = (one, other) => {
        if (one === other) return h("td.same", {key: other}, h("span", {"aria-hidden": "true"}, "·"));
        const [mine, theirs] = [voters(one, other), voters(other, one)];
        return h("td", {key: other, class: mine > theirs ? "more" : ""}, mine > theirs ? icon("check") : null, h("span", {dir: "ltr"}, mine + "–" + theirs), h("span.sr", null, " " + t(mine > theirs ? "result.before" : mine < theirs ? "result.after" : "result.even", {label: label_of(poll, other)})));
    };
    return rows_result(poll, sent).concat(ids.length < 2 ? [] : [
        h("h2", {key: "pairs-title"}, t("result.pairs")),
        h("p.support", {key: "pairs-text"}, t("result.pairs_text")),
        h("div.card.scroll", {key: "pairs", tabindex: "0", role: "region", "aria-label": t("result.pairs")}, h("table.pairs", {"data-id": "pairs"}, h("thead", null, h("tr", null, h("td"), ids.map((id, index) => h("th", {key: id, scope: "col", "aria-label": label_of(poll, id)}, letter(index))))),
            h("tbody", null, ids.map((one, index) => h("tr", {key: one}, h("th", {scope: "row"}, h("span.pair-name", null, h("span.letter.keep.small", {"aria-hidden": "true"}, letter(index)), h("span", {dir: "auto", lang: lang_of(poll, one)}, label_of(poll, one)))), ids.map((other) => cell(one, other))))))),
    ]);
}
