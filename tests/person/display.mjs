// A display that only tests see (Xvfb), hands on it (xdotool: real X events) and eyes: the wall's windows as a person
// meets them. Places are found by the program's probe, which is only read.
import "../afternoon.mjs";
import {spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {connect} from "node:net";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {crc32_of, png} from "./png.mjs";

const BIN = process.env.IDERUM_BIN || "build/bin/iderum";
const PATIENCE_MS = 30000;
const running = new Set();
process.on("exit", () => {
    for (const child of running) child.kill("SIGKILL");
});
const with_parent = spawnSync("setpriv", ["--pdeathsig", "KILL", "true"]).status === 0;

function start(command, args, options) {
    const child = with_parent ? spawn("setpriv", ["--pdeathsig", "KILL", command, ...args], options) : spawn(command, args, options);
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
}

function ended(child) {
    return child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((done) => child.once("exit", done));
}

/// A display of this size; nothing else runs on it.
export class Screen {
    static async open(width = 1920, height = 1080) {
        const screen = new Screen();
        screen.folder = mkdtempSync(join(tmpdir(), "iderum-screen-"));
        screen.width = width;
        screen.height = height;
        screen.server = start("Xvfb", ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-fbdir", screen.folder, "-nolisten", "tcp", "-noreset", "-ac"], {stdio: ["ignore", "ignore", "ignore", "pipe"]});
        screen.name = ":" + await new Promise((done, failed) => {
            screen.server.stdio[3].once("data", (text) => done(String(text).trim()));
            screen.server.once("error", failed);
            screen.server.once("exit", () => failed(new Error("Xvfb did not start")));
        });
        return screen;
    }

    xdotool(...words) {
        const done = spawnSync("xdotool", words.map(String), {env: {...process.env, DISPLAY: this.name}, encoding: "utf8", timeout: PATIENCE_MS});
        if (done.error || done.status !== 0) throw new Error("xdotool " + words.join(" ") + ": " + (done.error ? done.error.message : done.stderr));
        return done.stdout.trim();
    }

    /// What is on the glass now, as an XWD file: a head of big-endian words, then rows. Xvfb keeps it so.
    glass() {
        return readFileSync(join(this.folder, "Xvfb_screen0"));
    }

    /// The glass or a part of it: rows of red, green and blue.
    #rgb([left, top, wide, high]) {
        const raw = this.glass();
        const word = (i) => raw.readUInt32BE(i * 4);
        const from = word(0) + word(19) * 12;
        const step = word(11) / 8;  // bits per pixel: Xvfb keeps 32, Xorg's dummy 24
        const rgb = Buffer.alloc(wide * high * 3);
        for (let y = top, to = 0; y < top + high; ++y) {
            for (let x = 0, at = from + y * word(12) + left * step; x < wide; ++x, at += step) {
                rgb[to++] = raw[at + 2];
                rgb[to++] = raw[at + 1];
                rgb[to++] = raw[at];
            }
        }
        return rgb;
    }

    /// Saves it as a PNG file; gives a digest of it.
    save(file, area = [0, 0, this.width, this.height]) {
        const rgb = this.#rgb(area);
        mkdirSync(dirname(file), {recursive: true});
        writeFileSync(file, png(area[2], area[3], rgb));
        return crc32_of(rgb);
    }

    /// The share of it that is black, or so nearly that nobody sees a difference: nothing was drawn there.
    black(area) {
        const rgb = this.#rgb(area);
        let count = 0;
        for (let at = 0; at < rgb.length; at += 3) count += Math.max(rgb[at], rgb[at + 1], rgb[at + 2]) < 8 ? 3 : 0;
        return count / rgb.length;
    }

    /// The colour of one px, as [red, green, blue].
    colour(x, y) {
        return [...this.#rgb([x, y, 1, 1])];
    }

    /// The ids of the program's windows.
    windows() {
        return this.xdotool("search", "--onlyvisible", "--class", "iderum").split("\n");
    }

    /// The window that was not among these.
    async new_window(before) {
        for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await new Promise((done) => setTimeout(done, 50))) {
            const found = this.windows().find((one) => !before.includes(one));
            if (found) return found;
        }
        throw new Error("no new window");
    }

    async close() {
        this.server.kill();
        await ended(this.server);
        rmSync(this.folder, {recursive: true, force: true});
    }
}

const DUMMY = `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
EndSection
`;

/// An X server with several displays, beside each other, that are plugged in and out while it runs.
export class Desk extends Screen {
    /// `sizes`: "1920x1080" of each, from the left.
    static async open(...sizes) {
        const desk = new this();
        desk.folder = mkdtempSync(join(tmpdir(), "iderum-desk-"));
        writeFileSync(join(desk.folder, "xorg.conf"), desk.config());
        desk.server = start("Xorg", ["-displayfd", "3", "-config", join(desk.folder, "xorg.conf"), "-logfile", join(desk.folder, "log"), "-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp", "-ac"],
            {stdio: ["ignore", "ignore", "ignore", "pipe"]});
        desk.name = ":" + await new Promise((done, failed) => {
            desk.server.stdio[3].once("data", (text) => done(String(text).trim()));
            desk.server.once("error", failed);
            desk.server.once("exit", () => failed(new Error("Xorg did not start: " + readFileSync(join(desk.folder, "log"), "utf8").split("\n").filter((line) => line.includes("(EE)")).join("\n"))));
        });
        for (let i = 0; i < sizes.length; ++i) desk.plug(i, sizes[i]);
        return desk;
    }

    config() {
        return DUMMY;
    }

    run(command, ...words) {
        const done = spawnSync(command, words.map(String), {env: {...process.env, DISPLAY: this.name}, timeout: PATIENCE_MS, maxBuffer: 1 << 28});
        if (done.error || done.status !== 0) throw new Error(command + " " + words.join(" ") + ": " + (done.error ? done.error.message : done.stderr));
        return done.stdout;
    }

    plug(number, size) {
        const name = "DUMMY" + number;
        if (number > 0) this.run("xrandr", "--addmode", name, size);
        this.run("xrandr", "--output", name, "--mode", size, ...(number > 0 ? ["--right-of", "DUMMY" + (number - 1)] : ["--primary"]));
        this.#look();
    }

    /// The dummy driver notices what is plugged in when somebody asks.
    #look() {
        this.run("xrandr", "--query");
    }

    unplug(number) {
        this.run("xrandr", "--output", "DUMMY" + number, "--off");
        this.#look();
    }

    /// Both show the same picture.
    mirror(number, size) {
        this.run("xrandr", "--output", "DUMMY" + number, "--mode", size, "--same-as", "DUMMY0");
        this.#look();
    }

    /// Where the program's windows are that can be seen: "1920x1080+0+0", sorted.
    places() {
        const geometry = (id) => Object.fromEntries(this.xdotool("getwindowgeometry", "--shell", id).split("\n").map((line) => line.split("=")));
        return this.windows().filter(Boolean).map(geometry).map((one) => `${one.WIDTH}x${one.HEIGHT}+${one.X}+${one.Y}`).sort();
    }

    async places_are(wanted, what) {
        let now;
        for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await new Promise((done) => setTimeout(done, 50))) {
            try {
                now = this.places();
            } catch (gone) {
                now = [String(gone)];  // a window went while it was asked about
            }
            if (JSON.stringify(now) === JSON.stringify(wanted)) return;
        }
        throw new Error(what + ": wanted " + wanted + ", the windows are at " + now);
    }

    glass() {
        return this.run("xwd", "-root", "-silent");
    }
}

/// The program in a window on a screen.
export class Wall {
    /// `args`: "gallery", "--dark" …
    static async open(screen, ...args) {
        const wall = new Wall();
        wall.screen = screen;
        wall.socket = join(screen.folder, "probe");
        wall.said = "";
        wall.child = start(BIN, [...args, "--probe", wall.socket], {env: {...process.env, LC_ALL: "sv_SE.UTF-8", DISPLAY: screen.name, ...Wall.extra}, stdio: ["ignore", "ignore", "pipe"]});
        wall.child.stderr.on("data", (text) => (wall.said += text));
        await wall.#connect();
        wall.now = await wall.wait_until((now) => now.frame > 0, "a first frame");
        // Without a window manager the keyboard goes where it is put.
        screen.xdotool("search", "--sync", "--class", "iderum", "windowfocus");
        return wall;
    }

    async #connect() {
        const until = Date.now() + PATIENCE_MS;
        for (;;) {
            if (wall_ended(this.child)) throw new Error("iderum ended: " + this.said);
            if (existsSync(this.socket)) {
                const tried = await new Promise((done) => {
                    const line = connect(this.socket, () => done(line));
                    line.once("error", () => done(null));
                });
                if (tried) {
                    this.line = tried;
                    break;
                }
            }
            if (Date.now() > until) throw new Error("no probe: " + this.said);
            await new Promise((done) => setTimeout(done, 20));
        }
        this.waiting = [];
        let rest = "";
        this.line.on("data", (text) => {
            rest += text;
            for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
                this.waiting.shift()?.(JSON.parse(rest.slice(0, end)));
                rest = rest.slice(end + 1);
            }
        });
        this.line.once("close", () => {
            for (const done of this.waiting.splice(0)) done({});
        });
    }

    ask(words) {
        return new Promise((done) => {
            this.waiting.push(done);
            this.line.write(words + "\n");
        });
    }

    /// The probe's word when it says what is expected; never sleeps, waits for frames.
    async wait_until(holds, what) {
        const until = Date.now() + PATIENCE_MS;
        let now = await this.ask("get");
        // What is asked for may also look at `this.now`.
        const is_so = () => now.frame && holds((this.now = now));
        while (!is_so()) {
            if (wall_ended(this.child)) throw new Error("iderum ended: " + this.said);
            if (Date.now() > until) throw new Error("waited for " + what + "; the screen says " + JSON.stringify({screen: now.screen, texts: now.texts}));
            now = await this.ask("next " + (now.frame || 0));
        }
        return now;
    }

    said_is(words) {
        return this.wait_until((now) => now.texts.said === words, "said: " + words);
    }

    async #place(id) {
        const now = await this.wait_until((one) => one.zones[id] && one.zones[id][2] > 0, id);
        const [x, y, w, h] = now.zones[id];
        return [Math.round(x + w / 2), Math.round(y + h / 2)];
    }

    /// A real pointer goes there and presses.
    async tap(id) {
        const [x, y] = await this.#place(id);
        this.screen.xdotool("mousemove", x, y, "mousedown", 1, "mouseup", 1);
    }

    /// The same on a display that begins at this point of the desk.
    async tap_at_display(desk, id, [left, top]) {
        const [x, y] = await this.#place(id);
        desk.xdotool("mousemove", left + x, top + y, "mousedown", 1, "mouseup", 1);
    }

    /// At its upper edge, where nothing lies on it.
    async tap_top(id) {
        const [x] = await this.#place(id);
        this.screen.xdotool("mousemove", x, Math.round(this.now.zones[id][1] + 20), "mousedown", 1, "mouseup", 1);
    }

    /// Turns the wheel over a place, down or (negative) up, and waits for what that shows.
    async wheel(place, clicks) {
        const [x, y, w, h] = this.now.zones[place];
        this.screen.xdotool("mousemove", Math.round(x + w / 2), Math.round(y + h / 2), "click", "--repeat", Math.abs(clicks), "--delay", 0, clicks < 0 ? 4 : 5);
        this.now = await this.ask("next " + this.now.frame);
    }

    /// Stands still: turns of the wheel that are still on their way would take it from under the pointer.
    async #rests(id) {
        const where = JSON.stringify(this.now.zones[id]);
        await new Promise((done) => setTimeout(done, 100));
        this.now = await this.ask("get");
        return JSON.stringify(this.now.zones[id]) === where;
    }

    /// Turns the wheel over a list until all of this zone is in it; looks through the whole list for what is not to be seen.
    async reach(list, id) {
        let back = false;
        let still = 0;  // frames that came without anything having moved
        for (let turns = 0; turns < 300; ++turns) {
            const [place, zone] = [this.now.zones[list], this.now.zones[id]];
            if (!place && zone) return;  // all of it is shown
            const above = zone && zone[1] < place[1] + 4;
            const below = !zone || zone[1] + zone[3] > place[1] + place[3] - 4;
            if (zone && !above && !below) {
                if (await this.#rests(id)) return;
                continue;
            }
            const seen = JSON.stringify(this.now.zones);
            await this.wheel(list, above || (back && !zone) ? -1 : 1);
            still = JSON.stringify(this.now.zones) === seen ? still + 1 : 0;
            if (still < 8) continue;
            if (zone && await this.#rests(id)) return;  // it stands at the end
            if (back) break;
            back = true;
            still = 0;
        }
        throw new Error("not to be found in " + list + ": " + id);
    }

    async drag(id, dx, dy) {
        const [x, y] = await this.#place(id);
        const way = [];
        for (let i = 1; i <= 8; ++i) way.push("mousemove", Math.round(x + dx * i / 8), Math.round(y + dy * i / 8));
        this.screen.xdotool("mousemove", x, y, "mousedown", 1, ...way, "mouseup", 1);
    }

    /// Holds until the screen says so.
    async hold(id, holds, what) {
        const [x, y] = await this.#place(id);
        this.screen.xdotool("mousemove", x, y, "mousedown", 1);
        await this.wait_until(holds, what);
        this.screen.xdotool("mouseup", 1);
    }

    key(...names) {
        this.screen.xdotool("key", "--delay", 0, ...names);
    }

    type(words) {
        this.screen.xdotool("type", "--delay", 0, words);
    }

    /// Ends it as a system does, and gives its exit code.
    async close(signal = "SIGTERM") {
        this.line?.destroy();
        this.child.kill(signal);
        await ended(this.child);
        return this.child.exitCode;
    }
}
Wall.extra = {};

function wall_ended(child) {
    return child.exitCode !== null || child.signalCode !== null;
}
