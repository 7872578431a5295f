// Small pieces that several pages share.
import {clock_text, left_ms} from "./clock.js";
import {h} from "./dom.js";
import {icon} from "./icons.js";
import {t} from "./i18n.js";

/// {id, label, icon, kind: "primary"|"plain"|"tint"|"quiet"|"danger", off, pressed, name, onclick}. `off` keeps the
/// button where focus can reach it; `name` is what a screen reader says when the label alone is not enough.
export function button(given, ...more) {
    return h("button", {
        type: "button", key: given.key || given.id, "data-id": given.id, class: "btn " + (given.kind || "plain") + " " + (given.class || ""),
        "aria-disabled": given.off ? "true" : null, "aria-pressed": given.pressed === undefined ? null : String(!!given.pressed),
        "aria-label": given.name || null, "aria-expanded": given.expanded === undefined ? null : String(!!given.expanded),
        onclick: given.off ? null : given.onclick, disabled: false,
    }, given.icon ? icon(given.icon) : null, given.label ? h("span.label", null, given.label) : null, more);
}

/// The time left of a block: digits that do not jump, warning below two minutes, red when over.
export function clock_view(clock, told_at, id) {
    const left = left_ms(clock, told_at);
    if (left === null) return null;
    const text = clock_text(left);
    const mood = clock.state === "waiting" ? "still" : clock.state === "paused" ? "still" : left < 0 ? "over" : left < 120000 ? "soon" : "";
    return h("span.clock", {class: mood, role: "timer", "aria-live": "off", "data-id": id || "clock", "aria-label": t("clock.left", {time: text})},
        clock.state === "paused" ? icon("pause") : left < 0 ? icon("warning") : null,
        h("span.digits", {"aria-hidden": "true", dir: "ltr"}, Array.from(text).map((one) => h("span", {class: /\d/.test(one) ? "digit" : one === ":" ? "colon" : "sign"}, one))));
}

/// How much of the planned time is left, as a bar.
export function clock_bar(clock, told_at) {
    const left = left_ms(clock, told_at);
    if (left === null || !clock.planned_ms) return null;
    const share = Math.max(0, Math.min(1, left / clock.planned_ms));
    return bar(share, left < 0 ? "over" : left < 120000 ? "soon" : "");
}

export function bar(share, mood) {
    return h("div.bar", {"aria-hidden": "true"}, h("div.bar-fill", {class: mood || "", style: {width: (share * 100).toFixed(1) + "%"}}));
}

/// A banner with a symbol, a heading and a text: kind "warn", "info", "ok" or "err".
export function notice(kind, symbol, heading, text, ...more) {
    return h("div.notice", {class: kind}, icon(symbol), h("div.notice-text", null,
        heading ? h("p.strong", null, heading) : null, text ? h("p", null, text) : null, more));
}

export function chip(kind, symbol, text) {
    return h("span.chip", {class: kind}, icon(symbol), h("span", null, text));
}

/// A switch with its label: a real checkbox, drawn as a switch.
export function toggle({id, label, detail, checked, onchange}) {
    return h("label.toggle", {key: id}, h("input", {type: "checkbox", role: "switch", "data-id": id, checked, onchange: (event) => onchange(event.target.checked)}),
        h("span.toggle-track", {"aria-hidden": "true"}), h("span.toggle-text", null, h("span.strong", null, label), detail ? h("span.support", null, detail) : null));
}

/// A sheet over the page: the rest is out of reach until it closes (Escape closes).
export function sheet({id, title, onclose, body, foot, role}) {
    return h("div.scrim", {key: "sheet-" + id, onclick: (event) => event.target.classList.contains("scrim") && onclose()},
        h("div.sheet", {role: role || "dialog", "aria-modal": "true", "aria-labelledby": "sheet-title", "data-id": "sheet-" + id,
            onkeydown: (event) => keep_inside(event, onclose), mounted: (el) => setTimeout(() => el.querySelector("h2").focus(), 0)},
            h("div.sheet-head", null, h("h2", {id: "sheet-title", tabindex: "-1"}, title),
                button({id: "close-sheet", icon: "close", kind: "quiet", name: t("close"), onclick: onclose})),
            h("div.sheet-body", {tabindex: "-1"}, body), foot ? h("div.sheet-foot", null, foot) : null));
}

function keep_inside(event, onclose) {
    if (event.key === "Escape") {
        event.stopPropagation();
        onclose();
        return;
    }
    if (event.key !== "Tab") return;
    const all = Array.from(event.currentTarget.querySelectorAll("button,input,textarea,select,a[href],summary"))
        .filter((one) => one.offsetParent !== null);
    if (!all.length) return;
    const first = all[0];
    const last = all[all.length - 1];
    if (event.shiftKey && (document.activeElement === first || document.activeElement.tagName === "H2")) {
        event.preventDefault();
        last.focus();
    } else if (!event.shiftKey && document.activeElement === last) {
        event.preventDefault();
        first.focus();
    }
}

/// Dots given of dots there are: shape and fill, the words stand beside.
export function dots(given, of, classes) {
    const all = [];
    for (let i = 0; i < of; ++i) all.push(h("span.dot", {class: i < given ? "full" : ""}));
    return h("span.dots", {class: classes || "", "aria-hidden": "true"}, all);
}

export function letter(index) {
    return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/// How many letters a person would count.
export function text_length(text) {
    if (typeof Intl !== "undefined" && Intl.Segmenter) {
        let count = 0;
        for (const one of new Intl.Segmenter().segment(text)) count += one ? 1 : 0;
        return count;
    }
    return Array.from(text).length;
}

export const CODE_LENGTH = 6;

/// A code as people type it: six letters and digits, without 0 O 1 I L. What is typed in their stead is for the host to refuse.
export function tidy_code(text, length = CODE_LENGTH) {
    return text.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, length);
}
