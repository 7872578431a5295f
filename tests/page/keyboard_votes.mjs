// A person with only a keyboard, in any engine: joins, writes, and votes in every one of the rarer ways; each ballot says what
// docs/protocol.md wants.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {HANDS, MOST_TABS} from "../person/votes_hands.mjs";
import {start_standin} from "./standin.mjs";
import {METHODS} from "./votes_scenes.mjs";

export function keyboard_alone(engine, within_s) {
    person_test("a person with only a keyboard joins, writes and votes in every way in " + engine, {within_s}, async () => {
        const host = await start_standin({scene: "write"});
        const browser = await open_browser(engine);
        const page = await browser.page({width: 820, height: 1180, motion: "reduce"});
        page.click = page.choose = (place) => Promise.reject(new Error("only a keyboard, and was to press " + place));
        await page.open(host.url + "/?k=K7QP2M");
        await page.wait_for("@join");
        await page.run("() => document.activeElement.blur()");
        await page.tab_to("name");
        await page.back.keys("Kim");
        await page.press("Enter");
        await page.wait_for("@note-text");
        await page.tab_to("note-text");
        await page.back.keys("Boka på kvällen");
        await page.tab_to("send");
        await page.press("Enter");
        await page.wait_for_text("@own-note", "Boka på kvällen");
        assert.equal(host.room.heard.find((one) => one.t === "note").text, "Boka på kvällen");
        for (const method of METHODS) {
            const hands = HANDS[method];
            host.show("vote_" + method);
            await page.wait_until("() => !!document.querySelector('[data-id=send]') && document.querySelector('main').innerText.length > 100", [], {what: "the ballot of " + method});
            await hands.vote(page);
            await page.tab_to("send", MOST_TABS);
            await page.press("Enter");
            await page.wait_for("@vote-saved");
            const {value} = host.room.heard.filter((one) => one.t === "vote").at(-1);
            if (hands.holds) hands.holds(value);
            else assert.deepEqual(value, hands.value, method);
            host.show("waiting");
            await page.wait_gone("@send");
        }
        assert.deepEqual(page.back.faults, []);
    });
}
