// A text in the course of a session that goes on: it is not erased before the session has ended, and when another register
// has erased it all the same, the next start says so and begins anew.
import {check, equal, holds, program} from "./check.mjs";
import {Host} from "./host.mjs";

const REASONS = ["--rule", "DHP 4", "--decision", "KS 2026/12", "--include-copies", "--yes"];

await program("erased", async (place) => {
    const file = place.path("r.iderum");
    const other = place.path("andra.iderum");
    const erase = (from, ...more) => place.run(["journal", "erase", from, "--text", "kassör", ...REASONS, ...more]);
    const sessions = () => place.query(file, "select ended_at is null, (select count(*) from kept where session = entity) > 0 from session order by started_at");
    const first = await Host.start(place, file);
    equal(await first.stop(), 0, "exit status");

    await holds("a text in the course of a session that has not ended is refused, and nothing is erased", () => {
        for (const more of [["--dry-run"], []]) {
            const done = erase(file, ...more);
            equal(done.status, 1, "exit status");
            check(done.err.includes("Avsluta passet först"), "it does not say what to do: " + done.err);
        }
        equal(place.verify(file).erased, 0, "facts that were erased");
    });
    await holds("a session whose course a merge has erased is ended, and the host says so and begins another", async () => {
        place.must("journal", "copy", file, other);
        const done = erase(other);
        equal(done.status, 0, "exit status: " + done.err);
        place.must("register", "merge", file, other);
        const second = await Host.start(place, file);
        check(second.code !== first.code, "the code of the ended session is used again");
        equal(await second.stop(), 0, "exit status");
        check(second.err.includes("har gallrats"), "it does not say why: " + second.err);
        check(!second.err.includes("skadad"), "it speaks of damage: " + second.err);
        equal(sessions(), [["0", "0"], ["1", "1"]], "sessions: open, with kept rows");
        place.verify(file);
        const third = await Host.start(place, file);
        equal(third.code, second.code, "the code of the session that goes on");
        equal(await third.stop(), 0, "exit status");
        check(!third.err.includes("gallrats"), "it is said once more: " + third.err);
    });
});
