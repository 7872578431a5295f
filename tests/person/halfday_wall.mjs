// The trainer at the wall: a real pointer on real buttons of the program's own window. The same deeds as the remote's
// page (halfday_trainer.mjs), each done when the screen says so.
import assert from "node:assert/strict";
import {COURSE} from "./halfday_host.mjs";
import {Screen, Wall} from "./display.mjs";
import {opened} from "./opened.mjs";
import {read_way} from "./wall_way.mjs";

const INBOX = "sheet/inbox/list";

/// A display with a trainer before it; `begin` starts the program there, as often as it must.
export async function open_wall_trainer() {
    const screen = await Screen.open();
    opened("the display", () => screen.close());
    return new WallTrainer(screen);
}

class WallTrainer {
    constructor(screen) {
        this.screen = screen;
        // What pictures are taken of; there is no script on it that could fail.
        this.page = {screenshot: (file) => screen.save(file), axe: () => [], back: {faults: []}};
        this.begin = (plan) => this.#begin(plan);
    }

    async #begin({register, environment, keep}) {
        Wall.extra = environment;
        this.wall = await Wall.open(this.screen, "wall", "--register", register, "--course", COURSE, "--municipality", "Lindåsa", "--bind", "127.0.0.1", "--port", "0", "--less-motion");
        keep(this.wall.child);
        await this.tap("start/continue");
        await this.until((now) => now.screen !== "start", "the session");
        const {origin, code, remote_code} = await read_way(this.wall);
        return {join_url: origin + "/?k=" + code, code, remote_url: origin + "/remote", remote_code, audience_url: origin + "/audience?k=" + code};
    }

    until(holds, what) {
        return this.wall.wait_until(holds, what);
    }

    tap(id) {
        return this.wall.tap(id);
    }

    #text(id) {
        return this.wall.now.texts[id] || "";
    }

    /// The places on the screen whose name begins so: [the rest of each name].
    #named(start) {
        return Object.keys(this.wall.now.zones).filter((id) => id.startsWith(start)).map((id) => id.slice(start.length));
    }

    /// A sheet grows and shrinks with what is in it: a finger that came down where its button was tries again.
    async #close_sheet() {
        for (const until = Date.now() + 20000; Date.now() < until;) {
            await this.tap("sheet/close");
            for (const soon = Date.now() + 3000; Date.now() < soon;) {
                const now = await this.wall.ask("get");
                if (now.frame) this.wall.now = now;
                if (!this.wall.now.zones["sheet/close"]) return;
                await new Promise((done) => setTimeout(done, 50));
            }
        }
        throw new Error("the sheet does not close");
    }

    /// The main action rests when a vote has made it another.
    async #to_the_dock() {
        await this.until((now) => now.zones["dock/next"] && now.texts["dock/next/rests"] === undefined, "the dock");
    }

    async pair(host, look) {
        await look();
    }

    async next(title) {
        await this.#to_the_dock();
        await this.until(() => this.#text("dock/next").endsWith(title), "the way to “" + title + "”");
        await this.#to_the_dock();
        await this.tap("dock/next");
        await this.until((now) => !this.#text("dock/next").endsWith(title) && now.zones["dock/next"], "“" + title + "”");
    }

    /// Every other block has been looked at by the tablets, which see it from the same host.
    wait_for_title() {
        return this.#to_the_dock();
    }

    async is_saved() {
        await this.until((now) => !Object.values(now.texts).includes("Sparar …"), "all on disk");
    }

    async add(minutes) {
        const id = minutes === 5 ? "add-5" : minutes > 0 ? "add-1" : "take-1";
        const times = minutes === 5 ? 1 : Math.abs(minutes);
        for (let i = 0; i < times; ++i) {
            const before = this.#text(this.#timer());
            await this.tap(Object.keys(this.wall.now.zones).find((one) => one.endsWith("/" + id)));
            await this.until(() => this.#text(this.#timer()) !== before, "the clock moved");
        }
    }

    #timer() {
        return Object.keys(this.wall.now.texts).find((id) => id.endsWith("/timer") || id === "timer");
    }

    clock_is(over) {
        return this.until(() => this.#text(this.#timer()).startsWith("+") === over, over ? "the clock over time" : "time left again");
    }

    /// The wall is the host: it is away when it is gone, and back when it has begun.
    is_away() {}
    is_back() {}

    in_sheet(opener, deed) {
        return deed();
    }

    #waiting() {
        return Number((this.#text("sheet/inbox/waiting").match(/\d+/) || ["0"])[0]);
    }

    wait_for_inbox(count) {
        return this.until((now) => now.zones["sheet/close"] && this.#text("sheet/inbox/waiting") !== "" && this.#waiting() === count, count + " in the inbox");
    }

    /// Everything in the inbox from top to bottom: [{id, text, held}].
    async #read_inbox() {
        const found = new Map();
        const take = () => {
            for (const id of this.#named("sheet/inbox/approve/")) {
                const text = this.#text("sheet/inbox/text/" + id);
                if (text) found.set(id, {id, text, held: this.#text("sheet/inbox/approve/" + id) === "Visa ändå"});
            }
        };
        take();
        // A slow machine draws one frame for several turns of the wheel: what was passed by is found from the top again.
        for (let looks = 0; found.size < this.#waiting() && looks < 4; ++looks) {
            if (this.wall.now.zones[INBOX]) await this.wall.wheel(INBOX, -40);
            for (let still = 0; found.size < this.#waiting() && still < 12;) {
                const before = found.size;
                take();
                still = found.size > before ? 0 : still + 1;
                if (this.wall.now.zones[INBOX]) await this.wall.wheel(INBOX, 2);
            }
        }
        return Array.from(found.values());
    }

    async #tap_in_inbox(deed, id) {
        const zone = "sheet/inbox/" + deed + "/" + id;
        await this.wall.reach(INBOX, zone);
        await this.tap(zone);
    }

    async moderate(count, {hide = () => false, mend = {}, look = null} = {}) {
        await this.#to_the_dock();
        await this.tap("dock/inbox");
        await this.wait_for_inbox(count);
        if (look) await look();
        const notes = await this.#read_inbox();
        assert.equal(notes.length, count, "all that waits can be seen in the inbox");
        let left = count;
        for (const note of notes) {
            if (hide(note.text)) {
                await this.#tap_in_inbox("hide", note.id);
                left -= 1;
                await this.wait_for_inbox(left);
            } else if (mend[note.text]) {
                await this.#tap_in_inbox("fix", note.id);
                await this.#write(mend[note.text]);
                await this.until((now) => Object.values(now.texts).includes(mend[note.text]) && !now.zones["writing/save"], "the mended text in the inbox");
            }
        }
        if (this.wall.now.zones["sheet/inbox/approve_all"]) {
            await this.tap("sheet/inbox/approve_all");
            const held = notes.filter((note) => note.held && !hide(note.text)).length;
            await this.wait_for_inbox(held);
            left = held;
        }
        for (; left > 0; --left) {
            await this.tap("sheet/inbox/approve/" + this.#named("sheet/inbox/approve/")[0]);
            await this.wait_for_inbox(left - 1);
        }
        await this.#close_sheet();
        return notes;
    }

    /// On the keyboard on the screen, in place of what stood there, and saved.
    async #write(text) {
        await this.until((now) => now.zones["writing/save"] && now.zones["writing/keyboard/space"] && now.focus === "writing/text", "the field and its keyboard");
        this.wall.key("ctrl+a", "BackSpace");
        // A sentence begins: the keyboard has capitals by itself.
        await this.until(() => this.#text("writing/text") === "" && this.#text("writing/keyboard/key-a") === "A", "an empty field");
        let written = "";
        for (const letter of text) {
            const key = "writing/keyboard/" + (letter === " " ? "space" : "key-" + letter.toLowerCase());
            if (letter !== " " && this.#text(key) !== letter) {
                await this.tap("writing/keyboard/shift");
                await this.until(() => this.#text(key) === letter, "“" + letter + "” on its key");
            }
            await this.tap(key);
            written += letter;
            await this.until(() => this.#text("writing/text") === written, "“" + written + "”");
        }
        await this.tap("writing/save");
    }

    /// The block's vote is its main thing, or a tool of the dock.
    async open_poll() {
        await this.#to_the_dock();
        await this.tap(this.wall.now.zones["dock/vote"] ? "dock/vote" : "dock/next");
        await this.until((now) => now.screen === "vote", "the vote");
    }

    turnout(index, count, of) {
        const words = new RegExp("\\b" + count + " av " + of + "\\b");
        return this.until((now) => Object.values(now.texts).some((text) => words.test(text)), count + " of " + of + " votes on the wall");
    }

    async close_and_reveal(index, count) {
        await this.#to_the_dock();
        await this.tap("dock/next");
        await this.until(() => this.#text("dock/next") === "Visa resultatet", "the vote closed");
        await this.turnout(index, count, count);
        await this.#to_the_dock();
        await this.tap("dock/next");
        // Feelings are shown on the journey itself.
        await this.until((now) => now.screen === "reveal" || now.zones["dock/result"], "the result");
    }

    async save(index, notes, look) {
        await this.until((now) => now.zones["reveal/save"], "what can be saved");
        const offered = new Set();
        for (const id of notes) {
            await this.wall.reach("reveal/ideas", "reveal/save/" + id);
            for (const one of this.#named("reveal/save/")) offered.add(one);
        }
        for (let before = -1; before !== offered.size;) {
            before = offered.size;
            for (const id of Array.from(offered)) {
                await this.wall.reach("reveal/ideas", "reveal/save/" + id);
                for (const one of this.#named("reveal/save/")) offered.add(one);
                const on = () => this.#text("reveal/save/" + id).startsWith("✓ ");
                if (on() === notes.includes(id)) continue;
                await this.tap("reveal/save/" + id);
                await this.until(() => on() === notes.includes(id), "the tick");
            }
        }
        if (look) await look();
        await this.tap("reveal/save");
        await this.until((now) => now.zones["reveal/undo"], "the ideas saved");
        return Array.from(offered);
    }

    async undo() {
        await this.tap("reveal/undo");
        await this.until((now) => now.zones["reveal/save"], "the saving undone");
    }

    /// The note on the board that says this.
    async #note(text) {
        const is_it = (id) => /^note\/[0-9a-f-]{36}$/.test(id) && this.#text(id) === text;
        await this.until((now) => Object.keys(now.texts).some(is_it), "“" + text + "” on the board");
        const id = Object.keys(this.wall.now.texts).find(is_it);
        if (this.wall.now.zones.ideas) await this.wall.reach("ideas", id);
        return id;
    }

    async #menu_of(text, item) {
        await this.tap(await this.#note(text));
        await this.until((now) => now.zones["menu/" + item], "the menu of “" + text + "”");
        await this.tap("menu/" + item);
    }

    async merge(text, into) {
        const id = await this.#note(text);
        await this.#menu_of(text, "merge");
        await this.until((now) => now.zones["menu/stop"], "the question with which");
        await this.tap(await this.#note(into));
        await this.until((now) => !now.texts[id], "“" + text + "” behind “" + into + "”");
    }

    async sort(text, group) {
        const cluster = Object.keys(this.wall.now.texts).find((id) => /^cluster\/[^/]+\/title$/.test(id) && this.#text(id) === group);
        if (cluster) {
            await this.#menu_of(text, "move");
            await this.until((now) => now.zones["menu/stop"], "the question where");
            await this.wall.tap_top(cluster.replace(/\/title$/, ""));
        } else {
            await this.#menu_of(text, "group");
            await this.#write(group);
        }
        // The tablets see it too; here it stands within the group's frame.
        await this.until((now) => {
            const title = Object.keys(now.texts).find((id) => /^cluster\/[^/]+\/title$/.test(id) && now.texts[id] === group);
            const note = Object.keys(now.texts).find((id) => /^note\/[0-9a-f-]{36}$/.test(id) && now.texts[id] === text);
            if (!title || !note || !now.zones[note]) return false;
            const [x, y, w, h] = now.zones[title.replace(/\/title$/, "")] || [0, 0, 0, 0];
            const [left, top] = now.zones[note];
            return left >= x && left < x + w && top >= y && top < y + h;
        }, "“" + text + "” under " + group);
    }

    async end(look) {
        await this.#to_the_dock();
        await this.tap("dock/next");
        await this.until((now) => now.zones["end/go"], "the question");
        if (look) await look();
        await this.tap("end/go");
        await this.until((now) => now.screen === "ended" || now.zones["end/go"], "an answer");
        if (this.wall.now.screen !== "ended") {
            await this.tap("end/go");
            await this.until((now) => now.screen === "ended", "the end");
        }
    }
}
