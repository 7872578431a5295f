// ctest: 300 s
// A photo with an idea: what the device does to it before it is sent, and what happens to it and its note then.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {CHOOSE} from "./photo.mjs";
import {start_standin} from "./standin.mjs";
import {until} from "./tablet.mjs";

const ENGINE = process.env.IDERUM_ENGINE || "chromium";

async function with_page(deed, options = {}) {
    const host = await start_standin({scene: "write"});
    const browser = await open_browser(ENGINE);
    const page = await browser.page(options);
    await page.open(host.url + "/?k=K7QP2M");
    await page.click("@join");
    await page.wait_for("@photo-choose");
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
}

async function choose(page, width, height, kind = "image/jpeg") {
    await page.run(CHOOSE, "photo-choose", width, height, kind);
    await page.wait_for("[data-id=photo-there] img");
}

async function send(page, text) {
    await page.type("@note-text", text);
    await page.click("@send");
}

const heard = (host, kind) => host.room.heard.filter((one) => one.t === kind);

/// Width and height of a JPEG, from its frame header.
function size_of(jpeg) {
    for (let at = 2; at < jpeg.length;) {
        const marker = jpeg[at + 1];
        if (marker >= 0xc0 && marker <= 0xc2) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
        at += 2 + jpeg.readUInt16BE(at + 2);
    }
    return null;
}

person_test("a photo is made small on the device and sent whole before its note, in frames that the host takes", {within_s: 60}, () => with_page(async (page, host) => {
    await choose(page, 2400, 1800);
    await page.type("@photo-shows", "Rutor i alla färger");
    await send(page, "Måla trappan");
    await until(() => host.room.notes.length === 1, "the note");
    const note = host.room.notes[0];
    assert.equal(note.photo.shows, "Rutor i alla färger");
    const jpeg = Buffer.from(host.room.photos[note.photo.address], "latin1");
    assert.deepEqual(size_of(jpeg), [1600, 1200]);
    assert.equal(jpeg.includes("Exif"), false);
    const pieces = heard(host, "photo");
    assert.equal(pieces[0].size, jpeg.length);
    for (const piece of pieces) assert.ok(JSON.stringify(piece).length <= 16384, "a frame of at most 16 KiB");
    // The device shows what the host now has, and the next note begins without a photo.
    await page.wait_for("[data-id=own-photo] img");
    assert.match(await page.attribute("[data-id=own-photo] img", "alt"), /Rutor i alla färger/);
    await page.wait_gone("@photo-there");
}));

const SELECT = "(id) => document.querySelector(`[data-id=${id}]`).select()";

person_test("what is said of a photo is changed with its note, also before the host has them", {within_s: 90}, () => with_page(async (page, host) => {
    host.room.mode = "silent";
    await choose(page, 80, 60);
    await page.type("@photo-shows", "En port");
    await send(page, "Porten");
    await page.wait_for("[data-id=own-note] img");
    await page.click("@edit");
    assert.equal(await page.value("@edit-shows"), "En port");
    await page.run(SELECT, "edit-shows");
    await page.type("@edit-shows", "En port utan skylt");
    await page.click("@edit-save");
    await page.reload();
    host.room.mode = "ack";
    await until(() => host.room.notes.length === 1 && host.room.notes[0].photo.shows === "En port utan skylt", "the note, and what was changed");
    assert.equal(host.room.notes[0].text, "Porten");
    await page.wait_for("[data-id=own-photo] img");
    await page.click("@edit");
    await page.wait_for("@edit-shows");
    await page.run(SELECT, "edit-shows");
    await page.type("@edit-shows", "En röd port");
    await page.click("@edit-save");
    await until(() => host.room.notes[0].photo.shows === "En röd port", "the words at the host");
    assert.deepEqual(heard(host, "edit").slice(-1).map((one) => [one.text, one.shows]), [["Porten", "En röd port"]]);
    // A note without a photo has none.
    await send(page, "Utan bild");
    await until(() => host.room.notes.length === 2, "the second note");
    await page.click("@edit");
    await page.wait_for("@edit-text");
    assert.equal(await page.exists("@edit-shows"), false);
}));

person_test("a picture that can be seen through, or is tiny, is taken as well; one that was removed is not sent", {within_s: 60}, () => with_page(async (page, host) => {
    await choose(page, 40, 30, "image/png");
    await page.click("@photo-remove");
    await page.wait_gone("@photo-there");
    await send(page, "Utan bild");
    await until(() => host.room.notes.length === 1, "the note");
    assert.equal(host.room.notes[0].photo, undefined);
    await choose(page, 40, 30, "image/png");
    await send(page, "Med bild");
    await until(() => host.room.notes.length === 2, "the note");
    assert.deepEqual(size_of(Buffer.from(host.room.photos[host.room.notes[1].photo.address], "latin1")), [40, 30]);
}));

person_test("what is no picture is said to be so, and nothing that was written goes", {within_s: 60}, () => with_page(async (page) => {
    await page.type("@note-text", "Kvar");
    await page.run("(field) => { const files = new DataTransfer(); files.items.add(new File(['x'], 'x.jpg', {type: 'image/jpeg'})); const input = document.querySelector(\"[data-id='photo-choose']\"); input.files = files.files; input.dispatchEvent(new Event('change', {bubbles: true})); }");
    await page.wait_for_text("@toast", "Bilden gick inte att läsa");
    assert.equal(await page.value("@note-text"), "Kvar");
}));

person_test("without contact a photo stays on the device, also when the page is closed, and comes with its note, once", {within_s: 90}, () => with_page(async (page, host) => {
    host.room.mode = "silent";
    await choose(page, 800, 600);
    await send(page, "Skriven utan nät");
    await page.wait_for("[data-id=own-note] img");
    await page.reload();
    host.room.mode = "ack";
    await until(() => host.room.notes.length === 1, "the note");
    const {address} = host.room.notes[0].photo;
    assert.deepEqual(size_of(Buffer.from(host.room.photos[address], "latin1")), [800, 600]);
    assert.equal(new Set(heard(host, "note").map((one) => one.id)).size, 1);
}));

person_test("a photo that the host does not take does not take its note with it", {within_s: 60}, () => with_page(async (page, host) => {
    host.room.mode = "no photos";
    await choose(page, 800, 600);
    await send(page, "Orden räknas");
    await until(() => host.room.notes.length === 1, "the note");
    assert.equal(host.room.notes[0].photo, undefined);
    await page.wait_for_text("@toast", "utan bild");
}));

person_test("a device that keeps no photos says so, and sends them all the same", {within_s: 60}, async () => {
    const host = await start_standin({scene: "write"});
    const page = await (await open_browser(ENGINE)).page({});
    await page.open(host.url + "/assets/icon.svg");
    if (page.back.page && page.back.page.evaluateOnNewDocument) await page.back.page.evaluateOnNewDocument("Object.defineProperty(window, 'indexedDB', {value: null})");
    else return;
    await page.open(host.url + "/?k=K7QP2M");
    await page.click("@join");
    await page.wait_for("@photo-choose");
    await choose(page, 300, 200);
    await page.wait_for_text("body", "Webbläsaren sparar inte bilden");
    await send(page, "Ändå");
    await until(() => host.room.notes.length === 1, "the note");
    assert.ok(host.room.notes[0].photo);
});

person_test("the big picture shows a note's photo, large enough and with its words, and each note in its own language", {within_s: 60}, async () => {
    const host = await start_standin({scene: "photos"});
    const page = await (await open_browser(ENGINE)).page({width: 1920, height: 1080});
    await page.open(host.url + "/audience?k=K7QP2M");
    await page.wait_for("[data-id=photo]");
    const found = await page.run(`() => Array.from(document.querySelectorAll("[data-id=photo]")).map((one) => ({
        alt: one.alt, lang: one.lang, width: one.offsetWidth, height: one.offsetHeight, text: one.parentElement.querySelector(".note-text").lang}))`);
    assert.deepEqual(found.map((one) => one.alt), ["En port utan skylt", "Bild som hör till lappen"]);
    assert.deepEqual(found.map((one) => one.text), ["", "ar"]);
    for (const one of found) assert.ok(one.width >= 240 && one.height >= 240, JSON.stringify(one));
});
