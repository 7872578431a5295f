// A note that the wall has handed over, written here by whoever leads the day.
import {h} from "../dom.js";
import {current, t} from "../i18n.js";
import {button, notice} from "../parts.js";
import {redraw, toast} from "../ui.js";
import {act, host} from "./host.js";

let typed = null;  // {field, text, was}: what is written here

function use(how, field, more, done) {
    act("field", Object.assign({how, field}, more), done);
}

function let_go() {
    typed = null;
    redraw();
}

function send() {
    use("write", typed.field, {text: typed.text.trim(), lang: current()}, () => {
        let_go();
        toast(t("field.sent"));
    });
}

function body_of(field) {
    const own = field && field.by === "remote" && field.remote === host.number;
    if (own && (!typed || typed.field !== field.id)) typed = {field: field.id, text: field.text, was: field.text};
    if (own) {
        return [h("textarea.input", {id: "field-text", key: "text", "data-id": "field-text", rows: 3, dir: "auto", maxlength: field.most || null, value: typed.text, "aria-label": t("field.label"), oninput: (event) => {
            typed.text = event.target.value;
            redraw();
        }}), h("div.row.wrap", {key: "deeds"}, button({id: "field-send", icon: "send", kind: "tint", label: t("field.send"), off: !typed.text.trim(), onclick: send}),
            button({id: "field-back", kind: "quiet", label: t("field.put_down"), onclick: () => use("put_down", field.id, {}, let_go)}))];
    }
    // The wall has taken it back: what was written is not lost with it.
    if (typed && typed.text.trim() !== typed.was.trim()) {
        return [notice("warn", "warning", null, t("field.lost")), h("p", {key: "text", dir: "auto", "data-id": "field-lost"}, typed.text), button({id: "field-drop", icon: "close", kind: "quiet", label: t("board.drop"), onclick: let_go})];
    }
    typed = null;
    if (!field || field.by) return null;
    return [h("p", {key: "offer"}, t("field.offer")), button({id: "field-take", icon: "edit", kind: "tint", label: t("field.title"), onclick: () => use("take", field.id)})];
}

/// On the stage, while there is one.
export function field_card(frame) {
    const body = body_of(frame.field || null);
    return body && h("section.card.boards-card", {key: "wall-field", "data-id": "wall-field", "aria-label": t("field.title")}, body);
}
