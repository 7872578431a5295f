// How far votes can be trusted, by the protocol of the real host: heads that are counted, and one-time codes on cards
// that were made before there was a session.
import {mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";
import {Client, close_and_reveal, go_to, remote_of, tablets_of, vote} from "./client.mjs";
import {Host, bytes_below} from "./host.mjs";
import {codes_on} from "./traces.mjs";

const course = "+++\ntitel = \"Tillit\"\n+++\n" + [["antal", "räknad"], ["koder", "kodad"]].map(([level, name]) =>
    `## ${name}\nid: ${level}\ntid: 5\ntyp: röstning\nfråga: Kaffe eller te?\nrösta: val\nalternativ: Kaffe, Te\nförtroende: ${level}\n`).join("");

await program("trust", async (place) => {
    const file = place.path("r.iderum");
    mkdirSync(place.path("kurs"));
    writeFileSync(place.path("kurs", "kurs.sv.md"), course);
    const pdf = place.path("kort.pdf");
    let codes = [];

    await holds("cards are made before there is a session, for their owner alone", () => {
        place.must("codes", "--register", file, "--count", "13", "--pdf", pdf, "--address", "http://192.168.1.7:8437");
        codes = codes_on(pdf);
        equal(new Set(codes).size, 13, "codes on the cards: " + codes);
        equal(statSync(pdf).mode & 0o777, 0o600, "the mode");
    });
    await holds("what cannot be done is said", () => {
        equal(place.run(["codes", "--register", file, "--count", "0", "--pdf", pdf]).status, 2, "no cards");
        equal(place.run(["codes", "--register", file, "--count", "5", "--pdf", file]).status, 1, "over the register");
        const there = place.run(["--lang", "sv", "codes", "--register", file, "--count", "5", "--pdf", pdf]);
        equal([there.status, there.err.includes("Filen finns redan. Välj ett annat namn"), there.err.includes("går inte att läsa")], [1, true, false], "over other cards");
    });

    await holds("codes of cards that could not be made or written are taken back", () => {
        const long = place.run(["codes", "--register", file, "--count", "7", "--pdf", place.path("lang.pdf"), "--address", "http://" + "x".repeat(4000)]);
        equal(long.status, 1, "an address that no QR code holds: " + long.err);
        const shut = place.run(["codes", "--register", file, "--count", "7", "--pdf", "/dev/fd/99"]);
        equal(shut.status, 1, "a place that cannot be written: " + shut.err);
    });

    let host = await Host.start(place, file, ["--course", place.path("kurs")]);
    let remote = await remote_of(host);
    const tablets = await tablets_of(host, 2);
    const open = async (fields = {}) => {
        const {poll} = await remote.do("open_poll", {block: remote.state.block.id, index: 0, ...fields});
        await Promise.all([remote, ...tablets].map((one) => one.until(() => one.state.polls.some((other) => other.id === poll), "the round")));
        return poll;
    };

    await holds("a vote that counts heads wants the number, and tells when there are more ballots", async () => {
        await go_to(remote, "antal");
        const refused = await remote.refused_when({t: "do", what: "open_poll", block: "antal", index: 0});
        equal([refused.code, refused.what], ["not_now", "people"], "without a number");
        const poll = await open({people: 1});
        for (const tablet of tablets) {
            await tablet.until(() => tablet.ballots[poll], "a ballot");
            await tablet.ask(vote(poll, tablet.ballots[poll], 1, {choice: "te"}));
        }
        const shown = await close_and_reveal(remote, poll);
        equal([shown.trust, shown.people, shown.in, shown.of], ["heads", 1, 2, 2], "the poll");
        const told = place.must("--lang", "sv", "count", "--poll", file, poll);
        check(told.includes("Räknade i rummet: 1. Uthämtade röstsedlar: 2. Fler röster än personer: 2 röster, 1 i rummet."), told);
    });

    let poll;
    await holds("a vote by codes gives no ballot by itself, and one for each code", async () => {
        await go_to(remote, "koder");
        check(remote.state.codes.left === 13, JSON.stringify(remote.state.codes));
        poll = await open();
        check(tablets.every((tablet) => !tablet.ballots[poll] && !tablet.lost.has(poll)), "a ballot without a code");
        const wrong = await tablets[0].refused_when({t: "code", poll, code: "WRNGCDE2"});
        equal(wrong.code, "wrong_code", JSON.stringify(wrong));
        await tablets[0].ask({t: "code", poll, code: codes[0].toLowerCase()});
        await tablets[0].until(() => tablets[0].ballots[poll], "its ballot");
        await tablets[0].ask(vote(poll, tablets[0].ballots[poll], 1, {choice: "kaffe"}));
        const used = await tablets[1].refused_when({t: "code", poll, code: codes[0]});
        equal(used.code, "already", JSON.stringify(used));
    });
    await holds("what was used stays used when the host is killed, and what was not still counts", async () => {
        await host.kill();
        host = await Host.start(place, file);
        remote = await remote_of(host);
        await remote.until(() => remote.state.codes.left === 12, "twelve codes left");
        const back = await Client.join(host, {role: "tablet", seat: tablets[1].welcome.seat, lang: "sv"});
        equal((await back.refused_when({t: "code", poll, code: codes[0]})).code, "already", "the used one");
        await back.ask({t: "code", poll, code: codes[1]});
        await back.until(() => back.ballots[poll], "its ballot");
        await back.ask(vote(poll, back.ballots[poll], 1, {choice: "te"}));
        const first = await Client.join(host, {role: "tablet", seat: tablets[0].welcome.seat, lang: "sv"});
        await first.ask(vote(poll, tablets[0].ballots[poll], 2, {choice: "te"}));
    });
    await holds("no file holds a code, or says which ballot one gave", () => {
        for (const [path, bytes] of bytes_below(place.folder)) {
            if (path === pdf) continue;
            for (const code of codes) check(!bytes.includes(code), code + " stands in " + path);
        }
    });
    await holds("more cards are made by the remote, and it is said where they lie", async () => {
        const refused = await remote.refused_when({t: "do", what: "make_codes", count: 2});
        equal(refused.what, "open_poll", "while a vote is open");
        await close_and_reveal(remote, poll);
        const {file: printed} = await remote.do("make_codes", {count: 2});
        equal(codes_on(printed).length, 2, printed);
        check(!codes.some((code) => codes_on(printed).includes(code)), "an old code");
        await remote.until(() => remote.state.codes.left === 13 && remote.state.codes.file === printed, "the codes told");
    });
    await holds("a recount tells how many codes there were and how many were used", () => {
        const counted = JSON.parse(place.must("count", "--poll", file, poll, "--json"));
        equal([counted.trust, counted.codes, counted.drawn, counted.agrees], ["codes", 13, 2, true], "the record");
    });
    await holds("codes are not made from the outside while the host runs", () => {
        const ran = place.run(["codes", "--register", file, "--pdf", place.path("flera.pdf")]);
        equal(ran.status, 1, ran.err);
    });
    equal(await host.stop(), 0, "the end");
    await holds("cards that are made while a session is open go along to one that begins beside it", async () => {
        place.must("codes", "--register", file, "--count", "3", "--pdf", place.path("till.pdf"));
        place.must("codes", "--register", file, "--count", "2", "--pdf", place.path("nytt.pdf"), "--new");
        const beside = await Host.start(place, file, ["--course", place.path("kurs"), "--new"]);
        const there = await remote_of(beside);
        await there.until(() => there.state.codes.left === 18, "18 codes, not " + JSON.stringify(there.state && there.state.codes));
        equal(await beside.stop(), 0, "its end");
    });
    check(readFileSync(pdf).length > 0, "the cards");
});
