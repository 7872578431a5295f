// A vote that the course has not planned: which way to vote, what it is good for, how it is counted.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {button, sheet} from "../parts.js";
import {announce, close_sheet, redraw, ui} from "../ui.js";
import {act} from "./host.js";
import {said_trust, trust_choice} from "./trust.js";

// In the order a trainer most often wants them; the wall offers the same.
const WAYS = ["dots", "approval", "tre-prickar", "score", "schulze", "points", "matrix", "bradley-terry", "show14"];
const WITH_DOTS = ["dots", "tre-prickar"];
const MOST_DOTS = 10;

function words(way, what) {
    return t("new_vote." + way + "." + what);
}

function choose(way) {
    ui.new_vote = way;
    ui.dots = null;
    redraw();
}

/// How many dots each gets: as chosen, else a fourth of what there is to choose among, between three and five.
function dots_each(frame) {
    return ui.dots || Math.max(3, Math.min(5, Math.floor((frame.wall || []).length / 4)));
}

function dots_choice(frame) {
    const count = dots_each(frame);
    const step = (by, what) => button({id: "dots/" + what, icon: what, kind: "tint", class: "step", name: t("new_vote.dots_" + what), off: count + by < 1 || count + by > MOST_DOTS, onclick: () => {
        ui.dots = dots_each(frame) + by;
        announce(t("new_vote.dots_each", {count: ui.dots}));
        redraw();
    }});
    return h("div.row", {key: "dots", role: "group", "aria-label": t("new_vote.dots_each", {count})}, h("span.strong.grow", {"data-id": "dots"}, t("new_vote.dots_each", {count})), step(-1, "minus"), step(1, "plus"));
}

function way_row(way) {
    return h("li", {key: way}, h("button.card.way", {type: "button", "data-id": "way-" + way, onclick: () => choose(way)},
        h("span.row", null, h("span.strong.grow", null, words(way, "title")), h("span.support", null, words(way, "time"))),
        h("span.support", null, words(way, "for"))));
}

function part(key, text) {
    return h("div", {key}, h("p.support", null, t("new_vote." + key)), h("p", null, text));
}

function close() {
    ui.new_vote = null;
    ui.dots = null;
    ui.trust = null;
    close_sheet();
}

export function new_vote_sheet(frame) {
    const way = ui.new_vote;
    const said = said_trust(frame, ui.trust || "open");
    if (!way) return sheet({id: "new-vote", title: t("new_vote.title"), onclose: close, body: h("ul.plain.ways", {key: "ways"}, WAYS.map(way_row))});
    return sheet({id: "new-vote", title: words(way, "title"), onclose: close, body: [part("for", words(way, "for")), part("how", words(way, "how")), WITH_DOTS.indexOf(way) >= 0 ? dots_choice(frame) : null, part("ties", words(way, "ties")), trust_choice(frame)], foot: [
        button({id: "other-ways", kind: "quiet", label: t("new_vote.others"), onclick: () => choose(null)}),
        button({id: "start-vote", kind: "primary", label: t("new_vote.open"), off: !said, onclick: () => act("start_poll", Object.assign({method: way}, WITH_DOTS.indexOf(way) >= 0 ? {dots: dots_each(frame)} : null, said), close)})]});
}
