// The real program in a folder of its own: started, killed and started again, and asked about its register afterwards.
import "../afternoon.mjs";
import assert from "node:assert/strict";
import {execFileSync, spawn} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {opened} from "./opened.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const PROGRAM = process.env.IDERUM_BIN || join(ROOT, "build/bin/iderum");
export const BUILD = process.env.IDERUM_BUILD || join(ROOT, "build");
export const COURSE = join(ROOT, "curricula/halvdag-kundresa");
const READY_MS = 20000;

/// The program without a window; gives the addresses that it prints. `keep` is told of the process at once.
function begin_host({register, environment, keep}) {
    const child = spawn(PROGRAM, ["host", "--register", register, "--course", COURSE, "--municipality", "Lindåsa", "--json", "--bind", "127.0.0.1", "--port", "0"],
        {env: environment, stdio: ["ignore", "pipe", "pipe"]});
    const said = keep(child);
    return new Promise((done, failed) => {
        let line = "";
        const patience = setTimeout(() => failed(new Error("the host was not ready within " + READY_MS + " ms; it said: " + said())), READY_MS);
        child.once("error", failed);
        child.once("exit", (code, signal) => failed(new Error("the host ended (" + (code === null ? signal : code) + ") before it was ready; it said: " + said())));
        child.stdout.on("data", (text) => {
            line += text;
            if (!line.includes("\n")) return;
            clearTimeout(patience);
            done(JSON.parse(line.slice(0, line.indexOf("\n"))));
        });
    });
}

/// One register in a new folder, gone when the test is over. `start()` gives the addresses that the program told, in
/// whatever way it was begun; `kill()` is a power cut for the process; `stop()` asks it to end.
export function new_house(begin = begin_host) {
    const folder = mkdtempSync(join(tmpdir(), "iderum-halfday-"));
    const register = join(folder, "register.iderum");
    const environment = Object.assign({}, process.env, {XDG_DATA_HOME: join(folder, "data"), XDG_STATE_HOME: join(folder, "state"), LANG: "sv_SE.UTF-8"});
    let child = null;
    let said = "";

    function keep(process) {
        child = process;
        said = "";
        child.stderr.on("data", (text) => (said += text));
        return () => said;
    }
    const start = () => begin({register, environment, keep});

    function end_with(signal) {
        const mine = child;
        if (!mine || mine.exitCode !== null || mine.signalCode !== null) return Promise.resolve(mine && mine.exitCode);
        return new Promise((done, failed) => {
            const patience = setTimeout(() => failed(new Error("the host did not end within 10 s of " + signal + "; it said: " + said)), 10000);
            mine.once("exit", (code) => {
                clearTimeout(patience);
                done(code);
            });
            mine.kill(signal);
        });
    }

    function ask(...words) {
        return execFileSync(PROGRAM, words, {env: environment, encoding: "utf8", maxBuffer: 64 * 1024 * 1024});
    }

    const remove = () => rmSync(folder, {recursive: true, force: true});
    opened("the host", () => end_with("SIGKILL").then(remove), () => {
        if (child) child.kill("SIGKILL");
        remove();
    });
    return {
        folder, register, start,
        kill: () => end_with("SIGKILL"),
        stop: () => end_with("SIGTERM"),
        said: () => said,
        is_running: () => !!child && child.exitCode === null && child.signalCode === null,
        list: () => JSON.parse(ask("register", "list", register, "--json")).ideas,
        show: (idea) => JSON.parse(ask("register", "show", register, idea, "--json")),
        verify: (file = register) => JSON.parse(ask("journal", "verify", file, "--json").split("\n")[0]),
        log: () => ask("journal", "log", register, "--json").split("\n").filter(Boolean).map((line) => JSON.parse(line)),
        backups: () => readdirSync(join(folder, "backups")).filter((name) => name.endsWith(".iderum")).map((name) => join(folder, "backups", name)),
    };
}

/// Every file under a folder, for what must be nowhere.
export function all_files(folder) {
    return readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? all_files(path) : [path];
    });
}

/// Fails if a secret (hex) stands in any file of the folder, as text or as bytes.
export function assert_nowhere(folder, secrets, what) {
    for (const file of all_files(folder)) {
        const bytes = readFileSync(file);
        for (const secret of secrets) {
            assert.equal(bytes.includes(secret) || bytes.includes(Buffer.from(secret, "hex")), false, what + " " + secret.slice(0, 6) + "… stands in " + file);
        }
    }
}

/// The blocks of the course in both languages: [{id, sv, en}].
export function read_blocks() {
    const heading = /^## (.+)$/gm;
    const swedish = Array.from(readFileSync(join(COURSE, "kurs.sv.md"), "utf8").matchAll(heading), (found) => found[1]);
    const english = readFileSync(join(COURSE, "kurs.en.md"), "utf8");
    const pairs = Array.from(english.matchAll(/^## (.+)\n+id: (.+)$/gm), (found) => ({en: found[1], id: found[2]}));
    assert.equal(swedish.length, pairs.length, "the Swedish and the English course have the same blocks");
    return pairs.map((one, index) => Object.assign(one, {sv: swedish[index]}));
}
