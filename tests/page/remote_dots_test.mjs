// ctest: 90 s
// The remote says how many dots each has, before a vote of dots opens and after, and lets the trainer choose.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {person_test} from "../person/opened.mjs";
import {with_remote} from "./at_remote.mjs";
import {poll} from "./scenes.mjs";

const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");

const with_small_remote = (scene, deed) => with_remote(scene, deed, {width: 320, height: 640});

async function started(host) {
    const end = Date.now() + 10000;
    for (;;) {
        const found = host.room.heard.filter((one) => one.t === "do" && one.what === "start_poll");
        if (found.length) return found[found.length - 1];
        if (Date.now() > end) throw new Error("waited for the vote");
        await new Promise((done) => setTimeout(done, 20));
    }
}

async function choose(page, way) {
    await page.click("@votes");
    await page.click("@new-vote");
    await page.click("@way-" + way);
}

person_test("a new vote of dots has as many for each as the trainer says, from one to ten", {within_s: 60}, () => with_small_remote("write", async (page, host) => {
    await choose(page, "dots");
    await page.wait_for_text("@dots", "Prickar var: 3");  // six notes
    for (let count = 2; count >= 1; --count) {
        await page.click("@dots/minus");
        await page.wait_for_text("@dots", "Prickar var: " + count);
    }
    assert.equal(await page.attribute("@dots/minus", "aria-disabled"), "true");
    for (let count = 2; count <= 10; ++count) {
        await page.click("@dots/plus");
        await page.wait_for_text("@dots", "Prickar var: " + count);
    }
    assert.equal(await page.attribute("@dots/plus", "aria-disabled"), "true");
    await page.screenshot(join(process.env.IDERUM_BUILD || "build", "screens", "remote-new-vote-dots.png"));
    assert.deepEqual(await page.axe(AXE), []);
    assert.equal(await page.run("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0);
    await page.click("@start-vote");
    const {method, dots} = await started(host);
    assert.deepEqual([method, dots], ["dots", 10]);
}));

person_test("of many ideas a new vote offers a fourth as many dots, at most five; a vote without dots offers none", {within_s: 60}, () => with_small_remote("write", async (page, host) => {
    host.room.change = {wall: Array.from({length: 40}, (none, index) => ({id: "n" + index, type: "idea", text: "Idé " + index, group: "", colour: "sol", block: "b-collect"}))};
    host.tell();
    await choose(page, "tre-prickar");
    await page.wait_for_text("@dots", "Prickar var: 5");
    await page.click("@other-ways");
    await page.click("@way-schulze");
    assert.equal(await page.exists("@dots"), false);
    await page.click("@start-vote");
    assert.equal((await started(host)).dots, undefined);
}));

person_test("a vote that is open says how many dots each has", {within_s: 60}, () => with_small_remote("dots", async (page, host) => {
    host.room.change = {polls: [poll("dots", {dots: 4})]};
    host.tell();
    await page.wait_for_text("@way-0", "Prickar · 4 var");
    await page.click("@votes");
    await page.wait_for_text("@way", "Prickar · 4 var");
}));
