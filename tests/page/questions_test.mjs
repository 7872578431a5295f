// ctest: 180 s
// Questions that each answers on their own: kept while one types, sent together, an own note each.
import assert from "node:assert/strict";
import {person_test} from "../person/opened.mjs";
import {until, with_tablet} from "./tablet.mjs";

const with_page = (scene, deed) => with_tablet(deed, {scene});
const said = (host, kind) => host.room.heard.filter((one) => one.t === kind);
const is_off = (page) => page.attribute("@send-answers", "aria-disabled");

person_test("answers are notes in their question's column, changed and taken back as notes are", {within_s: 90}, () => with_page("person", async (page, host) => {
    await page.wait_for("@field-bra");
    assert.equal(await page.exists("@note-text"), false);
    assert.equal(await is_off(page), "true");
    await page.type("@field-bra", "Vi kom i gång");
    await page.type("@field-fattades", "Fika");
    await page.click("@send-answers");
    await until(() => said(host, "note").length === 2, "both answers");
    await page.wait_until("() => document.querySelectorAll('.field .chip').length === 2");
    assert.deepEqual(said(host, "note").map((one) => [one.block, one.group, one.text]), [["b-collect", "bra", "Vi kom i gång"], ["b-collect", "fattades", "Fika"]]);
    assert.equal(await is_off(page), "true");
    // What is changed is an edit of the same note; what is emptied is taken back.
    await page.type("@field-bra", " snabbt");
    await page.run("() => { const el = document.getElementById('field-fattades'); el.value = ''; el.dispatchEvent(new Event('input', {bubbles: true})); }");
    await page.click("@send-answers");
    await until(() => said(host, "edit").length && said(host, "withdraw").length, "both changes");
    await page.wait_until("() => document.querySelectorAll('.field .chip').length === 1");
    assert.equal(said(host, "edit").at(-1).text, "Vi kom i gång snabbt");
    assert.equal(said(host, "withdraw").length, 1);
    assert.equal(said(host, "note").length, 2);
    assert.equal(await page.value("@field-bra"), "Vi kom i gång snabbt");
}));

person_test("what is typed and not sent is there when the page comes back, and nothing is sent by itself", {within_s: 60}, () => with_page("person", async (page, host) => {
    await page.type("@field-bra", "Halvt skriv");
    await page.reload();
    await page.wait_until("() => { const el = document.getElementById('field-bra'); return el && el.value === 'Halvt skriv'; }");
    assert.deepEqual(said(host, "note"), []);
    await page.type("@field-bra", "x".repeat(140));
    await page.wait_for("text=tecken för mycket");
    assert.equal(await is_off(page), "true");
}));

person_test("an evaluation's questions stand beside its votes", {within_s: 60}, () => with_page("questions", async (page, host) => {
    await page.wait_for("@field-bra");
    await page.wait_for("@send");
    await page.type("@field-bra", "Allt");
    await page.click("@send-answers");
    await until(() => said(host, "note").length, "the answer");
    assert.deepEqual(said(host, "note").map((one) => [one.block, one.group]), [["b-evaluate", "bra"]]);
    assert.equal(said(host, "vote").length, 0);
}));
