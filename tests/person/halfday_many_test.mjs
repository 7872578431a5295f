// ctest: 1200 s, --long, alone
// The half-day with two hundred people by the protocol, three in real browsers and an audience's page. All join, write and vote
// in every vote that the course has; some leave and return, some lose their Wi-Fi, some do what is not allowed; the host is killed
// in the middle of a vote. In the end the register holds exactly what was acknowledged.
import assert from "node:assert/strict";
import {seeded} from "../program/check.mjs";
import {Client, close_and_reveal, go_to, remote_of} from "../program/client.mjs";
import {open_browser} from "./driver.mjs";
import {Member, Rascal, by_forties, multiset, some_value} from "./halfday_crowd.mjs";
import {assert_nowhere, new_house, read_blocks} from "./halfday_host.mjs";
import {Person} from "./halfday_people.mjs";
import {canonical} from "./halfday_tally.mjs";
import {PEOPLE} from "./halfday_words.mjs";
import {person_test} from "./opened.mjs";

const CROWD = Number(process.env.IDERUM_CROWD || 200);
const RASCALS = 10;
const STEPS = 24;       // of the journey: each is felt by everybody
const HELD = "Ring Bo 19811218-9876 om nyckeln";
const CRITERIA = ["nytta", "nytankande"];
const NUMBERS_WITHIN_MS = 30000;
const random = seeded(20260504);

const started = Date.now();
const tell = (what) => console.log(((Date.now() - started) / 1000).toFixed(1).padStart(6) + " s  " + what);

/// The room: the host and who is there.
async function open_room() {
    const house = new_house();
    const room = {house, blocks: read_blocks(), polls: [], ideas: new Map(), hidden: [], crowd: [], rascals: [], people: [], secrets: []};
    await start(room);
    room.remote = await remote_of(room.host);
    room.members = Array.from({length: CROWD}, (_, index) => new Member(index));
    room.rascals = Array.from({length: RASCALS}, (_, index) => new Rascal(index));
    const browser = await open_browser("chromium");
    room.audience = await browser.page({width: 1920, height: 1080, motion: "reduce"});
    await room.audience.open(room.host.audience_url);
    room.people = PEOPLE.slice(0, 3).map((one, index) => Object.assign(new Person(browser, one), {index}));
    return room;
}

async function start(room) {
    const addresses = await room.house.start();
    room.host = {...addresses, origin: new URL(addresses.join_url).origin};
}

const block_of = (room, id) => room.blocks.find((one) => one.id === id);

async function to_block(room, id) {
    await go_to(room.remote, id);
    await Promise.all(room.people.map((person) => person.sees(block_of(room, id), {timeout: 60000})));
    tell(block_of(room, id).sv);
}

/// Everything that waits is shown, but what holds a personal number, which is hidden. Gives how many were shown.
async function review(room, count) {
    const {remote} = room;
    await remote.until(() => remote.state.inbox.length === count, count + " in the inbox", 60000);
    const held = remote.state.inbox.filter((one) => one.held);
    for (const one of held) await remote.do("hide", {note: one.note});
    const shown = remote.state.inbox.filter((one) => !one.held && !held.some((other) => other.note === one.note)).map((one) => one.note);
    for (let at = 0; at < shown.length; at += 200) await remote.do("review", {notes: shown.slice(at, at + 200), how: "show"});
    await remote.until(() => remote.state.inbox.length === 0, "an empty inbox", 60000);
    return shown.length;
}

/// Some of the crowd write, and all in browsers; the rascals try to. `text(who)` is told the member or person.
async function all_write(room, block, members, text, more = () => ({})) {
    await Promise.all([by_forties(members, (member) => member.write(block, text(member), more(member))),
        ...room.people.map((person) => person.write(text(person), more(person).group || null)), ...room.rascals.map((rascal) => rascal.mischief(block))]);
    await review(room, members.length + room.people.length);
}

/// A vote of the room's block from its opening to its result, which is what everybody had acknowledged.
async function vote_in_room(room, block, index, during = null) {
    const {remote} = room;
    const {poll} = await remote.do("open_poll", {block, index});
    await Promise.all(room.members.map((member) => member.has_ballot(poll)));
    const {method, question} = room.members[0].tablet.state.polls.find((one) => one.id === poll);
    const options = room.members[0].options(poll);
    const value = () => some_value(method, options, random, CRITERIA);
    const cast = (members) => by_forties(members, (member) => member.cast(poll, Array.from({length: 1 + (random(4) === 0 ? 1 : 0)}, value)));
    await Promise.all(room.rascals.map((rascal) => rascal.mischief(block, poll)));
    const half = Math.floor(room.members.length / 2);
    await cast(room.members.slice(0, half));
    if (during) await during(room, poll);
    const labels = await room.people[0].options();
    await Promise.all([cast(room.members.slice(half)), ...room.people.map((person) => person.vote(method, few(method, value, options), labels))]);
    const values = room.members.map((member) => member.sent.value).concat(room.people.map((person) => person.voted));
    const before = Date.now();
    const shown = await close_and_reveal(room.remote, poll);
    assert.equal(shown.in, values.length, question + ": as many ballots as were acknowledged");
    assert.ok(shown.of >= shown.in, question + ": drawn");
    await Promise.all(room.people.map((person) => person.result(method)));
    await room.audience.wait_until("() => !!document.querySelector(\"[data-id^='row-'], .scale-result, [data-id=curve-table]\")", [], {what: "the result on the audience's page", timeout: 60000});
    tell("  " + method + ": " + shown.in + " ballots of " + shown.of + ", shown to all after " + (Date.now() - before) + " ms");
    room.polls.push({poll, method, question, values, shown});
    return shown;
}

/// A ballot that hands can cast in a reasonable time.
function few(method, value, options) {
    for (;;) {
        const one = value();
        if (method !== "feelings" || Object.keys(one).length === 0) return one;
        return {feelings: Object.fromEntries(Object.entries(one.feelings).slice(0, 4))};
    }
}

async function some_come_and_go(room) {
    const gone = room.members.filter((member) => member.index % 11 === 3);
    const away = room.members.filter((member) => member.index % 6 === 1);
    await by_forties(gone, (member) => member.go());
    await by_forties(away, (member) => member.reconnect(room.host));
    await by_forties(gone, (member) => member.return(room.host));
    tell("  " + gone.length + " left and returned, " + away.length + " lost their Wi-Fi");
}

/// SIGKILL while half of the room is voting; everybody comes back at once, and what was not answered is sent again.
async function kill_the_host(room, poll) {
    const voting = room.members.slice(Math.floor(CROWD / 2));
    const options = voting[0].options(poll);
    const under_way = voting.slice(0, Math.floor(CROWD / 4)).map((member) => {
        member.k = (member.k || 0) + 1;
        member.sent = {poll, value: {dots: {[options[member.index % options.length]]: 1}}};
        return member.tablet.say({t: "vote", poll, token: member.tablet.ballots[poll], k: member.k, value: member.sent.value});
    });
    await Promise.race(under_way);
    await room.house.kill();
    await Promise.all(room.members.map((member) => member.tablet.until(() => member.tablet.closed, "the connection to end")));
    const before = room.host;
    await start(room);
    assert.deepEqual(room.host, before, "the same codes and port after a crash");
    const since = Date.now();
    room.remote = await Client.join(room.host, {role: "remote", secret: room.remote.welcome.secret});
    await room.remote.until(() => room.remote.state, "the remote's view");
    await Promise.all(room.members.map((member) => member.come_back(room.host)));
    const back = Date.now() - since;
    await Promise.all(room.rascals.map((rascal) => rascal.reconnect(room.host)));
    await Promise.all(room.people.map((person) => person.is_back({timeout: 30000})));
    tell("  killed and started again: " + CROWD + " were back after " + back + " ms");
}

function remember_ideas(room, members, text, block) {
    for (const who of [...members, ...room.people]) room.ideas.set(text(who), {block});
}

async function morning(room) {
    const since = Date.now();
    await by_forties(room.members, (member) => member.join(room.host));
    tell(CROWD + " joined in " + (Date.now() - since) + " ms");
    await Promise.all(room.rascals.map((rascal) => rascal.join(room.host)));
    await Promise.all(room.people.map((person) => person.join(room.host)));
    await room.remote.until(() => room.remote.state.people === CROWD + RASCALS + room.people.length, "everybody", 60000);

    await to_block(room, "kom-in");
    await vote_in_room(room, "kom-in", 0);
    await to_block(room, "ramen");
    await all_write(room, "ramen", room.members, (who) => "Vi lyssnar klart, en i taget (" + (who.name || "plats") + " " + who.index + ")");
    await some_come_and_go(room);
    await to_block(room, "lar-kanna-samira");
    await all_write(room, "lar-kanna-samira", room.members.filter((one) => one.index % 4 === 0), (who) => "Föreningar ringer om nycklar, fall " + who.index + (who.spec ? "b" : ""), () => ({group: "vet"}));
    await to_block(room, "rita-resan");
    await all_write(room, "rita-resan", room.members.slice(0, STEPS), (who) => "Väntar på svar, gång " + who.index + (who.spec ? "b" : ""), (who) => ({group: ["fore", "under", "efter"][who.index % 3]}));
    await vote_in_room(room, "rita-resan", 0, some_come_and_go_without_ballots);
    await to_block(room, "var-gor-det-ont");
    await vote_in_room(room, "var-gor-det-ont", 0, kill_the_host);
}

/// While a vote is open only the Wi-Fi goes: who changes device has left the ballot on the old one.
async function some_come_and_go_without_ballots(room) {
    await by_forties(room.members.filter((member) => member.index % 4 === 2), (member) => member.reconnect(room.host));
}

async function ideas(room) {
    const idea = (who) => (who.spec ? who.spec.idea : "Besked innan jag somnar, på sätt nummer " + who.index);
    await to_block(room, "fika");
    await some_come_and_go(room);
    await to_block(room, "ideer-i-tysthet");
    const careless = room.members.slice(0, 5);
    await Promise.all(careless.map((member) => member.write("ideer-i-tysthet", HELD + ", " + member.index)));
    await Promise.all([by_forties(room.members, (member) => member.write("ideer-i-tysthet", idea(member))), ...room.people.map((person) => person.write(idea(person)))]);
    await review(room, CROWD + room.people.length + careless.length);
    room.hidden = careless.map((member) => HELD + ", " + member.index);
    remember_ideas(room, room.members, idea, "ideer-i-tysthet");

    await to_block(room, "bygg-vidare");
    const builders = room.members.filter((member) => member.index % 3 === 0);
    const building = (who) => "Ja, och det provar vi på tisdag " + who.index + (who.spec ? "b" : "");
    await by_forties(builders, async (member) => {
        const given = await member.tablet.until(() => member.tablet.mine.given.length && member.tablet.mine.given, "an idea in the hand");
        assert.ok(!Array.from(member.notes.values()).includes(given[0].text), "somebody else's idea");
        await member.write("bygg-vidare", building(member), {parent: given[0].note});
    });
    await Promise.all(room.people.map((person) => person.build_upon(building(person))));
    await review(room, builders.length + room.people.length);
    remember_ideas(room, builders, building, "bygg-vidare");

    await to_block(room, "tre-prickar");
    const shown = await vote_in_room(room, "tre-prickar", 0);
    assert.equal(shown.options.length, room.ideas.size, "every shown idea can be voted on");
    const best = shown.can_save.slice(0, 3);
    await room.remote.do("save", {poll: shown.id, notes: best});
    room.saved = best.map((id) => shown.options.find((one) => one.id === id).label);
    await to_block(room, "idekort");
    const fields = await room.members[0].tablet.until(() => room.members[0].tablet.state.block.form && room.members[0].tablet.state.block.form.fields, "the card's fields");
    room.cards = best.map((id, i) => ({id, field: fields[0].id, text: "Föreningar i Lindåsa, kort nummer " + i}));
    await Promise.all(room.cards.map((card, i) => room.members[i].tablet.ask({t: "form", idea: card.id, fields: {[card.field]: card.text}})));
    await review(room, room.cards.length);
    await room.remote.until(() => room.remote.state.wall.filter((note) => best.includes(note.id) && note.number).length === best.length, "the saved ideas' numbers", NUMBERS_WITHIN_MS);

    await to_block(room, "checka-ut");
    await all_write(room, "checka-ut", room.members, (who) => "lättad " + who.index + (who.spec ? "b" : ""));
    await vote_in_room(room, "checka-ut", 0);
    await vote_in_room(room, "checka-ut", 1);
}

/// The register against what was told yes.
function assert_register(room) {
    const {house} = room;
    const list = house.list();
    const titles = list.map((one) => one.title);
    assert.deepEqual(titles.slice().sort(), [...room.ideas.keys()].sort(), "the register's ideas are those that were acknowledged and shown, each once");
    for (const text of room.hidden) assert.ok(!titles.includes(text), "what was hidden is in the register");
    const numbers = list.filter((one) => one.number);
    assert.deepEqual(numbers.map((one) => one.title).sort(), room.saved.slice().sort(), "the saved ideas have numbers");
    assert.equal(new Set(numbers.map((one) => one.number)).size, numbers.length, "no number stands twice");
    for (const card of room.cards) assert.ok(JSON.stringify(house.show(card.id)).includes(card.text), "the card says " + card.text);

    const log = house.log();
    const fact = (change, field) => change.facts.find((one) => one.field === field);
    const closed = log.filter((change) => change.label === "change.close_poll");
    assert.equal(closed.length, room.polls.length, "the votes of the journal");
    for (const {poll, question, values} of room.polls) {
        const change = closed.find((one) => one.facts.some((other) => other.entity === poll));
        const told = fact(change, "tally.ballots").value;
        const found = {};
        for (const ballot of typeof told === "string" ? JSON.parse(told) : told) {
            assert.deepEqual(Object.keys(ballot).sort(), ["n", "source", "value"], "a ballot says nothing else");
            found[canonical(ballot.value)] = (found[canonical(ballot.value)] || 0) + ballot.n;
        }
        assert.deepEqual(found, multiset(values), "the ballots of “" + question + "”");
        assert.equal(fact(change, "tally.count").value, values.length, "how many");
    }
    const state = house.verify();
    assert.equal(state.sound, true, "verify finds: " + JSON.stringify(state.faults));
    const [backup] = house.backups();
    assert.equal(house.verify(backup).sound, true, "the backup is sound");
    assert_nowhere(house.folder, room.members.flatMap((member) => member.secrets).filter(Boolean), "a secret");
    return titles.length;
}

person_test("a half-day with two hundred people leaves exactly what was acknowledged", {within_s: 1150}, async () => {
    const room = await open_room();
    try {
        await morning(room);
        await ideas(room);
        await room.remote.do("end", {hidden_ok: true});
        await Promise.all(room.members.map((member) => member.tablet.until(() => member.tablet.ended, "the end")));
        await Promise.all(room.people.map((person) => person.page.wait_for("@fresh", {timeout: 60000})));
        assert.equal(await room.house.stop(), 0, "the host ends cleanly");
        const count = assert_register(room);
        for (const person of room.people) assert.deepEqual(person.page.back.faults, [], person.name + "'s page has no faults");
        tell(count + " ideas, " + room.polls.length + " votes, " + room.rascals.reduce((sum, one) => sum + one.refused, 0) + " refusals: the register holds what was acknowledged");
    } catch (fault) {
        if (room.house.said()) fault.message += "\nThe host said: " + room.house.said().slice(-2000);
        throw fault;
    }
});
