// The command line from one end to the other: help in both languages, and a register's way from demo through lists, CSV,
// merging and the care of its journal.
import {copyFileSync, existsSync, readFileSync, writeFileSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";

const COMMANDS = [["host"], ["register"], ["register", "list"], ["register", "show"], ["register", "export"], ["register", "import"], ["register", "merge"],
    ["journal"], ["journal", "verify"], ["journal", "log"], ["journal", "copy"], ["journal", "rebuild"], ["journal", "erase"],
    ["board"], ["board", "list"], ["board", "export"], ["restore"], ["course"], ["course", "check"], ["template"], ["template", "check"], ["template", "list"], ["template", "print"], ["demo"], ["bench"], ["bench", "journal"], ["bench", "votes"], ["bench", "start"], ["bench", "memory"], ["bench", "count"], ["bench", "serve"], ["count"], ["codes"], ["cards"]];

/// CSV as Excel reads it here: semicolons, quotes doubled. Rows of cells.
function parse_csv(text) {
    const rows = [[]];
    let cell = "";
    let quoted = false;
    for (let i = 0; i < text.length; ++i) {
        const c = text[i];
        if (quoted) {
            if (c === '"' && text[i + 1] === '"') cell += text[++i];
            else if (c === '"') quoted = false;
            else cell += c;
        } else if (c === '"' && cell === "") quoted = true;
        else if (c === ";" || c === "\n") {
            rows.at(-1).push(cell.replace(/\r$/, ""));
            cell = "";
            if (c === "\n") rows.push([]);
        } else cell += c;
    }
    if (cell) rows.at(-1).push(cell);
    return rows.filter((row) => row.length);
}

await program("cli", async (place) => {
    const lines = (text) => text.split("\n").filter((line) => line);

    await holds("--version says which, and nothing else", () => {
        check(/^iderum \d+\.\d+\.\d+\n$/.test(place.must("--version")), place.must("--version"));
    });
    await holds("every command has help in Swedish and in English, and they differ", () => {
        for (const command of [[], ...COMMANDS]) {
            const help = {sv: place.must("--lang", "sv", ...command, "--help"), en: place.must("--lang", "en", ...command, "--help")};
            const name = "iderum " + command.join(" ");
            check(help.sv.includes("Så här: " + name.trim()) && help.en.includes("Usage: " + name.trim()), name + ": " + help.sv + help.en);
            check(help.sv.includes("Visa den här hjälpen") && help.en.includes("Show this help"), name);
            check(!/\b(Options|Usage|Subcommands|Positionals|REQUIRED)\b/.test(help.sv), "English in the Swedish help of " + name);
            check(!/[åäöÅÄÖ]/.test(help.en.replace(/Idérum|Lindåsa/g, "")), "Swedish in the English help of " + name + help.en);
            for (const text of Object.values(help)) check(!/\b(cli|host|journal|register|restore|merge|erase|demo|course|template|board|paint|count)\.[a-z_.]+\b(?!erum)/.test(text.replace(/[a-z.-]*\.(iderum|csv|json|md)/g, "")), "a bare key in the help of " + name + ": " + text);
        }
    });
    await holds("help fits a terminal, in columns that stand straight, and says what each word is", () => {
        for (const command of [[], ...COMMANDS]) {
            for (const language of ["sv", "en"]) {
                const help = place.must("--lang", language, ...command, "--help");
                for (const line of help.split("\n").filter((text) => text.startsWith("  "))) {
                    check(line.length <= 100, "too wide in the help of " + command.join(" ") + ": " + line);
                    check(/^ {2}\S.*$|^ {30}\S/.test(line), "askew in the help of " + command.join(" ") + ": " + line);
                }
                check(!/\bin \[|Needs:|Excludes:|\b(INT|UINT|FLOAT)\b/.test(help), "CLI11's own words: " + help);
            }
        }
        check(place.must("register", "list", "--help").includes("Så här: iderum register list [VAL] FIL\n"), "FIL");
        check(place.must("host", "--help").includes("--port 0–65535"), "the range of a port");
        check(place.must("--help").includes("--lang sv|en"), "the choice of languages");
    });
    await holds("--lang may stand last too", () => {
        check(place.must("register", "list", "--help", "--lang", "en").includes("Usage: iderum register list"), "--lang en");
        check(place.must("register", "list", "--lang=en", "--help").includes("Usage: iderum register list"), "--lang=en");
    });
    await holds("the language comes from the system, and --lang is stronger", () => {
        const help = (env, ...args) => place.run([...args, "--help"], {env: {...place.env, LC_ALL: "", LC_MESSAGES: "", LANG: "", ...env}}).out;
        check(help({LANG: "en_GB.UTF-8"}).includes("Usage"), "LANG=en");
        check(help({LANG: "en_GB.UTF-8", LC_ALL: "sv_SE.UTF-8"}).includes("Så här"), "LC_ALL=sv");
        check(help({LANG: "en_GB.UTF-8"}, "--lang", "sv").includes("Så här"), "--lang sv");
        check(help({}).includes("Så här"), "nothing set");
    });

    const file = place.path("lindasa.iderum");
    let all = [];
    await holds("demo fills an empty register, once", () => {
        place.must("demo", file, "--seed", "3", "--now", "2026-05-01");
        const again = place.run(["demo", file]);
        const other = file.replace(".iderum", "-2.iderum");
        check(again.status === 1 && again.err.includes('iderum demo "' + other + '"') && !existsSync(other), "a second time: " + again.err);
        place.verify(file);
    });
    await holds("list, its filters and its JSON agree", () => {
        const {ideas, all: count} = JSON.parse(place.must("register", "list", file, "--json"));
        all = ideas;
        check(ideas.length === count && count >= 60, "ideas: " + count);
        equal(lines(place.must("register", "list", file)).length, count + 1, "lines, and the sum");
        check(new Set(ideas.map((idea) => idea.state)).size >= 10, "few states");
        const parked = JSON.parse(place.must("register", "list", file, "--state", "parked", "--json")).ideas;
        equal(parked.map((idea) => idea.id).sort(), ideas.filter((idea) => idea.state === "parked").map((idea) => idea.id).sort(), "--state");
        const found = JSON.parse(place.must("register", "list", file, "--search", ideas[0].title.split(" ").at(-1), "--json")).ideas;
        check(found.some((idea) => idea.id === ideas[0].id), "--search");
        const numbered = ideas.find((idea) => /-\d+$/.test(idea.number));
        for (const typed of [numbered.number, numbered.number.slice(1), numbered.number.split("-")[1]]) {
            const hit = JSON.parse(place.must("register", "list", file, "--search", typed, "--json")).ideas;
            check(hit.some((idea) => idea.id === numbered.id) && hit.length < count, "--search " + typed + ": " + hit.length);
        }
        equal(place.run(["register", "list", file, "--state", "jul"]).status, 1, "an unknown state");
    });
    await holds("show finds an idea by its number, and says when there is none", () => {
        const {number, title} = all[0];
        check(place.must("register", "show", file, number).includes(title), "the title");
        equal(JSON.parse(place.must("register", "show", file, number, "--json")).title, title, "in JSON");
        const page = place.path("idea.pdf");
        place.must("register", "show", file, number, "--pdf", page);
        check(readFileSync(page).subarray(0, 5).toString() === "%PDF-", "as a page to print");
        check(place.run(["register", "show", file, number, "--pdf", file]).status === 1 && place.must("register", "show", file, number).includes(title), "never over the register");
        const none = place.run(["register", "show", file, "L99-999"]);
        check(none.status === 1 && none.err.includes("L99-999"), none.err);
    });
    await holds("the CSV is what a Swedish Excel wants, and no cell is a formula", () => {
        writeFileSync(place.path("farlig.csv"), 'Titel;Beskrivning\n=HYPERLINK("http://x");+cmd\n@SUM(A1);-2+3\n"Två ""citat""; och semikolon";"rad ett\nrad två"\n');
        place.must("register", "import", file, place.path("farlig.csv"));
        place.must("register", "export", file, "--csv", place.path("ut.csv"));
        const bytes = readFileSync(place.path("ut.csv"));
        equal([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "the byte order mark");
        const rows = parse_csv(bytes.toString("utf8").slice(1));
        equal(rows.length, all.length + 3 + 1, "rows");
        equal(new Set(rows.map((row) => row.length)).size, 1, "as many cells in each row");
        for (const cell of rows.flat()) check(!/^[=+@\t\r-]/.test(cell), "a formula: " + cell);
        for (const text of ['=HYPERLINK("http://x")', "+cmd", "@SUM(A1)", "-2+3"]) check(rows.flat().some((cell) => cell !== text && cell.endsWith(text)), "lost: " + text);
        check(rows.flat().includes('Två "citat"; och semikolon'), "quotes");
        equal(place.must("register", "export", file, "--csv", "-").length, bytes.toString("utf8").length, "on stdout");
        equal(JSON.parse(place.must("register", "export", file, "--json")).length, all.length + 3, "as JSON");
    });
    await holds("what was exported comes back by import, with a report of what was not taken", () => {
        const other = place.path("other.iderum");
        place.must("demo", other, "--seed", "4", "--now", "2026-05-01");
        const before = JSON.parse(place.must("register", "list", other, "--json")).all;
        writeFileSync(place.path("list.csv"), "Rubrik;Om;Kolumn som ingen känner\nEn första idé;Text;x\n;;\nEn andra idé;;y\n");
        const dry = place.must("register", "import", other, place.path("list.csv"), "--map", "titel=Rubrik,beskrivning=Om", "--dry-run");
        check(dry.includes("Kolumn som ingen känner"), dry);
        equal(JSON.parse(place.must("register", "list", other, "--json")).all, before, "after a dry run");
        place.must("register", "import", other, place.path("list.csv"), "--map", "titel=Rubrik,beskrivning=Om");
        const titles = JSON.parse(place.must("register", "list", other, "--json")).ideas.map((idea) => idea.title);
        check(titles.length === before + 2 && titles.includes("En första idé") && titles.includes("En andra idé"), "titles: " + titles.length);
        place.verify(other);
    });
    await holds("import says when it makes a register, and takes no idea from the future", () => {
        const other = place.path("stavfel.iderum");
        writeFileSync(place.path("framtid.csv"), "Titel;Inkom\nFrån framtiden;2099-01-01\nFrån förr;2024-03-01\n");
        const dry = place.run(["register", "import", other, place.path("framtid.csv"), "--dry-run"]);
        check(dry.err.includes("skulle göras") && !existsSync(other), "dry run: " + dry.err);
        const done = place.run(["register", "import", other, place.path("framtid.csv")]);
        check(done.err.includes("görs nu") && done.err.includes(other), "import: " + done.err);
        check(done.out.includes("2099-01-01 ligger i framtiden"), done.out);
        equal(JSON.parse(place.must("register", "list", other, "--json")).ideas.map((idea) => idea.title), ["Från förr"], "ideas");
        equal(place.run(["register", "import", other, place.path("framtid.csv")]).err, "", "a register that is there");
    });
    await holds("two registers that were worked on apart become equal by merge, whichever comes first", () => {
        const [left, right] = [place.path("left.iderum"), place.path("right.iderum")];
        place.must("journal", "copy", file, left);
        place.must("journal", "copy", file, right);
        for (const [side, title] of [[left, "Från vänster"], [right, "Från höger"]]) {
            writeFileSync(place.path("en.csv"), "Titel\n" + title + "\n");
            place.must("register", "import", side, place.path("en.csv"));
        }
        for (const name of ["left", "right"]) copyFileSync(place.path(name + ".iderum"), place.path(name + "-2.iderum"));
        place.must("register", "merge", left, right);
        place.must("register", "merge", place.path("right-2.iderum"), place.path("left-2.iderum"));
        const ideas = (name) => JSON.parse(place.must("register", "export", place.path(name + ".iderum"), "--json")).map((idea) => [idea.id, idea.number, idea.title].join(" ")).sort();
        equal(ideas("right"), ideas("left"), "left and right");
        equal(ideas("right-2").map((idea) => idea.split(" ").slice(2).join(" ")).sort(), ideas("left").map((idea) => idea.split(" ").slice(2).join(" ")).sort(), "the other way");
        for (const title of ["Från vänster", "Från höger"]) check(ideas("left").some((idea) => idea.endsWith(title)), title);
        check(place.must("register", "merge", left, right).includes(" 0 "), "a second merge has nothing to do");
        for (const name of ["left", "right", "left-2", "right-2"]) place.verify(place.path(name + ".iderum"));
    });
    await holds("the log tells what happened, for people and as JSON", () => {
        const changes = lines(place.must("journal", "log", file, "--json")).map((line) => JSON.parse(line));
        equal(changes.length, place.verify(file).changes, "changes");
        check(changes.every((change) => change.chain && change.facts.length), "facts and chain");
        check(place.must("journal", "log", file).includes("Tog emot idéer i registret"), "in Swedish");
        check(place.must("--lang", "en", "journal", "log", file) !== place.must("journal", "log", file), "in English");
        const one = lines(place.must("journal", "log", file, "--entity", all[0].id, "--json")).map((line) => JSON.parse(line));
        check(one.length > 0 && one.length < changes.length, "--entity: " + one.length);
        equal(place.run(["journal", "log", file, "--since", "igår"]).status, 1, "a bad --since");
        const numbered = all.find((idea) => idea.number);
        equal(place.must("journal", "log", file, "--entity", numbered.number), place.must("journal", "log", file, "--entity", numbered.id), "by number and by id");
        const none = place.run(["journal", "log", file, "--entity", "ffffffffffff"]);
        check(none.status === 0 && none.err.includes("inget sådant"), "nothing there: " + none.err);
        const wrong = place.run(["journal", "log", file, "--entity", "zz"]);
        check(wrong.status === 1 && wrong.err.includes("L26-014"), "no id at all: " + wrong.err);
    });
    await holds("a reader that has had enough is no fault, and a closed stdout nothing to complain of", () => {
        const shell = (line) => place.shell(line, file);
        for (const line of ['"$IDERUM" journal log "$1" --json | head -1', '"$IDERUM" register list "$1" >&-']) {
            const done = shell("set -o pipefail; " + line);
            equal([done.status, done.err], [0, ""], line);
        }
        const full = shell('"$IDERUM" register list "$1" > /dev/full');
        check(full.status === 1 && full.err.includes("Disken är full"), "a full disk: " + full.err);
        place.verify(file);
    });
    await holds("a list never takes the place of a register, nor a certificate that of anything", () => {
        const victim = place.path("annan.iderum");
        copyFileSync(file, victim);
        const before = readFileSync(victim);
        for (const args of [["register", "export", file, "--csv", victim], ["journal", "erase", file, "--text", "HYPERLINK", "--rule", "a", "--decision", "b", "--yes", "--certificate", victim]]) {
            const done = place.run(args);
            check(done.status === 1 && done.err.includes(victim), args.join(" ") + ": " + done.err);
            check(readFileSync(victim).equals(before), args.join(" ") + " changed it");
        }
        writeFileSync(place.path("gammalt-intyg.txt"), "INTYG");
        const again = place.run(["journal", "erase", file, "--text", "HYPERLINK", "--rule", "a", "--decision", "b", "--yes", "--certificate", place.path("gammalt-intyg.txt")]);
        check(again.status === 1 && readFileSync(place.path("gammalt-intyg.txt"), "utf8") === "INTYG", "a certificate over another: " + again.err);
    });
    await holds("a list that was exported brings nothing back twice", () => {
        const copy = place.path("dubbel.iderum");
        place.must("demo", copy, "--seed", "5", "--now", "2026-05-01");
        const count = () => JSON.parse(place.must("register", "list", copy, "--json")).all;
        const all_before = count();
        place.must("register", "export", copy, "--csv", place.path("dubbel.csv"));
        equal(place.run(["register", "import", copy, place.path("dubbel.csv")]).status, 1, "an import of nothing new");
        equal(count(), all_before, "ideas");
    });
    await holds("nor do two that have the same number, since two registers met", () => {
        const [here, there] = ["här", "där"].map((name) => {
            writeFileSync(place.path(name + ".csv"), "nummer;titel\nL26-001;Nyckelskåp " + name + "\n");
            place.must("register", "import", place.path(name + ".iderum"), place.path(name + ".csv"));
            return place.path(name + ".iderum");
        });
        place.must("register", "merge", here, there);
        place.must("register", "export", here, "--csv", place.path("båda.csv"));
        check(readFileSync(place.path("båda.csv"), "utf8").includes("L26-001·2"), "the list does not tell them apart");
        equal(place.run(["register", "import", here, place.path("båda.csv")]).status, 1, "an import of nothing new");
        equal(JSON.parse(place.must("register", "list", here, "--json")).all, 2, "ideas");
    });
    await holds("a rebuild gives the same register", () => {
        const before = place.must("register", "export", file, "--json");
        place.must("journal", "rebuild", file);
        equal(place.must("register", "export", file, "--json"), before, "the ideas");
        place.verify(file);
    });
    await holds("an erasure that is only tried changes nothing, and a real one leaves no trace of the text", () => {
        const before = readFileSync(file);
        const plan = place.must("journal", "erase", file, "--text", "HYPERLINK", "--rule", "DHP 4", "--decision", "KS 2026/12", "--dry-run");
        check(plan.includes("idea.title"), plan);
        check(readFileSync(file).equals(before), "the file was changed");
        place.must("journal", "erase", file, "--text", "HYPERLINK", "--rule", "DHP 4", "--decision", "KS 2026/12", "--include-copies", "--yes", "--certificate", place.path("intyg.txt"));
        for (const end of ["", "-wal"]) check(!existsSync(file + end) || !readFileSync(file + end).includes("HYPERLINK"), "it is in " + end);
        const certificate = readFileSync(place.path("intyg.txt"), "utf8");
        for (const words of ["DHP 4", "KS 2026/12"]) check(certificate.includes(words), certificate);
        check(!certificate.includes("HYPERLINK"), "the certificate repeats it");
        place.must("journal", "erase", file, "--again", "--certificate", place.path("intyg-igen.txt"));
        const again = readFileSync(place.path("intyg-igen.txt"), "utf8");
        for (const words of ["DHP 4", "KS 2026/12"]) check(again.includes(words), again);
        const misspelt = place.run(["journal", "erase", file, "--entity", "L26-014", "--field", "idea.nope"]);
        check(misspelt.status === 1 && misspelt.err.includes("idea.nope"), "a field that is none: " + misspelt.err);
        check(place.verify(file).erased > 0, "nothing was erased");
    });
});
