// Every state of every page: axe-core finds nothing in either theme, and nothing is wider than the window at 320 px.
// IDERUM_LONG=1 also takes larger text, high contrast, right-to-left and 200 % zoom.
import assert from "node:assert/strict";
import {test} from "node:test";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {open_browser} from "../person/driver.mjs";
import {SCENES} from "./scenes.mjs";
import {start_standin} from "./standin.mjs";

const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");
const LONG = process.env.IDERUM_LONG === "1";
const SCREENS = (process.env.IDERUM_BUILD || "build") + "/screens/pages/";

const KINDS = [
    {name: "light", width: 820, height: 1180},
    {name: "dark", width: 390, height: 844, scheme: "dark"},
    {name: "narrow", width: 320, height: 640},
].concat(LONG ? [
    {name: "large", width: 820, height: 1180, prefs: {large: true}}, {name: "contrast", width: 820, height: 1180, prefs: {contrast: true}},
    {name: "contrast-dark", width: 820, height: 1180, scheme: "dark", prefs: {contrast: true}}, {name: "rtl", width: 390, height: 844, query: "&dir=rtl"},
    {name: "zoom", width: 410, height: 590, zoom: 2}, {name: "english", width: 820, height: 1180, language: "en"},
] : []);

async function look(page, name, faults) {
    for (const fault of await page.axe(AXE)) faults.push(name + ": " + fault);
    const wide = await page.run("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (wide > 0) faults.push(name + ": " + wide + " px wider than the window");
    const raw = await page.run("() => (document.body.innerText.match(/\\b[a-z]+\\.[a-z_]+\\b/g) || []).filter((one) => !/\\.(se|com|js)$/.test(one)).join(' ')");
    if (raw) faults.push(name + ": texts missing: " + raw);
    for (const fault of page.back.faults.splice(0)) faults.push(name + ": " + fault);
    await page.screenshot(SCREENS + name + ".png");
}

async function ready(page, host, kind, path) {
    if (kind.prefs) {
        await page.open(host.url + "/assets/icon.svg");
        await page.run("(prefs) => localStorage.setItem('iderum/prefs', prefs)", JSON.stringify(kind.prefs));
    }
    await page.open(host.url + path + (kind.query || ""));
}

/// The key of what the host last told stands on the page.
async function settled(page) {
    await page.wait_until("() => document.documentElement.classList.contains('ready')");
    await new Promise((done) => setTimeout(done, 150));
}

test("axe finds nothing on any state of the tablet", {timeout: 600000}, async () => {
    const host = await start_standin({});
    const browser = await open_browser("chromium");
    const faults = [];
    for (const kind of KINDS) {
        const page = await browser.page(Object.assign({motion: "reduce"}, kind));
        host.room.notes = [{note: "n1", id: "c1", block: "b-collect", type: "idea", group: "", text: "Små skålar att smaka ur", colour: "ros", state: "shown", number: null}];
        await ready(page, host, kind, "/?k=K7QP2M");
        await page.wait_for("@join");
        await look(page, "tablet-join-" + kind.name, faults);
        await page.click("@join");
        await page.wait_gone("@join");
        for (const scene of Object.keys(SCENES)) {
            host.show(scene);
            await settled(page);
            await look(page, "tablet-" + scene + "-" + kind.name, faults);
            if (scene !== "card") continue;
            await page.click("@card-i1");
            await page.wait_for("@other-card");
            await look(page, "tablet-card-open-" + kind.name, faults);
        }
        host.show("waiting");
        for (const sheet of ["me", "my-notes", "leave"]) {
            await page.click("@" + sheet);
            await page.wait_for("@close-sheet");
            await look(page, "tablet-sheet-" + sheet + "-" + kind.name, faults);
            await page.click("@close-sheet");
            await page.wait_gone("@close-sheet");
        }
        await page.close();
    }
    await browser.close();
    await host.close();
    assert.deepEqual(faults, []);
});

test("axe finds nothing on any state of the remote", {timeout: 600000}, async () => {
    const host = await start_standin({});
    const browser = await open_browser("chromium");
    const faults = [];
    for (const kind of KINDS) {
        const page = await browser.page(Object.assign({motion: "reduce"}, kind));
        await ready(page, host, Object.assign({}, kind, {prefs: kind.prefs || {theme: kind.scheme === "dark" ? "dark" : "light"}}), "/remote?x=1");
        await page.wait_for("@pair");
        await look(page, "remote-pair-" + kind.name, faults);
        await page.type("@code", "M2ZK8R");
        await page.click("@pair");
        for (const scene of ["before", "write", "dots", "closed", "result_criteria", "result_scale", "cluster", "over", "low"]) {
            host.room.remote = scene === "low" ? {low_space: "Det är ont om plats på datorns disk: 340 MB kvar. Ta bort något stort som inte behövs."} : {};
            host.show(scene === "low" ? "write" : scene);
            await page.wait_for("@more");
            await settled(page);
            await look(page, "remote-" + scene + "-" + kind.name, faults);
        }
        host.room.remote = {};
        for (const [scene, name, deeds] of [["rotate", "wall-apart", ["wall", "wall-note-i7"]], ["result_criteria", "withdraw", ["wall", "wall-note-i1", "withdraw-idea-i1"]], ["result_scale", "scale", ["votes"]]]) {
            host.show(scene);
            await settled(page);
            for (const deed of deeds) await page.click("@" + deed);
            await settled(page);
            await look(page, "remote-" + name + "-" + kind.name, faults);
            if (name === "withdraw") await page.click("@withdraw-cancel");
            await page.click("@close-sheet");
            await page.wait_gone("@close-sheet");
        }
        host.show("result_dots");
        for (const sheet of ["inbox", "wall", "votes", "seats", "agenda", "more"]) {
            await page.click("@" + sheet);
            await page.wait_for("@sheet-" + sheet);
            await settled(page);
            await look(page, "remote-sheet-" + sheet + "-" + kind.name, faults);
            await page.click("@close-sheet");
            await page.wait_gone("@close-sheet");
        }
        await page.close();
    }
    await browser.close();
    await host.close();
    assert.deepEqual(faults, []);
});

test("axe finds nothing on any state of the audience's view", {timeout: 600000}, async () => {
    const host = await start_standin({});
    const browser = await open_browser("chromium");
    const faults = [];
    for (const kind of [{name: "big", width: 1920, height: 1080}, {name: "big-dark", width: 1920, height: 1080, scheme: "dark"}, {name: "zoomed", width: 960, height: 540}, {name: "narrow", width: 320, height: 640}]) {
        const page = await browser.page(Object.assign({motion: "reduce"}, kind));
        await ready(page, host, kind, "/audience?k=K7QP2M");
        for (const scene of Object.keys(SCENES)) {
            host.show(scene);
            await settled(page);
            await look(page, "audience-" + scene + "-" + kind.name, faults);
        }
        await page.close();
    }
    await browser.close();
    await host.close();
    assert.deepEqual(faults, []);
});
