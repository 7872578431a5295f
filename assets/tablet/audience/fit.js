// What there is room for: cards grow tighter, then their texts are cut to fewer lines, then the last are hidden and counted.
import {tn} from "../i18n.js";

const LINES = [null, 6, 5, 4, 3, 2];
const FEW = 3;

function overflows(box) {
    return box.scrollHeight > box.clientHeight + 2;
}

/// Fewer lines for the texts of the box that may be cut (`.cut`), those of a few winners last; null: as many as they are.
function cut_to(box, lines, winner_lines = lines) {
    for (const [name, most] of [["--lines", lines], ["--winner-lines", winner_lines]]) {
        if (most) box.style.setProperty(name, most);
        else box.style.removeProperty(name);
    }
}

const won = (one) => one.classList.contains("winner");

function tighten(box, items) {
    if (!box.querySelector(".cut")) return;
    const least = items.filter(won).length <= FEW ? 4 : 2;
    box.classList.add("tight");
    for (let i = 0; i < LINES.length && overflows(box); ++i) cut_to(box, LINES[i], LINES[i] && Math.max(least, LINES[i]));
}

/// From the last one on, those who won at the very last; the first stays.
function in_turn(items) {
    return items.filter(won).concat(items.filter((one) => !won(one))).slice(1).reverse();
}

function fit(box, flows) {
    const items = Array.from(box.querySelector("ul, ol").children);
    const line = box.querySelector("[data-more]");
    box.classList.remove("tight");
    cut_to(box, null);
    for (const one of items) one.style.removeProperty("display");
    line.style.setProperty("display", "none");
    line.textContent = "";
    if (flows || !overflows(box)) return;
    tighten(box, items);
    let hidden = 0;
    for (const one of in_turn(items)) {
        if (won(one) && overflows(box)) cut_to(box, 2);
        if (!overflows(box)) break;
        one.style.setProperty("display", "none");
        line.style.removeProperty("display");
        hidden += 1;
        line.textContent = tn("audience.more", hidden);
    }
}

/// A code stands on one line, however wide its letters are.
function fit_code(code) {
    code.style.removeProperty("font-size");
    if (code.scrollWidth <= code.clientWidth) return;
    const size = parseFloat(getComputedStyle(code).fontSize);
    code.style.setProperty("font-size", Math.floor(10 * size * code.clientWidth / code.scrollWidth) / 10 + "px");
}

/// Hides what does not fit in each `.fit` and says how many. Called after every drawing; changes nothing when all fits.
export function fit_all() {
    const flows = document.documentElement.classList.contains("flow");
    for (const box of Array.from(document.querySelectorAll(".fit"))) fit(box, flows);
    for (const code of Array.from(document.querySelectorAll(".code-text strong"))) fit_code(code);
}
