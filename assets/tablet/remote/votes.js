// Votes: opened, closed, shown; the ideas that won go into the register, and a vote can be done over.
import {h} from "../dom.js";
import {scale_word, tie_words} from "../findings.js";
import {decimal, has_text, listed, t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {bar, button, chip, notice, sheet, toggle} from "../parts.js";
import {close_sheet, open_sheet, redraw, toast, ui} from "../ui.js";
import {consents_words, objection_cards} from "../screens/result_consent.js";
import {fist_word} from "../screens/vote_fist.js";
import {quarter_word} from "../screens/matrix_board.js";
import {surplus} from "../screens/vote_trust.js";
import {branch_words, figure, left_words, mean_text, verdict, won_words} from "../verdicts.js";
import {alike} from "./alike.js";
import {compare_view} from "./compare.js";
import {act, turnout} from "./host.js";
import {amend} from "./new_vote.js";

const WITHOUT_BAR = ["scale", "feelings", "fist", "matrix"];
const chosen = {};  // poll → {note: true} to save

function find(frame, id) {
    return (frame.polls || []).find((poll) => poll.id === id) || null;
}

function state_text(poll) {
    if (!poll || poll.state === "cancelled") return t("votes.not_open");
    const now = turnout(poll);
    if (poll.state === "open") return t("vote.turnout", {in: now.in, of: now.of});
    return t("votes.state_" + poll.state) + " · " + t("vote.turnout", {in: now.in, of: now.of});
}

function is_unanswered(poll) {
    return poll.state === "open" && !turnout(poll).in && !poll.paper;
}

/// A vote that nobody has answered is closed by an easy press as a rule: then it is asked about, as at the wall.
function close_poll(poll) {
    if (!is_unanswered(poll)) return act("close_poll", {poll: poll.id});
    ui.unanswered = poll.id;
    open_sheet("unanswered");
}

/// Null when there is nothing to ask about any more: with the first answer, or when the vote is closed.
export function unanswered_sheet(frame) {
    const poll = find(frame, ui.unanswered);
    if (!poll || !is_unanswered(poll)) {
        setTimeout(close_sheet, 0);
        return null;
    }
    return sheet({id: "unanswered", title: t("unanswered.title"), onclose: close_sheet, role: "alertdialog", body: h("p", {key: "text"}, t("unanswered.text")),
        foot: [button({id: "unanswered-stay", label: t("unanswered.stay"), onclick: close_sheet}),
            button({id: "unanswered-go", kind: "danger", label: t("unanswered.go"), onclick: () => act("close_poll", {poll: poll.id}, close_sheet)})]});
}

function is_answered(poll) {
    return poll.state === "open" && !is_unanswered(poll);
}

/// What has been cast is gone at once when a vote is called off: then it is asked about, as at the wall.
function cancel_poll(poll) {
    if (!is_answered(poll)) return act("cancel_poll", {poll: poll.id}, () => toast(t("votes.cancelled")));
    ui.cancelling = poll.id;
    open_sheet("cancel-vote");
}

export function cancel_sheet(frame) {
    const poll = find(frame, ui.cancelling);
    if (!poll || !is_answered(poll)) {
        setTimeout(close_sheet, 0);
        return null;
    }
    return sheet({id: "cancel-vote", title: t("cancel_vote.title"), onclose: close_sheet, role: "alertdialog", body: h("p", {key: "text"}, t("vote.turnout", turnout(poll)), " ", t("cancel_vote.text")),
        foot: [button({id: "cancel-vote-stay", label: t("unanswered.stay"), onclick: close_sheet}),
            button({id: "cancel-vote-go", kind: "danger", label: t("votes.cancel"), onclick: () => act("cancel_poll", {poll: poll.id}, () => {
                toast(t("votes.cancelled"));
                close_sheet();
            })})]});
}

/// "Prickar · 3 var": which way, and how many dots each has.
function way_words(plan, poll) {
    const name = has_text("method." + plan.method) ? t("method." + plan.method) : plan.method;
    return poll && poll.dots && (plan.method === "dots" || plan.method === "tre-prickar") ? name + " · " + t("votes.each", {count: poll.dots}) : name;
}

/// The one thing to do next with a vote of the block.
function next_deed(frame, plan, poll) {
    const at = "-" + plan.index;
    if (!poll || poll.state === "cancelled") return button({id: "open-poll" + at, kind: "tint", label: t("votes.open"), onclick: () => (plan.trust || alike(frame, plan).length ? ask_first(plan) : act("open_poll", {block: frame.block.id, index: plan.index}))});
    if (poll.state === "open") return button({id: "close-poll" + at, label: t("votes.close"), onclick: () => close_poll(poll)});
    if (poll.state === "closed") return button({id: "reveal" + at, kind: "tint", label: t("votes.reveal"), onclick: () => act("reveal", {poll: poll.id})});
    return button({id: "result" + at, kind: poll.can_save && poll.can_save.length && !poll.saved ? "tint" : "plain", label: t(poll.can_save && poll.can_save.length && !poll.saved ? "votes.to_save" : "votes.see"), onclick: () => open_poll_sheet(poll.id)});
}

function ask_first(plan) {
    ui.plan = plan.index;
    open_sheet("ready");
}

function open_poll_sheet(id) {
    ui.poll = id;
    open_sheet("votes");
}

export function poll_line(frame, plan) {
    const poll = plan.poll ? find(frame, plan.poll) : null;
    return h("div.poll-line", {key: plan.index}, h("button.grow.poll-open", {type: "button", "data-id": "poll-" + plan.index, onclick: () => (poll ? open_poll_sheet(poll.id) : open_sheet("votes"))},
        h("span.support", {"data-id": "way-" + plan.index}, way_words(plan, poll)), h("span.strong", {dir: "auto"}, plan.question), h("span.support", {"data-id": "poll-state-" + plan.index}, state_text(poll)), poll && surplus(poll, turnout(poll)) ? h("span.warn-text", null, icon("warning"), " ", surplus(poll, turnout(poll))) : null), next_deed(frame, plan, poll));
}

function label_of(poll, id) {
    const option = poll.options.find((one) => one.id === id);
    return option ? option.label : id;
}

function value_of(poll, row) {
    if (poll.method === "scale") return decimal(row.mean);
    if (poll.method === "feelings") return row.n ? t("feeling." + Math.round(row.median)) : "–";
    if (poll.method === "matrix") return row.n ? quarter_word(row.quadrant) : "–";
    if (poll.method === "fist") return mean_text(row.mean);
    return figure(poll, row).text;
}

/// What stands below a row: the dots by criterion, or how many gave each number of a scale and what the number means.
function row_detail(poll, row) {
    if (poll.method === "bradley-terry") return h("p.support", {"data-id": "detail"}, won_words(row));
    if (!row.by) return null;
    const on_scale = poll.method === "scale" || poll.method === "fist";
    const word = (value) => (poll.method === "fist" ? fist_word(poll, value) : on_scale ? scale_word(poll, value) : "");
    const parts = on_scale || !poll.criteria.length ? Object.keys(row.by).map(Number).sort((a, b) => a - b).map((value) => [value, word(value)].filter(String).join(" ") + ": " + row.by[value])
        : poll.criteria.map((one) => one.label + " " + (row.by[one.id] || 0));
    return parts.length ? h("p.support", {dir: "auto", "data-id": "detail"}, parts.join(" · ")) : null;
}

/// Whoever cannot go along with what is proposed wants it to be changed: it is asked anew when that is done.
function revote(poll) {
    if (poll.method === "consent") return amend(poll);
    act("revote", {poll: poll.id}, close_sheet);
}

function consent_view(poll) {
    return [h("p.support", {key: "consents", "data-id": "consents"}, consents_words(poll.result)), objection_cards(poll.result)];
}

/// What it says, and its rows; `instead` of the rows, if anything.
export function result_view(poll, instead) {
    const result = poll.result;
    const by_consent = poll.method === "consent";
    return h("div.result", {key: "result", "data-id": "result"},
        h("p.strong", {"data-id": "verdict"}, verdict(poll)),
        result.few && result.voters ? notice("warn", "warning", null, t("votes.few")) : null,
        by_consent ? (result.voters ? consent_view(poll) : null) : instead || h("ol.plain", null, result.rows.map((row) => h("li.remote-row", {key: row.id, class: (result.winners || []).indexOf(row.id) >= 0 ? "winner" : ""},
            h("div.row", null, row.rank ? h("span.strong", null, row.rank + ".") : null, h("span.grow", {dir: "auto"}, poll.method === "scale" || poll.method === "fist" ? t("scale.mean") : label_of(poll, row.id)), h("span.strong", null, value_of(poll, row))),
            WITHOUT_BAR.indexOf(poll.method) >= 0 ? null : bar(Math.max(0, Math.min(1, figure(poll, row).share)), ""),
            row_detail(poll, row)))),
        [branch_words(poll), left_words(poll), tie_words(poll)].filter(Boolean).map((words) => h("p.support", {key: words}, words)), poll.method === "bradley-terry" ? h("p.support", {key: "strength"}, t("result.strength_text")) : null, compare_view(poll));
}

function default_choice(poll) {
    const all = {};
    const can = poll.can_save || [];
    const rows = (poll.result && poll.result.rows) || [];
    for (const row of rows) if (can.indexOf(row.id) >= 0 && row.rank > 0 && row.rank <= 3 && (row.votes === undefined || row.votes > 0) && row.funded !== false) all[row.id] = true;
    return all;
}

/// Whichever vote they were saved from: what is left can be saved all the same.
function saved_view(poll) {
    const numbers = poll.saved_numbers || [];
    return numbers.length ? h("div", {key: "saved", "data-id": "saved-numbers"}, notice("ok", "check", tn("save.done", numbers.length), listed(numbers))) : null;
}

function save_view(poll) {
    const can = poll.can_save || [];
    if (!can.length) return null;
    if (!chosen[poll.id]) chosen[poll.id] = default_choice(poll);
    const mine = chosen[poll.id];
    const rows = (poll.result && poll.result.rows) || [];
    const place = (id) => rows.findIndex((row) => row.id === id);
    const ranked = can.slice().sort((a, b) => place(a) - place(b));
    const notes = ranked.filter((id) => mine[id]);
    return h("section.save", {key: "save", "aria-label": t("save.title")}, h("h3", null, t("save.which")), ranked.map((id) => toggle({id: "save-" + id, label: label_of(poll, id), checked: !!mine[id], onchange: (on) => {
        mine[id] = on;
        redraw();
    }})), button({id: "save", icon: "check", kind: "primary", class: "wide", label: tn("save.go", notes.length), off: !notes.length, onclick: () => {
        act("save", {poll: poll.id, notes}, () => close_sheet());
    }}));
}

function lost_view(poll) {
    const lost = poll.lost || [];
    if (!lost.length) return null;
    return h("div", {key: "lost"}, h("h3", null, t("lost.title")), h("p.support", null, t("lost.text")), h("ul.plain", null, lost.map((seat) => h("li.row.line", {key: seat.seat}, h("span.grow", null, seat.label),
        button({id: "new-ballot-" + seat.seat, label: t("lost.give"), onclick: () => act("new_ballot", {poll: poll.id, seat: seat.seat}, () => toast(t("lost.given", {label: seat.label})))})))));
}

function deeds(poll) {
    const all = [];
    // Of several ties the one for the first place: the others are between those that come after.
    const ties = (poll.result && poll.result.ties) || [], winners = (poll.result && poll.result.winners) || [];
    const tied = ties.find((tie) => winners.indexOf(tie[0]) >= 0) || (winners.length ? [] : ties[0] || []);
    if (poll.state === "open") all.push(button({id: "close-poll", kind: "primary", label: t("votes.close"), onclick: () => close_poll(poll)}));
    if (poll.state === "closed") all.push(button({id: "reveal", kind: "primary", label: t("votes.reveal"), onclick: () => act("reveal", {poll: poll.id})}));
    if (poll.state === "open") all.push(button({id: "cancel-poll", kind: "quiet", label: t("votes.cancel"), onclick: () => cancel_poll(poll)}));
    if (poll.state === "revealed" || poll.state === "closed") all.push(button({id: "revote", icon: "retry", kind: "quiet", label: t("votes.revote"), onclick: () => revote(poll)}));
    if (poll.state === "revealed" && tied.length > 1 && poll.method !== "feelings" && poll.method !== "scale") {
        all.push(button({id: "revote-tied", icon: "retry", kind: "quiet", label: t("votes.revote_tied"), onclick: () => act("revote", {poll: poll.id, options: tied}, close_sheet)}));
    }
    return h("div.row.wrap", {key: "deeds"}, all);
}

function poll_view(poll) {
    return h("section.poll-view", {key: poll.id, "aria-label": poll.question}, h("h3", {dir: "auto"}, poll.question, poll.round > 1 ? h("span.support", null, " · " + t("votes.round", {round: poll.round})) : null),
        h("div.row.wrap", null, chip(poll.state === "open" ? "acc" : "", poll.state === "open" ? "clock" : "check", t("votes.state_" + poll.state)), h("span", {"data-id": "turnout"}, t("vote.turnout", turnout(poll))), h("span.support", {"data-id": "way"}, way_words(poll, poll)),
            poll.extra ? h("span.support", null, tn("votes.extra", poll.extra)) : null),
        surplus(poll, turnout(poll)) ? h("div", {key: "surplus", "data-id": "surplus"}, notice("warn", "warning", null, surplus(poll, turnout(poll)))) : null,
        poll.result && poll.state === "revealed" ? result_view(poll) : null,
        poll.state === "revealed" ? saved_view(poll) : null, poll.state === "revealed" ? save_view(poll) : null, poll.state === "open" ? lost_view(poll) : null, deeds(poll));
}

export function votes_sheet(frame) {
    const all = (frame.polls || []).filter((poll) => poll.state !== "cancelled");
    const one = find(frame, ui.poll);
    const list = one && one.state !== "cancelled" ? [one] : all.slice().reverse();
    return sheet({id: "votes", title: t("votes.title"), onclose: () => {
        ui.poll = null;
        close_sheet();
    }, body: list.length ? list.map(poll_view) : h("p.lead", null, t("votes.none")), foot: frame.block && !all.some((poll) => poll.state === "open") ? [
        button({id: "new-vote", icon: "plus", label: t("new_vote.title"), onclick: () => open_sheet("new-vote")})] : null});
}
