// The wall's window as a person meets it: a display, a real pointer and a real keyboard on the component sheet. Pictures
// of it lie in build/screens/wall/.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";
import {Clipboard} from "./clipboard.mjs";
import {fonts_without} from "../program/fonts.mjs";
import {Screen, Wall} from "./display.mjs";

const BIN = process.env.IDERUM_BIN || "build/bin/iderum";
const pictures = join(process.env.IDERUM_BUILD || "build", "screens", "wall");
const picture = (name) => join(pictures, name + ".png");

describe("the component sheet, full screen", () => {
    let screen, wall;
    before(async () => {
        screen = await Screen.open();
        wall = await Wall.open(screen, "gallery", "--less-motion");
    });
    after(async () => {
        await wall?.close();
        await screen?.close();
    });

    test("it fills the display", async () => {
        assert.equal(wall.now.screen, "gallery");
        assert.deepEqual(wall.now.size, [1920, 1080]);
        await wall.tap("filter/on");
        await wall.said_is("filter off");
        await wall.tap("filter/on");
        await wall.said_is("filter on");
        await wall.tap("field/written");
        await wall.wait_until((now) => now.focus === "field/written", "the field has the keyboard");
        screen.save(picture("00-komponenter"));
    });

    test("dark is dark, by one tap", async () => {
        const light = screen.save(picture("00-komponenter"));
        const before_tap = wall.now.frame;
        await wall.tap("theme");
        await wall.wait_until((now) => now.frame > before_tap + 3, "frames in dark");
        const dark = screen.save(picture("00-komponenter-dark"));
        assert.notEqual(light, dark);
        await wall.tap("theme");
    });

    test("every button that is tapped does what it says, also in quick succession", async () => {
        await wall.tap("try");
        await wall.wait_until((now) => now.screen === "gallery-live", "the second page");
        const [x, y, w, h] = (await wall.wait_until((now) => now.zones.next, "next")).zones.next;
        // Ten presses at once, faster than frames: none is lost.
        const at = [Math.round(x + w / 2), Math.round(y + h / 2)];
        screen.xdotool("mousemove", ...at, ...Array(10).fill(["mousedown", 1, "mouseup", 1]).flat());
        await wall.said_is("next 10");
        screen.save(picture("00-live"));
        await wall.tap("toast/undo");
        await wall.said_is("undone 9");
    });

    test("a drag follows the pointer, and a list scrolls under it", async () => {
        const from = (await wall.wait_until((now) => now.zones.card, "the card")).zones.card;
        await wall.drag("card", 240, 30);
        await wall.said_is("dropped");
        await wall.wait_until((now) => Math.abs(now.zones.card[0] - from[0] - 240) <= 1, "the card where it was let go");
        await wall.drag("list/row-6", 0, -300);
        await wall.wait_until((now) => now.zones["list/row-10"] && now.zones["list/row-10"][3] > 0, "rows further down");
        assert.notEqual(wall.now.texts.said, "row 7");
    });

    test("a long press asks, and the answer counts", async () => {
        await wall.hold("agenda/storm", (now) => now.zones["end-dialog/go"], "the dialog");
        screen.save(picture("00-dialog"));
        await wall.tap("end-dialog/stay");
        await wall.said_is("stayed");
    });

    test("one writes with the keyboard on the screen, with a real one, and from the clipboard", async () => {
        await wall.tap("note");
        for (const key of ["key-k", "key-ö", "key-n", "space", "key-m", "key-e"]) await wall.tap("keyboard/" + key);
        await wall.wait_until((now) => now.texts.note === "Kön me", "the letters");
        screen.save(picture("00-keyboard"));
        await wall.tap("keyboard/word-1");
        await wall.wait_until((now) => now.texts.note === "Kön meny ", "the suggestion");
        wall.type("abc 123");
        await wall.wait_until((now) => now.texts.note === "Kön meny abc 123", "the real keyboard");
        wall.key("ctrl+a", "ctrl+c", "End", "ctrl+v");
        await wall.wait_until((now) => now.texts.note === "Kön meny abc 123Kön meny abc 123", "what was copied");
        wall.key("ctrl+z");
        await wall.wait_until((now) => now.texts.note === "Kön meny abc 123", "undone");
        const other = await Clipboard.hold(screen.name, "UTF8_STRING", Buffer.from(" från köket"));
        wall.key("ctrl+v");
        await wall.wait_until((now) => now.texts.note === "Kön meny abc 123 från köket", "what another program copied");
        other.close();
        const silent = await Clipboard.hold(screen.name, "UTF8_STRING");
        wall.key("ctrl+v", "ctrl+z");
        await wall.wait_until((now) => now.texts.note === "Kön meny abc 123", "it goes on without an answer");
        silent.close();
        await wall.tap("keyboard/close");
        wall.key("Escape");
        await wall.wait_until((now) => now.focus === "" && !now.zones["keyboard/ground"], "the keyboard is away");
    });

    test("everything is reached by keys, with a ring to see, and a clicker turns pages", async () => {
        wall.key("Tab", "Tab", "Tab");
        await wall.wait_until((now) => now.focus !== "", "the ring");
        screen.save(picture("00-ring"));
        await wall.tap("list/row-10");
        await wall.said_is("row 11");
        wall.key("Prior");
        await wall.said_is("clicked back");
        await wall.wait_until((now) => now.screen === "gallery", "the first page");
        wall.key("Next");
        await wall.said_is("clicked next");
        wall.key("ctrl+k");
        await wall.wait_until((now) => now.focus === "palette/query", "the palette");
        wall.type("kop");
        await wall.wait_until((now) => now.zones["palette/row/link"] && !now.zones["palette/row/undo"], "what fits");
        screen.save(picture("00-palette"));
        wall.key("Return");
        await wall.said_is("tool link");
    });

    test("Esc leaves full screen, F11 comes back", async () => {
        wall.key("Escape");
        await wall.wait_until((now) => now.size[0] < 1920, "a window");
        screen.xdotool("search", "--sync", "--class", "iderum", "windowfocus");
        wall.key("F11");
        await wall.wait_until((now) => now.size[0] === 1920, "full screen");
    });

    test("a signal ends it cleanly", async () => {
        assert.equal(await wall.close(), 0);
    });
});

describe("the window opens in its own colour", () => {
    for (const [theme, size] of [[[], []], [["--dark"], []], [[], ["--window", "1280x720"]]]) {
        test(["full screen", ...theme, ...size].slice(size.length > 0 ? 1 : 0).join(" "), async () => {
            const screen = await Screen.open();
            const seen = [];
            let open = false;
            const opening = Wall.open(screen, "gallery", "--less-motion", ...theme, ...size).finally(() => { open = true; });
            while (!open) {
                // The display is all black before.
                const colour = screen.colour(640, 360);
                if (seen.length > 0 || Math.max(...colour) > 0) seen.push(Math.max(...colour));
                await new Promise((resume) => setTimeout(resume, 5));
            }
            const wall = await opening;
            await wall.wait_until((now) => now.frame > 1, "frames");
            assert.ok(screen.black([0, 0, 1280, 720]) < 0.1, "it is drawn");
            assert.ok(seen.every((light) => light >= 8), "no moment of black: " + seen.slice(0, 20));
            await wall.close();
            await screen.close();
        });
    }
});

describe("other displays", () => {
    for (const [name, width, height, ...more] of [["4k", 3840, 2160], ["4k-dark", 3840, 2160, "--dark"], ["contrast", 1920, 1080, "--high-contrast"]]) {
        test(`the sheet on ${width}×${height} ${more.join(" ")}`, async () => {
            const screen = await Screen.open(width, height);
            const wall = await Wall.open(screen, "gallery", "--less-motion", ...more);
            await wall.wait_until((now) => now.frame > 3, "frames");
            assert.deepEqual(wall.now.size, [width, height]);
            screen.save(picture("00-komponenter-" + name));
            assert.equal(await wall.close(), 0);
            await screen.close();
        });
    }

    test("a window of 320×200 says that it is too small", async () => {
        const screen = await Screen.open();
        const wall = await Wall.open(screen, "gallery", "--window", "320x200");
        await wall.wait_until((now) => now.screen === "too-small", "the message");
        screen.save(picture("00-too-small"));
        await wall.close();
        await screen.close();
    });

    test("two windows beside each other, each with its own hands", async () => {
        const screen = await Screen.open();
        const wall = await Wall.open(screen, "gallery", "--less-motion", "--window", "900x600", "--second");
        const windows = screen.xdotool("search", "--class", "iderum").split("\n");
        assert.equal(windows.length, 2);
        await wall.close();
        await screen.close();
    });
});

describe("what is missing is told", () => {
    const gallery = (env) => spawnSync(BIN, ["gallery"], {env: {...process.env, LC_ALL: "sv_SE.UTF-8", ...env}, encoding: "utf8", timeout: 30000});

    async function on_screen(look) {
        const screen = await Screen.open(800, 600);
        try {
            look(screen);
        } finally {
            await screen.close();
        }
    }

    test("no display", () => {
        const done = gallery({DISPLAY: ""});
        assert.equal(done.status, 1);
        assert.match(done.stderr, /^iderum: Det finns ingen skärm/);
    });

    test("no OpenGL 3.3", () => on_screen((screen) => {
        const done = gallery({DISPLAY: screen.name, MESA_GL_VERSION_OVERRIDE: "2.1"});
        assert.equal(done.status, 1);
        assert.match(done.stderr, /^iderum: .*Det behöver OpenGL 3\.3/);
    }));

    test("no fonts", () => on_screen((screen) => {
        const no_folders = join(screen.folder, "fonts.conf");
        writeFileSync(no_folders, "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig></fontconfig>");
        const done = gallery({DISPLAY: screen.name, FONTCONFIG_FILE: no_folders});
        assert.equal(done.status, 1);
        assert.match(done.stderr, /apt-get install .*fonts-inter/);
    }));

    test("no Inter, but others: only what is missing is named", () => on_screen((screen) => {
        const done = gallery({DISPLAY: screen.name, FONTCONFIG_FILE: fonts_without(screen.folder, "Inter")});
        assert.equal(done.status, 1);
        assert.match(done.stderr, /^iderum: Typsnitt saknas\. Installera dem: apt-get install fonts-inter\n$/);
    }));
});
