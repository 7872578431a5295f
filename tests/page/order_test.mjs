// ctest: 90 s
// Each device has an order of the options of its own, so that none gains by where it stands.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";

const SEED = 20261127;
const DEVICES = 6000;
const UUIDS = [1, 2, 3, 4, 5, 6].map((last) => "0b7e2a1c-55d0-4f3e-9c1a-7d2f00c1a4e" + last);

/// The orders that as many devices show of a vote, each with a token of its own.
const ORDERS = `async (poll, devices, seed) => {
    const [{own_order}, {take_ballot}] = await Promise.all([import("/sources/screens/vote.js"), import("/sources/ballots.js")]);
    let at = seed;
    const part = () => {
        at = (at + 0x6d2b79f5) | 0;
        let mixed = Math.imul(at ^ (at >>> 15), at | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0).toString(16).padStart(8, "0");
    };
    return Array.from({length: devices}, () => {
        take_ballot({poll: poll.id, round: 1, token: part() + part() + part() + part(), n: 0});
        return own_order(poll).map((option) => option.id);
    });
}`;

async function orders_of(polls, devices) {
    const host = await start_standin({scene: "write"});
    const browser = await open_browser("chromium");
    const page = await browser.page();
    await page.open(host.url + "/net");
    const all = [];
    for (const poll of polls) all.push(await page.run(ORDERS, Object.assign({id: "p-order", round: 1, method: "dots"}, poll), devices, SEED));
    assert.deepEqual(page.back.faults, []);
    return all;
}

/// Each of `count` kinds as often as chance has it: within 4.5 standard deviations, and all of them there.
function even(kinds, count, what) {
    const often = {};
    for (const kind of kinds) often[kind] = (often[kind] || 0) + 1;
    const wanted = kinds.length / count, most = 4.5 * Math.sqrt(wanted * (1 - 1 / count));
    assert.equal(Object.keys(often).length, count, what + " (seed " + SEED + "): " + JSON.stringify(often));
    for (const kind of Object.keys(often)) assert.ok(Math.abs(often[kind] - wanted) < most, what + " (seed " + SEED + "): " + JSON.stringify(often));
}

person_test("over many devices every order of three options comes equally often, and of five and six each is first and last equally often", {within_s: 80}, async () => {
    const lists = [["x1", "x2", "x3"], UUIDS.slice(0, 3), ["ide-1", "ide-2", "ide-3", "ide-4", "ide-5"], UUIDS];
    const all = await orders_of(lists.map((ids) => ({options: ids.map((id) => ({id, label: id, group: ""}))})), DEVICES);
    for (const [index, ids] of lists.entries()) {
        if (ids.length === 3) even(all[index].map((one) => one.join()), 6, ids.join());
        even(all[index].map((one) => one[0]), ids.length, "first of " + ids.join());
        even(all[index].map((one) => one[ids.length - 1]), ids.length, "last of " + ids.join());
    }
});

person_test("ideas from columns, and those of which one is chosen, have an order for each device; numbers, feelings and a course's answers keep theirs", {within_s: 60}, async () => {
    const ideas = UUIDS.map((id, index) => ({id, label: id, group: index < 3 ? "fore" : "efter"}));
    const answers = ["ja", "kanske", "nej"].map((id) => ({id, label: id, group: ""}));
    const numbers = [1, 2, 3, 4, 5].map((id) => ({id: String(id), label: "", group: ""}));
    const [dots, show, choice, course, steps, scale, fist] = await orders_of([{options: ideas}, {method: "show14", options: ideas}, {method: "choice", options: ideas}, {method: "choice", options: answers},
        {method: "feelings", options: ideas}, {method: "scale", options: numbers}, {method: "fist", options: numbers}], 40);
    const different = (orders) => new Set(orders.map((one) => one.join())).size;
    for (const orders of [dots, show, choice]) assert.ok(different(orders) > 30, "orders: " + different(orders));
    for (const orders of [course, steps, scale, fist]) assert.equal(different(orders), 1);
    assert.deepEqual([course[0], steps[0]], [["ja", "kanske", "nej"], UUIDS]);
});
