// The secret ballot on the disk where people draw as they vote: by one-time codes, one after another on a shared device, and
// from paper. Whoever has every file, during the vote or after it, cannot tell a seat, a code or a paper by content, by order,
// by time or by where it lies.
import {randomBytes} from "node:crypto";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";
import {Client, close_and_reveal, go_to, remote_of, tablets_of, vote} from "./client.mjs";
import {Host, bytes_below} from "./host.mjs";
import {codes_on, found_in, id_bytes, is_urn, sha256, shapes_of, until_no_urn, until_urn_rests} from "./traces.mjs";

const OPTIONS = ["kaffe", "te", "vatten"];
const SEATS = 7;      // the last two are shared: one by several people, one for paper
const SEVERAL = 5, PAPER = 6;
const CODES = 14;
const LEAST = 5;      // below this a way to vote is not told apart

const course = "+++\ntitel = \"Hemligt\"\n+++\n" + [["koder", "\nförtroende: koder"], ["delad", ""]].map(([id, more]) =>
    `## ${id}\nid: ${id}\ntid: 5\ntyp: röstning\nfråga: Kaffe, te eller vatten?\nrösta: val\nalternativ: Kaffe, Te, Vatten${more}\n`).join("");

/// A whole number of six bytes, as SQLite keeps a time in milliseconds, at any place of these bytes.
function has_time_between(bytes, from_ms, to_ms) {
    for (let at = 0; at + 6 <= bytes.length; ++at) {
        const number = bytes.readUIntBE(at, 6);
        if (number >= from_ms && number <= to_ms) return true;
    }
    return false;
}

await program("secrecy_levels", async (place) => {
    const file = place.path("r.iderum");
    const pdf = place.path("kort.pdf");
    mkdirSync(place.path("kurs"));
    writeFileSync(place.path("kurs", "kurs.sv.md"), course);
    place.must("codes", "--register", file, "--count", String(CODES), "--pdf", pdf);
    const codes = codes_on(pdf);
    equal(codes.length, CODES, "codes on the cards");
    const host = await Host.start(place, file, ["--course", place.path("kurs")]);
    const remote = await remote_of(host);
    const tablets = await tablets_of(host, SEATS);
    await remote.until(() => remote.state.seats.length === SEATS, "all seats");
    const seat_of = (tablet) => remote.state.seats.find((one) => one.return === tablet.welcome.return).seat;
    const seats = tablets.map(seat_of);
    await remote.do("use", {seat: seats[SEVERAL], use: "several"});
    await remote.do("use", {seat: seats[PAPER], use: "paper"});

    /// Everything that shall not be tied to anything, in the order in which it was cast: {token, value, id}.
    const cast = [];
    const code_ids = [];
    const everything = () => [...bytes_below(place.folder)].filter(([path]) => path !== pdf);
    const wanted_codes = () => codes.map((code, i) => ({what: "code " + i, shapes: [code, code.slice(0, 4) + " " + code.slice(4), code.toLowerCase()]}));
    const wanted_code_hashes = () => codes.map((code, i) => ({what: "hash of code " + i, shapes: shapes_of(sha256(code).toString("hex"))}));
    const wanted_tokens = () => cast.map(({token}, i) => ({what: "ballot token " + i, shapes: shapes_of(token)}));
    const wanted_hashes = () => cast.map(({token}, i) => ({what: "hash of token " + i, shapes: shapes_of(sha256(token).toString("hex"))}));
    const wanted_votes = () => cast.map(({id}) => ({what: "message of a vote", shapes: [id]}));
    const wanted_seats = () => [
        ...seats.map((seat, i) => ({what: "seat " + i, shapes: [...shapes_of(seat), id_bytes(seat)]})),
        ...tablets.map((tablet, i) => ({what: "secret of seat " + i, shapes: [...shapes_of(tablet.welcome.seat), ...shapes_of(sha256(tablet.welcome.seat).toString("hex"))]})),
        ...tablets.map((tablet, i) => ({what: "name of seat " + i, shapes: ["Deltagare " + (i + 1)]}))];

    /// Each draws, and votes at once: the worst order there can be.
    async function draw_and_cast(poll, tablet, draw, choice) {
        const before = tablet.ballots[poll];
        await tablet.ask(draw);
        const token = await tablet.until(() => tablet.ballots[poll] !== before && tablet.ballots[poll], "a ballot");
        const id = "vote-" + randomBytes(8).toString("hex");
        const value = {choice: OPTIONS[choice % OPTIONS.length]};
        await tablet.ask({...vote(poll, token, 1, value), id});
        cast.push({token, value, id});
    }
    async function open(block) {
        await go_to(remote, block);
        const {poll} = await remote.do("open_poll", {block, index: 0});
        await Promise.all(tablets.map((tablet) => tablet.until(() => tablet.state.polls.some((one) => one.id === poll), "the round")));
        return poll;
    }

    /// What somebody finds who takes every file while the vote is open and nobody has voted for a moment.
    async function look_while_open(poll, first_cast_ms, mine) {
        const urn = await until_urn_rests(place, poll);
        const now_ms = Date.now();
        const files = everything();
        const urns = files.filter(is_urn);
        const others = files.filter((one) => !is_urn(one));
        await holds("by content: no code and no token stands in clear in any file", () => {
            equal(found_in(files, [...wanted_codes(), ...wanted_tokens()]), [], "found");
        });
        await holds("by content: the urn knows no seat, no code and no message, and the register no ballot", () => {
            check(found_in(urns, wanted_hashes()).length >= mine.length, "the search does not find what is in the urn");
            check(found_in(others, [...wanted_seats(), ...wanted_code_hashes()]).length >= seats.length + codes.length, "the search does not find what is in the register");
            const code_messages = code_ids.map((id) => ({what: "message of a code", shapes: [id]}));
            equal(found_in(urns, [...wanted_seats(), ...wanted_code_hashes(), ...wanted_votes(), ...code_messages]), [], "in the urn");
            // What an earlier round came to stands in the register.
            const first = mine.length === cast.length ? [{what: "a vote", shapes: ['"choice":']}] : [];
            equal(found_in(others, [...wanted_hashes(), ...wanted_votes(), ...first]), [], "in the register");
        });
        await holds("by order and place: the ballots lie in the order of their random keys, and the urn's WAL is empty", () => {
            const bytes = readFileSync(urn);
            const lie = mine.map(({token, value}) => {
                const at = bytes.indexOf(Buffer.concat([sha256(token), Buffer.from(JSON.stringify(value))]));
                check(at > 0, "a ballot is not found where it lies");
                return {at, hash: sha256(token).toString("hex")};
            });
            const places = lie.slice().sort((a, b) => a.at - b.at).map((one) => one.hash);
            const keys = lie.map((one) => one.hash).sort().reverse();  // a page is filled from its end
            equal(places, keys, "the order in which they lie");
            check(JSON.stringify(places) !== JSON.stringify(lie.map((one) => one.hash).reverse()), "they lie as they came");
        });
        await holds("by time: no moment since the first ballot stands in the urn", () => {
            check(has_time_between(Buffer.from("0000" + Date.now().toString(16).padStart(12, "0"), "hex"), first_cast_ms, Date.now()), "the search finds no time");
            for (const [path, bytes] of urns) check(path.endsWith("-shm") || !has_time_between(bytes, first_cast_ms, now_ms), "a time stands in " + path);
        });
        await holds("a copy that is made meanwhile takes neither codes nor ballots nor seats along", () => {
            const copy = place.path("kopia-" + poll + ".iderum");
            place.must("journal", "copy", file, copy);
            const copied = [...bytes_below(place.folder)].filter(([path]) => path.startsWith(copy));
            check(copied.length > 0, "no copy");
            const secrets = wanted_seats().filter(({what}) => what.startsWith("secret"));
            equal(found_in(copied, [...wanted_codes(), ...wanted_code_hashes(), ...wanted_tokens(), ...wanted_hashes(), ...wanted_votes(), ...secrets]), [], "in the copy");
        });
    }

    console.log("# by codes");
    let poll = await open("koder");
    let began = Date.now();
    await holds("a code each, and several on one device", async () => {
        const who = [0, 1, 2, 3, 4, SEVERAL, SEVERAL, SEVERAL, 0, 2];
        for (const [i, at] of who.entries()) {
            const id = "code-" + randomBytes(8).toString("hex");
            code_ids.push(id);
            await draw_and_cast(poll, tablets[at], {t: "code", id, poll, code: codes[i], key: randomBytes(16).toString("hex")}, i * i);
        }
    });
    await look_while_open(poll, began, cast.slice());
    const coded = cast.length;
    await holds("when it is closed the register has a sorted count, and no urn is left", async () => {
        const shown = await close_and_reveal(remote, poll);
        equal([shown.in, shown.of], [coded, coded], "ballots");
        await until_no_urn(place);
        equal(found_in(everything(), [...wanted_codes(), ...wanted_tokens(), ...wanted_hashes(), ...wanted_votes()]), [], "found");
        const [[ballots]] = place.query(file, "SELECT ballots FROM tally");
        const keys = JSON.parse(ballots).map((ballot) => JSON.stringify(ballot.value));
        equal(keys, [...new Set(keys)].sort(), "each value once, in order");
    });

    console.log("# on a shared device, and from paper");
    const seen = cast.length;
    poll = await open("delad");
    began = Date.now();
    await holds("each on a device of their own, three on one, and as many from paper as are told apart", async () => {
        for (let i = 0; i < SEVERAL; ++i) {
            const token = await tablets[i].until(() => tablets[i].ballots[poll], "a ballot");
            await tablets[i].until(() => !tablets[i].unanswered().length, "got to be answered");
            const id = "vote-" + randomBytes(8).toString("hex");
            const value = {choice: OPTIONS[i % OPTIONS.length]};
            await tablets[i].ask({...vote(poll, token, 1, value), id});
            cast.push({token, value, id});
        }
        for (let i = 0; i < LEAST; ++i) {
            if (i < 3) await draw_and_cast(poll, tablets[SEVERAL], {t: "another", poll}, i + 1);
            await draw_and_cast(poll, tablets[PAPER], {t: "another", poll}, i);
        }
    });
    await look_while_open(poll, began, cast.slice(seen));
    await holds("ballots from paper are marked where they are many, and nothing says on which device or in which order", async () => {
        const shown = await close_and_reveal(remote, poll);
        equal([shown.in, shown.of, shown.paper], [cast.length - seen, cast.length - seen, LEAST], "ballots");
        await until_no_urn(place);
        const tallies = place.query(file, "SELECT ballots FROM tally").flat().map((text) => JSON.parse(text));
        const mine = tallies.find((ballots) => ballots.some((ballot) => ballot.source === "paper"));
        equal(mine.filter((ballot) => ballot.source === "paper").reduce((sum, ballot) => sum + ballot.n, 0), LEAST, "on paper");
        equal([...new Set(tallies.flat().flatMap((ballot) => Object.keys(ballot)))].sort(), ["n", "source", "value"], "what is kept of a ballot");
        equal(found_in(everything(), [...wanted_codes(), ...wanted_tokens(), ...wanted_hashes(), ...wanted_votes()]), [], "found");
    });
    await holds("a few papers among many tablets are not told apart in what is kept", async () => {
        const {poll: again} = await remote.do("revote", {poll});
        await Promise.all(tablets.slice(0, SEVERAL).map(async (tablet) => tablet.ask(vote(again, await tablet.until(() => tablet.ballots[again], "a ballot"), 1, {choice: "te"}))));
        await draw_and_cast(again, tablets[SEVERAL], {t: "another", poll: again}, 1);
        await draw_and_cast(again, tablets[PAPER], {t: "another", poll: again}, 0);
        const shown = await close_and_reveal(remote, again);
        equal([shown.in, shown.paper], [PAPER + 1, 1], "ballots");
        const [[ballots]] = place.query(file, `SELECT ballots FROM tally WHERE lower(hex(poll)) = '${again.replaceAll("-", "")}'`);
        equal([...new Set(JSON.parse(ballots).map((ballot) => ballot.source))], ["mixed"], "the ways to vote");
    });
    await holds("after the session neither the register nor its backup know a code, a token or a seat's secret", async () => {
        await remote.do("end", {hidden_ok: true});
        equal(await host.stop(), 0, "exit status");
        const files = everything();
        check(files.some(([path]) => path.includes("/backups/")), "no backup");
        const secrets = wanted_seats().filter(({what}) => what.startsWith("secret"));
        equal(found_in(files, [...wanted_codes(), ...wanted_code_hashes(), ...wanted_tokens(), ...wanted_hashes(), ...wanted_votes(), ...secrets]), [], "found");
        place.verify(file);
    });
});
