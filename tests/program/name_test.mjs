// The host's name on the network: told by Avahi's own program when it is there, and taken back when the host ends, however
// it ends. Here a stand-in takes that program's place, and says what Avahi 0.8 says.
import {spawn} from "node:child_process";
import {chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {request} from "node:http";
import {networkInterfaces} from "node:os";

import {check, equal, holds, program} from "./check.mjs";
import {within} from "./client.mjs";
import {BIN, Host, PATIENCE_MS} from "./host.mjs";

if (!Object.values(networkInterfaces()).flat().some((one) => !one.internal)) process.exit(77);  // a machine without any network

/// Lets `body`, a shell script's, be what the host finds as avahi-publish.
function stand_in(place, name, body) {
    const folder = place.path(name);
    mkdirSync(folder);
    writeFileSync(folder + "/avahi-publish", "#!/bin/sh\n" + body);
    chmodSync(folder + "/avahi-publish", 0o755);
    place.env.PATH = folder + ":" + process.env.PATH;
    return (file) => (existsSync(folder + "/" + file) ? readFileSync(folder + "/" + file, "utf8").trim() : "");
}

async function until(predicate, what) {
    for (const end = Date.now() + PATIENCE_MS; !predicate();) {
        if (Date.now() > end) throw new Error("waited for " + what);
        await new Promise((again) => setTimeout(again, 20));
    }
}

/// Also what has ended and only waits to be asked about is over.
function runs(pid) {
    try {
        return !/^\d+ \(.*\) [ZX]/.test(readFileSync("/proc/" + pid + "/stat", "utf8"));
    } catch (ended) {
        return false;
    }
}

const ESTABLISHED = `echo "$LC_ALL $*" >"$(dirname "$0")/words"; echo $$ >"$(dirname "$0")/pid"
echo "Established under name '$2'" >&2
exec sleep 600
`;

await program("name", async (place) => {
    await holds("the host is found by its name, says so, and the name goes with it", async () => {
        const read = stand_in(place, "plain", ESTABLISHED);
        const host = await Host.start(place, place.path("a.iderum"), ["--bind", "0.0.0.0"]);
        const {hostname, port} = new URL(host.origin);
        await until(() => host.err.includes("http://iderum.local:" + port), "the name: " + host.err);
        equal(read("words"), "C -aR iderum.local " + hostname, "what Avahi was asked");
        const status = await within(new Promise((resolve, reject) => {
            request({host: "127.0.0.1", port, path: "/", headers: {Host: "iderum.local:" + port}}, (answer) => resolve(answer.resume().statusCode)).on("error", reject).end();
        }), PATIENCE_MS, "a page by name");
        equal(status, 200, "a page by name");
        const pid = Number(read("pid"));
        check(runs(pid), "Avahi's program runs");
        equal(await host.stop(), 0, "the end");
        check(!runs(pid), "it ended with the host");
    });

    await holds("a host that is killed leaves no name behind", async () => {
        const read = stand_in(place, "killed", ESTABLISHED);
        const host = await Host.start(place, place.path("b.iderum"), ["--bind", "0.0.0.0"]);
        await until(() => read("pid"), "Avahi's program");
        await until(() => host.err.includes("iderum.local"), "the name");
        await host.kill();
        await until(() => !runs(Number(read("pid"))), "its end");
    });

    await holds("a name that somebody else has is left to them", async () => {
        stand_in(place, "taken", `if [ "$2" = iderum.local ]; then echo "Name collision, picking new name 'iderum.local-2'." >&2; exec sleep 600; fi\n` + ESTABLISHED);
        const host = await Host.start(place, place.path("c.iderum"), ["--bind", "0.0.0.0"]);
        await until(() => host.err.includes("http://iderum-2.local:"), "the next name: " + host.err);
        check(!host.err.includes("iderum.local"), host.err);
        equal(await host.stop(), 0, "the end");
    });

    await holds("without Avahi, or on this machine alone, there is no name and nothing is missed", async () => {
        stand_in(place, "none", "echo 'Failed to create client object: Daemon not running' >&2; exit 1\n");
        const without = await Host.start(place, place.path("d.iderum"), ["--bind", "0.0.0.0"]);
        equal(await without.stop(), 0, "the end");
        check(!without.err.includes(".local"), without.err);
        const read = stand_in(place, "alone", ESTABLISHED);
        const alone = await Host.start(place, place.path("e.iderum"));
        equal(await alone.stop(), 0, "the end");
        equal(read("words"), "", "what Avahi was asked");
    });

    await holds("the terminal names the test of the network on every address that others reach", async () => {
        const host = spawn(BIN, ["host", "--bind", "0.0.0.0", "--port", "0", "--register", place.path("f.iderum")], {env: place.env, stdio: ["ignore", "ignore", "pipe"]});
        let said = "";
        host.stderr.on("data", (bytes) => (said += bytes));
        const ended = new Promise((done) => host.on("exit", done));
        process.on("exit", () => host.kill("SIGKILL"));
        await until(() => said.includes("Ctrl+C"), "its words");
        host.kill("SIGTERM");
        await within(ended, PATIENCE_MS, "the end");
        const tested = said.match(/http:\S+\/net\b/g) || [];
        check(tested.length > 0 && !tested.some((url) => /127\.0\.0\.1|\[::1\]/.test(url)), said);
    });
});
