// ctest: 180 s
// A free board in a real window, by one person with a mouse and a keyboard: begun from a template, filled, drawn on,
// tidied, undone, found, looked at large, brought back from its history, printed; and all of it is there when the program
// has been killed. Pictures of each step lie in build/screens/board/.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, describe} from "node:test";
import {Clipboard} from "./clipboard.mjs";
import {Screen, Wall} from "./display.mjs";
import {png} from "./png.mjs";
import {steps} from "./steps.mjs";

const BIN = process.env.IDERUM_BIN || "build/bin/iderum";
const picture = (name) => join(process.env.IDERUM_BUILD || "build", "screens", "board", name + ".png");
const TEXTS = ["Sena bussar", "Ingen ringer tillbaka", "Nyckel bara dagtid"];

describe("a free board, by hand", () => {
    let folder, screen, wall, register;
    const step = steps(() => screen.save(picture("failed")));
    /// When all words are set: what is not ready is drawn as bars.
    const look = async (name) => {
        const save = () => screen.save(picture(name));
        for (let last = null, now = save(); last !== now; last = now, now = save());
    };
    const run = (...words) => execFileSync(BIN, words, {env: {...process.env, ...Wall.extra}, encoding: "utf8"});
    const boards = () => JSON.parse(run("board", "list", register, "--json")).free_boards;
    const content = (title) => JSON.parse(run("board", "export", register, boards().find((one) => one.title === title).id, "--json", "-"));
    const open = async () => {
        wall = await Wall.open(screen, "wall", "--register", register, "--bind", "127.0.0.1", "--port", "0", "--less-motion");
        await wall.wait_until((now) => now.screen === "start", "the start screen");
    };
    const until = (holds, what) => wall.wait_until(holds, what);
    const item_with = (text) => Object.keys(wall.now.zones).find((id) => /^item\/[0-9a-f-]+$/.test(id) && wall.now.texts[id] === text);
    const centre = (id) => [wall.now.zones[id][0] + wall.now.zones[id][2] / 2, wall.now.zones[id][1] + wall.now.zones[id][3] / 2];
    const count = () => Number.parseInt(wall.now.texts["board/count"], 10);
    const mouse = (...words) => screen.xdotool(...words.map((word) => (typeof word === "number" ? Math.round(word) : word)));
    const click = (x, y, times = 1) => mouse("mousemove", x, y, ...Array(times).fill(["mousedown", 1, "mouseup", 1]).flat());
    const draw = (points) => mouse("mousemove", ...points[0], "mousedown", 1, ...points.slice(1).flatMap((at) => ["mousemove", ...at]), "mouseup", 1);
    const way = (from, to, steps = 10) => Array.from({length: steps + 1}, (_, i) => [from[0] + (to[0] - from[0]) * i / steps, from[1] + (to[1] - from[1]) * i / steps]);
    const tool = async (name, choice) => {
        await wall.tap("tool/" + name);
        if (choice) await wall.tap("tool/" + choice);
        await until(() => true, "a frame");
    };
    const begin = async (form) => {
        await wall.tap("start/boards");
        await wall.tap("sheet/boards/new");
        await until((now) => now.zones["sheet/boards/forms"] && now.zones["sheet/boards/form/empty"], "the templates");
        await wall.reach("sheet/boards/forms", "sheet/boards/form/" + form);
        await wall.tap("sheet/boards/form/" + form);
        await until((now) => now.screen === "board" && now.zones["board/name"], form);
    };
    const home = async () => {
        await wall.tap("dock/home");
        await until((now) => now.screen === "start", "the start screen");
    };
    const moved_to = (id, [x, y]) => until((now) => now.zones[id] && Math.hypot(centre(id)[0] - x, centre(id)[1] - y) < 3, "the note at " + [x, y] + ", it is at " + centre(id));

    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "iderum-board-"));
        Wall.extra = {XDG_STATE_HOME: join(folder, "state"), XDG_DATA_HOME: join(folder, "data")};
        register = join(folder, "lindasa.iderum");
        run("demo", register);
        screen = await Screen.open();
        await open();
    });
    after(async () => {
        await wall?.close();
        await screen?.close();
        rmSync(folder, {recursive: true, force: true});
    });

    step("templates are begun from their list, and a field is written in by two taps, on the screen's keys and on real ones", async () => {
        await begin("journey_map");
        await until(() => item_with("Vem?"), "its fields");
        await look("01-journey");
        await home();
        await begin("persona");
        await until(() => item_with("Namn"), "its fields");
        const [x, y, w, h] = wall.now.zones["item/" + item_with("Namn").slice(5)];
        click(x + w / 2, y + h + 60, 2);
        await until((now) => now.zones["canvas/write/text"] && now.zones["canvas/write/keyboard/key-s"], "a field to write in");
        for (const key of "samira") await wall.tap("canvas/write/keyboard/key-" + key);
        await until((now) => now.texts["canvas/write/text"] === "Samira", "the letters");
        wall.type(" 41");
        await until((now) => now.texts["canvas/write/text"] === "Samira 41", "the words");
        await look("02-persona-writing");
        await wall.tap("canvas/write/done");
        await until(() => item_with("Samira 41"), "the note");
        await look("03-persona");
        await home();
    });

    step("notes, a line and a stroke are put on an empty board", async () => {
        await begin("empty");
        await tool("note", "colour/mint");
        for (const [i, text] of TEXTS.entries()) {
            click(560 + 400 * i, 300);
            await until((now) => now.focus === "canvas/write/text", "a note to write on");
            wall.type(text);
            await until((now) => now.texts["canvas/write/text"] === text, text);
            if (i === 0) await look("04-note");
            await wall.tap("canvas/write/done");
            await until(() => item_with(text), "the note");
        }
        await tool("line", "means/causes");
        draw(way(centre(item_with(TEXTS[0])), centre(item_with(TEXTS[1]))));
        await until(() => count() === 4, "the line");
        await tool("ink", "width/8");
        draw(Array.from({length: 60}, (_, i) => [560 + 10 * i, 800 + 60 * Math.sin(i / 5)]));
        await until(() => count() === 5, "the stroke");
        await look("05-line-and-ink");
        await tool("hand");
    });

    step("a note is carried by a drag and by two taps; its own undo takes back the last, the dock's the one before", async () => {
        const note = item_with(TEXTS[2]);
        const first = centre(note);
        const second = [first[0] - 60, first[1] + 220];
        draw([...way(first, second), second]);
        await moved_to(note, second);
        await wall.tap(note);
        await wall.tap("canvas/menu/move");
        await look("06-where-to");
        const third = [900, 850];
        click(...third);
        await moved_to(note, third);
        await look("07-menu");
        await wall.tap("canvas/menu/undo");
        await moved_to(note, second);
        // What was taken back is itself a change of this wall's, and is taken back first.
        await wall.tap("dock/undo");
        await moved_to(note, third);
        await wall.tap("dock/redo");
        await moved_to(note, second);
        click(1300, 900);
        await until((now) => !now.zones["canvas/menu/ground"], "nothing chosen");
    });

    step("several are chosen by an outline, held together, lined up and locked", async () => {
        await tool("lasso");
        const notes = [1, 2].map((i) => item_with(TEXTS[i]));
        const [left, top] = [Math.min(...notes.map((id) => wall.now.zones[id][0])), Math.min(...notes.map((id) => wall.now.zones[id][1]))].map((at) => at - 30);
        const [right, bottom] = [0, 1].map((axis) => Math.max(...notes.map((id) => wall.now.zones[id][axis] + wall.now.zones[id][axis + 2])) + 30);
        const corners = [[left, top], [right, top], [right, bottom], [left, bottom], [left, top]];
        draw(corners.slice(1).flatMap((to, i) => way(corners[i], to, 6)));
        await until((now) => now.zones["canvas/menu/more"], "the menu of both");
        await wall.tap("canvas/menu/more");
        await wall.tap("canvas/menu/group");
        await look("08-group");
        // The menu goes along with what it is about.
        let before = "";
        await until((now) => before === (before = String(now.zones["canvas/menu/align_top"])), "the menu standing still");
        await wall.tap("canvas/menu/align_top");
        await until(() => Math.abs(wall.now.zones[notes[0]][1] - wall.now.zones[notes[1]][1]) < 1, "both as high");
        await wall.tap("canvas/menu/lock");
        await until((now) => now.zones["canvas/menu/unlock"], "both locked");
        const locked = centre(notes[0]);
        await tool("hand");
        draw(way(locked, [locked[0], locked[1] + 200]));
        await until(() => true, "a frame");
        assert.deepEqual(centre(notes[0]), locked, "what is locked stays");
        wall.key("Escape");
        await look("09-locked");
    });

    step("text is found, and one note is shown as large as the screen", async () => {
        wall.key("ctrl+f");
        await until((now) => now.focus === "find/text", "the field");
        wall.type("ringer");
        await until((now) => now.texts["find/count"] === "1 träff", "one found");
        wall.key("Return");
        await until((now) => now.texts["find/count"] === "1 av 1", "it is looked at");
        await look("10-find");
        await wall.tap("find/close");
        await until((now) => !now.zones["find/text"], "no field");
        await wall.tap(item_with(TEXTS[1]));
        await wall.tap("canvas/menu/large");
        await until((now) => now.texts["canvas/large"] === TEXTS[1], "it is large");
        await look("11-large");
        wall.key("Escape");
        await until((now) => !now.texts["canvas/large"], "it is small again");
        wall.key("Escape");
    });

    step("an image is pasted from another program, and hostile ones are refused in words", async () => {
        const before = count();
        const said = [];
        for (const [name, bytes] of [["cut off", png(64, 64, Buffer.alloc(64 * 64 * 3, 90)).subarray(0, 90)], ["no image", Buffer.from("ingen bild")]]) {
            // A word about something earlier may still stand there.
            await until((now) => !now.texts["toast/text"] || said.includes(now.texts["toast/text"]), "no other word");
            const clipboard = await Clipboard.hold(screen.name, "image/png", bytes);
            await wall.tap("tool/paste");
            await until((now) => now.texts["toast/text"] && !said.includes(now.texts["toast/text"]), "a word about what is " + name);
            said.push(wall.now.texts["toast/text"]);
            clipboard.close();
        }
        await look("12-refused");
        assert.ok(said.every((text) => !text.startsWith("Det finns ingen bild")), "each for itself: " + said);
        assert.equal(count(), before);
        const [wide, high] = [320, 200];
        const rgb = Buffer.from(Array.from({length: wide * high}, (_, i) => [40 + (i % wide) / 2, 120, 60 + Math.floor(i / wide)]).flat());
        const clipboard = await Clipboard.hold(screen.name, "image/png", png(wide, high, rgb));
        wall.key("ctrl+v");
        await until(() => count() === before + 1, "the image");
        clipboard.close();
        await look("13-image");
    });

    step("the board is as it was at a moment of its history, and today again", async () => {
        const today = count();
        await wall.tap("dock/timeline");
        await until((now) => now.zones["history/back"] && now.texts["history/moment"], "the history");
        for (let i = 0; i < 3; ++i) {
            const moment = wall.now.texts["history/moment"];
            await wall.tap("history/back");
            await until((now) => now.texts["history/moment"] !== moment, "the moment before");
        }
        await look("14-history");
        await wall.tap("history/restore");
        await until((now) => now.texts["history/moment"].includes("Återställde"), "a moment of its own");
        await wall.tap("history/done");
        await until((now) => !now.zones["history/back"] && count() < today, "as it was");
        await wall.tap("dock/undo");
        await until(() => count() === today, "as today");
    });

    step("it is printed from the wall", async () => {
        const files = () => readdirSync(folder).filter((name) => name.endsWith(".pdf"));
        await wall.tap("dock/export_board");
        await until((now) => now.zones["sheet/save/go"], "the sheet");
        await look("15-save");
        await wall.tap("sheet/save/go");
        await until(() => files().length === 1, "the file");
        await until((now) => Object.values(now.texts).some((text) => text.includes(".pdf")), "a word about it");
        await look("15-printed");
        const pdf = join(folder, files()[0]);
        const words = execFileSync("pdftotext", [pdf, "-"], {encoding: "utf8"}).replace(/\s+/g, " ");
        for (const text of TEXTS) assert.ok(words.includes(text), text + " in " + words);
        assert.equal(readFileSync(pdf).subarray(0, 5).toString("latin1"), "%PDF-");
    });

    step("after a kill all of it is there, at the wall and in the file", async () => {
        const today = count();
        wall.child.kill("SIGKILL");
        await wall.close();
        const {items, strokes} = content("Ny tavla");
        const by_text = (text) => items.find((item) => item.text === text);
        for (const text of TEXTS) assert.equal(by_text(text)?.type, "note", text);
        const line = items.find((item) => item.type === "line");
        assert.deepEqual([line.from, line.to, line.means], [by_text(TEXTS[0]).id, by_text(TEXTS[1]).id, "causes"]);
        assert.equal(strokes, 1);
        assert.equal(items.filter((item) => item.type === "image").length, 1);
        const {fields} = content("Persona");
        assert.ok(JSON.stringify(fields.find((field) => field.id === "name")).includes("Samira 41"));
        await open();
        await wall.tap("start/boards");
        const row = (await until((now) => Object.entries(now.texts).some(([id, text]) => id.startsWith("sheet/boards/open/") && text === "Ny tavla"), "the board in the list"), Object.entries(wall.now.texts).find(([id, text]) => id.startsWith("sheet/boards/open/") && text === "Ny tavla")[0]);
        await look("16-list");
        await wall.tap(row);
        await until(() => count() === today && TEXTS.every((text) => item_with(text)), "the board");
        await look("17-again");
    });
});
