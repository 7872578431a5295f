// Boards, led by somebody who walks about: the tables' made of a template and filled in on their tablets, the room's on all,
// their rounds, and what the wall shows of them.
import {clock_text} from "../clock.js";
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {button, clock_view, notice, sheet, toggle} from "../parts.js";
import {close_sheet, open_sheet, toast} from "../ui.js";
import {act} from "./host.js";

/// Is there anything to lead?
export function has_boards(frame) {
    const work = frame.boards;
    return !!work && !!(frame.tables || work.plan || work.rounds || work.sets.length || work.room.length || (work.wall && work.all.length));
}

function run(how, fields) {
    act("rounds", Object.assign({how}, fields));
}

/// Which round it is, what is left of it, and what can be done with it now; on the stage only what is often needed.
function rounds_part(frame, whole) {
    const rounds = frame.boards.rounds;
    if (!rounds) return null;
    const paused = rounds.clock.state === "paused";
    const words = rounds.over ? t("board.over") : rounds.showing ? t("board.showing") : t("board.round", {round: rounds.round, of: rounds.of});
    return h("div.rounds", {key: "rounds", "data-id": "rounds"},
        h("p.rounds-now", {key: "now"}, h("span.strong", {role: "status"}, words), rounds.over ? null : [h("span", {"aria-hidden": "true"}, " · "), clock_view(rounds.clock, frame.now, "rounds-clock")]),
        h("div.row.wrap", {key: "deeds"},
            rounds.over ? null : paused ? button({id: "rounds-resume", icon: "play", kind: "tint", label: t("clock.resume"), name: t("clock.resume") + ", " + words, onclick: () => run("resume")})
                : button({id: "rounds-pause", icon: "pause", kind: "tint", label: t("clock.pause"), name: t("clock.pause") + ", " + words, onclick: () => run("pause")}),
            rounds.over ? null : button({id: "rounds-skip", icon: "next", label: t(rounds.showing || rounds.round === rounds.of ? "table_boards.go_on" : "table_boards.next"), onclick: () => run("skip")}),
            whole ? button({id: "rounds-again", icon: "retry", label: t("table_boards.again"), onclick: () => run("again")}) : null,
            whole || rounds.over ? button({id: "rounds-stop", icon: "close", kind: "quiet", label: t("table_boards.stop"), onclick: () => run("stop")}) : null));
}

function make(form) {
    act("boards", {how: "make", form}, () => toast(t("table_boards.made")));
}

function divide() {
    return [h("p.support", {key: "first"}, t("table_boards.divide_first")), button({id: "boards-divide", icon: "people", kind: "tint", label: t("tables.make"), onclick: () => open_sheet("seats")})];
}

/// What the course says that the tables work with in this block.
function plan_part(frame) {
    const plan = frame.boards.plan;
    if (!plan || plan.made) return null;
    if (!plan.title) return notice("warn", "warning", t("table_boards.missing", {name: plan.form}), t("table_boards.missing_do"));
    return h("div.plan", {key: "plan", "data-id": "boards-plan"}, h("p", {key: "what"}, t("table_boards.plan"), " ", h("bdi.strong", null, plan.title)),
        frame.tables ? button({id: "boards-make", icon: "note", kind: "tint", class: "wide", label: t("table_boards.make"), onclick: () => make(plan.form)}) : divide());
}

/// What is on with the tables' boards, on the stage.
export function boards_card(frame) {
    if (!frame.boards) return null;
    const parts = [rounds_part(frame, false), plan_part(frame)].filter(Boolean);
    return parts.length ? h("section.card.boards-card", {key: "boards-card", "aria-label": t("table_boards.title")}, parts) : null;
}

/// Rounds of a set or of the room's board, while none go on.
function start_button(frame, one) {
    if (!one.clock || frame.boards.rounds) return null;
    const label = t("table_boards.start", {rounds: one.clock.rounds, time: clock_text(one.clock.seconds * 1000)});
    return button({id: "rounds-start-" + one.board, icon: "play", kind: "tint", label, name: label + ", " + (one.title || t("table_boards.untitled")), onclick: () => run("start", {board: one.board})});
}

function set_part(frame, set) {
    const gather = (how, symbol, label) => button({id: how + "-" + set.board, icon: symbol, label, onclick: () =>
        act("boards", {how, board: set.board}, () => toast(t(frame.boards.wall ? "table_boards.on_wall" : "table_boards.gathered")))});
    return h("section.board-set", {key: set.board, "data-id": "set-" + set.board}, h("h3", null, h("bdi", null, set.title), h("span.support", null, " · ", tn("tables.count", set.tables))),
        toggle({id: "open-" + set.board, label: t("table_boards.open"), detail: t("table_boards.open_detail"), checked: set.open, onchange: (on) => act("boards", on ? {how: "open", board: set.board} : {how: "close"})}),
        h("div.row.wrap", {key: "deeds"},
            start_button(frame, set),
            gather("side_by_side", "list", t("table_boards.side_by_side")), gather("into_one", "merge", t("table_boards.into_one"))));
}

/// The whole room's boards: one of them is filled in on all tablets, or none.
function room_part(frame) {
    const boards = frame.boards.room;
    if (!boards.length) return null;
    return h("section.board-set", {key: "room", "data-id": "boards-room"}, h("h3", null, t("table_boards.room")), boards.map((one) => h("div", {key: one.board}, toggle({id: "open-" + one.board, label: h("bdi", null, one.title || t("table_boards.untitled")), checked: one.open,
        onchange: (on) => act("boards", on ? {how: "open", board: one.board} : {how: "close"})}), start_button(frame, one))));
}

/// Another template for all the tables.
function choose_part(frame) {
    const forms = frame.boards.forms;
    if (!frame.tables) return h("div", {key: "divide"}, divide());
    return h("label.pick-one", {key: "choose"}, h("span.support", null, t("table_boards.choose")), h("select.input", {"data-id": "boards-form", onchange: (event) => {
        const form = event.target.value;
        event.target.value = "";
        if (form) make(form);
    }}, h("option", {value: "", selected: true}, t("choose")), forms.map((one) => h("option", {key: one.form, value: one.form}, one.title))));
}

/// What the wall shows, when there is one.
function wall_part(frame) {
    const {wall, all, shown} = frame.boards;
    if (!wall || !all.length) return null;
    const show = (id, board, label) => h("li", {key: id}, button({id, class: "wide", pressed: (board || null) === shown, label, onclick: () => act("boards", {how: "show", board})}));
    return h("section", {key: "wall", "data-id": "boards-wall"}, h("h3", null, t("table_boards.show")), h("ul.plain.boards-list", null,
        show("show-session", null, t("table_boards.session")), all.map((one) => show("show-" + one.board, one.board, one.title || t("table_boards.untitled")))));
}

export function boards_sheet(frame) {
    return sheet({id: "boards", title: t("table_boards.title"), onclose: close_sheet, body: frame.boards ? [
        rounds_part(frame, true), frame.boards.plan && frame.tables ? plan_part(frame) : null, frame.boards.sets.map((set) => set_part(frame, set)), room_part(frame), choose_part(frame), wall_part(frame)] : null});
}
