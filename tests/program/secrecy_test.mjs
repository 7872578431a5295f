// The secret ballot on the disk, byte by byte (register-format, invariants 21–24): what lies there during a vote, after it
// and after the session never tells who voted what.
import {spawn} from "node:child_process";
import {randomBytes} from "node:crypto";
import {copyFileSync, readdirSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";
import {Client, go_to, open_poll, remote_of, tablets_of, vote} from "./client.mjs";
import {Host, bytes_below} from "./host.mjs";
import {found_in, id_bytes, is_urn, sha256, shapes_of, until_no_urn, urns_beside} from "./traces.mjs";

const SEATS = 8;

/// Asks the file again and again how many seats have drawn, until told to stop; gives the different answers.
function watch_draws(file) {
    const child = spawn("sqlite3", ["-readonly", "-cmd", ".timeout 5000", file], {stdio: ["pipe", "pipe", "inherit"]});
    const counts = new Set();
    let stopping = false;
    let first;
    const started = new Promise((resolve) => (first = resolve));
    const ask = () => child.stdin.write("SELECT count(*) FROM drawn;\n".repeat(50) + ".print more\n");
    let rest = "";
    const ended = new Promise((resolve) => child.on("exit", resolve));
    child.stdout.on("data", (bytes) => {
        const lines = (rest + bytes).split("\n");
        rest = lines.pop();
        for (const line of lines) {
            if (line !== "more") counts.add(Number(line));
            else if (stopping) child.stdin.end();
            else ask();
        }
        first();
    });
    ask();
    const stop = async () => {
        stopping = true;
        await ended;
        return [...counts].sort((a, b) => a - b);
    };
    return {started, stop};
}

await program("secrecy", async (place) => {
    const file = place.path("r.iderum");
    let host = await Host.start(place, file);
    let remote = await remote_of(host);
    const tablets = await tablets_of(host, SEATS);
    await go_to(remote, "kom-in");
    await remote.until(() => remote.state.seats.length === SEATS, "all seats");
    const seats = remote.state.seats.map((seat) => seat.seat);
    const tokens = [];
    const votes = [];
    let poll;

    await holds("all present seats draw in one transaction, on disk before a ballot leaves the host", async () => {
        const draws = watch_draws(file);
        await draws.started;
        const counts_at_ballot = [];
        const drawn = tablets.map((tablet) => tablet.until(() => Object.keys(tablet.ballots).length, "a ballot").then(() => {
            if (!counts_at_ballot.length) counts_at_ballot.push(Number(place.query(file, "SELECT count(*) FROM drawn")[0][0]));
        }));
        poll = await open_poll(remote, tablets);
        await Promise.all(drawn);
        equal(counts_at_ballot, [SEATS], "seats that had drawn when the first ballot came");
        const counts = await draws.stop();
        check(counts.every((count) => count === 0 || count === SEATS), "seen by a reader: " + counts);
        equal(place.query(file, "SELECT count(*), count(DISTINCT seat), count(DISTINCT poll) FROM drawn")[0], [String(SEATS), String(SEATS), "1"], "draws");
    });

    const wanted_tokens = () => tokens.map((token, i) => ({what: "ballot token " + i, shapes: shapes_of(token)}));
    const wanted_hashes = () => tokens.map((token, i) => ({what: "hash of token " + i, shapes: shapes_of(sha256(token).toString("hex"))}));
    const wanted_votes = () => votes.map((id) => ({what: "message id of a vote", shapes: [id]}));
    const wanted_seats = () => [
        ...seats.map((seat, i) => ({what: "seat " + i, shapes: [...shapes_of(seat), id_bytes(seat)]})),
        ...tablets.map((tablet, i) => ({what: "secret of seat " + i, shapes: [...shapes_of(tablet.welcome.seat), ...shapes_of(sha256(tablet.welcome.seat).toString("hex"))]})),
        ...tablets.map((tablet, i) => ({what: "name of seat " + i, shapes: ["Deltagare " + (i + 1)]}))];

    await holds("every ballot is acknowledged, and can be changed", async () => {
        const options = poll.options.map((option) => option.id);
        await Promise.all(tablets.map(async (tablet, i) => {
            tokens.push(tablet.ballots[poll.id]);
            for (const k of [1, 2]) {
                const id = "vote-" + randomBytes(8).toString("hex");
                votes.push(id);
                await tablet.ask({...vote(poll.id, tablet.ballots[poll.id], k, {choice: options[(i + k) % options.length]}), id});
            }
        }));
        equal(new Set(tokens).size, SEATS, "different tokens");
    });

    await holds("while a vote is open, no token lies in clear anywhere on the disk", () => {
        equal(found_in(bytes_below(place.folder), wanted_tokens()), [], "found");
    });
    await holds("while a vote is open, the urn knows no seat, no name and no message", () => {
        const urns = [...bytes_below(place.folder)].filter(is_urn);
        check(found_in(urns, wanted_hashes()).length >= SEATS, "the search does not find what is there");
        equal(found_in(urns, [...wanted_seats(), ...wanted_votes()]), [], "found");
    });
    await holds("while a vote is open, the register and its WAL know no ballot", () => {
        const others = [...bytes_below(place.folder)].filter((one) => !is_urn(one));
        check(found_in(others, wanted_seats()).length >= SEATS, "the search does not find what is there");
        equal(found_in(others, [...wanted_hashes(), ...wanted_votes(), {what: "a vote", shapes: ['"choice":']}]), [], "found");
    });

    const kept_urn = place.path("kept-urn");
    await holds("when a round is closed its urn is gone, with its WAL", async () => {
        const urn = urns_beside(place).find((name) => name.endsWith(poll.id));
        copyFileSync(place.path(urn), kept_urn);
        await remote.do("close_poll", {poll: poll.id});
        await until_no_urn(place);
    });
    await holds("the closed ballots are a sorted count, without tokens", async () => {
        await remote.do("reveal", {poll: poll.id});
        const rows = place.query(file, "SELECT ballots, count FROM tally");
        equal(rows.length, 1, "tallies");
        const ballots = JSON.parse(rows[0][0]);
        const keys = ballots.map((ballot) => JSON.stringify(ballot.value) + ballot.source);
        equal(keys, [...keys].sort(), "in order");
        equal(new Set(keys).size, keys.length, "each value once");
        equal([ballots.reduce((sum, ballot) => sum + ballot.n, 0), Number(rows[0][1])], [SEATS, SEATS], "ballots");
        equal([...new Set(ballots.flatMap((ballot) => Object.keys(ballot)))].sort(), ["n", "source", "value"], "what is kept");
    });
    await holds("after the reveal, tokens, their hashes and the votes' messages are nowhere", () => {
        const files = [...bytes_below(place.folder)].filter(([path]) => path !== kept_urn);
        equal(found_in(files, [...wanted_tokens(), ...wanted_hashes(), ...wanted_votes()]), [], "found");
    });

    await holds("an urn that a crash left after its round was closed is gone at the next start", async () => {
        await host.kill();
        copyFileSync(kept_urn, file + ".urn-" + poll.id);
        host = await Host.start(place, file);
        equal(urns_beside(place), [], "urns");
        remote = await Client.join(host, {role: "remote", secret: remote.welcome.secret});
        await remote.until(() => remote.state, "the remote's view");
    });
    await holds("an urn that a crash left after its round was cancelled is gone at the next start", async () => {
        const back = await Promise.all(tablets.map((tablet) => Client.join(host, {role: "tablet", seat: tablet.welcome.seat, lang: "sv"})));
        await Promise.all(back.map((tablet) => tablet.until(() => tablet.state, "the tablet's view")));
        const second = await open_poll(remote, back);
        const urn = urns_beside(place).find((name) => name.endsWith(second.id));
        copyFileSync(place.path(urn), kept_urn);
        await remote.do("cancel_poll", {poll: second.id});
        await until_no_urn(place);
        await host.kill();
        copyFileSync(kept_urn, place.path(urn));
        host = await Host.start(place, file);
        equal(urns_beside(place), [], "urns");
    });
    await holds("after the session, neither the register nor its backup know a token or a seat's secret", async () => {
        remote = await Client.join(host, {role: "remote", secret: remote.welcome.secret});
        await remote.until(() => remote.state, "the remote's view");
        await remote.do("end", {hidden_ok: true});
        equal(await host.stop(), 0, "exit status");
        const backups = readdirSync(place.path("backups"));
        equal(backups.filter((name) => !name.endsWith(".iderum")), [], "beside the backups");
        check(backups.length === 1, "backups: " + backups);
        const files = [...bytes_below(place.folder)].filter(([path]) => path !== kept_urn);
        const secrets = tablets.map((tablet, i) => ({what: "secret of seat " + i, shapes: shapes_of(tablet.welcome.seat)}));
        equal(found_in(files, [...wanted_tokens(), ...wanted_hashes(), ...wanted_votes(), ...secrets]), [], "found");
        place.verify(file);
    });
});
