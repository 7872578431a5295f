// A vote that the course has not planned: which way to vote, what it is good for, how it is counted.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {button, sheet} from "../parts.js";
import {announce, close_sheet, open_sheet, redraw, ui} from "../ui.js";
import {act} from "./host.js";
import {said_trust, trust_choice} from "./trust.js";

// In the order a trainer most often wants them; the wall offers the same.
const WAYS = ["dots", "approval", "tre-prickar", "score", "schulze", "points", "matrix", "bradley-terry", "show14", "consent"];
const WITH_DOTS = ["dots", "tre-prickar"];
const MOST_DOTS = 10;
const MOST_PROPOSED = 280;

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

/// What one consents to: there is no vote without it.
function proposal() {
    return (ui.proposal || "").trim();
}

function proposal_field() {
    return h("div.field", {key: "proposal"}, h("label", null, h("span.strong", null, t("new_vote.proposal")), h("textarea.input", {"data-id": "proposal", rows: 3, dir: "auto", maxlength: MOST_PROPOSED, value: ui.proposal || "", "aria-describedby": "proposal-help", oninput: (event) => {
        ui.proposal = event.target.value;
        redraw();
    }})), h("p.support", {id: "proposal-help"}, t("new_vote.proposal_help")));
}

/// What was proposed is amended before it is asked anew.
export function amend(poll) {
    ui.new_vote = poll.method;
    ui.again = poll.id;
    ui.proposal = poll.question;
    open_sheet("new-vote");
}

function part(key, text) {
    return h("div", {key}, h("p.support", null, t("new_vote." + key)), h("p", null, text));
}

function close() {
    ui.new_vote = null;
    ui.dots = null;
    ui.trust = null;
    ui.again = null;
    ui.proposal = null;
    close_sheet();
}

function start(frame, way, said) {
    if (ui.again) return act("revote", {poll: ui.again, question: proposal()}, close);
    act("start_poll", Object.assign({method: way}, WITH_DOTS.indexOf(way) >= 0 ? {dots: dots_each(frame)} : null, way === "consent" ? {question: proposal()} : null, said), close);
}

export function new_vote_sheet(frame) {
    const way = ui.new_vote;
    const said = said_trust(frame, ui.trust || "open");
    if (!way) return sheet({id: "new-vote", title: t("new_vote.title"), onclose: close, body: h("ul.plain.ways", {key: "ways"}, WAYS.map(way_row))});
    const off = !said || (way === "consent" && !proposal());
    return sheet({id: "new-vote", title: words(way, "title"), onclose: close, body: [way === "consent" ? proposal_field() : null, part("for", words(way, "for")), part("how", words(way, "how")), WITH_DOTS.indexOf(way) >= 0 ? dots_choice(frame) : null, part("ties", words(way, "ties")), ui.again ? null : trust_choice(frame)], foot: [
        ui.again ? null : button({id: "other-ways", kind: "quiet", label: t("new_vote.others"), onclick: () => choose(null)}),
        button({id: "start-vote", kind: "primary", label: ui.again ? t("new_vote.again") : t("new_vote.open"), off, onclick: () => start(frame, way, said)})]});
}
