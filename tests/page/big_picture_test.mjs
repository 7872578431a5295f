// ctest: 240 s
// The big picture with ideas as long as they may be: nothing lies on anything else, what has no room is counted, and those
// who won are there. The code stands on one line.
import assert from "node:assert/strict";
import {join} from "node:path";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {poll} from "./scenes.mjs";
import {start_standin} from "./standin.mjs";
import {revealed_poll} from "./votes_scenes.mjs";

const PICTURES = join(process.env.IDERUM_BUILD || "build", "screens", "big-");
const TEXTS = ["En bokbuss som kommer till Sjövik varje torsdag, står kvar hela eftermiddagen och har personal som hjälper till med läxor och e-tjänster.",
    "Gör det möjligt att boka lokaler utan att ringa: en kalender på nätet där man ser vad som är ledigt, betalar och får kod till dörren direkt",
    "Sätt upp bänkar med ryggstöd och armstöd var tvåhundrade meter längs ån så att även den som har svårt att gå långt vågar ta en promenad dit"];
const long_options = (count) => Array.from({length: count}, (none, index) => ({id: "i" + (index + 1), label: TEXTS[index % TEXTS.length], group: ""}));
const SIZES = [[1920, 1080], [1280, 720]];

/// What is seen of a list: [{box, text, font}], how many are in it, and the words on those that are not seen.
const SEEN = `(items, text) => {
    const box = (el) => { const one = el.getBoundingClientRect(); return {left: one.left, top: one.top, right: one.right, bottom: one.bottom}; };
    const all = Array.from(document.querySelectorAll(items));
    const room = box(all[0].closest(".fit")), line = all[0].closest(".fit").querySelector("[data-more]");
    return {count: all.length, room, more: line.offsetHeight ? line.textContent : "", line: line.offsetHeight ? box(line) : null, rem: parseFloat(getComputedStyle(document.documentElement).fontSize),
        title: box(document.querySelector("[data-id=title]")), shown: all.filter((one) => one.offsetHeight).map((one) => ({id: one.dataset.id, winner: one.classList.contains("winner"), box: box(one), text: box(one.querySelector(text)), font: parseFloat(getComputedStyle(one.querySelector(text)).fontSize)}))};
}`;

const within = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;

function check(seen, what) {
    const {shown, line} = seen;
    for (const one of shown) {
        assert.ok(within(one.text, one.box) && within(one.box, seen.room), what + ": " + JSON.stringify([one, seen.room]));
        assert.ok(one.font >= 2 * seen.rem - 0.1, what + ": letters of " + one.font);
    }
    const boxes = shown.map((one) => one.box).concat(line || []);
    boxes.forEach((one, index) => boxes.slice(index + 1).forEach((other) => assert.ok(apart(one, other), what + ": " + JSON.stringify([one, other]))));
    assert.equal(seen.more, shown.length === seen.count ? "" : "och " + (seen.count - shown.length) + " till", what);
}

/// Waits until what was told is drawn and nothing moves any more.
function at_rest(page) {
    return page.run("() => new Promise((done) => setTimeout(done, 60)).then(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)))).then(() => true)");
}

async function look(page, host, change, items, text, what) {
    host.room.change = change;
    host.tell();
    await page.wait_until("(items, count) => document.querySelectorAll(items).length === count", [items, (change.polls[0].result ? change.polls[0].result.rows : change.polls[0].options).length]);
    await at_rest(page);
    await page.screenshot(PICTURES + what + ".png");
    const seen = await page.run(SEEN, items, text);
    check(seen, what);
    return seen;
}

async function with_pictures(scene, deed) {
    const host = await start_standin({scene});
    const browser = await open_browser("chromium");
    for (const [width, height] of SIZES) {
        const page = await browser.page({width, height, motion: "reduce"});
        await page.open(host.url + "/audience?k=K7QP2M");
        await page.wait_for("@title");
        await deed(page, host, width);
        assert.deepEqual(page.back.faults, []);
        await page.close();
    }
}

person_test("long ideas stand on the big picture without lying on each other while they are voted on, twenty of them too", {within_s: 110}, () => with_pictures("dots", async (page, host, width) => {
    for (const count of [2, 6, 12, 20, 40]) {
        const seen = await look(page, host, {polls: [poll("dots", {options: long_options(count)})]}, ".big-option", ".option-text", "vote-" + width + "-" + count);
        assert.ok(seen.shown.length >= (count > 20 ? 15 : count), count + ": " + seen.shown.length + " are seen");
    }
    const short = await look(page, host, {polls: [poll("dots")]}, ".big-option", ".option-text", "vote-" + width + "-short");
    assert.ok(short.shown.every((one) => one.box.bottom - one.box.top > 8 * short.rem), "short ideas have large cards");
}));

person_test("of a result with long ideas those who won are always seen, and the heading leaves room for them", {within_s: 110}, () => with_pictures("result_approval", async (page, host, width) => {
    for (const [count, winners] of [[6, 2], [12, 3], [20, 1], [20, 5]]) {
        const one = revealed_poll("approval", {options: long_options(count)});
        const ids = one.options.map((option) => option.id);
        Object.assign(one.result, {winners: ids.slice(0, winners), ties: winners > 1 ? [ids.slice(0, winners)] : [], rows: ids.map((id, index) => ({id, rank: index < winners ? 1 : index + 1, votes: index < winners ? 20 : 12, supporters: 12}))});
        const what = "result-" + width + "-" + count + "-" + winners;
        const seen = await look(page, host, {polls: [one]}, ".big-row", ".row-label", what);
        assert.equal(seen.shown.filter((row) => row.winner).length, winners, what);
        if (winners <= 3) assert.ok(await page.run("() => Array.from(document.querySelectorAll('.winner .cut')).every((one) => one.scrollHeight <= one.clientHeight + 1)"), what + ": words of a winner are cut");
        assert.ok(seen.title.bottom - seen.title.top < 15 * seen.rem, what + ": a heading of " + (seen.title.bottom - seen.title.top));
    }
}));

person_test("the code to join stands on one line, inside its card, however wide its letters are", {within_s: 110}, async () => {
    const host = await start_standin({scene: "before"});
    const browser = await open_browser("chromium");
    for (const [width, height] of [[1280, 720], [1920, 1080], [3840, 2160]]) {
        const page = await browser.page({width, height, motion: "reduce"});
        await page.open(host.url + "/audience?k=K7QP2M");
        for (const scene of ["before", "write", "dots", "pause"]) for (const code of ["WWWMMM", "TMP3ZW", "K7QP2M"]) {
            host.room.code = code;
            host.show(scene);
            await page.wait_until("(code) => (document.querySelector('[data-id=code]') || {}).textContent === code", [code]);
            await at_rest(page);
            const seen = await page.run(`() => {
                const code = document.querySelector("[data-id=code]"), words = document.createRange();
                words.selectNodeContents(code);
                const [text, card] = [words.getBoundingClientRect(), code.closest(".panel").getBoundingClientRect()];
                return {lines: words.getClientRects().length, high: text.height / parseFloat(getComputedStyle(code).fontSize), inside: text.left >= card.left && text.right <= card.right && card.right <= innerWidth};
            }`);
            const what = [width, scene, code].join(" ");
            assert.ok(seen.lines === 1 && seen.high < 1.7 && seen.inside, what + ": " + JSON.stringify(seen));
        }
        await page.close();
    }
});
