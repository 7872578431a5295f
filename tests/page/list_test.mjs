// ctest: 180 s
// Boards and register as text: paired like the remote, read aloud in order, searched, and without a fault that axe finds.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";
import {until} from "./tablet.mjs";

const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");
const SCREENS = (process.env.IDERUM_BUILD || "build") + "/screens/pages/";
const KINDS = [{name: "light", width: 1280, height: 900}, {name: "dark", width: 390, height: 844, scheme: "dark"}, {name: "narrow", width: 320, height: 640}, {name: "english", width: 820, height: 1180, language: "en"}];

person_test("the list holds every board and the register, and axe finds nothing", {within_s: 120}, async () => {
    const host = await start_standin({});
    const browser = await open_browser("chromium");
    const faults = [];
    for (const kind of KINDS) {
        const page = await browser.page(Object.assign({motion: "reduce"}, kind));
        await page.open(host.url + "/list");
        await page.wait_for("@pair");
        for (const fault of await page.axe(AXE)) faults.push("list-pair-" + kind.name + ": " + fault);
        await page.type("@code", "M2ZK8R");
        await page.click("@pair");
        await page.wait_for("@idea");
        for (const fault of await page.axe(AXE)) faults.push("list-" + kind.name + ": " + fault);
        const wide = await page.run("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wide > 0) faults.push(kind.name + ": " + wide + " px wider than the window");
        const raw = await page.run("() => (document.body.innerText.match(/\\b(list|pair)\\.[a-z_]+\\b/g) || []).join(' ')");
        if (raw) faults.push(kind.name + ": texts missing: " + raw);
        for (const fault of page.back.faults.splice(0)) faults.push(kind.name + ": " + fault);
        await page.screenshot(SCREENS + "list-" + kind.name + ".png");
        assert.equal(await page.run("() => document.querySelectorAll('[data-id=board]').length"), 3);
        assert.equal(await page.run("() => document.querySelectorAll('[data-id=poll]').length"), 2);
        assert.equal(await page.run("() => document.querySelectorAll('[data-id=curve] tbody tr').length"), 5);
        // What the host says in another language than the page's is said to be so.
        const marked = await page.run("() => document.querySelectorAll('[data-id=idea] [lang=sv]').length > 0");
        assert.equal(marked, kind.language === "en");
        assert.equal(host.room.heard.filter((frame) => frame.what === "read_register").pop().lang, kind.language || "sv");
        assert.equal(await page.run("() => document.querySelectorAll('[data-id=idea]').length"), 4);
        await page.type("@search", "simskola");
        await page.wait_until("() => document.querySelectorAll('[data-id=idea]').length === 1");
        await page.close();
    }
    await browser.close();
    await host.close();
    assert.deepEqual(faults, []);
});

person_test("the list asks anew when it is told to, and not with every change", {within_s: 50}, async () => {
    const host = await start_standin({});
    const browser = await open_browser("chromium");
    const page = await browser.page({width: 820, height: 1180, motion: "reduce"});
    await page.open(host.url + "/list");
    await page.wait_for("@pair");
    await page.type("@code", "M2ZK8R");
    await page.click("@pair");
    await page.wait_for("@idea");
    const asked = () => host.room.heard.filter((frame) => frame.what === "read_register").length;
    assert.equal(asked(), 1);
    host.tell();
    host.tell();
    await page.click("@again");
    await page.wait_until("() => document.getElementById('live').textContent !== ''");
    await until(() => asked() > 1, "what it asks anew");
    assert.equal(asked(), 2);
    await browser.close();
    await host.close();
});
