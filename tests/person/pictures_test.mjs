// ctest: 600 s, --long
// A picture of every screen of the wall, light and dark, in 1080p and in 4K: build/screens/<size>-<theme>/. To be looked at
// beside the mockups. With IDERUM_PICTURES=docs/pictures it also writes those that the README shows.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, test} from "node:test";
import {close_and_reveal, go_to, open_poll, remote_of, tablets_of, vote} from "../program/client.mjs";
import {Screen, Wall} from "./display.mjs";
import {read_way} from "./wall_way.mjs";

const BIN = process.env.IDERUM_BIN || "build/bin/iderum";
const BUILD = process.env.IDERUM_BUILD || "build";
/// Of the display that the pictures are for: what is read and touched on it is as large as on any other.
const INCHES = process.env.IDERUM_INCHES || "65";
const SIZES = {"1080p": [1920, 1080], "4k": [3840, 2160]};
const IN_README = {"01-start": "start", "02b-journey-feelings": "journey", "06-result": "result"};

const STEPS = [["fore", "Letar efter rätt sida"], ["fore", "Mejlar tre personer"], ["fore", "Väntar på svar"], ["under", "Hämtar nyckel på lunchen"],
    ["under", "Hittar inte ljuset"], ["under", "Ringer vaktmästaren"], ["efter", "Lämnar nyckeln i ett skåp"], ["efter", "Får en räkning till fel adress"]];
const IDEAS = ["Nyckelskåp med kod vid entrén", "Svar samma kväll", "Lampa i fönstret när lokalen är ledig", "Priset står på kartan, även för helger", "En bild visar var ljuset tänds 💡",
    "En människa svarar när det är bråttom", "Föreningen innan lämnar över nyckeln", "فاتورة واحدة لكل فصل", "Påminnelse dagen före", "Boka flera veckor på en gång"];
const GROUPS = {"Nycklar och ljus": [0, 2, 4, 6], "Besked": [1, 5, 8]};

class Round {
    constructor(size, theme) {
        this.folder = mkdtempSync(join(tmpdir(), "iderum-pictures-"));
        this.size = size;
        this.theme = theme;
    }

    async open() {
        Wall.extra = {XDG_STATE_HOME: join(this.folder, "state"), XDG_DATA_HOME: join(this.folder, "data")};
        const register = join(this.folder, "lindasa.iderum");
        execFileSync(BIN, ["demo", register], {env: {...process.env, ...Wall.extra}, stdio: "ignore"});
        // Room for two displays side by side: the wall to the left, the trainer's own view to the right.
        const [wide, high] = SIZES[this.size];
        this.screen = await Screen.open(2 * wide, high);
        const dark = this.theme === "dark" ? ["--dark"] : [];
        this.wall = await Wall.open(this.screen, "wall", "--window", wide + "x" + high, "--register", register, "--bind", "127.0.0.1", "--port", "0", "--municipality", "Lindåsa", "--inches", INCHES, "--less-motion", ...dark);
    }

    async close() {
        await this.wall?.close();
        await this.screen?.close();
        rmSync(this.folder, {recursive: true, force: true});
    }

    /// What is on the glass when it stands still: a frame may be half there, or on its way.
    async look(name, from = 0) {
        for (let last = null, now = this.#save(name, from), tries = 0; last !== now && tries < 8; ++tries) {
            await new Promise((resume) => setTimeout(resume, 200));
            [last, now] = [now, this.#save(name, from)];
        }
    }

    #save(name, from) {
        const [wide, high] = SIZES[this.size];
        const area = [from, 0, wide, high];
        const readme = process.env.IDERUM_PICTURES;
        if (readme && this.size === "1080p" && this.theme === "light" && IN_README[name]) this.screen.save(join(readme, IN_README[name] + ".png"), area);
        return this.screen.save(join(BUILD, "screens", this.size + "-" + this.theme, name + ".png"), area);
    }

    /// What the second display shows: a window of its own, moved to where that display would be.
    async second(view, name) {
        const {wall, screen} = this;
        const [wide, high] = SIZES[this.size];
        await wall.tap("dock/more");
        await this.until((now) => now.zones["sheet/more/screens"], "the sheet");
        await wall.tap("sheet/more/screens");
        await this.until((now) => now.zones["sheet/screens/second/" + view], "the choice");
        const before = screen.windows();
        await wall.tap("sheet/screens/second/" + view);
        if (view !== "none" && before.length < 2) {
            await this.until((now) => now.zones["sheet/screens/beside"], "a window of its own is offered");
            assert.equal(screen.windows().length, 1, "the trainer's view is not on the only display by itself");
            await wall.tap("sheet/screens/beside");
            const window = await screen.new_window(before);
            screen.xdotool("windowmove", "--sync", window, wide, 0, "windowsize", window, wide, high);
            this.main = before[0];
        }
        await wall.tap("sheet/close");
        await this.until((now) => !now.zones["sheet/close"], "the sheet gone");
        await this.look(name, wide);
        // Keys are for the wall; a window that opens takes them.
        screen.xdotool("windowfocus", "--sync", this.main);
        // Given its size while it opened, it showed no more than what had changed since.
        if (view !== "none") assert.ok(screen.black([wide, 0, wide, high]) < 0.5, "all of " + name + " is drawn");
    }

    /// The second display's, which is told of what happens after the wall's.
    async beside(name) {
        await new Promise((resume) => setTimeout(resume, 1000));
        return this.look(name, SIZES[this.size][0]);
    }

    until(holds, what) {
        return this.wall.wait_until(holds, what);
    }

    async shown(screen, name) {
        await this.until((now) => now.screen === screen, screen);
        await this.look(name);
    }

    async sheet(id, zone, name) {
        await this.wall.tap(id);
        await this.until((now) => now.zones["sheet/close"] && now.zones[zone], zone);
        await this.look(name);
        await this.wall.tap("sheet/close");
        await this.until((now) => !now.zones["sheet/close"], "the sheet gone");
    }
}

/// The remote asks to be let in, and somebody at the wall does.
async function let_in(round, way) {
    const joining = remote_of(way);
    await round.until((now) => now.zones["pairing/let_in"], "the remote that asks to be let in");
    await round.look("02e-remote-asks");
    await round.wall.tap("pairing/let_in");
    return joining;
}

/// Many hands at once; the trainer lets all of it in.
async function write_all(room, block, texts) {
    const notes = [];
    for (const [i, [group, text]] of texts.entries()) notes.push((await room.tablets[i % room.tablets.length].ask({t: "note", block, text, group})).note);
    return notes;
}

/// The doors to what comes later, the settings of the display, the lock.
async function around(round) {
    const {wall} = round;
    await round.shown("start", "01-start");
    for (const door of ["challenges", "authoring", "report"]) {
        await wall.tap("start/door/" + door);
        await round.until((now) => now.zones["start/coming/stay"], "what comes behind the door");
        await round.look("01b-" + door);
        await wall.tap("start/coming/stay");
        await round.until((now) => !now.zones["start/coming/stay"], "the start screen");
    }
    await round.sheet("start/screens", "sheet/screens/test", "17-screens");
    await wall.tap("start/lock");
    await round.until((now) => now.zones["lock/key/1"], "the keypad");
    for (const key of ["1", "2"]) await wall.tap("lock/key/" + key);
    await round.until((now) => now.zones["lock/key/erase"], "two digits");
    await round.look("18-lock");
    await wall.tap("lock/cancel");
    await round.until((now) => !now.zones["lock/cancel"], "no lock");
}

async function register(round) {
    const {wall} = round;
    await wall.tap("start/door/ideas");
    await round.until((now) => Object.keys(now.zones).some((id) => id.startsWith("register/card/")), "ideas");
    await round.look("08-register");
    await wall.tap("register/filter/more");
    await round.until((now) => now.zones["register/filters/giver/0"], "the filters");
    await round.look("08c-filters");
    await wall.tap("register/filters/close");
    await round.until((now) => !now.zones["register/filters/close"], "the filters gone");
    await wall.tap("register/search");
    await round.until((now) => now.zones["register/keyboard/space"], "the keyboard");
    for (const key of ["z", "x", "q"]) await wall.tap("register/keyboard/key-" + key);
    await round.until((now) => now.texts["register/empty/title"], "that nothing is found");
    await round.look("08d-nothing-found");
    await wall.tap("register/clear");
    await round.until((now) => Object.keys(now.zones).some((id) => id.startsWith("register/card/")), "ideas again");
    const cards = Object.keys(wall.now.zones).filter((id) => id.startsWith("register/card/"));
    // The one with a test that goes on, as in the mockup, where it is to be seen.
    await wall.tap(cards.find((id) => wall.now.texts[id] === "Ungas makt över maten") || cards[0]);
    await round.until((now) => now.screen === "idea" && now.zones["idea/part/economy"], "the idea");
    await round.look("09-idea");
    wall.key("Escape");
    await round.until((now) => now.screen === "register", "the register again");
    await wall.tap("register/dock/list");
    await round.until((now) => Object.keys(now.zones).some((id) => id.startsWith("register/row/")), "the list");
    await round.look("08b-list");
    await wall.tap("register/dock/home");
    await round.until((now) => now.screen === "start", "the start screen again");
    await wall.tap("start/continue");
    await round.shown("lobby", "02-lobby");
}

async function morning(round, room) {
    const {remote, tablets} = room;
    await go_to(remote, "lar-kanna-samira");
    await write_all(room, "lar-kanna-samira", [["vet", "Bokar åt fotbollens flickor 11"], ["vet", "Arbetar natt på äldreboendet"], ["gissar", "Skäms för att fråga igen"]]);
    await round.shown("persona", "03-persona");
    await go_to(remote, "rita-resan");
    await write_all(room, "rita-resan", STEPS);
    await round.until((now) => now.screen === "journey", "the journey");
    await remote.do("moderation", {on: true});
    await write_all(room, "rita-resan", [["under", "Ringer 070-174 06 35"], ["efter", "Städar i mörker"]]);
    await remote.until(() => remote.state.inbox.length === 2, "the inbox");
    await round.look("02-journey");
    await round.second("trainer", "13-trainer");
    await round.second("audience", "02b-audience");
    await round.sheet("dock/inbox", "sheet/inbox/direct", "04b-inbox");
    await round.sheet("dock/more", "sheet/more/remote", "02c-more");
    await read_way(round.wall, () => round.look("02d-remote"));
    const poll = await open_poll(remote, tablets);
    await Promise.all(tablets.map((tablet, i) => tablet.ask(vote(poll.id, tablet.ballots[poll.id], 1, {feelings: Object.fromEntries(poll.options.map((one, at) => [one.id, ((i + at * 2) % 5) - 2]))}))));
    await close_and_reveal(remote, poll.id);
    await round.until((now) => now.screen === "journey" && now.zones["dock/result"], "the feelings on the journey");
    await round.look("02b-journey-feelings");
    await round.beside("02b-audience-feelings");
}

async function ideas(round, room) {
    const {remote, tablets} = room;
    await remote.do("moderation", {on: false});
    await go_to(remote, "ideer-i-tysthet");
    const notes = await write_all(room, "ideer-i-tysthet", IDEAS.map((text) => ["", text]));
    await go_to(remote, "sortera");
    for (const [name, which] of Object.entries(GROUPS)) {
        const {cluster} = await remote.do("cluster", {name});
        for (const at of which) await remote.do("sort", {note: notes[at], cluster});
    }
    await round.until((now) => now.screen === "ideas" && Object.values(now.texts).includes("Besked"), "the groups");
    await round.look("04-ideas");
    const note = "note/" + notes[9];
    await round.wall.tap(note);
    await round.until((now) => now.zones["menu/merge"], "a note's menu");
    await round.look("04c-note-menu");
    await round.wall.tap("menu/fix");
    await round.until((now) => now.zones["writing/keyboard/space"], "the keyboard");
    await round.look("04d-keyboard");
    await round.wall.tap("writing/cancel");
    await go_to(remote, "tre-prickar");
    const poll = await open_poll(remote, tablets);
    await Promise.all(tablets.slice(1).map((tablet, i) => tablet.ask(vote(poll.id, tablet.ballots[poll.id], 1,
        {dots: {nytta: {[notes[0]]: 2, [notes[(i * 3) % notes.length]]: 1}, nytankande: {[notes[i % 3]]: 1, [notes[4]]: 1}}}))));
    await round.until((now) => now.screen === "vote" && Object.values(now.texts).some((text) => /\b7 av 8\b/.test(text)), "seven votes");
    await round.look("05-vote");
    await round.beside("05-vote-audience");
    await close_and_reveal(remote, poll.id);
    await round.shown("reveal", "06-result");
    await round.beside("06-result-audience");
    await round.wall.tap("reveal/save");
    await round.until((now) => now.zones["reveal/undo"], "the ideas saved");
    await round.look("06b-saved");
    // The dock has it only where there is room.
    await round.wall.tap("dock/more");
    await round.until((now) => now.zones["sheet/more/agenda"], "the way to the agenda");
    await round.sheet("sheet/more/agenda", "sheet/agenda/list", "13b-agenda");
    await go_to(remote, "fika");
    await round.until((now) => now.screen === "break", "the break");
    await round.look("05b-break");
    await round.second("trainer", "13c-trainer-break");
    await round.second("audience", "05c-break-audience");
    await round.second("none", "05d-alone");
}

for (const size of Object.keys(SIZES)) {
    for (const theme of ["light", "dark"]) {
        describe("pictures, " + size + ", " + theme, () => {
            test("every screen of the wall is reached and pictured", async () => {
                const round = new Round(size, theme);
                try {
                    await round.open();
                    await around(round);
                    await register(round);
                    const way = await read_way(round.wall);
                    const room = {remote: await let_in(round, way), tablets: await tablets_of(way, 8)};
                    await room.remote.do("moderation", {on: false});
                    await morning(round, room);
                    await ideas(round, room);
                    for (const client of [room.remote, ...room.tablets]) client.leave();
                } finally {
                    await round.close();
                }
            });
        });
    }
}
