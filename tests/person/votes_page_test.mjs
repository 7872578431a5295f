// ctest: 500 s
// Each of the rarer ways to vote on the tablet's page: a person with only a keyboard casts a ballot, and it says what
// docs/protocol.md wants; axe-core finds nothing in light, dark and right-to-left. Pictures lie in build/screens/votes/.
// IDERUM_LONG=1 looks at every way in every kind of window; else each way is looked at in one beside the light one, in turn.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {METHODS} from "../page/votes_scenes.mjs";
import {SEAT, start_standin} from "../page/standin.mjs";
import {open_browser} from "./driver.mjs";
import {person_test} from "./opened.mjs";
import {HANDS, MOST_TABS} from "./votes_hands.mjs";

const AXE = readFileSync(createRequire(new URL("./package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");
const LONG = process.env.IDERUM_LONG === "1";
const SCREENS = (process.env.IDERUM_BUILD || "build") + "/screens/votes/";

const KINDS = [{name: "light", width: 820, height: 1180}, {name: "dark", width: 390, height: 844, scheme: "dark"}, {name: "arabic", width: 390, height: 844, language: "ar"}, {name: "narrow", width: 320, height: 640}, {name: "large", width: 390, height: 844, prefs: {large: true}}];

/// Waits until what the host told is drawn, and looks.
async function drawn(page) {
    await page.run("() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))), 60))");
}

const SMALL = `() => Array.from(document.querySelectorAll("main button, main input, main label, footer button")).filter((el) => {
    const box = el.getBoundingClientRect();
    const near = el.closest("label") || el;
    const touched = near.getBoundingClientRect();
    return box.width > 0 && (touched.width < 43.5 || touched.height < 43.5);
}).map((el) => (el.getAttribute("data-id") || el.tagName) + " " + Math.round(el.getBoundingClientRect().width) + "×" + Math.round(el.getBoundingClientRect().height)).join(", ")`;

async function look(page, name, faults) {
    await drawn(page);
    for (const fault of await page.axe(AXE)) faults.push(name + ": " + fault);
    const wide = await page.run("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (wide > 0) faults.push(name + ": " + wide + " px wider than the window");
    const small = await page.run(SMALL);
    if (small) faults.push(name + ": too small to touch: " + small);
    const raw = await page.run("() => (document.body.innerText.match(/\\b[a-z]+\\.[a-z_]+\\b/g) || []).filter((one) => !/\\.(se|com|js)$/.test(one)).join(' ')");
    if (raw) faults.push(name + ": texts missing: " + raw);
    for (const fault of page.back.faults.splice(0)) faults.push(name + ": " + fault);
    await page.screenshot(SCREENS + name + ".png");
}

async function joined(host, browser, kind = {}) {
    const page = await browser.page(Object.assign({motion: "reduce"}, kind));
    if (kind.prefs) {
        await page.open(host.url + "/assets/icon.svg");
        await page.run("(prefs) => localStorage.setItem('iderum/prefs', prefs)", JSON.stringify(kind.prefs));
    }
    await page.open(host.url + "/?k=K7QP2M" + (kind.query || ""));
    await page.wait_for("@join");
    await page.click("@join");
    await page.wait_gone("@join");
    return page;
}

const votes = (host) => host.room.heard.filter((one) => one.t === "vote");

person_test("a person with only a keyboard votes in every way, and sees what became of it", {within_s: 200}, async () => {
    const host = await start_standin({scene: "waiting"});
    const page = await joined(host, await open_browser("chromium"), KINDS[0]);
    const faults = [];
    for (const method of METHODS) {
        const hands = HANDS[method];
        host.show("vote_" + method);
        await page.wait_until("(poll) => !!document.querySelector('[data-id=send]') && document.querySelector('main').innerText.length > 100", [], {what: "the ballot of " + method});
        await look(page, method + "-empty-light", faults);
        await hands.vote(page);
        await look(page, method + "-marked-light", faults);
        await page.tab_to("send", MOST_TABS);
        await page.press("Enter");
        await page.wait_for("@vote-saved");
        const value = votes(host).at(-1).value;
        if (hands.holds) hands.holds(value);
        else assert.deepEqual(value, hands.value, method);
        await look(page, method + "-saved-light", faults);
        // What was sent can be changed.
        await page.tab_to("change", MOST_TABS);
        await page.press("Enter");
        await page.tab_to("send", MOST_TABS);
        await page.press("Enter");
        await page.wait_for("@vote-saved");
        assert.deepEqual(votes(host).at(-1).value, value, method + " again");
        host.show("result_" + method);
        await page.wait_until("() => !!document.querySelector('.over.ok')", [], {what: "the result of " + method});
        await look(page, method + "-result-light", faults);
        host.show("waiting");
        await page.wait_gone("@send");
    }
    assert.deepEqual(faults, []);
});

/// A ballot half done, as the page keeps it.
const DRAFTS = {approval: {marks: {i1: 1, i5: 1}}, show14: {marks: {i1: 4, i5: 3}}, score: {marks: {i1: 5, i2: 4, i4: 1}}, borda: {order: [["i1"], ["i5", "i6"]]}, irv: {order: [["i1"], ["i5"]]}, schulze: {order: [["i1"], ["i5", "i6"]]}, copeland: {order: [["i1"]]},
    "bradley-terry": {pairs: [["i1", "i2", "left"]]}, points: {marks: {i1: 40, i5: 20, i6: 10}}, quadratic: {marks: {i1: 3, i4: -2}}, greedy: {marks: {i1: 1, i2: 1, i3: 1}}, mes: {marks: {i1: 1, i5: 1}}, fist: {scale: 4}, consent: {objects: true, objection: "Kökspersonalen har inte fått säga sitt."},
    matrix: {marks: {x: {i4: 24, i2: 70}, y: {i4: 82, i2: 30}}}};

for (const [turn, kind] of KINDS.slice(1).entries()) {
    const methods = METHODS.filter((_, i) => LONG || i % (KINDS.length - 1) === turn);
    person_test("axe finds nothing on any way to vote or its result: " + kind.name, {within_s: 120}, async () => {
        const host = await start_standin({scene: "waiting"});
        const page = await joined(host, await open_browser("chromium"), kind);
        const faults = [];
        for (const method of methods) {
            await page.run("(poll, record) => localStorage.setItem('iderum/ballot/' + poll, record)", "p-" + method, JSON.stringify({round: 1, token: SEAT, n: 0, k: 0, saved_k: 0, sent_k: 0, draft: DRAFTS[method]}));
            host.show("vote_" + method);
            await page.wait_for("@send");
            await look(page, method + "-marked-" + kind.name, faults);
            host.show("result_" + method);
            await page.wait_until("() => !!document.querySelector('.over.ok')", [], {what: "the result of " + method});
            await look(page, method + "-result-" + kind.name, faults);
            host.show("waiting");
            await page.wait_gone(".over.ok");
        }
        assert.deepEqual(faults, []);
    });
}

person_test("a vote whose screen cannot be fetched is said to be on its way, and comes when it can; nothing marked is lost", {within_s: 60}, async () => {
    const host = await start_standin({scene: "waiting"});
    const browser = await open_browser("chromium");
    const page = await browser.page({});
    const inner = page.back.page;
    let withheld = true;
    await inner.setRequestInterception(true);
    inner.on("request", (request) => (withheld && /\/votes\.js/.test(request.url()) ? request.abort() : request.continue()));
    await page.open(host.url + "/?k=K7QP2M");
    await page.wait_for("@join");
    await page.click("@join");
    await page.wait_gone("@join");
    await page.run("(record) => localStorage.setItem('iderum/ballot/p-borda', record)", JSON.stringify({round: 1, token: SEAT, n: 0, k: 0, saved_k: 0, sent_k: 0, draft: DRAFTS.borda}));
    host.show("vote_borda");
    await page.wait_for("text=Röstningen har inte kommit hit än");
    await page.click("@fetch");
    await page.wait_for("text=Röstningen har inte kommit hit än");
    withheld = false;
    await page.wait_for("@option-i6/up");
    await page.click("@send");
    await page.wait_for("@vote-saved");
    assert.deepEqual(votes(host).at(-1).value, DRAFTS.borda);
});

/// Presses, moves and lets go: [[x, y], …] in the window.
async function drag(page, way) {
    const mouse = page.back.page.mouse;
    await mouse.move(...way[0]);
    await mouse.down();
    for (const at of way.slice(1)) await mouse.move(at[0], at[1], {steps: 8});
    await mouse.up();
}

const middle = (page, place) => page.run("(css) => { const box = document.querySelector(css).getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; }", place);

person_test("an idea is dragged to another place in an order, and to another place in a matrix", {within_s: 60}, async () => {
    const host = await start_standin({scene: "waiting"});
    const page = await joined(host, await open_browser("chromium"), KINDS[0]);
    host.show("vote_irv");
    for (const id of ["i1", "i5", "i6"]) await page.click("@option-" + id + "/add");
    await page.wait_for("@option-i6/grip");
    await page.run("() => window.scrollTo(0, 0)");
    const [x, y] = await middle(page, "[data-id='option-i6/grip']");
    const [, top] = await middle(page, "[data-id='option-i1/grip']");
    await drag(page, [[x, y], [x, y - 30], [x, top - 20]]);
    await page.wait_until("() => document.querySelector('.ranked > li').getAttribute('data-id') === 'option-i6'", [], {what: "i6 first"});
    await page.click("@send");
    await page.wait_for("@vote-saved");
    assert.deepEqual(votes(host).at(-1).value, {order: [["i6"], ["i1"], ["i5"]]});
    host.show("vote_matrix");
    await page.wait_for("@board");
    await page.click("@take-i2");
    await page.wait_for("@option-i2");
    await page.run("() => window.scrollTo(0, 0)");
    const box = await page.run("() => { const box = document.querySelector('[data-id=board]').getBoundingClientRect(); return [box.left, box.top, box.width, box.height]; }");
    const at = (right, up) => [box[0] + box[2] * right, box[1] + box[3] * (1 - up)];
    await page.back.page.mouse.click(...at(0.25, 0.75));
    await page.wait_for_text("@quarter", "Gör först");
    await drag(page, [at(0.25, 0.75), at(0.5, 0.5), at(0.8, 0.2)]);
    await page.wait_for_text("@quarter", "Spara till senare");
    await page.click("@send");
    await page.wait_for("@vote-saved");
    const {x: right, y: up} = votes(host).at(-1).value.marks;
    assert.ok(Math.abs(right.i2 - 80) < 2 && Math.abs(up.i2 - 20) < 2, JSON.stringify([right, up]));
});

person_test("points are never more than there are, and the rest is shared out evenly", {within_s: 30}, async () => {
    const host = await start_standin({scene: "waiting"});
    const page = await joined(host, await open_browser("chromium"));
    const found = await page.run(`() => import("/sources/screens/vote_points.js").then(({filled, placed, rest}) => {
        const poll = {dots: 100, cap: 30, options: ["a", "b", "c", "d"].map((id) => ({id}))};
        const some = placed(poll, placed(poll, {}, "a", 80), "b", 10);
        const full = filled(poll, some, poll.options);
        return {some: some.marks, full: full.marks, left: rest(poll, full), over: placed({dots: 10, cap: 0}, {marks: {a: 8}}, "b", 5).marks};
    })`);
    assert.deepEqual(found.some, {a: 30, b: 10});
    assert.equal(found.left, 0);
    assert.ok(Object.values(found.full).every((one) => one <= 30), JSON.stringify(found.full));
    assert.deepEqual(found.over, {a: 8, b: 2});
});

person_test("pairs go round: no idea is compared twice more than another, and no pair comes twice", {within_s: 30}, async () => {
    const host = await start_standin({scene: "waiting"});
    const page = await joined(host, await open_browser("chromium"));
    host.show("vote_bradley-terry");
    await page.wait_for("@left");
    const found = await page.run(`() => import("/sources/screens/vote_pairs.js").then(({next_pair}) => ["s1", "s2"].map((seed) => {
        const ids = ["a", "b", "c", "d", "e", "f", "g"];
        const pairs = [];
        const count = {};
        let most = 0;
        for (let pair = next_pair(ids, pairs, seed); pair; pair = next_pair(ids, pairs, seed)) {
            pairs.push([pair[0], pair[1], "left"]);
            for (const id of pair) count[id] = (count[id] || 0) + 1;
            const all = ids.map((id) => count[id] || 0);
            most = Math.max(most, Math.max(...all) - Math.min(...all));
        }
        return {pairs: pairs.map((pair) => pair.slice(0, 2).join("")), most};
    }))`);
    for (const one of found) {
        assert.equal(one.pairs.length, 21);
        assert.equal(new Set(one.pairs.map((pair) => Array.from(pair).sort().join(""))).size, 21);
        assert.ok(one.most <= 2, String(one.most));
    }
    assert.notDeepEqual(found[0].pairs, found[1].pairs);
});
