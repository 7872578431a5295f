// ctest: 540 s
// What the pages say of a result in words, on the tablet, the remote and the big picture.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {SCENES} from "./scenes.mjs";
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

person_test("letters of a matrix never lie on each other, and those that moved are tied to their places", {within_s: 120}, async () => {
    const poll = revealed_poll("matrix");
    // Two at the same place, a third beside them.
    for (const [index, x, y] of [[0, 24, 82], [1, 24, 82], [2, 26, 84]]) Object.assign(poll.result.rows[index], {x, y, quadrant: "quick_win"});
    for (const path of [TABLET, AUDIENCE]) {
        await see(path, [poll], async (page) => {
            await page.wait_for("@point-i1");
            const places = await page.run("() => Array.from(document.querySelectorAll('.point-mark')).map((one) => one.getBoundingClientRect()).map((one) => [one.left + one.width / 2, one.top + one.height / 2, one.width])");
            assert.equal(places.length, 5);
            places.forEach(([x, y, wide], at) => places.slice(at + 1).forEach(([left, top]) => assert.ok(Math.hypot(left - x, top - y) >= wide - 1, path + " " + JSON.stringify(places))));
            assert.ok(await page.count(".ties [data-id]") >= 2);
        });
    }
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

person_test("the big picture warns of what the tablets warn of", {within_s: 240}, async () => {
    const cautions = async (poll) => {
        let words = [];
        await see(AUDIENCE, [poll], async (page) => {
            await page.wait_for("@caution");
            words = await page.run("() => Array.from(document.querySelectorAll('[data-id=caution]')).map((one) => one.textContent.trim())");
        });
        return words;
    };
    assert.deepEqual(await cautions(with_result("points", {few: true})), ["Några gav mycket till den som fick flest poäng, medan de flesta hellre gav till en annan. Prata om det.",
        "Ni är färre än fem. Då kan någon gissa hur du har röstat."]);
    assert.deepEqual(await cautions(with_result("score", {broken: [["i1", "i5"]], tie_policy: "seeded_lot"})), ["Delade meningar om: Klassen sätter veckans meny. Prata om det.", "Några ligger lika. Lotten avgjorde."]);
    assert.deepEqual(await cautions(with_result("copeland", {})), ["Några ligger lika. Prata om dem."]);
    assert.deepEqual(await cautions(with_result("irv", {branched: ["i3", "i4"]})), ["Lika sist: Se kön i mobilen, Tyst zon vid fönstren. Det gick inte att säga vem som skulle åka ut först, så alla sätt att gå vidare är räknade. Alla vinnare står här."]);
    assert.deepEqual(await cautions(revealed_poll("bradley-terry")), ["För få svar för att säga något säkert om: Tyst zon vid fönstren."]);
});

person_test("of equal shares it is said what became of the money they left", {within_s: 150}, async () => {
    const shared = with_result("mes", {add1: true}), kept = with_result("mes", {add1: false});
    await see(TABLET, [shared], (page) => page.wait_for_text("@left", "delades lika på alla"));
    await see(TABLET, [kept], (page) => page.wait_for_text("@left", "Det hade tagit för lång tid att räkna."));
    await see(REMOTE, [shared], (page) => page.wait_for("text=delades lika på alla"));
    await see(AUDIENCE, [kept], (page) => page.wait_for("text=Det hade tagit för lång tid att räkna."));
});

person_test("how equal numbers were told apart is said in words, and that the others share a place", {within_s: 150}, async () => {
    for (const [tie_policy, words] of [["seeded_lot", "Lotten avgjorde."], ["distinct_supporters", "Hur många som står bakom avgjorde."], ["secondary_criterion", "Metodens regel avgjorde."]]) {
        const poll = with_result("approval", {broken: [["i1", "i5"]], ties: tie_policy === "seeded_lot" ? [] : [["i3", "i4"]], tie_policy});
        await see(TABLET, [poll], (page) => page.wait_for_text("@ties", "Några ligger lika. " + words + (tie_policy === "seeded_lot" ? "" : " Några ligger lika. Prata om dem.")));
    }
});

person_test("of a vote without votes nothing is said but that, and nothing is ticked", {within_s: 120}, async () => {
    const rows = revealed_poll("score").result.rows.map((row) => Object.assign({}, row, {n: 0, votes: 0}));
    const poll = with_result("score", {voters: 0, abstained: 0, few: true, rows, winners: [], ties: [["i1", "i5"]]});
    for (const path of [TABLET, AUDIENCE, REMOTE]) {
        await see(path, [poll], async (page) => {
            await page.wait_for("text=Ingen röstade");
            const words = await page.run("() => document.body.innerText");
            assert.ok(!words.includes("gissa") && !words.includes("ligger lika"), path + ": " + words);
            assert.equal(await page.run("() => document.querySelectorAll('.over.ok').length"), 0, path);
        });
    }
});

person_test("who had marked something and not sent it is told that it does not count, and nobody else is", {within_s: 90}, async () => {
    const words = "Det du markerade hann inte skickas, och räknas inte.";
    for (const sends of [false, true]) {
        const host = await start_standin({scene: "dots"});
        const page = await (await open_browser("chromium")).page({width: 820, height: 1180, motion: "reduce"});
        await page.open(host.url + TABLET);
        await page.click("@join");
        await page.click("@option-i1/plus");
        if (sends) {
            await page.click("@send");
            await page.wait_for("@vote-saved");
        }
        host.show("closed");
        await page.wait_for("text=Röstningen är stängd");
        const told = await page.run("() => document.body.textContent");
        assert.equal(told.includes(words), !sends);
        assert.deepEqual(page.back.faults, []);
    }
});

person_test("what another vote has saved is told on the remote beside what this one can save", {within_s: 60}, async () => {
    const one = Object.assign(SCENES.result_dots().polls[0], {saved: false, saved_numbers: ["L26-047"]});
    one.can_save = one.result.rows.slice(1).map((row) => row.id);
    await see(REMOTE, [one], async (page, host) => {
        await page.wait_for_text("@saved-numbers", "L26-047");
        await page.click("@save");
        await page.wait_gone("@save");
        const saved = host.room.heard.filter((each) => each.t === "do" && each.what === "save");
        assert.equal(saved.length, 1);
        assert.ok(saved[0].notes.length > 0 && saved[0].notes.every((note) => one.can_save.includes(note)));
    });
});

person_test("by consent the proposal is passed or the objections are told, each once, on every page", {within_s: 180}, async () => {
    const not_passed = revealed_poll("consent"), passed = with_result("consent", {passed: true, consents: 23, objections: []});
    for (const path of [TABLET, AUDIENCE, REMOTE]) {
        await see(path, [not_passed], async (page) => {
            await page.wait_for("text=3 invändningar: hör dem, ändra förslaget och fråga igen");
            await page.wait_for_text("@objection-0", "Eleverna i de små skolorna");
            await page.wait_for_text("@objection-1", "Kökspersonalen har inte fått säga sitt. × 2");
            await page.wait_for("text=20 kan gå med på förslaget.");
        });
        await see(path, [passed], async (page) => {
            await page.wait_for("text=Förslaget går igenom: ingen har kvar en invändning");
            assert.equal(await page.count("[data-id^=objection-]"), 0, path);
        });
    }
});

person_test("one's own reason is marked by the device that has kept it, and by no other", {within_s: 90}, async () => {
    await see(TABLET, [revealed_poll("consent")], async (page) => {
        await page.wait_for("@objection-1");
        assert.equal(await page.count(".own-reason"), 0);
        await page.run("(record) => localStorage.setItem('iderum/ballot/p-consent', record)", JSON.stringify({round: 1, n: 0, k: 1, sent_k: 1, saved_k: 1, sent: {objection: "Kökspersonalen  har inte\nfått säga sitt. "}}));
        await page.reload();
        await page.wait_for_text("@objection-1", "Ditt skäl");
        assert.equal(await page.count(".own-reason"), 1);
    });
});

person_test("a reason that is not sent yet stays when one turns to consent and back, and over a new visit", {within_s: 90}, async () => {
    const host = await start_standin({scene: "vote_consent"});
    const page = await (await open_browser("chromium")).page({width: 390, height: 844, motion: "reduce"});
    await page.open(host.url + TABLET);
    await page.click("@join");
    await page.click("@option-no");
    await page.type("@objection", "Köket är för litet");
    await page.click("@option-yes");
    await page.wait_gone("@objection");
    await page.reload();
    await page.wait_for("@option-no");
    await page.click("@option-no");
    await page.wait_until("() => document.querySelector('[data-id=objection]').value === 'Köket är för litet'");
    await page.click("@option-yes");
    await page.click("@send");
    await page.wait_for("@vote-saved");
    assert.deepEqual(host.room.heard.filter((one) => one.t === "vote").at(-1).value, {objection: ""});
    assert.deepEqual(page.back.faults, []);
});
