// Budget: yes to what is worth its cost. What the marked ones cost together is only to be known: all ballots decide
// together what the money goes to, so one may mark for more than there is.
import {h} from "../dom.js";
import {number_word, t, tn} from "../i18n.js";
import {letter} from "../parts.js";
import {announce} from "../ui.js";
import {account, capital, check_card, marked, money, pieces, with_mark} from "./vote_parts.js";

export {is_blank, own} from "./vote_approval.js";

function cost_of(poll, value) {
    return poll.options.filter((option) => marked(value).indexOf(option.id) >= 0).reduce((sum, option) => sum + (option.cost || 0), 0);
}

function left_words(poll, value) {
    const left = poll.budget - cost_of(poll, value);
    return left < 0 ? t("budget.over", {sum: money(poll, -left)}) : t("budget.left", {sum: money(poll, left)});
}

export function help(poll) {
    return t("budget.help", {sum: money(poll, poll.budget)});
}

export function body(poll, options, value, set) {
    const chosen = options.filter((option) => marked(value).indexOf(option.id) >= 0);
    const sum = cost_of(poll, value);
    const size = Math.max(sum, poll.budget);
    return [
        account([h("div.pieces-box", null, pieces(chosen.map((option) => ({key: option.id, letter: letter(option.index), size: option.cost})), size),
            sum > poll.budget ? h("span.budget-line", {"aria-hidden": "true", style: {"--at": (100 * poll.budget / size).toFixed(2) + "%"}}) : null)],
        t("budget.marked", {sum: money(poll, sum)}), left_words(poll, value), sum > poll.budget),
        h("fieldset.options", {key: "options"}, h("legend.sr", null, poll.question), options.map((option) => check_card(option, {
            checked: !!(value.marks && value.marks[option.id]), detail: t("budget.costs", {sum: money(poll, option.cost)}), onchange: (on) => {
                const now = set((current) => with_mark(current, option.id, on ? 1 : null));
                announce(t("budget.marked", {sum: money(poll, cost_of(poll, now))}) + ". " + left_words(poll, now));
            }}))),
    ];
}

export function left(poll, value) {
    return [h("span.strong", null, tn("budget.count", marked(value).length, {word: capital(number_word(marked(value).length))})), h("span.support.wide-only", null, t("budget.only_told"))];
}

export function send_label() {
    return t("budget.send");
}

export function summary(poll, value) {
    return poll.options.filter((option) => value.marks && value.marks[option.id]).map((option) => ({key: option.id, label: option.label, value: money(poll, option.cost)}));
}
