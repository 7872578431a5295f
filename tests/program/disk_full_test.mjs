// A full disk under the real host: clients are told `pending`, the trainer is told why, and when there is space again
// everything arrives exactly once. The disk is a small tmpfs in a mount namespace of the test's own, so nothing stays
// mounted however the test ends.
import {spawnSync} from "node:child_process";
import {closeSync, mkdirSync, openSync, rmSync, writeSync} from "node:fs";
import {fileURLToPath} from "node:url";

import {check, equal, holds, program} from "./check.mjs";
import {Client, go_to, open_poll, remote_of, tablets_of, vote} from "./client.mjs";
import {Host} from "./host.mjs";

const SKIPPED = 77;  // for ctest: neither passed nor failed
const SEATS = 6;
const NOTES = 8;
const BLOCK = "ideer-i-tysthet";
const NAMESPACES = [["--mount"], ["--user", "--map-root-user", "--mount"]];

/// Runs this file again where it may mount; ends the process with what came of it.
function move_to_own_namespace() {
    const own = NAMESPACES.find((kind) => spawnSync("unshare", [...kind, "true"]).status === 0);
    if (!own) {
        console.log("skipped - a small disk cannot be mounted here (neither root nor user namespaces)");
        process.exit(SKIPPED);
    }
    const again = spawnSync("unshare", [...own, process.execPath, fileURLToPath(import.meta.url)], {stdio: "inherit", env: {...process.env, IDERUM_OWN_MOUNTS: "1"}});
    process.exit(again.status ?? 1);
}

/// Takes every byte that is left.
function fill(folder) {
    const ballast = openSync(folder + "/ballast", "w");
    let taken = 0;
    for (const size of [1 << 20, 1 << 16, 4096, 1]) {
        const chunk = Buffer.alloc(size, 1);
        try {
            for (;;) taken += writeSync(ballast, chunk);
        } catch (error) {
            if (error.code !== "ENOSPC") throw error;
        }
    }
    closeSync(ballast);
    check(taken > 0, "the disk was full from the start");
}

const make_space = (folder) => rmSync(folder + "/ballast");

/// What is on the disk of the notes of a run: their texts, sorted.
function filed(place, file, run) {
    return place.query(file, `SELECT json_extract(content, '$.text') FROM hidden_note WHERE content LIKE '%${run}%' UNION ALL SELECT text FROM note WHERE text LIKE '%${run}%'`).flat().sort();
}

/// Everybody writes and votes; gives the promises of all answers, and the texts.
function everybody_writes(tablets, poll, run) {
    const texts = [];
    const answers = tablets.flatMap((tablet, seat) => {
        const said = [];
        for (let n = 0; n < NOTES; ++n) {
            const text = `${run} plats ${seat} lapp ${n}: låna ut rummet på kvällen`;
            texts.push(text);
            said.push(tablet.say({t: "note", block: BLOCK, text, group: "", colour: "sol"}));
        }
        said.push(tablet.say(vote(poll.id, tablet.ballots[poll.id], run === "första" ? 1 : 2, {choice: poll.options[seat % 2].id})));
        return said;
    });
    return {answers, texts};
}

/// A log that has been written to the file is used again from its start, so a full disk is met a little later.
async function until_pending(remote) {
    for (let n = 0; n < 2000; ++n) {
        const {id} = remote.say({t: "do", what: "blank", on: n % 2 === 0});
        await remote.until(() => remote.asked.get(id).answer || remote.asked.get(id).pending, "an answer or pending");
        if (remote.asked.get(id).pending) return;
    }
    throw new Error("the disk was never full");
}

const all_answered = (tablet) => tablet.unanswered().length === 0;
const pendings = (tablet) => [...tablet.asked.values()].filter((asked) => asked.pending && !asked.answer);

if (!process.env.IDERUM_OWN_MOUNTS) move_to_own_namespace();

await program("disk_full", async (place) => {
    const disk = place.path("disk");
    mkdirSync(disk);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m,mode=777", "tmpfs", disk], {encoding: "utf8"});
    if (mounted.status !== 0) {
        console.log("skipped - a small disk cannot be mounted here: " + mounted.stderr.trim());
        place.remove();
        process.exit(SKIPPED);
    }
    const file = disk + "/r.iderum";
    let host = await Host.start(place, file);
    let remote = await remote_of(host);
    let tablets = await tablets_of(host, SEATS);
    await go_to(remote, BLOCK);
    await go_to(remote, "kom-in");
    const poll = await open_poll(remote, tablets);
    await Promise.all(tablets.map((tablet) => tablet.until(all_answered, "got to be answered")));
    let first;

    await holds("on a full disk notes and votes are told pending, with when to look again, and no ack", async () => {
        fill(disk);
        first = everybody_writes(tablets, poll, "första");
        await Promise.all(tablets.map((tablet) => tablet.until(() => pendings(tablet).length, "a pending")));
        const told = tablets.flatMap(pendings).map((asked) => asked.pending);
        check(told.every((frame) => frame.code === "disk_full" && frame.retry_after_ms > 0), () => JSON.stringify(told.slice(0, 3)));
        await tablets[0].until(() => pendings(tablets[0]).some((asked) => asked.message.t === "vote"), "a pending vote");
    });
    await holds("the trainer is told that the disk is full, in words", async () => {
        const trouble = await remote.until(() => !remote.state.saved && remote.state.trouble, "the trouble");
        equal(trouble.code, "disk_full", "code");
        check(trouble.text.includes("Disken är full") && trouble.text.includes("Frigör utrymme"), trouble.text);
    });
    await holds("a repeat of what is pending is not acknowledged before the disk has it", async () => {
        const asked = pendings(tablets[0])[0];
        const repeat = tablets[0].say(asked.message);
        await tablets[0].until(() => tablets[0].asked.get(asked.message.id).pending, "pending again");
        equal(tablets[0].asked.get(asked.message.id).answer, null, "an answer");
        void repeat;
    });
    await holds("when space returns everything is acknowledged and there exactly once, and the trouble is gone", async () => {
        make_space(disk);
        await Promise.all(tablets.map((tablet) => tablet.until(all_answered, "answers to everything")));
        const answers = tablets.flatMap((tablet) => [...tablet.asked.values()].map((asked) => asked.answer.t));
        equal([...new Set(answers)], ["ack"], "answers");
        await remote.until(() => remote.state.saved && !remote.state.trouble, "the all-clear");
        equal(filed(place, file, "första"), [...first.texts].sort(), "on disk");
        equal(remote.state.inbox.length, first.texts.length, "in the inbox");
    });
    await holds("the trainer's save is not acknowledged on a full disk, nor is its repeat, and no number is shown", async () => {
        await remote.do("close_poll", {poll: poll.id});
        await remote.do("reveal", {poll: poll.id});
        const shown = await remote.until(() => remote.state.polls.find((one) => one.id === poll.id && one.result), "the result");
        equal(shown.result.voters, SEATS, "voters");
        const chosen = remote.state.inbox.slice(0, 2).map((note) => note.note);
        for (const note of chosen) await remote.do("approve", {note});
        await go_to(remote, BLOCK);
        const message = {t: "do", what: "save", poll: poll.id, notes: chosen, id: "save-when-full"};
        const asked_save = () => remote.asked.get(message.id);
        fill(disk);
        try {
            await until_pending(remote);
            for (const time of ["save", "repeated save"]) {
                remote.say(message);
                await remote.until(() => asked_save().pending || asked_save().answer, "pending");
                equal(asked_save().answer, null, "an answer to the " + time);
            }
            equal(remote.state.wall.filter((note) => note.number), [], "numbers shown");
        } finally {
            make_space(disk);
        }
        await remote.until(all_answered, "answers to everything");
        const numbers = await remote.until(() => {
            const found = remote.state.wall.filter((note) => chosen.includes(note.id) && note.number);
            return found.length === 2 ? found.map((note) => note.number) : null;
        }, "numbers");
        equal(place.query(file, "SELECT number FROM idea WHERE state = 'received'").flat().sort(), numbers.sort(), "numbers on disk");
    });
    await holds("a kill while the disk is full loses nothing acknowledged; what was pending comes again, once", async () => {
        await Promise.all([remote, ...tablets].map((client) => client.leave()));
        const before = tablets;
        tablets = await Promise.all(tablets.map((tablet) => Client.join(host, {role: "tablet", seat: tablet.welcome.seat, lang: "sv"})));
        await Promise.all(tablets.map((tablet) => tablet.until(() => tablet.mine, "own notes")));
        remote = await Client.join(host, {role: "remote", secret: remote.welcome.secret});
        await remote.until(() => remote.state, "the remote's view");
        await go_to(remote, "kom-in");
        const second = await open_poll(remote, tablets);
        await Promise.all(tablets.map((tablet) => tablet.until(all_answered, "got to be answered")));
        const tokens = tablets.map((tablet) => tablet.ballots[second.id]);
        fill(disk);
        const run = everybody_writes(tablets, second, "andra");
        await Promise.all(tablets.map((tablet) => tablet.until(() => pendings(tablet).length, "a pending")));
        const lost = tablets.map((tablet) => tablet.unanswered());
        await host.kill();
        make_space(disk);
        host = await Host.start(place, file);
        const back = await Promise.all(before.map((tablet) => Client.join(host, {role: "tablet", seat: tablet.welcome.seat, lang: "sv"})));
        await Promise.all(back.map((tablet, seat) => Promise.all(lost[seat].map((message) => tablet.ask(message)))));
        equal(filed(place, file, "andra"), [...run.texts].sort(), "on disk");
        equal(new Set(tokens).size, SEATS, "tokens");
        remote = await Client.join(host, {role: "remote", secret: remote.welcome.secret});
        await remote.until(() => remote.state, "the remote's view");
        await remote.do("close_poll", {poll: second.id});
        await remote.do("reveal", {poll: second.id});
        const shown = await remote.until(() => remote.state.polls.find((one) => one.id === second.id && one.result), "the result");
        equal(shown.result.voters, SEATS, "voters");
    });
    await holds("the file is sound after it all", async () => {
        equal(await host.stop(), 0, "exit status");
        place.verify(file);
    });
    spawnSync("umount", ["--lazy", disk]);
});
