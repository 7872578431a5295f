// ctest: 240 s, --long, alone
// A real pen at the wall, through the X server of a touch display: it presses and draws once, though X's pointer follows it,
// tells how hard it is pressed, and while it is used a finger draws nothing. Pictures lie in build/screens/board/.
import assert from "node:assert/strict";
import {join} from "node:path";
import {after, before, describe} from "node:test";
import {steps} from "./steps.mjs";
import {open_touch_wall} from "./touch.mjs";

const picture = (name) => join(process.env.IDERUM_BUILD || "build", "screens", "board", name + ".png");

describe("a wall with a pen", () => {
    let opened, desk, wall, register, run;
    const step = steps(() => desk.save(picture("pen-failed")));
    const until = (holds, what) => wall.wait_until(holds, what);
    const count = () => Number.parseInt(wall.now.texts["board/count"], 10);
    const frames = async (more) => {
        for (let left = more; left > 0; --left) wall.now = await wall.ask("next " + wall.now.frame);
    };
    const tap = async (id) => {
        await until((now) => now.zones[id] && now.zones[id][2] > 0, id);
        const [x, y, w, h] = wall.now.zones[id];
        const at = [x + w / 2, y + h / 2];
        await desk.pen("move", ...at);
        await desk.pen("down", ...at, 0.4);
        await desk.pen("up", ...at);
    };

    before(async () => {
        ({desk, wall, register, run} = opened = await open_touch_wall("pen"));
        await until((now) => now.screen === "start", "the start screen");
    });
    after(async () => {
        await opened?.close();
    });

    step("it is one contact, and tells how hard it is pressed", async () => {
        await tap("start/screens");
        await tap("sheet/screens/test");
        await until((now) => now.screen === "screen-test", "the test of the screen");
        await desk.pen("move", 900, 300);
        await desk.pen("down", 900, 300, 0.2);
        await desk.pen("move", 912, 306, 0.63);
        await until((now) => now.texts["test/pen"] === "Penna, 63 %", "how hard it is pressed");
        await frames(3);
        assert.equal(wall.now.texts["test/now"], "1", "no mouse beside it");
        desk.save(picture("pen-test"));
        await desk.pen("up", 912, 306);
        await until((now) => now.texts["test/now"] === "0", "nothing on the glass");
        await tap("test/close");
        await tap("sheet/close");
    });

    step("it draws each stroke once; a finger beside it draws none", async () => {
        await tap("start/boards");
        await tap("sheet/boards/new");
        await tap("sheet/boards/form/empty");
        await until((now) => now.screen === "board" && now.texts["board/empty"]?.startsWith("Tavlan är tom"), "an empty board");
        await tap("tool/ink");
        await until((now) => now.zones["canvas/draw"], "the pens");
        await desk.pen("move", 700, 300);
        await desk.pen("down", 700, 300, 0.1);
        for (let i = 1; i <= 20; ++i) await desk.pen("move", 700 + 12 * i, 300 + 30 * Math.sin(i / 3), i / 20);
        await desk.pen("up", 940, 300 + 30 * Math.sin(20 / 3));
        await until(() => count() === 1, "a stroke");
        const way = [[[1500, 700], [1300, 700]]];
        await desk.go(way);
        await desk.lift(way);
        await frames(5);
        assert.equal(count(), 1, "one stroke, the pen's");
        desk.save(picture("pen-stroke"));
    });

    step("the board holds that stroke, and nothing else", async () => {
        await wall.close();
        const board = JSON.parse(run("board", "list", register, "--json")).free_boards.find((one) => one.title === "Ny tavla");
        const {items, strokes} = JSON.parse(run("board", "export", register, board.id, "--json", "-"));
        assert.deepEqual(items, []);
        assert.equal(strokes, 1);
    });
});
