// ctest: 300 s
// Each of the rarer ways to vote with the real host: a course has one block for each, a person with only a keyboard votes,
// two others by the protocol; the host takes every ballot, and the page shows the result that it counts.
import assert from "node:assert/strict";
import {mkdirSync, writeFileSync} from "node:fs";
import {METHODS} from "../page/votes_scenes.mjs";
import {close_and_reveal, go_to, open_poll, remote_of, tablets_of, vote} from "../program/client.mjs";
import {Host, Place} from "../program/host.mjs";
import {open_browser} from "./driver.mjs";
import {opened, person_test} from "./opened.mjs";
import {HANDS, MOST_TABS} from "./votes_hands.mjs";

const SCREENS = (process.env.IDERUM_BUILD || "build") + "/screens/votes-host/";
const OPTIONS = "i1 = Smakråd i varje skola; i2 = Klassen sätter veckans meny; i3 = Se kön i mobilen; i4 = Tyst zon vid fönstren; i5 = Väg svinnet, välj efterrätt; i6 = Laga med kocken en dag";
const WORDS = {approval: "ja röster", show14: "visa 1–4", score: "betyg 1–5", borda: "rangordning borda", irv: "rangordning överföring", schulze: "rangordning", copeland: "rangordning copeland", "bradley-terry": "parvis",
    points: "poäng 100", quadratic: "kvadratisk 25", greedy: "budget girig", mes: "budget", fist: "femfinger", matrix: "matris", consent: "samtycke"};
const OTHERS = {
    approval: [{marks: {i1: 1}}, {marks: {i5: 1, i6: 1}}], show14: [{marks: {i1: 3, i3: 2}}, {}], score: [{marks: {i1: 5, i2: 4}}, {marks: {i1: 1}}], borda: [{order: [["i1"], ["i5", "i6"]]}, {order: [["i5"]]}],
    irv: [{order: [["i1"], ["i5"]]}, {order: [["i5"], ["i1"]]}], schulze: [{order: [["i1"], ["i5"]]}, {order: [["i5"], ["i6"]]}], copeland: [{order: [["i1"], ["i5"]]}, {order: [["i1"]]}],
    "bradley-terry": [{pairs: [["i1", "i2", "left"], ["i3", "i1", "right"]]}, {pairs: [["i5", "i6", "skip"]]}], points: [{marks: {i1: 100}}, {marks: {i5: 60, i6: 40}}], quadratic: [{marks: {i1: 5}}, {marks: {i1: -1, i2: 3}}],
    greedy: [{marks: {i1: 1}}, {marks: {i5: 1, i6: 1}}], mes: [{marks: {i1: 1}}, {marks: {i5: 1, i6: 1}}], fist: [{scale: 5}, {scale: 2}], consent: [{objection: ""}, {}], matrix: [{marks: {x: {i1: 20, i2: 70}, y: {i1: 90, i2: 20}}}, {}],
};

function block_of(method) {
    const lines = ["## Rösta " + method, "id: b-" + method, "tid: 5", "typ: röstning", "fråga: Vilken idé ska vi testa först?", "rösta: " + WORDS[method]];
    if (method !== "fist" && method !== "consent") lines.push("alternativ: " + OPTIONS);
    if (method === "greedy" || method === "mes") lines.push("budget: 100 000 kr", "kostnad: i1 = 40 000; i2 = 60 000; i3 = 30 000; i4 = 25 000; i5 = 20 000; i6 = 15 000");
    return lines.join("\n") + "\n\n";
}

person_test("the host takes what a keyboard votes in every way, and the page shows what it counts", {within_s: 280}, async () => {
    const place = new Place("votes");
    const course = place.path("course");
    mkdirSync(course);
    writeFileSync(place.path("course", "kurs.sv.md"), "+++\ntitel = \"Alla sätt att rösta\"\n+++\n\n" + METHODS.map(block_of).join(""));
    const host = await Host.start(place, place.path("register.iderum"), ["--course", course, "--municipality", "Lindåsa"]);
    opened("the host", () => host.stop(), () => host.child.kill("SIGKILL"));
    const remote = await remote_of(host);
    const others = await tablets_of(host, 2);
    const browser = await open_browser("chromium");
    const page = await browser.page({width: 820, height: 1180, motion: "reduce"});
    await page.open(host.origin + "/?k=" + host.code);
    await page.wait_for("@join");
    await page.click("@join");
    await page.wait_gone("@join");
    for (const method of METHODS) {
        await go_to(remote, "b-" + method);
        const poll = await open_poll(remote, others);
        assert.equal(poll.method, method);
        await page.wait_for("@send");
        await HANDS[method].vote(page);
        await page.tab_to("send", MOST_TABS);
        await page.press("Enter");
        await page.wait_for("@vote-saved");
        for (const [index, tablet] of others.entries()) await tablet.ask(vote(poll.id, tablet.ballots[poll.id], 1, OTHERS[method][index]));
        const shown = await close_and_reveal(remote, poll.id);
        assert.equal(shown.result.voters + shown.result.abstained, 3, method);
        await page.wait_until("() => !!document.querySelector('.over.ok')", [], {what: "the result of " + method});
        await page.screenshot(SCREENS + method + ".png");
        const raw = await page.run("() => (document.body.innerText.match(/undefined|NaN|\\b[a-z]+\\.[a-z_]+\\b/g) || []).join(' ')");
        assert.equal(raw, "", method);
        assert.deepEqual(page.back.faults, [], method);
    }
    place.remove();
});
