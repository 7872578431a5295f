// ctest: 150 s
// Before a vote is called off, or opens among notes that are alike, the trainer is asked on the remote as well.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {person_test} from "../person/opened.mjs";
import {deeds, with_remote} from "./at_remote.mjs";
import {until} from "./tablet.mjs";
import {SCENES} from "./scenes.mjs";

const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");

person_test("a vote with ballots in is called off only after a question; a closed one is not called off", {within_s: 60}, () => with_remote("dots", async (page, host) => {
    const shows = (more) => {
        host.room.change = {polls: [Object.assign({}, SCENES.dots().polls[0], more)]};
        host.show("dots");
    };
    shows({in: 3});
    await page.wait_for_text("@poll-state-0", "3 av 18");
    await page.click("@poll-0");
    await page.click("@cancel-poll");
    await page.wait_for("@cancel-vote-go");
    assert.equal((await page.text("@sheet-cancel-vote")).includes("3 av 18"), true);
    assert.deepEqual(await page.axe(AXE), []);
    await page.click("@cancel-vote-stay");
    await page.wait_gone("@cancel-vote-go");
    assert.equal(deeds(host, "cancel_poll").length, 0);
    await page.click("@poll-0");
    await page.click("@cancel-poll");
    await page.click("@cancel-vote-go");
    await until(() => deeds(host, "cancel_poll").length === 1, "the cancelling");
    await page.wait_gone("@cancel-vote-go");
    shows({in: 0});
    await page.wait_for_text("@poll-state-0", "0 av 18");
    await page.click("@poll-0");
    await page.click("@cancel-poll");
    await until(() => deeds(host, "cancel_poll").length === 2, "at once");
    shows({in: 3, state: "closed"});
    await page.wait_for("@reveal");
    assert.equal(await page.count("@cancel-poll"), 0);
}));

person_test("a planned vote among notes that are alike shows them before it opens, one that is among others opens at once", {within_s: 60}, () => with_remote("dots", async (page, host) => {
    const wall = ["Bokbuss till Sjövik på torsdagar", "Bokbuss till Sjövik varje torsdag!", "Cykelpump vid stationen"].map((text, i) => ({id: "w" + i, block: "b-1", type: "idea", text, group: "", colour: "sol", author: "", parent: null}));
    const plan = {index: 0, method: "dots", question: "Vilken idé?", poll: null, of_notes: true};
    const tell = (more) => {
        host.room.change = {wall, polls: []};
        host.room.remote = {block: Object.assign({}, SCENES.dots().block, {phases: [], say: [], do: [], tips: [], reserve: [], html: "", polls: [Object.assign({}, plan, more)]})};
        host.tell();
    };
    tell({});
    await page.wait_for("text=Vilken idé?");
    await page.click("@open-poll-0");
    await page.wait_for("@alike");
    assert.deepEqual(await page.axe(AXE), []);
    assert.equal(deeds(host, "open_poll").length, 0);
    await page.click("@join-w1");
    await until(() => deeds(host, "merge").length === 1, "the joining");
    assert.equal(deeds(host, "merge")[0].into, "w0");
    await page.click("@open-ready");
    await until(() => deeds(host, "open_poll").length === 1, "the opening");
    await page.wait_gone("@open-ready");
    tell({of_notes: undefined});
    await page.click("@open-poll-0");
    await until(() => deeds(host, "open_poll").length === 2, "at once");
}));

person_test("consent is asked for what the trainer has written, and anew in other words", {within_s: 60}, () => with_remote("write", async (page, host) => {
    await page.click("@votes");
    await page.click("@new-vote");
    await page.click("@way-consent");
    await page.wait_until("() => document.querySelector('[data-id=start-vote]').getAttribute('aria-disabled') === 'true'");
    await page.type("@proposal", "Vi provar en månad.");
    await page.wait_until("() => document.querySelector('[data-id=start-vote]').getAttribute('aria-disabled') !== 'true'");
    assert.deepEqual(await page.axe(AXE), []);
    await page.click("@start-vote");
    await until(() => deeds(host, "start_poll").length === 1, "the deed");
    assert.deepEqual([deeds(host, "start_poll")[0].method, deeds(host, "start_poll")[0].question], ["consent", "Vi provar en månad."]);
    await page.wait_gone("@start-vote");
    host.show("result_consent");
    await page.click("@votes");
    await page.click("@revote");
    await page.wait_until("() => document.querySelector('[data-id=proposal]').value === 'Vi börjar med smakråd i varje skola.'");
    assert.equal(await page.count("@other-ways"), 0);
    await page.type("@proposal", " I två skolor.");
    await page.click("@start-vote");
    await until(() => deeds(host, "revote").length === 1, "the next round");
    assert.ok(deeds(host, "revote")[0].question.includes("I två skolor."), deeds(host, "revote")[0].question);
    await page.wait_gone("@start-vote");
}));
