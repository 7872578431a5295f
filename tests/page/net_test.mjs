// ctest: 180 s
// "Testa nätet" as a phone opens it: what it says when the way is good, and when pages arrive but sockets do not, or
// nothing does; and axe finds no fault in any of it.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";

const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");
const SCREENS = (process.env.IDERUM_BUILD || "build") + "/screens/pages/";
const KINDS = [{name: "light", width: 820, height: 1180}, {name: "dark", width: 390, height: 844, scheme: "dark"}, {name: "narrow", width: 320, height: 640}, {name: "english", width: 390, height: 844, language: "en"}];
const NO_SOCKET = "() => { window.WebSocket = class { constructor() { setTimeout(() => this.onerror && this.onerror(), 0); } close() {} }; }";
const NO_ANSWER = "() => { window.fetch = () => Promise.reject(new Error('gone')); }";
const SLOW = "() => { const plain = window.fetch; window.fetch = (...all) => new Promise((done) => setTimeout(done, 450)).then(() => plain(...all)); }";

person_test("the test of the network says how the way is, in words, and axe finds nothing", {within_s: 120}, async () => {
    const host = await start_standin({});
    const browser = await open_browser("chromium");
    const faults = [];
    for (const kind of KINDS) {
        const page = await browser.page(Object.assign({motion: "reduce"}, kind));
        const look = async (state) => {
            for (const fault of await page.axe(AXE)) faults.push("net-" + state + "-" + kind.name + ": " + fault);
            const wide = await page.run("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wide > 0) faults.push(state + "-" + kind.name + ": " + wide + " px wider than the window");
            const raw = await page.run("() => (document.body.innerText.match(/\\bnet\\.[a-z_]+\\b/g) || []).join(' ')");
            if (raw) faults.push(kind.name + ": texts missing: " + raw);
            await page.screenshot(SCREENS + "net-" + state + "-" + kind.name + ".png");
        };
        await page.open(host.url + "/net");
        await page.wait_until("() => document.querySelectorAll('.notice.ok').length === 3");
        await page.wait_until("() => document.getElementById('live').textContent !== ''");
        await look("well");
        await page.run(NO_SOCKET);
        await page.click("@again");
        await page.wait_for("[data-id=socket] .notice.err");
        await look("no-socket");
        await page.run(NO_ANSWER);
        await page.click("@again");
        await page.wait_for("[data-id=speed] .notice.err");
        await look("lost");
        for (const fault of page.back.faults.splice(0)) faults.push(kind.name + ": " + fault);
        await page.close();
    }
    await browser.close();
    await host.close();
    assert.deepEqual(faults, []);
    assert.deepEqual(host.room.heard, [], "nobody has joined anything");
});

person_test("a slow network is told as slow, an open one as not encrypted, and the way in stands there", {within_s: 50}, async () => {
    const host = await start_standin({});
    const browser = await open_browser("chromium");
    const page = await browser.page({width: 390, height: 844, motion: "reduce"});
    await page.open(host.url + "/net");
    await page.wait_for("[data-id=socket] .notice.ok");
    assert.match(await page.text("@reached"), new RegExp(new URL(host.url).host));
    assert.match(await page.text("@crypt"), /inte krypterat/);
    assert.match(await page.text("@speed"), /Ett svar tar \d+ millisekunder/);
    await page.run(SLOW);
    await page.click("@again");
    await page.wait_for("[data-id=speed] .notice.warn");
    await page.wait_for("[data-id=socket] .notice.ok");
    await page.click("@join");
    await page.wait_until("() => location.pathname === '/' && !!document.querySelector('h1')");
    await browser.close();
    await host.close();
});
