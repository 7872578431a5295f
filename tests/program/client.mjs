// A tablet, a remote or an audience view as the protocol sees it (docs/protocol.md), for tests of the real host.
import {createRequire} from "node:module";

import {PATIENCE_MS} from "./host.mjs";

// The packages are installed for the person tests, beside this folder.
const WebSocket = createRequire(new URL("../person/package.json", import.meta.url))("ws");

export {WebSocket};

let running_number = 0;
const run_name = process.pid.toString(36) + Date.now().toString(36).slice(-4);

/// A client's message id, never used before.
export function new_message_id() {
    return "m" + run_name + "-" + ++running_number;
}

export class Client {
    /// Connects, says hello and waits for the welcome. Fails with the host's words when it is refused.
    static async join(host, hello, options = {}) {
        const client = new Client(host, hello, options);
        await client.until(() => client.welcome || client.refused || client.closed, "a welcome");
        if (!client.welcome) throw new Error("refused: " + JSON.stringify(client.refused || {closed: client.close_code}));
        return client;
    }

    /// The answer to a hello that shall be refused: the `refused` frame.
    static async refusal(host, hello, options = {}) {
        const client = new Client(host, hello, options);
        await client.until(() => (client.refused && client.closed) || client.welcome, "a refusal");
        if (client.welcome) throw new Error("was admitted: " + JSON.stringify(hello));
        return client.refused;
    }

    /// `ca`: the certificate that is trusted, for a host that speaks TLS.
    constructor(host, hello, {protocol_version = 1, headers = {}, ca} = {}) {
        this.welcome = this.refused = this.state = this.mine = this.count = null;
        this.closed = this.ended = this.taken = false;
        this.ballots = {};      // by poll: the token that this device keeps
        this.tokens = [];       // all that came: {poll, token}
        this.lost = new Set();  // polls whose ballot the host says that this device must have
        this.asked = new Map(); // by id: {message, answer, pending, resolve}
        this.heard = [];
        this.on_answer = null;  // called with (message, answer) at each ack and nak
        this.waiting = new Set();
        this.socket = new WebSocket(host.origin.replace("http", "ws") + "/ws", {headers, ca});
        this.socket.on("open", () => {
            if (hello) this.socket.send(typeof hello === "string" ? hello : JSON.stringify({t: "hello", v: protocol_version, ...hello}));
        });
        this.socket.on("message", (text) => this.hear(JSON.parse(text)));
        this.socket.on("error", (error) => (this.error = error));
        this.socket.on("close", (code) => {
            this.close_code = code;
            this.closed = true;
            this.look();
        });
    }

    hear(frame) {
        this.heard.push(frame.t);
        if (frame.t === "welcome" || frame.t === "refused" || frame.t === "mine" || frame.t === "count") this[frame.t] = frame;
        else if (frame.t === "state" || frame.t === "remote" || frame.t === "audience") this.state = frame;
        else if (frame.t === "ended" || frame.t === "taken") this[frame.t] = true;
        else if (frame.t === "no_ballot") this.lost.add(frame.poll);
        else if (frame.t === "ballot") {
            this.ballots[frame.poll] = frame.token;
            this.tokens.push({poll: frame.poll, token: frame.token});
            if (!this.keeps_quiet) this.say({t: "got", poll: frame.poll});
        } else if (frame.t === "pending") {
            const asked = this.asked.get(frame.id);
            if (asked) asked.pending = frame;
        } else if (frame.t === "ack" || frame.t === "nak") {
            const asked = this.asked.get(frame.id);
            if (!asked) throw new Error("an answer to nothing: " + JSON.stringify(frame));
            // A repeat while the first is under way gets an answer of its own, the same.
            if (asked.answer && (++asked.answers > asked.sent || asked.answer.t !== frame.t)) throw new Error("two answers: " + JSON.stringify([asked.answer, frame]));
            asked.answers = asked.answers || 1;
            asked.answer = frame;
            asked.resolve(frame);
            if (this.on_answer) this.on_answer(asked.message, frame);
        }
        this.look();
    }

    look() {
        for (const check of this.waiting) check();
    }

    /// Waits until `predicate` gives something true; looks again at each frame that comes. Returns what it gave.
    until(predicate, what, patience_ms = PATIENCE_MS) {
        return new Promise((resolve, reject) => {
            let late = null;
            const check = () => {
                let found;
                try {
                    found = predicate(this);
                } catch (error) {
                    found = null;
                    if (!(error instanceof TypeError)) return finish(() => reject(error));
                }
                if (found) finish(() => resolve(found));
            };
            const finish = (act) => {
                clearTimeout(late);
                this.waiting.delete(check);
                act();
            };
            const trace = new Error("waited " + patience_ms + " ms for " + what);
            late = setTimeout(() => finish(() => reject(trace)), patience_ms);
            this.waiting.add(check);
            check();
        });
    }

    /// Sends a message, with a new id unless it has one; the promise gives its final answer, ack or nak. A message whose
    /// connection ends first stays unanswered.
    say(message) {
        const whole = {id: new_message_id(), ...message};
        const before = this.asked.get(whole.id);
        const under_way = before && !before.answer ? before.sent : 0;
        const asked = {message: whole, answer: null, pending: null, sent: under_way + 1};
        const answer = new Promise((resolve) => (asked.resolve = resolve));
        this.asked.set(whole.id, asked);
        this.socket.send(JSON.stringify(whole));
        answer.id = whole.id;
        return answer;
    }

    /// Sends a message that shall be acknowledged; gives the ack. Waits and repeats, under the same id, when told that
    /// it was too fast.
    async ask(message, patience_ms = PATIENCE_MS) {
        const whole = {id: new_message_id(), ...message};
        const until = Date.now() + patience_ms;
        for (;;) {
            const left = until - Date.now();
            const answer = await within(this.say(whole), Math.max(left, 1), JSON.stringify(whole).slice(0, 200));
            if (answer.t === "ack") return answer;
            if (answer.code !== "too_fast" || left < answer.retry_after_ms) throw new Error(JSON.stringify(whole).slice(0, 300) + " got " + JSON.stringify(answer));
            await new Promise((resume) => setTimeout(resume, answer.retry_after_ms || 100));
        }
    }

    /// Sends a message that shall be refused; gives the nak.
    async refused_when(message) {
        const answer = await within(this.say(message), PATIENCE_MS, JSON.stringify(message).slice(0, 200));
        if (answer.t !== "nak") throw new Error(JSON.stringify(message).slice(0, 300) + " was not refused: " + JSON.stringify(answer));
        return answer;
    }

    do(what, fields = {}) {
        return this.ask({t: "do", what, ...fields});
    }

    /// Messages that no answer has come to.
    unanswered() {
        return [...this.asked.values()].filter((asked) => !asked.answer).map((asked) => asked.message);
    }

    async leave() {
        this.socket.terminate();
        await this.until(() => this.closed, "the connection to end");
    }
}

export function within(promise, patience_ms, what) {
    let late = null;
    const too_late = new Promise((resolve, reject) => {
        late = setTimeout(() => reject(new Error("no answer within " + patience_ms + " ms to " + what)), patience_ms);
    });
    return Promise.race([promise, too_late]).finally(() => clearTimeout(late));
}

export function remote_of(host) {
    return Client.join(host, {role: "remote", pair: host.remote_code}).then((remote) => remote.until(() => remote.state, "the remote's view").then(() => remote));
}

export async function tablet_of(host, fields = {}, options = {}) {
    const tablet = await Client.join(host, {role: "tablet", join: host.code, name: "", show_name: false, lang: "sv", ...fields}, options);
    await tablet.until(() => tablet.state && tablet.mine, "the tablet's view");
    return tablet;
}

export function tablets_of(host, count) {
    return Promise.all(Array.from({length: count}, (_, i) => tablet_of(host, {name: "Deltagare " + (i + 1)})));
}

/// After a restart everybody comes back with the secrets they have; ballots stay on the devices.
export async function come_back(host, remote, tablets) {
    const again = await Client.join(host, {role: "remote", secret: remote.welcome.secret});
    await again.until(() => again.state, "the remote's view");
    const back = await Promise.all(tablets.map(async (tablet) => {
        const device = await Client.join(host, {role: "tablet", seat: tablet.welcome.seat, lang: "sv"});
        await device.until(() => device.state && device.mine, "the tablet's view");
        device.ballots = {...tablet.ballots, ...device.ballots};
        return device;
    }));
    return {remote: again, tablets: back};
}

/// Goes to a block and waits until the remote shows it.
export async function go_to(remote, block) {
    await remote.do("jump", {block});
    await remote.until(() => remote.state.block && remote.state.block.id === block, "block " + block);
}

/// Opens a poll of the current block and waits until every tablet has its ballot and sees the round.
export async function open_poll(remote, tablets, index = 0) {
    const {poll} = await remote.do("open_poll", {block: remote.state.block.id, index});
    const sees = (client) => client.state.polls.find((one) => one.id === poll);
    await Promise.all([remote.until(() => sees(remote), "the round at the remote"),
        ...tablets.map((tablet) => tablet.until(() => tablet.ballots[poll] && sees(tablet), "a ballot"))]);
    return {id: poll, ...sees(tablets[0] || remote)};
}

export function vote(poll, token, k, value) {
    return {t: "vote", poll, token, k, value};
}

/// Closes and reveals a round; gives the poll with its result.
export async function close_and_reveal(remote, poll) {
    await remote.do("close_poll", {poll});
    await remote.do("reveal", {poll});
    return remote.until(() => remote.state.polls.find((one) => one.id === poll && one.result), "the result");
}
