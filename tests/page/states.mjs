// Every state of a page: axe-core finds nothing in either theme, and nothing is wider than the window at 320 px. Pictures
// lie in build/screens/pages/. IDERUM_LONG=1 also takes larger text, high contrast, 200 % zoom and all languages, and the
// tablet's page in Firefox and WebKitGTK.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";

const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");
const LONG = process.env.IDERUM_LONG === "1";
const SCREENS = (process.env.IDERUM_BUILD || "build") + "/screens/pages/";

export const KINDS = [
    {name: "light", width: 820, height: 1180},
    {name: "dark", width: 390, height: 844, scheme: "dark"},
    {name: "narrow", width: 320, height: 640},
    {name: "arabic", width: 390, height: 844, language: "ar"},
].concat(LONG ? [
    {name: "large", width: 820, height: 1180, prefs: {large: true}}, {name: "contrast", width: 820, height: 1180, prefs: {contrast: true}},
    {name: "contrast-dark", width: 820, height: 1180, scheme: "dark", prefs: {contrast: true}},
    {name: "zoom", width: 410, height: 590, zoom: 2},
    ...["en", "fi", "fa", "so", "ti", "uk"].map((language) => ({name: language, width: 320, height: 640, language})),
] : []);

/// For engines that do not lie about their system: the theme is chosen as a person chooses it, and 200 % are half the window.
export const KINDS_ELSEWHERE = [
    {name: "light", width: 820, height: 1180, prefs: {theme: "light"}},
    {name: "dark", width: 390, height: 844, prefs: {theme: "dark"}},
    {name: "narrow", width: 320, height: 640},
    {name: "zoom", width: 410, height: 590},
    {name: "arabic", width: 390, height: 844, language: "ar"},
];

/// Remembers in the page how far the host has told.
const LISTEN = `(() => {
    const Plain = WebSocket;
    window.told_rev = 0;
    window.WebSocket = class extends Plain {
        constructor(...given) {
            super(...given);
            this.addEventListener("message", (event) => {
                const frame = JSON.parse(event.data);
                if (frame.t === "pong" && frame.rev) window.told_rev = frame.rev;
            });
        }
    };
})()`;

/// Waits until what was last asked for is drawn: the page draws 10 ms after what it hears, and the browser a frame later.
function drawn(page) {
    return page.run("() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))), 20))");
}

/// Waits until all that the host has told stands on the page.
async function settled(page, host) {
    await page.wait_until("(rev) => document.documentElement.classList.contains('ready') && window.told_rev >= rev", [host.room.rev], {what: "what the host told"});
    await drawn(page);
}

async function look_at(page, name, faults) {
    for (const fault of await page.axe(AXE)) faults.push(name + ": " + fault);
    const wide = await page.run("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (wide > 0) faults.push(name + ": " + wide + " px wider than the window");
    const raw = await page.run("() => (document.body.innerText.match(/\\b[a-z]+\\.[a-z_]+\\b/g) || []).filter((one) => !/\\.(se|com|js)$/.test(one)).join(' ')");
    if (raw) faults.push(name + ": texts missing: " + raw);
    for (const fault of page.back.faults.splice(0)) faults.push(name + ": " + fault);
    if (page.back.pictures !== false) await page.screenshot(SCREENS + name + ".png");
}

/// `walk(view)` goes through the states of one page in one kind of window. The view: `page`, `host`, `kind`, `open(path,
/// prefs)`, `settled()` (all that the host told is drawn), and `look(state)`, `show(scene, state)`, `sheet(opener)`, which
/// look at what then stands there.
export function every_state(what, kinds, within_s, walk, engine = "chromium") {
    const elsewhere = engine === "chromium" ? "" : "-" + engine;
    person_test("axe finds nothing on any state of the " + what + (elsewhere && " in " + engine), {within_s}, async () => {
        const host = await start_standin({});
        const browser = await open_browser(engine);
        const faults = [];
        for (const kind of kinds) {
            const page = await browser.page(Object.assign({motion: "reduce"}, kind));
            if (!elsewhere) await page.back.page.evaluateOnNewDocument(LISTEN);
            const look = async (state) => {
                await drawn(page);
                await look_at(page, what + "-" + state + "-" + kind.name + elsewhere, faults);
            };
            await walk({page, host, kind, look,
                async open(path, prefs = kind.prefs) {
                    if (prefs) {
                        await page.open(host.url + "/assets/icon.svg");
                        await page.run("(prefs) => localStorage.setItem('iderum/prefs', prefs)", JSON.stringify(prefs));
                    }
                    await page.open(host.url + path);
                    if (!elsewhere) return;
                    // Before the page has spoken with the host.
                    await page.wait_until("() => document.documentElement.classList.contains('ready')", [], {what: "the page"});
                    await page.run("() => " + LISTEN);
                    if (page.back.narrow && await page.run("() => innerWidth") > kind.width) page.back.narrow(kind.width, kind.height);
                    await page.wait_until("(width) => innerWidth === width", [kind.width], {what: "a window " + kind.width + " px wide"});
                },
                settled: () => settled(page, host),
                async show(scene, name = scene) {
                    host.show(scene);
                    await settled(page, host);
                    await look(name);
                },
                async sheet(opener) {
                    await page.click("@" + opener);
                    await page.wait_for("@close-sheet");
                    await look("sheet-" + opener);
                    await page.click("@close-sheet");
                    await page.wait_gone("@close-sheet");
                }});
            await page.close();
        }
        assert.deepEqual(faults, []);
    });
}
