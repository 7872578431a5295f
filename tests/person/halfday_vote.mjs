// A vote in the room: opened, voted in by each page, closed and shown; every page then shows the outcome that the votes
// give when they are counted by hand.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {COUNTERS} from "./halfday_tally.mjs";

const TEXTS = readFileSync(new URL("../../assets/lang/page.d/tablet.sv.po", import.meta.url), "utf8");
const feeling_words = Object.fromEntries([-2, -1, 0, 1, 2].map((one) => [one, TEXTS.match(new RegExp('msgid "feeling\\.' + one + '"\\s*msgstr "(.*)"'))[1]]));

/// The expected text of each row on a Swedish page.
function assert_result(method, rows, shown, who) {
    if (method === "scale") {
        for (const step of Object.keys(rows[0].by)) assert.equal(shown[step].votes, rows[0].by[step], who + " sees the right number of " + step);
        return;
    }
    assert.deepEqual(Object.keys(shown).sort(), rows.map((row) => row.id).sort(), who + " sees every option in the result");
    for (const row of rows) {
        const found = shown[row.id];
        if (method === "feelings") {
            assert.equal(found.feeling, row.n ? feeling_words[Math.round(row.median)] : "", who + " sees the middle feeling");
            continue;
        }
        assert.equal(found.votes, row.votes, who + " sees the right votes");
        assert.equal(found.rank, row.rank, who + " sees the right rank");
        if (row.by) assert.deepEqual(found.by, Object.values(row.by), who + " sees the right dots of each kind");
    }
}

/// plan: {index, method, question, value(index, options), criteria, during(options): called with the vote open, before anybody
/// has voted; may vote for some (`person.voted`)}.
export async function vote_in_room(room, plan) {
    const {trainer, here, expected} = room;
    const index = plan.index || 0;
    for (const person of room.people) person.voted = undefined;
    await trainer.open_poll(index);
    const options = await room.person("tablet").options();
    await room.look(plan.method + "-vote", {remote: trainer.page, audience: room.audience});
    const values = (person) => plan.value(person.index, options);
    if (plan.during) await plan.during(options, values);
    await room.everybody(async (person) => {
        if (person.voted === undefined) await person.vote(plan.method, values(person), options);
    });
    await trainer.turnout(index, room.here.length, room.here.length);
    for (const person of here) expected.secrets.push(...(await person.secrets()));
    await room.look(plan.method + "-saved", {});
    await trainer.close_and_reveal(index, room.here.length);
    const cast = here.map((person) => person.voted);
    const rows = COUNTERS[plan.method](cast, options.map((one) => one.id), plan.criteria);
    await room.everybody(async (person) => {
        const shown = await person.result(plan.method);
        if ((person.spec.language || "sv") === "sv" || plan.method !== "feelings") assert_result(plan.method, rows, shown, person.name || "the nameless");
    });
    const is_blank = (value) => Object.keys(value).length === 0;
    const poll = {method: plan.method, question: plan.question, values: cast, options, criteria: plan.criteria, of: here.length, voters: cast.filter((one) => !is_blank(one)).length, rows};
    expected.polls.push(poll);
    await room.look(plan.method + "-result", {remote: trainer.page, audience: room.audience});
    room.tell("  " + plan.method + ": " + cast.length + " votes");
    return poll;
}
