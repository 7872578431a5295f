// ctest: 120 s
// How far a vote can be trusted, as a participant is told, and codes from cards.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {SCENES} from "./scenes.mjs";
import {start_standin} from "./standin.mjs";

const ENGINE = process.env.IDERUM_ENGINE || "chromium";

async function with_page(scene, deed) {
    const host = await start_standin({scene});
    const browser = await open_browser(ENGINE);
    const page = await browser.page({});
    await page.open(host.url + "/?k=K7QP2M");
    await page.wait_for("@join");
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
}

async function join(page) {
    await page.type("@name", "Tove");
    await page.click("@join");
    await page.wait_gone("@join");
}

const votes = (host) => host.room.heard.filter((one) => one.t === "vote");

person_test("a vote says how far it can be trusted, and its result when there were more votes than people", {within_s: 60}, () => with_page("dots", async (page, host) => {
    await join(page);
    await page.wait_for_text("@trust", "Vi litar på att var och en röstar en gång.");
    const as_counted = (scene, more) => ({polls: [Object.assign({}, SCENES[scene]().polls[0], {trust: "heads", people: 18}, more)]});
    host.room.change = as_counted("dots");
    host.tell();
    await page.wait_for_text("@trust", "Ni är räknade till 18");
    // Devices that several use draw ballots that nobody casts.
    host.room.change = as_counted("result_dots", {in: 18, of: 21});
    host.show("result_dots");
    await page.wait_for("@title");
    assert.equal(await page.exists("text=Fler röst"), false);
    host.room.change = as_counted("result_dots", {in: 20, of: 20});
    host.show("result_dots");
    await page.wait_for("text=Fler röster än personer: 20 röster, 18 i rummet.");
    await page.screenshot((process.env.IDERUM_BUILD || "build") + "/screens/pages/tablet-surplus.png");
}));

person_test("a vote by codes asks for the code on the card, and then gives the usual ballot", {within_s: 60}, () => with_page("coded", async (page, host) => {
    await join(page);
    await page.wait_for_text("@title", "Skriv koden på ditt kort");
    await page.wait_for_text("@trust", "Varje kod ger en röst");
    await page.screenshot((process.env.IDERUM_BUILD || "build") + "/screens/pages/tablet-code.png");
    await page.type("@card-code", "wrng-cde2");
    await page.click("@use-code");
    await page.wait_for_text("@code-fault", "Koden finns inte.");
    assert.equal(await page.run("() => document.querySelector('[data-id=card-code]').value"), "WRNGCDE2");
    await page.run("() => { const el = document.querySelector('[data-id=card-code]'); el.value = 'abcdefgh'; el.dispatchEvent(new Event('input', {bubbles: true})); }");
    await page.click("@use-code");
    await page.click("@option-i1/plus");
    await page.click("@send");
    await page.wait_for("@vote-saved");
    const asked = host.room.heard.filter((one) => one.t === "code");
    assert.deepEqual(asked.map((one) => one.code), ["WRNGCDE2", "ABCDEFGH"]);
    // Each with a secret of its own, under which the ballot can be had again.
    assert.deepEqual(asked.map((one) => /^[0-9a-f]{32}$/.test(one.key)), [true, true]);
    assert.notEqual(asked[0].key, asked[1].key);
    assert.equal(votes(host).length, 1);
}));

person_test("a card's code is taken from its address, and is on the device until it has been used", {within_s: 60}, () => with_page("coded", async (page, host) => {
    await page.open(host.url + "/?k=K7QP2M&c=ABCDEFGH");
    await page.wait_for("@join");
    assert.equal(await page.run("() => location.search"), "");
    await join(page);
    await page.wait_until("() => { const el = document.querySelector('[data-id=card-code]'); return el && el.value === 'ABCDEFGH'; }");
    await page.open(host.url + "/");
    await page.wait_until("() => { const el = document.querySelector('[data-id=card-code]'); return el && el.value === 'ABCDEFGH'; }");
    await page.click("@use-code");
    await page.wait_for("@send");
    assert.equal(await page.run("() => localStorage.getItem('iderum/card-code')"), null);
}));

person_test("a device on which several vote by codes asks for the next one's code", {within_s: 60}, () => with_page("coded", async (page, host) => {
    host.room.mine = {use: "several"};
    await join(page);
    await page.type("@card-code", "abcdefgh");
    await page.click("@use-code");
    await page.click("@option-i3/plus");
    await page.click("@send");
    await page.click("@pass-on");
    await page.wait_for_text("@title", "Skriv koden på ditt kort");
    Object.assign(host.room, {person: 1, token: "f".repeat(32)});
    await page.type("@card-code", "abcdefgh");
    await page.click("@use-code");
    await page.wait_for_text("@left", "Tre prickar kvar");
    assert.equal(host.room.heard.some((one) => one.t === "another"), false);
}));
