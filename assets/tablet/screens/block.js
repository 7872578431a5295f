// A block on the tablet: the parts that are open now. One part fills the page; several are chosen between, except where
// they belong together (check-in, evaluation), which stand one after another.
import {device} from "../device.js";
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {icon} from "../icons.js";
import {aloud, later} from "../later.js";
import {clock_view} from "../parts.js";
import {redraw, ui} from "../ui.js";
import {form_section} from "./form.js";
import {questions_section} from "./questions.js";
import {results_section} from "./results.js";
import {rotate_section} from "./rotate.js";
import {vote_section} from "./vote.js";
import {own_buttons, table_card, waiting_screen, wall_view} from "./waiting.js";
import {write_section} from "./write.js";

const TOGETHER = ["checkin", "evaluate"];

/// The newest round of each vote of the block, cancelled ones gone.
function current_polls(state) {
    return (state.polls || []).filter((poll) => poll.state !== "cancelled");
}

/// What one's table, or the room, fills in together; null while none is open.
function board_section() {
    if (!device.board) return null;
    const part = later("board", "board");
    return Object.assign({kind: "board"}, part ? part.section() : {key: "board", title: device.board.title, body: [h("p.lead", {key: "coming"}, t("later.coming"))], footer: null});
}

function sections_of(state) {
    const block = state.block;
    const polls = current_polls(state);
    const open = polls.filter((poll) => poll.state === "open");
    const shut = polls.filter((poll) => poll.state === "closed");
    const shown = polls.filter((poll) => poll.state === "revealed" && poll.result);
    const list = [];
    for (const poll of open) list.push(Object.assign({kind: "vote"}, vote_section(poll)));
    for (const poll of shut) list.push(Object.assign({kind: "vote"}, vote_section(poll)));
    const board = board_section();
    if (board) list.push(board);
    const asks = !!block.form && block.kind !== "card";
    if (asks && block.writes) list.push(Object.assign({kind: "form"}, questions_section(state)));
    else if (block.form) list.push(Object.assign({kind: "form"}, form_section(state)));
    if (block.writes && !asks) list.push(Object.assign({kind: "write"}, block.kind === "rotate" ? rotate_section(state) : write_section(state)));
    for (const poll of shown.reverse()) list.push(Object.assign({kind: "result"}, results_section(poll, shown.length > 1)));
    return list;
}

/// What the person sees first: an open vote, then what is newest to do, a result when nothing is left to do.
function shown_first(list, state) {
    const polls = current_polls(state);
    const last = polls.length ? polls[polls.length - 1] : null;
    if (list[0].kind === "vote" || list[0].kind === "board") return list[0].key;
    if (last && last.state === "revealed" && list.some((one) => one.key === "result-" + last.id)) return "result-" + last.id;
    return list[0].key;
}

let seen = "";

function section_view(one, state, level) {
    // What the page says itself runs as the page does, whatever it begins with.
    const written = one.own ? null : {dir: "auto", lang: one.lang};
    return [
        one.over ? h("p.over", {key: "over", class: one.over_kind || "quiet"}, one.over_icon ? icon(one.over_icon) : null, h("span", one.own_over ? null : {dir: "auto", lang: one.over_lang}, one.over)) : null,
        h(level, Object.assign({key: "title", tabindex: "-1", "data-id": level === "h1" ? "title" : null}, written), one.title),
        aloud("bar", one),
    ];
}

/// The same while there is no block: in the lobby.
export function board_screen() {
    const one = board_section();
    return {key: "board-alone", title: one.title, main: [table_card(device.state), section_view(one, device.state, "h1"), one.body], footer: [own_buttons(!one.footer), one.footer]};
}

export function block_screen() {
    const state = device.state;
    const block = state.block;
    const list = sections_of(state);
    if (!list.length) return waiting_screen();
    const together = TOGETHER.indexOf(block.kind) >= 0 && list.length > 1;
    const own_title = {write: "write.label", form: "view.write"};
    for (const one of together ? list : []) if (own_title[one.kind] && one.title === (block.question || block.title)) Object.assign(one, {title: t(own_title[one.kind]), own: true});
    const head = h("div.block-head", {key: "head"}, h("p.over", {"data-id": "block", dir: "auto"}, block.title), h("span.space"), clock_view(block.clock, state.now));
    const table = table_card(state);
    if (together) {
        return {key: "block-" + block.id, title: block.question || block.title, main: [head, table,
            h("h1", {key: "title", tabindex: "-1", "data-id": "title", dir: "auto"}, block.question || block.title),
            block.instruction ? h("p.help", {key: "instruction", dir: "auto"}, block.instruction) : null,
            list.map((one) => h("section.card.part", {key: one.key}, section_view(one, state, "h2"), one.body, one.footer ? h("div.part-foot", null, one.footer) : null)),
        ], footer: own_buttons()};
    }
    // A new vote, result or board comes forward by itself, whatever was chosen before.
    const what = block.id + "/" + (device.board ? device.board.board : "") + "/" + (state.polls || []).map((poll) => poll.id + poll.state).join(",");
    if (what !== seen) {
        seen = what;
        ui.view = null;
    }
    const key = list.some((one) => one.key === ui.view) ? ui.view : shown_first(list, state);
    const one = list.find((candidate) => candidate.key === key);
    const is_first_kind = one.kind === "write" || one.kind === "form";
    return {key: "block-" + block.id + "-" + one.key, title: one.title, main: [head, table,
        list.length > 1 ? h("nav.views", {key: "views", "aria-label": t("view.choose")}, list.map((part) => h("button", {key: part.key, type: "button",
            class: "view", "data-id": "view-" + part.kind, "aria-current": part.key === key ? "true" : null, onclick: () => {
                ui.view = part.key;
                redraw();
            }}, part.name || t("view.vote")))) : null,
        section_view(one, state, "h1"),
        is_first_kind && block.instruction ? h("p.help", {key: "instruction", dir: "auto"}, block.instruction) : null,
        one.body,
        one.kind === "write" ? wall_view(state) : null,
    ], footer: one.kind === "board" ? [own_buttons(!one.footer), one.footer] : one.footer};
}
