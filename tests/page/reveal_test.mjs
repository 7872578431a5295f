// ctest: 120 s
// The big picture's reveal: the last place comes first, and the title says the outcome when the first place comes.
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
