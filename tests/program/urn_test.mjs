// An open vote and its ballots, which lie in a file beside the register: what a person who moves, restores or erases is told.
import {mkdirSync, readdirSync, renameSync} from "node:fs";
import {check, equal, holds, program} from "./check.mjs";
import {Client, go_to, open_poll, remote_of, tablets_of, vote} from "./client.mjs";
import {Host} from "./host.mjs";

const urns = (folder) => readdirSync(folder).filter((name) => /\.urn-[0-9a-f-]{36}$/.test(name));

await program("urn", async (place) => {
    let host = null;
    let remote = null;
    let tablets = [];
    let poll = null;
    /// Three tablets that have voted in the first block, the host stopped.
    async function voted(file) {
        host = await Host.start(place, file);
        remote = await remote_of(host);
        tablets = await tablets_of(host, 3);
        await go_to(remote, "kom-in");
        poll = await open_poll(remote, tablets);
        for (const tablet of tablets) await tablet.ask(vote(poll.id, tablet.ballots[poll.id], 1, {choice: poll.options[0].id}));
        await host.stop();
    }
    async function goes_on(file) {
        host = await Host.start(place, file);
        const again = await Client.join(host, {role: "remote", secret: remote.welcome.secret});
        await again.until(() => again.state, "the remote's page");
        return again.state.polls.map((one) => [one.state, one.in, one.of, one.lost.length]);
    }

    await holds("a register that was moved without the ballots says so, and counts them when they are put beside it", async () => {
        mkdirSync(place.path("gammal"));
        mkdirSync(place.path("ny"));
        await voted(place.path("gammal", "r.iderum"));
        const file = place.path("ny", "r.iderum");
        renameSync(place.path("gammal", "r.iderum"), file);
        equal(await goes_on(file), [["open", 0, 3, 3]], "the vote without its ballots");
        const [urn] = urns(place.path("gammal"));
        await host.stop();
        check(host.err.includes("följde inte med registret") && host.err.includes(place.path("ny", urn)), "it does not say what is missing: " + host.err);
        equal(urns(place.path("ny")), [], "urns made though nobody drew");
        renameSync(place.path("gammal", urn), place.path("ny", urn));
        equal(await goes_on(file), [["open", 3, 3, 0]], "the vote with its ballots");
        await host.stop();
        check(!host.err.includes("följde inte med"), "it is said once more: " + host.err);
    });
    await holds("another register that is restored leaves the ballots for the former one, which has them when it comes back", async () => {
        const file = place.path("hus.iderum");
        await voted(file);
        const other = place.path("annan.iderum");
        place.must("demo", other);
        place.must("restore", file, other);
        host = await Host.start(place, file);
        await host.stop();
        equal(urns(place.folder).length, 1, "urns while the former file stands aside");
        const beside = readdirSync(place.folder).filter((name) => name.startsWith("hus-"));
        equal(beside.length, 1, "files of the former register: " + beside);
        const [former] = beside;
        place.must("restore", file, place.path(former));
        equal(await goes_on(file), [["open", 3, 3, 0]], "the vote with its ballots");
        await host.stop();
    });
});
