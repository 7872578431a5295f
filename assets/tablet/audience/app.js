// The big picture: the same state as the tablets', without controls, names or private notes, to be read from five metres.
import {learn} from "../clock.js";
import {open_connection} from "../connection.js";
import {h, others_write, redrawer, render} from "../dom.js";
import {need_texts, refusal_text, t, use_language} from "../i18n.js";
import {logo} from "../icons.js";
import {notice, tidy_code} from "../parts.js";
import {show_prefs, wanted_language} from "../prefs.js";
import {announce, on_redraw} from "../ui.js";
import {fit_all} from "./fit.js";
import {break_view, ended_view, lobby, question_view} from "./plain.js";
import {journey_view} from "./journey.js";
import {results_view} from "./results.js";
import {vote_view} from "./vote.js";
import {wall_view} from "./wall.js";

const now = {frame: null, ended: false, error: null, code: "", link: null, redraw: () => {}};

function hello() {
    return now.code && !now.ended ? {t: "hello", v: 1, role: "audience", join: now.code} : null;
}

function told(frame) {
    if (frame.t === "audience") {
        learn(frame.now);
        now.frame = frame;
        others_write(frame.session.lang);
        now.ended = !!(frame.session && frame.session.ended);
        now.error = null;
    } else if (frame.t === "count" && now.frame) {
        for (const poll of now.frame.polls || []) if (poll.id === frame.poll) Object.assign(poll, {in: frame.in, of: frame.of, paper: frame.paper});
    } else if (frame.t === "refused") {
        now.error = refusal_text(frame);
        if (frame.code === "too_fast" || frame.code === "too_many") setTimeout(now.link.open, Math.max(2000, frame.retry_after_ms || 0));
        else if (frame.code === "closed") now.ended = true;
        else now.code = "";
    } else if (frame.t === "ended") {
        now.ended = true;
    }
    now.redraw();
}

function code_form() {
    return h("div.audience-code", {key: "code", "data-id": "audience"}, logo("large"), h("h1", null, t("audience.code_title")), h("form", {onsubmit: (event) => {
        event.preventDefault();
        now.code = tidy_code(event.target.querySelector("input").value);
        now.link.open();
    }}, h("input.input", {"data-id": "code", "aria-label": t("join.code"), autocomplete: "off", spellcheck: "false", dir: "ltr"}), h("button.btn.primary", {type: "submit", "data-id": "show"}, t("audience.show"))),
    now.error ? notice("err", "warning", null, now.error) : null);
}

/// The vote that matters now: the newest that was not cancelled, unless writing has started after its result.
function current_poll(frame) {
    const polls = (frame.polls || []).filter((poll) => poll.state !== "cancelled");
    const open = polls.filter((poll) => poll.state === "open" || poll.state === "closed");
    return open.length ? open[open.length - 1] : polls.length ? polls[polls.length - 1] : null;
}

function view(frame) {
    const block = frame.block;
    if (!block) return lobby(frame);
    if (block.kind === "break") return break_view(frame);
    const poll = current_poll(frame);
    if (poll && poll.state === "revealed" && poll.result) return poll.method === "feelings" ? journey_view(frame, poll) : results_view(frame, poll);
    if (poll) return vote_view(frame, poll);
    if (block.kind === "journey") return journey_view(frame, null);
    if ((frame.wall || []).length) return wall_view(frame);
    return question_view(frame);
}

let said = "";

function draw() {
    const frame = now.frame;
    const app = document.getElementById("app");
    if (now.ended) render(app, ended_view(frame));
    else if (!frame) render(app, now.code ? h("div.audience-code", {key: "wait", "data-id": "audience"}, logo("large"), h("h1", null, t("join.busy"))) : code_form());
    else if (frame.blank) render(app, h("main.blank", {key: "blank", "data-id": "blank"}, h("h1.sr", null, t("audience.blank"))));
    else render(app, h("div.picture", {key: "picture", "data-id": "audience"}, view(frame), now.link.status === "lost" ? h("p.lost", {key: "lost", role: "status"}, t("audience.lost")) : null));
    document.documentElement.classList.toggle("dark-room", !!(frame && frame.blank && !now.ended));
    fit_all();
    const title = document.querySelector("h1");
    const words = title ? title.textContent : "";
    if (words !== said) announce(words);
    said = words;
}

// All sizes follow the height of the picture: 1 rem is 16 px at 1080. Small windows (a phone, zoom) flow and scroll.
function scale() {
    const root = document.documentElement;
    const flows = innerWidth < 1100 || innerHeight < 560;
    root.classList.toggle("flow", flows);
    const size = flows ? (innerWidth < 700 ? 8.5 : 13) : Math.max(9, 16 * Math.min(innerHeight / 1080, innerWidth / 1920));
    root.style.setProperty("font-size", flows && innerWidth >= 900 ? "16px" : size.toFixed(2) + "px");
    now.redraw();
}

async function start() {
    show_prefs();
    now.code = tidy_code(new URLSearchParams(location.search).get("k") || "");
    need_texts("room", "votes");
    await use_language(wanted_language());
    now.redraw = redrawer(draw);
    on_redraw(now.redraw);
    now.link = open_connection({hello, told, changed: now.redraw});
    window.addEventListener("resize", scale);
    scale();
    if (now.code) now.link.open();
    setInterval(now.redraw, 500);
    document.documentElement.classList.add("ready");
}

function begin() {
    start().catch(() => setTimeout(begin, 2000));
}
begin();
