// ctest: 180 s
// What the pages say of a result in words, on the tablet, the remote and the big picture.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {revealed_poll} from "./votes_scenes.mjs";
import {start_standin} from "./standin.mjs";

/// A result with more in it than the scene has.
function with_result(method, more, poll = {}) {
    const one = revealed_poll(method, poll);
    Object.assign(one.result, more);
    return one;
}

async function see(path, polls, deed) {
    const host = await start_standin({scene: "result_" + polls[0].method});
    host.room.change = {polls};
    const browser = await open_browser("chromium");
    const page = await browser.page({width: 1024, height: 900, motion: "reduce"});
    await page.open(host.url + path);
    if (path.startsWith("/remote")) {
        await page.type("@code", "M2ZK8R");
        await page.click("@pair");
        await page.click("@votes");
    } else if (!path.startsWith("/audience")) {
        await page.click("@join");
        await page.wait_gone("@join");
    }
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
}
const TABLET = "/?k=K7QP2M", REMOTE = "/remote", AUDIENCE = "/audience?k=K7QP2M";

person_test("rounds that could go on in several ways are told with who were level last", {within_s: 90}, async () => {
    const poll = with_result("irv", {branches: true, branched: ["i3", "i4"]});
    await see(TABLET, [poll], async (page) => {
        await page.wait_for("text=Lika sist: Se kön i mobilen, Tyst zon vid fönstren.");
        await page.wait_for("text=Omgångarna här är ett av sätten.");
    });
    await see(REMOTE, [poll], (page) => page.wait_for("text=Lika sist: Se kön i mobilen, Tyst zon vid fönstren."));
});

person_test("of pairs the number goes with the place, and how many were won stands beside it", {within_s: 120}, async () => {
    const poll = revealed_poll("bradley-terry");
    // A win against the strongest: fewer won, and yet before.
    Object.assign(poll.result.rows[1], {n: 10, won: 4, points: 41.67, chance: 68.4});
    for (const [path, row] of [[TABLET, "@row-i5"], [AUDIENCE, "@row-i5"]]) {
        await see(path, [poll], async (page) => {
            await page.wait_for_text(row, "68,4");
            await page.wait_for_text(row, "Vann 4 av 10 jämförelser");
            await page.wait_for("text=Platsen går efter chansen att väljas före en annan.");
        });
    }
    await see(REMOTE, [poll], async (page) => {
        await page.wait_for("text=Vann 4 av 10 jämförelser");
        await page.wait_for_text("@sheet-votes", "68,4");
        await page.wait_for("text=Platsen går efter chansen att väljas före en annan.");
    });
});

person_test("several results on a tablet are told apart by their questions and rounds", {within_s: 60}, async () => {
    const polls = [revealed_poll("approval"), revealed_poll("borda"), revealed_poll("borda", {id: "p-again", round: 2})];
    await see(TABLET, polls, async (page) => {
        await page.wait_for("text=Resultat: Vilken idé ska vi testa först?");
        const names = await page.run("() => Array.from(document.querySelectorAll('[data-id=view-result]')).map((one) => one.textContent)");
        assert.deepEqual(names, ["Resultat: Ordna idéerna · omgång 2", "Resultat: Ordna idéerna", "Resultat: Vilken idé ska vi testa först?"]);
    });
    await see(TABLET, polls.slice(0, 1), (page) => page.wait_gone("@view-result"));
});
