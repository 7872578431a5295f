// ctest: 240 s
// The wall with a real register and a real tablet: from the start screen into the register and back, and a note from a
// tablet through the inbox onto the board. Pictures lie in build/screens/wall/.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";
import {remote_of, tablet_of} from "../program/client.mjs";
import {Screen, Wall} from "./display.mjs";
import {read_way} from "./wall_way.mjs";

const BIN = process.env.IDERUM_BIN || "build/bin/iderum";
const picture = (name) => join(process.env.IDERUM_BUILD || "build", "screens", "wall", name + ".png");
const zone_of = (now, start) => Object.keys(now.zones).find((id) => id.startsWith(start) && now.zones[id][2] > 0);

describe("the wall", () => {
    let folder, screen, wall;
    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "iderum-wall-"));
        Wall.extra = {XDG_STATE_HOME: join(folder, "state"), XDG_DATA_HOME: join(folder, "data")};
        const register = join(folder, "lindasa.iderum");
        execFileSync(BIN, ["demo", register], {env: {...process.env, ...Wall.extra}, stdio: "ignore"});
        screen = await Screen.open();
        wall = await Wall.open(screen, "wall", "--register", register, "--bind", "127.0.0.1", "--port", "0", "--less-motion");
    });
    after(async () => {
        await wall?.close();
        await screen?.close();
        rmSync(folder, {recursive: true, force: true});
    });

    test("the start screen opens the register, and the register an idea; Escape goes back", async () => {
        await wall.wait_until((now) => now.screen === "start", "the start screen");
        screen.save(picture("01-start"));
        await wall.tap("start/door/ideas");
        await wall.wait_until((now) => zone_of(now, "register/card/"), "ideas");
        screen.save(picture("08-register"));
        await wall.tap(zone_of(wall.now, "register/card/"));
        await wall.wait_until((now) => now.screen === "idea", "the idea");
        screen.save(picture("09-idea"));
        wall.key("Escape");
        await wall.wait_until((now) => now.screen === "register", "the register again");
        await wall.tap("register/dock/list");
        await wall.wait_until((now) => zone_of(now, "register/row/"), "the list");
        screen.save(picture("08b-list"));
        await wall.tap("register/dock/home");
        await wall.wait_until((now) => now.screen === "start", "the start screen again");
    });

    test("a tablet's note comes through the inbox onto the board, and can be taken back there", async () => {
        await wall.tap("start/continue");
        await wall.wait_until((now) => now.screen === "lobby", "the lobby");
        const way = await read_way(wall, () => screen.save(picture("remote")));
        const joining = remote_of(way);
        await wall.wait_until((now) => now.zones["pairing/let_in"], "the remote that asks to be let in");
        screen.save(picture("remote-asks"));
        await wall.tap("pairing/let_in");
        const remote = await joining;
        assert.equal(remote.state.block, null, "the remote that was paired by what the wall shows");
        remote.leave();
        screen.save(picture("02-lobby"));
        await wall.tap("dock/next");
        await wall.wait_until((now) => now.zones["rail/agenda/rita-resan"], "the day");
        const tablet = await tablet_of(way, {name: "Tove", show_name: true});
        const scenes = {"lar-kanna-samira": "persona", "rita-resan": "journey"};
        for (const block of ["ramen", "lar-kanna-samira", "rita-resan"]) {
            await wall.tap("dock/next");
            await tablet.until(() => tablet.state.block && tablet.state.block.id === block, block + " on the tablet");
            if (scenes[block]) await wall.wait_until((now) => now.screen === scenes[block], block + " at the wall");
        }
        await tablet.ask({t: "note", block: "rita-resan", text: "Letar efter rätt sida", group: "fore"});
        await wall.tap("dock/inbox");
        await wall.wait_until((now) => zone_of(now, "sheet/inbox/approve/"), "the note in the inbox");
        screen.save(picture("04-inbox"));
        await wall.tap(zone_of(wall.now, "sheet/inbox/approve/"));
        await wall.wait_until((now) => zone_of(now, "note/"), "the note on the board");
        await wall.tap("sheet/close");
        await wall.wait_until((now) => !now.zones["sheet/close"], "the sheet away");
        screen.save(picture("02-journey"));
        await wall.tap("dock/undo");
        await wall.wait_until((now) => !zone_of(now, "note/"), "the note taken back");
        tablet.leave();
    });

    test("a signal ends it, and the session goes on next time", async () => {
        assert.equal(await wall.close(), 0);
    });
});
