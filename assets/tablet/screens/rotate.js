// Building upon others' ideas: each given idea has its own field, "Ja, och …".
import {device, own_notes} from "../device.js";
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {button, notice, text_length} from "../parts.js";
import {most, note_draft, note_editor, own_list, send_draft} from "./write.js";

export function rotate_section(state) {
    const block = state.block;
    const writes = Object.assign({groups: []}, block.writes);
    const given = device.mine.given || [];
    const mine = own_notes(block.id);
    const parents = {};
    const languages = {};
    for (const note of state.wall || []) {
        parents[note.id] = note.parent;
        languages[note.id] = note.lang;
    }
    const added = (idea) => mine.filter((note) => (note.parent || parents[note.note]) === idea.note).length;
    return {key: "rotate", title: block.question || block.title, name: t("view.write"), body: [
        device.mine.muted ? notice("info", "info", t("write.muted"), t("write.muted_do")) : null,
        given.length ? null : h("p.lead", {key: "none"}, t("rotate.none")),
        given.map((idea, index) => {
            const key = block.id + "/" + idea.note;
            const draft = note_draft(key);
            const length = text_length(draft.text.trim());
            const send = () => send_draft(block, writes, key, idea.note);
            return h("section.given", {key: idea.note, "data-id": "given-" + index, "aria-label": t("rotate.idea", {number: index + 1})},
                h("blockquote.card.given-idea", {dir: "auto", lang: languages[idea.note]}, idea.text),
                added(idea) ? h("p.support.ok", {key: "done"}, tn("rotate.added", added(idea))) : null,
                device.mine.muted ? null : [h("p.yes-and", {key: "and", "aria-hidden": "true"}, t("rotate.and")),
                    note_editor({block, writes, draft, draft_key: key, label: t("rotate.label", {text: idea.text}), id: "given-" + index + "/text", onsend: send}),
                    h("div.row.end", {key: "send"}, button({id: "given-" + index + "/send", icon: "send", kind: "primary", label: t("rotate.send"),
                        off: !length || length > most(writes), onclick: send}))]);
        }),
        mine.length ? h("h2", {key: "own-heading"}, t("write.own")) : null,
        mine.length ? own_list(mine.slice().reverse(), true) : null,
    ], footer: null};
}
