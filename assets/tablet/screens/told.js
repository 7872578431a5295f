// What the trainer tells all tablets at once: a message that stays until it is read, and that it is time to look up.
import {device} from "../device.js";
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {room} from "../icons.js";
import {button, notice} from "../parts.js";
import {keep, kept} from "../storage.js";
import {announce, redraw} from "../ui.js";

let announced = null;

/// The message, or nothing when there is none or it has been read here.
export function message_banner() {
    const message = device.state && device.state.message;
    if (!message || message.id === kept("message")) return null;
    if (announced !== message.id) {
        announced = message.id;
        announce(t("message.title") + ": " + message.text);
    }
    return h("section.told", {key: "message", "data-id": "message", "aria-label": t("message.title")}, notice("info", "speech", t("message.title"), null, h("p", {dir: "auto"}, message.text),
        button({id: "message-read", icon: "check", kind: "plain", label: t("message.read"), onclick: () => {
            keep("message", message.id);
            redraw();
        }})));
}

export function locked_screen() {
    return {key: "locked", title: t("locked.title"), footer: null,
        main: h("div.waiting", {key: "locked", "data-id": "locked"}, room(), h("h1", {tabindex: "-1", "data-id": "title"}, t("locked.title")), h("p.lead", null, t("locked.text")))};
}
