// ctest: 240 s, --long, alone
// Real fingers on a free board, through the X server of a touch display: four carry four notes in one go, two people write
// on two keyboards while a third draws, what is held is nobody else's, and a whole hand does nothing. Pictures lie in
// build/screens/board/.
import assert from "node:assert/strict";
import {join} from "node:path";
import {after, before, describe} from "node:test";
import {Clipboard} from "./clipboard.mjs";
import {open_touch_wall} from "./touch.mjs";
import {steps} from "./steps.mjs";

const picture = (name) => join(process.env.IDERUM_BUILD || "build", "screens", "board", name + ".png");
const TEXTS = ["Sena bussar", "Ingen ringer", "Nyckel dagtid", "Fel adress", "Mörk hall"];

describe("a free board that is touched", () => {
    let opened, desk, wall, register, run;
    const step = steps(() => desk.save(picture("touch-failed")));
    const until = (holds, what) => wall.wait_until(holds, what);
    const item_with = (text) => Object.keys(wall.now.zones).find((id) => /^item\/[0-9a-f-]+$/.test(id) && wall.now.texts[id] === text);
    const centre = (id) => [wall.now.zones[id][0] + wall.now.zones[id][2] / 2, wall.now.zones[id][1] + wall.now.zones[id][3] / 2];
    const count = () => Number.parseInt(wall.now.texts["board/count"], 10);
    const is_at = (id, [x, y]) => wall.now.zones[id] && Math.hypot(centre(id)[0] - x, centre(id)[1] - y) < 4;
    const frames = async (more) => {
        const frame = wall.now.frame;
        for (let left = more; left > 0; --left) await wall.ask("next " + (frame + more - left));
        wall.now = await wall.ask("get");
    };
    /// Several fingers at once on these, and off again.
    const tap = async (...places) => {
        const at = places.map((place) => (typeof place === "string" ? centre(place) : place));
        await desk.touch(...at.map(([x, y], i) => [1 + i, "down", x, y]));
        await desk.touch(...at.map(([x, y], i) => [1 + i, "up", x, y]));
    };

    before(async () => {
        ({desk, wall, register, run} = opened = await open_touch_wall("touch-board"));
        await until((now) => now.screen === "start", "the start screen");
        await wall.tap("start/boards");
        await wall.tap("sheet/boards/new");
        await wall.tap("sheet/boards/form/empty");
        await until((now) => now.screen === "board" && now.texts["board/empty"]?.startsWith("Tavlan är tom"), "an empty board");
        const clipboard = await Clipboard.hold(desk.name, "UTF8_STRING", Buffer.from(TEXTS.join("\n")));
        wall.key("ctrl+v");
        await until(() => TEXTS.every(item_with), "a note for each line");
        clipboard.close();
        wall.key("Escape");
        await until((now) => !now.zones["canvas/menu/ground"], "nothing chosen");
    });
    after(async () => {
        await opened?.close();
    });

    step("four fingers carry four notes at once", async () => {
        const notes = TEXTS.slice(0, 4).map(item_with);
        const fifth = centre(item_with(TEXTS[4]));
        const ways = notes.map((id, i) => [centre(id), [300 + 230 * i, 180]]);
        await desk.go(ways);
        await until(() => notes.every((id, i) => is_at(id, ways[i][1])), "four notes under four fingers");
        desk.save(picture("touch-four"));
        await desk.lift(ways);
        await until(() => notes.every((id, i) => is_at(id, ways[i][1])), "four notes where they were let go");
        assert.deepEqual(centre(item_with(TEXTS[4])), fifth, "the fifth stays");
    });

    step("two write on two keyboards while a third draws", async () => {
        const before = count();
        await wall.tap("tool/ink");
        await until((now) => now.zones["tool/width/4"], "the pens");
        const stroke = (i) => [760 + 8 * i, 420 + 30 * Math.sin(i / 4)];
        await desk.touch([7, "down", ...stroke(0)]);
        for (let i = 1; i < 20; ++i) await desk.touch([7, "move", ...stroke(i)]);
        // Somebody else chooses another tool: the one who draws keeps hers.
        await wall.tap("tool/note");
        await wall.tap("tool/colour/mint");
        await until((now) => !now.zones["tool/colour/mint"], "the colour");
        await tap([300, 420], [1640, 420]);
        await until((now) => now.zones["canvas/write/done"] && now.zones["canvas/write2/done"], "two fields");
        const of = (x) => ["canvas/write", "canvas/write2"].sort((a, b) => wall.now.zones[a + "/done"][0] - wall.now.zones[b + "/done"][0])[x];
        const [left, right] = [of(0), of(1)];
        await until((now) => now.zones[left + "/keyboard/key-s"] && now.zones[right + "/keyboard/key-s"], "two keyboards");
        for (const [i, letter] of [..."skola"].entries()) {
            await tap(left + "/keyboard/key-" + letter, right + "/keyboard/key-" + "turer"[i]);
            await desk.touch([7, "move", ...stroke(20 + i)]);
        }
        await until((now) => now.texts[left + "/text"]?.toLowerCase() === "skola" && now.texts[right + "/text"]?.toLowerCase() === "turer", "a word each");
        desk.save(picture("touch-two-writers"));
        await tap(left + "/done", right + "/done");
        await until((now) => !now.zones["canvas/write/done"] && !now.zones["canvas/write2/done"], "both done");
        await desk.touch([7, "up", ...stroke(24)]);
        await until(() => count() === before + 3, "two notes and a stroke");
        await wall.tap("tool/hand");
        await until((now) => !now.zones["canvas/draw"], "the hand");
    });

    step("a pinch moves no note that another finger holds, whichever came first; with nobody there it makes the board larger", async () => {
        const note = item_with(TEXTS[4]);
        const held = centre(note);
        const high = wall.now.zones[note][3];
        const pinch = [[[1100, 800], [1050, 800]], [[1180, 800], [1230, 800]]];
        await desk.touch([9, "down", ...held]);
        await until(() => true, "a frame");
        await desk.go(pinch);
        await frames(2);
        await desk.lift(pinch);
        await frames(2);
        assert.ok(is_at(note, held) && wall.now.zones[note][3] === high, "the board stands still");
        await desk.touch([9, "up", ...held]);
        wall.key("Escape");
        await until((now) => !now.zones["canvas/menu/ground"], "nothing chosen");
        // The two are there first, and move; then somebody takes hold of the note.
        const apart = (px) => desk.touch([1, "move", 1100 - px, 800], [2, "move", 1180 + px, 800]);
        await desk.go(pinch.map(([from]) => [from, from]), 1, 1);
        for (const px of [5, 10, 15, 20]) await apart(px);
        await until(() => wall.now.zones[note][3] > high * 1.1, "a larger board");
        await frames(2);
        const [now, larger] = [centre(note), wall.now.zones[note][3]];
        await desk.touch([9, "down", ...now]);
        await until(() => true, "a frame");
        for (const px of [30, 40, 50]) await apart(px);
        await frames(2);
        assert.ok(is_at(note, now) && wall.now.zones[note][3] === larger, "the board waits");
        await desk.touch([9, "up", ...now]);
        await frames(1);
        for (const px of [55, 60, 65, 70]) await apart(px);
        await until(() => wall.now.zones[note][3] > larger * 1.05, "it goes on");
        await desk.touch([1, "up", 1030, 800], [2, "up", 1250, 800]);
        await wall.tap("board/all");
        wall.key("Escape");
        await until((now) => !now.zones["canvas/menu/ground"] && TEXTS.every(item_with), "all of it, nothing chosen");
    });

    step("a second finger at a note that is carried gets a ghost that says so, and a whole hand gets nothing", async () => {
        await frames(2);
        const note = item_with(TEXTS[4]);
        const from = centre(note);
        const to = [from[0] + 120, from[1] + 60];
        await desk.go([[from, to]], 9);
        await until(() => is_at(note, to), "it is carried");
        await desk.touch([10, "down", ...to]);
        await desk.touch([10, "move", to[0] - 200, to[1] + 150]);
        await until((now) => now.texts[note + "/barred"], "the second hand is told");
        desk.save(picture("touch-barred"));
        assert.ok(is_at(note, to), "it stays with the first");
        await desk.touch([10, "up", to[0] - 200, to[1] + 150]);
        await desk.lift([[from, to]], 9);
        await until(() => is_at(note, to), "it is put down");
        const hand = [[-15, -12], [15, -12], [-15, 12], [15, 12]].map(([x, y]) => [[to[0] + x, to[1] + y], [to[0] + x - 250, to[1] + y]]);
        await desk.go(hand);
        await frames(2);
        await desk.lift(hand);
        await frames(2);
        assert.ok(is_at(note, to), "a whole hand moves nothing");
    });

    step("the board holds what they did, and nothing else", async () => {
        await wall.close();
        const board = JSON.parse(run("board", "list", register, "--json")).free_boards.find((one) => one.title === "Ny tavla");
        const {items, strokes} = JSON.parse(run("board", "export", register, board.id, "--json", "-"));
        assert.deepEqual(items.map((item) => item.text.toLowerCase()).sort(), [...TEXTS, "skola", "turer"].map((text) => text.toLowerCase()).sort());
        assert.equal(strokes, 1);
    });
});
