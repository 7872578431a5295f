// What the group decided, said first; then the rows, with one's own marks beside them.
import {ballot} from "../ballots.js";
import {h} from "../dom.js";
import {feeling_word, finding, label_of, lang_of, scale_word, tie_words, turnout_words, wildcard_text} from "../findings.js";
import {t, tn} from "../i18n.js";
import {face, icon, mark} from "../icons.js";
import {coming, follow, later} from "../later.js";
import {bar, notice} from "../parts.js";
import {is_shared} from "./shared.js";

/// What this device voted, as far as the host has it; nothing where several have voted on it.
function own_ballot(poll) {
    const record = ballot(poll);
    return record.saved_k && !record.n && !record.paper && !is_shared() ? record.sent || {} : {};
}

/// "Du gav 2" for a row, from what this device kept.
function own_words(poll, id) {
    const sent = own_ballot(poll);
    if (poll.method === "choice") return sent.choice === id ? t("result.your_choice") : "";
    if (poll.method === "dots") return sent.dots && sent.dots[id] ? t("result.you_gave", {count: sent.dots[id]}) : "";
    if (poll.method === "feelings") return sent.feelings && sent.feelings[id] !== undefined ? t("result.you_gave", {count: feeling_word(sent.feelings[id])}) : "";
    if (poll.method === "scale") return sent.scale === undefined ? "" : t("result.you_gave", {count: sent.scale});
    const count = Object.keys(sent.dots || {}).reduce((sum, criterion) => sum + ((sent.dots[criterion] || {})[id] || 0), 0);
    return count ? t("result.you_gave", {count}) : "";
}

function vote_rows(poll) {
    const result = poll.result;
    const most = Math.max(1, Math.max.apply(null, result.rows.map((row) => row.votes)));
    return h("ol.plain.card.rows", {key: "rows"}, result.rows.map((row) => h("li.result-row", {key: row.id, class: (result.winners || []).indexOf(row.id) >= 0 ? "winner" : "", "data-id": "row-" + row.id},
        h("span.rank", null, h("span.sr", null, t("result.rank")), String(row.rank)),
        h("div.grow", null, h("div.row-head", null, h("span.option-label", {dir: "auto", lang: lang_of(poll, row.id)}, label_of(poll, row.id)), h("span.support.own-vote", null, own_words(poll, row.id))),
            bar(row.votes / most, ""),
            row.by ? h("ul.plain.by", null, poll.criteria.map((criterion) => h("li", {key: criterion.id}, mark(criterion.colour, criterion.colour),
                h("span", null, criterion.label + " " + (row.by[criterion.id] || 0))))) : null),
        h("span.votes", null, String(row.votes), h("span.sr", null, " " + t("result.votes"))))));
}

function feeling_rows(poll) {
    return h("ol.plain.card.rows", {key: "rows"}, poll.result.rows.map((row, index) => h("li.result-row", {key: row.id, "data-id": "row-" + row.id},
        h("span.rank", null, String(index + 1)),
        h("div.grow", null, h("div.row-head", null, h("span.option-label", {dir: "auto", lang: lang_of(poll, row.id)}, label_of(poll, row.id)), h("span.support.own-vote", null, own_words(poll, row.id))),
            row.n ? h("p.support", null, row.low === row.high ? t("result.all_feel", {word: feeling_word(row.median)})
                : t("result.half_feel", {low: feeling_word(row.low), high: feeling_word(row.high)})) : h("p.support", null, t("result.no_answer"))),
        row.n ? h("span.feeling-median", null, face(row.median), h("span", null, feeling_word(Math.round(row.median)))) : null)));
}

function scale_rows(poll) {
    const row = poll.result.rows[0];
    const values = Object.keys(row.by).map(Number).sort((a, b) => a - b);
    const most = Math.max(1, Math.max.apply(null, values.map((value) => row.by[value])));
    return [h("ul.plain.card.rows", {key: "rows"}, values.map((value) => h("li.result-row.scale-bar", {key: value}, h("span.rank", null, String(value)),
        h("div.grow", null, scale_word(poll, value) ? h("p.support", {dir: "auto", lang: lang_of(poll, String(value))}, scale_word(poll, value)) : null, bar(row.by[value] / most, "")), h("span.votes", null, String(row.by[value]))))),
    h("p.lead", {key: "agreement"}, t("agreement." + row.agreement), " ", own_words(poll, "scale"))];
}

const ROWS = {feelings: feeling_rows, scale: scale_rows, choice: vote_rows, dots: vote_rows, "tre-prickar": vote_rows};

/// Of several results each is named by its question, and a later round of one by its number too.
function name_of(poll, several) {
    if (!several) return t("view.result");
    return t("view.result_of", {question: poll.question}) + (poll.round > 1 ? " · " + t("view.round", {round: poll.round}) : "");
}

export function results_section(poll, several) {
    const result = poll.result;
    const name = name_of(poll, several);
    const method = ROWS[poll.method] ? {verdict: finding, result: ROWS[poll.method]} : later(poll.method);
    const trust = poll.trust ? later("trust") : null;
    const surplus = trust ? trust.surplus(poll, poll) : "";
    if (!method) return Object.assign(coming(poll), {key: "result-" + poll.id, name});
    return {key: "result-" + poll.id, title: method.verdict(poll), own: true, over: turnout_words(poll), own_over: true, over_icon: result.voters ? "check" : "", over_kind: result.voters ? "ok" : "", name, body: [
        h("p.support", {key: "question", dir: "auto", lang: poll.lang}, poll.question),
        result.few && result.voters ? notice("warn", "warning", null, t("vote.few")) : null,
        surplus ? notice("warn", "warning", null, surplus) : null,
        result.voters && (result.rows.length || result.objections) ? method.result(poll, own_ballot(poll)) : null,
        tie_words(poll) ? h("p.support", {key: "ties", "data-id": "ties"}, tie_words(poll)) : null,
        wildcard_text(poll) ? h("p", {key: "wildcard"}, icon("bulb"), " ", wildcard_text(poll)) : null,
        poll.saved ? h("div.notice.info", {key: "saved", "data-id": "saved"}, icon("bulb"), h("p", null, h("strong", null, t("result.saved")), " ", t("result.saved_text"))) : null,
    ], footer: [h("p.foot-text", {key: "foot"}, t(is_shared() ? "share.result" : "result.only_you")), poll.saved ? follow("footer", poll) : null]};
}
