// Only what differs from the frame before is drawn. So whatever hands have done, the glass shows what it shows after
// everything on it was lost and drawn anew: the window is taken from the display and put back.
import assert from "node:assert/strict";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";
import {Screen, Wall} from "./display.mjs";

const pictures = join(process.env.IDERUM_BUILD || "build", "screens", "parts");
const SOON_MS = 5000;

describe("the component sheet, drawn in parts", () => {
    let screen, wall;
    before(async () => {
        screen = await Screen.open();
        wall = await Wall.open(screen, "gallery", "--less-motion");
    });
    after(async () => {
        await wall?.close();
        await screen?.close();
    });

    /// Looks until `holds`, or for a while; gives the last picture's digest. The rail's clock is left out.
    async function look(name, holds) {
        const [wide, high] = wall.now.size;
        const area = [0, 0, wide - 400, high];
        let last = null, now = screen.save(join(pictures, name + ".png"), area);
        for (const until = Date.now() + SOON_MS; !holds(now, last) && Date.now() < until; last = now, now = screen.save(join(pictures, name + ".png"), area)) await new Promise((done) => setTimeout(done, 100));
        return now;
    }

    async function is_whole(name) {
        screen.xdotool("mousemove", wall.now.size[0] - 3, 3);  // no button is under it
        const shown = await look(name, (now, last) => now === last);
        const window = screen.windows()[0];
        screen.xdotool("windowunmap", "--sync", window);
        const nothing = screen.save(join(pictures, name + "-gone.png"), [0, 0, wall.now.size[0] - 400, wall.now.size[1]]);
        assert.notEqual(nothing, shown, "the window was taken away");
        screen.xdotool("windowmap", "--sync", window, "windowfocus", window);
        const drawn = await look(name + "-whole", (now) => now === shown);
        assert.equal(drawn, shown, "what " + name + ".png shows is what " + name + "-whole.png shows");
    }

    test("after a change of page, a drag, a scrolled list and a toast that is gone", async () => {
        await wall.tap("try");
        await wall.wait_until((now) => now.zones.card, "the second page");
        await is_whole("page");
        await wall.drag("card", 240, 130);
        await wall.said_is("dropped");
        await is_whole("dropped");
        await wall.wheel("list/scroll", 7);
        await wall.drag("list/row-9", 0, -300);
        await wall.wait_until((now) => now.zones["list/row-16"] && now.zones["list/row-16"][3] > 0, "rows further down");
        await is_whole("scrolled");
        await wall.tap("next");
        await wall.wait_until((now) => now.zones["toast/undo"], "a toast");
        await wall.tap("toggle");
        await wall.wait_until((now) => !now.zones["toast/undo"], "the toast gone");
        await is_whole("toggled");
    });

    test("under a dialog, and when it is away", async () => {
        await wall.hold("agenda/storm", (now) => now.zones["end-dialog/go"], "the dialog");
        await is_whole("dialog");
        await wall.tap("end-dialog/stay");
        await wall.said_is("stayed");
        await is_whole("stayed");
    });

    test("after writing with letters that were not drawn before", async () => {
        await wall.tap("note");
        wall.type("Sju sjuka kvistfritt Quizwax 4711");
        await wall.wait_until((now) => now.texts.note === "Sju sjuka kvistfritt Quizwax 4711", "the letters");
        await wall.tap("keyboard/close");
        wall.key("Escape");
        await wall.wait_until((now) => now.focus === "" && !now.zones["keyboard/ground"], "the keyboard is away");
        await is_whole("written");
    });

    test("in the dark, in a window, in one of another size, and on the whole display again", async () => {
        const light = await look("light", (now, last) => now === last);
        await wall.tap("dock/theme");
        await look("dark", (now) => now !== light);
        await is_whole("dark");
        wall.key("Escape");
        await wall.wait_until((now) => now.size[0] < 1920, "a window");
        const window = screen.windows()[0];
        screen.xdotool("windowmove", "--sync", window, 0, 0, "windowfocus", window);
        await is_whole("window");
        screen.xdotool("windowsize", "--sync", window, 1500, 900);
        await wall.wait_until((now) => now.size[0] === 1500 && now.size[1] === 900, "the other size");
        await is_whole("resized");
        wall.key("F11");
        await wall.wait_until((now) => now.size[0] === 1920, "full screen");
        await is_whole("full");
    });
});
