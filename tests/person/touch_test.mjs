// ctest: 240 s, --long, alone
// Real fingers at the wall, through the X server of a touch display: four carry four notes in one go, a note that is
// held is nobody else's and stays where it is when others pinch the board, and "Testa skärmen" sees them all. Pictures
// lie in build/screens/wall/.
import assert from "node:assert/strict";
import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";
import {go_to, remote_of, tablet_of} from "../program/client.mjs";
import {open_touch_wall} from "./touch.mjs";
import {read_way} from "./wall_way.mjs";

const picture = (name) => join(process.env.IDERUM_BUILD || "build", "screens", "wall", name + ".png");
const TEXTS = ["Söker på kommunens sida", "Ringer växeln och väntar", "Får veta vad lokalen kostar", "Hämtar nyckeln i receptionen", "Låser upp och tänder"];

describe("a wall that is touched", () => {
    let opened, folder, desk, wall, remote, tablet;
    const notes = () => Object.keys(wall.now.zones).filter((id) => id.startsWith("note/"));
    const centre = (id) => {
        const [x, y, w, h] = wall.now.zones[id];
        return [x + w / 2, y + h / 2];
    };
    const column = (group) => {
        const [x, y, w, h] = wall.now.zones["cell/step/" + group];
        return [x + w / 2, y + h / 2];
    };
    const group_of = (text) => remote.state.wall.find((one) => one.text === text).group;
    const note_with = (text) => notes().find((id) => wall.now.texts[id] === text);
    const tap = async (id) => {
        await wall.wait_until((now) => now.zones[id] && now.zones[id][2] > 0, id);
        await desk.touch([1, "down", ...centre(id)]);
        await desk.touch([1, "up", ...centre(id)]);
    };

    before(async () => {
        ({desk, wall, folder} = opened = await open_touch_wall("touch"));
    });
    after(async () => {
        remote?.leave();
        tablet?.leave();
        await opened?.close();
    });

    test("a finger presses what it touches, once", async () => {
        await wall.wait_until((now) => now.screen === "start", "the start screen");
        await tap("start/continue");
        await wall.wait_until((now) => now.screen === "lobby", "the lobby");
        // The mouse works beside it.
        await wall.tap("dock/more");
        await wall.wait_until((now) => now.zones["sheet/more/screens"], "the sheet");
        await tap("sheet/close");
        await wall.wait_until((now) => !now.zones["sheet/close"], "no sheet");
    });

    test("four fingers carry four notes at once", async () => {
        const way = await read_way(wall);
        const asks = remote_of(way);
        await wall.wait_until((now) => now.zones["pairing/let_in"], "the remote that asks to be let in");
        await tap("pairing/let_in");
        remote = await asks;
        tablet = await tablet_of(way, {name: "Tove", show_name: true});
        await tap("dock/next");
        await remote.until(() => remote.state.block, "the first block");
        await go_to(remote, "rita-resan");
        await remote.do("moderation", {on: false});
        for (const text of TEXTS) await tablet.ask({t: "note", block: "rita-resan", text, group: "fore"});
        await wall.wait_until(() => TEXTS.every((text) => note_with(text)), "five notes");
        const ways = TEXTS.slice(0, 4).map((text) => {
            const [x, y] = column("efter");
            return [centre(note_with(text)), [x, y]];
        });
        // Each to a place of its own in the column, so that the fingers are as far apart as four people's are.
        ways.forEach((one, i) => (one[1] = [one[1][0], one[1][1] - 150 + 100 * i]));
        await desk.go(ways);
        await wall.wait_until((now) => TEXTS.slice(0, 4).every((text) => now.zones["held/" + note_with(text)]), "four notes in four hands");
        desk.save(picture("touch-four"));
        assert.ok(TEXTS.every((text) => group_of(text) === "fore"), "nothing is moved before it is let go");
        await desk.lift(ways);
        await remote.until(() => TEXTS.slice(0, 4).every((text) => group_of(text) === "efter"), "four notes moved");
        assert.equal(group_of(TEXTS[4]), "fore", "the fifth stays");
    });

    test("a pinch makes the board larger, but not while a finger holds a note, which stays under it", async () => {
        const is_in = (text, group) => Math.abs(centre(note_with(text))[0] - column(group)[0]) < wall.now.zones["cell/step/" + group][2] / 2;
        await wall.wait_until((now) => Object.keys(now.zones).every((id) => !id.startsWith("held/")) && TEXTS.slice(0, 4).every((text) => is_in(text, "efter")), "empty hands and a board that shows what they did");
        const note = note_with(TEXTS[4]);
        const high = () => wall.now.zones[note][3];
        const before = high();
        const [x, y] = column("under");
        const pinch = [[[x - 40, y], [x - 110, y]], [[x + 40, y], [x + 110, y]]];
        const held = centre(note);
        await desk.touch([9, "down", ...held]);
        await wall.wait_until(() => true, "a frame");
        const frame = wall.now.frame;
        await desk.go(pinch);
        await desk.lift(pinch);
        await wall.wait_until((now) => now.frame > frame + 2, "frames");
        assert.equal(high(), before, "the board stands still");
        assert.deepEqual(centre(note), held, "and so does the note");
        // Now it is carried, and a second hand on it gets nothing but the word that it is locked.
        await desk.touch([9, "move", held[0] + 60, held[1] + 60]);
        await desk.touch([9, "move", held[0] + 120, held[1] + 60]);
        await wall.wait_until((now) => now.zones["held/" + note], "it is carried");
        await desk.touch([10, "down", held[0] + 120, held[1] + 60]);
        await desk.touch([10, "move", ...column("efter")]);
        await wall.wait_until((now) => now.texts[note + "/barred"] === "Låst", "the second hand is told");
        desk.save(picture("touch-locked"));
        await desk.touch([10, "up", ...column("efter")]);
        await desk.touch([9, "move", ...held]);
        await desk.touch([9, "up", ...held]);
        await wall.wait_until((now) => !now.zones["held/" + note], "it is put down");
        assert.equal(group_of(TEXTS[4]), "fore");
        // Nobody holds anything: now the board follows.
        // Not so far that the note leaves the picture.
        const little = [[[x - 60, y], [x - 95, y]], [[x + 60, y], [x + 95, y]]];
        await desk.go(little);
        await wall.wait_until(() => high() > before * 1.15, "a larger board");
        await desk.lift(little);
        await tap("dock/show_all");
        await tap("dock/show_all");
        await wall.wait_until(() => high() === before, "as it was");
    });

    test("the screen is tested: ten fingers, four people, 100 mm, and that is kept for this display", async () => {
        wall.key("F8");
        await tap("sheet/screens/test");
        await wall.wait_until((now) => now.screen === "screen-test", "the test");
        const pads = [1, 2, 3, 4].map((i) => centre("test/pad/" + i));
        const all = [...pads, ...[0, 1, 2, 3, 4, 5].map((i) => [200 + 260 * i, 300])].map((at) => [at, at]);
        await desk.go(all, 1, 1);
        await wall.wait_until((now) => now.texts["test/now"] === "10", "ten fingers");
        await wall.wait_until((now) => now.texts["test/four"] === "Fyra kan arbeta samtidigt vid skärmen.", "four people");
        desk.save(picture("touch-test"));
        await desk.lift(all);
        await wall.wait_until((now) => now.texts["test/now"] === "0" && now.texts["test/most"].endsWith("10"), "none, and ten at most");
        const bar = centre("test/bar");
        const way = [[bar, [bar[0] + 60, bar[1]]]];
        await desk.go(way);
        await desk.lift(way);
        await wall.wait_until((now) => !now.texts["test/inches"].startsWith("75,0"), "another diagonal");
        await tap("test/close");
        await wall.wait_until((now) => now.texts["sheet/screens/fingers"] === "Testad: 10 fingrar samtidigt.", "what was found");
        const kept = join(folder, "state", "iderum", "displays");
        const settings = readdirSync(kept).map((name) => JSON.parse(readFileSync(join(kept, name), "utf8")));
        assert.equal(settings.length, 1);
        assert.equal(settings[0].fingers, 10);
        assert.ok(settings[0].inches < 75 && settings[0].inches > 30, "a longer bar is a smaller display: " + settings[0].inches);
    });
});
