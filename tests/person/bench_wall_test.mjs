// ctest: 600 s, --long, alone
// The wall's benchmark runs to its end on a display of its own and says what it measured: frames and votes with nothing else,
// while many vote, and while a board is exported meanwhile. How fast is fast enough is judged by people, not here; the figures
// lie in the build folder's bench_wall.jsonl.
import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {Screen} from "./display.mjs";
import {opened, person_test} from "./opened.mjs";

const BIN = process.env.IDERUM_BIN || "build/bin/iderum";
const BUILD = process.env.IDERUM_BUILD || "build";
const PHASES = ["whole", "quiet", "votes", "export"];
const METRICS = PHASES.flatMap((phase) => ["frame_p50_ms", "frame_p99_ms", "frames"].map((metric) => phase + "_" + metric))
    .concat(["ack_p50_ms", "ack_p99_ms", "errors", "exports", "export_p50_ms", "export_ack_p50_ms", "export_ack_p99_ms", "export_errors", "votes_frame_ratio", "export_frame_ratio", "export_ack_ratio", "pss_mib"]);

/// The program's lines, when it has ended by itself.
function run(screen, ...words) {
    return new Promise((done, failed) => {
        const child = spawn(BIN, ["bench", "wall", "--dir", join(BUILD, "bench"), ...words], {env: {...process.env, DISPLAY: screen.name}, stdio: ["ignore", "pipe", "pipe"]});
        opened("the benchmark", () => child.kill("SIGKILL"));
        let out = "", said = "";
        child.stdout.on("data", (text) => (out += text));
        child.stderr.on("data", (text) => (said += text));
        child.once("error", failed);
        child.once("exit", (code) => (code === 0 ? done(out.trim().split("\n")) : failed(new Error("it ended with " + code + ": " + said + out))));
    });
}

for (const clients of [1000, 5000]) {
    person_test("iderum bench wall says what frames and votes took, with " + clients + " who vote and a board that is exported", {within_s: 280}, async () => {
        mkdirSync(join(BUILD, "bench"), {recursive: true});
        const screen = await Screen.open();
        opened("the display", () => screen.close());
        const lines = await run(screen, "--clients", String(clients), "--seconds", "10");
        for (const line of lines) console.log("  " + line);
        writeFileSync(join(BUILD, "bench_wall.jsonl"), lines.join("\n") + "\n", {flag: clients === 1000 ? "w" : "a"});
        const figures = Object.fromEntries(lines.map((line) => JSON.parse(line)).map((one) => [one.metric, one.value]));
        assert.deepEqual(METRICS.filter((metric) => !(metric in figures)), [], "not measured");
        assert.deepEqual([figures.errors, figures.export_errors], [0, 0], "votes that were not acknowledged");
        assert.ok(figures.exports > 0, "no board was exported");
        for (const phase of PHASES) assert.ok(figures[phase + "_frames"] >= 30, phase + ": " + figures[phase + "_frames"] + " frames");
    });
}
