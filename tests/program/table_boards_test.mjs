// The tables' boards and their rounds, led by the remote of a real host that has no window.
import {mkdirSync, writeFileSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";
import {Client, go_to, remote_of, tablet_of} from "./client.mjs";
import {Host} from "./host.mjs";

const COURSE = `+++
titel = "Prov"
+++
## Kom in
tid: 5 min
typ: info

## Skriv och skicka vidare
tid: 40 min
typ: info
tavlor: brainwriting
`;

await program("table_boards", async (place) => {
    const course = place.path("kurs");
    mkdirSync(course);
    writeFileSync(place.path("kurs", "kurs.sv.md"), COURSE);
    const file = place.path("r.iderum");
    let host = await Host.start(place, file, ["--course", course]);
    let remote = await remote_of(host);
    const boards = () => remote.state.boards;
    const tablets = [await tablet_of(host, {name: "Tove"}), await tablet_of(host, {name: "Samir"})];
    const told = new Map();
    for (const tablet of tablets) {
        const hear = tablet.hear.bind(tablet);
        tablet.hear = (frame) => {
            if (frame.t === "board") told.set(tablet, frame);
            hear(frame);
        };
    }
    const board_of = (tablet) => told.get(tablet) || {};

    await holds("the linter knows the key, and hints at a template that does not come along", () => {
        equal(JSON.parse(place.must("course", "check", "--json", course)), [], "problems");
        writeFileSync(place.path("kurs", "kurs.sv.md"), COURSE.replace("brainwriting", "brainwritting"));
        const [hint] = JSON.parse(place.must("course", "check", "--json", course));
        equal([hint.code, hint.severity, hint.line], ["template_unknown", "hint", 11], "the hint");
        check(hint.message.includes("brainwriting"), hint.message);
        writeFileSync(place.path("kurs", "kurs.sv.md"), COURSE);
    });
    await holds("one press at the block makes a board for each table, open on its tablets", async () => {
        await remote.do("moderation", {on: false});
        await go_to(remote, "skriv-och-skicka-vidare");
        await remote.until(() => boards().plan, "the plan");
        equal([boards().plan.form, boards().plan.made, boards().wall], ["brainwriting", false, false], "the plan");
        const refused = await remote.refused_when({t: "do", what: "boards", how: "make", form: "brainwriting"});
        equal([refused.code, refused.what], ["not_now", "undivided"], "before there are tables");
        check(refused.text.startsWith("Dela in rummet i bord"), refused.text);
        await remote.do("groups", {how: "choose", count: 2});
        await Promise.all(tablets.map((tablet, index) => tablet.ask({t: "table", table: index + 1})));
        await remote.do("boards", {how: "make", form: "brainwriting"});
        await remote.until(() => boards().plan.made && boards().sets.length === 1, "the boards");
        equal([boards().sets[0].tables, boards().sets[0].open, boards().sets[0].clock], [2, true, {rounds: 6, seconds: 300}], "the set");
        await Promise.all(tablets.map((tablet, index) => tablet.until(() => (board_of(tablet).title || "").startsWith("Bord " + (index + 1)), "the board of table " + (index + 1))));
    });
    await holds("the rounds are led from the remote: sheets go to the next table, and stand still while they are paused", async () => {
        const own = tablets.map((tablet) => board_of(tablet).board);
        await tablets[0].ask({t: "fill", board: own[0], field: "a.round-1", text: "En lapp på dörren", lang: "sv"});
        await remote.do("rounds", {how: "start", board: boards().sets[0].board});
        await remote.until(() => boards().rounds && boards().rounds.round === 1, "the first round");
        await remote.do("rounds", {how: "skip"});
        await Promise.all(tablets.map((tablet, index) => tablet.until(() => board_of(tablet).board === own[1 - index], "the sheets to go on")));
        await tablets[1].until(() => (board_of(tablets[1]).entries["a.round-1"] || []).some((entry) => entry.text === "En lapp på dörren"), "what was written");
        await remote.do("rounds", {how: "pause"});
        await remote.until(() => boards().rounds.clock.state === "paused", "the pause");
    });
    await holds("a host that starts again goes on where it was", async () => {
        await host.stop();
        host = await Host.start(place, file, ["--course", course]);
        remote = await Client.join(host, {role: "remote", secret: remote.welcome.secret});
        await remote.until(() => remote.state, "the remote's view");
        equal([boards().plan.made, boards().sets[0].open, boards().rounds.round, boards().rounds.clock.state], [true, true, 2, "paused"], "after the restart");
        await remote.do("rounds", {how: "stop"});
        await remote.until(() => !boards().rounds, "the end of the rounds");
    });
    await holds("they are gathered on one board, which the register keeps", async () => {
        await remote.do("boards", {how: "into_one", board: boards().sets[0].board});
        await remote.until(() => boards().all.length === 3, "the gathered board");
        equal((await remote.refused_when({t: "do", what: "boards", how: "show", board: boards().all[2].board})).what, "no_wall", "without a window");
        await host.stop();
        const list = place.must("board", "list", file);
        check(list.includes("samla-pa-en-tavla"), list);
        place.verify(file);
    });
});
