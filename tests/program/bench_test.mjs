// ctest: 1200 s, --long, alone
// Every benchmark runs to its end on a real disk and says what it measured in the words of the peers' harness. How fast is
// fast enough is judged by people, not here: the figures lie in the build folder's bench.jsonl.
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";

import {check, equal, holds, program} from "./check.mjs";

const BUILD = process.env.IDERUM_BUILD || "build";
const KEYS = ["product", "version", "scenario", "metric", "value", "unit", "fs"];
const MINUTES_MS = 280000;
const VOTES = ["acks_per_s", "ack_p50_ms", "ack_p99_ms", "fsyncs", "fsyncs_per_ballot", "bytes_per_ballot", "cpu_us_per_ballot", "page_p99_ms", "joined_s", "back_s", "kb_per_connection"];
const RUNS = [
    [["journal"], ["single_per_s", "grouped_per_s"]],
    [["votes", "--clients", "1000"], VOTES],
    [["votes", "--clients", "1000", "--rate", "1"], VOTES],
    [["votes", "--clients", "1000", "--rate", "1", "--tls"], VOTES],
    [["votes", "--clients", "5000", "--rate", "1"], VOTES],
    [["votes", "--clients", "10000", "--rate", "1"], VOTES],
    [["start"], ["ready_ms"]],
    [["memory"], ["pss_mib"]],
    [["count"], ["count_ms"]],
];

await program("bench", async (place) => {
    const folder = join(BUILD, "bench");
    mkdirSync(folder, {recursive: true});
    const all = [];
    for (const [words, metrics] of RUNS) {
        await holds("iderum bench " + words.join(" ") + " says " + metrics.join(", "), async () => {
            const where = words[0] === "count" ? [] : ["--dir", folder];  // it touches no disk
            const done = place.run(["bench", ...words, ...where], {timeout: MINUTES_MS});
            equal(done.status, 0, "exit status, and " + done.err);
            const lines = done.out.trim().split("\n");
            const figures = lines.map((line) => JSON.parse(line));
            lines.forEach((line) => console.log("  " + line));
            all.push(...lines);
            for (const figure of figures) {
                const missing = KEYS.filter((key) => !(key in figure));
                equal(missing, [], "missing of " + JSON.stringify(figure));
                equal([figure.product, figure.scenario.startsWith(words[0])], ["iderum", true], "product and scenario of " + JSON.stringify(figure));
                check(figure.metric === "errors" ? figure.value === 0 : figure.value > 0, figure.metric + " is " + figure.value);
                check(figure.fs && figure.fs !== "tmpfs", "the file system is " + figure.fs);
            }
            equal(metrics.filter((metric) => !figures.some((figure) => figure.metric === metric)), [], "not measured");
        });
    }
    await holds("a benchmark refuses a file system in memory", async () => {
        const done = place.run(["bench", "votes", "--clients", "1", "--dir", "/dev/shm"]);
        equal(done.status, 1, "exit status");
        check(done.err.includes("tmpfs"), "it said: " + done.err);
    });
    writeFileSync(join(BUILD, "bench.jsonl"), all.join("\n") + "\n");
});
