// The trainer's remote: what is on, what to say, what waits, and the next step low under the thumb.
import {h, others_write, redrawer, render} from "../dom.js";
import {need_texts, t, use_language} from "../i18n.js";
import {icon, logo} from "../icons.js";
import {button} from "../parts.js";
import {prefs, show_prefs, wanted_language} from "../prefs.js";
import {announce, on_redraw, ui} from "../ui.js";
import {agenda_sheet, closing_sheet, end_sheet, more_sheet} from "./agenda.js";
import {boards_sheet} from "./boards.js";
import {act, host, start_host} from "./host.js";
import {inbox_sheet} from "./inbox.js";
import {new_vote_sheet} from "./new_vote.js";
import {pair_screen} from "./pair.js";
import {seats_sheet} from "./seats.js";
import {foot, stage} from "./stage.js";
import {tell_sheet} from "./tell.js";
import {ready_sheet} from "./trust.js";
import {cancel_sheet, unanswered_sheet, votes_sheet} from "./votes.js";
import {wall_sheet} from "./wall.js";

const SHEETS = {agenda: agenda_sheet, boards: boards_sheet, inbox: inbox_sheet, votes: votes_sheet, unanswered: unanswered_sheet, "cancel-vote": cancel_sheet, "new-vote": new_vote_sheet, ready: ready_sheet, wall: wall_sheet, seats: seats_sheet, more: more_sheet, tell: tell_sheet, closing: closing_sheet, end: end_sheet};
let shown = null;

function ended_screen() {
    return h("div.page.pairing", {key: "ended"}, h("main", {id: "main"}, logo("large"), h("h1", {tabindex: "-1", "data-id": "title"}, t("remote.ended")),
        h("p.lead", null, t("remote.ended_text"))));
}

/// Above the footer; over a sheet at the top, for the sheet's buttons stand low.
function undo_bar(frame, sheet) {
    const undo = frame && frame.undo;
    if (!undo) return null;
    return h("div.toast", {key: "undo", class: sheet ? "" : "low", "data-id": "undo-bar", role: "status"}, icon("check"), h("span.grow", null, undo.text),
        button({id: "undo", icon: "undo", label: t("undo"), onclick: () => act("undo", {undo: undo.id})}));
}

function draw() {
    const app = document.getElementById("app");
    const frame = host.frame;
    if (frame) others_write(frame.session.lang);
    const away = host.secret && host.link.status !== "on";
    const key = host.ended ? "ended" : !host.secret ? "pair" : frame ? "stage" : "wait";
    document.title = t("remote.title") + " – Idérum";
    const sheet = key === "stage" && ui.sheet && SHEETS[ui.sheet] && (frame.block || ui.sheet !== "closing") ? SHEETS[ui.sheet](frame) : null;
    const page = key === "ended" ? ended_screen() : key === "pair" ? pair_screen(t("pair.title"), t("pair.help"), draw)
        : h("div.page", {key: "stage", inert: sheet ? true : null, "aria-hidden": sheet ? "true" : null}, frame ? [stage(frame, away), foot(frame)]
            : h("main", {id: "main"}, h("h1", {tabindex: "-1", "data-id": "title"}, t("remote.title")), h("p.lead", null, t("join.busy"))));
    render(app, page, ui.toast ? h("div.toast", {key: "toast", class: ui.toast.kind + (sheet && frame.undo ? " over-undo" : ""), "data-id": "toast", "aria-hidden": "true"}, icon(ui.toast.kind === "err" ? "warning" : "check"), h("span", null, ui.toast.text)) : null,
        key === "stage" ? undo_bar(frame, sheet) : null, sheet);
    const block = frame && frame.block ? frame.block.id : "";
    if (shown !== null && shown !== key + block) {
        announce(frame && frame.block ? frame.block.title : document.title);
        if (key === "stage" && !sheet && shown.startsWith("pair")) document.querySelector("[data-id=title]").focus();
    }
    shown = key + block;
}

async function start() {
    show_prefs();
    need_texts("room", "votes", "board");
    await use_language(wanted_language());
    const redraw = redrawer(draw);
    let language = wanted_language();
    on_redraw(async () => {
        if (wanted_language() !== language) {
            language = wanted_language();
            await use_language(language);
        }
        redraw();
    });
    if (!prefs.theme) document.documentElement.setAttribute("data-theme", "dark");
    start_host();
    draw();
    setInterval(redraw, 500);
    document.documentElement.classList.add("ready");
}

function begin() {
    start().catch(() => setTimeout(begin, 2000));
}
begin();
