// What stands on the remote all the time: the block, its clock, what to say, its votes, what waits, and the next step.
import {day_time} from "../clock.js";
import {h} from "../dom.js";
import {current, has_text, t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {button, clock_bar, clock_view, notice} from "../parts.js";
import {open_sheet, redraw, toast, ui} from "../ui.js";
import {boards_card, has_boards} from "./boards.js";
import {field_card} from "./field.js";
import {act} from "./host.js";
import {poll_line} from "./votes.js";

const SPOKEN = [["say", "speech"], ["do", "check"], ["tips", "bulb"], ["reserve", "skip"], ["html", "list"]];

function head(frame, away) {
    return h("header.remote-head", {key: "head"}, h("span.status-dot", {class: away ? "off" : "", "aria-hidden": "true"}),
        h("p.strong.grow", null, away ? t("remote.away") : t("remote.title")),
        h("button.head-people", {type: "button", "data-id": "seats", onclick: () => open_sheet("seats")},
            icon("people"), h("span", null, tn("remote.people", frame.people)), frame.hands ? h("span.badge", {"data-id": "hands"}, icon("hand"), h("span.sr", null, tn("remote.hands", frame.hands)), h("span", {"aria-hidden": "true"}, String(frame.hands))) : null),
        button({id: "more", icon: "more", kind: "quiet", name: t("remote.more"), onclick: () => open_sheet("more")}));
}

function clock_card(frame) {
    const block = frame.block;
    const clock = block.clock || {};
    const state = clock.state || "waiting";
    const main = {running: {id: "pause", icon: "pause", label: t("clock.pause"), onclick: () => act("pause")},
        paused: {id: "resume", icon: "play", label: t("clock.resume"), onclick: () => act("resume")},
        waiting: {id: "start", icon: "play", label: t("clock.start"), onclick: () => act("start")}}[state];
    const add = (minutes) => button({id: "add-" + minutes, kind: "plain", label: (minutes < 0 ? "−" : "+") + Math.abs(minutes), name: (minutes < 0 ? "−" : "+") + Math.abs(minutes) + " " + t("minutes"), onclick: () => act("add", {minutes})});
    return h("section.clock-card", {key: "clock", "aria-label": t("clock.title")},
        h("div.row.title-row", {key: "title"}, h("h1.grow", {tabindex: "-1", "data-id": "title"},
            h("button.title-button", {type: "button", "data-id": "agenda", onclick: () => open_sheet("agenda")}, icon("list"), h("span", {dir: "auto"}, block.title), h("span.sr", null, ", " + t("agenda.title")))),
            clock.ends_at ? h("p.support", {"data-id": "ends"}, t("clock.ends", {time: day_time(clock.ends_at, current())})) : null),
        clock_view(clock, frame.now), clock_bar(clock, frame.now),
        h("div.time-row", {key: "deeds"}, button(Object.assign({class: "main"}, main)), add(-5), add(-1), add(1), add(5)));
}

function phase_row(block) {
    const phases = block.phases || [];
    if (phases.length < 2) return null;
    const at = phases.indexOf(block.phase);
    const name = (phase) => (has_text("phase." + phase) ? t("phase." + phase) : phase);
    return h("div.phases", {key: "phases", role: "group", "aria-label": t("phase.title")}, phases.map((phase, index) => h("button.phase", {key: phase, type: "button",
        "data-id": "phase-" + phase, class: index < at ? "done" : "", "aria-pressed": String(phase === block.phase), onclick: () => (phase === "closed" && phase !== block.phase ? open_sheet("closing") : act("phase", {phase}))}, name(phase))));
}

/// The columns of the board: a press tells everybody which one is worked on; again: none in particular.
function column_row(block) {
    const own = (block.writes && block.writes.groups) || [];
    const columns = own.length ? own : block.kind === "journey" ? block.groups || [] : [];
    if (columns.length < 2) return null;
    return h("div", {key: "columns"}, h("p.support", {id: "columns-title"}, t("column.title")), h("div.phases", {role: "group", "aria-labelledby": "columns-title"}, columns.map((column) => h("button.phase", {key: column.id, type: "button",
        "data-id": "column-" + column.id, dir: "auto", "aria-pressed": String(column.id === block.column), onclick: () => act("column", {column: column.id === block.column ? "" : column.id})}, column.label))));
}

function spoken(block) {
    const there = SPOKEN.filter(([key]) => block[key] && block[key].length);
    if (!there.length) return null;
    const key = there.some((one) => one[0] === ui.spoken) ? ui.spoken : there[0][0];
    return h("section.card.spoken", {key: "spoken", "aria-label": t("spoken.title")},
        h("div.tabs", {role: "group", "aria-label": t("spoken.title")}, there.map(([one, symbol]) => h("button.tab", {key: one, type: "button", "data-id": "spoken-" + one, "aria-pressed": String(one === key), onclick: () => {
            ui.spoken = one;
            redraw();
        }}, icon(symbol), h("span", null, t("spoken." + one))))),
        key === "html" ? h("div.prose", {key: "html-" + block.id, html: block.html, dir: "auto"})
            : h("ul.plain.lines", {key: "lines-" + key}, block[key].map((line, index) => h("li", {key: index, dir: "auto"}, line))));
}

function votes_card(frame) {
    const plans = frame.block.polls || [];
    if (!plans.length) return null;
    return h("section.card.votes-card", {key: "votes", "aria-label": t("votes.title")}, plans.map((plan) => poll_line(frame, plan)));
}

function drift_card(frame) {
    const drift = frame.drift_min || 0;
    if (!frame.cut && Math.abs(drift) < 1) return null;
    const cut = frame.cut;
    return h("section.drift", {key: "drift", "data-id": "drift", class: drift > 0 || cut ? "late" : "", "aria-label": t("drift.title")},
        h("p.strong", null, icon("clock"), " ", drift > 0 ? t("drift.behind", {minutes: drift}) : drift < 0 ? t("drift.ahead", {minutes: -drift}) : t("drift.title"),
            frame.ends_at ? h("span.support", null, " · ", t("drift.end", {time: day_time(frame.ends_at, current())})) : null),
        cut ? h("div.row", null, h("p.grow", {dir: "auto"}, cut.text), button({id: "cut", label: t(cut.skip ? "cut.skip" : "cut.shorten"), onclick: () =>
            act("cut", cut.skip ? {block: cut.block, skip: true} : {block: cut.block, minutes: cut.minutes}, () => toast(t("cut.done")))})) : null);
}

function tile(id, symbol, label, count, onclick, pressed, classes) {
    return h("button.tile", {key: id, class: classes || "", type: "button", "data-id": id, "aria-pressed": pressed === undefined ? null : String(pressed), onclick}, icon(symbol), h("span", null, label),
        count ? h("span.count-badge", {"data-id": id + "-count"}, String(count)) : null);
}

export function stage(frame, away) {
    const inbox = (frame.inbox || []).length;
    return [head(frame, away),
        h("main", {id: "main", key: "main"},
            away ? notice("warn", "offline", t("remote.no_contact"), t("remote.no_contact_text")) : null,
            frame.trouble ? h("div", {key: "trouble", "data-id": "trouble", role: "alert"}, notice("err", "warning", t("remote.trouble"), frame.trouble.text))
                : frame.saved === false ? h("div", {key: "unsaved", "data-id": "not-saved", role: "alert"}, notice("warn", "clock", t("remote.not_saved"), t("remote.not_saved_text"))) : null,
            frame.low_space ? h("div", {key: "low", "data-id": "low-space", role: "alert"}, notice("warn", "warning", t("remote.low_title"), frame.low_space)) : null,
            frame.block ? [clock_card(frame), field_card(frame), phase_row(frame.block), column_row(frame.block), boards_card(frame), votes_card(frame), spoken(frame.block)] : [before_start(frame), field_card(frame), boards_card(frame)],
            frame.block && frame.block.kind === "rotate" ? button({id: "turn", icon: "retry", class: "wide", label: t("turn"), onclick: () => act("turn", {}, () => toast(t("turn.done")))}) : null,
            h("div.tiles", {key: "tiles"}, tile("inbox", "inbox", t("inbox.title"), inbox, () => open_sheet("inbox")),
                tile("wall", "note", t("wall.title"), 0, () => open_sheet("wall")),
                tile("votes", "chart", t("votes.title"), 0, () => open_sheet("votes")),
                tile("blank", "dark", t(frame.blank ? "blank.off" : "blank.on"), 0, () => act("blank", {on: !frame.blank}), !!frame.blank),
                has_boards(frame) ? tile("boards", "people", t("table_boards.title"), 0, () => open_sheet("boards"), undefined, "across") : null,
                tile("tell", "speech", t("tell.title"), 0, () => open_sheet("tell"), frame.locked || frame.frozen ? true : undefined, "across")),
            drift_card(frame))];
}

function before_start(frame) {
    return h("section.before", {key: "before"}, h("h1", {tabindex: "-1", "data-id": "title", dir: "auto"}, frame.session.title), h("p.lead", null, t("remote.before")),
        join_card(frame));
}

/// How to join, large enough to hold up.
export function join_card(frame) {
    return h("div.card.join-card", {key: "join-card"}, frame.join.qr_svg ? h("div.qr", {role: "img", "aria-label": t("audience.qr"), html: frame.join.qr_svg}) : null,
        h("p.mono.join-code", {"data-id": "join-code", dir: "ltr"}, frame.join.code), h("p.support.url", {dir: "ltr"}, frame.join.url));
}

export function foot(frame) {
    const next = frame.next;
    return h("footer.remote-foot", {key: "foot"},
        frame.previous || frame.block ? button({id: "back", icon: "back", name: t("back_to", {title: frame.previous ? frame.previous.title : ""}), off: !frame.previous, onclick: () => act("back")}) : null,
        next ? h("button.btn.primary.next", {key: "next", type: "button", "data-id": "next", onclick: () => act("next", {from: frame.block ? frame.block.id : ""})},
            h("span.next-text", null, h("span.next-small", null, t(frame.block ? "next_step" : "begin")), h("span.next-title", {dir: "auto"}, next.title)), icon("next"))
            : button({id: "end", kind: "primary", class: "next", label: t("end.session"), onclick: () => open_sheet("end")}));
}
