// The ideas: written in silence, built upon, sorted, voted on, saved in the register, made into cards; and the end.
import assert from "node:assert/strict";
import * as words from "./halfday_words.mjs";
import {all_write} from "./halfday_morning.mjs";
import {vote_in_room} from "./halfday_vote.mjs";

const CRITERIA = ["nytta", "nytankande"];
const NUMBER_WITHIN_MS = 20000;  // 8 s after the saving, and patience

function expect_idea(room, text, block) {
    room.expected.ideas.push({text, block});
}

/// Written in silence; one with a personal number is hidden, one has a typo, one is written without a network.
async function write_ideas(room) {
    const {trainer, expected} = room;
    await room.next("ideer-i-tysthet");
    const away = room.person("network");
    if (away) {
        await away.page.offline(true);
        await away.page.wait_for("@offline");
        await away.put("note-text", away.spec.idea);
        await away.press("send");
        await away.page.wait_for_text("@kept", away.spec.idea);
        await room.gallery.look("offline", {phone: away.page});
        await away.page.offline(false);
        await away.is_there(away.spec.idea);
    }
    const first = room.person("tablet");
    await first.write(words.HIDDEN, null, "personnummer");
    await room.everybody((person) => (person === away ? null : person.write(person.spec.idea)));
    await room.look("ideas", {remote: trainer.page});
    const mend = room.here.some((one) => one.spec.idea === words.TYPO) ? {[words.TYPO]: words.MENDED} : {};
    const inbox = await trainer.moderate(room.here.length + 1, {hide: (text) => text === words.HIDDEN, mend, look: () => room.gallery.look("inbox-held", {remote: trainer.page})});
    assert.deepEqual(inbox.filter((note) => note.held).map((note) => note.text), [words.HIDDEN], "what holds a personal number is marked in the inbox, and nothing else");
    for (const person of room.here) expect_idea(room, mend[person.spec.idea] || person.spec.idea, "ideer-i-tysthet");
    expected.hidden.push(words.HIDDEN);
    if (Object.keys(mend).length) expected.hidden.push(words.TYPO);
    await room.look("ideas-shown", {audience: room.audience});
}

async function build_upon(room) {
    await room.next("bygg-vidare");
    await room.look("rotate", {remote: room.trainer.page});
    await room.everybody(async (person) => {
        const given = await person.build_upon(words.building(person.index));
        assert.equal(given.includes(person.spec.idea), false, person.name + " got somebody else's idea");
        expect_idea(room, words.building(person.index), "bygg-vidare");
    });
    await room.trainer.moderate(room.here.length);
    await room.look("rotate-done", {audience: room.audience});
}

async function sort(room) {
    const {trainer} = room;
    await room.next("sortera");
    const texts = room.expected.ideas.map((one) => one.text);
    await trainer.in_sheet("wall", async () => {
        if (texts.includes(words.TWIN)) {
            await trainer.merge(words.TWIN, words.TWIN_OF);
            room.expected.merged = {from: words.TWIN, into: words.TWIN_OF};
        }
        await trainer.sort(words.TWIN_OF, "Besked");
        await trainer.sort(texts.find((one) => one.startsWith("Ja, och")), "Besked");
        await trainer.sort(room.here[1].spec.idea === words.TYPO ? words.MENDED : room.here[1].spec.idea, "Nycklar och ljus");
        await room.gallery.look("wall", {remote: trainer.page});
    });
    await room.look("sorted", {audience: room.audience});
    await room.next("strack-pa-er");
    await room.look("stretch", {remote: trainer.page, audience: room.audience});
}

/// The vote, and into the register: saved, undone once, saved again.
async function vote_and_save(room) {
    const {trainer, expected} = room;
    await room.next("tre-prickar");
    const poll = await vote_in_room(room, {method: "tre-prickar", question: "Vilka idéer tar vi vidare?", criteria: CRITERIA, value: (index, options) => words.criteria(index, options, CRITERIA)});
    assert.equal(poll.options.length, expected.ideas.length - (expected.merged ? 1 : 0), "every shown idea can be voted on, twins once");
    const best = poll.rows.slice().sort((a, b) => b.votes - a.votes).slice(0, 3).map((row) => row.id);
    const offered = await trainer.save(0, best, () => room.gallery.look("save", {remote: trainer.page}));
    assert.ok(best.every((id) => offered.includes(id)));
    await room.gallery.look("undo", {remote: trainer.page});
    await trainer.undo();
    await trainer.save(0, best);
    expected.saved = best.map((id) => poll.options.find((one) => one.id === id).label);
    await room.person("tablet").page.wait_for("@saved");
    await room.look("saved", {remote: trainer.page, audience: room.audience});
    return best;
}

async function fill_cards(room, best) {
    const {trainer, expected} = room;
    const label = (at) => expected.saved[at % expected.saved.length];
    await room.next("idekort");
    await room.look("cards", {remote: trainer.page, audience: room.audience});
    const fields = await card_fields(room.here[0], best[0]);
    const groups = room.here.slice(0, 3);
    await Promise.all(groups.map(async (person, at) => {
        const filled = {[fields[0]]: "Föreningar som " + (person.name || "någon") + " känner", [fields[fields.length - 1]]: "En tisdag med en förening, grupp " + (at + 1)};
        await person.fill_card(best[at], filled);
        expected.cards[label(at)] = filled;
    }));
    await room.look("card", {});
    await trainer.moderate(2 * groups.length);

    await room.next("visa-och-bestam");
    const steps = await card_fields(room.here[0], best[0]);
    const plan = {[steps[0]]: "Ring tre föreningar", [steps[1]]: "handläggare för lokaler", [steps[2]]: "2027-01-29"};
    await room.here[0].fill_card(best[0], plan);
    await trainer.moderate(Object.keys(plan).length);
    Object.assign(expected.cards[label(0)], plan);
    await room.look("next-step", {remote: trainer.page, audience: room.audience});
}

/// The ids of the card's fields, in their order.
async function card_fields(person, idea) {
    if (!(await person.page.exists("@other-card"))) await person.press("card-" + idea);
    await person.page.wait_for("@other-card");
    return person.page.run("() => Array.from(document.querySelectorAll(\"[data-id^='field-']\"), (one) => one.dataset.id.slice(6))");
}

async function check_out(room) {
    const {trainer, audience} = room;
    await room.next("checka-ut");
    await room.everybody((person) => person.write(words.word(person.index)));
    await trainer.moderate(room.here.length);
    await room.look("check-out", {remote: trainer.page, audience});
    await vote_in_room(room, {index: 0, method: "scale", question: "Kom din röst fram i dag?", value: words.scale});
    await vote_in_room(room, {index: 1, method: "choice", question: "Hur vill du få veta vad som händer med idéerna?", value: words.wanted_news});
}

/// The numbers come when nobody can undo any longer; then the session ends, everywhere.
async function end(room) {
    const {trainer, audience, expected} = room;
    await room.people[0].page.click("@my-notes");
    await room.people[0].page.wait_until("() => /[A-Z]\\d\\d-\\d{3}/.test(document.querySelector('[data-id=sheet-mine]').textContent)", [], {timeout: NUMBER_WITHIN_MS, what: "the idea's number among one's own notes"});
    await room.gallery.look("own-notes", {tablet: room.people[0].page});
    await room.people[0].page.click("@close-sheet");
    for (const person of room.people) expected.secrets.push(...(await person.secrets()));
    await trainer.end(() => room.gallery.look("end-question", {remote: trainer.page}));
    await room.everybody((person) => person.page.wait_for("@fresh", {what: person.name + "'s page to say that it is over"}));
    await audience.wait_until("() => !document.querySelector('[data-id=code]')", [], {what: "the audience's last picture"});
    await room.look("ended", {remote: trainer.page, audience});
}

export async function ideas_and_end(room) {
    room.expected.session_title = "Halvdag: från kundresa till idéer";
    await write_ideas(room);
    await build_upon(room);
    await sort(room);
    const best = await vote_and_save(room);
    await fill_cards(room, best);
    await check_out(room);
    await end(room);
}
