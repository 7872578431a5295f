// A vote that the course has not planned: which way to vote, what it is good for, how it is counted.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {button, sheet} from "../parts.js";
import {close_sheet, redraw, ui} from "../ui.js";
import {act} from "./host.js";
import {said_trust, trust_choice} from "./trust.js";

// In the order a trainer most often wants them; the wall offers the same.
const WAYS = ["dots", "approval", "tre-prickar", "score", "schulze", "points", "matrix", "bradley-terry", "show14"];

function words(way, what) {
    return t("new_vote." + way + "." + what);
}

function choose(way) {
    ui.new_vote = way;
    redraw();
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
    ui.trust = null;
    close_sheet();
}

export function new_vote_sheet(frame) {
    const way = ui.new_vote;
    const said = said_trust(frame, ui.trust || "open");
    if (!way) return sheet({id: "new-vote", title: t("new_vote.title"), onclose: close, body: h("ul.plain.ways", {key: "ways"}, WAYS.map(way_row))});
    return sheet({id: "new-vote", title: words(way, "title"), onclose: close, body: [part("for", words(way, "for")), part("how", words(way, "how")), part("ties", words(way, "ties")), trust_choice(frame)], foot: [
        button({id: "other-ways", kind: "quiet", label: t("new_vote.others"), onclick: () => choose(null)}),
        button({id: "start-vote", kind: "primary", label: t("new_vote.open"), off: !said, onclick: () => act("start_poll", Object.assign({method: way}, said), close)})]});
}
