// A note that the wall has handed over: whoever takes it writes it here, once. What is typed stays on the device until it stands
// on the wall. Comes with the tables' boards (board.js).
import {device} from "./device.js";
import {h} from "./dom.js";
import {current, refusal_text, t} from "./i18n.js";
import {entries, on_answer, put} from "./outbox.js";
import {button, chip, notice} from "./parts.js";
import {forget, keep, kept} from "./storage.js";
import {redraw, toast} from "./ui.js";

const TAKEN = "draft/field/taken";  // {field, text, was}: what this device has taken; was: what stands on the wall, or is on its way there

on_answer("field", (entry, answer) => {
    const {field, how} = entry.frame;
    const taken = kept(TAKEN);
    if (answer.t === "nak" && how === "write" && taken) keep(TAKEN, Object.assign(taken, {was: ""}));
    if (answer.t === "nak") return toast(refusal_text(answer), "err");
    if (how === "take") keep(TAKEN, {field, text: answer.text, was: answer.text});
    if (how !== "write") return;
    forget(TAKEN);
    toast(t("field.sent"));
});

function use(how, field, more) {
    put(Object.assign({t: "field", how, field}, more));
    redraw();
}

function is_under_way(how) {
    return entries().some((entry) => entry.frame.t === "field" && entry.frame.how === how && entry.state !== "refused");
}

function let_go() {
    forget(TAKEN);
    redraw();
}

/// The field itself, and what one can do with it. `most`: characters that it takes.
function writing(taken, most) {
    const away = is_under_way("write");
    const empty = !taken.text.trim();
    return [h("textarea.input", {id: "field-text", key: "text", "data-id": "field-text", rows: 3, dir: "auto", maxlength: most || null, value: taken.text, readOnly: away, "aria-label": t("field.label"), oninput: (event) => {
        keep(TAKEN, Object.assign({}, taken, {text: event.target.value}));
        redraw();
    }}), away ? chip("warn", "clock", t("mine.here")) : null,
    h("div.row.wrap", {key: "deeds"}, button({id: "field-send", icon: "send", kind: "primary", label: t("field.send"), off: away || empty, onclick: () => {
        keep(TAKEN, Object.assign({}, taken, {was: taken.text}));
        use("write", taken.field, {text: taken.text.trim(), lang: current()});
    }}),
        button({id: "field-back", kind: "quiet", label: t("field.put_down"), off: away, onclick: () => {
            use("put_down", taken.field);
            let_go();
        }}))];
}

/// Above whatever the page shows (screens/waiting.js).
export function card(state) {
    const offered = state.field;
    const taken = kept(TAKEN);
    let body = null;
    if (taken && offered && offered.id === taken.field) {
        body = writing(taken, offered.most);
    } else if (taken && !is_under_way("write")) {
        // The wall has taken it back, or it was away too long.
        if (taken.text.trim() === taken.was.trim()) forget(TAKEN);
        else body = [notice("warn", "warning", null, t("field.lost")), h("p.board-fixed", {key: "text", dir: "auto", "data-id": "field-lost"}, taken.text), button({id: "field-drop", icon: "close", kind: "quiet", label: t("board.drop"), onclick: let_go})];
    } else if (offered && !offered.taken && !device.mine.muted) {
        body = [h("p", {key: "offer"}, t("field.offer")), button({id: "field-take", icon: "edit", kind: "tint", label: t("field.title"), off: is_under_way("take"), onclick: () => use("take", offered.id)})];
    }
    return body && h("section.card.field-card", {key: "wall-field", "data-id": "wall-field", "aria-label": t("field.title")}, body);
}
