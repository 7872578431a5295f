// Bad input to a running host: wrong codes, old versions, nonsense in frames, deeds that are somebody else's, foreign pages.
// Each is refused with a code and a sentence, and the room goes on.
import {request} from "node:http";

import {check, equal, holds, program} from "./check.mjs";
import {Client, WebSocket, go_to, remote_of, tablet_of, within} from "./client.mjs";
import {Host, PATIENCE_MS} from "./host.mjs";

const BLOCK = "ideer-i-tysthet";
const NOWHERE = "01a00000-0000-7000-8000-000000000000";

/// A nak or a refusal says what and what to do: a code and a sentence or more.
function explains(frame, code, what) {
    equal(frame.code, code, what);
    check(typeof frame.text === "string" && frame.text.length > 15 && frame.text.trim().endsWith("."), what + ": " + JSON.stringify(frame));
}

/// Opens /ws as a foreign page would; gives the status of the answer, or 101.
function status_of_upgrade(host, headers) {
    const socket = new WebSocket(host.origin.replace("http", "ws") + "/ws", {headers});
    return within(new Promise((resolve, reject) => {
        socket.on("open", () => resolve(101));
        socket.on("unexpected-response", (asked, answer) => resolve(answer.statusCode));
        socket.on("error", (error) => (error.message.includes("socket hang up") ? resolve(0) : reject(error)));
    }), PATIENCE_MS, "an upgrade").finally(() => socket.terminate());
}

function get(host, path, headers = {}, method = "GET") {
    const url = new URL(path, host.origin);
    return within(new Promise((resolve, reject) => {
        const asked = request({host: url.hostname, port: url.port, path: url.pathname + url.search, method, headers: {Host: url.host, ...headers}}, (answer) => {
            let body = "";
            answer.on("data", (bytes) => (body += bytes));
            answer.on("end", () => resolve({status: answer.statusCode, body, headers: answer.headers}));
        });
        asked.on("error", reject);
        asked.end();
    }), PATIENCE_MS, path);
}

/// Sends one raw frame as a tablet in the room; gives the answer that comes, or the close code.
async function raw_answer(host, frame, options = {}) {
    const tablet = await tablet_of(host);
    let answer = null;
    const hear = tablet.hear.bind(tablet);
    tablet.hear = (heard) => {
        if (heard.t === "nak") answer = heard;
        else hear(heard);
    };
    tablet.socket.send(frame, options);
    await tablet.until(() => (answer = answer || null) || tablet.closed, "an answer").catch(() => {});
    for (const until = Date.now() + PATIENCE_MS; !answer && !tablet.closed && Date.now() < until;) await new Promise((again) => setImmediate(again));
    const gave = answer || {closed: tablet.close_code};
    if (!tablet.closed) await tablet.leave();
    return gave;
}

await program("hostile", async (place) => {
    const file = place.path("r.iderum");
    let host = await Host.start(place, file);
    let remote = await remote_of(host);
    await go_to(remote, BLOCK);

    await holds("wrong codes are refused with a sentence, and after five an address waits, whatever it tries", async () => {
        const hellos = [{role: "tablet", join: "AAAAAA"}, {role: "tablet", return: "BBBBBB"}, {role: "remote", pair: "CCCCCC"}, {role: "audience", join: "DDDDDD"}, {role: "tablet", join: "x".repeat(32)}];
        for (const hello of hellos) explains(await Client.refusal(host, {...hello, lang: "sv"}), "wrong_code", JSON.stringify(hello));
        for (const hello of [{role: "tablet", join: host.code}, {role: "remote", pair: "CCCCCC"}, {role: "remote", pair: host.remote_code}]) {
            const refusal = await Client.refusal(host, hello);
            explains(refusal, "too_fast", JSON.stringify(hello));
            check(refusal.retry_after_ms > 0 && refusal.retry_after_ms <= 10000, "retry after " + refusal.retry_after_ms);
        }
        const english = await Client.refusal(host, {role: "tablet", join: "AAAAAA", lang: "en"});
        check(!/[åäö]/.test(english.text), "not in English: " + english.text);
    });
    await holds("a device that is in the room already comes back while its address waits", async () => {
        const again = await Client.join(host, {role: "remote", secret: remote.welcome.secret});
        await again.leave();
    });
    // A new host forgets who waits; the room is the same.
    await host.stop();
    host = await Host.start(place, file);
    remote = await Client.join(host, {role: "remote", secret: remote.welcome.secret});
    await remote.until(() => remote.state, "the remote's view");

    await holds("an old or newer protocol is refused with what to do", async () => {
        for (const version of [0, 2, 99]) explains(await Client.refusal(host, {role: "tablet", join: host.code}, {protocol_version: version}), "unknown_message", "version " + version);
    });
    await holds("frames before hello are refused, and the connection ends", async () => {
        for (const frame of ['{"t":"note","id":"m1","block":"' + BLOCK + '","text":"hej"}', '{"t":"do","id":"m1","what":"next"}', '{"t":"ping"}', "nonsense", "[]", '{"t":"hello"}', '{"t":"hello","v":1,"role":"king"}']) {
            const refusal = await Client.refusal(host, frame);
            check(refusal && refusal.code && refusal.text, frame + ": " + JSON.stringify(refusal));
        }
    });
    await holds("a seat or a remote that is not of this session is told so", async () => {
        explains(await Client.refusal(host, {role: "tablet", seat: "0".repeat(32)}), "not_found", "a seat");
        explains(await Client.refusal(host, {role: "remote", secret: "0".repeat(32)}), "not_found", "a remote");
    });

    await holds("bad JSON, unknown messages and bad values are refused with a code, and the connection goes on", async () => {
        const frames = {
            "{": "bad_input", "null": "bad_input", "[1,2]": "bad_input", '"text"': "bad_input",
            '{"t":"dance","id":"m1"}': "unknown_message",
            '{"id":"m1"}': null,
            '{"t":"note","id":"m1"}': null,
            '{"t":"note","block":"x","text":"utan id"}': null,
            '{"t":"note","id":"m 1 ;","block":"x","text":"fel id"}': null,
            [`{"t":"note","id":"m1","block":"${BLOCK}","text":""}`]: null,
            [`{"t":"note","id":"m1","block":"finns-inte","text":"hej"}`]: "not_found",
            [`{"t":"note","id":"m1","block":"${BLOCK}","text":"${"å".repeat(281)}"}`]: "too_large",
            [`{"t":"note","id":"m1","block":"${BLOCK}","text":"hej","parent":"${NOWHERE}"}`]: "not_found",
            [`{"t":"vote","id":"m1","poll":"${NOWHERE}","token":"${"0".repeat(32)}","k":1,"value":{}}`]: "not_found",
            [`{"t":"edit","id":"m1","note":"${NOWHERE}","text":"hej"}`]: "not_yours",
            [`{"t":"me","id":"m1","name":"${"x".repeat(41)}","show_name":true}`]: "too_large",
            ["[".repeat(5000)]: "bad_input",
            [`{"t":"note","id":"m1","block":"${BLOCK}","text":"\\ud800"}`]: null,
        };
        for (const [frame, code] of Object.entries(frames)) {
            const answer = await raw_answer(host, frame);
            check(answer.code, frame.slice(0, 60) + " gave " + JSON.stringify(answer));
            explains(answer, code || answer.code, frame.slice(0, 80));
        }
    });
    await holds("bytes that are no UTF-8, binary frames and oversized frames end the connection and nothing else", async () => {
        const wide = `{"t":"note","id":"m1","block":"${BLOCK}","text":"${"x".repeat(17000)}"}`;
        const closed = {text: await raw_answer(host, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), {binary: false}), wide: await raw_answer(host, wide), binary: await raw_answer(host, Buffer.from("{}"), {binary: true})};
        for (const [what, gave] of Object.entries(closed)) check(gave.closed || gave.code, what + ": " + JSON.stringify(gave));
        check([1007, 1006, undefined].includes(closed.text.closed), "UTF-8: " + JSON.stringify(closed.text));
        const tablet = await tablet_of(host);
        await tablet.ask({t: "note", block: BLOCK, text: "Rummet går vidare", group: "", colour: "sol"});
    });

    await holds("a tablet that sends the trainer's deeds is denied, and nothing happens", async () => {
        const tablet = await tablet_of(host);
        await remote.until(() => remote.state.inbox.length, "a note that waits");
        const before = [remote.state.block.id, remote.state.moderation, remote.state.session.ended, remote.state.inbox.length];
        const note = remote.state.inbox[0].note;
        for (const deed of [{what: "next"}, {what: "approve", note}, {what: "moderation", on: false}, {what: "end", hidden_ok: true}, {what: "open_poll", block: "kom-in", index: 0}, {what: "jump", block: "kom-in"}]) {
            explains(await tablet.refused_when({t: "do", ...deed}), "denied", deed.what);
        }
        const audience = await Client.join(host, {role: "audience", join: host.code});
        await audience.until(() => audience.state, "the big picture");
        explains(await audience.refused_when({t: "do", what: "next"}), "denied", "the audience's next");
        explains(await audience.refused_when({t: "note", block: BLOCK, text: "hej"}), "denied", "the audience's note");
        explains(await remote.refused_when({t: "note", block: BLOCK, text: "hej"}), "denied", "the remote's note");
        await remote.do("blank", {on: false});
        equal([remote.state.block.id, remote.state.moderation, remote.state.session.ended, remote.state.inbox.length], before, "the room");
    });
    await holds("deeds that cannot be done are refused with a reason", async () => {
        for (const [deed, code] of [[{what: "jump", block: "finns-inte"}, "not_found"], [{what: "approve", note: NOWHERE}, "not_found"], [{what: "close_poll", poll: NOWHERE}, "closed"],
            [{what: "save", poll: NOWHERE, notes: []}, null], [{what: "undo", undo: "0".repeat(32)}, "not_now"], [{what: "add", minutes: 1000}, null], [{what: "dance"}, null], [{what: "phase", phase: "jul"}, null]]) {
            const nak = await remote.refused_when({t: "do", ...deed});
            explains(nak, code || nak.code, JSON.stringify(deed));
        }
    });

    await holds("pages of another origin, and names that are not ours, are refused", async () => {
        equal(await status_of_upgrade(host, {}), 101, "our own");
        equal(await status_of_upgrade(host, {Origin: host.origin}), 101, "our own page");
        for (const headers of [{Origin: "http://evil.example"}, {Origin: "null"}, {Host: "evil.example"}, {Host: "evil.example:" + new URL(host.origin).port}]) {
            const status = await status_of_upgrade(host, headers);
            check(status !== 101 && status < 500, JSON.stringify(headers) + " gave " + status);
        }
        equal((await get(host, "/")).status, 200, "the join page");
        for (const headers of [{Host: "evil.example"}, {Host: "127.0.0.1.evil.example"}, {Host: "127.0.0.1:x"}]) {
            const {status} = await get(host, "/", headers);
            check(status >= 400 && status < 500, JSON.stringify(headers) + " gave " + status);
        }
    });
    await holds("paths that are not there, or lead out, give nothing", async () => {
        for (const path of ["/assets/../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/finns-inte", "/assets/", "/r.iderum"]) {
            const answer = await get(host, path);
            check(answer.status >= 400 && answer.status < 500, path + " gave " + answer.status);
            check(!answer.body.includes("root:"), path);
        }
        for (const method of ["POST", "DELETE", "PUT"]) {
            const {status} = await get(host, "/", {}, method);
            check(status >= 400 && status < 500, method + " gave " + status);
        }
    });
    await holds("too much at once is refused with when to try again, and arrives when tried again", async () => {
        const tablet = await tablet_of(host);
        const texts = Array.from({length: 14}, (_, i) => "Mycket på en gång " + i);
        const answers = await Promise.all(texts.map((text) => tablet.say({t: "note", block: BLOCK, text, group: "", colour: "sol"})));
        const late = answers.map((answer, i) => ({answer, text: texts[i]})).filter(({answer}) => answer.t === "nak");
        check(late.length >= 2, "nothing was too fast");
        for (const {answer} of late) explains(answer, "too_fast", "a note");
        check(late.every(({answer}) => answer.retry_after_ms > 0), "no time to wait");
        for (const {answer, text} of late) await tablet.ask({t: "note", id: answer.id, block: BLOCK, text, group: "", colour: "sol"});
        await tablet.until(() => tablet.mine.notes.length === texts.length, "every note");
        equal(tablet.mine.notes.map((note) => note.text).sort(), texts.sort(), "own notes");
    });
    await holds("nothing was lost and the file is sound", async () => {
        // The remote is told a moment after the host has taken them.
        await new Promise((resume) => setTimeout(resume, 1000));
        const waiting = remote.state.inbox.length;
        equal(await host.stop(), 0, "exit status");
        place.verify(file);
        equal(place.query(file, "SELECT count(*) FROM hidden_note"), [[String(waiting)]], "notes that wait");
    });
});
