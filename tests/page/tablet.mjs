// A person's tablet before a stand-in host, for tests of what the page does once somebody has joined.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {start_standin} from "./standin.mjs";

const PATIENCE_MS = 15000;

/// `deed` has the page, joined, and its host; `room` is written to before. The page may have no fault in the end.
export async function with_tablet(deed, {scene = "write", room = {}, engine = "chromium", screen = {width: 820, height: 1180, motion: "reduce"}} = {}) {
    const host = await start_standin({scene});
    Object.assign(host.room, room);
    const browser = await open_browser(engine);
    const page = await browser.page(screen);
    await page.open(host.url + "/?k=K7QP2M");
    await page.wait_for("@join");
    await page.click("@join");
    await page.wait_gone("@join");
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
    await browser.close();
    await host.close();
}

export async function until(check, what) {
    const end = Date.now() + PATIENCE_MS;
    while (!check()) {
        if (Date.now() > end) throw new Error("waited for " + what);
        await new Promise((resume) => setTimeout(resume, 20));
    }
}
