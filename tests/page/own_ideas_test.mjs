// ctest: 60 s
// Where marks are shown together nobody scores an idea of one's own: it stands there, without anything to press.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";

const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");
const OWN = {note: "i3", id: "c-3", block: "b-collect", type: "idea", group: "", text: "Se kön i mobilen", colour: "sol", state: "shown", number: null};

async function with_vote(scene, mine, deed) {
    const host = await start_standin({scene: "waiting"});
    host.room.mine = mine;
    const page = await (await open_browser("chromium")).page({width: 390, height: 844, motion: "reduce"});
    await page.open(host.url + "/?k=K7QP2M");
    await page.wait_for("@join");
    await page.click("@join");
    await page.wait_gone("@join");
    host.show(scene);
    await page.wait_for("@send");
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
}

person_test("one's own idea is told as such and cannot be scored, and what was marked on it is not sent", {within_s: 60}, () => with_vote("vote_show14", {notes: [OWN]}, async (page, host) => {
    await page.wait_for_text("@own-i3", "Din idé – du poängsätter den inte");
    assert.equal(await page.count("@option-i3/4"), 0);
    assert.deepEqual(await page.axe(AXE), []);
    await page.wait_for_text("@left", "0 av 5");
    await page.run("() => { const key = 'iderum/ballot/p-show14'; const record = JSON.parse(localStorage.getItem(key)); record.draft = {marks: {i3: 4}}; localStorage.setItem(key, JSON.stringify(record)); }");
    await page.click("@option-i1/3");
    await page.wait_for_text("@left", "1 av 5");
    await page.click("@send");
    await page.wait_for("@vote-saved");
    assert.deepEqual(host.room.heard.filter((one) => one.t === "vote").at(-1).value, {marks: {i1: 3}});
}));

person_test("on a device of several, and in other votes, every idea can be scored", {within_s: 60}, async () => {
    await with_vote("vote_show14", {notes: [OWN], use: "several"}, async (page) => {
        assert.equal(await page.count("@own-i3"), 0);
        assert.equal(await page.count("@option-i3/4"), 1);
    });
    await with_vote("vote_score", {notes: [OWN]}, async (page) => assert.equal(await page.count("@option-i3/4"), 1));
});
