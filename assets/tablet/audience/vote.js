// A vote that goes on: the options, how many have voted (never who), and the time. Nothing of the outcome.
import {h} from "../dom.js";
import {scale_word} from "../findings.js";
import {has_text, t} from "../i18n.js";
import {icon} from "../icons.js";
import {clock_view, letter} from "../parts.js";
import {answers} from "../screens/vote_consent.js";
import {fist_word} from "../screens/vote_fist.js";
import {money} from "../screens/vote_parts.js";
import {surplus} from "../screens/vote_trust.js";
import {code, qr} from "./rail.js";
import {title} from "./title.js";
import {more_line} from "./wall.js";

const MOST_TICKS = 48;
const MOST_IN_ROW = 7;

function ticks(poll) {
    if (poll.of > MOST_TICKS) return h("div.bar", {key: "bar", "aria-hidden": "true"}, h("div.bar-fill", {style: {width: (100 * poll.in / Math.max(1, poll.of)).toFixed(1) + "%"}}));
    // Rows as long as each other: eight are four and four, not seven and one.
    const row = Math.ceil(poll.of / Math.max(1, Math.ceil(poll.of / MOST_IN_ROW)));
    const all = [];
    for (let i = 0; i < poll.of; ++i) all.push(h("span.tick", {key: i, class: i < poll.in ? "in" : ""}, i < poll.in ? icon("check") : null));
    return h("div.ticks", {key: "ticks", "aria-hidden": "true", style: {"max-width": 2.75 * row + "rem"}}, all);
}

function mark_word(poll, value) {
    return poll.method === "fist" ? fist_word(poll, value) : scale_word(poll, value);
}

function scale_values(poll) {
    const all = [];
    for (let value = poll.highest > poll.lowest ? poll.lowest : 1; value <= (poll.highest > poll.lowest ? poll.highest : 5); ++value) all.push(value);
    return all;
}

export function vote_view(frame, poll) {
    const options = poll.method === "consent" ? answers() : poll.options || [];
    const ordered = poll.method === "feelings";
    const closed = poll.state === "closed";
    return h("div.stage.voting", {key: "vote-" + poll.id}, h("main.wall-main", null, title(poll.question),
        h("p.sub", null, t(has_text("audience.help_" + poll.method) ? "audience.help_" + poll.method : "audience.help_more")),
        poll.method === "scale" || poll.method === "fist" ? h("ul.plain.scale-big", null, scale_values(poll).map((one) => h("li", {key: one}, h("span.panel", null, String(one)), h("span.scale-word", {dir: "auto"}, mark_word(poll, one)))))
            : h("div.options-box.fit", {key: "options"}, h("ul.plain.big-options", {class: options.length > 10 ? "many" : ""}, options.map((option, index) => h("li.panel.big-option", {key: option.id},
                h("span.letter", {"aria-hidden": "true"}, ordered ? String(index + 1) : letter(index)), h("span.option-text.cut", {dir: "auto", lang: option.lang}, option.label), option.cost ? h("span.option-cost", null, money(poll, option.cost)) : null))), more_line()),
        h("div.vote-foot", {key: "foot"}, h("p.hidden-line", null, icon("dark"), h("span", null, t(closed ? "audience.closed" : "audience.hidden"))))),
    h("aside.rail", {"aria-label": t("audience.side")}, h("section.panel.join-panel", {"aria-label": t("audience.join")}, qr(frame), code(frame)),
        h("section.panel.progress", {"aria-label": t("audience.progress")}, h("p.turnout", {"data-id": "turnout"}, t("audience.done", {in: poll.in, of: poll.of})), ticks(poll), surplus(poll, poll) ? h("p.few", {key: "surplus", "data-id": "surplus"}, icon("warning"), " ", surplus(poll, poll)) : null),
        frame.block.clock ? h("section.panel.clock-panel", {"aria-label": t("audience.time")}, clock_view(frame.block.clock, frame.now)) : null));
}

