// SIGKILL on the real host while ballots are drawn and cast at once: for one-time codes that two may try, on devices that
// several people share, from paper, and with heads counted. What was acknowledged counts once, and no code gives two ballots.
// IDERUM_SEED repeats a run.
import {randomBytes} from "node:crypto";
import {mkdirSync, readdirSync, writeFileSync} from "node:fs";

import {check, equal, holds, program, seeded} from "./check.mjs";
import {come_back, go_to, remote_of, tablets_of, vote} from "./client.mjs";
import {Host, LONG} from "./host.mjs";
import {codes_on} from "./traces.mjs";

const SEED = Number(process.env.IDERUM_SEED || 20260503);
const ROUNDS = LONG ? 24 : 6;
const SEATS = 12;
const SEVERAL = [7, 8, 9], PAPER = [10, 11];
const CODES = 40;     // of a round: three for each seat, and what is left over for the next
const PEOPLE = 18;
const LEAST = 15;     // acknowledgements before a kill
const OPTIONS = ["kaffe", "te", "vatten"];
const random = seeded(SEED);

const course = "+++\ntitel = \"Dödad\"\n+++\n" + [["koder", "koder"], ["antal", "antal"]].map(([id, level]) =>
    `## ${id}\nid: ${id}\ntid: 5\ntyp: röstning\nfråga: Kaffe, te eller vatten?\nrösta: val\nalternativ: Kaffe, Te, Vatten\nförtroende: ${level}\n`).join("");

/// Votes on a ballot that this device has, each time after the one before is answered; `mine.votes` is what was sent.
async function cast(tablet, poll, mine, times) {
    for (let k = 1; k <= times; ++k) {
        const value = {choice: OPTIONS[random(OPTIONS.length)]};
        mine.votes.push({k, value});
        await tablet.say(vote(poll, mine.token, k, value));
    }
}

/// Draws a ballot by a message; what came of it: the ballot {token, votes}, or null when none came before the end.
async function draw(tablet, poll, seat, message, deeds) {
    const before = tablet.ballots[poll];
    const answer = await tablet.say(message);
    if (answer.t === "nak") {
        deeds.refused.push({message, answer});
        return null;
    }
    await tablet.until(() => tablet.ballots[poll] !== before || tablet.closed, "a ballot");
    if (tablet.ballots[poll] === before) return null;
    const mine = {token: tablet.ballots[poll], paper: PAPER.includes(seat), votes: []};
    deeds.ballots.push(mine);
    return mine;
}

const none = () => ({ballots: [], refused: []});

/// A seat's part in a vote by codes: three codes, the last of which its neighbour tries too.
async function use_codes(tablet, poll, seat, codes, deeds) {
    for (const [i, code] of codes.entries()) {
        const mine = await draw(tablet, poll, seat, {t: "code", poll, code, key: randomBytes(16).toString("hex")}, deeds);
        if (mine) await cast(tablet, poll, mine, i === 0 ? 2 : 1);
    }
}

/// A seat's part where heads are counted: its own ballot, and one for each who shares the device, or for each paper.
async function share(tablet, poll, seat, deeds) {
    if (!PAPER.includes(seat) && !SEVERAL.includes(seat)) {
        const own = {token: tablet.ballots[poll], paper: false, votes: []};
        deeds.ballots.push(own);
        await cast(tablet, poll, own, 3);
        return;
    }
    for (let n = 0; n < (PAPER.includes(seat) ? 3 : 4); ++n) {
        const mine = await draw(tablet, poll, seat, {t: "another", poll}, deeds);
        if (!mine) return;
        await cast(tablet, poll, mine, 1);
    }
}

/// Lets everybody begin at once, and kills the host when `at` messages are acknowledged.
async function storm_and_kill(host, tablets, at, begin) {
    let acks = 0;
    await new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error("only " + acks + " acknowledgements came")), 30000);
        for (const tablet of tablets) {
            tablet.on_answer = (message, answer) => {
                if (answer.t !== "ack" || message.t === "got" || ++acks !== at) return;
                setTimeout(() => {
                    process.kill(host.child.pid, "SIGKILL");
                    clearTimeout(late);
                    resolve();
                }, random(7));
            };
        }
        begin();
    });
    await host.ended;
    await Promise.all(tablets.map((tablet) => tablet.until(() => tablet.closed, "the connection to end")));
}

/// What each ballot is now: the last that was sent of it, since all has been answered.
function expected_tally(deeds) {
    const tally = Object.fromEntries(OPTIONS.map((option) => [option, 0]));
    const counted = deeds.flatMap((one) => one.ballots).filter((ballot) => ballot.votes.length);
    for (const ballot of counted) ++tally[ballot.votes.at(-1).value.choice];
    return {rows: Object.entries(tally).map(([option, votes]) => option + " " + votes).sort(), ballots: counted.length, paper: counted.filter((ballot) => ballot.paper).length};
}

await program("kill_levels", async (place) => {
    console.log("seed " + SEED);
    const file = place.path("r.iderum");
    mkdirSync(place.path("kurs"));
    writeFileSync(place.path("kurs", "kurs.sv.md"), course);
    const number = (sql) => Number(place.query(file, sql)[0][0]);
    const drawn_in = (poll) => number(`SELECT count(*) FROM drawn WHERE lower(hex(poll)) = '${poll.replaceAll("-", "")}'`);
    const used_codes = () => number("SELECT count(*) FROM kept WHERE key LIKE 'code:%' AND value = 'used'");
    let host = await Host.start(place, file, ["--course", place.path("kurs")]);
    let remote = await remote_of(host);
    let tablets = await tablets_of(host, SEATS);
    await remote.until(() => remote.state.seats.length === SEATS, "all seats");
    for (const [seats, use] of [[SEVERAL, "several"], [PAPER, "paper"]]) {
        for (const seat of seats) await remote.do("use", {seat: remote.state.seats.find((one) => one.return === tablets[seat].welcome.return).seat, use});
    }
    const done = [];       // polls, with what was shown

    async function restart() {
        place.verify(file); // as the kill left it
        const line = host.line;
        host = await Host.start(place, file);
        equal(host.line, line, "the line that the host prints");
        ({remote, tablets} = await come_back(host, remote, tablets));
    }
    async function open(block, fields = {}) {
        await go_to(remote, block);
        await Promise.all([remote, ...tablets].map((client) => client.leave()));  // new connections: each may say only so much at once
        ({remote, tablets} = await come_back(host, remote, tablets));
        const {poll} = await remote.do("open_poll", {block, index: 0, ...fields});
        await Promise.all(tablets.map((tablet) => tablet.until(() => tablet.state.polls.some((one) => one.id === poll), "the round")));
        return poll;
    }
    /// What was never answered is sent again under its id. A code may have been used by another meanwhile.
    async function send_again(before) {
        await Promise.all(tablets.map(async (tablet, seat) => {
            for (const message of before[seat].unanswered().filter((one) => one.t !== "got")) {
                const answer = await tablet.say(message);
                if (answer.t !== "ack") equal([message.t, answer.code], ["code", "already"], JSON.stringify(message));
            }
        }));
    }
    /// Closes, with a kill at one of the steps, shows, and compares with what was acknowledged.
    async function finish(poll, round, deeds) {
        for (const [i, step] of [{what: "close_poll"}, {what: "reveal"}].entries()) {
            const whole = {t: "do", id: "step-" + round + "-" + i, ...step, poll};
            if (round % 3 === i + 1) {
                const answer = remote.say(whole);
                if (round % 2 === 0) await answer;
                await host.kill();
                await Promise.all([remote, ...tablets].map((one) => one.until(() => one.closed, "the connection to end")));
                await restart();
            }
            await remote.ask(whole);
        }
        const shown = await remote.until(() => remote.state.polls.find((one) => one.id === poll && one.result), "the result");
        const expected = expected_tally(deeds);
        equal(shown.result.rows.map((row) => row.id + " " + row.votes).sort(), expected.rows, "the tally");
        equal([shown.in, shown.paper, shown.of], [expected.ballots, expected.paper, drawn_in(poll)], "ballots, from paper, and drawn");
        done.push({poll, shown});
    }

    for (let round = 0; round < ROUNDS; ++round) {
        const at = LEAST + random(25);
        if (round % 2 === 0) {
            await holds(`round ${round}: codes that are used while the host is killed give a ballot each, once`, async () => {
                const codes = codes_on((await remote.do("make_codes", {count: CODES})).file);
                equal(codes.length, CODES, "codes on the cards");
                const poll = await open("koder");
                const used_before = used_codes();
                const deeds = tablets.map(none);
                const mine = tablets.map((_, seat) => [codes[2 * seat], codes[2 * seat + 1], codes[2 * SEATS + Math.floor(seat / 2)]]);
                const before = tablets;
                await storm_and_kill(host, tablets, at, () => tablets.forEach((tablet, seat) => use_codes(tablet, poll, seat, mine[seat], deeds[seat])));
                await restart();
                await send_again(before);
                equal(used_codes() - used_before, drawn_in(poll), "codes that are used, and ballots drawn");
                const took = new Map();  // code → seats that were told yes, before the kill or after
                const asked = [...before, ...tablets].flatMap((tablet, i) => [...tablet.asked.values()].filter(({message, answer}) => message.t === "code" && answer && answer.t === "ack").map(({message}) => [message.code, i % SEATS]));
                for (const [code, seat] of asked) took.set(code, (took.get(code) || new Set()).add(seat));
                equal([...took].filter(([, seats]) => seats.size > 1), [], "codes that two were given a ballot for");
                equal(took.size, drawn_in(poll), "codes with a yes, and ballots drawn");
                // Whose ballot was drawn and had not come when the host fell has it now, and casts it.
                const tokens = new Set([...before, ...tablets].flatMap((tablet) => tablet.tokens.filter((one) => one.poll === poll).map((one) => one.token)));
                equal(tokens.size, took.size, "ballots that have come, and codes with a yes");
                const known = new Set(deeds.flatMap((one) => one.ballots).map((ballot) => ballot.token));
                for (const [seat, tablet] of tablets.entries()) {
                    for (const {token} of tablet.tokens.filter((one) => one.poll === poll && !known.has(one.token))) {
                        const late = {token, paper: PAPER.includes(seat), votes: []};
                        known.add(token);
                        deeds[seat].ballots.push(late);
                        await tablet.until(() => !tablet.unanswered().length, "got to be answered");
                        await cast(tablet, poll, late, 1);
                    }
                }
                // Each of the first seats tries two that somebody else has used.
                const used = [...took];
                for (const [i, tablet] of tablets.slice(0, 6).entries()) {
                    for (const [code, seats] of [used[i % used.length], used[(i + 5) % used.length]]) {
                        if (seats.has(i)) continue;
                        equal((await tablet.refused_when({t: "code", poll, code})).code, "already", "a used code");
                    }
                }
                equal(drawn_in(poll), took.size, "ballots drawn after that");
                await finish(poll, round, deeds);
                equal(remote.state.codes.left, number("SELECT count(*) FROM kept WHERE key LIKE 'code:%' AND value = ''"), "codes left");
                console.log(`  ${at} acknowledged, ${took.size} codes used`);
            });
        } else {
            await holds(`round ${round}: shared devices and papers lose and double nothing when the host is killed, and heads stay counted`, async () => {
                const poll = await open("antal", {people: PEOPLE});
                await Promise.all(tablets.map((tablet, seat) => PAPER.includes(seat) || SEVERAL.includes(seat) || tablet.until(() => tablet.ballots[poll] && !tablet.unanswered().length, "a ballot")));
                const deeds = tablets.map(none);
                const before = tablets;
                await storm_and_kill(host, tablets, at, () => tablets.forEach((tablet, seat) => share(tablet, poll, seat, deeds[seat])));
                await restart();
                await send_again(before);
                await finish(poll, round, deeds);
                equal(done.at(-1).shown.people, PEOPLE, "heads");
                console.log(`  ${at} acknowledged, ${done.at(-1).shown.in} ballots, ${done.at(-1).shown.paper} from paper`);
            });
        }
        if (host.child.exitCode !== null || host.child.signalCode !== null) throw new Error("the host is gone");
    }
    await holds("no urn is left, the file is sound, and every vote is counted again as it was shown", async () => {
        equal(await host.stop(), 0, "exit status");
        equal(readdirSync(place.folder).filter((name) => name.includes(".urn-")), [], "urns");
        place.verify(file);
        for (const {poll, shown} of done) {
            const again = JSON.parse(place.must("count", "--poll", file, poll, "--json"));
            equal([again.agrees, again.drawn, again.trust], [true, shown.of, shown.trust], "counted again");
        }
        equal(done.length, ROUNDS, "votes");
    });
});
