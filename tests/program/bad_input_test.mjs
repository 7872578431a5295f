// Bad input on the command line: what, where and what to do, in Swedish and English; exit code 1 when the program refuses
// and 2 when the command line itself is wrong; nothing is lost.
import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync} from "node:fs";

import {check, equal, holds, program, seeded} from "./check.mjs";
import {go_to, remote_of, tablet_of} from "./client.mjs";
import {Host} from "./host.mjs";

const NOBODY = 65534;
const LANGUAGES = ["sv", "en"];

/// What the sentences of an error say in each language.
const SAYS = {
    unreadable: {sv: ["går inte att läsa", "försök igen"], en: ["cannot be read", "try again"]},
    newer: {sv: ["nyare version", "Uppdatera programmet"], en: ["newer version", "Update"]},
    damaged: {sv: ["skadad", "iderum journal verify"], en: ["damaged", "iderum journal verify"]},
    missing: {sv: ["Det finns inte", "namnet är rätt"], en: ["It is not there", "name is right"]},
    busy: {sv: ["används av ett annat program", "redan igång"], en: ["Another program is using the file", "running already"]},
    port: {sv: ["upptagen", "--port"], en: ["taken", "--port"]},
    denied: {sv: ["inte rätt", "ansvarar för registret"], en: ["may not do that", "in charge of the register"]},
    disk: {sv: ["läsa eller skriva", "du får skriva"], en: ["read or written", "may write"]},
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
                refuses(place, args, SAYS.unreadable, name + ".iderum");
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
        for (const args of [["host", "--register", file], ["register", "list", file], ["register", "import", file, place.path("one.csv")], ["demo", file]]) refuses(place, args, SAYS.unreadable, "other.db");
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
    await holds("a register that is cut off is called damaged, by its name", () => {
        const file = place.path("cut.iderum");
        copyFileSync(good, file);
        truncateSync(file, 20000);
        for (const args of [["host", "--register", file], ["register", "list", file], ["journal", "verify", file]]) refuses(place, args, SAYS.damaged, "cut.iderum");
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
        const none = place.path("inget", "r.iderum");
        for (const args of [["register", "list", none], ["journal", "verify", none], ["journal", "log", none], ["journal", "rebuild", none], ["register", "merge", good, none],
            ["register", "import", good, place.path("inget", "ideas.csv")]]) refuses(place, args, SAYS.missing, place.path("inget"));
        refuses(place, ["host", "--register", place.path("new.iderum"), "--course", place.path("ingen-kurs")], SAYS.missing, "ingen-kurs");
        check(!existsSync(place.path("new.iderum")), "a register was begun for a course that is not there");
        refuses(place, ["restore", good], {sv: ["ingen säkerhetskopia"], en: ["no backup"]}, "good.iderum");
        check(!existsSync(place.path("inget")), "a folder was made");
    });
    await holds("a folder given as a register is refused", () => {
        mkdirSync(place.path("folder.iderum"));
        refuses(place, ["host", "--register", place.path("folder.iderum")], SAYS.disk, "folder.iderum");
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
    await holds("a command line that is wrong gives exit code 2 and says where to look", () => {
        for (const args of [["bogus"], ["host", "--port", "99999"], ["host", "--port", "abc"], ["register"], ["register", "list"], ["journal", "verify"], ["--lang", "fr"], ["host", "--bogus"]]) {
            const done = place.run(args);
            equal([done.status, done.out], [2, ""], args.join(" "));
            check(done.err.includes("--help"), args.join(" ") + ": " + done.err);
        }
    });
    await holds("where one may not write, a host is refused by the file's name, and nothing is left behind", () => {
        const folder = place.path("skyddad");
        mkdirSync(folder);
        copyFileSync(good, folder + "/r.iderum");
        chmodSync(folder + "/r.iderum", 0o444);
        chmodSync(folder, 0o555);
        chmodSync(place.folder, 0o755);
        let options = {};
        if (process.getuid() === 0) {
            // The superuser may write anywhere; the program runs as somebody else.
            for (const home of ["home-data", "home-state"]) chownSync(place.path(home), NOBODY, NOBODY);
            options = {uid: NOBODY, gid: NOBODY};
        }
        const before = digest_of(folder + "/r.iderum");
        for (const file of ["r.iderum", "new.iderum"]) refuses(place, ["host", "--register", folder + "/" + file], SAYS.disk, file, options);
        refuses(place, ["register", "import", folder + "/r.iderum", place.path("one.csv")], SAYS.denied, "r.iderum", options);
        equal(digest_of(folder + "/r.iderum"), before, "the file");
        chmodSync(folder, 0o755);
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
