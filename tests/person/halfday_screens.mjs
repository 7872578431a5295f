// Pictures of every state of the pages, and what axe-core has to say about them.
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

const AXE = readFileSync(createRequire(new URL("./package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");

/// What axe-core says takes some seconds of every state, so only Chromium asks it. WebKitGTK without a graphics card
/// gives no pictures.
export function new_gallery(folder, engine) {
    const faults = [];
    let number = 0;

    async function look_at(page, name) {
        if (engine === "chromium") for (const fault of await page.axe(AXE)) faults.push(name + ": " + fault);
        if (engine !== "webkit") await page.screenshot(folder + name + ".png");
    }

    return {
        faults,
        /// {tablet, phone, remote, audience}: pages; every one of them is a picture `07-remote-<what>.png`.
        async look(what, pages) {
            number += 1;
            const start = String(number).padStart(2, "0") + "-";
            await Promise.all(Object.keys(pages).map((kind) => look_at(pages[kind], start + kind + "-" + what)));
        },
        /// Scripts that failed on a page.
        collect(name, page) {
            for (const fault of page.back.faults.splice(0)) faults.push(name + ": " + fault);
        },
    };
}
