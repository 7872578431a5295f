// ctest: 240 s, --long
// Two displays: the wall on one, the trainer's view on the other, and what happens when one goes dark. What is the
// trainer's alone never comes onto the wall's display by itself. Pictures lie in build/screens/wall/.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";
import {Desk, Wall} from "./display.mjs";

const BIN = process.env.IDERUM_BIN || "build/bin/iderum";
const picture = (name) => join(process.env.IDERUM_BUILD || "build", "screens", "wall", name + ".png");
const LARGE = "1920x1080", SMALL = "1280x800";

describe("a wall with two displays", () => {
    let folder, desk, wall;
    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "iderum-displays-"));
        Wall.extra = {XDG_STATE_HOME: join(folder, "state"), XDG_DATA_HOME: join(folder, "data")};
        const register = join(folder, "lindasa.iderum");
        execFileSync(BIN, ["demo", register], {env: {...process.env, ...Wall.extra}, stdio: "ignore"});
        desk = await Desk.open(LARGE, SMALL);
        wall = await Wall.open(desk, "wall", "--register", register, "--bind", "127.0.0.1", "--port", "0", "--less-motion");
    });
    after(async () => {
        await wall?.close();
        await desk?.close();
        rmSync(folder, {recursive: true, force: true});
    });

    test("the trainer's view opens on the other display", async () => {
        await desk.places_are([LARGE + "+0+0"], "the wall on the primary display");
        await wall.tap("start/continue");
        await wall.wait_until((now) => now.screen === "lobby", "the lobby");
        wall.key("F8");
        await wall.tap("sheet/screens/second/trainer");
        await desk.places_are([SMALL + "+1920+0", LARGE + "+0+0"], "each on its own");
        await wall.tap("sheet/close");
        await wall.wait_until((now) => !now.zones["sheet/screens/second/trainer"], "the sheet is away");
        desk.save(picture("two-displays"), [0, 0, 3200, 1080]);
    });

    test("they change places", async () => {
        // The new window may have the keyboard.
        await wall.tap("dock/more");
        await wall.tap("sheet/more/screens");
        await wall.tap("sheet/screens/swap");
        await wall.wait_until((now) => now.size[0] === 1280, "the wall on the small one");
        await desk.places_are([SMALL + "+1920+0", LARGE + "+0+0"], "each on the other's");
        await wall.tap_at_display(desk, "sheet/screens/swap", [1920, 0]);
        await wall.wait_until((now) => now.size[0] === 1920, "back");
    });

    test("the second display goes dark: the trainer's view is nowhere, and is back with the display", async () => {
        desk.unplug(1);
        await desk.places_are([LARGE + "+0+0"], "the wall alone");
        desk.plug(1, SMALL);
        await desk.places_are([SMALL + "+1920+0", LARGE + "+0+0"], "both again");
    });

    test("mirrored displays show the wall alone", async () => {
        desk.mirror(1, SMALL);
        await wall.wait_until((now) => now.size[0] === 1920, "the wall");
        // Both show what begins at the left upper corner; the trainer's view is hidden, or lies beside that.
        const shown = desk.places().filter((place) => Number(place.split("+")[1]) < 1920);
        assert.deepEqual(shown, [LARGE + "+0+0"]);
        desk.plug(1, SMALL);
        await desk.places_are([SMALL + "+1920+0", LARGE + "+0+0"], "both again");
    });

    test("the wall's display goes dark: the wall is on the one that is left, alone", async () => {
        desk.unplug(0);
        await wall.wait_until((now) => now.size[0] === 1280, "the wall on the small display");
        desk.plug(0, LARGE);
    });
});
