// Questions that each answers on their own: the fields of a person whom the room gets to know, or of an evaluation. An
// answer is one's own note in the question's column, one for each; what is typed stays here until it is sent.
import {device, edit_note, own_notes, send_note} from "../device.js";
import {h} from "../dom.js";
import {refusal_text, t} from "../i18n.js";
import {drop_entry, put} from "../outbox.js";
import {button, notice, text_length} from "../parts.js";
import {keep, kept} from "../storage.js";
import {redraw} from "../ui.js";
import {length_text, most, state_chip} from "./write.js";

function key_of(block) {
    return "draft/form/" + block.id + "/";
}

function answer_to(block, field) {
    return own_notes(block.id).filter((note) => note.group === field.id).pop() || null;
}

/// What stands in the field, and whether it is something else than what was sent.
function standing(block, field, drafts) {
    const answer = answer_to(block, field);
    const sent = answer ? answer.text : "";
    const text = field.id in drafts ? drafts[field.id] : sent;
    return {answer, text, changed: text.trim() !== sent};
}

function send_answer(block, field, {answer, text}) {
    const words = text.trim();
    if (!answer) send_note(block.id, words, field.id, kept("colour", "sol"));
    else if (words) edit_note(answer, {text: words});
    else if (answer.note) put({t: "withdraw", note: answer.note});
    else drop_entry(answer.id);
}

/// Those that can be sent: too long ones stay as they are.
function ready(block, fields, drafts) {
    return fields.map((field) => Object.assign({field}, standing(block, field, drafts))).filter((one) => one.changed && text_length(one.text.trim()) <= most(block.writes));
}

function send_all(block, fields) {
    const drafts = kept(key_of(block), {});
    for (const one of ready(block, fields, drafts)) {
        send_answer(block, one.field, one);
        delete drafts[one.field.id];
    }
    keep(key_of(block), drafts);
    redraw();
}

function field_view(block, field, drafts, muted) {
    const id = "field-" + field.id;
    const {answer, text, changed} = standing(block, field, drafts);
    const off = muted || (answer && answer.state === "hidden");
    return h("div.field", {key: id}, h("div.row", null, h("label.strong.grow", {for: id, dir: "auto"}, field.label), answer && !changed ? state_chip(answer) : null),
        h("textarea.input", {id, "data-id": id, rows: 2, dir: "auto", value: text, readOnly: !!off, "aria-describedby": "count-" + id, oninput: (event) => {
            const all = kept(key_of(block), {});
            all[field.id] = event.target.value;
            keep(key_of(block), all);
            redraw();
        }}),
        h("div.row", null, answer && answer.state === "refused" ? h("p.support", null, refusal_text(answer.answer)) : null, h("span.space"), length_text(text, block.writes, "count-" + id)),
        answer && answer.stands ? h("p.support", {"data-id": "stands"}, t("mine.stands", {text: answer.stands})) : null);
}

export function questions_section(state) {
    const block = state.block;
    const fields = block.form.fields || [];
    const drafts = kept(key_of(block), {});
    const muted = device.mine.muted;
    return {key: "questions", title: block.question || block.title, name: t("view.write"), body: [
        muted ? notice("info", "info", t("write.muted"), t("write.muted_do")) : null,
        fields.map((field) => field_view(block, field, drafts, muted)),
    ], footer: muted ? null : [h("span.space"), button({id: "send-answers", icon: "send", kind: "primary", label: t("write.send"), off: !ready(block, fields, drafts).length, onclick: () => send_all(block, fields)})]};
}
