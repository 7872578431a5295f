// A matrix's result: the group's medians in the picture, and the same in words for each idea.
import {h} from "../dom.js";
import {label_of, lang_of} from "../findings.js";
import {t, tn} from "../i18n.js";
import {chip, letter} from "../parts.js";
import {apart, board, place_words, quarter_word} from "./matrix_board.js";
import {own_words} from "./result_rows.js";

const LETTER = 2.5;  // rem, with air around it
const ORDER = ["quick_win", "big_bet", "fill_in", "avoid"];

export function matrix_result(poll, sent) {
    const index = {};
    poll.options.forEach((option, at) => (index[option.id] = at));
    const placed = poll.result.rows.filter((row) => row.n);
    const rows = poll.result.rows.slice().sort((a, b) => (a.n ? ORDER.indexOf(a.quadrant) : 9) - (b.n ? ORDER.indexOf(b.quadrant) : 9) || (b.y || 0) - (a.y || 0));
    const points = placed.map((row) => ({id: row.id, index: index[row.id], x: Number(row.x), y: Number(row.y), classes: (row.split ? "split " : "") + (row.quadrant === "quick_win" ? "in-hand" : "")}));
    // No wider or higher than the board is, so that letters never meet there.
    const wide = window.innerWidth / parseFloat(getComputedStyle(document.documentElement).fontSize);
    return [
        board(poll, apart(points, 100 * LETTER / Math.max(14, Math.min(30, wide - 6)), 100 * LETTER / 20), {}, null),
        h("ol.plain.card.rows", {key: "rows"}, rows.map((row) => h("li.result-row", {key: row.id, class: row.n && row.quadrant === "quick_win" ? "winner" : "", "data-id": "row-" + row.id},
            h("span.letter.keep", {"aria-hidden": "true"}, letter(index[row.id])),
            h("div.grow", null, h("div.row-head", null, h("span.option-label", {dir: "auto", lang: lang_of(poll, row.id)}, label_of(poll, row.id)), h("span.support.own-vote", null, own_words(poll, sent, row.id))),
                row.n ? h("p.support", null, place_words(poll, row.x, row.y)) : null,
                h("div.row.wrap.facts", null, row.n ? chip(row.quadrant === "quick_win" ? "acc" : "", "check", quarter_word(row.quadrant)) : chip("", "info", t("result.no_answer")),
                    row.split ? chip("warn", "people", t("spread.divided")) : null, row.n ? h("span.support", null, tn("result.answers", row.n)) : null))))),
    ];
}
