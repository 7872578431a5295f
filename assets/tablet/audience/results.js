// The outcome, row by row, last place first. Motion is the style sheet's, so "less motion" turns it off.
import {finding, label_of, wildcard_text} from "../findings.js";
import {decimal, t} from "../i18n.js";
import {h} from "../dom.js";
import {icon, mark} from "../icons.js";
import {bar} from "../parts.js";
import {clock_panel, code, qr} from "./rail.js";

const STEP_MS = 520;  // 400 for a row, 120 between

function appear(index, count) {
    return {"animation-delay": (count - 1 - index) * STEP_MS + "ms"};
}

function parts_bar(poll, row, most) {
    return h("div.bar.parts", {"aria-hidden": "true"}, poll.criteria.map((criterion) => h("div.part-fill", {key: criterion.id, class: criterion.colour, style: {width: (100 * (row.by[criterion.id] || 0) / most).toFixed(1) + "%"}})));
}

function vote_rows(poll) {
    const rows = poll.result.rows;
    const most = Math.max(1, Math.max.apply(null, rows.map((row) => row.votes)));
    return h("div.fit.rows-box", {key: "rows"}, h("ol.plain.panel.big-rows", null, rows.map((row, index) => h("li.big-row", {key: row.id, "data-id": "row-" + row.id, class: (poll.result.winners || []).indexOf(row.id) >= 0 ? "winner" : "", style: appear(Math.min(index, 7), Math.min(8, rows.length))},
        h("span.rank", null, h("span.sr", null, t("result.rank")), String(row.rank)), h("span.row-label", {dir: "auto"}, label_of(poll, row.id)),
        row.by ? [parts_bar(poll, row, most), h("span.by", null, poll.criteria.map((criterion) => h("span.by-one", {key: criterion.id}, mark(criterion.colour, criterion.colour), h("span.sr", null, criterion.label + " "), String(row.by[criterion.id] || 0))))] : bar(row.votes / most, ""),
        h("span.votes", null, String(row.votes), h("span.sr", null, " " + t("result.votes")))))), h("p.more-line", {"data-more": true}));
}

function scale_view(poll) {
    const row = poll.result.rows[0];
    const values = Object.keys(row.by).map(Number).sort((a, b) => a - b);
    const most = Math.max(1, Math.max.apply(null, values.map((value) => row.by[value])));
    return h("div.scale-result", {key: "scale"}, h("div.mean", null, h("p.mean-value", null, decimal(row.mean)), h("p", null, t("scale.mean")), h("p.agreement", null, t("agreement." + row.agreement))),
        h("ol.plain.bars", null, values.map((value, index) => h("li", {key: value, style: appear(values.length - 1 - index, values.length)}, h("span.bar-count", null, String(row.by[value])),
            h("div.column-bar", {"aria-hidden": "true", style: {height: (0.3 + 24 * row.by[value] / most).toFixed(2) + "rem"}}), h("span.bar-name", null, h("span.sr", null, t("audience.answer") + " "), String(value))))));
}

export function results_view(frame, poll) {
    const result = poll.result;
    return h("div.stage", {key: "result-" + poll.id}, h("main.wall-main", null, h("p.over.ok", null, icon("check"), " ", t("result.voters", {in: result.voters, of: poll.of})), h("h1.question", {dir: "auto", "data-id": "title"}, finding(poll)),
        h("p.sub", {dir: "auto"}, poll.question), result.voters && result.rows.length ? (poll.method === "scale" ? scale_view(poll) : vote_rows(poll)) : null,
        poll.criteria && poll.criteria.length ? h("p.legend", {key: "legend"}, poll.criteria.map((criterion) => h("span.by-one", {key: criterion.id}, mark(criterion.colour, criterion.colour), criterion.label))) : null,
        wildcard_text(poll) ? h("p.wildcard", {key: "wildcard", dir: "auto"}, icon("bulb"), " ", wildcard_text(poll)) : null,
        result.few ? h("p.few", {key: "few"}, icon("warning"), " ", t("vote.few")) : null),
    h("aside.rail", {"aria-label": t("audience.side")}, poll.saved ? h("section.panel.saved-panel", {"data-id": "saved", "aria-label": t("audience.saved")}, icon("bulb"), h("p", null, t("audience.saved"))) : null,
        h("section.panel.join-panel", {"aria-label": t("audience.join")}, qr(frame), code(frame)), clock_panel(frame)));
}
