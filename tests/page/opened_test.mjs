// ctest: 120 s
// A test that fails leaves nothing open and ends at once; without that, one failure costs all the patience there is.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {readFileSync, readdirSync} from "node:fs";
import {test} from "node:test";

const HERE = new URL(".", import.meta.url);
const MARK = "iderum-test-" + process.pid;  // in the browser's command line, to find it by

function run(deed, within_s) {
    const script = `import {person_test} from "${new URL("../person/opened.mjs", HERE)}"; import {open_browser} from "${new URL("../person/driver.mjs", HERE)}"; import {start_standin} from "${new URL("standin.mjs", HERE)}";
        person_test("it fails", {within_s: ${within_s}}, async () => {
            const host = await start_standin({});
            const page = await (await open_browser("chromium", {launch: {args: ["--no-sandbox", "--disable-gpu", "--user-agent=${MARK}"]}})).page({network: true});
            await page.open(host.url + "/?k=K7QP2M");
            console.log("open");
            ${deed}
        });`;
    const began = Date.now();
    const done = spawnSync(process.execPath, ["--input-type=module", "-e", script], {encoding: "utf8", timeout: 90000, cwd: HERE, env: Object.assign({}, process.env, {NODE_TEST_CONTEXT: ""})});
    const said = done.stdout + done.stderr;
    assert.match(said, /^open$/m, "the browser was open: " + said);
    assert.equal(done.status, 1, "it failed: " + said);
    return {took_ms: Date.now() - began, said};
}

function left_running() {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).filter((name) => {
        try {
            return readFileSync("/proc/" + name + "/cmdline", "utf8").includes("--user-agent=" + MARK);
        } catch (ended) {
            return false;
        }
    });
}

test("a failure with waits under way ends the file and the browser", () => {
    const {took_ms, said} = run(`page.wait_for("@never", {timeout: 80000}).catch(() => null); throw new Error("on purpose");`, 80);
    assert.match(said, /on purpose/);
    assert.ok(took_ms < 40000, "it took " + took_ms + " ms");
    assert.deepEqual(left_running(), []);
});

test("a test that never answers is ended by its own deadline, and says so", () => {
    const {took_ms, said} = run("await new Promise(() => setInterval(() => null, 1000));", 10);
    assert.match(said, /took more than 10 s/);
    assert.ok(took_ms < 60000, "it took " + took_ms + " ms");
    assert.deepEqual(left_running(), []);
});
