// What hands on a keyboard do for each of the rarer ways to vote, and the ballot that comes of it. Options are i1 … i6.
import assert from "node:assert/strict";

export const MOST_TABS = 120;

const on = async (page, id, ...keys) => {
    await page.tab_to(id, MOST_TABS);
    for (const key of keys) await page.press(key);
};
const times = (count, key) => Array.from({length: count}, () => key);
const ranks = async (page) => {
    for (const id of ["i1", "i5", "i6"]) await on(page, "option-" + id + "/add", "Enter");
    await page.wait_for("@option-i6/up");
};
/// {value or holds(value), vote(page)} for each method.
export const HANDS = {
    approval: {value: {marks: {i1: 1, i5: 1}}, async vote(page) {
        for (const id of ["i1", "i2", "i5", "i2"]) await on(page, "option-" + id, "Space");
        await page.wait_for_text("@left", "2 ja");
    }},
    show14: {value: {marks: {i1: 4, i3: 1}}, async vote(page) {
        await on(page, "option-i1/first", "Space", ...times(3, "ArrowRight"));
        await on(page, "option-i3/first", "Space");
    }},
    score: {value: {marks: {i1: 3}}, async vote(page) {
        await on(page, "option-i1/first", "Space", ...times(2, "ArrowRight"));
        await on(page, "option-i2/first", "Space");
        await on(page, "option-i2/skip", "Enter");
        await page.wait_for_text("@left", "1 av 6");
        await page.wait_until("() => document.activeElement.getAttribute('data-id') === 'option-i2/first'");
    }},
    borda: {value: {order: [["i5", "i6"], ["i1"]]}, async vote(page) {
        await ranks(page);
        await on(page, "option-i1/down", "Enter", "Enter");
        await on(page, "option-i6/share", "Space");
    }},
    irv: {value: {order: [["i6"], ["i1"], ["i5"]]}, async vote(page) {
        await ranks(page);
        assert.ok(!await page.exists("@option-i5/share"), "no shared places");
        await on(page, "option-i6/up", "Enter", "Enter");
    }},
    schulze: {value: {order: [["i5"], ["i6"]]}, async vote(page) {
        await ranks(page);
        await on(page, "option-i1/remove", "Enter");
        await on(page, "option-i6/remove", "Enter");
        await on(page, "undo", "Enter");
        await page.wait_for("@option-i6/up");
    }},
    copeland: {value: {order: [["i1", "i5"], ["i6"]]}, async vote(page) {
        await ranks(page);
        await on(page, "option-i5/share", "Enter");
    }},
    "bradley-terry": {value: null, async vote(page) {
        for (const [id, count] of [["left", 1], ["skip", 2], ["right", 3], ["right", 4]]) {
            await on(page, id, "Enter");
            await page.wait_for_text("@progress", count + 1 + " av 9");
        }
        await on(page, "undo", "Enter");
        await page.wait_for_text("@progress", "4 av 9");
    }, holds(value) {
        assert.deepEqual(value.pairs.map((pair) => pair[2]), ["left", "skip", "right"]);
        assert.equal(new Set(value.pairs.map(([left, right]) => [left, right].sort().join())).size, 3);
        assert.equal(new Set(value.pairs.flatMap(([left, right]) => [left, right])).size, 6, "three pairs of six ideas have each idea once");
    }},
    points: {value: {marks: {i1: 56, i5: 44}}, async vote(page) {
        // What a key did is seen before the next is pressed, as hands do.
        await on(page, "option-i1/more5", ...times(3, "Enter"));
        await page.wait_for_text("@left", "85 poäng kvar");
        await on(page, "option-i1/less1", "Enter");
        await page.wait_for_text("@left", "86 poäng kvar");
        await on(page, "option-i5/slider", "ArrowRight");
        await page.wait_for_text("@left", "85 poäng kvar");
        await on(page, "option-i5/slider", "ArrowRight");
        await page.wait_for_text("@left", "84 poäng kvar");
        assert.equal(await page.attribute("@send", "aria-disabled"), "true");
        await on(page, "fill", "Enter");
        await page.wait_for_text("@left", "Alla poäng är utdelade");
    }},
    quadratic: {value: {marks: {i1: 4, i4: -3}}, async vote(page) {
        await on(page, "option-i1/plus", ...times(4, "Enter"));
        await on(page, "option-i4/minus", ...times(4, "Enter"));
        await page.wait_for_text("@left", "0 poäng kvar");
    }},
    greedy: {value: {marks: {i1: 1, i2: 1, i3: 1}}, async vote(page) {
        for (const id of ["i1", "i2", "i3"]) await on(page, "option-" + id, "Space");
        await page.wait_for_text("@account", "mer än budgeten");
    }},
    mes: {value: {marks: {i5: 1, i6: 1}}, async vote(page) {
        for (const id of ["i5", "i6"]) await on(page, "option-" + id, "Space");
        await page.wait_for_text("@account", "35\u00a0000 kr markerat");
    }},
    fist: {value: {scale: 3}, async vote(page) {
        await on(page, "option-5", "Space", "ArrowDown", "ArrowDown");
    }},
    consent: {value: {objection: "Det saknas tid att laga mat"}, async vote(page) {
        await on(page, "option-yes", "Space", "ArrowDown");
        await page.wait_for("@objection");
        assert.equal(await page.attribute("@send", "aria-disabled"), "true", "an objection without a reason is not sent");
        await page.tab_to("objection", MOST_TABS);
        await page.back.keys("Det saknas tid att laga mat");
        await page.wait_for_text("@count", "27 av 500");
    }},
    matrix: {value: {marks: {x: {}, y: {}}}, async vote(page) {
        await on(page, "axis-x", "ArrowLeft", "ArrowLeft");
        await on(page, "axis-y/more", "Enter", "Enter");
        await page.wait_for_text("@quarter", "Gör först");
        await on(page, "next-idea", "Enter");
        await page.wait_until("() => document.activeElement.getAttribute('data-id') === 'axis-x'");
        for (const key of times(10, "ArrowRight")) await page.press(key);
        await page.wait_for_text("@left", "2 av 6");
    }, holds(value) {
        assert.deepEqual(Object.values(value.marks.x), [40, 100]);
        assert.deepEqual(Object.values(value.marks.y), [70, 50]);
        assert.deepEqual(Object.keys(value.marks.x), Object.keys(value.marks.y));
    }},
};
