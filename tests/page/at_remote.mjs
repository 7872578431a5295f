// The remote's page beside a stand-in host, let in, and what it asks of the host.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {start_standin} from "./standin.mjs";

/// `scene` is a scene's name, or what the remote sees.
export async function with_remote(scene, deed, size = {width: 390, height: 844}) {
    const host = await start_standin(typeof scene === "string" ? {scene} : {});
    if (typeof scene !== "string") host.room.remote = scene;
    const browser = await open_browser("chromium");
    const page = await browser.page(Object.assign({motion: "reduce"}, size));
    await page.open(host.url + "/remote");
    await page.type("@code", "M2ZK8R");
    await page.click("@pair");
    await page.wait_for("@more");
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
}

export const deeds = (host, what) => host.room.heard.filter((one) => one.t === "do" && one.what === what);
