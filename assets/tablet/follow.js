// Following an idea. A contact is asked for here and only here, with what it is used for and for how long; it is not kept
// on the device once the host has it.
import "./screens/vote.js";  // whatever this needs of it, all that comes later names the same: one file (cmake/sync_folder.cmake)
import {device} from "./device.js";
import {h} from "./dom.js";
import {refusal_text, t} from "./i18n.js";
import {icon} from "./icons.js";
import {offer} from "./later.js";
import {on_answer, put} from "./outbox.js";
import {button, notice, sheet as sheet_view} from "./parts.js";
import {is_paper, is_shared} from "./screens/shared.js";
import {close_sheet, open_sheet, redraw, toast, ui} from "./ui.js";

let form = {ideas: [], idea: "", contact: "", error: "", sending: false};

/// On a device that several use nobody is shown what another follows.
function is_followed(idea) {
    return !is_shared() && (device.mine.follows || []).indexOf(idea) >= 0;
}

function open(ideas) {
    form = {ideas, idea: ideas[0].id, contact: "", error: "", sending: false};
    open_sheet("follow");
}

function close() {
    form.contact = "";
    close_sheet();
}

function send(contact, stop) {
    form.error = device.link.status === "on" ? "" : t("follow.offline");
    form.sending = !form.error;
    if (form.sending) put(Object.assign({t: "follow", idea: form.idea, contact}, stop ? {stop} : {}));
    redraw();
}

on_answer("follow", (entry, answer) => {
    form.sending = false;
    if (answer.t === "nak") {
        form.error = refusal_text(answer);
        redraw();
        return;
    }
    // Until the next `mine` comes.
    const follows = entry.frame.contact && !entry.frame.stop;
    const others = (device.mine.follows || []).filter((one) => one !== entry.frame.idea);
    device.mine.follows = follows ? others.concat(entry.frame.idea) : others;
    if (ui.sheet === "follow") close();
    toast(t(follows ? "follow.done" : "follow.stopped"));
});

/// The ideas of a result that are in the register now, the winners first.
function ideas_of(poll) {
    const wall = {};
    for (const note of device.state.wall || []) wall[note.id] = note;
    const winners = poll.result.winners || [];
    const others = poll.options.map((one) => one.id).filter((id) => winners.indexOf(id) < 0);
    return winners.concat(others).map((id) => wall[id]).filter((note) => note && note.type === "idea" && (note.number || (note.state && note.state !== "draft")));
}

/// Under a result whose ideas are saved.
function footer(poll) {
    const ideas = ideas_of(poll);
    if (!ideas.length) return null;
    if (is_paper()) return h("p.foot-text", {key: "follow-shared", "data-id": "follow-shared"}, t("follow.shared"));
    const first = ideas[0];
    const on = is_followed(first.id);
    return button({id: "follow", icon: on ? "check" : "bell", kind: on ? "tint" : "primary", label: on ? t("follow.on") : first.number ? t("follow.number", {number: first.number}) : t("follow.title"), onclick: () => open(ideas)});
}

/// Beside an own idea that is shown.
function own(note) {
    if (is_paper()) return null;
    const on = is_followed(note.note);
    const label = t(on ? "follow.on" : "follow.go");
    return button({key: "follow", id: "follow-own", icon: on ? "check" : "bell", kind: "quiet", label, name: label + ": " + note.text,
        onclick: () => open([{id: note.note, text: note.text, lang: note.lang, number: note.number}])});
}

function choice() {
    if (form.ideas.length < 2) return h("p.follow-idea", {key: "idea", dir: "auto", lang: form.ideas[0].lang}, form.ideas[0].text);
    return h("fieldset.follow-ideas", {key: "ideas"}, h("legend.strong", null, t("follow.which")), form.ideas.map((one) => h("label.follow-choice", {key: one.id, "data-id": "follow-" + one.id},
        h("input", {type: "radio", name: "follow", value: one.id, checked: one.id === form.idea, onchange: () => {
            Object.assign(form, {idea: one.id, error: ""});
            redraw();
        }}), h("span", {dir: "auto", lang: one.lang}, one.text), is_followed(one.id) ? h("span.follow-on", null, icon("check"), t("follow.on")) : null)));
}

function sheet() {
    if (!form.ideas.length || is_paper()) return null;
    const on = is_followed(form.idea);
    const contact = form.contact.trim();
    const error = h("div", {key: "error", role: "alert"}, form.error ? notice("err", "warning", null, form.error) : null);
    return sheet_view({id: "follow", title: t("follow.title"), onclose: close, body: [
        choice(),
        on ? h("p.lead", {key: "on"}, t("follow.on_text")) : [h("p", {key: "lead"}, t("follow.lead")), is_shared() ? h("p", {key: "each", "data-id": "follow-each"}, t("follow.each")) : null, h("div.field", {key: "contact"}, h("label.strong", {for: "follow-contact"}, t("follow.contact")),
            h("input.input", {id: "follow-contact", "data-id": "follow-contact", value: form.contact, maxlength: 120, dir: "ltr", autocomplete: "email", autocapitalize: "none", spellcheck: "false", "aria-describedby": "follow-privacy", "aria-invalid": form.error ? "true" : null,
                oninput: (event) => {
                    Object.assign(form, {contact: event.target.value, error: ""});
                    redraw();
                }}))],
        error,
        h("p.privacy.support", {key: "privacy"}, icon("info"), h("span", {id: "follow-privacy"}, t("follow.privacy"))),
    ], foot: [button({id: "follow-cancel", label: t("cancel"), onclick: close}),
        on ? button({id: "follow-stop", icon: "bin", kind: "danger", label: t("follow.stop"), off: form.sending, onclick: () => send("")})
            : [is_shared() ? button({key: "stop", id: "follow-stop", icon: "bin", kind: "danger", label: t("follow.stop"), off: form.sending || !contact, onclick: () => send(contact, true)}) : null,
                button({key: "go", id: "follow-go", icon: "bell", kind: "primary", label: t("follow.go"), off: form.sending || !contact, onclick: () => send(contact)})]]});
}

offer({follow: {footer, own, sheet}});
