// The outcome, row by row, last place first. Motion is the style sheet's, so "less motion" turns it off.
import {finding, label_of, scale_word, wildcard_text} from "../findings.js";
import {decimal, t} from "../i18n.js";
import {h} from "../dom.js";
import {icon, mark} from "../icons.js";
import {bar} from "../parts.js";
import {redraw} from "../ui.js";
import {clock_panel, code, qr} from "./rail.js";

const STEP_MS = 520;  // 400 for a row, 120 between
const MOST_STEPS = 8;
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
    return h("div.fit.rows-box", {key: "rows"}, h("ol.plain.panel.big-rows", null, rows.map((row, index) => h("li.big-row", {key: row.id, "data-id": "row-" + row.id, class: (poll.result.winners || []).indexOf(row.id) >= 0 ? "winner" : "", style: appear(Math.min(index, MOST_STEPS - 1), Math.min(MOST_STEPS, rows.length)), onanimationstart: index ? null : () => comes(poll)},
        h("span.rank", null, h("span.sr", null, t("result.rank")), String(row.rank)), h("span.row-label", {dir: "auto"}, label_of(poll, row.id)),
        row.by ? [parts_bar(poll, row, most), h("span.by", null, poll.criteria.map((criterion) => h("span.by-one", {key: criterion.id}, mark(criterion.colour, criterion.colour), h("span.sr", null, criterion.label + " "), String(row.by[criterion.id] || 0))))] : bar(row.votes / most, ""),
        h("span.votes", null, String(row.votes), h("span.sr", null, " " + t("result.votes")))))), h("p.more-line", {"data-more": true}));
}

function scale_view(poll) {
    const row = poll.result.rows[0];
    const values = Object.keys(row.by).map(Number).sort((a, b) => a - b);
    const most = Math.max(1, Math.max.apply(null, values.map((value) => row.by[value])));
    const wait = {"animation-delay": (values.length - 1) * STEP_MS + "ms"};
    return h("div.scale-result", {key: "scale"}, h("div.mean", {style: wait, onanimationstart: () => comes(poll)}, h("p.mean-value", null, decimal(row.mean)), h("p", null, t("scale.mean")), h("p.agreement", null, t("agreement." + row.agreement))),
        h("ol.plain.bars", null, values.map((value, index) => h("li", {key: value, style: appear(values.length - 1 - index, values.length)}, h("span.bar-count", null, String(row.by[value])),
            h("div.column-bar", {"aria-hidden": "true", style: {height: (0.3 + 24 * row.by[value] / most).toFixed(2) + "rem"}}), h("span.bar-name", null, h("span.sr", null, t("audience.answer") + " "), String(value)), h("span.scale-word", {dir: "auto"}, scale_word(poll, value))))));
}

export function results_view(frame, poll) {
    const result = poll.result;
    const steps = !result.voters ? 0 : poll.method === "scale" ? Object.keys(result.rows[0].by).length : Math.min(MOST_STEPS, result.rows.length);
    const told = is_out(poll, steps);
    return h("div.stage", {key: "result-" + poll.id}, h("main.wall-main", null, h("p.over.ok", null, icon("check"), " ", t("result.voters", {in: result.voters, of: poll.of})), h("h1.question", {dir: "auto", "data-id": "title"}, told ? finding(poll) : poll.question),
        h("p.sub", {dir: "auto"}, told ? poll.question : t("audience.last_first")), result.voters && result.rows.length ? (poll.method === "scale" ? scale_view(poll) : vote_rows(poll)) : null,
        poll.criteria && poll.criteria.length ? h("p.legend", {key: "legend"}, poll.criteria.map((criterion) => h("span.by-one", {key: criterion.id}, mark(criterion.colour, criterion.colour), criterion.label))) : null,
        told && wildcard_text(poll) ? h("p.wildcard", {key: "wildcard", dir: "auto"}, icon("bulb"), " ", wildcard_text(poll)) : null,
        result.few ? h("p.few", {key: "few"}, icon("warning"), " ", t("vote.few")) : null),
    h("aside.rail", {"aria-label": t("audience.side")}, poll.saved ? h("section.panel.saved-panel", {"data-id": "saved", "aria-label": t("audience.saved")}, icon("bulb"), h("p", null, t("audience.saved"))) : null,
        h("section.panel.join-panel", {"aria-label": t("audience.join")}, qr(frame), code(frame)), clock_panel(frame)));
}
