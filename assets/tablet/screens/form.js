// The card of a chosen idea, or the questions of an evaluation: each field is kept here as it is typed and sent when one
// leaves it or rests.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {entries, forget_entries, put} from "../outbox.js";
import {button, chip, notice} from "../parts.js";
import {keep, kept} from "../storage.js";
import {redraw, ui} from "../ui.js";

const REST_MS = 1500;
const timers = {};

function draft_key(block, idea) {
    return "draft/form/" + block.id + "/" + (idea || "");
}

function all_ideas(state) {
    return (state.wall || []).filter((note) => note.type === "idea" && !note.hidden);
}

/// The ideas a card can be written for: those in the register first, else the wall's.
export function card_ideas(state) {
    const ideas = all_ideas(state);
    const numbered = ideas.filter((note) => note.number);
    return numbered.length ? numbered : ideas;
}

function send_field(block, idea, field) {
    const key = draft_key(block, idea);
    const drafts = kept(key, {});
    const mine = drafts[field];
    if (!mine || mine.text === mine.sent) return;
    forget_entries((entry) => entry.frame.t === "form" && entry.frame.idea === (idea || null) && field in entry.frame.fields && !entry.tried);
    put({t: "form", idea: idea || null, fields: {[field]: mine.text}}, {keep: true, field});
    mine.sent = mine.text;
    keep(key, drafts);
}

function field_state(idea, field, mine) {
    const waiting = entries().filter((entry) => entry.frame.t === "form" && entry.frame.idea === (idea || null) && field in entry.frame.fields);
    if (waiting.some((entry) => entry.state === "refused")) return chip("err", "warning", t("mine.refused"));
    if (waiting.length || (mine && mine.text !== mine.sent)) return chip("warn", "clock", t("mine.here"));
    return mine && mine.sent !== undefined ? chip("ok", "check", t("form.saved")) : null;
}

function field_view(block, idea, field, told) {
    const key = draft_key(block, idea);
    const drafts = kept(key, {});
    const mine = drafts[field.id];
    const id = "field-" + field.id;
    const text = mine ? mine.text : told[field.id] || "";
    const common = {id, "data-id": id, value: text, dir: "auto", maxlength: 2000, oninput: (event) => {
        const all = kept(key, {});
        all[field.id] = {text: event.target.value, sent: all[field.id] ? all[field.id].sent : undefined};
        keep(key, all);
        clearTimeout(timers[id]);
        timers[id] = setTimeout(() => send_field(block, idea, field.id), REST_MS);
        redraw();
    }, onblur: () => send_field(block, idea, field.id)};
    return h("div.field", {key: id}, h("div.row", null, h("label.strong.grow", {for: id}, field.label), field_state(idea, field.id, mine)),
        field.kind === "long" ? h("textarea.input", Object.assign({rows: 4}, common))
            : h("input.input", Object.assign({type: field.kind === "date" ? "date" : "text"}, common)));
}

export function form_section(state) {
    const block = state.block;
    const fields = block.form.fields || [];
    if (block.kind !== "card") {
        return {key: "form", title: block.question || block.title, name: t("view.form"), body: [fields.map((field) => field_view(block, null, field, {}))], footer: null};
    }
    const ideas = card_ideas(state);
    // A card that somebody writes on stays, also when the others get their numbers and the list grows shorter.
    const chosen = all_ideas(state).find((idea) => idea.id === ui.card);
    if (!chosen) {
        return {key: "cards", title: t("card.which"), name: t("view.form"), body: [
            ideas.length ? h("ul.plain.options", {key: "ideas"}, ideas.map((idea) => h("li", {key: idea.id},
                h("button.option.card.pick", {type: "button", "data-id": "card-" + idea.id, onclick: () => {
                    ui.card = idea.id;
                    redraw();
                }}, idea.number ? h("span.chip", null, idea.number) : null, h("span.option-label", {dir: "auto"}, idea.text)))))
                : h("p.lead", {key: "none"}, t("card.none")),
        ], footer: null};
    }
    return {key: "card-" + chosen.id, title: chosen.text, over: t("card.title") + (chosen.number ? " " + chosen.number : ""), name: t("view.form"), body: [
        notice("info", "info", null, t("card.together")),
        fields.map((field) => field_view(block, chosen.id, field, chosen.fields || {})),
    ], footer: [h("p.foot-text", {key: "foot"}, t("card.saves")), button({id: "other-card", icon: "back", label: t("card.other"), onclick: () => {
        for (const field of fields) send_field(block, chosen.id, field.id);
        ui.card = null;
        redraw();
    }})]};
}
