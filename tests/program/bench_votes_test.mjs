// ctest: 120 s
// The town hall's benchmark, small: every figure that it promises, of a hall that comes, goes, comes back and votes.
import {mkdirSync} from "node:fs";
import {join} from "node:path";

import {check, equal, holds, program} from "./check.mjs";

const FOLDER = join(process.env.IDERUM_BUILD || "build", "bench-small");
const CLIENTS = 40;
const UNITS = {acks_per_s: "1/s", ack_p50_ms: "ms", ack_p99_ms: "ms", fsyncs: "count", fsyncs_per_ballot: "count", bytes_per_ballot: "B", cpu_us_per_ballot: "us",
    pages: "count", page_p99_ms: "ms", joined_s: "s", host_us_per_join: "us", load_us_per_join: "us", back_s: "s", kb_per_connection: "kB", errors: "count"};

/// {metric: value} of one run, each line looked at.
function figures(place, scenario, ...words) {
    const done = place.run(["bench", "votes", "--clients", String(CLIENTS), "--seconds", "1", "--dir", FOLDER, ...words], {timeout: 60000});
    equal(done.status, 0, "exit status, and " + done.err);
    const found = {};
    for (const line of done.out.trim().split("\n")) {
        console.log("  " + line);
        const figure = JSON.parse(line);
        equal([figure.product, figure.scenario, figure.clients, figure.unit], ["iderum", scenario, CLIENTS, UNITS[figure.metric]], line);
        check(figure.fs && figure.fs !== "tmpfs", "the file system is " + figure.fs);
        check(!(figure.metric in found), "twice: " + figure.metric);
        found[figure.metric] = figure.value;
    }
    equal(Object.keys(UNITS).filter((metric) => !(metric in found)), [], "not measured");
    return found;
}

/// What must be so however slow the machine is.
function are_possible(found) {
    equal(found.errors, 0, "refusals and lost connections");
    // A machine that stands still for as long as is measured has no answer in that time, and what 40 connections take is less than what
    // else may come and go in the host's memory.
    const may_be_none = ["errors", "acks_per_s", "ack_p50_ms", "ack_p99_ms", "kb_per_connection"];
    for (const metric of Object.keys(UNITS).filter((one) => !may_be_none.includes(one))) check(found[metric] > 0, metric + " is " + found[metric]);
    check(found.ack_p50_ms <= found.ack_p99_ms, "p50 above p99");
    check(found.page_p99_ms <= found.joined_s * 1000, "joined before the pages were there");
    check(found.fsyncs_per_ballot <= 1.5, "more than a commit for each ballot: " + found.fsyncs_per_ballot);
    // A ballot's token, value and key go to the disk.
    check(found.bytes_per_ballot > 64, "a ballot in " + found.bytes_per_ballot + " bytes");
}

await program("bench-votes", async (place) => {
    mkdirSync(FOLDER, {recursive: true});
    let plain = null;
    await holds("a hall that votes at a rate is measured: coming with pages, coming back, ballots, memory", () => {
        plain = figures(place, "votes_rate", "--rate", "10");
        are_possible(plain);
        check(plain.acks_per_s < CLIENTS * 10.5, "asked for " + CLIENTS * 10 + " ballots a second, acknowledged " + plain.acks_per_s);
    });
    await holds("a hall that votes as fast as it can shares commits", () => {
        const fast = figures(place, "votes");
        are_possible(fast);
        check(fast.fsyncs_per_ballot < 1, "no ballot shared a commit: " + fast.fsyncs_per_ballot);
    });
    await holds("the same inside TLS loses nothing", () => {
        const hidden = figures(place, "votes_rate_tls", "--rate", "10", "--tls");
        are_possible(hidden);
        equal(hidden.pages, plain.pages, "pages");
    });
});
