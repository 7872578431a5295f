// Ballots that are not what they should be, in every kind of vote, by the protocol of the real host: forged and borrowed
// tokens, repeats, ballots for rounds that are not open, more than one has, options that are not there, ids twice, and numbers
// that are none. Each is refused with a code and a sentence, and only what was right is counted.
import {createHash, randomBytes} from "node:crypto";
import {mkdirSync, writeFileSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";
import {Client, close_and_reveal, come_back, go_to, new_message_id, open_poll, remote_of, tablets_of, vote, within} from "./client.mjs";
import {Host, PATIENCE_MS} from "./host.mjs";

const TABLETS = 8;
const NAMES = "Bokbuss, Cykelpump, Bänk vid ån, Tyst rum";
const [BUS, PUMP, BENCH, ROOM] = ["bokbuss", "cykelpump", "bank-vid-an", "tyst-rum"];
const ALL = [BUS, PUMP, BENCH, ROOM];

const by = (numbers) => JSON.stringify(Object.fromEntries(ALL.map((id, i) => [id, numbers[i]]).filter(([, n]) => n !== undefined)));
const marks = (...numbers) => `{"marks":${by(numbers)}}`;
const dots = (...numbers) => `{"dots":${by(numbers)}}`;
const order = (...places) => JSON.stringify({order: places});
const pairs = (...list) => JSON.stringify({pairs: list});
const three = (first, second = "{}") => `{"dots":{"nytta":${first},"nytankande":${second}}}`;
const matrix = (x, y) => `{"marks":{"x":${x},"y":${y}}}`;

/// The course's words, a right ballot, wrong ones each with what the host says, and a ballot with a hole "#" for numbers that are
/// none. A ballot of a budget says yes to projects; the money is spent when they are counted, so it cannot be overspent by one.
const KINDS = [
    {method: "choice", words: "val", right: `{"choice":"${BUS}"}`, wrong: [[`{"choice":"saft"}`, "unknown_option"], [`{"scale":3}`, "wrong_method"]]},
    {method: "dots", words: "prickar 3", right: dots(1, 1, 1), hole: dots("#"), wrong: [[dots(1, 1, 1, 1), "too_many_dots"], [dots(2), "stacked"], [dots(-1), "negative"], [dots(1000, -1000), null], [`{"dots":{"saft":1}}`, "unknown_option"],
        [`{"dots":{"${BUS}":1,"${BUS}":1}}`, null], [three(by([1])), "unknown_criterion"]]},
    {method: "tre-prickar", words: "tre prickar 3", more: "kriterier:\n  nytta = Nytta\n  nytankande = Nytänkande\n", right: three(by([3]), by([1, 1, 1])), hole: three(by(["#"])),
        wrong: [[three(by([3, 1])), "too_many_dots"], [three(by([4])), "too_many_dots"], [three(by([4, -1])), null], [`{"dots":{"pris":${by([1])}}}`, "unknown_criterion"], [dots(1), "unknown_criterion"]]},
    {method: "scale", words: "skala 1–5", right: `{"scale":4}`, hole: `{"scale":"#"}`, plain: true, wrong: [[`{"scale":0}`, "out_of_range"], [`{"scale":6}`, "out_of_range"], [`{"scale":-1}`, "out_of_range"]]},
    {method: "fist", words: "femfinger", right: `{"scale":0}`, hole: `{"scale":"#"}`, plain: true, wrong: [[`{"scale":6}`, "out_of_range"], [`{"scale":-1}`, "out_of_range"]]},
    {method: "consent", words: "samtycke", right: `{"objection":""}`, plain: true, wrong: [[`{"objection":" "}`, "no_reason"], [`{"objection":"${"a".repeat(501)}"}`, "too_long"], [`{"objection":"Ring 070-174 06 35"}`, "held"], [`{"objection":3}`, null], [`{"scale":3}`, "wrong_method"]]},
    {method: "show14", words: "visa 1–4", right: marks(4, 1), hole: marks("#"), wrong: [[marks(5), "out_of_range"], [marks(0), "out_of_range"], [marks(-4), "out_of_range"], [`{"marks":{"saft":1}}`, "unknown_option"]]},
    {method: "approval", words: "ja röster", right: marks(1, 1), hole: marks("#"), wrong: [[marks(2), "out_of_range"], [marks(-1), "out_of_range"], [`{"marks":{"saft":1}}`, "unknown_option"], [`{"marks":{"${BUS}":1,"${BUS}":1}}`, null]]},
    {method: "score", words: "betyg 0–5", right: marks(5, 0), hole: marks("#"), wrong: [[marks(6), "out_of_range"], [marks(-1), "out_of_range"]]},
    {method: "points", words: "poäng 100", right: marks(60, 40), hole: marks("#"), wrong: [[marks(60, 41), "not_all_points"], [marks(60), "not_all_points"], [marks(200, -100), null], [marks(101), "not_all_points"]]},
    {method: "quadratic", words: "kvadratisk 25", right: marks(4, -3), hole: marks("#"), wrong: [[marks(5, 1), "too_many_credits"], [marks(-5, -1), "too_many_credits"], [marks(6), "too_many_credits"], [marks(1000), null]]},
    {method: "greedy", words: "budget girig", more: "budget: 600 kr\nkostnad: 300\n", right: marks(1, 1, 1, 1), hole: marks("#"), wrong: [[marks(2), "out_of_range"], [marks(300), "out_of_range"], [marks(-1), "out_of_range"], [`{"marks":{"saft":1}}`, "unknown_option"]]},
    {method: "mes", words: "budget", more: "budget: 600 kr\nkostnad: 300\n", right: marks(1, 1), hole: marks("#"), wrong: [[marks(2), "out_of_range"], [marks(-1), "out_of_range"], [order([BUS]), "wrong_method"]]},
    {method: "matrix", words: "matris", right: matrix(by([20]), by([90])), hole: matrix(by(["#"]), by([1])), wrong: [[matrix(by([101]), by([1])), "out_of_range"], [matrix(by([-1]), by([1])), "out_of_range"], [matrix(by([1]), "{}"), "half_placed"],
        [`{"marks":{"z":${by([1])}}}`, "unknown_criterion"]]},
    {method: "bradley-terry", words: "parvis", right: pairs([BUS, PUMP, "left"]), wrong: [[pairs([BUS, PUMP, "left"], [PUMP, BUS, "left"]), "twice"], [pairs([BUS, BUS, "left"]), "same_option"], [pairs([BUS, "saft", "left"]), "unknown_option"],
        [pairs([BUS, PUMP, "both"]), null]]},
    {method: "borda", words: "rangordning borda", right: order([BUS], [PUMP]), wrong: [[order([BUS], [BUS]), "twice"], [order([BUS, BUS]), "twice"], [order(["saft"]), "unknown_option"], [order([]), null]]},
    {method: "schulze", words: "rangordning", right: order([BUS], [PUMP, BENCH]), wrong: [[order([BUS], [PUMP, BUS]), "twice"], [order([BUS], ["saft"]), "unknown_option"]]},
    {method: "copeland", words: "rangordning copeland", right: order([ROOM]), wrong: [[order([ROOM], [ROOM]), "twice"], [marks(1), "wrong_method"]]},
    {method: "irv", words: "rangordning överföring", right: order([BUS], [PUMP]), wrong: [[order([BUS, PUMP]), "tied_places"], [order([BUS], [BUS]), "twice"], [order([BUS], ["saft"]), "unknown_option"]]},
];
/// Where a number is wanted.
const NO_NUMBERS = ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1.5", "0.1e1", "1e3", "1001", "-1001", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "18446744073709551616",
    "1" + "0".repeat(400), "\"1\"", "null", "true", "[1]", "0x1", "+1", "01"];

const course = "+++\ntitel = \"Allt som är fel\"\n+++\n" + KINDS.map(({method, words, more = "", plain}) =>
    `## ${method}\nid: ${method}\ntid: 5\ntyp: röstning\nfråga: Vad tycker du?\nrösta: ${words}\n${method === "fist" || plain ? "" : "alternativ: " + NAMES + "\n"}${more}`).join("");

/// A refusal tells a program what it is, and a person what to do.
function explains(nak, what) {
    check(nak.t === "nak" && /^[a-z_]+$/.test(nak.code), what + " gave " + JSON.stringify(nak));
    check(typeof nak.text === "string" && nak.text.length > 15 && nak.text.includes(" ") && /[.?!]$/.test(nak.text.trim()) && !/\b(ballot|refused)\./.test(nak.text), what + " says " + nak.text);
}

/// Sends a frame of these very letters; the `nak` or `ack` that comes, its own or, for what cannot be read, one without an id.
async function said(tablet, frame) {
    for (;;) {
        const answer = within(new Promise((resolve) => (tablet.raw = resolve)), PATIENCE_MS, frame.slice(0, 120));
        tablet.socket.send(frame);
        const heard = await answer;
        if (heard.code !== "too_fast") return heard;
        await new Promise((resume) => setTimeout(resume, heard.retry_after_ms || 100));
    }
}
function listen_raw(tablet) {
    const hear = tablet.hear.bind(tablet);
    tablet.hear = (frame) => {
        if (tablet.raw && (frame.t === "ack" || frame.t === "nak") && !tablet.asked.has(frame.id)) {
            const resolve = tablet.raw;
            tablet.raw = null;
            resolve(frame);
        } else {
            hear(frame);
        }
    };
}
const frame_of = (poll, token, value, k = 1) => `{"t":"vote","id":"${new_message_id()}","poll":"${poll}","token":"${token}","k":${k},"value":${value}}`;

/// Each of the frames is sent by one of the tablets; calls `judge(answer, index)` for each.
async function sent_by_all(tablets, frames, judge) {
    await Promise.all(tablets.map(async (tablet, at) => {
        for (let i = at; i < frames.length; i += tablets.length) judge(await said(tablet, frames[i](tablet)), i);
    }));
}

await program("forged", async (place) => {
    const file = place.path("r.iderum");
    mkdirSync(place.path("kurs"));
    writeFileSync(place.path("kurs", "kurs.sv.md"), course);
    let host = await Host.start(place, file, ["--course", place.path("kurs")]);
    let remote = await remote_of(host);
    let tablets = await tablets_of(host, TABLETS);
    tablets.forEach(listen_raw);
    const right_of = ({right}) => JSON.parse(right);
    const shown_of = new Map();

    for (const kind of KINDS) {
        await holds(`${kind.words}: what is not right is refused, and the one right ballot is counted`, async () => {
            await go_to(remote, kind.method);
            const poll = await open_poll(remote, tablets);
            equal(poll.method, kind.method, "the method");
            await tablets[0].ask(vote(poll.id, tablets[0].ballots[poll.id], 1, right_of(kind)));
            const values = kind.wrong.concat(kind.hole ? NO_NUMBERS.map((number) => [kind.hole.replace("\"#\"", number), null]) : []);
            const others = tablets.slice(1);
            await sent_by_all(others, values.map(([value]) => (tablet) => frame_of(poll.id, tablet.ballots[poll.id], value)), (answer, i) => {
                const [value, why] = values[i];
                explains(answer, value.slice(0, 90));
                check(["bad_input", "unknown_message"].includes(answer.code), value + " gave " + JSON.stringify(answer));
                if (why) equal(answer.what, why, "what is wrong with " + value);
            });
            const shown = await close_and_reveal(remote, poll.id);
            equal([shown.in, shown.result.voters, shown.of], [1, 1, TABLETS], "ballots");
            shown_of.set(kind.method, {poll, shown});
        });
        // New connections: each may say only so much at once, and nothing wrong two hundred times.
        await Promise.all([remote, ...tablets].map((client) => client.leave()));
        ({remote, tablets} = await come_back(host, remote, tablets));
        tablets.forEach(listen_raw);
    }

    await go_to(remote, "choice");
    const {poll: again} = await remote.do("revote", {poll: shown_of.get("choice").poll.id});
    await Promise.all(tablets.map((tablet) => tablet.until(() => tablet.ballots[again], "a ballot")));
    const choice = (option) => `{"choice":"${option}"}`;
    const sha256 = (text) => createHash("sha256").update(text).digest("hex");

    await holds("tokens that nobody drew are denied: made up, of another round, altered by a letter, or made from what one knows", async () => {
        const own = tablets[0].ballots[again];
        const forged = [randomBytes(16).toString("hex"), "0".repeat(32), "f".repeat(32), shown_of.get("choice").poll.id.replaceAll("-", ""), again.replaceAll("-", ""),
            (own[0] === "a" ? "b" : "a") + own.slice(1), own.slice(0, 31) + (own[31] === "0" ? "1" : "0"), Array.from(own).reverse().join(""), sha256(own).slice(0, 32), tablets[0].welcome.seat, tablets[0].ballots[shown_of.get("choice").poll.id]];
        await sent_by_all(tablets, forged.map((token) => () => frame_of(again, token, choice(PUMP))), (answer, i) => {
            explains(answer, forged[i]);
            equal(answer.code, "denied", forged[i]);
        });
        const unread = ["", own.slice(0, 31), own + "0", own.toUpperCase().replace(/^[0-9]*/, "A"), "g".repeat(32), "' OR 1=1 --", "\\u0000".repeat(8)];
        await sent_by_all(tablets, unread.map((token) => () => frame_of(again, token, choice(PUMP))), (answer, i) => {
            explains(answer, unread[i]);
            check(["bad_input", "denied"].includes(answer.code), unread[i] + " gave " + JSON.stringify(answer));
        });
    });
    await holds("seats and remotes are not to be had with what one makes up, or with another's name and number", async () => {
        const {seat} = tablets[0].welcome;
        const altered = seat.slice(0, 31) + (seat[31] === "0" ? "1" : "0");
        for (const hello of [{role: "tablet", seat: altered}, {role: "tablet", seat: sha256(seat).slice(0, 32)}, {role: "tablet", seat: again.replaceAll("-", "")}, {role: "remote", secret: seat}, {role: "tablet", seat: remote.welcome.secret}]) {
            const refusal = await Client.refusal(host, {...hello, lang: "sv"});
            equal(refusal.code, "not_found", JSON.stringify(hello));
            check(refusal.text.length > 15, refusal.text);
        }
        const newcomer = await Client.join(host, {role: "tablet", join: host.code, seat: altered, name: "Deltagare 1", lang: "sv"});
        check(newcomer.welcome.seat !== seat && newcomer.welcome.place !== tablets[0].welcome.place, "a made-up seat gave one that was there");
        newcomer.say({t: "leave"});
    });
    await holds("a ballot that is sent again counts once: by the same device, by another that saw it, and after a restart", async () => {
        const first = frame_of(again, tablets[0].ballots[again], choice(BUS));
        equal((await said(tablets[0], first)).t, "ack", "the first");
        equal((await said(tablets[0], first)).t, "ack", "the same again");
        equal((await said(tablets[1], first)).t, "ack", "the same from another device");
        for (const replay of [first.replace(choice(BUS), choice(PUMP)), first.replace('"k":1', '"k":0')]) {
            const answer = await said(tablets[1], replay);
            explains(answer, replay);
            equal(answer.code, "already", replay);
        }
        await host.kill();
        await Promise.all([remote, ...tablets].map((one) => one.until(() => one.closed, "the connection to end")));
        host = await Host.start(place, file);
        ({remote, tablets} = await come_back(host, remote, tablets));
        tablets.forEach(listen_raw);
        equal((await said(tablets[2], first)).t, "ack", "the same after a restart");
        equal((await said(tablets[2], first.replace(choice(BUS), choice(PUMP)))).code, "already", "another ballot under its number");
        const counted = await remote.until(() => remote.state.polls.find((one) => one.id === again && one.in === 1), "one ballot");
        equal(counted.in, 1, "ballots");
    });
    await holds("what counts the changes of mind is a whole number, and never goes back", async () => {
        const own = tablets[3].ballots[again];
        for (const k of ["-1", "1.5", "NaN", "1e999", "null", "\"2\"", "99999999999999999999", "-9223372036854775808"]) explains(await said(tablets[3], frame_of(again, own, choice(PUMP), k)), "k " + k);
        equal((await said(tablets[3], frame_of(again, own, choice(PUMP), 2))).t, "ack", "the second");
        equal((await said(tablets[3], frame_of(again, own, choice(BUS), 1))).code, "already", "the first, after it");
    });
    await holds("a key that stands twice in a message is refused, wherever it stands", async () => {
        const own = tablets[4].ballots[again];
        const whole = frame_of(again, own, choice(PUMP));
        for (const twice of [whole.replace('"k":1', '"k":1,"k":2'), whole.replace('"token"', '"token":"' + own + '","token"'), whole.replace('"t":"vote"', '"t":"vote","t":"note"'), whole.replace(choice(PUMP), '{"choice":"' + PUMP + '","choice":"' + BUS + '"}')]) {
            explains(await said(tablets[4], twice), twice);
        }
    });
    await holds("a round that is closed, shown, called off or not there takes no ballot", async () => {
        await remote.do("close_poll", {poll: again});
        const own = tablets[5].ballots[again];
        const closed = await said(tablets[5], frame_of(again, own, choice(PUMP)));
        explains(closed, "closed");
        equal(closed.code, "closed", "closed");
        await remote.do("reveal", {poll: again});
        equal((await said(tablets[5], frame_of(again, own, choice(PUMP)))).code, "closed", "shown");
        const shown = await remote.until(() => remote.state.polls.find((one) => one.id === again && one.result), "the result");
        equal([shown.in, shown.result.rows.map((row) => row.id + " " + row.votes).sort()], [2, [BUS + " 1", PUMP + " 1", BENCH + " 0", ROOM + " 0"].sort()], "what was counted");
        const {poll: third} = await remote.do("revote", {poll: again});
        const token = await tablets[5].until(() => tablets[5].ballots[third], "a ballot");
        await remote.do("cancel_poll", {poll: third});
        const cancelled = await said(tablets[5], frame_of(third, token, choice(PUMP)));
        explains(cancelled, "called off");
        equal(cancelled.code, "closed", "called off");
        const nowhere = await said(tablets[5], frame_of("01a00000-0000-7000-8000-000000000000", token, choice(PUMP)));
        explains(nowhere, "nowhere");
        equal(nowhere.code, "not_found", "nowhere");
    });
    await holds("the register has what was right and nothing else, and it is sound", async () => {
        equal(await host.stop(), 0, "exit status");
        place.verify(file);
        for (const {method} of KINDS) {
            const {poll} = shown_of.get(method);
            const counted = JSON.parse(place.must("count", "--poll", file, poll.id, "--json"));
            equal([counted.method, counted.agrees, counted.drawn ?? TABLETS], [method, true, TABLETS], method);
        }
    });
});
