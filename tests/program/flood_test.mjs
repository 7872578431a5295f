// Those who try codes as fast as they can, those who never read, and those who send a byte a second: they get nowhere, and the
// room does not notice them.
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {connect} from "node:net";

import {check, equal, holds, program} from "./check.mjs";
import {Client, close_and_reveal, go_to, remote_of, tablets_of, vote, within} from "./client.mjs";
import {Host, LONG, PATIENCE_MS} from "./host.mjs";
import {codes_on} from "./traces.mjs";

const ONE_TIME = 10000;               // wrong one-time codes
const JOINS = LONG ? 10000 : 3000;    // wrong codes to join with, each on a connection of its own
const AT_ONCE = 48;
const GUESSERS = 8, DEAF = 20;
const CUT_WITHIN_MS = 90000;          // the host's own deadlines are 10 s and 30 s
const MOST_GROWN_MIB = 96;
// As many as an address, or a seat, may get wrong: five at once, and one each ten seconds.
const most_judged = (since_ms) => 5 + Math.ceil((Date.now() - since_ms) / 10000) + 1;

const course = "+++\ntitel = \"Trängsel\"\n+++\n## Skriv\nid: skriv\ntid: 5\ntyp: samla\nsamla: idé\nfråga: Vad gör vi?\n\n" +
    "## Koder\nid: koder\ntid: 5\ntyp: röstning\nfråga: Kaffe eller te?\nrösta: val\nalternativ: Kaffe, Te\nförtroende: koder\n";

/// A text frame as a client sends it, masked with nothing.
function masked(text) {
    const body = Buffer.from(text);
    const head = body.length < 126 ? Buffer.from([0x81, 0x80 | body.length]) : Buffer.from([0x81, 0x80 | 126, body.length >> 8, body.length & 255]);
    return Buffer.concat([head, Buffer.alloc(4), body]);
}

/// A plain connection that asks to speak WebSocket; `on_open` is called with it once it may. `heard` collects what comes.
function raw(host, on_open) {
    const url = new URL(host.origin);
    const line = connect(Number(url.port), url.hostname);
    line.heard = "";
    line.on("error", () => {});
    line.ended = new Promise((done) => line.once("close", done));
    line.once("connect", () => line.write(`GET /ws HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`));
    let open = false;
    line.on("data", (bytes) => {
        line.heard += bytes.toString("latin1");
        if (open || !line.heard.includes("\r\n\r\n")) return;
        open = true;
        on_open(line);
    });
    return line;
}

/// The code of the refusal that a wrong join code gets, or what else came. Goes away at once, as those who guess do.
async function try_to_join(host, code) {
    const line = raw(host, () => line.write(masked(JSON.stringify({t: "hello", v: 1, role: "tablet", join: code, lang: "sv"}))));
    const told = () => /"welcome"/.test(line.heard) ? "welcome" : (line.heard.match(/"code":"([a-z_]+)"/) || [])[1];
    const heard = new Promise((done) => line.on("data", () => told() && done()));
    await within(Promise.race([heard, line.ended]), PATIENCE_MS, "a refusal");
    line.destroy();
    return told() || "nothing";
}

const count = (list) => list.reduce((all, one) => ({...all, [one]: (all[one] || 0) + 1}), {});
const resident_mib = (host) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync("/proc/" + host.child.pid + "/status", "utf8"))[1]) / 1024;

await program("flood", async (place) => {
    const file = place.path("r.iderum");
    mkdirSync(place.path("kurs"));
    writeFileSync(place.path("kurs", "kurs.sv.md"), course);
    place.must("codes", "--register", file, "--count", "12", "--pdf", place.path("kort.pdf"));
    const codes = codes_on(place.path("kort.pdf"));
    const host = await Host.start(place, file, ["--course", place.path("kurs"), "--no-moderation"]);
    const remote = await remote_of(host);
    const guessers = await tablets_of(host, GUESSERS);
    const [voter, writer] = await tablets_of(host, 2);
    await go_to(remote, "skriv");
    const grown_from = resident_mib(host);

    // What takes the host's own time to be over begins now, and is looked at in the end.
    const deaf = [];
    for (let i = 0; i < DEAF; ++i) {
        const line = raw(host, () => {
            line.write(masked(JSON.stringify({t: "hello", v: 1, role: "tablet", join: host.code, lang: "sv"})));
            line.pause();
            for (let n = 0; n < 40; ++n) line.write(masked(`{"t":"ping","id":"p${n}"}`));
        });
        deaf.push(line);
    }
    const trickles = [raw(host, (line) => trickle(line, masked('{"t":"hello","v":1,"role":"tablet","join":"' + host.code + '"}'))), connect(Number(new URL(host.origin).port), "127.0.0.1")];
    trickles[1].on("error", () => {});
    trickles[1].resume();
    trickle(trickles[1], Buffer.from("GET / HTTP/1.1\r\nHost: " + new URL(host.origin).host + "\r\n\r\n"));
    const slow_ended = Promise.all(trickles.map((line) => within(new Promise((done) => line.once("close", done)), CUT_WITHIN_MS, "the end of who sends a byte a second")));

    /// One byte each second, until it is cut.
    function trickle(line, bytes) {
        let at = 0;
        const timer = setInterval(() => {
            if (line.destroyed || at >= bytes.length) clearInterval(timer);
            else line.write(bytes.subarray(at, ++at));
        }, 1000);
        line.once("close", () => clearInterval(timer));
    }

    /// What the room does meanwhile: notes, as fast as one may write; gives how many were acknowledged.
    async function goes_on(until_over) {
        let over = false;
        const ended = until_over.finally(() => (over = true));
        const writing = (async () => {
            let notes = 0;
            do {
                await writer.ask({t: "note", block: "skriv", text: "Rummet går vidare " + notes, group: "", colour: "sol"});
                notes += 1;
            } while (!over);
            return notes;
        })();
        await ended;
        return writing;
    }

    await holds("wrong codes to join with are judged a few at a time, however many come, and nobody gets in", async () => {
        const since = Date.now();
        const answers = [];
        let next = 0;
        const tries = Promise.all(Array.from({length: AT_ONCE}, async () => {
            while (next < JOINS) {
                const code = (next++).toString(36).toUpperCase().padStart(6, "Q").slice(-6);
                if (code !== host.code) answers.push(await try_to_join(host, code));
            }
        }));
        const notes = await goes_on(tries);
        const told = count(answers);
        console.log(`  ${answers.length} tries, ${Math.round(answers.length / (Date.now() - since) * 1000)}/s: ${JSON.stringify(told)}; ${notes} notes meanwhile`);
        equal(Object.keys(told).filter((one) => one !== "wrong_code" && one !== "too_fast"), [], "other answers");
        // Those that are asked in one moment are judged together: a whole room may come at once from one address.
        check(told.wrong_code <= most_judged(since) + AT_ONCE, told.wrong_code + " codes were judged");
        check(notes > 0, "no note was taken meanwhile");
    });
    await holds("who is in the room comes back at once from an address that must wait", async () => {
        const again = await Client.join(host, {role: "tablet", seat: voter.welcome.seat, lang: "sv"});
        equal(again.welcome.place, voter.welcome.place, "the seat");
        await again.leave();
    });

    await holds("ten thousand wrong one-time codes use no code up, are judged a few for each seat, and hold nobody else up", async () => {
        await go_to(remote, "koder");
        const {poll} = await remote.do("open_poll", {block: "koder", index: 0});
        const since = Date.now();
        const answers = [];
        let next = 0;
        const guess = async (seat) => {
            let tablet = guessers[seat];
            while (next < ONE_TIME) {
                const many = Array.from({length: 100}, () => "QX" + (next++).toString(36).toUpperCase().padStart(6, "Y").replace(/[01ILO]/g, "Z").slice(-6));
                const asked = many.filter((code) => !codes.includes(code)).map((code) => tablet.say({t: "code", poll, code}).then((answer) => answers.push(answer.t === "ack" ? "ack" : answer.code)));
                await Promise.race([Promise.all(asked), tablet.until(() => tablet.closed, "the end", CUT_WITHIN_MS)]);
                if (!tablet.closed) continue;
                tablet = await Client.join(host, {role: "tablet", seat: tablet.welcome.seat, lang: "sv"});
            }
            guessers[seat] = tablet;
        };
        const honest = (async () => {
            const seat = await Client.join(host, {role: "tablet", seat: voter.welcome.seat, lang: "sv"});
            await seat.ask({t: "code", poll, code: codes[0]});
            await seat.until(() => seat.ballots[poll], "a ballot");
            await seat.ask(vote(poll, seat.ballots[poll], 1, {choice: "te"}));
        })();
        const notes = await goes_on(Promise.all([...guessers.keys()].map(guess)));
        await within(honest, PATIENCE_MS, "a right code among the wrong ones");
        const told = count(answers);
        console.log(`  ${next} codes, ${answers.length} answers, ${Math.round(next / (Date.now() - since) * 1000)}/s: ${JSON.stringify(told)}; ${notes} notes meanwhile`);
        equal(Object.keys(told).filter((one) => one !== "wrong_code" && one !== "too_fast"), [], "other answers");
        check(told.wrong_code <= GUESSERS * most_judged(since), told.wrong_code + " codes were judged");
        await remote.until(() => remote.state.codes.left === codes.length - 1, "all codes but one");
        const shown = await close_and_reveal(remote, poll);
        equal([shown.in, shown.of], [1, 1], "ballots");
    });

    await holds("who sends a byte a second, and who never reads, is cut, and costs little meanwhile", async () => {
        await slow_ended;
        const grown = resident_mib(host) - grown_from;
        console.log("  grown by " + grown.toFixed(1) + " MiB");
        check(grown < MOST_GROWN_MIB, "the host has grown by " + grown.toFixed(1) + " MiB");
        // They find out when they read: what was sent before lies in the system, and then the line ends.
        await Promise.all(deaf.map((line) => {
            const gone = within(line.ended, CUT_WITHIN_MS, "the end of who never reads");
            setTimeout(() => line.resume(), 35000).unref();
            return gone;
        }));
    });
    await holds("the room is as it was, and the file is sound", async () => {
        const newcomer = await tablet_when_it_may();
        await newcomer.ask({t: "hand", up: true});
        equal(await host.stop(), 0, "exit status");
        place.verify(file);
        const notes = Number(place.query(file, "SELECT count(*) FROM note WHERE text LIKE 'Rummet går vidare %'")[0][0]);
        check(notes > 0, "no notes");
    });

    /// After wrong codes its address waits, and then it is let in.
    async function tablet_when_it_may() {
        for (const until = Date.now() + PATIENCE_MS; ;) {
            const client = new Client(host, {role: "tablet", join: host.code, lang: "sv"});
            await client.until(() => client.welcome || client.refused, "an answer");
            if (client.welcome) return client;
            equal(client.refused.code, "too_fast", "the refusal");
            check(Date.now() + client.refused.retry_after_ms < until, "it must wait too long: " + client.refused.retry_after_ms);
            await new Promise((resume) => setTimeout(resume, client.refused.retry_after_ms));
        }
    }
});
