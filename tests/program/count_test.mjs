// `iderum count`: every example of docs/counting.md gives what stands there, faults are told with line and column, and a
// vote in a register is counted again.
import {readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

import {check, equal, holds, program} from "./check.mjs";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/// The fenced blocks of a Markdown file: {kind, name, text}.
function blocks(markdown) {
    return [...markdown.matchAll(/^```(\w+) ?(\S*)\n([^]*?)^```$/gm)].map(([, kind, name, text]) => ({kind, name, text}));
}

await program("count", async (place) => {
    const write = (name, text) => writeFileSync(place.path(name), text);
    const count = (...words) => place.run(["count", ...words]);
    const counted = (...words) => JSON.parse(place.must("count", ...words, "--json"));
    const file = (name) => place.path(name);

    const manual = readFileSync(join(SOURCE, "docs", "counting.md"), "utf8");
    const parts = blocks(manual);
    for (const {name, text} of parts) if (name) write(name, text);
    let examples = 0;
    for (const [i, {kind, text}] of parts.entries()) {
        if (kind !== "sh") continue;
        const words = text.trim().split(" ");
        ++examples;
        await holds("the manual's example: " + text.trim(), () => {
            equal(words.slice(0, 2), ["iderum", "count"], "the command");
            const done = count(file(words[2]), ...words.slice(3));
            equal(done.status, 0, done.err);
            equal(JSON.parse(done.out), JSON.parse(parts[i + 1].text), "the result");
        });
    }
    await holds("there is an example of every method, and a table for people of each", () => {
        const help = place.must("--lang", "en", "count", "--help").replace(/\s+/g, " ");
        const methods = help.match(/How to count: ([a-z0-9-, ]+)/)[1].trim().split(", ").map((word) => word.split(" ")[0]);
        equal(methods.length, 16, "methods: " + methods);
        for (const method of methods) check(manual.includes("### " + method + "\n") && manual.includes("--method " + method), method);
        equal(examples, 16, "examples");
        for (const {kind, text} of parts) {
            if (kind !== "sh") continue;
            const words = text.trim().split(" ").filter((word) => word !== "--json");
            for (const language of ["sv", "en"]) {
                const out = place.must("--lang", language, "count", file(words[2]), ...words.slice(3));
                check(out.split("\n").length > 2 && !/count\.[a-z]/.test(out) && !/[{}]/.test(out), language + ": " + out);
            }
        }
    });
    await holds("every fault in a file is told with line and column, on stderr, and nothing is counted", () => {
        write("fel.csv", "ballot,option,value\n1,A,x\n2,B,3\n2,B,3\n");
        const done = count(file("fel.csv"), "--method", "dots", "--json");
        equal([done.status, done.out], [1, ""], "status and stdout");
        const lines = done.err.trim().split("\n");
        equal(lines.map((line) => line.slice(file("fel.csv").length).split(" ")[0]), [":2:5:", ":4:5:"], done.err);
        check(done.err.includes("fel:") && place.run(["--lang", "en", "count", file("fel.csv"), "--method", "dots"]).err.includes("error:"), done.err);
        write("fel.soc", "# NUMBER ALTERNATIVES: 2\n1: 1,2\n1: 2\n");
        check(count(file("fel.soc"), "--method", "irv").err.includes("fel.soc:3:1:"), "PrefLib");
        write("fel.pb", "META\nkey;value\nbudget;x\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;5\nVOTES\nvoter_id;vote\na;1,2\n");
        const pabulib = count(file("fel.pb"), "--method", "mes").err;
        check(pabulib.includes("fel.pb:10:5:") && pabulib.includes("fel.pb:3:8:"), pabulib);
    });
    await holds("a wrong command line says what can be written instead, and a wrong kind of file what is needed", () => {
        const told = (words, ...expected) => {
            const done = count(...words);
            equal(done.status, 2, words.join(" ") + ": " + done.err);
            for (const word of expected) check(done.err.includes(word), words.join(" ") + ": " + done.err);
        };
        told([], "FIL");
        told([file("dots.csv")], "--method");
        told([file("dots.csv"), "--method", "lotto"], "lotto", "schulze");
        told([file("dots.csv"), "--method", "dots", "--ties", "toss"], "toss", "seeded_lot");
        told([file("dots.csv"), "--method", "irv", "--ties", "distinct_supporters"], "distinct_supporters", "report");
        told([file("dots.csv"), "--method", "dots", "--ties", "seeded_lot"], "--seed");
        told([file("dots.csv"), "--method", "dots", "--option", "dotz=3"], "dotz=3", "dots=1–1000");
        told([file("left.pb"), "--method", "mes", "--option", "utility=votes"], "votes", "cardinality|cost");
        told([file("dots.csv"), "--method", "dots", "--poll", "a", "b"], "--poll");
        const kind = count(file("dots.csv"), "--method", "mes");
        check(kind.status === 1 && kind.err.includes(".pb"), kind.err);
        equal(count(file("ingen.csv"), "--method", "dots").status, 1, "no file");
        equal(count(place.folder, "--method", "dots").status, 1, "a folder");
    });
    await holds("options may follow one --option or stand apart, and the file may come last", () => {
        const all = ["--option", "utility=cost", "completion=add1"];
        const apart = ["--option", "utility=cost", "--option", "completion=add1"];
        for (const words of [[file("left.pb"), "--method", "mes", ...all], [file("left.pb"), "--method", "mes", ...apart], ["--method", "mes", ...all, file("left.pb")]]) {
            equal(counted(...words).funded, ["Y", "Z"], words.join(" "));
        }
    });
    await holds("a lot is the same every time, and says its seed", () => {
        write("lika.csv", "ballot,option,value\n1,A,1\n2,B,1\n3,C,1\n");
        const lot = counted(file("lika.csv"), "--method", "dots", "--ties", "seeded_lot", "--seed", "S-07/1");
        equal([lot.ranking, lot.seed], [[["C"], ["A"], ["B"]], "S-07/1"], "the order");
        equal(lot.ties, [{ids: ["A", "B", "C"], by: "seeded_lot"}], "the tie");
    });
    await holds("a list as Swedish Excel saves it is read", () => {
        writeFileSync(file("excel.csv"), Buffer.from("röstsedel;alternativ;värde\r\n1;Gångbro;2,5\r\n2;Bänkar;3\r\n", "latin1"));
        equal(counted(file("excel.csv"), "--method", "score", "--option", "quorum=0").tally, {"Bänkar": 3, "Gångbro": "5/2"}, "the tally");
    });
    await holds("what cannot be counted is told with its file, its place and the reason", () => {
        const pb = (name, budget, type, votes) => write(name, `META\nkey;value\nbudget;${budget}\nvote_type;${type}\nPROJECTS\nproject_id;cost\n1;5\n2;5\nVOTES\nvoter_id;vote;points\n${votes}`);
        pb("scored.pb", 20, "scoring", "a;1,2;3,-2\n");
        pb("split.pb", 20, "cumulative", "a;1,2;3,-2\n");
        pb("rich.pb", 1000000000000, "approval", "a;1;\n");
        write("pairs.csv", "ballot,left,right,choice\n1,A,B,left\n");
        for (const [told, ...words] of [["scored.pb:11:9: ", "scored.pb", "--method", "points"], ["scored.pb:11:9: ", "scored.pb", "--method", "greedy"], ["split.pb:11:9: ", "split.pb", "--method", "greedy"],
            ["rich.pb:3:8: ", "rich.pb", "--method", "greedy"], ["pairs.csv: ", "pairs.csv", "--method", "bradley-terry", "--option", "prior=0"]]) {
            const {status, err} = count(file(words[0]), ...words.slice(1));
            equal(status, 1, err);
            check(err.includes(told), told + " in " + err);
        }
        check(count(file("rich.pb"), "--method", "greedy").err.includes("för stora"), "too much is told as too much");
        check(count(file("pairs.csv"), "--method", "bradley-terry", "--option", "prior=0").err.includes("--option prior=0"), "the option is named");
    });
    await holds("a vote in a register is counted again, and agrees with what was kept", () => {
        const register = file("lindasa.iderum");
        place.must("demo", register, "--seed", "3", "--now", "2026-05-01");
        const listed = count("--poll", register, "ingen");
        equal(listed.status, 1, listed.err);
        check(!listed.err.includes("Det finns inte.") && listed.err.includes("Det finns ingen röstning ”ingen”"), listed.err);
        const ids = [...listed.err.matchAll(/^ {2}([0-9a-f-]{36}) {2}(\S+)/gm)].map(([, id, block]) => ({id, block}));
        check(ids.length > 0, "no votes: " + listed.err);
        for (const {id, block} of ids) {
            const again = counted("--poll", register, id);
            equal([again.poll, again.agrees], [id, true], "the vote");
            equal(again.result.method, again.method, "the method");
            equal(again.winners.slice().sort(), again.result.winners.slice().sort(), "the winners");
            check(place.must("count", "--poll", register, id).includes("samma resultat"), "in words");
            check(counted("--poll", register, block).poll, "by its block");
        }
        // One set of orders, two winners: rounds take another than those who look at each pair.
        const orders = ids.map(({id}) => counted("--poll", register, id, "--compare")).find((one) => one.method === "irv");
        equal(orders.winners, ["nyckelskap"], "rounds");
        equal(orders.compared.map((one) => [one.method, ...one.winners]), [["borda", "dorrkod"], ["schulze", "dorrkod"], ["copeland", "dorrkod"]], "the others");
    });
});
