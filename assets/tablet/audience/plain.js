// The quiet pictures: before the start, a question without notes, a break, and the end.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {logo, room} from "../icons.js";
import {clock_view} from "../parts.js";
import {code, qr, rail} from "./rail.js";
import {title} from "./title.js";

export function lobby(frame) {
    return h("div.lobby", {key: "lobby"}, h("main.lobby-text", null, logo("large"), h("h1", {dir: "auto"}, frame.session.title),
        frame.session.municipality ? h("p.sub", null, t("municipality", {name: frame.session.municipality})) : null, h("ol.steps", null, [1, 2, 3].map((step) => h("li", {key: step}, t("audience.step" + step)))),
        h("p.people-line", {"data-id": "people"}, tn("remote.people", frame.people))),
    h("section.panel.lobby-join", {"aria-label": t("audience.join")}, qr(frame), code(frame), h("p.url", {dir: "ltr"}, frame.join.url.replace(/^https?:\/\//, "").replace(/\/?\?.*$/, ""))));
}

export function question_view(frame) {
    const block = frame.block;
    return h("div.stage", {key: "question-" + block.id}, h("main.center", null, block.question ? h("p.over", {dir: "auto"}, block.title) : null, title(block.question || block.title),
        block.instruction ? h("p.instruction", {dir: "auto"}, block.instruction) : null), rail(frame));
}

export function break_view(frame) {
    return h("div.break", {key: "break"}, h("main", null, h("h1", {dir: "auto", "data-id": "title"}, frame.block.title), h("div.break-clock", null, clock_view(frame.block.clock, frame.now)),
        frame.next ? h("p.sub", null, t("audience.then", {title: frame.next.title})) : null), h("section.panel.small-join", {"aria-label": t("audience.join")}, qr(frame), code(frame)));
}

export function ended_view(frame) {
    return h("div.break", {key: "ended", "data-id": "audience"}, h("main", null, room(), h("h1", {"data-id": "title"}, t("end.title")), h("p.sub", null, t("end.text")), frame ? h("p.sub", {dir: "auto"}, frame.session.title) : null));
}
