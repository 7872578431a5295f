// A device on which several people vote, one after the other, or that takes in ballots from paper.
import {ballot, hand_on} from "../ballots.js";
import {ask_another, device, turnout} from "../device.js";
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {button} from "../parts.js";
import {redraw} from "../ui.js";

const AGAIN_MS = 5000;
const begun = {};  // poll → the person who has the device
let asked_at = -AGAIN_MS;

function pass_on(poll) {
    asked_at = performance.now();
    if (poll.trust === "codes") hand_on(poll);
    else ask_another(poll.id);
    redraw();
}

/// Does the device need a code before anybody can vote on it?
export function wants_code(poll) {
    return poll.trust === "codes" && !ballot(poll).token;
}

export function is_paper() {
    return device.mine.use === "paper";
}

/// Do several people's votes come from this device? Then nobody's is shown again.
export function is_shared() {
    return device.mine.use === "several" || is_paper();
}

/// What goes on, or hands the device on, once a vote is saved; nothing where one person votes.
export function pass_button(poll) {
    if (!is_shared()) return null;
    return button({id: "pass-on", icon: "next", kind: "primary", label: t(is_paper() ? "paper.next" : "share.pass"), off: performance.now() - asked_at < AGAIN_MS, onclick: () => pass_on(poll)});
}

/// Between two people, or before the first paper ballot; null when somebody is voting.
export function between(poll) {
    const record = ballot(poll);
    const person = record.n || 0;
    if (poll.trust === "codes") return null;
    if (is_paper() && !record.paper && !record.sent) {
        return {key: "paper-" + poll.id, title: t("paper.title"), over: poll.question, body: [h("p.lead", {key: "paper"}, t("paper.text"))], footer: [h("span.space"), pass_button(poll)]};
    }
    if (device.mine.use !== "several" || !person || record.sent || record.draft || begun[poll.id] === person) return null;
    return {key: "person-" + poll.id + "-" + person, title: t("share.next"), over: poll.question, body: [h("p.lead", {key: "next", "data-id": "next-person"}, t("share.next_text"))], footer: [h("span.space"),
        button({id: "begin-vote", icon: "next", kind: "primary", label: t("share.begin"), onclick: () => {
            begun[poll.id] = person;
            redraw();
        }})]};
}

/// How many paper ballots are in.
export function paper_line(poll) {
    return is_paper() ? h("p.support", {key: "paper-count", "data-id": "paper-count"}, tn("paper.count", turnout(poll).paper || 0)) : null;
}
