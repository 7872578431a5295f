// How far a vote can be trusted: chosen for a new one, and how many are in the room where that is compared.
import {h} from "../dom.js";
import {has_text, t, tn} from "../i18n.js";
import {button, sheet} from "../parts.js";
import {close_sheet, redraw, ui} from "../ui.js";
import {alike, alike_part} from "./alike.js";
import {act} from "./host.js";

// The wall offers the same, in the same words.
const LEVELS = ["open", "heads", "codes"];
const MOST_PEOPLE = 10000;
const MOST_CODES = 500;  // on cards that are made at once

/// As typed, else as many as have joined; 0 for what is no number of people.
function people(frame) {
    const typed = ui.people === undefined ? String(Math.max(1, frame.people || 0)) : ui.people;
    return /^\d{1,5}$/.test(typed) && Number(typed) <= MOST_PEOPLE ? Number(typed) : 0;
}

function people_field(frame) {
    return h("label.pick-one", {key: "people"}, h("span.strong", null, t("new_vote.trust.people")), h("input.input.people", {inputmode: "numeric", autocomplete: "off", maxlength: 5, "data-id": "people", "aria-invalid": people(frame) ? null : "true",
        value: ui.people === undefined ? String(people(frame)) : ui.people, oninput: (event) => {
            ui.people = event.target.value.trim();
            redraw();
        }}));
}

/// How many codes there are to use, and cards with more of them: as many as there are people.
function codes_part(frame) {
    const codes = frame.codes || {left: 0, file: ""};
    const count = Math.min(people(frame), MOST_CODES);
    return h("div", {key: "codes"}, h("p.strong", {"data-id": "codes-left"}, tn("codes.left", codes.left)), people_field(frame),
        button({id: "make-codes", label: tn("codes.make", count), off: !count, onclick: () => act("make_codes", {count})}),
        codes.file ? h("p.support", {"data-id": "codes-file"}, t("codes.file", {file: codes.file})) : null);
}

function part_of(frame, trust) {
    return trust === "heads" ? people_field(frame) : trust === "codes" ? codes_part(frame) : null;
}

/// What a deed that opens a vote says of it; null while what is said is not enough.
export function said_trust(frame, trust) {
    if (trust === "codes") return frame.codes && frame.codes.left ? {trust} : null;
    if (trust !== "heads") return {trust};
    return people(frame) ? {trust, people: people(frame)} : null;
}

export function trust_choice(frame) {
    const chosen = ui.trust || "open";
    return h("fieldset.trust", {key: "trust"}, h("legend.support", null, t("new_vote.trust")), LEVELS.map((level) => h("label.trust-level", {key: level}, h("input", {type: "radio", name: "trust", value: level, "data-id": "trust-" + level, checked: level === chosen, onchange: () => {
        ui.trust = level;
        redraw();
    }}), h("span", null, h("span.strong", null, t("new_vote.trust." + level)), h("span.support", null, t("new_vote.trust." + level + ".for"))))), part_of(frame, chosen));
}

/// What the way to vote is good for and how it is counted, where there are words for it.
function card_of(method) {
    return ["for", "how", "ties"].map((what) => "new_vote." + method + "." + what).filter(has_text).map((text) => h("p.support", {key: text}, t(text)));
}

/// Before a vote of the course opens that compares its ballots with the people in the room, is by codes, or is about
/// notes that are alike.
export function ready_sheet(frame) {
    const plan = ((frame.block || {}).polls || []).find((one) => one.index === ui.plan) || {};
    const said = said_trust(frame, plan.trust || "open");
    const pairs = alike(frame, plan);
    return sheet({id: "ready", title: plan.question || "", onclose: close_sheet, body: [alike_part(pairs), plan.of_notes ? card_of(plan.method) : null,
        plan.trust ? [h("p.strong", {key: "level"}, t("new_vote.trust." + plan.trust)), h("p.support", {key: "for"}, t("new_vote.trust." + plan.trust + ".for")), part_of(frame, plan.trust)] : null],
        foot: [button({id: "open-ready", kind: "primary", label: t("new_vote.open"), off: !said, onclick: () => act("open_poll", Object.assign({block: frame.block.id, index: plan.index}, plan.trust ? {people: said.people || 0} : {}), close_sheet)})]});
}
