// Ranking: one adds ideas in order, and moves them by buttons or by the grip. Some counts allow shared places. What is not
// placed comes last. Every move can be taken back.
import {draft, set_draft} from "../ballots.js";
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {drawn} from "../icons.js";
import {button} from "../parts.js";
import {announce, redraw} from "../ui.js";
import {grip_listeners} from "./dragging.js";
import {added, dropped, joined, moved, parted, place_of, removed} from "./ranking.js";
import {focus_on} from "./vote_parts.js";

const UP = ["M12 20V5", "M5 12l7-7 7 7"];
const DOWN = ["M12 4v15", "M5 12l7 7 7-7"];
const EQUAL = ["M5 9h14", "M5 15h14"];
const earlier = {};  // poll → the orders before this one

function order_of(value) {
    return value.order || [];
}
function placed(value) {
    return order_of(value).reduce((all, place) => all.concat(place), []);
}
function shares(poll) {
    return poll.method !== "irv";
}
export function is_blank(value) {
    return !placed(value).length;
}
export function help(poll) {
    return t(shares(poll) ? "rank.help_shared" : "rank.help");
}

/// Makes a move and remembers how it was before.
function changer(poll, set) {
    return (change) => {
        const before = order_of(draft(poll));
        const now = order_of(set((current) => ({order: change(order_of(current))})));
        if (JSON.stringify(before) !== JSON.stringify(now)) (earlier[poll.id] = earlier[poll.id] || []).push(before);
        return now;
    };
}

function undo(poll) {
    const before = earlier[poll.id].pop();
    set_draft(poll, before.length ? {order: before} : {});
    announce(t("rank.undone"));
    redraw();
    if (!earlier[poll.id].length) focus_on("title");
}

function say_place(option, order) {
    announce(t("rank.placed", {label: option.label, place: place_of(order, option.id) + 1, of: order.length}));
}

function grip(option, change) {
    return h("span.grip", Object.assign({"aria-hidden": "true", "data-id": "option-" + option.id + "/grip"}, grip_listeners((before) => say_place(option, change((order) => dropped(order, option.id, before))))),
        [0, 1, 2, 3, 4, 5].map((one) => h("span.grip-dot", {key: one})));
}

function card(poll, option, order, classes, change) {
    const id = "option-" + option.id;
    const at = place_of(order, option.id);
    const shared = order[at][0] !== option.id;
    const first = order[0][0] === option.id && order[0].length === 1;
    const last = at === order.length - 1 && order[at].length === 1;
    const go = (deed) => () => say_place(option, change((now) => deed(now, option.id)));
    return h("li.option.card.place", {key: option.id, class: classes, "data-id": id},
        h("span.letter.keep.full", {"aria-hidden": "true"}, String(at + 1)),
        h("div.place-name", null, h("span.sr", null, t("rank.place", {place: at + 1}) + " "), h("span.option-label", {dir: "auto", lang: option.lang}, option.label)),
        h("div.small-deeds", null,
            !shares(poll) || (at === 0 && !shared) ? null : h("button.small-deed", {key: "share", type: "button", "data-id": id + "/share", "aria-pressed": String(shared), "aria-label": t("rank.share_of", {label: option.label}), onclick: go(shared ? parted : joined)},
                drawn(EQUAL), h("span", null, t("rank.share"), h("span.wide-only", null, " " + t("rank.share_above")))),
            h("button.small-deed", {key: "remove", type: "button", "data-id": id + "/remove", "aria-label": t("rank.remove_of", {label: option.label}), onclick: () => {
                change((now) => removed(now, option.id));
                announce(t("rank.removed", {label: option.label}));
                focus_on(id + "/add");
            }}, h("span", null, t("rank.remove")))),
        h("div.stepper", {role: "group", "aria-label": option.label},
            button({id: id + "/up", class: "step", name: t("rank.up", {label: option.label}), off: first, onclick: go((now, one) => moved(now, one, -1))}, drawn(UP)),
            button({id: id + "/down", class: "step", name: t("rank.down", {label: option.label}), off: last, onclick: go((now, one) => moved(now, one, 1))}, drawn(DOWN))),
        grip(option, change));
}

export function body(poll, options, value, set) {
    const order = order_of(value);
    const change = changer(poll, set);
    const named = (id) => options.find((option) => option.id === id);
    const rest = options.filter((option) => place_of(order, option.id) < 0);
    return [
        order.length ? h("ol.plain.options.ranked", {key: "ranked", "aria-label": t("rank.yours")}, order.map((place) => place.filter(named).map((id, index) => card(poll, named(id), order, (index ? "shared " : "") + (index < place.length - 1 ? "goes-on" : ""), change)))) : null,
        rest.length ? h("h2", {key: "rest-title"}, t(order.length ? "rank.rest" : "rank.all")) : null,
        rest.length && order.length ? h("p.support", {key: "rest-text"}, t("rank.rest_text")) : null,
        rest.length ? h("ul.plain.options.pool", {key: "rest"}, rest.map((option, index) => h("li.option.card", {key: option.id, "data-id": "option-" + option.id}, h("span.option-label", {dir: "auto", lang: option.lang}, option.label),
            button({id: "option-" + option.id + "/add", icon: "plus", kind: "tint", class: "add", label: t("rank.add"), name: t("rank.add_of", {label: option.label, place: order.length + 1}), onclick: () => {
                say_place(option, change((now) => added(now, option.id)));
                const next = rest[index + 1] || rest[index - 1];
                focus_on(next ? "option-" + next.id + "/add" : "send");
            }})))) : null,
    ];
}

export function left(poll, value) {
    const back = earlier[poll.id] && earlier[poll.id].length;
    return [h("span", null, t("rank.progress", {count: placed(value).length, of: poll.options.length})),
        back ? button({id: "undo", icon: "undo", kind: "quiet", class: "small", label: t("rank.undo"), onclick: () => undo(poll)}) : null];
}

export function send_label() {
    return t("rank.send");
}

export function summary(poll, value) {
    const order = order_of(value);
    return placed(value).map((id) => ({key: id, label: (poll.options.find((option) => option.id === id) || {label: ""}).label, value: t("rank.own_place", {place: place_of(order, id) + 1})}));
}

export function own(poll, sent, id) {
    const at = place_of(order_of(sent), id);
    return at < 0 ? "" : t("rank.own", {place: at + 1});
}
