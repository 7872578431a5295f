// Something for other programs to paste: a client of an X server that has its clipboard and gives what is asked for, as
// an image program does. The few words of X's core protocol that this takes; all numbers as this machine writes them.
import {connect} from "node:net";

const ATOM = 4;  // the type of a list of atoms
const SELECTION_REQUEST = 30;
const SELECTION_NOTIFY = 31;

function request(code, detail, words) {
    const bytes = Buffer.alloc(4 + 4 * words.length);
    bytes.writeUInt8(code, 0);
    bytes.writeUInt8(detail, 1);
    bytes.writeUInt16LE(bytes.length / 4, 2);
    words.forEach((word, i) => bytes.writeUInt32LE(word >>> 0, 4 + 4 * i));
    return bytes;
}

function with_bytes(head, bytes) {
    const whole = Buffer.concat([head, bytes, Buffer.alloc((4 - bytes.length % 4) % 4)]);
    whole.writeUInt16LE(whole.length / 4, 2);
    return whole;
}

export class Clipboard {
    /// Has it until `close`. `type`: "image/png"; `content`: its bytes, at most 200 kB. No content: it never answers.
    static async hold(display, type, content) {
        const clipboard = new this();
        clipboard.content = content;
        clipboard.come = Buffer.alloc(0);
        clipboard.line = connect("/tmp/.X11-unix/X" + display.replace(/^:/, "").replace(/\..*/, ""));
        clipboard.line.on("data", (bytes) => {
            clipboard.come = Buffer.concat([clipboard.come, bytes]);
            clipboard.told?.();
        });
        const hello = Buffer.alloc(12);
        hello.write("l", 0);
        hello.writeUInt16LE(11, 2);
        clipboard.line.write(hello);
        const setup = await clipboard.#take(8, (head) => 8 + 4 * head.readUInt16LE(6));
        if (setup[0] !== 1) throw new Error("the X server does not let the clipboard in");
        clipboard.window = setup.readUInt32LE(12);
        const root = setup.readUInt32LE(40 + ((setup.readUInt16LE(24) + 3) & ~3) + 8 * setup[29]);
        // A window of 1 × 1 that only asks; then the names that are needed.
        clipboard.line.write(request(1, 0, [clipboard.window, root, 0, 0x00010001, 2 << 16, 0, 0]));
        clipboard.selection = await clipboard.#atom("CLIPBOARD");
        clipboard.targets = await clipboard.#atom("TARGETS");
        clipboard.type = await clipboard.#atom(type);
        clipboard.line.write(request(22, 0, [clipboard.window, clipboard.selection, 0]));
        clipboard.line.write(request(23, 0, [clipboard.selection]));
        const owner = await clipboard.#take(32);
        if (owner.readUInt32LE(8) !== clipboard.window) throw new Error("the clipboard is another's");
        clipboard.told = () => clipboard.#answer();
        return clipboard;
    }

    async #take(least, length_of = () => least) {
        for (;;) {
            const length = this.come.length >= least ? length_of(this.come) : Infinity;
            if (this.come.length >= length) {
                const taken = this.come.subarray(0, length);
                this.come = this.come.subarray(length);
                return taken;
            }
            await new Promise((done) => (this.told = done));
        }
    }

    async #atom(name) {
        const head = request(16, 0, [0]);
        head.writeUInt16LE(name.length, 4);
        this.line.write(with_bytes(head, Buffer.from(name)));
        return (await this.#take(32)).readUInt32LE(8);
    }

    #answer() {
        for (; this.come.length >= 32; this.come = this.come.subarray(32)) {
            if ((this.come[0] & 0x7f) !== SELECTION_REQUEST) continue;
            const [time, , asker, selection, target, property] = [4, 8, 12, 16, 20, 24].map((at) => this.come.readUInt32LE(at));
            if (!this.content) continue;
            const has = target === this.type || target === this.targets;
            if (target === this.type) this.#put(asker, property, target, 8, this.content);
            if (target === this.targets) this.#put(asker, property, ATOM, 32, Buffer.from(Uint32Array.of(this.targets, this.type).buffer));
            const event = Buffer.alloc(32);
            event.writeUInt8(SELECTION_NOTIFY, 0);
            [time, asker, selection, target, has ? property : 0].forEach((word, i) => event.writeUInt32LE(word, 4 + 4 * i));
            this.line.write(Buffer.concat([request(25, 0, [asker, 0]), event]).fill(Buffer.from([11, 0]), 2, 4));
        }
    }

    #put(window, property, type, format, bytes) {
        this.line.write(with_bytes(request(18, 0, [window, property, type, format, bytes.length * 8 / format]), bytes));
    }

    close() {
        this.line.destroy();
    }
}
