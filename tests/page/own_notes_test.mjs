// ctest: 120 s
// What the page says of one's own notes: where each of them is, and what the wall shows of it.
import assert from "node:assert/strict";
import {person_test} from "../person/opened.mjs";
import {SCENES} from "./scenes.mjs";
import {with_tablet} from "./tablet.mjs";

const ENGINE = process.env.IDERUM_ENGINE || "chromium";

const with_page = (deed, screen = {}) => with_tablet(async (page, host) => {
    await page.wait_for("@note-text");
    await deed(page, host);
}, {engine: ENGINE, screen});

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
    assert.equal(await page.run("() => document.querySelector('[data-id=sent-count]').textContent"), "");
    await page.offline(false);
    await page.wait_for_text("@sent-count", "En lapp skickad");
}, {network: true}));

person_test("a note that is not begun goes into the column that the room works on; one that is begun stays where it is", {within_s: 60}, () => with_page(async (page, host) => {
    const work_on = (column) => {
        host.room.change = {block: Object.assign({}, SCENES.steps().block, {column})};
        host.tell();
    };
    const chosen = (group) => page.wait_until("(group) => { const one = document.querySelector('[data-id=group-' + group + '] input'); return !!one && one.checked; }", [group]);
    work_on(null);
    host.show("steps");
    await chosen("fore");
    assert.equal(await page.exists("@column"), false);
    work_on("efter");
    await page.wait_for_text("@column", "Just nu: Efter");
    await chosen("efter");
    await page.type("@note-text", "Låser och lämnar nyckeln");
    work_on("under");
    await page.wait_for_text("@column", "Just nu: Under");
    await chosen("efter");
    await page.click("@send");
    await chosen("under");
    // Somewhere else can be chosen.
    await page.click("@group-fore");
    await chosen("fore");
    await page.type("@note-text", "Letar efter numret");
    await page.click("@send");
    await page.wait_until("() => document.querySelectorAll('[data-id=own-note]').length === 2");
    assert.deepEqual(host.room.heard.filter((one) => one.t === "note").map((one) => one.group), ["efter", "fore"]);
}));
