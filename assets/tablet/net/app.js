// "Testa nätet": what a phone can say about the way to the host. That the page is here is the first answer; how quick the
// way is and whether it carries a WebSocket are the others. Nobody joins anything by it.
import {h, redrawer, render} from "../dom.js";
import {need_texts, t, use_language} from "../i18n.js";
import {logo} from "../icons.js";
import {button, notice} from "../parts.js";
import {show_prefs, wanted_language} from "../prefs.js";
import {announce} from "../ui.js";

const ASKS = 6;  // the first one pays for the connection and does not count
const WITHIN_MS = 5000;
const QUICK_MS = 100;
const FAIR_MS = 400;

const found = {running: false, speed: "", ms: 0, socket: ""};
let redraw = () => {};

function asked_once() {
    const began = performance.now();
    return fetch(location.pathname, {method: "HEAD", cache: "no-store"}).then((answer) => {
        if (!answer.ok) throw new Error("refused: " + answer.status);
        return performance.now() - began;
    });
}

function within(promise) {
    return Promise.race([promise, new Promise((done, failed) => setTimeout(() => failed(new Error("too late")), WITHIN_MS))]);
}

async function measured() {
    const all = [];
    for (let i = 0; i < ASKS; ++i) all.push(await within(asked_once()));
    const sorted = all.slice(1).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
}

function opened() {
    return within(new Promise((done, failed) => {
        const socket = new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/ws");
        socket.onopen = () => {
            socket.close();
            done();
        };
        socket.onerror = socket.onclose = () => failed(new Error("closed"));
        setTimeout(() => socket.close(), WITHIN_MS);
    }));
}

async function run() {
    if (found.running) return;
    Object.assign(found, {running: true, speed: "", socket: ""});
    redraw();
    await measured().then((ms) => {
        found.ms = Math.max(1, Math.round(ms));
        found.speed = ms < QUICK_MS ? "quick" : ms < FAIR_MS ? "fair" : "slow";
    }, () => {
        found.speed = "lost";
    });
    redraw();
    await opened().then(() => {
        found.socket = "open";
    }, () => {
        found.socket = "shut";
    });
    found.running = false;
    redraw();
    announce(all_well() ? t("net.well") : t("net.not_well"));
}

function all_well() {
    return (found.speed === "quick" || found.speed === "fair") && found.socket === "open";
}

function speed() {
    const times = {ms: String(found.ms)};
    if (found.speed === "quick") return notice("ok", "check", t("net.quick"), t("net.took", times));
    if (found.speed === "fair") return notice("ok", "check", t("net.fair"), t("net.took", times));
    if (found.speed === "slow") return notice("warn", "warning", t("net.slow"), t("net.took", times) + " " + t("net.slow_do"));
    return notice("err", "warning", t("net.lost"), t("net.lost_do"));
}

function line(id, is_known, shown) {
    return h("div", {key: id, "data-id": id}, is_known ? shown() : notice("info", "retry", null, t("net.trying")));
}

function draw() {
    document.title = t("net.title") + " – Idérum";
    render(document.getElementById("app"), h("main.reading.net", {id: "main"}, logo("large"),
        h("h1", {tabindex: "-1", "data-id": "title"}, t("net.title")),
        h("div", {key: "reached", "data-id": "reached"}, notice("ok", "check", t("net.reached"), t("net.reached_by", {address: location.host}))),
        line("speed", found.speed, speed),
        line("socket", found.socket, () => found.socket === "open" ? notice("ok", "check", t("net.socket"), t("net.not_isolated"))
            : notice("err", "warning", t("net.no_socket"), t("net.no_socket_do"))),
        h("div", {key: "crypt", "data-id": "crypt"}, location.protocol === "https:" ? notice("ok", "lock", t("net.secure"), null) : notice("info", "lock", t("net.plain"), t("net.plain_do"))),
        h("p", {key: "others"}, t("net.others")),
        h("div.tools", {key: "tools"}, button({id: "again", icon: "retry", label: t("net.again"), off: found.running, onclick: run}),
            h("a.btn.primary", {href: "/", "data-id": "join"}, t("net.join")))));
}

async function start() {
    show_prefs();
    need_texts("net");
    await use_language(wanted_language());
    redraw = redrawer(draw);
    draw();
    document.documentElement.classList.add("ready");
    run();
}

function begin() {
    start().catch(() => setTimeout(begin, 2000));
}
begin();
