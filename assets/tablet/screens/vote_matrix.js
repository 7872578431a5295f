// Matrix: each idea by its effort and its benefit. One idea at a time is in hand: a touch on the picture puts it there, its
// mark can be dragged, and two sliders with words say and set the same.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {bar, button} from "../parts.js";
import {announce, redraw} from "../ui.js";
import {amount_word, axis_label, board, place_words, quarter_of, quarter_word} from "./matrix_board.js";
import {focus_on, letter_mark, slider} from "./vote_parts.js";

const STEP = 10;
const in_hand = {};  // poll → the id of the idea that one places now
let dragging = false;

function axis(value, name) {
    return (value.marks && value.marks[name]) || {};
}
function is_placed(value, id) {
    return axis(value, "x")[id] !== undefined && axis(value, "y")[id] !== undefined;
}
function count(value) {
    return Object.keys(axis(value, "x")).length;
}
export function is_blank(value) {
    return count(value) === 0;
}

function limited(per_cent) {
    return Math.max(0, Math.min(100, Math.round(per_cent)));
}

/// The idea at (x, y); what is not said stays, or is the middle.
export function put(value, id, x, y) {
    const at = (name, wanted) => (wanted === undefined ? (axis(value, name)[id] === undefined ? 50 : axis(value, name)[id]) : limited(wanted));
    return {marks: {x: Object.assign({}, axis(value, "x"), {[id]: at("x", x)}), y: Object.assign({}, axis(value, "y"), {[id]: at("y", y)})}};
}

export function taken_away(value, id) {
    const next = put(value, id);
    delete next.marks.x[id];
    delete next.marks.y[id];
    return next;
}

export function help() {
    return t("matrix.help");
}

function chosen_of(poll, options, value) {
    const found = options.find((option) => option.id === in_hand[poll.id]);
    return found || options.find((option) => !is_placed(value, option.id)) || options[0];
}

function take(poll, id) {
    in_hand[poll.id] = id;
    redraw();
}

function picture(poll, options, value, option, set) {
    const where = (event) => {
        const box = event.currentTarget.closest(".matrix-board").getBoundingClientRect();
        return [100 * (event.clientX - box.left) / box.width, 100 - 100 * (event.clientY - box.top) / box.height];
    };
    const points = options.filter((one) => is_placed(value, one.id)).map((one) => ({id: one.id, index: one.index, x: axis(value, "x")[one.id], y: axis(value, "y")[one.id], classes: one === option ? "in-hand" : "", props: {
        onpointerdown: (event) => {
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
            dragging = true;
            take(poll, one.id);
        },
        onpointermove: (event) => {
            if (!dragging || in_hand[poll.id] !== one.id) return;
            const [x, y] = where(event);
            set((current) => put(current, one.id, x, y));
        },
        onpointerup: () => (dragging = false),
        onpointercancel: () => (dragging = false),
        onclick: (event) => event.stopPropagation(),
    }}));
    const placed = is_placed(value, option.id);
    return board(poll, points, {onclick: (event) => {
        const [x, y] = where(event);
        in_hand[poll.id] = option.id;
        const now = set((current) => put(current, option.id, x, y));
        announce(option.label + ". " + place_words(poll, axis(now, "x")[option.id], axis(now, "y")[option.id]));
    }}, placed ? {x: axis(value, "x")[option.id], y: axis(value, "y")[option.id]} : null);
}

function axis_row(poll, value, option, name, set) {
    const at = is_placed(value, option.id) ? axis(value, name)[option.id] : null;
    const shown = at === null ? 50 : at;
    const words = at === null ? t("matrix.unplaced") : amount_word(at);
    const label = axis_label(poll, name);
    const id = "axis-" + name;
    // From where it is now, not from where it was drawn: two quick taps are two steps.
    const to = (wanted) => {
        in_hand[poll.id] = option.id;
        return set((current) => {
            const next = put(current, option.id);
            next.marks[name][option.id] = limited(wanted(next.marks[name][option.id]));
            return next;
        });
    };
    const step = (by, symbol) => button({id: id + (by < 0 ? "/less" : "/more"), icon: symbol, class: "step", name: t(by < 0 ? "matrix.less" : "matrix.more", {axis: label}), off: by < 0 ? shown === 0 : shown === 100,
        onclick: () => announce(label + ": " + amount_word(axis(to((now) => now + by), name)[option.id]))});
    return h("div.axis-row", {key: name}, h("p.axis-words", null, h("span.strong", null, label), h("span", {"data-id": id + "/words"}, words)),
        h("div.axis-set", null, step(-STEP, "minus"), slider({id, label: label + ", " + option.label, value: shown, lowest: 0, highest: 100, step: 5, words, unset: at === null, onchange: (wanted) => to(() => wanted)}), step(STEP, "plus")));
}

function idea_in_hand(poll, options, value, option, set) {
    const at = options.indexOf(option);
    const placed = is_placed(value, option.id);
    const next = options.slice(at + 1).concat(options.slice(0, at)).find((one) => !is_placed(value, one.id));
    return h("section.card.in-hand", {key: "hand", "aria-label": option.label},
        axis_row(poll, value, option, "x", set), axis_row(poll, value, option, "y", set),
        h("div.hand-deeds", {key: "deeds"}, button({id: "take-away", icon: "undo", kind: "quiet", class: "small", label: t("matrix.take_away"), off: !placed, onclick: () => {
            in_hand[poll.id] = option.id;
            set((current) => taken_away(current, option.id));
        }}),
        next ? button({id: "next-idea", icon: "next", kind: "tint", label: t("matrix.next"), onclick: () => {
            take(poll, next.id);
            announce(next.label);
            focus_on("axis-x", "next-idea");
        }}) : null));
}

export function body(poll, options, value, set) {
    const option = chosen_of(poll, options, value);
    const placed = is_placed(value, option.id);
    return [
        h("div.hand-head", {key: "head", "data-id": "option-" + option.id}, letter_mark(option, "full"), h("div.named", null, h("h2.option-label", {dir: "auto", lang: option.lang}, option.label),
            h("span.support", {"data-id": "quarter"}, placed ? quarter_word(quarter_of(axis(value, "x")[option.id], axis(value, "y")[option.id])) : t("matrix.touch")))),
        picture(poll, options, value, option, set),
        idea_in_hand(poll, options, value, option, set),
        h("div.matrix-list", {key: "list", role: "group", "aria-label": t("matrix.ideas")}, options.map((one) => h("button.matrix-idea", {key: one.id, type: "button", "data-id": "take-" + one.id, "aria-pressed": String(one === option), onclick: () => take(poll, one.id)},
            letter_mark(one, "small " + (one === option ? "full" : "")), h("span.named", null, h("span.strong", {dir: "auto", lang: one.lang}, one.label),
                h("span.support", null, is_placed(value, one.id) ? [icon("check"), " ", quarter_word(quarter_of(axis(value, "x")[one.id], axis(value, "y")[one.id]))] : t("matrix.unplaced")))))),
    ];
}

export function left(poll, value) {
    return [h("span.strong", null, t("matrix.progress", {count: count(value), of: poll.options.length})), bar(count(value) / poll.options.length, "acc")];
}

export function send_label(poll, value) {
    return tn("matrix.send", count(value));
}

export function summary(poll, value) {
    return poll.options.filter((option) => is_placed(value, option.id)).map((option) => ({key: option.id, label: option.label, value: quarter_word(quarter_of(axis(value, "x")[option.id], axis(value, "y")[option.id]))}));
}

export function own(poll, sent, id) {
    return is_placed(sent, id) ? t("matrix.own", {quarter: quarter_word(quarter_of(axis(sent, "x")[id], axis(sent, "y")[id]))}) : "";
}
