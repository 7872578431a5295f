// The card of a chosen idea: each field is kept here as it is typed and sent when one
// leaves it or rests. Several people may fill in one card: one sees who writes where, and what the others have written.
import {device, hold_pen} from "../device.js";
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {icon} from "../icons.js";
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
    forget_entries((entry) => entry.frame.t === "form" && entry.frame.idea === (idea || null) && field in entry.frame.fields && (!entry.tried || entry.state === "refused"));
    put({t: "form", idea: idea || null, fields: {[field]: mine.text}}, {keep: true, field});
    mine.sent = mine.text;
    keep(key, drafts);
}

function waiting_for(idea, field) {
    return entries().filter((entry) => entry.frame.t === "form" && entry.frame.idea === (idea || null) && field in entry.frame.fields);
}

function field_state(idea, field, mine, told) {
    const waiting = waiting_for(idea, field);
    const own = told && told.own;
    if (waiting.some((entry) => entry.state === "refused")) return chip("err", "warning", t("mine.refused"));
    if (waiting.length || (mine && mine.text !== mine.sent)) return chip("warn", "clock", t("mine.here"));
    if (own && own.held) return chip("warn", "lock", t("held.title", {what: t("held." + own.held)}));
    if (own) return own.state === "hidden" ? chip("", "lock", t("mine.hidden")) : chip("ok", "check", t("form.waits"));
    return mine || (told && told.text) ? chip("ok", "check", t("form.saved")) : null;
}

/// What stands in a field: what one writes here until the host has it and one has left the field; else what the host
/// told, which others may have written.
function standing(key, idea, field, told) {
    const drafts = kept(key, {});
    const mine = drafts[field];
    const here = document.activeElement && document.activeElement.id === "field-" + field;
    if (mine && told && !here && mine.text === mine.sent && !waiting_for(idea, field).length) {
        delete drafts[field];
        keep(key, drafts);
        return {mine: null, text: told.own ? told.own.text : told.text};
    }
    return {mine, text: mine ? mine.text : told ? (told.own ? told.own.text : told.text) : ""};
}

/// What others do with a field: who writes there now, what they wrote while one was writing, that theirs waits.
function others(mine, told) {
    if (!told) return null;
    if (told.writers.length) return t("card.writes", {name: told.writers.find(Boolean) || t("card.someone")});
    if (mine && told.text && [mine.text, mine.sent, mine.base].indexOf(told.text) < 0) return t("card.theirs", {text: told.text});
    return told.others_wait ? t("card.waits") : null;
}

function field_view(block, idea, field, told) {
    const key = draft_key(block, idea);
    const {mine, text} = standing(key, idea, field.id, told);
    const id = "field-" + field.id;
    const news = others(mine, told);
    const common = {id, "data-id": id, value: text, dir: "auto", maxlength: 2000, "aria-describedby": news ? "news-" + id : null, oninput: (event) => {
        const all = kept(key, {});
        const before = all[field.id] || {base: told ? told.text : ""};
        all[field.id] = {text: event.target.value, sent: before.sent, base: before.base};
        keep(key, all);
        clearTimeout(timers[key + id]);
        timers[key + id] = setTimeout(() => send_field(block, idea, field.id), REST_MS);
        if (idea) hold_pen(idea, field.id, true);
        redraw();
    }, onblur: () => {
        send_field(block, idea, field.id);
        if (idea) hold_pen(idea, null);
        redraw();
    }};
    return h("div.field", {key: id}, h("div.row", null, h("label.strong.grow", {for: id}, field.label), field_state(idea, field.id, mine, told)),
        field.kind === "long" ? h("textarea.input", Object.assign({rows: 4}, common))
            : h("input.input", Object.assign({type: field.kind === "date" ? "date" : "text"}, common)),
        news ? h("p.support.row.news", {key: "news", id: "news-" + id, "data-id": "news", dir: "auto"}, icon(told.writers.length ? "edit" : "people"), h("span", null, news)) : null);
}

export function form_section(state) {
    const block = state.block;
    const fields = block.form.fields || [];
    const ideas = card_ideas(state);
    // A card that somebody writes on stays, also when the others get their numbers and the list grows shorter.
    const chosen = all_ideas(state).find((idea) => idea.id === ui.card);
    if (!chosen) {
        return {key: "cards", title: t("card.which"), own: true, name: t("view.form"), body: [
            ideas.length ? h("ul.plain.options", {key: "ideas"}, ideas.map((idea) => h("li", {key: idea.id},
                h("button.option.card.pick", {type: "button", "data-id": "card-" + idea.id, onclick: () => {
                    ui.card = idea.id;
                    redraw();
                }}, idea.number ? h("span.chip", null, idea.number) : null, h("span.option-label", {dir: "auto"}, idea.text)))))
                : h("p.lead", {key: "none"}, t("card.none")),
        ], footer: null};
    }
    const told = device.card && device.card.idea === chosen.id ? device.card.fields : {};
    const at = fields.find((field) => document.activeElement && document.activeElement.id === "field-" + field.id && kept(draft_key(block, chosen.id), {})[field.id]);
    hold_pen(chosen.id, at ? at.id : null);
    return {key: "card-" + chosen.id, title: chosen.text, over: t("card.title") + (chosen.number ? " " + chosen.number : ""), own_over: true, name: t("view.form"), body: [
        notice("info", "info", null, t("card.together")),
        fields.map((field) => field_view(block, chosen.id, field, told[field.id] || null)),
    ], footer: [h("p.foot-text", {key: "foot"}, t("card.saves")), button({id: "other-card", icon: "back", label: t("card.other"), onclick: () => {
        for (const field of fields) send_field(block, chosen.id, field.id);
        ui.card = null;
        hold_pen(null, null);
        redraw();
    }})]};
}
