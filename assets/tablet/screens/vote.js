// The frame of every vote: secret, how many have voted, send, saved, change one's mind. The method draws what is between.
import {ballot, cast, cast_state, draft, is_lost, set_draft} from "../ballots.js";
import {device, is_offline, raise_hand, turnout} from "../device.js";
import {h} from "../dom.js";
import {has_text, refusal_text, t} from "../i18n.js";
import {button, notice} from "../parts.js";
import {icon} from "../icons.js";
import {coming, later} from "../later.js";
import {redraw, ui} from "../ui.js";
import {between, is_paper, paper_line, pass_button, wants_code} from "./shared.js";
import * as choice from "./vote_choice.js";
import * as criteria from "./vote_criteria.js";
import * as dots from "./vote_dots.js";
import * as feelings from "./vote_feelings.js";
import * as scale from "./vote_scale.js";

// A method gives is_blank, body, send_label and summary; help, left, `lacks` (true while what is marked cannot be sent)
// and `final` (what is marked, as it is sent) when it has more to say.
const METHODS = {dots, choice, feelings, scale, "tre-prickar": criteria};
const IN_ORDER = ["feelings", "scale", "fist"];
const IDEA = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;  // the course's own options have names

function method_of(poll) {
    return METHODS[poll.method] || later(poll.method);
}

/// Numbers and the steps of a journey come in a row; so may the answers that a course gives to choose one of.
function keeps_order(poll) {
    return IN_ORDER.indexOf(poll.method) >= 0 || (poll.method === "choice" && !poll.options.every((option) => IDEA.test(option.id)));
}

/// One order of the options for each device, so that the first does not win by being first.
export function own_order(poll) {
    const numbered = poll.options.map((option, index) => Object.assign({index}, option));
    if (keeps_order(poll)) return numbered;
    const seed = (ballot(poll).token || "") + poll.id;
    return numbered.map((option) => ({option, place: scatter(seed + option.id)})).sort((a, b) => a.place - b.place).map((one) => one.option);
}

/// A number that a text always gives, and that tells nothing of it: FNV-1a, and murmur3's last steps. Without these, texts
/// that differ in their last letter give numbers that go together.
export function scatter(text) {
    let hash = 2166136261;
    for (let i = 0; i < text.length; ++i) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
}

function turnout_line(poll) {
    const now = turnout(poll);
    return h("p.support", {key: "turnout", "data-id": "turnout"}, t("vote.turnout", {in: now.in, of: now.of}));
}

function secrecy(poll) {
    if (is_paper()) return h("p.secret", {key: "secret", "data-id": "secret"}, icon("info"), h("span", null, t("paper.secret")));
    const few = turnout(poll).of > 0 && turnout(poll).of < 5;
    return h("p.secret", {key: "secret", class: few ? "few" : "", "data-id": "secret"}, icon(few ? "warning" : "lock"), h("span", null, t(few ? "vote.few" : "vote.secret")));
}

function trust_line(poll) {
    const more = poll.trust ? later("trust") : null;
    return poll.trust && !more ? null : h("p.support", {key: "trust", "data-id": "trust"}, more ? more.told(poll) : t("trust.open"));
}

function lost_section(poll) {
    return {key: "vote-" + poll.id, title: poll.question, lang: poll.lang, body: [
        notice("warn", "warning", t("vote.lost"), t("vote.lost_do")), turnout_line(poll),
    ], footer: [h("span.space"), button({id: "hand", icon: "hand", kind: "primary", label: t(device.mine.hand ? "hand.down" : "hand.up"),
        pressed: device.mine.hand, onclick: () => raise_hand(!device.mine.hand)})]};
}

function saved_section(poll, method, state) {
    const saved = state === "saved";
    const record = ballot(poll);
    const rows = method.summary(poll, record.sent || {});
    return {key: "vote-" + poll.id, title: saved ? t(is_paper() ? "paper.saved" : "vote.saved") : t(is_offline() ? "vote.here" : "vote.sending"), own: true, over: poll.question, over_lang: poll.lang, body: [
        h("div.saved", {key: "saved", "data-id": saved ? "vote-saved" : "vote-waiting"}, icon(saved ? "check" : "clock"),
            h("p", null, saved ? t("vote.saved_text") : t("vote.here_text"))),
        rows.length ? h("ul.plain.card.summary", {key: "summary"}, rows.map((row) => h("li", {key: row.key},
            row.mark || null, h("span.grow", null, h("bdi", null, row.label)), h("span.strong", null, row.value)))) : h("p.lead", null, t("vote.blank")),
        turnout_line(poll), paper_line(poll), secrecy(poll),
    ], footer: [h("p.foot-text", null, is_paper() ? null : t("vote.only_you")), button({id: "change", icon: "edit", kind: "plain", label: t(is_paper() ? "paper.change" : "vote.change"), onclick: () => {
        ui.changing[poll.id] = true;
        redraw();
    }}), saved ? pass_button(poll) : null]};
}

function wait_section(poll) {
    return {key: "vote-" + poll.id, title: poll.question, lang: poll.lang, body: [h("p.lead", {key: "wait"}, t("vote.closed")),
        // Nothing else tells somebody who was still marking.
        ballot(poll).draft ? notice("warn", "warning", null, t("vote.unsent")) : null, turnout_line(poll)], footer: null};
}

export function vote_section(poll) {
    const method = method_of(poll);
    if (poll.state !== "open") return wait_section(poll);
    if (wants_code(poll)) return later("code") ? later("code").section(poll) : coming(poll);
    if (is_lost(poll)) return lost_section(poll);
    if (!method) return coming(poll);
    const pause = between(poll);
    if (pause) return pause;
    const state = cast_state(poll);
    if (state !== "none" && !ui.changing[poll.id]) return saved_section(poll, method, state);
    const record = ballot(poll);
    const value = draft(poll);
    const blank = method.is_blank(value);
    const lacks = (marked) => !method.is_blank(marked) && !!method.lacks && method.lacks(poll, marked);
    const help = "vote.help_" + poll.method;
    // A change is made to what is kept now, not to what was drawn: two quick taps are two dots.
    const set = (change) => {
        const next = change(draft(poll));
        set_draft(poll, next);
        redraw();
        return next;
    };
    return {key: "vote-" + poll.id, title: poll.question, lang: poll.lang, clock: true, body: [
        h("p.help", {key: "help"}, method.help ? method.help(poll, value) : has_text(help) ? t(help) : ""),
        secrecy(poll), trust_line(poll),
        record.refused ? notice("err", "warning", null, refusal_text(record.refused)) : null,
        // The device's own order is known with its ballot; options that change places are pressed by mistake.
        record.token ? method.body(poll, own_order(poll), value, set) : h("p.lead", {key: "fetching"}, t("vote.fetching")),
    ], footer: [
        h("div.foot-text", {key: "left", "data-id": "left"}, method.left ? method.left(poll, value) : h("span", null, t("vote.may_change"))),
        record.token
            ? button({id: "send", icon: "send", kind: blank ? "plain" : "primary", label: blank ? t("vote.send_blank") : method.send_label(poll, value), off: lacks(value),
                onclick: () => {
                    // What is marked now, not what was drawn.
                    const marked = draft(poll);
                    if (lacks(marked)) return;
                    ui.changing[poll.id] = false;
                    cast(poll, method.is_blank(marked) ? {} : method.final ? method.final(poll, marked) : marked);
                    redraw();
                    focus_title();
                }})
            : null,
    ]};
}

function focus_title() {
    setTimeout(() => {
        const title = document.querySelector("[data-id=title]");
        if (title) title.focus();
    }, 30);
}
