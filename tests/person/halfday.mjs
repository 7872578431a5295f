// The half-day from the first block to the last: the real host, its real pages in real browsers. A trainer presses the
// remote's buttons, people join, write and vote by hand, one by keyboard alone, one behind a bad network; the host is
// killed in the middle of a vote. Then the register holds what the room said, and each vote as it was cast.
import assert from "node:assert/strict";
import {open_browser} from "./driver.mjs";
import {BUILD, new_house, read_blocks} from "./halfday_host.mjs";
import {Person} from "./halfday_people.mjs";
import {new_gallery} from "./halfday_screens.mjs";
import {Trainer} from "./halfday_trainer.mjs";
import {PEOPLE} from "./halfday_words.mjs";
import {morning} from "./halfday_morning.mjs";
import {ideas_and_end} from "./halfday_ideas.mjs";
import {assert_register} from "./halfday_register.mjs";
import {person_test, within} from "./opened.mjs";

const TRACES_WITHIN_MS = 20000;

/// Everything that one half-day shares: the house, the browser, the people, the pages beside theirs, and what the
/// register should hold when it is over.
async function open_room(engine, folder, wall) {
    const house = new_house(wall ? wall.begin : undefined);
    const host = await house.start();
    const browser = await open_browser(engine);
    const gallery = new_gallery(BUILD + "/screens/" + folder + "/", engine);
    const trainer = wall || new Trainer(await browser.page({width: 390, height: 844, motion: "reduce"}));
    const audience = await browser.page({width: 1920, height: 1080, motion: "reduce"});
    const people = PEOPLE.map((one, index) => Object.assign(new Person(browser, one), {index}));
    const expected = {ideas: [], saved: [], hidden: [], polls: [], cards: {}, steps: [], questions: [], secrets: [], undone: true};
    const started = Date.now();
    const room = {
        engine, house, host, browser, gallery, trainer, audience, people, expected, blocks: read_blocks(), here: [],
        tell: (what) => console.log(engine + " " + ((Date.now() - started) / 1000).toFixed(1).padStart(6) + " s  " + what),
        block: (id) => room.blocks.find((one) => one.id === id),
        everybody: (deed) => Promise.all(room.here.map(deed)),
        person: (trait) => people.find((one) => (trait === "tablet" ? one.name === "Tove" : trait === "phone" ? one.name === "Jonas" : one.spec[trait])) || null,
        /// A picture of the state on a tablet and a phone, and of whatever else is named.
        async look(what, more = {}) {
            const pages = {tablet: room.person("tablet").page};
            if (room.person("phone")) pages.phone = room.person("phone").page;
            await gallery.look(what, Object.assign(pages, more));
        },
        /// To the next block: everybody's page follows.
        async next(id) {
            const block = room.block(id);
            await trainer.next(block.sv);
            await room.everybody((person) => person.sees(block));
            await trainer.is_saved();
            room.tell(block.sv);
            return block;
        },
    };
    return room;
}

/// Who was to have a hard day had one: only a keyboard, and a network that loses and drops.
function assert_hardships(room) {
    assert.ok(room.people.length >= 8 && room.people.every((one) => one.page), "eight people are in");
    const kim = room.person("keyboard");
    assert.ok(kim.tabs > 100, kim.name + " went by the keyboard: " + kim.tabs + " steps");
    const {counts} = room.person("network").page.proxy;
    room.tell("the bad network: " + JSON.stringify(counts));
    assert.ok(counts.lost > 0 && counts.dropped > 0, "the bad network was bad: " + JSON.stringify(counts));
}

async function live(room) {
    await morning(room);
    await ideas_and_end(room);
    for (const person of room.people) room.gallery.collect(person.name, person.page);
    room.gallery.collect("the remote", room.trainer.page);
    room.gallery.collect("the audience's page", room.audience);
    assert_hardships(room);
    assert.equal(await room.house.stop(), 0, "the host ends cleanly");
    assert_register(room.house, room.expected);
    assert.deepEqual(room.gallery.faults, [], "axe and the pages' scripts have nothing to say");
    room.tell("done");
}

/// What every page shows when something failed.
async function keep_traces(room) {
    const pages = room.people.filter((one) => one.page).map((one) => [one.name || "nobody", one.page]).concat([["remote", room.trainer.page], ["audience", room.audience]]);
    for (const [name, page] of pages) {
        const file = BUILD + "/screens/halfday-failed/" + room.engine + "-" + name + ".png";
        if (room.engine !== "webkit") await page.screenshot(file).catch(() => null);
        for (const fault of page.back.faults) console.log(name + ": " + fault);
    }
    console.log("pictures of every page as it stood: " + BUILD + "/screens/halfday-failed/");
}

/// One half-day in one browser, led from the remote's page, or at the wall: `open_wall()` gives the trainer there.
export function half_day(sentence, engine, within_s, folder, open_wall = null) {
    person_test(sentence, {within_s: within_s + 40}, async () => {
        const room = await open_room(engine, folder, open_wall && await open_wall());
        try {
            await within(within_s * 1000, "the half-day", live(room));
        } catch (fault) {
            await within(TRACES_WITHIN_MS, "taking pictures", keep_traces(room)).catch(() => null);
            if (room.house.said()) fault.message += "\nThe host said: " + room.house.said().slice(-2000);
            throw fault;
        }
    });
}
