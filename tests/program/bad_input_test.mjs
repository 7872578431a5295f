// Bad input on the command line: what, where and what to do, in Swedish and English; exit code 1 when the program refuses
// and 2 when the command line itself is wrong; nothing is lost.
import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {once} from "node:events";
import {copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";

import {check, equal, holds, program, seeded} from "./check.mjs";
import {go_to, remote_of, tablet_of} from "./client.mjs";
import {Host} from "./host.mjs";

const LANGUAGES = ["sv", "en"];

/// What the sentences of an error say in each language.
const SAYS = {
    other: {sv: ["inget idéregister", "Ange en fil"], en: ["no idea register", "Give a file"]},
    newer: {sv: ["nyare version", "Uppdatera programmet"], en: ["newer version", "Update"]},
    no_folder: {sv: ["Mappen", "finns inte", "skapa mappen först"], en: ["The folder", "is not there", "make the folder first"]},
    missing: {sv: ["Det finns inte", "namnet är rätt"], en: ["It is not there", "name is right"]},
    busy: {sv: ["används av ett annat program", "redan igång"], en: ["Another program is using the file", "running already"]},
    bind: {sv: ["ingen nätadress", "127.0.0.1"], en: ["no network address", "127.0.0.1"]},
    not_ours: {sv: ["har inte den adressen", "127.0.0.1"], en: ["does not have that address", "127.0.0.1"]},
    low_port: {sv: ["Portar under 1024", "--port"], en: ["Ports below 1024", "--port"]},
    port: {sv: ["upptagen", "--port"], en: ["taken", "--port"]},
};

/// Runs a command that shall be refused, in both languages; checks the words, the place that they name and the exit code.
function refuses(place, args, says, where, options = {}) {
    for (const language of LANGUAGES) {
        const done = place.run(["--lang", language, ...args], options);
        const told = "iderum --lang " + language + " " + args.join(" ") + " gave " + done.status + ": " + done.err + done.out;
        equal(done.status, 1, told);
        for (const words of says[language]) check(done.err.includes(words), "lacks “" + words + "”: " + told);
        check(done.err.includes(where), "does not say where (" + where + "): " + told);
        check(!/SELECT|PRAGMA/.test(done.err.split(":").slice(0, 2).join(":")), "begins with a statement: " + told);
    }
}

const digest_of = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

await program("bad_input", async (place) => {
    const random = seeded(7);
    const good = place.path("good.iderum");
    place.must("demo", good, "--seed", "1", "--now", "2026-05-01");
    writeFileSync(place.path("one.csv"), "Titel;Beskrivning\nLåna ut lokalen;På kvällen\n");

    await holds("a file that is no register is refused by every command, and stays as it is", () => {
        const files = {
            noise: Buffer.from(Array.from({length: 5000}, () => random(256))),
            words: Buffer.from("Det här är ett brev.\n"),
        };
        for (const [name, bytes] of Object.entries(files)) {
            const file = place.path(name + ".iderum");
            writeFileSync(file, bytes);
            for (const args of [["host", "--register", file], ["register", "list", file], ["register", "show", file, "L26-001"], ["register", "export", file],
                ["register", "import", file, place.path("one.csv")], ["journal", "verify", file], ["journal", "log", file], ["journal", "rebuild", file],
                ["journal", "copy", file, place.path("copy.iderum")], ["register", "merge", good, file]]) {
                refuses(place, args, SAYS.other, name + ".iderum");
            }
            check(readFileSync(file).equals(bytes), name + " was changed");
            check(!existsSync(place.path("copy.iderum")), "a copy was left");
        }
        place.verify(good);
    });
    await holds("an SQLite file of another program is refused, and stays as it is", () => {
        const file = place.path("other.db");
        spawnSync("sqlite3", [file, "CREATE TABLE t(x); INSERT INTO t VALUES(1);"]);
        const before = digest_of(file);
        for (const args of [["host", "--register", file], ["register", "list", file], ["register", "import", file, place.path("one.csv")], ["demo", file]]) refuses(place, args, SAYS.other, "other.db");
        equal(digest_of(file), before, "the file");
    });
    await holds("a register of a newer version is refused by every command, and stays as it is", () => {
        const file = place.path("newer.iderum");
        copyFileSync(good, file);
        spawnSync("sqlite3", [file, "PRAGMA user_version=99; PRAGMA wal_checkpoint(TRUNCATE);"]);
        const before = digest_of(file);
        for (const args of [["host", "--register", file], ["register", "list", file], ["register", "import", file, place.path("one.csv")], ["journal", "verify", file],
            ["journal", "rebuild", file], ["register", "merge", good, file]]) refuses(place, args, SAYS.newer, "newer.iderum");
        equal(digest_of(file), before, "the file");
    });
    await holds("a register where a byte was turned is found out by verify, with exit code 1", () => {
        const file = place.path("turned.iderum");
        copyFileSync(good, file);
        const bytes = readFileSync(file);
        const at = bytes.indexOf("Lindåsa");
        check(at > 0, "nothing to turn");
        bytes.fill("x", at, at + 1);
        writeFileSync(file, bytes);
        const done = place.run(["journal", "verify", file, "--json"]);
        equal([done.status, JSON.parse(done.out).sound], [1, false], "the verdict");
    });
    await holds("a file or folder that is not there is named", () => {
        for (const args of [["register", "list", place.path("nej.iderum")], ["journal", "verify", place.path("nej.iderum")], ["register", "import", good, place.path("nej.csv")]]) refuses(place, args, SAYS.missing, "nej.");
        const none = place.path("inget", "r.iderum");
        for (const args of [["register", "list", none], ["journal", "verify", none], ["journal", "log", none], ["journal", "rebuild", none], ["register", "merge", good, none],
            ["register", "import", good, place.path("inget", "ideas.csv")]]) refuses(place, args, SAYS.no_folder, place.path("inget"));
        refuses(place, ["host", "--register", place.path("new.iderum"), "--course", place.path("ingen-kurs")], SAYS.missing, "ingen-kurs");
        check(!existsSync(place.path("new.iderum")), "a register was begun for a course that is not there");
        refuses(place, ["restore", good], {sv: ["ingen säkerhetskopia"], en: ["no backup"]}, "good.iderum");
        check(!existsSync(place.path("inget")), "a folder was made");
    });
    await holds("a broken course is told with all its problems, files and lines, and begins no register", () => {
        const course = place.path("bruten");
        mkdirSync(course);
        writeFileSync(course + "/kurs.sv.md", '+++\ntitel = "X"\n+++\n## Först\ntyp: ingenting\ntid: länge\n\n## Sedan\ntid: 5 min\n');
        for (const args of [["host", "--register", place.path("new.iderum"), "--course", course], ["course", "check", course]]) {
            for (const language of LANGUAGES) {
                const done = place.run(["--lang", language, ...args]);
                const said = done.err + done.out;
                equal(done.status, 1, said);
                for (const line of [5, 6, 8]) check(said.includes("kurs.sv.md:" + line + ":"), language + ": line " + line + " is not told: " + said);
                check(said.includes(language === "sv" ? "Välj bland" : "Choose among"), said);
            }
        }
        check(!existsSync(place.path("new.iderum")), "a register was begun");
        mkdirSync(place.path("tom"));
        refuses(place, ["host", "--register", place.path("new.iderum"), "--course", place.path("tom")], {sv: ["kurs.sv.md"], en: ["kurs.sv.md"]}, "tom");
    });
    await holds("a command line that is wrong is told which word and what to write, in both languages, with exit code 2", () => {
        const wrong = [
            [["bogus"], ["”bogus”", "finns inte", "host, wall, register"], ["“bogus”", "no command", "host, wall, register"]],
            [["regster", "list"], ["Menade du register?"], ["Did you mean register?"]],
            [["register"], ["saknas ett kommando", "list, show"], ["command is missing", "list, show"]],
            [["register", "bogus"], ["”bogus”", "list, show"], ["“bogus”", "list, show"]],
            [["register", "list"], ["FIL måste anges"], ["FILE must be given"]],
            [["register", "list", "a", "b"], ["”b” är en uppgift för mycket"], ["“b” is one word too many"]],
            [["host", "--bogus"], ["Valet --bogus finns inte"], ["no option --bogus"]],
            [["host", "--regster=x"], ["Menade du --register?"], ["Did you mean --register?"]],
            [["host", "--port", "99999"], ["--port: ”99999” går inte", "0 till 65535"], ["--port: “99999”", "0 to 65535"]],
            [["host", "--port", "abc"], ["--port: ”abc” går inte", "0 till 65535"], ["--port: “abc”", "0 to 65535"]],
            [["host", "--port"], ["Efter --port saknas ett värde"], ["missing after --port"]],
            [["host", "--port", "1", "--port", "2"], ["--port får bara stå en gång"], ["--port may be given only once"]],
            [["bench", "votes", "--rate", "snabbt"], ["--rate: ”snabbt”", "0 till 1000"], ["--rate: “snabbt”", "0 to 1000"]],
            [["demo", "--seed", "-1"], ["--seed: ”-1” går inte"], ["--seed: “-1” will not do"]],
            [["--lang", "fr"], ["--lang: ”fr” går inte", "sv, en"], ["--lang: “fr”", "sv, en"]],
            [["register", "import", "a", "b", "--date-order", "ymd"], ["”ymd”", "dmy, mdy"], ["“ymd”", "dmy, mdy"]],
            [["journal", "erase", "a", "--field", "x"], ["--field går bara ihop med --entity"], ["--field goes only with --entity"]],
            [["journal", "erase", "a", "--text", "x", "--entity", "y"], ["går inte ihop med"], ["does not go with"]],
            [["journal", "erase", "a", "--text", "x", "--again"], ["går inte ihop med"], ["does not go with"]],
            [["register", "list", "a", "--json=kanske"], ["--json"], ["--json"]],
            [["register", "export", "a", "--csv", ""], ["--csv: det är tomt"], ["--csv: it is empty"]],
            [["course", "check", ""], ["det är tomt"], ["it is empty"]],
            [["host", "--name", "a b"], ["--name: ”a b” är inget värdnamn"], ["--name: “a b” is no host name"]],
        ];
        for (const [args, ...says] of wrong) {
            for (const [i, system] of ["sv_SE.UTF-8", "en_GB.UTF-8"].entries()) {
                const done = place.run(args, {env: {...place.env, LC_ALL: system}});
                const told = args.join(" ") + ": " + done.err;
                equal([done.status, done.out], [2, ""], told);
                for (const words of [...says[i], "--help"]) check(done.err.includes(words), "lacks “" + words + "”: " + told);
                if (i === 0) check(!/\b(is|are|not|expected|required|requires|excludes|Value|range|could|argument)\b/i.test(done.err), "English: " + told);
            }
        }
    });
    await holds("a host that cannot have its port or its address begins nothing: the file is as it was", async () => {
        const file = place.path("quiet.iderum");
        copyFileSync(good, file);
        place.must("register", "list", file);
        const before = digest_of(file);
        const taken = createServer().listen(0, "127.0.0.1");
        await once(taken, "listening");
        const port = String(taken.address().port);
        for (const register of [file, place.path("unborn.iderum")]) {
            const host = ["host", "--register", register];
            refuses(place, [...host, "--bind", "127.0.0.1", "--port", port], SAYS.port, port);
            refuses(place, [...host, "--bind", "bibliotek"], SAYS.bind, "bibliotek");
            refuses(place, [...host, "--bind", "127.0.0.1.5"], SAYS.bind, "127.0.0.1.5");
            refuses(place, [...host, "--bind", "203.0.113.7"], SAYS.not_ours, "203.0.113.7");
        }
        const lowest = Number(readFileSync("/proc/sys/net/ipv4/ip_unprivileged_port_start", "utf8"));
        if (process.getuid() !== 0 && lowest > 81) refuses(place, ["host", "--register", file, "--port", "81"], SAYS.low_port, "81");
        taken.close();
        equal(digest_of(file), before, "the file");
        equal(place.query(file, "SELECT count(*) FROM session WHERE ended_at IS NULL"), [["0"]], "sessions that go on");
        check(!existsSync(place.path("unborn.iderum")), "a register was begun");
    });
    await holds("a host whose session's port is taken by another program does not go on elsewhere, and changes nothing", async () => {
        const file = place.path("kept.iderum");
        const first = await Host.start(place, file);
        const {code, join_url} = first;
        equal(await first.stop(), 0, "exit status");
        const before = digest_of(file);
        const port = new URL(join_url).port;
        const taken = createServer().listen(Number(port), "127.0.0.1");
        await once(taken, "listening");
        refuses(place, ["host", "--register", file, "--bind", "127.0.0.1"], SAYS.port, port);
        taken.close();
        await once(taken, "close");
        equal(digest_of(file), before, "the file");
        const again = await Host.start(place, file);
        equal([again.code, again.join_url], [code, join_url], "the session");
        equal(await again.stop(), 0, "exit status");
    });

    await holds("while a host runs, a second host and what writes are refused, what reads works, and nothing is lost", async () => {
        const file = place.path("room.iderum");
        place.must("demo", file, "--seed", "2", "--now", "2026-05-01");
        const host = await Host.start(place, file);
        try {
            const remote = await remote_of(host);
            const tablet = await tablet_of(host);
            await go_to(remote, "ideer-i-tysthet");
            await tablet.ask({t: "note", block: "ideer-i-tysthet", text: "Före försöken", group: "", colour: "sol"});
            copyFileSync(good, place.path("beside.iderum"));
            for (const args of [["host", "--register", file], ["host", "--register", file, "--new"], ["register", "import", file, place.path("one.csv")], ["journal", "rebuild", file],
                ["register", "merge", file, place.path("beside.iderum")], ["register", "merge", place.path("beside.iderum"), file], ["demo", file]]) {
                if (args[0] !== "demo") refuses(place, args, SAYS.busy, "room.iderum");
                else check(place.run(args).status === 1, "demo on a running host");
            }
            for (const args of [["register", "list", file], ["register", "export", file], ["journal", "verify", file], ["journal", "log", file], ["journal", "copy", file, place.path("copied.iderum")]]) place.must(...args);
            place.verify(place.path("copied.iderum"));
            place.verify(place.path("beside.iderum"));
            await tablet.ask({t: "note", block: "ideer-i-tysthet", text: "Efter försöken", group: "", colour: "sol"});
            await remote.until(() => remote.state.inbox.length === 2, "both notes");
            const port = new URL(host.join_url).port;
            refuses(place, ["host", "--register", place.path("third.iderum"), "--bind", "127.0.0.1", "--port", port], SAYS.port, port);
        } finally {
            equal(await host.stop(), 0, "exit status");
        }
        place.verify(file);
        equal(place.query(file, "SELECT count(*) FROM hidden_note"), [["2"]], "notes that wait");
    });
});
