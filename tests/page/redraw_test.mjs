// ctest: 300 s
// The host tells something new at any moment, also while a finger is on its way: what is pressed stays what it was, and
// in the trainer's lists it stays where it was.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {SCENES} from "./scenes.mjs";
import {start_standin} from "./standin.mjs";

const TABLET = {width: 820, height: 1180, motion: "reduce"};
const PHONE = {width: 390, height: 844, motion: "reduce"};
const NEW_NOTE = {id: "i9", type: "idea", text: "Ny lapp på väggen", group: "", colour: "mint", author: null, parent: null, cluster: null, number: null};

/// Remembers every element that can be pressed, and what lies inside it.
const REMEMBER = `() => {
    window.before = new Map();
    for (const el of document.querySelectorAll("button, input, textarea, select, label, summary")) {
        const id = el.dataset.id || el.textContent;
        window.before.set(id, window.before.has(id) ? null : {el, html: el.innerHTML, inner: Array.from(el.querySelectorAll("*"))});
    }
    return window.before.size;
}`;

/// The names of those that stand there again as other elements: a press that began on the old one would be lost.
const REPLACED = `() => {
    const lost = [];
    for (const [id, one] of window.before) {
        if (!one || document.contains(one.el)) {
            if (one && one.el.innerHTML === one.html && one.inner.some((el) => !document.contains(el))) lost.push("inside " + id);
            if (one && one.el.dataset.id && one.el.dataset.id !== id) lost.push(id + " became " + one.el.dataset.id);
            continue;
        }
        const now = Array.from(document.querySelectorAll("button, input, textarea, select, label, summary")).filter((el) => (el.dataset.id || el.textContent) === id);
        if (now.length) lost.push(id);
    }
    return lost;
}`;

/// What a busy room can change at once.
function news(scene, number) {
    const one = SCENES[scene]();
    return {people: 18 + number, wall: (one.wall || []).concat([NEW_NOTE]), session: {title: "Nyhet " + number, municipality: "Lindåsa", ended: false},
        polls: (one.polls || []).map((poll) => Object.assign({}, poll, {in: Math.min(poll.of, poll.in + number)})),
        block: one.block && Object.assign({}, one.block, {clock: {state: "running", remaining_ms: 90000 - 1000 * number, planned_ms: 900000}})};
}

person_test("on a tablet every button is the same button when the host tells something new", {within_s: 120}, async () => {
    const host = await start_standin({});
    const page = await (await open_browser("chromium")).page(TABLET);
    await page.open(host.url + "/?k=K7QP2M");
    await page.click("@join");
    await page.wait_gone("@join");
    const lost = [];
    let number = 0;
    for (const scene of Object.keys(SCENES)) {
        number += 1;
        host.room.change = {session: {title: "Före " + number, municipality: "Lindåsa", ended: false}};
        host.show(scene);
        await page.wait_for_text("header", "Före " + number);
        assert.ok((await page.run(REMEMBER)) > 0, scene + " has something to press");
        host.room.change = news(scene, number);
        host.room.notes.push({note: "n" + number, id: "c" + number, block: "b-collect", type: "idea", group: "", text: "Egen " + number, colour: "ros", parent: null, state: "shown", number: null});
        host.tell();
        await page.wait_for_text("header", "Nyhet " + number);
        for (const one of await page.run(REPLACED)) lost.push(scene + ": " + one);
    }
    assert.deepEqual(lost, []);
});

/// The remote with a sheet open, or none; then everything in it that a room can change is changed.
async function with_remote(options, deed) {
    const host = await start_standin({scene: "result_dots"});
    const page = await (await open_browser("chromium")).page(options);
    await page.open(host.url + "/remote");
    await page.type("@code", "M2ZK8R");
    await page.click("@pair");
    await page.wait_for("@more");
    await deed(page, host);
}

const waiting = (count) => Array.from({length: count}, (_, at) => ({note: "w" + at, type: "idea", text: "Väntande lapp " + at, held: at === 1 ? "phone" : "", like: at === 0 ? {note: "i1", text: "En liknande"} : null}));

person_test("on the remote every button is the same button when the host tells something new", {within_s: 120}, () => with_remote(PHONE, async (page, host) => {
    const lost = [];
    let people = 30;
    for (const sheet of ["", "inbox", "wall", "votes", "seats", "agenda", "more"]) {
        if (sheet) await page.click("@" + sheet);
        if (sheet) await page.wait_for("@sheet-" + sheet);
        host.room.change = {};
        host.room.remote = {inbox: waiting(1), hands: 0, undo: null, trouble: null, people: ++people};
        host.tell();
        await page.wait_for_text("@seats", String(people));
        assert.ok((await page.run(REMEMBER)) > 0, sheet + " has something to press");
        host.room.change = {wall: SCENES.result_dots().wall.concat([NEW_NOTE])};
        host.room.remote = {inbox: waiting(4), hands: 3, undo: {id: "u", text: "3 idéer sparade"}, trouble: {code: "disk_full", text: "Skivan är full"}, people: ++people};
        host.tell();
        await page.wait_for_text("@seats", String(people));
        for (const one of await page.run(REPLACED)) lost.push((sheet || "stage") + ": " + one);
        if (sheet) await page.click("@close-sheet");
        if (sheet) await page.wait_gone("@close-sheet");
    }
    assert.deepEqual(lost, []);
}));

person_test("a note that arrives does not move what the trainer is about to press", {within_s: 60}, () => with_remote(PHONE, async (page, host) => {
    const PLACES = `() => Array.from(document.querySelectorAll(".scrim button"), (el) => { const box = el.getBoundingClientRect(); return el.dataset.id + " " + [box.x, box.y, box.width].map(Math.round).join(); })`;
    const moved = [];
    for (const sheet of ["inbox", "wall"]) {
        host.room.change = {wall: SCENES.result_dots().wall.slice(0, 1)};
        host.room.remote = {inbox: waiting(1), people: 41};
        host.tell();
        await page.wait_for_text("@seats", "41");
        await page.click("@" + sheet);
        await page.stands_still("@close-sheet");
        const before = await page.run(PLACES);
        for (const count of [2, 3, 4]) {
            host.room.change = {wall: SCENES.result_dots().wall.slice(0, count)};
            host.room.remote = {inbox: waiting(count), people: 40 + count};
            host.tell();
            await page.wait_for_text("@seats", String(40 + count));
            const now = await page.run(PLACES);
            // What was hidden is told below the list, and gives way to it.
            for (const one of before) if (!one.startsWith("show-") && !now.includes(one)) moved.push(sheet + " with " + count + ": " + one + " moved");
        }
        await page.click("@close-sheet");
        await page.wait_gone("@close-sheet");
    }
    assert.deepEqual(moved, []);
}));
