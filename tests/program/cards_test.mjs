// ctest: 120 s
// Cards to join with, printed while the session goes on.
import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";
import {Host} from "./host.mjs";

await program("cards", async (place) => {
    const file = place.path("dag.iderum");
    const cards = (...more) => place.run(["cards", "--register", file, "--address", "http://192.168.1.7:8437/", "--pdf", place.path("kort.pdf"), ...more]);

    await holds("while no session is open there is no code, and nothing is written", () => {
        place.must("demo", file, "--now", "2026-05-01");
        const ran = cards();
        check(ran.status === 1 && ran.err.length > 20, ran.err);
        check(!existsSync(place.path("kort.pdf")), "cards were written");
    });
    await holds("beside a running host they have its code, as many as asked for, ten on a page", async () => {
        const host = await Host.start(place, file);
        const code = new URL(host.join_url).searchParams.get("k");
        // The host says its code as soon as it has it; on the disk it is a moment later.
        let ran = cards("--count", "12");
        for (let tries = 0; ran.status !== 0 && tries < 50; ++tries) {
            await new Promise((resume) => setTimeout(resume, 100));
            ran = cards("--count", "12");
        }
        equal(ran.status, 0, ran.err);
        const text = execFileSync("pdftotext", ["-layout", place.path("kort.pdf"), "-"]).toString();
        const shown = code.slice(0, 3) + " " + code.slice(3);
        equal(text.split(shown).length - 1, 12, "cards with " + shown + " in " + text);
        check(text.includes("http://192.168.1.7:8437"), text);
        check(/Pages: +2/.test(execFileSync("pdfinfo", [place.path("kort.pdf")]).toString()), "two pages");
        equal(await host.stop(), 0, "the host's end");
    });
    await holds("an address, a register and a file are asked for", () => {
        equal(place.run(["cards", "--register", file, "--pdf", place.path("x.pdf")]).status, 2, "no address");
        equal(cards("--count", "0").status, 2, "no cards");
    });
});
