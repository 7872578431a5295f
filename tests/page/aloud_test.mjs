// ctest: 120 s
// Reading aloud: offered where the device has a voice of its own, done only when it is asked for, ended when one leaves.
// The voices are the test's: what the browser would say, and when it has said it.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";

const ENGINE = process.env.IDERUM_ENGINE || "chromium";
const SWEDISH = {lang: "sv-SE", localService: true, default: true, name: "Alva"};
const ARABIC = {lang: "ar_SA", localService: true, default: false, name: "Laila"};
const FAR = {lang: "sv-SE", localService: false, default: true, name: "Far away"};
const VOICES = `(voices) => {
    window.said = [];
    const speech = {getVoices: () => voices, speak: (one) => window.said.push(one), cancel: () => { window.cancelled = (window.cancelled || 0) + 1; }};
    Object.defineProperty(window, "speechSynthesis", {configurable: true, value: speech});
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}`;
const said = (page) => page.run("() => window.said.map((one) => [one.text, one.voice.name])");

async function with_page(scene, voices, deed) {
    const host = await start_standin({scene});
    const page = await (await open_browser(ENGINE)).page({});
    await page.open(host.url + "/?k=K7QP2M");
    await page.run(VOICES, voices);
    await page.click("@join");
    await page.wait_for("@title");
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
}

person_test("the question and the options are read when it is asked for, never by themselves", {within_s: 60}, () => with_page("dots", [SWEDISH], async (page) => {
    await page.wait_for("@aloud-question");
    assert.deepEqual(await said(page), []);
    await page.click("@aloud-question");
    const [first] = await said(page);
    assert.deepEqual(first, ["Vilken idé ska vi pröva först?", "Alva"]);
    await page.run("() => { window.said = []; }");
    await page.click("@aloud-options");
    const texts = (await said(page)).map((one) => one[0]);
    assert.equal(texts.length, 6);
    assert.ok(texts.includes("Boka lokal med ett klick i mobilen"), texts.join());
    await page.wait_for_text("@aloud-options", "Sluta läsa");
    await page.run("() => window.said.forEach((one) => one.onend())");
    await page.wait_for_text("@aloud-options", "Läs upp alternativen");
}));

person_test("a result is read row by row, what only eyes need left out", {within_s: 60}, () => with_page("result_dots", [SWEDISH], async (page) => {
    await page.click("@aloud-result");
    const texts = (await said(page)).map((one) => one[0]);
    assert.ok(texts.some((one) => one.includes("Boka lokal med ett klick i mobilen") && one.includes("14")), texts.join(" | "));
}));

person_test("what is left is not read on: another question, another press", {within_s: 60}, () => with_page("dots", [SWEDISH], async (page, host) => {
    await page.click("@aloud-options");
    await page.wait_for_text("@aloud-options", "Sluta läsa");
    const before = await page.run("() => window.cancelled || 0");
    host.show("scale");
    await page.wait_until("(before) => (window.cancelled || 0) > before", [before], {what: "the reading to stop"});
    await page.run("() => { window.said = []; }");
    await page.click("@aloud-options");
    assert.equal((await said(page)).length, 5);
    await page.click("@aloud-options");
    await page.wait_for_text("@aloud-options", "Läs upp alternativen");
}));

person_test("each text has the voice of its language", {within_s: 60}, () => with_page("dots", [SWEDISH, ARABIC], async (page, host) => {
    const options = [{id: "i1", label: "Boka lokal", group: "", lang: "sv"}, {id: "i2", label: "خريطة القاعات", group: "", lang: "ar"}];
    host.room.change = {polls: [{id: "p-dots", round: 1, method: "dots", question: "Vilken idé?", state: "open", in: 1, of: 8, dots: 3, stacking: true, criteria: [], options, saved: false, result: null}]};
    host.tell();
    await page.wait_for_text("@title", "Vilken idé?");
    await page.click("@aloud-options");
    assert.deepEqual((await said(page)).sort(), [["Boka lokal", "Alva"], ["خريطة القاعات", "Laila"]].sort());
}));

person_test("without a voice on the device nothing is offered, and one far away is none", {within_s: 60}, () => with_page("dots", [FAR], async (page) => {
    await page.wait_for("@send");
    assert.equal(await page.exists("@aloud-question"), false);
    await page.click("@me");
    await page.wait_for("@larger-text");
    assert.equal(await page.exists("@read-aloud"), false);
}));

person_test("whoever wants no buttons for it turns them off", {within_s: 60}, () => with_page("dots", [SWEDISH], async (page) => {
    await page.wait_for("@aloud-question");
    await page.click("@me");
    await page.click("@read-aloud");
    await page.click("@close-sheet");
    await page.wait_gone("@aloud-question");
}));
