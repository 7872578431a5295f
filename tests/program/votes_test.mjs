// Every way to vote, by the protocol of the real host: from a course's words to a result that `iderum count --poll`
// gives again.
import {mkdirSync, writeFileSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";
import {close_and_reveal, go_to, open_poll, remote_of, tablets_of, vote} from "./client.mjs";
import {Host} from "./host.mjs";

const OPTIONS = "alternativ: Bokbuss, Cykelpump, Bänk vid ån\n";
const [BUS, PUMP, BENCH] = ["bokbuss", "cykelpump", "bank-vid-an"];

const marks = (...numbers) => ({marks: Object.fromEntries([BUS, PUMP, BENCH].map((id, i) => [id, numbers[i]]).filter(([, n]) => n !== null))});
const order = (...places) => ({order: places});
const pairs = (...list) => ({pairs: list});

/// The words of the course, two tablets' answers, one that is refused and why, and what the result says.
const WAYS = [
    ["visa 1–4", "show14", [marks(4, 1, null), marks(3, 2, null)], [marks(5, 1, 1), "out_of_range"], (r) => r.rows[0].mean === 3.5],
    ["ja röster", "approval", [marks(1, 1, 0), marks(1, null, null)], [marks(2, 0, 0), "out_of_range"], (r) => r.winners[0] === BUS],
    ["betyg 0–5", "score", [marks(5, 0, null), marks(4, 3, 5)], [marks(6, 0, 0), "out_of_range"], (r) => r.rows[0].votes > 0],
    ["poäng 100, högst 70", "points", [marks(60, 40, 0), marks(20, 70, 10)], [marks(60, 39, 0), "not_all_points"], (r) => r.rows[0].votes === 110],
    ["kvadratisk 25", "quadratic", [marks(4, 3, null), marks(-3, 4, null)], [marks(4, 4, 0), "too_many_credits"], (r) => r.winners[0] === PUMP],
    ["femfinger", "fist", [{scale: 5}, {scale: 2}], [{scale: 6}, "out_of_range"], (r) => r.passed === false],
    ["samtycke", "consent", [{objection: ""}, {objection: "Vi hinner\n inte  alla"}], [{objection: " \u200b"}, "no_reason"],
        (r) => r.passed === false && r.consents === 1 && JSON.stringify(r.objections) === `[{"n":1,"text":"Vi hinner inte alla"}]`],
    ["matris", "matrix", [{marks: {x: {[BUS]: 20}, y: {[BUS]: 90}}}, {}], [{marks: {x: {[BUS]: 20}}}, "half_placed"],
        (r) => r.rows[0].quadrant === "quick_win"],
    ["parvis", "bradley-terry", [pairs([PUMP, BUS, "right"], [BUS, BENCH, "left"]), pairs([BUS, PUMP, "skip"])],
        [pairs([BUS, PUMP, "left"], [PUMP, BUS, "left"]), "twice"], (r) => r.undecided === 1 && r.winners[0] === BUS],
    ["rangordning", "schulze", [order([BUS], [PUMP, BENCH]), order([BUS], [BENCH])], [order([BUS], [BUS]), "twice"], (r) => r.condorcet === BUS],
    ["rangordning borda", "borda", [order([BUS], [PUMP], [BENCH]), order([PUMP])], [order(["saft"]), "unknown_option"], (r) => r.rows[0].points === 3],
    ["rangordning överföring", "irv", [order([BUS], [PUMP]), order([BUS])], [order([BUS, PUMP]), "tied_places"], (r) => r.rounds[0].votes[BUS] === 2],
    ["rangordning copeland", "copeland", [order([BUS]), order([BUS], [PUMP])], [marks(1, 0, 0), "wrong_method"], (r) => r.rows[0].wins === 2],
    ["budget", "mes", [marks(1, 1, 0), marks(1, 0, 1)], [marks(1, -1, 0), "out_of_range"], (r) => r.cost === 300 && r.budget === 600,
        "budget: 600 kr\nkostnad: Bokbuss = 300; Cykelpump = 400; Bänk vid ån = 350\n"],
    ["budget girig", "greedy", [marks(1, 1, 0), marks(1, 0, 0)], [{scale: 1}, "wrong_method"], (r) => r.rows[0].funded && r.cost === 600,
        "budget: 600 kr\nkostnad: 300\n"]];
/// A block whose vote is called off.
const CALLED_OFF = `## avbruten\nid: avbruten\ntid: 5\ntyp: röstning\nfråga: Vad tycker du?\nrösta: ja röster\n${OPTIONS}`;

/// The refusal, when it has not come too fast.
async function refusal_of(tablet, message) {
    for (;;) {
        const answer = await tablet.refused_when(message);
        if (answer.code !== "too_fast") return answer;
        await new Promise((resume) => setTimeout(resume, answer.retry_after_ms || 100));
    }
}

const course = "+++\ntitel = \"Alla sätt\"\n+++\n" + WAYS.map(([words, method, , , , more = ""]) =>
    `## ${method}\nid: ${method}\ntid: 5\ntyp: röstning\nfråga: Vad tycker du?\nrösta: ${words}\n${["fist", "consent"].includes(method) ? "" : OPTIONS}${more}`).join("") + CALLED_OFF;

await program("votes", async (place) => {
    const file = place.path("r.iderum");
    mkdirSync(place.path("kurs"));
    writeFileSync(place.path("kurs", "kurs.sv.md"), course);
    const host = await Host.start(place, file, ["--course", place.path("kurs")]);
    const remote = await remote_of(host);
    const tablets = await tablets_of(host, 2);
    const revealed = [];
    for (const [words, method, answers, [wrong, why], is_right] of WAYS) {
        await holds(`rösta: ${words}`, async () => {
            await go_to(remote, method);
            const poll = await open_poll(remote, tablets);
            equal(poll.method, method, "the method");
            check(/^[0-9a-f]{16}$/.test(poll.seed), "the seed: " + poll.seed);
            const refused = await refusal_of(tablets[0], vote(poll.id, tablets[0].ballots[poll.id], 1, wrong));
            equal([refused.code, refused.what], ["bad_input", why], "the refusal");
            check(refused.text.includes(" ") && !refused.text.startsWith("ballot."), refused.text);
            for (const [i, value] of answers.entries()) await tablets[i].ask(vote(poll.id, tablets[i].ballots[poll.id], 2, value));
            const {result} = await close_and_reveal(remote, poll.id);
            check(is_right(result), JSON.stringify(result));
            revealed.push([method, poll.id, result]);
        });
    }
    await go_to(remote, "avbruten");
    const dropped = await open_poll(remote, tablets);
    await tablets[0].ask(vote(dropped.id, tablets[0].ballots[dropped.id], 1, marks(1, 0, 0)));
    await remote.do("cancel_poll", {poll: dropped.id});
    await host.stop();
    await holds("a vote that was called off is not counted, and it is said why", () => {
        for (const words of [[dropped.id], ["avbruten"], [dropped.id, "--json"], [dropped.id, "--compare"]]) {
            const done = place.run(["count", "--poll", file, ...words]);
            equal([done.status, done.out], [1, ""], words.join(" "));
            check(done.err.includes("avbr") && !/count\.[a-z]/.test(done.err), done.err);
        }
    });
    await holds("each is counted again from the register, and agrees with what was shown", () => {
        equal(revealed.length, WAYS.length, "results");
        for (const [method, id, result] of revealed) {
            const again = JSON.parse(place.must("count", "--poll", file, id, "--json"));
            equal([again.method, again.agrees], [method, true], method);
            equal(again.result.winners, result.winners, method + ": winners");
            if (method !== "fist") equal(again.winners.slice().sort(), result.winners.slice().sort(), method + ": winners of the count");
            const told = place.must("count", "--poll", file, id);
            check(told.includes("samma resultat") && !/count\.[a-z]/.test(told), told);
        }
    });
    await holds("a vote is told beside what other methods make of the same ballots, where any do", () => {
        const id_of = (method) => revealed.find(([one]) => one === method)[1];
        const compared = (method) => JSON.parse(place.must("count", "--poll", file, id_of(method), "--compare", "--json"));
        const irv = compared("irv");
        equal([irv.method, irv.agrees], ["irv", true], "its own method decides");
        equal(irv.compared.map((one) => one.method), ["borda", "schulze", "copeland"], "the others");
        equal(irv.compared[0], {method: "borda", ranking: [[BUS], [PUMP], [BENCH]], winners: [BUS]}, "Borda");
        equal(compared("mes").compared.map((one) => one.method), ["greedy"], "money");
        equal(compared("points").compared, [], "points");
        const told = place.must("count", "--poll", file, id_of("irv"), "--compare");
        check(told.includes("Det är irv som avgör") && /borda +1\. Bokbuss {2}2\. Cykelpump/.test(told), told);
        check(place.must("count", "--poll", file, id_of("points"), "--compare").includes("Inget annat sätt"), "points in words");
        const alone = place.run(["count", file, "--method", "irv", "--compare"]);
        check(alone.status === 2 && alone.err.includes("--poll"), alone.err);
    });
});
