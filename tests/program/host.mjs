// Starts the real program, `iderum`, for tests: hosts that can be killed and started again, and single commands.
// Everything lies in a folder of its own that goes away when the test succeeds; every host ends with the test.
import "../afternoon.mjs";
import {spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";

export const BIN = process.env.IDERUM_BIN || "build/bin/iderum";
export const LONG = Boolean(process.env.IDERUM_LONG);
/// Far longer than anything should take: sanitizers and busy machines are slow, and a test must still end.
export const PATIENCE_MS = 30000;

const running = new Set();
process.on("exit", () => {
    for (const child of running) child.kill("SIGKILL");
});

/// With setpriv the host ends even when the test itself is killed; its process id is the host's own.
const with_parent = spawnSync("setpriv", ["--pdeathsig", "KILL", "true"]).status === 0;

/// A folder for one test file.
export class Place {
    constructor(name, folder = mkdtempSync(join(tmpdir(), "iderum-" + name + "-"))) {
        this.folder = folder;
        this.env = Object.assign({}, process.env, {LC_ALL: "sv_SE.UTF-8"});
        for (const kind of ["DATA", "STATE"]) {
            this.env["XDG_" + kind + "_HOME"] = join(folder, "home-" + kind.toLowerCase());
            mkdirSync(this.env["XDG_" + kind + "_HOME"], {recursive: true});
        }
    }

    path(...names) {
        return join(this.folder, ...names);
    }

    remove() {
        rmSync(this.folder, {recursive: true, force: true});
    }

    /// One command to its end: {status, out, err}. Fails when it takes too long.
    run(args, options = {}) {
        const done = spawnSync(BIN, args, {env: this.env, encoding: "utf8", timeout: PATIENCE_MS, maxBuffer: 1 << 26, cwd: this.folder, ...options});
        if (done.error) throw new Error("iderum " + args.join(" ") + ": " + done.error.message);
        return {status: done.status, out: done.stdout, err: done.stderr};
    }

    /// A line of bash with the program as "$IDERUM" and `words` as "$1" …: {status, out, err}.
    shell(line, ...words) {
        const done = spawnSync("bash", ["-c", line, "bash", ...words], {env: {...this.env, LC_ALL: "C.UTF-8", IDERUM: resolve(BIN)}, encoding: "utf8", timeout: PATIENCE_MS, cwd: this.folder});
        if (done.error) throw new Error(line + ": " + done.error.message);
        return {status: done.status, out: done.stdout, err: done.stderr};
    }

    /// A command that shall succeed; its output.
    must(...args) {
        const done = this.run(args);
        if (done.status !== 0) throw new Error("iderum " + args.join(" ") + " gave " + done.status + ": " + done.err + done.out);
        return done.out;
    }

    /// `iderum journal verify`, as an object; fails unless the file is sound.
    verify(file) {
        const done = this.run(["journal", "verify", file, "--json"]);
        const report = done.out.startsWith("{") ? JSON.parse(done.out) : null;
        if (done.status !== 0 || !report || !report.sound) throw new Error("verify of " + file + ": " + done.status + " " + done.err + done.out);
        return report;
    }

    /// Rows of a query, read beside a running host by SQLite's own program: [[text, …], …].
    query(file, sql) {
        const done = spawnSync("sqlite3", ["-readonly", "-separator", "\x1f", "-newline", "\x1e", "-cmd", ".timeout 5000", file, sql], {encoding: "utf8", timeout: PATIENCE_MS, maxBuffer: 1 << 26});
        if (done.error || done.status !== 0) throw new Error("sqlite3: " + (done.error ? done.error.message : done.stderr));
        return done.stdout.split("\x1e").filter((row) => row).map((row) => row.split("\x1f"));
    }
}

// Tests run side by side, so a register's first host gets a port of its own, below those that outgoing connections take;
// later hosts of that register must find it again by themselves.
const begun = new Set();
function first_port(file, extra) {
    if (begun.has(file) || extra.includes("--port")) return [];
    begun.add(file);
    return ["--port", String(20000 + Math.floor(Math.random() * 12000))];
}

/// A running `iderum host`.
export class Host {
    /// Starts one and waits for its line. Fails with the program's own words when it ends instead.
    static async start(place, file, extra = [], options = {}) {
        const host = new Host(place, file, extra, options);
        await host.ready;
        return host;
    }

    constructor(place, file, extra, options) {
        this.file = file;
        this.err = "";
        const args = ["host", "--json", ...(extra.includes("--bind") ? [] : ["--bind", "127.0.0.1"]), "--register", file, ...first_port(file, extra), ...extra];
        const words = with_parent ? ["setpriv", "--pdeathsig", "KILL", BIN, ...args] : [BIN, ...args];
        const child = spawn(words[0], words.slice(1), {env: place.env, cwd: place.folder, stdio: ["ignore", "pipe", "pipe"], ...options});
        this.child = child;
        running.add(child);
        let out = "";
        this.ended = new Promise((resolve) => child.on("exit", (status, signal) => {
            running.delete(child);
            resolve({status, signal});
        }));
        child.stderr.on("data", (bytes) => (this.err += bytes));
        this.ready = new Promise((resolve, reject) => {
            const late = setTimeout(() => reject(new Error("the host said nothing within " + PATIENCE_MS + " ms: " + this.err)), PATIENCE_MS);
            child.stdout.on("data", (bytes) => {
                out += bytes;
                if (!out.includes("\n")) return;
                clearTimeout(late);
                this.line = out.slice(0, out.indexOf("\n"));
                Object.assign(this, JSON.parse(this.line));
                this.origin = new URL(this.join_url).origin;
                resolve(this);
            });
            child.on("error", reject);
            child.on("exit", (status) => {
                clearTimeout(late);
                reject(new Error("the host ended with " + status + ": " + this.err));
            });
        });
        this.ready.catch(() => {});
    }

    /// SIGKILL: nothing is said, saved or closed.
    async kill() {
        process.kill(this.child.pid, "SIGKILL");
        return this.ended;
    }

    /// SIGTERM; gives the exit status.
    async stop() {
        this.child.kill("SIGTERM");
        const late = setTimeout(() => this.child.kill("SIGKILL"), PATIENCE_MS);
        const {status, signal} = await this.ended;
        clearTimeout(late);
        if (signal) throw new Error("the host did not end by itself: " + signal + " " + this.err);
        return status;
    }
}

/// The files of a folder and below, as [path, bytes].
export function* bytes_below(folder) {
    for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (!existsSync(path)) continue;
        if (statSync(path).isDirectory()) yield* bytes_below(path);
        else yield [path, readFileSync(path)];
    }
}
