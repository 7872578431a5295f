// ctest: 300 s
// The states of the list, one after another.
import assert from "node:assert/strict";

import {KINDS, every_state} from "./states.mjs";

every_state("list", KINDS, 280, async (view) => {
    const {host, page} = view;
    Object.assign(host.room, {mode: "silent", ended: false, register: undefined, heard: []});
    await view.open("/list", view.kind.prefs || {theme: view.kind.scheme === "dark" ? "dark" : "light"});
    await page.wait_for("@pair");
    await view.look("pair");
    await page.type("@code", "WRONG2");
    await page.click("@pair");
    await page.wait_until("() => { const told = document.querySelector('[role=alert]'); return told && told.textContent !== ''; }");
    await view.look("wrong");
    const left = await page.run("() => { const el = document.querySelector('[data-id=code]'); el.value = ''; el.dispatchEvent(new Event('input', {bubbles: true})); return document.querySelector('[role=alert]').textContent; }");
    assert.equal(left, "", "the button has come to rest before it is pressed");
    await page.type("@code", "M2ZK8R");
    await page.click("@pair");
    await page.wait_gone("@pair");
    await page.wait_for("@title");
    await view.look("waits");
    // What was asked for is asked for again on the next connection.
    host.room.mode = "ack";
    host.cut();
    await page.wait_for("@idea");
    await view.look("whole");
    await page.type("@search", "finns inte någonstans");
    await page.wait_until("() => document.querySelectorAll('[data-id=idea]').length === 0");
    await view.look("none-found");
    host.room.register = {boards: [], ideas: [], all: 0};
    await page.click("@again");
    await page.wait_until("() => document.querySelectorAll('[data-id=board]').length === 0");
    await view.look("empty");
    host.room.register = undefined;
    host.room.ended = true;
    host.tell();
    await view.settled();
    await view.look("ended");
});
