// The day as a list to jump in, the settings of the session, and its end.
import {day_time} from "../clock.js";
import {h} from "../dom.js";
import {LANGUAGES, current, t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {button, notice, sheet, toggle} from "../parts.js";
import {prefs, set_pref} from "../prefs.js";
import {close_sheet, open_sheet, redraw, toast, ui} from "../ui.js";
import {act, host} from "./host.js";
import {join_card} from "./stage.js";

const SYMBOLS = {done: "check", now: "play", next: "next", later: "clock", skipped: "skip"};

function block_row(one) {
    const open = ui.open_block === one.id;
    return h("li.agenda-block", {key: one.id, class: one.state + (one.late ? " late" : "")}, h("button.agenda-open", {type: "button", "data-id": "block-" + one.id, "aria-expanded": String(open), "aria-current": one.state === "now" ? "step" : null, onclick: () => {
        ui.open_block = open ? null : one.id;
        redraw();
    }}, icon(SYMBOLS[one.state] || "clock"), h("span.agenda-time", null, one.starts_at ? day_time(one.starts_at, current()) : ""), h("span.grow", {dir: "auto"}, one.title, h("span.sr", null, ", " + t("agenda." + one.state))),
    h("span.support", null, tn("agenda.minutes", one.minutes))), open ? h("div.row.wrap", {key: "deeds"},
        one.state === "now" ? null : button({id: "jump-" + one.id, kind: "tint", label: t("agenda.jump"), onclick: () => act("jump", {block: one.id}, close_sheet)}),
        one.state === "next" || one.state === "later" || one.state === "now" ? button({id: "skip-" + one.id, icon: "skip", kind: "quiet", label: t("agenda.skip"), onclick: () => act("skip", {block: one.id})}) : null) : null);
}

export function agenda_sheet(frame) {
    return sheet({id: "agenda", title: t("agenda.title"), onclose: close_sheet, body: [
        frame.ends_at ? h("p.support", {key: "end"}, t("drift.end", {time: day_time(frame.ends_at, current())})) : null,
        h("ol.plain", {key: "list"}, (frame.agenda || []).map(block_row))]});
}

export function more_sheet(frame) {
    return sheet({id: "more", title: t("remote.more"), onclose: close_sheet, body: [
        join_card(frame),
        toggle({id: "moderation", label: t("moderation.label"), detail: t("moderation.detail"), checked: !!frame.moderation, onchange: (on) => act("moderation", {on})}),
        toggle({id: "light", label: t("light.label"), checked: prefs.theme === "light", onchange: (on) => {
            set_pref("theme", on ? "light" : "dark");
            redraw();
        }}),
        toggle({id: "larger-text", label: t("larger_text"), checked: prefs.large, onchange: (on) => {
            set_pref("large", on);
            redraw();
        }}),
        toggle({id: "high-contrast", label: t("high_contrast"), checked: prefs.contrast, onchange: (on) => {
            set_pref("contrast", on);
            redraw();
        }}),
        h("label.pick-one", {key: "language"}, h("span.strong", null, t("language")), h("select.input", {"data-id": "language", onchange: (event) => {
            set_pref("lang", event.target.value);
            redraw();
        }}, LANGUAGES.map((one) => h("option", {value: one.code, lang: one.code, selected: one.code === current()}, one.name)))),
        host.number ? h("p.support", {key: "number", "data-id": "number"}, t("remote.number", {number: String(host.number)})) : null,
        button({id: "end", icon: "leave", kind: "danger", class: "wide", label: t("end.session"), onclick: () => {
            ui.end_hidden = null;
            open_sheet("end");
        }})]});
}

/// A block that is closed stays so, and an easy press must not do that.
export function closing_sheet(frame) {
    return sheet({id: "closing", title: t("closing.question", {title: frame.block.title}), onclose: close_sheet, role: "alertdialog", body: h("p", {key: "text"}, t("closing.explain")),
        foot: [button({id: "closing-cancel", label: t("cancel"), onclick: close_sheet}),
            button({id: "closing-go", kind: "danger", label: t("closing.go"), onclick: () => act("phase", {phase: "closed"}, close_sheet)})]});
}

/// Ending cannot be taken back, so what would be left outside is shown first.
export function end_sheet(frame) {
    const hidden = frame.hidden || [];
    const inbox = frame.inbox || [];
    const asked = ui.end_hidden !== null && ui.end_hidden !== undefined;
    const end = (hidden_ok) => act("end", hidden_ok ? {hidden_ok: true} : {}, () => {
        ui.sheet = null;
        toast(t("remote.ended"));
    }, (nak) => {
        if (nak.what !== "hidden" || hidden_ok) return false;
        ui.end_hidden = nak.hidden || 0;
        redraw();
        return true;
    });
    return sheet({id: "end", title: t("end.question"), onclose: close_sheet, role: "alertdialog", body: [
        h("p", {key: "text"}, t("end.explain")),
        inbox.length ? notice("warn", "inbox", tn("end.inbox", inbox.length), t("end.inbox_text")) : null,
        hidden.length ? h("div", {key: "hidden"}, h("p.strong", null, tn("end.hidden", hidden.length)), h("ul", null, hidden.map((note) => h("li", {key: note.note, dir: "auto", lang: note.lang}, note.text)))) : null,
    ], foot: [button({id: "end-cancel", label: t("cancel"), onclick: close_sheet}),
        button({id: asked ? "end-anyway" : "end-session", kind: "danger", label: t(asked ? "end.anyway" : "end.session"), onclick: () => end(asked)})]});
}
