// ctest: 120 s
// What the page says of one's own notes: where each of them is, and what the wall shows of it.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";

const ENGINE = process.env.IDERUM_ENGINE || "chromium";

async function with_page(deed, options = {}) {
    const host = await start_standin({scene: "write"});
    const browser = await open_browser(ENGINE);
    const page = await browser.page(options);
    await page.open(host.url + "/?k=K7QP2M");
    await page.wait_for("@join");
    await page.click("@join");
    await page.wait_for("@note-text");
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
}

const SHOWN = {note: "n-1", id: "c-1", block: "b-collect", type: "idea", group: "", text: "Nyckelskåp", colour: "sol", state: "shown", number: null};

person_test("new words for a shown note that wait for the trainer are seen by their writer, and so is what the wall shows", {within_s: 60}, () => with_page(async (page, host) => {
    host.room.mine = {notes: [Object.assign({edit: {text: "Nyckelskåp med kod", state: "waiting", held: ""}}, SHOWN)]};
    host.tell();
    await page.wait_for_text("@own-note", "Nyckelskåp med kod");
    await page.wait_for_text("@own-note", "Ändringen väntar på att visas");
    await page.wait_for_text("@stands", "”Nyckelskåp”");
    host.room.mine = {notes: [Object.assign({edit: {text: "Nyckelskåp med kod", state: "hidden", held: ""}}, SHOWN)]};
    host.tell();
    await page.wait_for_text("@own-note", "Ändringen visas inte");
    assert.equal(await page.count("@stands"), 0);
    assert.equal((await page.text("@own-note")).includes("med kod"), false);
}));

person_test("only notes that have come to the host are counted as sent", {within_s: 60}, () => with_page(async (page) => {
    await page.offline(true);
    await page.wait_for("@offline");
    await page.type("@note-text", "Skriven utan nät");
    await page.click("@send");
    await page.wait_for_text("@own-note", "Skriven utan nät");
    assert.equal(await page.text("@sent-count"), "");
    await page.offline(false);
    await page.wait_for_text("@sent-count", "En lapp skickad");
}, {network: true}));
