// ctest: 300 s, --long, alone
// The free board's benchmark says what it measured in the words of the peers' harness, so that their reports take both side by
// side. How fast is fast enough is judged by people, not here.
import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {Screen} from "./display.mjs";
import {opened, person_test} from "./opened.mjs";

const BIN = process.env.IDERUM_BIN || "build/bin/iderum";
const BUILD = process.env.IDERUM_BUILD || "build";
const KEYS = ["config", "metric", "notes", "product", "scenario", "unit", "value", "version"];
const OPEN = ["paint_ms", "interactive_ms"];
const HAND = ["fps", "drawn_fps", "frame_ms_median", "frame_ms_p99", "input_ms_median", "input_ms_p99", "main_thread_ms_per_frame", "other_cpu_pct"];
const MEMORY = ["rss_sum_mib", "pss_sum_mib"];
const EXPORT = ["seconds_s", "file_mib", "text_elements"];
const ADD = ["add_per_s", "undo_per_s", "count_added", "count_after_undo"];
const FIGURES = {
    open_near: OPEN, open_fit: OPEN,
    pan_near: HAND, pan_mid: HAND, pan_fit: HAND, zoom_sweep: HAND, drag_note: HAND,
    memory_near: MEMORY, memory_after: MEMORY,
    add_1000: ADD,
    export_svg: EXPORT, export_png: EXPORT, export_pdf: EXPORT,
};
const UNITS = [[/_ms$|_ms_/, "ms"], [/_mib$/, "MiB"], [/_pct$/, "%"], [/fps$|_per_s$/, "1/s"], [/_s$/, "s"], [/^count_|_elements$/, ""]];

/// {code, figures, said} when the program has ended.
function run(screen, ...words) {
    return new Promise((done, failed) => {
        const child = spawn(BIN, ["bench", "canvas", "--dir", join(BUILD, "bench"), "--size", "1280x720", "--seconds", "0.5", ...words], {env: {...process.env, DISPLAY: screen.name}, stdio: ["ignore", "pipe", "pipe"]});
        opened("the benchmark", () => child.kill("SIGKILL"));
        let out = "", said = "";
        child.stdout.on("data", (text) => (out += text));
        child.stderr.on("data", (text) => (said += text));
        child.once("error", failed);
        child.once("exit", (code) => done({code, said, figures: out.split("\n").filter(Boolean).map((line) => JSON.parse(line))}));
    });
}

async function a_screen() {
    mkdirSync(join(BUILD, "bench"), {recursive: true});
    const screen = await Screen.open();
    opened("the display", () => screen.close());
    return screen;
}

function of(figures, scenario, metric) {
    const found = figures.filter((one) => one.scenario === scenario && one.metric === metric);
    assert.equal(found.length, 1, scenario + " " + metric + " is there " + found.length + " times");
    return found[0].value;
}

person_test("iderum bench canvas has every scenario and figure of the peers' harness, with its keys and units", {within_s: 240}, async () => {
    const {code, figures, said} = await run(await a_screen(), "--notes", "100");
    assert.equal(code, 0, said);
    for (const one of figures) {
        assert.deepEqual(Object.keys(one).sort(), KEYS, JSON.stringify(one));
        assert.deepEqual([one.product, one.notes, typeof one.value], ["iderum", 100, "number"], JSON.stringify(one));
        assert.match(one.config, /^[a-z0-9]+-\d+c-1280x720-[a-z0-9]+$/);
        const unit = UNITS.find(([name]) => name.test(one.metric));
        if (unit) assert.equal(one.unit, unit[1], JSON.stringify(one));
    }
    for (const [scenario, metrics] of Object.entries(FIGURES)) {
        for (const metric of metrics) {
            const value = of(figures, scenario, metric);
            assert.ok(metric === "other_cpu_pct" || metric === "text_elements" ? value >= 0 : value > 0, scenario + " " + metric + " is " + value);
        }
    }
    assert.deepEqual(Object.keys(FIGURES).filter((name) => !figures.some((one) => one.scenario === name)), []);
    for (const scenario of Object.keys(FIGURES).filter((name) => FIGURES[name] === HAND)) {
        const each = (metric) => of(figures, scenario, metric);
        assert.ok(each("main_thread_ms_per_frame") <= each("cpu_ms_per_frame") + 0.5, scenario + ": the main thread took more than the program");
        assert.ok(each("drawn_fps") <= each("fps"), scenario + ": more was drawn than asked for");
        assert.ok(each("input_ms_p99") >= each("input_ms_median"), scenario + ": input");
    }
    assert.ok(of(figures, "memory_near", "rss_sum_mib") >= of(figures, "memory_near", "pss_sum_mib"), "memory");
    assert.deepEqual(["count_before", "count_added", "count_after_undo"].map((metric) => of(figures, "add_1000", metric)), [100, 1100, 100]);
    assert.ok(of(figures, "export_svg", "text_elements") >= 100 && of(figures, "export_pdf", "text_elements") >= 100, "words of the exports");
    assert.equal(of(figures, "export_png", "text_elements"), 0);
});

person_test("a board of no notes is added to, and nothing else is measured on it", {within_s: 60}, async () => {
    const screen = await a_screen();
    const added = await run(screen, "--notes", "0", "--scenario", "add_1000");
    assert.equal(added.code, 0, added.said);
    assert.deepEqual(["count_before", "count_added", "count_after_undo"].map((metric) => of(added.figures, "add_1000", metric)), [0, 1000, 0]);
    const refused = await run(screen, "--notes", "0", "--scenario", "pan_fit");
    assert.deepEqual([refused.code, refused.figures], [1, []]);
    assert.match(refused.said, /add_1000/);
});
