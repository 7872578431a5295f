// ctest: 900 s
// SIGKILL on the real host while a room writes and votes: what was acknowledged is there exactly once, and everything goes
// on where it was. IDERUM_SEED repeats a run.
import {readdirSync} from "node:fs";

import {check, equal, holds, program, seeded} from "./check.mjs";
import {come_back, go_to, open_poll, remote_of, tablets_of, vote} from "./client.mjs";
import {Host, LONG} from "./host.mjs";

const SEED = Number(process.env.IDERUM_SEED || 20260501);
const ROUNDS = LONG ? 30 : 10;
const SEATS = 12;
const NOTES = 9;   // of each seat and round: below what a tablet may write at once
const VOTES = 4;   // likewise
const LEAST = 100; // acknowledgements before a kill
const BLOCK = "ideer-i-tysthet";
const random = seeded(SEED);

/// What the test knows of the room, beside what the host says.
const room = {notes: new Map(), numbered: new Map()};

/// One seat's part of the storm: three notes under way at a time, and votes in turn, each a change of mind.
function storm_of(tablet, seat, round, poll, ready) {
    const deeds = {votes: [], notes: []};
    let written = 0;
    const write = () => {
        if (written >= NOTES) return;
        const n = written++;
        tablet.say({t: "note", block: BLOCK, text: `Runda ${round} plats ${seat} lapp ${n}: låna ut rummet`, group: "", colour: "sol"}).then(write);
    };
    const options = poll.options.map((option) => option.id);
    const cast = (k) => {
        if (k > VOTES) return;
        const value = {choice: options[random(options.length)]};
        deeds.votes.push({k, value});
        tablet.say(vote(poll.id, tablet.ballots[poll.id], k, value)).then(() => cast(k + 1));
    };
    ready.then(() => {
        for (let i = 0; i < 3; ++i) write();
        cast(1);
    });
    return deeds;
}

/// Runs the storm and kills the host in the middle of it.
async function storm_and_kill(host, tablets, round, poll) {
    const at = LEAST + random(40);
    const wait_ms = random(7);
    let acks = 0;
    let naks = [];
    let begin;
    const ready = new Promise((resolve) => (begin = resolve));
    const deeds = tablets.map((tablet, seat) => storm_of(tablet, seat, round, poll, ready));
    const under_way = await new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error("only " + acks + " acknowledgements came: " + JSON.stringify(naks))), 30000);
        const strike = () => {
            // Something must be under way when it falls.
            if (!tablets.some((tablet) => tablet.unanswered().length)) tablets[0].say({t: "note", block: BLOCK, text: `Runda ${round} sist: kom precis`, group: "", colour: "sol"});
            process.kill(host.child.pid, "SIGKILL");
            clearTimeout(late);
            resolve(tablets.reduce((sum, tablet) => sum + tablet.unanswered().length, 0));
        };
        for (const tablet of tablets) {
            tablet.on_answer = (message, answer) => {
                if (answer.t === "nak") naks.push(answer);
                if (answer.t === "ack" && (message.t === "note" || message.t === "vote") && ++acks === at) setTimeout(strike, wait_ms);
            };
        }
        begin();
    });
    await host.ended;
    await Promise.all(tablets.map((tablet) => tablet.until(() => tablet.closed, "the connection to end")));
    equal(naks, [], "refusals in the storm");
    return {acks: at, wait_ms, under_way, deeds};
}

/// Compares the restarted host with what it was: codes, port, secrets, block, phase, clock.
async function restart(place, file, before, remote) {
    const killed = {block: remote.state.block.id, phase: remote.state.block.phase, clock: remote.state.block.clock};
    place.verify(file); // as the kill left it
    const host = await Host.start(place, file);
    equal(host.line, before.line, "the line that the host prints");
    return {host, killed};
}

function same_day(remote, killed) {
    const now = remote.state.block;
    equal([now.id, now.phase, now.clock.state], [killed.block, killed.phase, killed.clock.state], "block, phase and clock");
    const drift_ms = Math.abs(now.clock.ends_at - killed.clock.ends_at);
    check(drift_ms < 1500, "the clock's end moved by " + drift_ms + " ms");
}

/// Sends again what was never answered, and some of what was; the old answers come.
async function send_again(tablets, before) {
    await Promise.all(tablets.map(async (tablet, seat) => {
        const old = before[seat];
        const waiting = old.unanswered().filter((message) => message.t === "note" || message.t === "vote");
        const answered = [...old.asked.values()].filter((asked) => asked.answer && asked.message.t === "note");
        const repeats = answered.length ? [answered[random(answered.length)]] : [];
        await Promise.all(waiting.map(async (message) => keep(seat, message, await tablet.ask(message))));
        for (const {message, answer} of answered) keep(seat, message, answer);
        for (const {message, answer} of repeats) equal(await tablet.ask(message), answer, "the answer to a repeat");
    }));
}

function keep(seat, message, answer) {
    if (message.t === "note") room.notes.set(message.id, {seat, note: answer.note, text: message.text, state: answer.state});
}

/// Every acknowledged note is there once: among its seat's own, on the wall or in the inbox, and in the file.
async function notes_are_there(place, file, remote, tablets) {
    for (const [seat, tablet] of tablets.entries()) {
        const expected = [...room.notes].filter(([, note]) => note.seat === seat).map(([, note]) => note.note + " " + note.text).sort();
        await tablet.until(() => tablet.mine.notes.length >= expected.length, "own notes");
        equal(tablet.mine.notes.map((own) => own.note + " " + own.text).sort(), expected, "own notes of seat " + seat);
    }
    const expected = [...room.notes.values()].map((note) => note.text).sort();
    const filed = place.query(file, "SELECT text FROM note WHERE text LIKE 'Runda %' UNION ALL SELECT json_extract(content, '$.text') FROM hidden_note WHERE content LIKE '%Runda %'").flat().sort();
    equal(filed.length, expected.length, "notes in the file");
    equal(filed, expected, "texts in the file");
    const [ideas, titles] = place.query(file, "SELECT count(*), count(DISTINCT title) FROM idea WHERE title LIKE 'Runda %'")[0];
    equal(ideas, titles, "ideas, and ideas that differ");
}

/// What each seat's vote is now: the highest k, which is also the last one that was answered.
function expected_tally(storm, poll) {
    const tally = Object.fromEntries(poll.options.map((option) => [option.id, 0]));
    for (const {votes} of storm.deeds) if (votes.length) ++tally[votes[votes.length - 1].value.choice];
    return Object.entries(tally).map(([option, votes]) => option + " " + votes).sort();
}

/// Closes, reveals and saves, with a kill at one of the steps; every step's repeat gets its answer.
async function finish_round(place, file, host, remote, tablets, round, poll, tally) {
    const stages = ["none", "close sent", "close answered", "reveal sent", "reveal answered", "save sent", "save answered"];
    const stage = stages[round % stages.length];
    const step = async (name, message) => {
        const whole = {id: "step-" + round + "-" + name, ...message};
        if (stage !== name + " sent" && stage !== name + " answered") return remote.ask(whole);
        const answer = remote.say(whole);
        const first = stage === name + " answered" ? await answer : null;
        await host.kill();
        await remote.until(() => remote.closed, "the connection to end");
        const again = await restart(place, file, host, remote);
        host = again.host;
        ({remote, tablets} = await come_back(host, remote, tablets));
        same_day(remote, again.killed);
        const repeated = await remote.ask(whole);
        if (first) equal(repeated, first, "the answer to a repeated " + name);
        return repeated;
    };
    await step("close", {t: "do", what: "close_poll", poll: poll.id});
    await step("reveal", {t: "do", what: "reveal", poll: poll.id});
    const shown = await remote.until(() => remote.state.polls.find((one) => one.id === poll.id && one.result), "the result");
    equal(shown.result.rows.map((row) => row.id + " " + row.votes).sort(), tally, "the tally");
    equal([shown.result.voters, shown.in, shown.of], [SEATS, SEATS, SEATS], "how many voted");
    await go_to(remote, BLOCK);
    const candidates = remote.state.wall.filter((note) => note.type === "idea" && !note.number && !room.numbered.has(note.id)).map((note) => note.id);
    if (candidates.length >= 2) {
        const chosen = candidates.slice(0, 2);
        await step("save", {t: "do", what: "save", poll: poll.id, notes: chosen});
        // At once when a saved one was found at the start; else after the eight seconds in which it could be undone.
        const saved_at = Date.now();
        const numbers = await remote.until(() => {
            const found = remote.state.wall.filter((note) => chosen.includes(note.id) && note.number);
            return found.length === chosen.length ? found : null;
        }, "numbers", 20000);
        check(stage !== "save answered" || Date.now() - saved_at < 8000, "the numbers came after " + (Date.now() - saved_at) + " ms");
        for (const note of numbers) room.numbered.set(note.id, note.number);
    }
    const received = place.query(file, "SELECT number FROM idea WHERE state = 'received'").flat().sort();
    equal(received, [...room.numbered.values()].sort(), "numbers in the register");
    equal(new Set(received).size, received.length, "a number was given twice");
    return {host, remote, tablets, stage};
}

await program("kill", async (place) => {
    console.log("seed " + SEED);
    const file = place.path("r.iderum");
    let host = await Host.start(place, file);
    let remote = await remote_of(host);
    let tablets = await tablets_of(host, SEATS);
    await go_to(remote, BLOCK);
    for (let round = 0; round < ROUNDS; ++round) {
        const moderation = round % 2 === 0;
        await holds(`round ${round}: what was acknowledged before a kill is there exactly once, moderation ${moderation ? "on" : "off"}`, async () => {
            await remote.do("moderation", {on: moderation});
            await go_to(remote, "kom-in");
            // New connections, for each may write only so much at once.
            await Promise.all([remote, ...tablets].map((client) => client.leave()));
            ({remote, tablets} = await come_back(host, remote, tablets));
            const poll = await open_poll(remote, tablets);
            await Promise.all(tablets.map((tablet) => tablet.until(() => !tablet.unanswered().length, "got to be answered")));
            const before = tablets;
            const storm = await storm_and_kill(host, tablets, round, poll);
            const again = await restart(place, file, host, remote);
            host = again.host;
            ({remote, tablets} = await come_back(host, remote, tablets));
            same_day(remote, again.killed);
            await send_again(tablets, before);
            await notes_are_there(place, file, remote, tablets);
            const done = await finish_round(place, file, host, remote, tablets, round, poll, expected_tally(storm, poll));
            ({host, remote, tablets} = done);
            console.log(`  ${storm.acks} acknowledged, killed ${storm.wait_ms} ms later with ${storm.under_way} under way; second kill: ${done.stage}`);
        });
        if (host.child.exitCode !== null || host.child.signalCode !== null) throw new Error("the host is gone");
    }
    await holds("no urn is left, and the file is sound after it all", async () => {
        equal(await host.stop(), 0, "exit status");
        equal(readdirSync(place.folder).filter((name) => name.includes(".urn-")), [], "urns");
        const report = place.verify(file);
        check(report.changes > ROUNDS * 20, "few changes: " + report.changes);
    });
});
