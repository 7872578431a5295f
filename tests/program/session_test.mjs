// A session's life over several starts of the host: it goes on where it was, from the course that it began with, until the
// trainer ends it.
import {cpSync, existsSync, readFileSync, readdirSync, renameSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";

import {check, equal, holds, program} from "./check.mjs";
import {Client, go_to, remote_of, tablet_of} from "./client.mjs";
import {BIN, Host} from "./host.mjs";

const share = process.env.IDERUM_SHARE || join(dirname(dirname(BIN)), "share", "iderum");
const COURSE = join(share, "curricula", "halvdag-kundresa");
const BLOCK = "ideer-i-tysthet";

async function remote_again(host, remote) {
    const again = await Client.join(host, {role: "remote", secret: remote.welcome.secret});
    await again.until(() => again.state, "the remote's view");
    return again;
}

const clock_of = (remote) => remote.state.block.clock;

await program("session", async (place) => {
    const file = place.path("r.iderum");
    const course = place.path("kurs");
    cpSync(COURSE, course, {recursive: true, dereference: true});
    const from_course = ["--course", course];
    let host = await Host.start(place, file, from_course);
    const first = host;
    let remote = await remote_of(host);
    let tablet = await tablet_of(host, {name: "Tove", show_name: true});

    await holds("SIGTERM ends the host cleanly, and a second start goes on in the same block with the clock right", async () => {
        await go_to(remote, BLOCK);
        await remote.do("phase", {phase: remote.state.block.phases[1]});
        await remote.until(() => remote.state.block.phase === remote.state.block.phases[1], "the phase");
        if (clock_of(remote).state !== "running") await remote.do("start");
        await remote.until(() => clock_of(remote).state === "running", "the clock to run");
        const before = remote.state.block;
        equal(await host.stop(), 0, "exit status");
        host = await Host.start(place, file, from_course);
        equal(host.line, first.line, "the line that the host prints");
        remote = await remote_again(host, remote);
        const after = remote.state.block;
        equal([after.id, after.phase, after.clock.state], [before.id, before.phase, "running"], "block, phase and clock");
        check(Math.abs(after.clock.ends_at - before.clock.ends_at) < 1500, "the clock's end moved from " + before.clock.ends_at + " to " + after.clock.ends_at);
        check(after.clock.remaining_ms < before.clock.remaining_ms, "no time has passed");
    });
    await holds("a paused clock stands still while the host is down", async () => {
        await remote.do("pause");
        const before = await remote.until(() => clock_of(remote).state === "paused" && clock_of(remote), "a paused clock");
        await host.stop();
        host = await Host.start(place, file, from_course);
        remote = await remote_again(host, remote);
        equal([clock_of(remote).state, clock_of(remote).remaining_ms], ["paused", before.remaining_ms], "the clock");
    });
    await holds("the plan of the day, with what was skipped and shortened, is the same after a restart", async () => {
        const {minutes} = remote.state.agenda.find((line) => line.id === BLOCK);
        await remote.do("skip", {block: "strack-pa-er"});
        await remote.do("add", {minutes: 5});
        const line_of = (id) => remote.state.agenda.find((line) => line.id === id);
        await remote.until(() => line_of("strack-pa-er").state === "skipped" && line_of(BLOCK).minutes === minutes + 5, "the new plan");
        const plan = () => remote.state.agenda.map((line) => [line.id, line.minutes, line.state]);
        const before = plan();
        await host.kill();
        host = await Host.start(place, file, from_course);
        remote = await remote_again(host, remote);
        equal(plan(), before, "the plan");
    });
    await holds("an edited course on the disk does not disturb the session, nor does a broken or missing one", async () => {
        const before = [remote.state.session.title, remote.state.block.title, remote.state.block.say, remote.state.agenda.map((line) => line.title)];
        const swedish = join(course, "kurs.sv.md");
        const text = readFileSync(swedish, "utf8");
        const starts = [
            ["edited", () => writeFileSync(swedish, text.replace(/^titel = .*$/m, 'titel = "En annan dag"').replace("## Idéer i tysthet", "## Något helt annat"))],
            ["broken", () => writeFileSync(swedish, "## Inget\ntyp: ingenting\n")],
            ["missing", () => renameSync(course, course + "-borta")]];
        for (const [what, act] of starts) {
            await host.stop();
            act();
            try {
                host = await Host.start(place, file, from_course);
            } catch (error) {
                throw new Error(what + ": " + error.message);
            }
            remote = await remote_again(host, remote);
            equal([remote.state.session.title, remote.state.block.title, remote.state.block.say, remote.state.agenda.map((line) => line.title)], before, what);
        }
    }).finally(() => existsSync(course + "-borta") && renameSync(course + "-borta", course));
    if (host.child.exitCode !== null) {
        host = await Host.start(place, file);
        remote = await remote_again(host, remote);
    }

    await holds("a session that goes on says so when it was asked to run another course", async () => {
        await host.stop();
        const other = place.path("en-annan-kurs");
        cpSync(course, other, {recursive: true});
        host = await Host.start(place, file, ["--course", other]);
        check(host.err.includes("fortsätter där det var") && host.err.includes("--new"), "another course: " + host.err);
        await host.stop();
        host = await Host.start(place, file);
        check(!host.err.includes("--new"), "no course named: " + host.err);
        remote = await remote_again(host, remote);
    });
    await holds("--new starts another session beside, with codes of its own, and the first goes on when that one is ended", async () => {
        tablet = await Client.join(host, {role: "tablet", seat: tablet.welcome.seat, lang: "sv"});
        await tablet.ask({t: "note", block: BLOCK, text: "Låna ut rummet på kvällen", group: "", colour: "sol"});
        await host.stop();
        const other = await Host.start(place, file, ["--new"]);
        check(other.code !== first.code && other.remote_code !== first.remote_code, "the codes are the first session's");
        equal((await Client.refusal(other, {role: "tablet", join: first.code})).code, "wrong_code", "the first session's code");
        equal((await Client.refusal(other, {role: "tablet", seat: tablet.welcome.seat})).code, "not_found", "the first session's seat");
        let others = await remote_of(other);
        equal([others.state.block, others.state.inbox.length], [null, 0], "a fresh session");
        await other.stop();
        const same = await Host.start(place, file);
        equal(same.code, other.code, "the newest goes on");
        others = await remote_again(same, others);
        await others.do("end", {hidden_ok: false});
        await same.stop();
        host = await Host.start(place, file);
        equal([host.code, host.remote_code], [first.code, first.remote_code], "the first's codes");
        remote = await remote_again(host, remote);
        equal(remote.state.inbox.map((note) => note.text), ["Låna ut rummet på kvällen"], "what waited");
    });

    await holds("ending asks about what is still hidden, and ends only when that is meant", async () => {
        const refusal = await remote.refused_when({t: "do", what: "end", hidden_ok: false});
        equal([refusal.code, refusal.hidden], ["not_now", 1], "the refusal");
        check(!remote.state.session.ended, "it ended");
        tablet = await Client.join(host, {role: "tablet", seat: tablet.welcome.seat, lang: "sv"});
        await remote.do("end", {hidden_ok: true});
        await tablet.until(() => tablet.ended, "the tablet to be told");
        await remote.until(() => remote.state.session.ended, "the remote to show it");
    });
    await holds("an ended session admits nobody, neither at once nor after the next start", async () => {
        equal((await Client.refusal(host, {role: "tablet", join: first.code})).code, "closed", "the code");
        equal((await Client.refusal(host, {role: "tablet", seat: tablet.welcome.seat})).code, "closed", "a seat");
        equal((await tablet.refused_when({t: "note", block: BLOCK, text: "för sent", group: "", colour: "sol"})).code, "closed", "a note");
        await host.stop();
        host = await Host.start(place, file);
        check(host.code !== first.code, "the ended session's code came back");
        for (const hello of [{role: "tablet", join: first.code}, {role: "remote", pair: first.remote_code}, {role: "audience", join: first.code}]) {
            equal((await Client.refusal(host, hello)).code, "wrong_code", JSON.stringify(hello));
        }
        equal((await Client.refusal(host, {role: "remote", secret: remote.welcome.secret})).code, "not_found", "the remote's secret");
        await host.stop();
    });
    await holds("an ended session leaves no seat, draw, answer or hidden note in the file", () => {
        const open = place.query(file, "SELECT lower(hex(entity)) FROM session WHERE ended_at IS NULL").flat();
        for (const table of ["seat", "drawn", "intent_seen", "hidden_note", "own_note"]) equal(place.query(file, "SELECT count(*) FROM " + table), [["0"]], table);
        equal(place.query(file, "SELECT DISTINCT lower(hex(session)) FROM kept").flat(), open, "kept of sessions");
    });
    await holds("the end made a backup, and `iderum restore` brings it back and keeps what was there", () => {
        const backups = readdirSync(place.path("backups")).filter((name) => name.endsWith(".iderum"));
        equal(backups.length, 2, "one for each ended session");
        check(place.must("restore", file, "--list").includes(backups.sort().at(-1)), "the list lacks it");
        const ideas = () => JSON.parse(place.must("register", "list", file, "--json")).ideas.map((idea) => idea.title);
        const before = ideas();
        writeFileSync(place.path("ideas.csv"), "Titel;Beskrivning\nEn idé som kom efteråt;Text\n");
        place.must("register", "import", file, place.path("ideas.csv"));
        equal(ideas().length, before.length + 1, "ideas before the restore");
        place.must("restore", file);
        equal(ideas(), before, "ideas after the restore");
        place.verify(file);
        const kept = readdirSync(place.folder).filter((name) => name.startsWith("r") && !name.startsWith("r.iderum."));
        check(kept.length >= 2, "nothing was kept: " + readdirSync(place.folder));
    });
    await holds("a restored register can be hosted", async () => {
        host = await Host.start(place, file);
        await tablet_of(host);
        equal(await host.stop(), 0, "exit status");
        place.verify(file);
    });
});
