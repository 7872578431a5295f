// When the host cannot be reached: nothing stops. What is kept here is listed with its state, and one may try at once.
import {device, is_offline} from "../device.js";
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {icon} from "../icons.js";
import {photo} from "../later.js";
import {entries} from "../outbox.js";
import {button, chip, notice} from "../parts.js";

const SHOWN = {note: "note", edit: "edit", vote: "chart", form: "list", fill: "list", withdraw: "bin"};

function entry_row(entry) {
    const frame = entry.frame;
    const text = frame.t === "vote" ? t("offline.vote") : frame.t === "form" ? Object.keys(frame.fields).map((key) => frame.fields[key]).join(" ")
        : frame.t === "withdraw" ? t("offline.withdraw") : "”" + ((entry.then && entry.then.text) || frame.text) + "”";
    const detail = frame.t === "vote" ? entry.about.question : t("offline.kind_" + frame.t);
    return h("li.kept-row", {key: frame.id, "data-id": "kept"}, icon(SHOWN[frame.t]), h("div.grow", null, h("p.strong", {dir: "auto"}, text), h("p.support", {dir: "auto"}, detail)),
        chip("warn", "clock", t("offline.waits")));
}

function pending(list) {
    return !is_offline() && list.some((entry) => entry.state === "pending");
}

/// The banner and the list, or nothing when all is well.
export function offline_banner() {
    const list = entries().filter((entry) => SHOWN[entry.frame.t] && entry.state !== "refused");
    for (const entry of list) if (entry.frame.photo) photo("send", entry);
    if (pending(list)) return h("section.offline", {key: "offline", "data-id": "pending", "aria-label": t("offline.pending")}, notice("warn", "clock", t("offline.pending"), t("offline.pending_text")));
    // A short break is not worth a word.
    if (!is_offline() || (device.link.lost_at && Date.now() - device.link.lost_at < 1500)) return null;
    const seconds = Math.max(0, Math.ceil((device.link.retry_at - performance.now()) / 1000));
    return h("section.offline", {key: "offline", "data-id": "offline", "aria-label": t("offline.title")},
        notice("warn", "warning", t("offline.title"), t("offline.text"),
            h("div.row.wrap.retry", null, h("span", {"aria-hidden": "true"}, seconds > 0 ? t("offline.again_in", {seconds}) : t("offline.trying")),
                button({id: "retry", icon: "retry", label: t("offline.retry"), onclick: device.link.retry}))),
        list.length ? h("ul.plain.card.kept", {"aria-label": t("offline.kept")}, list.map(entry_row)) : null);
}
