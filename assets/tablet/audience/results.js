// The outcome, row by row, last place first. Motion is the style sheet's, so "less motion" turns it off.
import {label_of, lang_of, scale_word, tie_words, turnout_words, wildcard_text} from "../findings.js";
import {decimal, listed, t} from "../i18n.js";
import {h} from "../dom.js";
import {icon, mark} from "../icons.js";
import {bar, letter} from "../parts.js";
import {apart, board, place_words, quarter_word} from "../screens/matrix_board.js";
import {consents_words, objection_cards} from "../screens/result_consent.js";
import {fist_word} from "../screens/vote_fist.js";
import {money} from "../screens/vote_parts.js";
import {surplus} from "../screens/vote_trust.js";
import {redraw} from "../ui.js";
import {branch_words, figure, left_words, mean_text, verdict, won_words} from "../verdicts.js";
import {clock_panel, code, qr} from "./rail.js";
import {title} from "./title.js";
import {more_line} from "./wall.js";

const STEP_MS = 520;  // 400 for a row, 120 between
const MOST_STEPS = 8;
const MOST_SAID = 180;  // letters
const out = {};  // poll → true when its first place has come

/// The outcome is said when the first place comes, not while the last ones do. With less motion all comes at once.
function is_out(poll, count) {
    if (poll.id in out) return out[poll.id];
    out[poll.id] = count < 2 || window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    // A page in the background moves nothing, and should not keep the outcome to itself.
    if (!out[poll.id]) setTimeout(() => comes(poll), count * STEP_MS + 3000);
    return out[poll.id];
}

function comes(poll) {
    if (out[poll.id]) return;
    out[poll.id] = true;
    redraw();
}

function appear(index, count) {
    return {"animation-delay": (count - 1 - index) * STEP_MS + "ms"};
}

function parts_bar(poll, row, most) {
    return h("div.bar.parts", {"aria-hidden": "true"}, poll.criteria.map((criterion) => h("div.part-fill", {key: criterion.id, class: criterion.colour, style: {width: (100 * (row.by[criterion.id] || 0) / most).toFixed(1) + "%"}})));
}

function vote_rows(poll) {
    const rows = poll.result.rows;
    const most = Math.max(1, Math.max.apply(null, rows.map((row) => row.votes)));
    const by_criterion = poll.method === "tre-prickar";
    return h("div.fit.rows-box", {key: "rows"}, h("ol.plain.panel.big-rows", null, rows.map((row, index) => h("li.big-row", {key: row.id, "data-id": "row-" + row.id, class: (poll.result.winners || []).indexOf(row.id) >= 0 ? "winner" : "", style: appear(Math.min(index, MOST_STEPS - 1), Math.min(MOST_STEPS, rows.length)), onanimationstart: index ? null : () => comes(poll)},
        h("span.rank", null, h("span.sr", null, t("result.rank")), row.rank ? String(row.rank) : "–"), h("span.row-label", {dir: "auto", lang: lang_of(poll, row.id)}, h("span.cut", null, label_of(poll, row.id)), row.funded === undefined ? null : h("span.row-money", null, icon(row.funded ? "check" : "close"), " ", t(row.funded ? "result.funded" : "result.not_funded"), " · ", money(poll, row.cost)), poll.method === "bradley-terry" ? h("span.row-money", null, won_words(row)) : null),
        by_criterion ? [parts_bar(poll, row, most), h("span.by", null, poll.criteria.map((criterion) => h("span.by-one", {key: criterion.id}, mark(criterion.colour, criterion.colour), h("span.sr", null, criterion.label + " "), String(row.by[criterion.id] || 0))))] : bar(Math.max(0, Math.min(1, figure(poll, row).share)), ""),
        h("span.votes", null, figure(poll, row).text, h("span.sr", null, " " + figure(poll, row).words))))), more_line());
}

function scale_view(poll) {
    const row = poll.result.rows[0];
    const values = Object.keys(row.by).map(Number).sort((a, b) => a - b);
    const most = Math.max(1, Math.max.apply(null, values.map((value) => row.by[value])));
    const wait = {"animation-delay": (values.length - 1) * STEP_MS + "ms"};
    return h("div.scale-result", {key: "scale"}, h("div.mean", {style: wait, onanimationstart: () => comes(poll)}, h("p.mean-value", null, poll.method === "fist" ? mean_text(row.mean) : decimal(row.mean)), h("p", null, t("scale.mean")), h("p.agreement", null, t("agreement." + row.agreement))),
        h("ol.plain.bars", {class: poll.method}, values.map((value, index) => h("li", {key: value, style: appear(values.length - 1 - index, values.length)}, h("span.bar-count", null, String(row.by[value])),
            h("div.column-bar", {"aria-hidden": "true", style: {height: (0.3 + 24 * row.by[value] / most).toFixed(2) + "rem"}}), h("span.bar-name", null, h("span.sr", null, t("audience.answer") + " "), String(value)), h("span.scale-word", {dir: "auto"}, poll.method === "fist" ? fist_word(poll, value) : scale_word(poll, value))))));
}

/// The group's medians in the picture, and the same in words beside it.
function matrix_view(poll) {
    const placed = poll.result.rows.filter((row) => row.n).map((row) => Object.assign({index: poll.options.findIndex((one) => one.id === row.id)}, row));
    return h("div.matrix-result", {key: "matrix"}, board(poll, apart(placed.map((row) => ({id: row.id, index: row.index, x: Number(row.x), y: Number(row.y), classes: row.quadrant === "quick_win" ? "in-hand" : ""})), 12, 14), {}, null),
        h("div.matrix-words.fit", {key: "words"}, h("ol.plain", null, placed.map((row) => h("li", {key: row.id, "data-id": "row-" + row.id}, h("span.letter", {"aria-hidden": "true"}, letter(row.index)), h("div", null, h("p.strong.cut", {dir: "auto", lang: lang_of(poll, row.id)}, label_of(poll, row.id)),
            h("p", null, quarter_word(row.quadrant) + (row.split ? " · " + t("spread.divided") : ""), h("span.sr", null, ". " + place_words(poll, row.x, row.y))))))), more_line()));
}

/// What stands in the way, in the words of those who object.
function consent_view(poll) {
    const cards = objection_cards(poll.result, "cut");
    return [h("p.consents", {key: "consents"}, consents_words(poll.result)), cards ? h("div.fit.rows-box", {key: "rows"}, cards, more_line()) : null];
}

function labels_where(poll, is_so) {
    return listed(poll.result.rows.filter(is_so).map((row) => label_of(poll, row.id)).filter(Boolean));
}

/// What the result cannot say, or not alone: the same as on the tablets.
function cautions(poll) {
    if (!poll.result.voters) return [];
    const divided = labels_where(poll, (row) => row.agreement === "divided" && !row.below_quorum), few = labels_where(poll, (row) => row.few);
    return [
        poll.result.polarised ? t("result.polarised_text") : "",
        divided ? t("audience.divided", {labels: divided}) : "",
        few ? t("audience.few_answers", {labels: few}) : "",
        branch_words(poll), tie_words(poll), poll.result.few ? t("vote.few") : "",
    ].filter(Boolean);
}

/// The outcome in one sentence; where many words share the first place only how many do: the rows say which.
function outcome(poll) {
    const words = verdict(poll), winners = poll.result.winners || [];
    return winners.length > 1 && words.length > MOST_SAID ? t("result.many", {count: winners.length}) : words;
}

export function results_view(frame, poll) {
    const result = poll.result;
    const on_scale = poll.method === "scale" || poll.method === "fist";
    const draw = on_scale ? scale_view : poll.method === "matrix" ? matrix_view : poll.method === "consent" ? consent_view : vote_rows;
    const steps = !result.voters ? 0 : on_scale ? Object.keys(result.rows[0].by).length : poll.method === "matrix" ? 0 : Math.min(MOST_STEPS, result.rows.length);
    const told = is_out(poll, steps);
    return h("div.stage", {key: "result-" + poll.id}, h("main.wall-main", null, h("p.over", {class: result.voters ? "ok" : "quiet"}, result.voters ? icon("check") : null, " ", turnout_words(poll)), title(told ? outcome(poll) : poll.question, told),
        h("p.sub", {dir: told ? "auto" : null}, told ? poll.question : t("audience.last_first")), result.voters && (result.rows.length || result.objections) ? draw(poll) : null,
        poll.method === "tre-prickar" ? h("p.legend", {key: "legend"}, poll.criteria.map((criterion) => h("span.by-one", {key: criterion.id}, mark(criterion.colour, criterion.colour), criterion.label))) : null,
        poll.method === "bradley-terry" ? h("p.legend", {key: "strength"}, t("result.strength_text")) : null,
        told && left_words(poll) ? h("p.legend", {key: "left"}, left_words(poll)) : null,
        told && wildcard_text(poll) ? h("p.wildcard", {key: "wildcard"}, icon("bulb"), " ", wildcard_text(poll)) : null,
        surplus(poll, poll) ? h("p.few", {key: "surplus", "data-id": "surplus"}, icon("warning"), " ", surplus(poll, poll)) : null,
        told ? cautions(poll).map((words) => h("p.few.caution", {key: words, "data-id": "caution"}, icon("warning"), " ", words)) : null),
    h("aside.rail", {"aria-label": t("audience.side")}, poll.saved ? h("section.panel.saved-panel", {"data-id": "saved", "aria-label": t("audience.saved")}, icon("bulb"), h("p", null, t("audience.saved"))) : null,
        h("section.panel.join-panel", {"aria-label": t("audience.join")}, qr(frame), code(frame)), clock_panel(frame)));
}
