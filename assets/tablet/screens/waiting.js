// Between questions: what is happening, what comes next, and what one can do meanwhile.
import {day_time, left_ms} from "../clock.js";
import {device, own_notes, raise_hand} from "../device.js";
import {h} from "../dom.js";
import {current, t, tn} from "../i18n.js";
import {icon, room} from "../icons.js";
import {aloud, later} from "../later.js";
import {button, clock_view} from "../parts.js";
import {kept} from "../storage.js";
import {open_sheet} from "../ui.js";

export function now_and_next(state) {
    const block = state && state.block;
    if (!block && !(state && state.next)) return null;
    const left = block ? left_ms(block.clock, state.now) : null;
    const running = block && block.clock && block.clock.state === "running" && left !== null && left > 0;
    return h("div.card.now-next", {key: "now-next"},
        block ? h("div.now", null, h("div", null, h("p.support", null, t("now")), h("p.big", {"data-id": "now"}, block.title)),
            h("div.end", null, running ? h("p.support", null, t("until", {time: day_time(Date.now() + left, current())})) : null,
                clock_view(block.clock, state.now))) : null,
        state.next ? h("div.later", null, h("p.support", null, t("next")), h("p.medium", {"data-id": "next-title"}, state.next.title)) : null);
}

/// `leaves`: whether one can leave here; beside something to send there is no room for it.
export function own_buttons(leaves = true) {
    const notes = own_notes();
    return h("div.own-buttons", {key: "own-buttons"},
        button({id: "my-notes", icon: "note", label: tn("mine.button", notes.length), onclick: () => open_sheet("mine")}),
        button({id: "hand", icon: "hand", label: t(device.mine.hand ? "hand.down" : "hand.up"), pressed: device.mine.hand,
            onclick: () => raise_hand(!device.mine.hand)}),
        leaves ? button({id: "leave", icon: "leave", kind: "quiet", label: t("leave"), onclick: () => open_sheet("leave")}) : null);
}

/// At which table one sits, when the room is divided.
export function table_card(state) {
    const part = state && state.tables ? later("table") : null;
    return part ? part.card(state) : null;
}

/// What the wall has handed over, to be written here.
export function field_card(state) {
    const part = state && (state.field || kept("draft/field/taken")) ? later("field", "board") : null;
    return part ? part.card(state) : null;
}

/// The visible notes, for those who cannot read them on the big screen.
export function wall_view(state) {
    const wall = (state.wall || []).filter((note) => !note.hidden);
    if (!wall.length) return null;
    const groups = {};
    const named = {};
    for (const cluster of state.clusters || []) named[cluster.id] = cluster.name;
    // A block that builds upon others shows its own notes apart from theirs.
    const sources = (state.block && state.block.sources) || [];
    for (const source of sources) named[source.id] = t("wall.from", {title: source.label});
    if (sources.length) groups[t("wall.fresh")] = [];
    for (const note of wall) {
        const name = sources.length ? named[note.block] || t("wall.fresh") : named[note.cluster] || "";
        (groups[name] = groups[name] || []).push(note);
    }
    return h("details.wall", {key: "wall"}, h("summary", {"data-id": "wall"}, icon("list"), h("span", null, tn("wall.read", wall.length))),
        Object.keys(groups).filter((name) => groups[name].length).map((name) => h("div", {key: name}, name ? h("h2", null, name) : null,
            h("ul.plain", null, groups[name].map((note) => h("li", {key: note.id}, h("span", {dir: "auto", lang: note.lang}, note.text),
                note.author ? h("span.support", null, " – ", h("bdi", null, note.author)) : null))))));
}

export function waiting_screen() {
    const state = device.state;
    const block = state && state.block;
    const pause = block && block.kind === "break";
    const name = device.seat && device.seat.name;
    const told = !pause && block && (block.question || block.kind === "info") ? block.question || block.title : "";
    const heading = pause ? t("break.title") : told ? told
        : name ? t("waiting.title_name", {name}) : t("waiting.title");
    const text = pause ? t("break.text") : block && block.instruction ? block.instruction : block ? t("waiting.look_up") : t("waiting.before");
    return {key: "waiting-" + (block ? block.id : ""), title: heading, main: [
        h("div.waiting", {key: "waiting"}, room(), h("h1", {tabindex: "-1", "data-id": "title", dir: told ? "auto" : null}, heading), h("p.lead", {dir: !pause && block && block.instruction ? "auto" : null}, text), aloud("bar", {key: "waiting-" + (block ? block.id : "")})),
        table_card(state),
        state ? now_and_next(state) : null,
        device.seat && device.seat.code ? h("p.return", {key: "return"}, t("return.keep"), " ", h("strong.mono", {"data-id": "return-code", dir: "ltr"}, device.seat.code)) : null,
        state ? wall_view(state) : null,
    ], footer: own_buttons()};
}
