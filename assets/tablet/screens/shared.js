// A device on which several people vote, one after the other, or that takes in ballots from paper.
import {ballot, hand_on} from "../ballots.js";
import {ask_another, device, turnout} from "../device.js";
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {entries} from "../outbox.js";
import {button} from "../parts.js";
import {redraw} from "../ui.js";

const AGAIN_MS = 5000;
let asked_at = -AGAIN_MS;

// Who has voted hands the device on; whoever comes next has a ballot when they begin, and counts from then on.
function pass_on(poll) {
    if (is_paper()) ask(poll);
    else hand_on(poll);
    redraw();
}

function ask(poll) {
    asked_at = performance.now();
    ask_another(poll.id);
}

function is_asked(poll) {
    return entries().some((one) => one.frame.t === "another" && one.frame.poll === poll.id);
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

/// Before each person, or before the first paper ballot; null when somebody is voting.
export function between(poll) {
    const record = ballot(poll);
    if (poll.trust === "codes") return null;
    if (is_paper() && !record.paper && !record.sent) {
        return {key: "paper-" + poll.id, title: t("paper.title"), own: true, over: poll.question, over_lang: poll.lang, body: [h("p.lead", {key: "paper"}, t("paper.text"))], footer: [h("span.space"), pass_button(poll)]};
    }
    if (device.mine.use !== "several" || record.token || is_asked(poll)) return null;
    return {key: "person-" + poll.id + "-" + (record.n || 0), title: t("share.next"), own: true, over: poll.question, over_lang: poll.lang, body: [h("p.lead", {key: "next", "data-id": "next-person"}, t("share.next_text"))], footer: [h("span.space"),
        button({id: "begin-vote", icon: "next", kind: "primary", label: t("share.begin"), onclick: () => {
            ask(poll);
            redraw();
        }})]};
}

/// How many paper ballots are in.
export function paper_line(poll) {
    return is_paper() ? h("p.support", {key: "paper-count", "data-id": "paper-count"}, tn("paper.count", turnout(poll).paper || 0)) : null;
}
