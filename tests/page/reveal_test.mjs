// ctest: 120 s
// The big picture: in a reveal the last place comes first, and the title says the outcome when the first place comes; the
// wall's notes stand beside each other.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";

// Keeps every title with how far the winner's row was in its animation then: below 0 it had not begun.
const WATCH = `() => {
    window.titles = [];
    new MutationObserver(() => {
        const title = document.querySelector("[data-id=title]");
        const row = document.querySelector("[data-id='row-i1']");
        if (!title || !row || (window.titles.length && window.titles[window.titles.length - 1].text === title.textContent)) return;
        const motion = row.getAnimations()[0];
        window.titles.push({text: title.textContent, into: motion ? motion.currentTime - motion.effect.getTiming().delay : 0});
    }).observe(document.getElementById("app"), {childList: true, subtree: true, characterData: true});
}`;

async function titles(motion) {
    const host = await start_standin({scene: "closed"});
    const browser = await open_browser("chromium");
    const page = await browser.page({width: 1920, height: 1080, motion});
    await page.open(host.url + "/audience?k=K7QP2M");
    await page.wait_for("@turnout");
    await page.run(WATCH);
    host.show("result_dots");
    await page.wait_until("() => window.titles.some((one) => /Boka lokal/.test(one.text))");
    assert.deepEqual(page.back.faults, []);
    return await page.run("() => window.titles");
}

person_test("the title asks while the last places come, and tells the outcome with the first place", {within_s: 60}, async () => {
    const seen = await titles(null);
    assert.equal(seen.length, 2, JSON.stringify(seen));
    assert.equal(seen[0].text, "Vilken idé ska vi pröva först?");
    assert.ok(seen[0].into < 0, "the winner waits: " + seen[0].into);
    assert.ok(seen[1].into >= 0, "the winner has come: " + seen[1].into);
});

person_test("with less motion the title tells the outcome at once", {within_s: 60}, async () => {
    const seen = await titles("reduce");
    assert.equal(seen.length, 1, JSON.stringify(seen));
});

person_test("thirty short notes stand on the big picture beside each other, to be read from afar, in a block of its own and in one that builds on others", {within_s: 60}, async () => {
    const host = await start_standin({scene: "rotate"});
    const browser = await open_browser("chromium");
    const page = await browser.page({width: 1920, height: 1080, motion: "reduce"});
    const note = (index, block) => ({id: "n" + index, type: "idea", text: "Svar inom en dag nummer " + index, group: "", colour: "himmel", author: null, parent: null, block, cluster: null, number: null});
    await page.open(host.url + "/audience?k=K7QP2M");
    for (const [scene, block] of [["write", "b-collect"], ["rotate", "b-rotate"]]) {
        host.room.change = {wall: Array.from({length: 30}, (_, index) => note(index + 1, block))};
        host.show(scene);
        await page.wait_until("() => document.querySelectorAll('.big-note').length === 30");
        const seen = await page.run(`() => Array.from(document.querySelectorAll(".big-note")).filter((one) => one.offsetHeight).map((one) => {
            const box = one.getBoundingClientRect();
            return {left: box.left, width: box.width, bottom: box.bottom, text: parseFloat(getComputedStyle(one.querySelector(".note-text")).fontSize)};
        })`);
        // Those that are new say so, and are a little higher.
        assert.ok(seen.length >= 20, scene + ": " + seen.length + " notes are seen");
        assert.ok(new Set(seen.map((one) => Math.round(one.left))).size >= 4, scene + ": columns");
        for (const one of seen) assert.ok(one.text >= 32 && one.bottom <= 1080, scene + ": " + JSON.stringify(one));
    }
    assert.deepEqual(page.back.faults, []);
});
