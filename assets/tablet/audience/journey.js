// A journey: the steps by phase, and when the feelings are shown, the curve: the median and the middle half as a band.
// The same as a table for those who cannot see it.
import {feeling_word, finding} from "../findings.js";
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {face} from "../icons.js";
import {rail} from "./rail.js";
import {title} from "./title.js";
import {more_line, note_view} from "./wall.js";

const HIGH = 400;   // the curve's height in its own units; −2 … +2 with a margin
const WIDE = 240;   // one step's width

function y_of(value) {
    return HIGH / 2 - value * (HIGH / 2 - 34) / 2;
}

/// A smooth path through points, flat at each of them.
function smooth(points) {
    return points.map((point, index) => {
        if (!index) return point[0] + " " + point[1];
        const last = points[index - 1];
        const half = (point[0] - last[0]) / 2;
        return "C" + (last[0] + half) + " " + last[1] + " " + (point[0] - half) + " " + point[1] + " " + point[0] + " " + point[1];
    }).join(" ");
}

export function curve(rows) {
    const known = rows.map((row, index) => ({row, x: (index + 0.5) * WIDE})).filter((one) => one.row.n > 0);
    const width = rows.length * WIDE;
    const line = known.map((one) => [one.x, y_of(one.row.median)]);
    const top = known.map((one) => [one.x, y_of(one.row.high)]);
    const low = known.map((one) => [one.x, y_of(one.row.low)]).reverse();
    const lowest = known.length ? known.reduce((least, one) => (one.row.median < least.row.median ? one : least)) : null;
    return h("svg:svg", {class: "curve", viewBox: "0 0 " + width + " " + HIGH, "aria-hidden": "true", focusable: "false"},
        h("svg:path", {class: "zero", d: "M0 " + HIGH / 2 + "H" + width}),
        known.length > 1 ? h("svg:path", {class: "band", d: "M" + smooth(top) + " L" + smooth(low) + "Z"}) : null,
        known.length > 1 ? h("svg:path", {class: "median", d: "M" + smooth(line)}) : null,
        known.map((one) => h("svg:circle", {key: one.row.id, class: one === lowest ? "point low" : "point", cx: one.x, cy: y_of(one.row.median), r: one === lowest ? 13 : 10})));
}

function curve_board(frame, poll) {
    const rows = poll.result.rows;
    const label = (id) => (poll.options.find((one) => one.id === id) || {label: ""}).label;
    return h("section.curve-board", {key: "curve"},
        h("div.step-row", {"aria-hidden": "true"}, rows.map((row) => h("div.step", {key: row.id}, h("span.step-text", {dir: "auto"}, label(row.id))))),
        h("div.curve-box", {dir: "ltr", "aria-hidden": "true"}, curve(rows)),
        h("div.step-row.words", {"aria-hidden": "true"}, rows.map((row) => h("div.step-word", {key: row.id}, row.n ? [face(row.median), h("span", null, feeling_word(row.median))] : null))),
        h("div.sr", {key: "table-box"}, h("table", {key: "table", "data-id": "curve-table"}, h("caption", null, t("journey.table")), h("thead", null, h("tr", null, ["step", "median", "half"].map((one) => h("th", {key: one, scope: "col"}, t("journey." + one))))),
            h("tbody", null, rows.map((row) => h("tr", {key: row.id}, h("th", {scope: "row"}, label(row.id)), h("td", null, row.n ? feeling_word(row.median) : t("result.no_answer")),
                h("td", null, row.n ? feeling_word(row.low) + " – " + feeling_word(row.high) : "")))))),
        h("p.legend", {key: "legend"}, h("span.legend-line", {"aria-hidden": "true"}), t("journey.median"), h("span.legend-band", {"aria-hidden": "true"}), t("journey.half")));
}

/// The columns of the journey: the block's groups, or the ids the notes bear.
function phases(frame) {
    const wall = frame.wall || [];
    const block = frame.block;
    const named = block.groups || (block.writes && block.writes.groups) || [];
    if (named.length) return named;
    const ids = [];
    for (const note of wall) if (note.group && ids.indexOf(note.group) < 0) ids.push(note.group);
    return ids.map((id) => ({id, label: id.charAt(0).toUpperCase() + id.slice(1)}));
}

function board(frame) {
    const block = frame.block;
    const columns = phases(frame);
    const wall = (frame.wall || []).filter((note) => !note.hidden);
    if (!columns.length) return h("div.notes.fit", {key: "notes"}, h("ul.plain.grid", null, wall.map((note) => note_view(note))), more_line());
    return h("div.columns", {key: "columns"}, columns.map((column) => h("section.column.fit", {key: column.id, "data-id": "column-" + column.id, class: column.id === block.column ? "now" : "", "aria-current": column.id === block.column ? "step" : null}, h("h2", {dir: "auto"}, column.label, column.id === block.column ? h("span.now-tag", null, t("column.now")) : null),
        h("ul.plain", null, wall.filter((note) => note.group === column.id || (!note.group && column === columns[0])).map((note) => note_view(note))), more_line())));
}

export function journey_view(frame, poll) {
    const block = frame.block;
    return h("div.stage", {key: "journey-" + block.id}, h("main.wall-main", null, h("p.over", {dir: "auto"}, block.title),
        title(poll ? finding(poll) : block.question || block.title, !!poll), poll ? curve_board(frame, poll) : board(frame)), rail(frame));
}
