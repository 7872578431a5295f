// ctest: 120 s
// Another session answers at the address where ours was: nothing that somebody wrote is thrown away.
import assert from "node:assert/strict";
import {join} from "node:path";
import {Host, Place} from "../program/host.mjs";
import {remote_of} from "../program/client.mjs";
import {open_browser} from "./driver.mjs";
import {opened, person_test} from "./opened.mjs";

const pictures = join(process.env.IDERUM_BUILD || "build", "screens");
const BLOCK = "ideer-i-tysthet";

async function begin(place, file, port) {
    const host = await Host.start(place, place.path(file), ["--port", String(port)]);
    opened("the host of " + file, () => host.stop(), () => host.child.kill("SIGKILL"));
    const remote = await remote_of(host);
    return {host, remote, stop: () => host.stop()};
}

async function write(page, text) {
    await page.type("@note-text", text);
    await page.click("@send");
}

person_test("a tablet waits for its own session, and keeps what it wrote while another one runs", {within_s: 110}, async () => {
    const place = new Place("strange");
    opened("the folder", () => place.remove());
    const port = 20000 + Math.floor(Math.random() * 12000);
    const ours = await begin(place, "ours.iderum", port);
    const browser = await open_browser("chromium");
    opened("the browser", () => browser.close());
    const page = await browser.page({width: 390, height: 844});
    await page.open(ours.host.join_url);
    await page.click("@join");
    await ours.remote.do("jump", {block: BLOCK});
    await page.wait_for("@note-text");
    await ours.stop();
    await write(page, "Skriven utan värd");

    const other = await begin(place, "other.iderum", port);
    await page.wait_for("@strange");
    assert.match(await page.text("@unsent"), /Skriven utan värd/);
    await page.screenshot(join(pictures, "strange-390.png"));
    await other.stop();
    const again = await begin(place, "ours.iderum", port);
    await again.remote.until(() => again.remote.state.inbox.some((one) => one.text === "Skriven utan värd"), "the note, sent by itself");
    await page.wait_for("@note-text");
    await again.stop();

    // Somebody joins what runs there; when the first session is back, so is the seat in it.
    await write(page, "Skriven andra gången");
    const second = await begin(place, "other.iderum", port);
    await page.wait_for("@strange");
    await page.type("@code", second.host.code);
    await page.click("@join");
    await page.wait_for("@me");
    assert.equal(await page.exists("@strange"), false);
    assert.deepEqual(second.remote.state.inbox, []);
    await second.stop();
    const last = await begin(place, "ours.iderum", port);
    await last.remote.until(() => last.remote.state.inbox.some((one) => one.text === "Skriven andra gången"), "the note that was set aside");
    assert.equal(last.remote.state.seats.length, 1, "the seat it had before");
});
