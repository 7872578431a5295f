// Sheets over the page: one's own notes, oneself and how to read, and leaving.
import {change_me, device, is_offline, leave, own_notes} from "../device.js";
import {h} from "../dom.js";
import {current, t} from "../i18n.js";
import {icon} from "../icons.js";
import {follow} from "../later.js";
import {entries} from "../outbox.js";
import {button, notice, sheet, toggle} from "../parts.js";
import {close_sheet, open_sheet, redraw, ui} from "../ui.js";
import {reading_choices} from "./join.js";
import {own_list} from "./write.js";

function mine_sheet() {
    const notes = own_notes().reverse();
    const open = device.state && device.state.block && device.state.block.writes;
    const now = open ? notes.filter((note) => note.block === device.state.block.id) : [];
    const before = notes.filter((note) => now.indexOf(note) < 0);
    return sheet({id: "mine", title: t("mine.title"), onclose: close_sheet, body: [
        notes.length ? null : h("p.lead", null, t("mine.none")),
        now.length ? [h("h3", {key: "now"}, t("mine.now")), own_list(now, true)] : null,
        before.length ? h("div", {key: "before"}, now.length ? h("h3", null, t("mine.before")) : null, own_list(before, false)) : null,
    ]});
}

function me_sheet() {
    const seat = device.seat || {};
    const save = (name, show) => {
        change_me(name.trim(), show, current());
        redraw();
    };
    return sheet({id: "me", title: t("me.title"), onclose: close_sheet, body: [
        h("div.field", {key: "name"}, h("label.strong", {for: "me-name"}, t("join.name")),
            h("input.input", {id: "me-name", "data-id": "me-name", value: seat.name || "", maxlength: 40, autocomplete: "off",
                onchange: (event) => save(event.target.value, seat.show_name)})),
        toggle({id: "me-show-name", label: t("join.show_name"), detail: t("join.votes_never"), checked: !!seat.show_name, onchange: (on) => save(seat.name || "", on)}),
        seat.code ? h("div.card.return-card", {key: "return"}, h("p.strong", null, t("return.title")), h("p.mono.big", {"data-id": "my-return-code", dir: "ltr"}, seat.code), h("p.support", null, t("return.text"))) : null,
        reading_choices(),
        h("p.privacy.support", {key: "privacy"}, icon("lock"), h("span", null, t("join.privacy"))),
        h("div.row.wrap", {key: "deeds"}, button({id: "my-notes", icon: "note", label: t("mine.title"), onclick: () => open_sheet("mine")}),
            button({id: "leave", icon: "leave", kind: "quiet", label: t("leave"), onclick: () => open_sheet("leave")})),
    ]});
}

function leave_sheet() {
    const unsent = entries().filter((entry) => entry.frame.t === "note" || entry.frame.t === "vote").length;
    return sheet({id: "leave", title: t("leave.title"), onclose: close_sheet, role: "alertdialog", body: [
        h("p", {key: "text"}, t("leave.text")),
        unsent ? notice("warn", "warning", t("leave.unsent"), is_offline() ? t("leave.unsent_do") : t("leave.wait")) : null,
    ], foot: [button({id: "stay", label: t("leave.stay"), onclick: close_sheet}), button({id: "leave-now", kind: "danger", label: t("leave.go"), onclick: () => {
        ui.sheet = null;
        leave();
    }})]});
}

export function open_sheets() {
    if (ui.sheet === "mine") return mine_sheet();
    if (ui.sheet === "me") return me_sheet();
    if (ui.sheet === "leave") return leave_sheet();
    if (ui.sheet === "follow") return follow("sheet");
    return null;
}
