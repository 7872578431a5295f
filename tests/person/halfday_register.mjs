// What the half-day must have left in the register: every idea in the room's words, in its right state, with the vote
// that it won; every vote as it was cast and not who cast it; nothing of a secret.
import assert from "node:assert/strict";
import {COUNTERS, canonical, heaps} from "./halfday_tally.mjs";
import {assert_nowhere} from "./halfday_host.mjs";

const NUMBER = /^[A-Z]\d\d-\d{3,}$/;

function value_of(log, entity, field) {
    let value;
    for (const change of log) for (const fact of change.facts) if (fact.entity === entity && fact.field === field) value = fact.value;
    return value;
}

/// The votes of the journal: [{id, question, method, options, ballots, count, eligible}].
function polls_of(log) {
    return log.filter((change) => change.label === "change.open_poll").map((change) => {
        const id = change.facts.find((fact) => fact.field === "poll.method").entity;
        const closed = log.find((one) => one.label === "change.close_poll" && one.facts.some((fact) => fact.entity === id));
        const fact = (field) => closed.facts.find((one) => one.field === field).value;
        const read = (text) => (typeof text === "string" ? JSON.parse(text) : text);
        return {id, question: value_of(log, id, "poll.question"), method: value_of(log, id, "poll.method"), options: read(value_of(log, id, "poll.options")),
            ballots: read(fact("tally.ballots")), count: fact("tally.count"), eligible: fact("poll.eligible"), change: closed};
    });
}

function assert_ballots(house, polls) {
    const found = polls_of(house.log());
    assert.deepEqual(found.map((one) => one.question), polls.map((one) => one.question), "the votes of the journal, in order");
    found.forEach((one, index) => {
        const told = polls[index];
        const cast = {};
        for (const ballot of one.ballots) cast[canonical(ballot.value)] = ballot.n;
        assert.deepEqual(cast, heaps(told.values), "the ballots of “" + one.question + "”");
        assert.equal(one.count, told.values.length);
        assert.equal(one.eligible, told.of);
        for (const ballot of one.ballots) assert.deepEqual(Object.keys(ballot).sort(), ["n", "source", "value"], "a ballot says nothing else");
    });
}

function assert_origin(card, poll, row, idea, expected) {
    const origin = card.origin;
    assert.equal(origin.block, idea.block);
    assert.equal(origin.session_title, expected.session_title);
    assert.ok(origin.session, "the origin knows its session");
    assert.deepEqual({method: origin.poll.method, question: origin.poll.question, eligible: origin.poll.eligible, voters: origin.poll.voters, votes: origin.poll.votes, by: origin.poll.by,
        rank: origin.poll.rank, supporters: origin.poll.supporters},
    {method: poll.method, question: poll.question, eligible: poll.of, voters: poll.voters, votes: row.votes, by: row.by, rank: row.rank, supporters: row.supporters}, "the vote behind “" + idea.text + "”");
    const links = (kind) => origin.links.filter((one) => one.kind === kind).map((one) => one.text);
    assert.match(links("persona").join(), /Samira/, "the origin leads to the persona");
    assert.ok(links("step").length > 0 && links("step").every((text) => expected.steps.includes(text)), "the origin leads to a step of the journey, not to " + links("step"));
    assert.ok(links("hmw").length > 0 && links("hmw").every((text) => expected.questions.includes(text)), "the origin leads to a Hur kan vi-question");
}

/// `expected`: {ideas: [{text, block, id?}], saved: [texts], merged: {from, into}, hidden: [texts], polls: [{question, method, values,
/// options, criteria, of, voters}], cards: {text: {field: words}}, steps, questions, session_title, secrets}.
export function assert_register(house, expected) {
    const list = house.list();
    const gone = expected.merged ? [expected.merged.from] : [];
    const titles = list.map((one) => one.title);
    for (const text of expected.hidden) assert.equal(titles.includes(text), false, "what was hidden is not in the register: " + text);
    const wanted = expected.ideas.map((one) => one.text);
    assert.deepEqual(titles.filter((one) => !gone.includes(one)).sort(), wanted.filter((one) => !gone.includes(one)).sort(), "the register's ideas");

    const vote = expected.polls.find((one) => one.method === "tre-prickar");
    const rows = COUNTERS["tre-prickar"](vote.values, vote.options.map((one) => one.id), vote.criteria);
    for (const idea of list) {
        const told = expected.ideas.find((one) => one.text === idea.title);
        if (gone.includes(idea.title)) continue;
        if (!expected.saved.includes(idea.title)) {
            assert.equal(idea.state, "draft", "“" + idea.title + "” was not saved");
            assert.equal(idea.number, null, "a draft has no number");
            continue;
        }
        assert.equal(idea.state, "received", "“" + idea.title + "” was saved");
        assert.match(idea.number, NUMBER);
        const card = house.show(idea.number);
        const option = vote.options.find((one) => one.label === idea.title);
        assert_origin(card, vote, rows.find((one) => one.id === option.id), told, expected);
        for (const field of Object.keys(expected.cards[idea.title] || {})) {
            assert.ok(JSON.stringify(card).includes(JSON.stringify(expected.cards[idea.title][field]).slice(1, -1)), "the card of “" + idea.title + "” has its " + field);
        }
        assert.deepEqual(card.history.map((one) => one.to).filter(Boolean).filter((to, at, all) => to !== all[at - 1]), ["draft", "received", "draft", "received"].slice(expected.undone ? 0 : 2),
            "the history of “" + idea.title + "” tells of the saving and of what was undone");
    }
    const numbers = list.map((one) => one.number).filter(Boolean);
    assert.equal(numbers.length, expected.saved.length);
    assert.equal(new Set(numbers).size, numbers.length, "no number stands twice");

    assert_ballots(house, expected.polls);
    const state = house.verify();
    assert.equal(state.sound, true, "verify finds: " + JSON.stringify(state.faults));
    assert.ok(house.log().some((change) => change.label === "change.end_session"), "the session is ended");
    const backups = house.backups();
    assert.equal(backups.length, 1, "one backup when the session ended");
    assert.equal(house.verify(backups[0]).sound, true, "the backup is sound");
    assert.ok(expected.secrets.length > expected.polls.length, "the pages' secrets were gathered");
    assert_nowhere(house.folder, expected.secrets, "a secret");
    return list;
}
