// ctest: 240 s
// The foot of the tablet's page, where its main deeds are: always within reach, and never in front of what one is at.
import assert from "node:assert/strict";
import {person_test} from "../person/opened.mjs";
import {with_tablet} from "./tablet.mjs";

const SCENES = ["waiting", "write", "dots", "result_dots"];
const with_page = (kind, deed) => with_tablet(deed, {scene: "waiting", screen: Object.assign({motion: "reduce"}, kind)});

async function show(page, host, scene) {
    const before = await page.run("() => document.title");
    const is_new = scene !== host.room.scene;
    host.show(scene);
    await page.wait_until("(before) => document.title !== before && document.querySelector('footer.foot') !== null", [is_new ? before : ""], {what: "the foot of " + scene});
}

const sticks = (page) => page.run("() => getComputedStyle(document.querySelector('footer.foot')).position === 'sticky'");

/// What has focus and is wholly behind the foot, by the names that tests know it by, and where both are.
const HIDDEN_FOCUS = `() => {
    const el = document.activeElement, foot = document.querySelector("footer.foot");
    if (!el || el === document.body || !foot || foot.contains(el)) return "";
    const bar = foot.getBoundingClientRect(), box = el.getBoundingClientRect();
    if (getComputedStyle(foot).position !== "sticky" || box.height === 0) return "";
    return box.top >= bar.top && box.top < innerHeight ? [el.getAttribute("data-id") || el.tagName, box.top, bar.top, scrollY].join(" ") : "";
}`;

/// Browsers scroll to what gets focus, but on a busy machine not within the same moment.
async function is_in_sight(page, when) {
    await page.wait_until(`() => !(${HIDDEN_FOCUS})()`, [], {timeout: 2000, what: "focus in sight, " + when}).catch(async (fault) => {
        throw new Error(fault.message + ": " + (await page.run(HIDDEN_FOCUS)));
    });
}

person_test("whoever goes through the page by keyboard never has focus behind its foot", {within_s: 120}, async () => {
    for (const kind of [{width: 390, height: 844}, {width: 820, height: 620}]) {
        await with_page(kind, async (page, host) => {
            for (const scene of SCENES) {
                await show(page, host, scene);
                await page.run("() => { window.scrollTo(0, 0); document.activeElement.blur(); }");
                for (let i = 0; i < 30; ++i) {
                    await page.press("Tab");
                    await is_in_sight(page, scene + " at " + kind.width);
                }
            }
        });
    }
});

person_test("what has the keyboard stays in front of the foot when parts of the page come later than it", {within_s: 60}, () => with_page({width: 390, height: 844}, async (page, host) => {
    const inner = page.back.page;
    let let_through = null;
    const held = new Promise((done) => (let_through = done));
    await inner.setRequestInterception(true);
    inner.on("request", (request) => (/photo\./.test(request.url()) ? held.then(() => request.continue()) : request.continue()));
    await show(page, host, "write");
    const before = await page.run("() => document.querySelector('main').scrollHeight");
    await page.tab_to("wall");
    let_through();
    await page.wait_until("(before) => document.querySelector('main').scrollHeight > before", [before], {what: "the buttons of photos"});
    await is_in_sight(page, "when they have come");
}));

person_test("the foot stands at the bottom of the window however long the page, and lies in the page where there is little room", {within_s: 120}, async () => {
    const bottom = (page) => page.run("() => Math.round(innerHeight - document.querySelector('footer.foot').getBoundingClientRect().bottom)");
    await with_page({width: 390, height: 844}, async (page, host) => {
        for (const scene of SCENES) {
            await show(page, host, scene);
            await page.run("() => window.scrollTo(0, 0)");
            assert.equal(await sticks(page), true, scene);
            assert.ok(await bottom(page) >= 0, scene + ": the foot is below the window");
        }
    });
    for (const kind of [{width: 320, height: 640}, {width: 844, height: 390}]) {
        await with_page(kind, async (page, host) => {
            for (const scene of SCENES) {
                await show(page, host, scene);
                assert.equal(await sticks(page), false, scene + " at " + kind.width);
                const wide = await page.run("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assert.ok(wide <= 0, scene + " is " + wide + " px wider than the window");
            }
        });
    }
});

person_test("what is in the foot is large enough to hit, and has a name", {within_s: 60}, () => with_page({width: 320, height: 640}, async (page, host) => {
    for (const scene of SCENES) {
        await show(page, host, scene);
        const faults = await page.run(`() => Array.from(document.querySelectorAll("footer.foot button")).filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width < 44 || box.height < 44 || !(one.getAttribute("aria-label") || one.textContent).trim();
        }).map((one) => one.getAttribute("data-id")).join(" ")`);
        assert.equal(faults, "", scene);
    }
}));

person_test("one's own notes, the hand and leaving are in the foot between questions, each as it says", {within_s: 60}, () => with_page({width: 390, height: 844}, async (page, host) => {
    await show(page, host, "waiting");
    await page.click("@my-notes");
    await page.wait_for("@close-sheet");
    assert.equal(await page.run("() => document.querySelector('.page').inert"), true);
    await page.click("@close-sheet");
    await page.wait_gone("@close-sheet");
    await page.click("@hand");
    await page.wait_until("() => document.querySelector('footer [data-id=hand]').getAttribute('aria-pressed') === 'true'");
    assert.equal(host.room.heard.filter((one) => one.t === "hand").at(-1).up, true);
    await page.click("@hand");
    await page.wait_until("() => document.querySelector('footer [data-id=hand]').getAttribute('aria-pressed') === 'false'");
    // Leaving is asked about first.
    await page.click("@leave");
    await page.wait_for("@close-sheet");
    assert.equal(host.room.heard.some((one) => one.t === "leave"), false);
}));
