// ctest: 200 s
// A device that several people vote on, one after the other, or that takes in ballots from paper.
import assert from "node:assert/strict";
import {person_test} from "../person/opened.mjs";
import {with_tablet} from "./tablet.mjs";

const with_page = (use, scene, deed) => with_tablet(deed, {scene, room: Object.assign({mine: {use}}, use === "paper" && {person: 1, paper: true}), screen: {}});

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
    assert.equal(await page.exists("text=Bara du ser hur du har röstat"), false);
}));
