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

/// A picture for the eyes, with its words elsewhere: `points` are [{id, index, x, y, classes, props}].
export function board(poll, points, props, guide) {
    return h("div.matrix", {key: "matrix", dir: "ltr", "aria-hidden": "true"},
        h("span.axis-y", null, h("span", null, axis_label(poll, "y") + " ↑")),
        h("div.matrix-board", Object.assign({"data-id": "board"}, props), QUARTERS.map((one) => h("div.quarter", {key: one, class: one + (guide && quarter_of(guide.x, guide.y) === one ? " here" : "")}, h("span.quarter-name", {dir: "auto"}, quarter_word(one)))),
            guide ? [h("span.guide-x", {key: "gx", style: {left: guide.x + "%", height: guide.y + "%"}}), h("span.guide-y", {key: "gy", style: {width: guide.x + "%", bottom: guide.y + "%"}})] : null,
            points.map((one) => h("span.point", Object.assign({key: one.id, class: one.classes || "", "data-id": "point-" + one.id, style: {left: one.x + "%", bottom: one.y + "%"}}, one.props), h("span.point-mark", null, letter(one.index))))),
        h("span.axis-x", null, h("span", null, axis_label(poll, "x") + " →")));
}
