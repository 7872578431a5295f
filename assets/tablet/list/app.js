// Every board and the register as text, for those who listen to a screen or read it their own way. Paired like the remote.
import {h, redrawer, render} from "../dom.js";
import {current, need_texts, t, use_language} from "../i18n.js";
import {logo} from "../icons.js";
import {button} from "../parts.js";
import {show_prefs, wanted_language} from "../prefs.js";
import {announce, on_redraw} from "../ui.js";
import {act, host, start_host} from "../remote/host.js";
import {pair_screen} from "../remote/pair.js";
import {photo_link} from "../remote/photo.js";
import {results} from "./results.js";

const ASK_EVERY_MS = 10000;

let asked_at = -ASK_EVERY_MS;
let asked_rev = -1;
let said = "";
let search = "";
let redraw = () => {};

/// Asks for all of it: when there is something new, and not more often than every ten seconds.
function ask(at_once) {
    if (!host.frame || host.link.status !== "on") return;
    const now = performance.now();
    if (!at_once && (host.frame.rev === asked_rev || now - asked_at < ASK_EVERY_MS)) return;
    asked_at = now;
    asked_rev = host.frame.rev;
    act("read_register", {lang: current()}, () => at_once && announce(t("list.read")));
}

function note_line(note) {
    return h("li", null, h("span", {dir: "auto", lang: note.lang}, note.text), note.number ? h("span.support", null, " " + t("list.number", {number: note.number})) : null, photo_link(note.photo, note.text));
}

function board(one, index) {
    return h("section", {key: "board-" + index, "data-id": "board", "aria-labelledby": "board-" + index}, h("h3", {id: "board-" + index, dir: "auto"}, one.title),
        one.question ? h("p.support", {dir: "auto"}, one.question) : null,
        one.groups.map((group, at) => h("div", {key: "group-" + at}, group.label ? h("h4", {dir: "auto"}, group.label) : null,
            h("ul", null, group.notes.map(note_line)))), results(one));
}

function matches(idea) {
    const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const text = [idea.number, idea.title, idea.state, idea.area, idea.responsible, idea.description].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
}

/// `lang`: what the host's own words are in, where it does not speak the page's language.
function idea_row(idea, lang) {
    const told = (words) => h("span", {lang}, words);
    return h("tr", {key: idea.id, "data-id": "idea"}, h("td", null, idea.number || t("list.no_number")), h("th", {scope: "row", dir: "auto"}, idea.title),
        h("td", null, told(idea.state)), h("td", {dir: "auto"}, idea.area), h("td", {dir: "auto"}, idea.responsible), h("td", null, idea.known ? told(idea.known) : t("list.nothing_known")),
        h("td", {class: idea.late ? "late" : ""}, idea.late ? t("list.warning") + " " : null, told(idea.waiting)));
}

function register(frame) {
    const shown = frame.ideas.filter(matches);
    return h("section", {key: "register"}, h("h2", {id: "register"}, t("list.register")),
        h("div.tools", null, h("label", null, h("span.strong", null, t("list.search")), h("input.input", {type: "search", "data-id": "search", value: search, oninput: (event) => {
            search = event.target.value;
            redraw();
        }})), button({id: "again", icon: "undo", label: t("list.again"), onclick: () => ask(true)})),
        h("p", {role: "status", "data-id": "shown"}, t("list.shown", {shown: String(shown.length), all: String(frame.all)})),
        h("div.sideways", {tabindex: "0", role: "region", "aria-labelledby": "register"}, h("table", null, h("caption.sr", null, t("list.register")),
            h("thead", null, h("tr", null, ["number_column", "title_column", "state_column", "area_column", "responsible_column", "known_column", "waiting_column"]
                .map((name) => h("th", {scope: "col", key: name}, t("list." + name))))),
            h("tbody", null, shown.map((idea) => idea_row(idea, frame.lang === current() ? null : frame.lang))))));
}

function page() {
    const frame = host.register;
    if (!frame) return h("main.reading", {id: "main", key: "wait"}, h("h1", {tabindex: "-1", "data-id": "title"}, t("list.title")), h("p.lead", null, t("join.busy")));
    return h("main.reading", {id: "main", key: "list"}, h("h1", {tabindex: "-1", "data-id": "title"}, t("list.title")),
        host.link.status === "on" ? null : h("p", {role: "status", key: "away", "data-id": "away"}, t("remote.away")),
        h("section", {key: "boards", "aria-labelledby": "boards"}, h("h2", {id: "boards"}, t("list.boards")),
            frame.boards.length ? frame.boards.map(board) : h("p", null, t("list.no_boards"))),
        register(frame));
}

function draw() {
    const key = host.ended ? "ended" : host.secret ? "list" : "pair";
    document.title = t("list.title") + " – Idérum";
    render(document.getElementById("app"), key === "pair" ? pair_screen(t("list.title"), t("pair.help"), draw)
        : key === "ended" && !host.register ? h("div.page.pairing", {key: "ended"}, h("main", {id: "main"}, logo("large"), h("h1", {tabindex: "-1"}, t("remote.ended"))))
            : page());
    if (said === "pair" && key === "list") document.querySelector("[data-id=title]").focus();
    if (said && said !== key) announce(document.title);
    said = key;
    ask(false);
}

async function start() {
    show_prefs();
    need_texts("room", "votes");
    await use_language(wanted_language());
    redraw = redrawer(draw);
    on_redraw(redraw);
    start_host();
    draw();
    setInterval(redraw, 1000);
    document.documentElement.classList.add("ready");
}

function begin() {
    start().catch(() => setTimeout(begin, 2000));
}
begin();
