// What the benchmarks of the wall count, on a display of their own. Their times are for people to judge.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {Screen} from "./display.mjs";

const BIN = process.env.IDERUM_BIN || "build/bin/iderum";

async function measured(...words) {
    const screen = await Screen.open();
    try {
        const done = spawnSync(BIN, ["bench", ...words], {env: {...process.env, DISPLAY: screen.name, LC_ALL: "sv_SE.UTF-8"}, encoding: "utf8", timeout: 100000});
        assert.equal(done.status, 0, done.stderr);
        return Object.fromEntries(done.stdout.trim().split("\n").map((line) => JSON.parse(line)).map(({metric, value}) => [metric, value]));
    } finally {
        await screen.close();
    }
}

test("a frame like the one before draws nothing, and a clock's tick a small part of a frame", async () => {
    const figures = await measured("window", "--seconds", "0.2");
    assert.equal(figures.live_whole_drawn_px, 1920 * 1080);
    assert.equal(figures.live_same_drawn_px, 0);
    assert.equal(figures.live_same_triangles, 0);
    assert.ok(figures.live_tick_drawn_px > 0 && figures.live_tick_drawn_px < 1920 * 1080 / 20, "a tick draws " + figures.live_tick_drawn_px + " px");
    assert.ok(figures.live_tick_triangles < figures.live_whole_triangles / 10, "and " + figures.live_tick_triangles + " triangles");
});

test("while tablets vote, the wall draws little more than without them", async () => {
    const folder = mkdtempSync(join(process.env.IDERUM_BUILD || "build", "bench-wall-"));
    try {
        const figures = await measured("wall", "--clients", "40", "--seconds", "2", "--dir", folder);
        assert.equal(figures.errors, 0);
        assert.ok(figures.ack_p99_ms > 0 && figures.pss_mib > 0);
        assert.ok(figures.quiet_frame_drawn_px > 0 && figures.quiet_frame_drawn_px < 1920 * 1080 / 20, "quiet: " + figures.quiet_frame_drawn_px + " px");
        assert.ok(figures.votes_frame_drawn_px < 1920 * 1080 / 10, "votes: " + figures.votes_frame_drawn_px + " px");
    } finally {
        rmSync(folder, {recursive: true, force: true});
    }
});
