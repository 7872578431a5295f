// The side of the big picture: how to join, how many there are, and the time.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {clock_bar, clock_view} from "../parts.js";

export function qr(frame) {
    return frame.join && frame.join.qr_svg ? h("div.qr", {key: "qr", role: "img", "aria-label": t("audience.qr"), html: frame.join.qr_svg}) : null;
}

export function code(frame) {
    return h("p.code-text", {key: "code"}, h("span.code-label", null, t("audience.join_code")), h("strong", {dir: "ltr", "data-id": "code"}, frame.join.code));
}

export function clock_panel(frame) {
    const block = frame.block;
    if (!block || !block.clock) return null;
    const over = block.clock.remaining_ms <= 0 && block.clock.state !== "running";
    return h("section.panel.clock-panel", {key: "clock", "aria-label": t("audience.time")}, h("p.panel-title", null, t(block.clock.state === "paused" ? "audience.paused" : "audience.time")),
        over ? null : clock_view(block.clock, frame.now), clock_bar(block.clock, frame.now));
}

export function rail(frame, ...more) {
    return h("aside.rail", {key: "rail", "aria-label": t("audience.side")},
        h("section.panel.join-panel", {key: "join", "aria-label": t("audience.join")}, qr(frame), code(frame)),
        more.length ? more : h("section.panel.people", {key: "people", "aria-label": t("audience.people")}, h("p.people-count", {"data-id": "people"}, String(frame.people)), h("p", null, t("audience.people"))),
        clock_panel(frame));
}
