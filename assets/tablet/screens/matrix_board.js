// The 2×2: four named quarters, effort to the right and benefit upwards, in every language the same way as on the wall.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {letter} from "../parts.js";

const QUARTERS = ["quick_win", "big_bet", "fill_in", "avoid"];

export function axis_label(poll, axis) {
    const found = (poll.criteria || []).find((one) => one.id === axis);
    return found ? found.label : t("matrix.axis_" + axis);
}

export function quarter_of(x, y) {
    return y >= 50 ? (x < 50 ? "quick_win" : "big_bet") : x < 50 ? "fill_in" : "avoid";
}

export function quarter_word(quarter) {
    return t("matrix." + quarter);
}

/// "Ganska stor" for 70 of 100.
export function amount_word(value) {
    return t("matrix.amount" + (value < 20 ? 1 : value < 40 ? 2 : value <= 60 ? 3 : value <= 80 ? 4 : 5));
}

/// "Insats: ganska liten. Nytta: stor."
export function place_words(poll, x, y) {
    return t("matrix.place", {x: axis_label(poll, "x"), x_word: amount_word(x), y: axis_label(poll, "y"), y_word: amount_word(y)});
}

/// Letters that would lie on each other move apart, each to the nearest free place in its own quarter, and tell where they
/// belong (`from`). `across` and `down`: a letter's size, in hundredths of the board.
export function apart(points, across, down) {
    const meet = (one, other) => Math.hypot((one.x - other.x) / across, (one.y - other.y) / down) < 1;
    const placed = [];
    points.forEach((point, index) => {
        const later = points.slice(index + 1);
        const nearest = (others) => {
            for (let far = 0.125; far < 12; far += 0.125) {
                for (let turn = 0; turn < 24; turn += 1) {
                    const at = {x: point.x + far * across * Math.cos(turn * Math.PI / 12), y: point.y + far * down * Math.sin(turn * Math.PI / 12)};
                    const inside = at.x >= across / 2 && at.x <= 100 - across / 2 && at.y >= down / 2 && at.y <= 100 - down / 2;
                    if (inside && quarter_of(at.x, at.y) === quarter_of(point.x, point.y) && !others.some((one) => meet(at, one))) return at;
                }
            }
            return null;
        };
        const at = placed.some((one) => meet(point, one)) ? nearest(placed.concat(later)) || nearest(placed) : null;
        placed.push(at ? Object.assign({}, point, at, {from: {x: point.x, y: point.y}}) : point);
    });
    return placed;
}

/// From where letters belong to where they lie.
function ties(points) {
    const moved = points.filter((one) => one.from);
    if (!moved.length) return null;
    return h("svg:svg", {key: "ties", class: "ties", viewBox: "0 0 100 100", preserveAspectRatio: "none"}, moved.map((one) => {
        const place = "M" + one.from.x + " " + (100 - one.from.y);
        return [h("svg:path", {key: one.id, "data-id": "tie-" + one.id, d: place + "L" + one.x.toFixed(2) + " " + (100 - one.y).toFixed(2)}), h("svg:path.tie-place", {key: "place-" + one.id, d: place + "h0"})];
    }));
}

/// A picture for the eyes, with its words elsewhere: `points` are [{id, index, x, y, classes, props}].
export function board(poll, points, props, guide) {
    return h("div.matrix", {key: "matrix", dir: "ltr", "aria-hidden": "true"},
        h("span.axis-y", null, h("span", null, axis_label(poll, "y") + " ↑")),
        h("div.matrix-board", Object.assign({"data-id": "board"}, props), QUARTERS.map((one) => h("div.quarter", {key: one, class: one + (guide && quarter_of(guide.x, guide.y) === one ? " here" : "")}, h("span.quarter-name", {dir: "auto"}, quarter_word(one)))),
            guide ? [h("span.guide-x", {key: "gx", style: {left: guide.x + "%", height: guide.y + "%"}}), h("span.guide-y", {key: "gy", style: {width: guide.x + "%", bottom: guide.y + "%"}})] : null,
            ties(points), points.map((one) => h("span.point", Object.assign({key: one.id, class: one.classes || "", "data-id": "point-" + one.id, style: {left: one.x + "%", bottom: one.y + "%"}}, one.props), h("span.point-mark", null, letter(one.index))))),
        h("span.axis-x", null, h("span", null, axis_label(poll, "x") + " →")));
}
