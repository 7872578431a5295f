// The tablet's page: puts the right screen together and keeps it so.
import {device, is_offline, start_device} from "./device.js";
import {h, others_write, redrawer, render} from "./dom.js";
import {current, t, use_language} from "./i18n.js";
import {icon, logo} from "./icons.js";
import {keep_focus_in_sight} from "./in_sight.js";
import {aloud} from "./later.js";
import {show_prefs, wanted_language} from "./prefs.js";
import {block_screen, board_screen} from "./screens/block.js";
import {ended_screen, taken_screen} from "./screens/ends.js";
import {join_screen, read_address} from "./screens/join.js";
import {offline_banner} from "./screens/offline.js";
import {open_sheets} from "./screens/sheets.js";
import {locked_screen, message_banner} from "./screens/told.js";
import {field_card, waiting_screen} from "./screens/waiting.js";
import {announce, on_redraw, open_sheet, toast, ui} from "./ui.js";

let shown = null;  // the key of the screen that stands there

function screen() {
    if (device.end === "taken") return taken_screen();
    if (device.end === "ended") return ended_screen();
    if (!device.seat) return join_screen();
    // Whoever is in has used the code; another session has another.
    if (device.welcomed) Object.assign(ui.join, {code: "", secret: "", return_code: ""});
    if (device.state && device.state.locked) return locked_screen();
    if (!device.state || !device.state.block) return device.state && device.board ? board_screen() : waiting_screen();
    return block_screen();
}

function header() {
    const session = device.state && device.state.session;
    const name = device.seat && device.seat.name;
    const offline = is_offline();
    const status = offline ? t(name ? "status.off_name" : "status.off", {name}) : t(name ? "status.on_name" : "status.on", {name});
    return h("header.head", {key: "header"}, logo(),
        h("div.head-text", null, h("p.strong", {dir: "auto"}, session ? session.title : "Idérum"), session && session.municipality ? h("p.support", null, t("municipality", {name: session.municipality})) : null),
        device.end ? null : h("button.me", {type: "button", "data-id": "me", class: offline ? "off" : "", "aria-label": status + ". " + t("me.open"), onclick: () => open_sheet("me")},
            offline ? icon("offline") : h("span.status-dot", {"aria-hidden": "true"}), h("span.wide-only", null, status), h("span.narrow-only", null, offline ? t("status.off") : name || t("status.on"))));
}

function draw() {
    if (device.state) others_write(device.state.session.lang);
    const now = screen();
    const sheet = open_sheets();
    const hidden = sheet ? "true" : null;
    document.title = now.title + " – Idérum";
    render(document.getElementById("app"),
        h("div.page", {key: "page", class: now.bare ? "bare" : "", "aria-hidden": hidden, inert: sheet ? true : null},
            now.bare ? null : header(),
            now.bare ? null : offline_banner(),
            now.bare ? null : message_banner(),
            h("main", {key: "main-" + now.key, id: "main", class: now.footer ? "" : "no-foot"}, now.bare || !device.seat ? null : field_card(device.state), now.main),
            now.footer ? h("footer.foot", {key: "foot-" + now.key}, now.footer) : null),
        ui.toast ? h("div.toast", {key: "toast", class: ui.toast.kind, "data-id": "toast", "aria-hidden": "true"}, icon(ui.toast.kind === "err" ? "warning" : "check"), h("span", null, ui.toast.text)) : null,
        sheet);
    if (shown !== now.key) {
        const before = shown;
        shown = now.key;
        aloud("stop");
        if (before !== null && !sheet) come_forward(now.title);
    }
}

// A new screen: the reader hears its title, and the keyboard starts there.
function come_forward(title) {
    window.scrollTo(0, 0);
    const heading = document.querySelector("[data-id=title]");
    if (heading) heading.focus({preventScroll: true});
    else announce(title);
}

function tell(what, detail) {
    if (what === "vote_saved") announce(t(device.mine.use === "paper" ? "paper.saved" : "vote.saved"));
    else if (what === "edit_waits") toast(t("mine.edit_waiting"));
    else if (what === "note_sent") announce(is_offline() ? t("write.kept_here") : t("write.sent_now"));
    else if (what === "refused" && device.seat) toast(detail, "err");
    else if (what === "refused") announce(detail);
}

let was_offline = false;
function tell_offline() {
    const now = is_offline();
    if (now !== was_offline) announce(now ? t("offline.title") + ". " + t("offline.text") : t("offline.back"));
    was_offline = now;
}

async function start() {
    show_prefs();
    read_address();
    await use_language(wanted_language());
    const redraw = redrawer(draw);
    let language = current();
    on_redraw(async () => {
        if (wanted_language() !== language) {
            language = wanted_language();
            await use_language(language);
            if (device.seat) device.link.send({t: "me", id: "lang-" + Date.now().toString(36), name: device.seat.name, show_name: device.seat.show_name, lang: language});
        }
        redraw();
    });
    start_device(redraw, tell);
    draw();
    setInterval(() => {
        tell_offline();
        if (device.state || device.link.status === "lost") redraw();
    }, 500);
    keep_focus_in_sight();
    document.documentElement.classList.add("ready");
}

// Without texts there is no page; the host is probably on its way up again.
function begin() {
    start().catch(() => setTimeout(begin, 2000));
}
begin();

