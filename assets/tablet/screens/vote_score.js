// Score: a mark for each option, from the lowest to the highest. One without a mark has not been judged; 0 is a mark.
import {device} from "../device.js";
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {bar, button} from "../parts.js";
import {is_shared} from "./shared.js";
import {focus_on, letter_mark, with_mark} from "./vote_parts.js";

function given(value) {
    return value.marks || {};
}

/// What nobody scores where marks are shown together: an idea of one's own. On a device of several the page cannot know.
function is_own(poll, id) {
    return poll.method === "show14" && !is_shared() && device.mine.notes.some((one) => one.note === id);
}

/// As it is sent: an own idea that was marked on another device, or before the host had told whose it is, is left out.
export function final(poll, value) {
    const marks = Object.assign({}, given(value));
    for (const id of Object.keys(marks)) if (is_own(poll, id)) delete marks[id];
    return {marks};
}
function count(value) {
    return Object.keys(given(value)).length;
}
export function is_blank(value) {
    return count(value) === 0;
}

function numbers(poll) {
    const [lowest, highest] = poll.highest > poll.lowest ? [poll.lowest, poll.highest] : poll.method === "show14" ? [1, 4] : [0, 5];
    return Array.from({length: highest - lowest + 1}, (none, index) => lowest + index);
}

export function help(poll) {
    const all = numbers(poll);
    return t("score.help", {lowest: all[0], highest: all[all.length - 1]});
}

function word_of(all, number) {
    return number === all[0] ? number + ", " + t("score.lowest") : number === all[all.length - 1] ? number + ", " + t("score.highest") : String(number);
}

function own_card(option) {
    return h("div.option.card.own", {key: option.id, "data-id": "option-" + option.id}, letter_mark(option, "small"),
        h("span.named", null, h("span.option-label", {dir: "auto", lang: option.lang}, option.label), h("span.support", {"data-id": "own-" + option.id}, t("score.own"))));
}

export function body(poll, options, value, set) {
    const all = numbers(poll);
    return h("div.options", {key: "options"}, options.map((option) => {
        if (is_own(poll, option.id)) return own_card(option);
        const mark = given(value)[option.id];
        const unmarked = mark === undefined;
        return h("fieldset.option.card.scored", {key: option.id, class: unmarked ? "" : "answered", "data-id": "option-" + option.id},
            h("legend", null, letter_mark(option, "small"), h("span.option-label", {dir: "auto", lang: option.lang}, option.label)),
            h("div.scored-said", {key: "said"}, unmarked ? h("span.support", null, t("score.none")) : button({id: "option-" + option.id + "/skip", kind: "quiet", class: "small", icon: "undo", label: t("score.skip"),
                name: t("score.skip_of", {label: option.label}), onclick: () => {
                    set((current) => with_mark(current, option.id, null));
                    focus_on("option-" + option.id + "/first");
                }})),
            h("div.score-row", {key: "row", class: all.length > 6 ? "many" : ""}, all.map((one, index) => h("label.scale-choice", {key: one, "data-id": "option-" + option.id + "/" + one},
                h("input", {type: "radio", name: "mark-" + option.id, value: String(one), checked: mark === one, "aria-label": word_of(all, one), "data-id": index ? null : "option-" + option.id + "/first",
                    onchange: () => set((current) => with_mark(current, option.id, one))}),
                h("span.scale-box", {"aria-hidden": "true"}, mark === one ? icon("check") : null, h("span", null, String(one)))))));
    }));
}

export function left(poll, value) {
    const done = count(final(poll, value)), all = poll.options.filter((option) => !is_own(poll, option.id)).length;
    return [h("span.strong", null, t("score.progress", {count: done, of: all})), bar(all ? done / all : 1, "acc")];
}

export function send_label(poll, value) {
    return tn("score.send", count(final(poll, value)));
}

export function summary(poll, value) {
    return poll.options.filter((option) => given(value)[option.id] !== undefined).map((option) => ({key: option.id, label: option.label, value: String(given(value)[option.id])}));
}

export function own(poll, sent, id) {
    return given(sent)[id] === undefined ? "" : t("result.you_gave", {count: given(sent)[id]});
}
