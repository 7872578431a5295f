// Before the ideas: coming in, the frame, Samira, her journey, where it hurts (and the host is killed), the coffee, the needs.
import assert from "node:assert/strict";
import * as words from "./halfday_words.mjs";
import {vote_in_room} from "./halfday_vote.mjs";

const BACK_WITHIN_MS = 5000;
const BAD_NETWORK_MS = 3000;  // a lost packet or a dropped connection on top of it

/// All write; the trainer shows all. `count` is how many notes there are.
export async function all_write(room, text_of, options = {}) {
    await room.everybody((person) => {
        const what = text_of(person.index, person);
        return person.write(what.text || what, what.group);
    });
    await room.look((options.name || "writing"), {remote: room.trainer.page});
    return room.trainer.moderate(room.here.length + (options.more || 0), options);
}

async function come_in(room) {
    const {host, trainer, audience, people} = room;
    await trainer.pair(host, () => room.gallery.look("pair", {remote: trainer.page}));
    await audience.open(host.audience_url);
    await audience.wait_for("@people");
    const first = room.person("tablet");
    await first.take_device();
    await first.page.open(host.join_url.replace(/\?.*/, ""));
    await first.page.wait_for("@join");
    await room.gallery.look("join", {tablet: first.page});
    await first.page.close();
    first.page = null;
    room.here = people.filter((one) => !one.spec.late);
    await room.everybody((person) => person.join(host));
    await room.look("lobby", {remote: trainer.page, audience});
    const english = room.person("language");
    if (english) await room.gallery.look("lobby-english", {tablet: english.page});
    room.tell(room.here.length + " people are in");
}

/// Closes the tab with a half-written note and opens it again: the note is still there.
async function close_the_tab(room, person) {
    if (!person) return;
    const half = "Halvskriven tanke";
    await person.put("note-text", half);
    await person.reopen(room.host);
    await person.sees(room.block("rita-resan"));
    await person.page.wait_for("@note-text");
    assert.equal(await person.page.value("@note-text"), half, "what was half written is there after the tab was closed");
    await person.page.run("() => { const el = document.querySelector('[data-id=note-text]'); el.focus(); el.select(); }");
    await person.page.press("Backspace");
}

/// The host is killed while some have voted; started again, every page finds back by itself.
async function kill_the_host(room, options, value) {
    const {here, trainer, audience, house, host} = room;
    const voted = here.filter((one, at) => at % 2 === 0);
    await Promise.all(voted.map((person) => person.vote("dots", value(person), options)));
    const changer = voted[0];
    const second = {dots: {[options[1].id]: 1, [options[2].id]: 1}};
    await changer.change_dots(value(changer), second);
    await house.kill();
    await Promise.all(here.map((person) => person.is_away()).concat([
        trainer.is_away(), audience.wait_for(".lost", {what: "the audience's page to notice"})]));
    await room.look("host-gone", {remote: trainer.page, audience});
    const again = await house.start();
    const ready = Date.now();
    assert.deepEqual(again, host, "the same codes and port after a crash");
    const within = {timeout: BACK_WITHIN_MS};
    await Promise.all(here.map(async (person) => {
        const within = {timeout: BACK_WITHIN_MS + (person.spec.network ? BAD_NETWORK_MS : 0)};
        await person.is_back(within);
        await person.sees(room.block("var-gor-det-ont"), within);
        await person.page.wait_for(person.voted ? "@vote-saved" : "@send", within);
    }).concat([trainer.is_back(within), trainer.wait_for_title(room.block("var-gor-det-ont").sv, within), audience.wait_gone(".lost", within)]));
    room.tell("  killed and started again: all pages back after " + (Date.now() - ready) + " ms");
    await trainer.turnout(0, voted.length, here.length);
}

/// Over time: the trainer takes minutes until there are none left, and gives some back.
async function over_time(room) {
    for (let i = 0; i < 4; ++i) await room.trainer.add(-5);
    await room.trainer.clock_is(true);
    await room.person("tablet").page.wait_for("[data-id=clock].over", {what: "the clock over time on a tablet"});
    await room.look("break-over-time", {remote: room.trainer.page, audience: room.audience});
    await room.trainer.add(5);
    await room.trainer.add(5);
    await room.trainer.clock_is(false);
}

async function move_to_a_new_device(room, person) {
    if (!person) return;
    const old = await person.change_device(room.host);
    await room.gallery.look("seat-taken", {phone: old});
    await person.sees(room.block("fika"));
    await person.page.click("@my-notes");
    await person.page.wait_for_text("@sheet-mine", words.step(person.index).text);
    await person.page.click("@close-sheet");
    await old.close();
}

export async function morning(room) {
    const {trainer, audience, expected} = room;
    await come_in(room);

    await room.next("kom-in");
    await room.look("check-in", {remote: trainer.page, audience});
    await vote_in_room(room, {method: "choice", question: "Kaffe, te eller vatten?", value: words.choice});

    await room.next("ramen");
    await room.look("empty-note", {remote: trainer.page, audience});
    await all_write(room, words.rule, {look: () => room.gallery.look("inbox", {remote: trainer.page})});
    await room.look("frame", {audience});

    await room.next("lar-kanna-samira");
    await all_write(room, words.known, {name: "known"});
    await room.look("known-shown", {audience});

    await room.next("rita-resan");
    await close_the_tab(room, room.person("reopens"));
    await all_write(room, words.step, {name: "steps"});
    expected.steps = room.here.map((person) => words.step(person.index).text);
    await room.look("journey", {audience});
    await vote_in_room(room, {method: "feelings", question: "Du är Samira. Hur känns det här steget?", value: words.feelings, during: async () => {
        const late = room.person("late");
        await late.join(room.host);
        room.here.push(late);
        await late.sees(room.block("rita-resan"));
    }});

    await room.next("var-gor-det-ont");
    await vote_in_room(room, {method: "dots", question: "Vilka steg skaver mest för Samira?", value: words.dots, during: (options, value) => kill_the_host(room, options, value)});

    await room.next("fika");
    await move_to_a_new_device(room, room.person("moves"));
    await over_time(room);

    await room.next("fran-skav-till-behov");
    await all_write(room, words.need, {name: "needs"});
    await room.next("hur-kan-vi");
    await all_write(room, words.question, {name: "questions"});
    expected.questions = room.here.map((person) => words.question(person.index));
}
