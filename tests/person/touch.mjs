// A touch display that only tests see: an X server whose test input listens on sockets, with fingers and a pen. The server
// speaks the protocol of xf86-input-inputtest (its header xf86-input-inputtest-protocol.h): each message begins with its
// length and kind, in the machine's own byte order.
import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {connect} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Desk, Wall} from "./display.mjs";

const BIN = process.env.IDERUM_BIN || "build/bin/iderum";

const PATIENCE_MS = 30000;
const KIND = {version: 0, sync: 1, motion: 2, button: 4, touch: 6};
const PHASE = {down: 18, move: 19, up: 20};
const MOST_VALUATORS = 64;
const WHOLE = 65535;  // of an axis, over the screen
const PRESSED = 1000;  // a pen, as hard as can be

const DEVICES = [["keyboard", "Keyboard", "CoreKeyboard"], ["pointer", "PointerAbsolute", "CorePointer"], ["touch", "Touch", "SendCoreEvents"],
    ["pen", "PointerAbsolute", "SendCoreEvents", `  Option "PointerHasPressure" "true"`]];

const along = (px, whole) => (px + 0.5) / whole * WHOLE;

function message(kind, length) {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32LE(length, 0);
    bytes.writeUInt32LE(kind, 4);
    return bytes;
}

function touch_message(finger, phase, x, y) {
    const bytes = message(KIND.touch, 16 + 16 + 2 * 8 * MOST_VALUATORS);
    bytes.writeUInt32LE(finger, 8);
    bytes.writeUInt32LE(PHASE[phase], 12);
    bytes.writeUInt8(0b11, 20);  // which axes follow: x and y
    bytes.writeDoubleLE(x, 32);
    bytes.writeDoubleLE(y, 40);
    return bytes;
}

function pen_message(phase, x, y, pressure) {
    const moves = phase === "move";
    const head = moves ? 16 : 24;  // then what the axes are at
    const bytes = message(moves ? KIND.motion : KIND.button, head + 16 + 2 * 8 * MOST_VALUATORS);
    bytes.writeUInt32LE(1, 8);  // absolute
    if (!moves) {
        bytes.writeInt32LE(1, 12);  // its tip
        bytes.writeUInt32LE(phase === "down" ? 1 : 0, 16);
    }
    bytes.writeUInt8(0b10011, head + 4);  // x, y, and the fifth: pressure
    bytes.writeDoubleLE(x, head + 16);
    bytes.writeDoubleLE(y, head + 24);
    bytes.writeDoubleLE(pressure, head + 48);
    return bytes;
}

/// The connection to one device. The driver takes one, and goes mad when it ends: it stays as long as the server.
class Injector {
    static async open(path) {
        for (const until = Date.now() + PATIENCE_MS; !existsSync(path); await new Promise((done) => setTimeout(done, 20))) {
            if (Date.now() > until) throw new Error("no touch device at " + path);
        }
        const injector = new Injector();
        injector.line = connect(path);
        injector.come = Buffer.alloc(0);
        injector.line.on("data", (bytes) => {
            injector.come = Buffer.concat([injector.come, bytes]);
            injector.told?.();
        });
        injector.line.on("error", () => injector.told?.());
        const version = message(KIND.version, 12);
        version.writeUInt16LE(1, 8);
        version.writeUInt16LE(1, 10);
        injector.line.write(version);
        await injector.#answer(12);
        return injector;
    }

    async #answer(length) {
        const until = Date.now() + PATIENCE_MS;
        while (this.come.length < length) {
            if (Date.now() > until) throw new Error("the touch device does not answer");
            await new Promise((done) => {
                this.told = done;
                setTimeout(done, 200);
            });
        }
        this.come = this.come.subarray(length);
    }

    /// Returns when the server has taken it.
    async write(messages) {
        this.line.write(Buffer.concat([...messages, message(KIND.sync, 8)]));
        await this.#answer(8);
    }
}

export class TouchDesk extends Desk {
    static async open(size) {
        const desk = await super.open(size);
        [desk.width, desk.height] = size.split("x").map(Number);
        desk.injector = await Injector.open(join(desk.folder, "touch"));
        return desk;
    }

    config() {
        const device = ([name, type, , more = ""]) => `
Section "InputDevice"
  Identifier "${name}"
  Driver "inputtest"
  Option "SocketPath" "${join(this.folder, name)}"
  Option "DeviceType" "${type}"
  Option "TouchCount" "10"
${more}
EndSection
`;
        return super.config() + DEVICES.map(device).join("") + `
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
${DEVICES.map(([name, , as]) => `  InputDevice "${name}" "${as}"`).join("\n")}
EndSection
`;
    }

    /// What the pen does: "down", "move" (also above the glass) or "up", px of the display; `pressure`: 0 to 1.
    async pen(phase, x, y, pressure = 0) {
        this.pen_injector ??= await Injector.open(join(this.folder, "pen"));
        await this.pen_injector.write([pen_message(phase, along(x, this.width), along(y, this.height), pressure * PRESSED)]);
    }

    /// What several fingers do at the same moment: [finger, "down", "move" or "up", x, y], px of the display.
    async touch(...deeds) {
        await this.injector.write(deeds.map(([finger, phase, x, y]) => touch_message(finger, phase, along(x, this.width), along(y, this.height))));
    }

    /// Fingers that go from one place to another at once, in steps: [[x, y], [x, y]] each. They stay down.
    async go(ways, first = 1, steps = 12) {
        await this.touch(...ways.map(([[x, y]], i) => [first + i, "down", x, y]));
        for (let step = 1; step <= steps; ++step) {
            const at = (from, to) => from + (to - from) * step / steps;
            await this.touch(...ways.map(([from, to], i) => [first + i, "move", at(from[0], to[0]), at(from[1], to[1])]));
        }
    }

    async lift(ways, first = 1) {
        await this.touch(...ways.map(([, [x, y]], i) => [first + i, "up", x, y]));
    }
}

/// A wall on a touch display, with the demo's register in a folder of its own. `run` runs the program beside it.
export async function open_touch_wall(name) {
    const folder = mkdtempSync(join(tmpdir(), "iderum-" + name + "-"));
    const register = join(folder, "lindasa.iderum");
    Wall.extra = {XDG_STATE_HOME: join(folder, "state"), XDG_DATA_HOME: join(folder, "data")};
    const run = (...words) => execFileSync(BIN, words, {env: {...process.env, ...Wall.extra}, encoding: "utf8"});
    let desk, wall;
    const close = async () => {
        await wall?.close();
        await desk?.close();
        rmSync(folder, {recursive: true, force: true});
    };
    try {
        run("demo", register);
        desk = await TouchDesk.open("1920x1080");
        wall = await Wall.open(desk, "wall", "--register", register, "--bind", "127.0.0.1", "--port", "0", "--less-motion");
    } catch (why) {
        await close();
        throw why;
    }
    return {folder, register, run, desk, wall, close};
}
