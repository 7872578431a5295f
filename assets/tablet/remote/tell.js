// To all tablets: a message, "look up", how it feels just now; and the picture that stands still meanwhile.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {button, notice, sheet, toggle} from "../parts.js";
import {close_sheet, redraw, toast, ui} from "../ui.js";
import {act} from "./host.js";

const READY = ["minutes", "look_up", "send", "break"];
const MOST_LENGTH = 280;

function send(text) {
    act("message", {text}, () => {
        ui.message = "";
        toast(t(text ? "tell.sent" : "tell.taken"));
    });
}

export function tell_sheet(frame) {
    const text = (ui.message || "").trim();
    const voting = (frame.polls || []).some((poll) => poll.state === "open");
    return sheet({id: "tell", title: t("tell.title"), onclose: close_sheet, body: [
        frame.message ? h("div", {key: "now", "data-id": "message-now"}, notice("info", "speech", t("tell.now"), null, h("p", {dir: "auto"}, frame.message.text),
            button({id: "message-take", icon: "close", kind: "quiet", label: t("tell.take"), onclick: () => send("")}))) : null,
        h("div.tell-ready", {key: "ready"}, READY.map((one) => button({id: "ready-" + one, kind: "tint", class: "wide", label: t("tell.ready_" + one), onclick: () => send(t("tell.ready_" + one))}))),
        h("div.fix", {key: "own"}, h("label.strong", {for: "message-text"}, t("tell.own")), h("textarea.input", {id: "message-text", "data-id": "message-text", rows: 2, dir: "auto", maxlength: MOST_LENGTH, value: ui.message || "", oninput: (event) => {
            ui.message = event.target.value;
            redraw();
        }}), button({id: "message-send", icon: "send", kind: "primary", label: t("tell.send"), off: !text, onclick: () => send(text)})),
        toggle({id: "lock", label: t("lock.label"), detail: t("lock.detail"), checked: !!frame.locked, onchange: (on) => act("lock", {on})}),
        toggle({id: "freeze", label: t("freeze.label"), detail: t("freeze.detail"), checked: !!frame.frozen, onchange: (on) => act("freeze", {on})}),
        frame.block ? button({id: "feeling", icon: "faces", class: "wide", label: t("tell.feeling"), off: voting, onclick: () => act("start_poll", {method: "scale", feeling: true}, close_sheet)}) : null,
        frame.block && voting ? h("p.support", {key: "voting"}, t("tell.voting")) : null]});
}
