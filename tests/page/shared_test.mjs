// ctest: 200 s
// A device that several people vote on, one after the other, or that takes in ballots from paper.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";

async function with_page(use, scene, deed) {
    const host = await start_standin({scene});
    host.room.mine = {use};
    if (use === "paper") Object.assign(host.room, {person: 1, paper: true});
    const browser = await open_browser("chromium");
    const page = await browser.page();
    await page.open(host.url + "/?k=K7QP2M");
    await page.wait_for("@join");
    await page.click("@join");
    await page.wait_gone("@join");
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
}

async function vote(page) {
    await page.click("@option-i3/plus");
    await page.click("@send");
    await page.wait_for("@vote-saved");
}

const own_marks = (page) => page.run("() => Array.from(document.querySelectorAll('.own-vote')).map((one) => one.textContent).join('')");

person_test("the result shows one's own marks on a device of one's own, and nobody's on a shared one", {within_s: 120}, async () => {
    await with_page("one", "dots", async (page, host) => {
        await vote(page);
        host.show("result_dots");
        await page.wait_until("() => Array.from(document.querySelectorAll('.own-vote')).some((one) => one.textContent.includes('Du gav 1'))");
        // It becomes a shared one afterwards.
        host.room.mine = {use: "several"};
        host.tell();
        await page.wait_for("text=Här visas ingens egen röst.");
        assert.equal(await own_marks(page), "");
    });
    await with_page("several", "dots", async (page, host) => {
        await vote(page);
        host.show("result_dots");
        await page.wait_for("text=Här visas ingens egen röst.");
        assert.equal(await own_marks(page), "");
    });
});

person_test("who enters a ballot from paper is not told that it is their own secret vote, and sees how many are in", {within_s: 60}, () => with_page("paper", "dots", async (page, host) => {
    await page.wait_for_text("@secret", "som den står på papperet");
    await vote(page);
    await page.wait_for_text("@title", "Rösten är sparad");
    await page.wait_for_text("@change", "Rätta rösten");
    host.send_all({t: "count", poll: "p-dots", in: 3, of: 5, paper: 2});
    await page.wait_for_text("@paper-count", "2 på papper");
    assert.equal(await page.exists("text=Bara du ser vad du har röstat"), false);
}));
