// Two hundred people by the protocol, for a half-day: each remembers what the host acknowledged, and nothing else counts.
import assert from "node:assert/strict";
import {Client, tablet_of, vote} from "../program/client.mjs";
import {canonical} from "./halfday_tally.mjs";

const AT_ONCE = 40;  // that come through the door together

/// The deed for each, so many at a time.
export async function by_forties(list, deed) {
    for (let at = 0; at < list.length; at += AT_ONCE) await Promise.all(list.slice(at, at + AT_ONCE).map((one, i) => deed(one, at + i)));
}

const poll_of = (tablet, id) => tablet.state.polls.find((one) => one.id === id);

export class Member {
    constructor(index) {
        this.index = index;
        this.name = index % 5 === 0 ? "" : "Deltagare " + (index + 1);
        this.notes = new Map();  // the host's id → text, once acknowledged
        this.secrets = [];
    }

    async join(host) {
        this.tablet = await tablet_of(host, {name: this.name, show_name: index_shows(this.index), lang: this.index % 7 === 0 ? "en" : "sv"});
        this.secrets.push(this.tablet.welcome.seat);
    }

    async write(block, text, more = {}) {
        const {note} = await this.tablet.ask({t: "note", block, text, group: "", colour: "sol", ...more}, 120000);
        this.notes.set(note, text);
        return note;
    }

    /// Has the ballot of this vote, and the host knows so.
    async has_ballot(poll) {
        await this.tablet.until(() => this.tablet.ballots[poll] && poll_of(this.tablet, poll), "a ballot for " + (this.name || "somebody"));
        await this.tablet.until(() => !this.tablet.unanswered().length, "got to be answered");
        this.secrets.push(this.tablet.ballots[poll]);
    }

    options(poll) {
        return poll_of(this.tablet, poll).options.map((one) => one.id);
    }

    /// Votes, and again for each further value; the last is what counts.
    async cast(poll, values) {
        for (const value of values) {
            this.k = (this.k || 0) + 1;
            this.sent = {poll, value};
            await this.tablet.ask(vote(poll, this.tablet.ballots[poll], this.k, value));
        }
    }

    /// The Wi-Fi goes for a moment: the same device comes back with its secret, and what was not answered is sent again.
    async reconnect(host) {
        const before = this.tablet;
        await before.leave();
        await this.come_back(host, before);
    }
    async come_back(host, before = this.tablet) {
        this.tablet = await Client.join(host, {role: "tablet", seat: before.welcome.seat, lang: "sv"});
        await this.tablet.until(() => this.tablet.state && this.tablet.mine, "the tablet's view");
        this.tablet.ballots = {...before.ballots, ...this.tablet.ballots};
        for (const message of before.unanswered()) if (message.t === "vote" || message.t === "note") await this.tablet.ask(message);
    }

    /// Goes, and comes back later on another device by the return code.
    async go() {
        this.return_code = this.tablet.welcome.return;
        await this.tablet.ask({t: "leave"});
        await this.tablet.leave();
    }
    async return(host) {
        this.tablet = await Client.join(host, {role: "tablet", return: this.return_code, lang: "sv"});
        await this.tablet.until(() => this.tablet.state && this.tablet.mine, "the tablet's view");
        this.secrets.push(this.tablet.welcome.seat);
        assert.equal(this.tablet.mine.notes.length, this.notes.size, "everything one wrote is there on the new device");
    }
}

const index_shows = (index) => index % 5 !== 0 && index % 2 === 0;

/// Somebody who has a seat and does what is not allowed, over and over. Nothing of it is ever acknowledged.
export class Rascal {
    constructor(index) {
        this.index = index;
        this.refused = 0;
    }

    async join(host) {
        this.host = host;
        this.tablet = await tablet_of(host, {name: "<img src=x onerror=alert(" + this.index + ")>", show_name: true});
    }

    async mischief(block, poll) {
        const own = poll && this.tablet.ballots[poll];
        const options = poll ? poll_of(this.tablet, poll).options.map((one) => one.id) : [];
        const other = "f".repeat(31) + (this.index % 10);
        const wrong = [{t: "do", what: "next"}, {t: "do", what: "end", hidden_ok: true}, {t: "note", block, text: "\u200b\u2060\u00ad", group: "", colour: "sol"}, {t: "note", block, text: "x".repeat(300), group: "", colour: "sol"},
            {t: "note", block: "finns-inte", text: "Ingenstans", group: "", colour: "sol"}, {t: "withdraw", note: "01a00000-0000-7000-8000-000000000000"}, {t: "another", poll: poll || other}];
        if (own) {
            wrong.push(vote(poll, other, 1, {choice: options[0]}), vote(poll, own, 1, {choice: "saft"}), vote(poll, own, 1, {dots: {[options[0]]: 1000}}), vote(poll, own, 1, {scale: 99}),
                vote(poll, own, -1, {}), {t: "code", poll, code: "WRNGCDE2"});
        }
        for (const message of wrong) {
            const answer = await this.tablet.say(message);
            assert.equal(answer.t, "nak", JSON.stringify(message) + " was taken");
            assert.ok(answer.code && answer.text.length > 10, JSON.stringify(answer));
            this.refused += 1;
        }
        // And what is no message at all; who is cut for it comes back.
        this.tablet.hear = (frame) => (frame.t === "ack" || frame.t === "nak" ? null : Client.prototype.hear.call(this.tablet, frame));
        for (const noise of ["{", "[".repeat(4000), '{"t":"vote","k":NaN}', "\u0000"]) this.tablet.socket.send(noise);
        await this.reconnect(this.host);
    }

    async reconnect(host) {
        this.host = host;
        const before = this.tablet;
        if (!before.closed) await before.leave();
        this.tablet = await Client.join(host, {role: "tablet", seat: before.welcome.seat, lang: "sv"});
        await this.tablet.until(() => this.tablet.state && this.tablet.mine, "the rascal's view");
        this.tablet.ballots = {...before.ballots, ...this.tablet.ballots};
    }
}

/// How many cast each ballot: {canonical ballot: people}.
export function multiset(values) {
    const all = {};
    for (const value of values) all[canonical(value)] = (all[canonical(value)] || 0) + 1;
    return all;
}

/// What one may vote, by the options; some abstain, some leave much out.
export function some_value(method, options, random, criteria = []) {
    const any = () => options[random(options.length)];
    if (random(20) === 0) return {};
    if (method === "choice") return {choice: any()};
    if (method === "scale") return {scale: 1 + random(5)};
    if (method === "dots") return {dots: Object.fromEntries(Array.from({length: 1 + random(3)}, any).map((id) => [id, 1]))};
    if (method === "feelings") return {feelings: Object.fromEntries(options.filter(() => random(6)).map((id) => [id, random(5) - 2]))};
    assert.equal(method, "tre-prickar", "a kind of vote that the crowd does not know");
    const dots = {};
    for (const criterion of criteria) {
        dots[criterion] = {};
        for (let i = 0; i < 3; ++i) {
            const id = any();
            dots[criterion][id] = (dots[criterion][id] || 0) + 1;
        }
    }
    return {dots};
}
