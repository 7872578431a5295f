// What the votes of a board came to, in words: how was voted, how many did, what it says, and every option's figures.
import {h} from "../dom.js";
import {feeling_word, label_of, lang_of, turnout_words, wildcard_text} from "../findings.js";
import {has_text, t} from "../i18n.js";
import {result_view} from "../remote/votes.js";
import {surplus, told} from "../screens/vote_trust.js";

/// Step by step: the word in the middle, and between which words half of all lie.
function curve(poll) {
    return h("div.sideways", {key: "curve", tabindex: "0", role: "region", "aria-label": t("journey.table")}, h("table", {"data-id": "curve"}, h("caption.sr", null, t("journey.table")),
        h("thead", null, h("tr", null, ["step", "median", "half"].map((one) => h("th", {key: one, scope: "col"}, t("journey." + one))))),
        h("tbody", null, poll.result.rows.map((row) => h("tr", {key: row.id}, h("th", {scope: "row", dir: "auto", lang: lang_of(poll, row.id)}, label_of(poll, row.id)),
            h("td", null, row.n ? feeling_word(row.median) : t("result.no_answer")), h("td", null, row.n ? feeling_word(row.low) + " – " + feeling_word(row.high) : ""))))));
}

/// What the figures can and cannot say: how far the vote is to be trusted, and what else is to be known of it.
function says(poll) {
    return [poll.trust ? told(poll) : t("trust.open"), surplus(poll, poll), poll.result.polarised ? t("result.polarised") + ". " + t("result.polarised_text") : "", wildcard_text(poll)]
        .filter(Boolean).map((words) => h("p.support", {key: words, dir: "auto"}, words));
}

function result(poll) {
    const method = has_text("method." + poll.method) ? t("method." + poll.method) : poll.method;
    return h("section", {key: poll.id, "data-id": "poll", "aria-label": poll.question}, h("h4", {dir: "auto", lang: poll.lang}, poll.question, poll.round > 1 ? " · " + t("votes.round", {round: poll.round}) : null),
        h("p.support", null, method + " · " + turnout_words(poll)),
        result_view(poll, poll.method === "feelings" && poll.result.voters ? curve(poll) : null), says(poll));
}

/// Of a board; the host tells none before it is revealed.
export function results(board) {
    return (board.polls || []).filter((poll) => poll.result).map(result);
}
