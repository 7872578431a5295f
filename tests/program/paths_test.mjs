// Names of files on the command line: what is no ordinary file, what is not there and what may not be touched. What is
// written goes where a person would expect; what is refused is refused at once, in words, and changes nothing on disk.
import {spawn, spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {chmodSync, chownSync, copyFileSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, symlinkSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";

import {check, equal, holds, program} from "./check.mjs";
import {BIN} from "./host.mjs";

const NOBODY = 65534;

const SAYS = {
    folder: {sv: ["en mapp, inte en fil", "vad filen i mappen heter"], en: ["a folder, not a file", "name of the file"]},
    special: {sv: ["inte en vanlig fil", "Ange en vanlig fil"], en: ["not an ordinary file", "Give an ordinary file"]},
    ring: {sv: ["runt i en ring", "gör om länken"], en: ["round in a ring", "make the link anew"]},
    no_folder: {sv: ["Mappen", "finns inte", "skapa mappen först"], en: ["The folder", "is not there", "make the folder first"]},
    exists: {sv: ["finns redan", "Välj ett annat namn"], en: ["is there already", "Choose another name"]},
    empty: {sv: ["Filen är tom", "iderum restore"], en: ["The file is empty", "iderum restore"]},
    cut: {sv: ["avkortad", "iderum restore"], en: ["cut off", "iderum restore"]},
    other: {sv: ["inget idéregister", "Ange en fil"], en: ["no idea register", "Give a file"]},
    itself: {sv: ["registret självt", "Välj ett annat namn"], en: ["register itself", "Choose another name"]},
    no_read: {sv: ["inte läsa filen", "läsrätt"], en: ["may not read the file", "owner"]},
    no_write: {sv: ["inte skriva i filen", "skrivrätt"], en: ["may not write to the file", "owner"]},
    no_write_folder: {sv: ["inte skriva i mappen", "skrivrätt"], en: ["may not write in the folder", "owner"]},
};

/// Everything below a folder, links by where they lead and files by what is in them.
function picture(folder) {
    const lines = [];
    for (const name of readdirSync(folder, {recursive: true}).sort()) {
        const path = join(folder, name);
        const facts = lstatSync(path);
        const inside = facts.isSymbolicLink() ? readlinkSync(path) : facts.isFile() ? createHash("sha256").update(readFileSync(path)).digest("hex") : facts.mode;
        lines.push(name + " " + inside);
    }
    return lines;
}

await program("paths", async (place) => {
    const good = place.path("good.iderum");
    place.must("demo", good, "--seed", "1", "--now", "2026-05-01");
    writeFileSync(place.path("one.csv"), "Titel;Beskrivning\nLåna ut lokalen;På kvällen\n");
    const room = place.path("room");
    mkdirSync(room);
    const csv = place.must("register", "export", good, "--csv", "-");

    const in_room = (...names) => join(room, ...names);
    const pipe = in_room("pipe");
    spawnSync("mkfifo", [pipe]);
    symlinkSync("ring-b", in_room("ring-a"));
    symlinkSync("ring-a", in_room("ring-b"));

    /// In both languages: the words, the name, exit code 1, nothing on stdout, and nothing in the room is changed.
    function refuses(args, says, where, options = {}) {
        const before = picture(room);
        for (const language of ["sv", "en"]) {
            const done = place.run(["--lang", language, ...args], options);
            const told = "iderum --lang " + language + " " + args.join(" ") + " gave " + done.status + ": " + done.err + done.out;
            equal(done.status, 1, told);
            for (const words of says[language]) check(done.err.includes(words), "lacks “" + words + "”: " + told);
            check(done.err.includes(where), "does not say where (" + where + "): " + told);
            check(!/SQLite|PRAGMA|errno/.test(done.err), "speaks of its insides: " + told);
        }
        equal(picture(room), before, "changed by iderum " + args.join(" "));
    }

    const reading = (file) => [["register", "list", file], ["register", "show", file, "L26-001"], ["register", "export", file], ["journal", "verify", file], ["journal", "log", file],
        ["journal", "copy", file, in_room("copy.iderum")], ["journal", "rebuild", file], ["journal", "adopt", file], ["register", "merge", good, file], ["register", "merge", file, good],
        ["journal", "erase", file, "--text", "x", "--rule", "a", "--decision", "b", "--yes"], ["restore", good, file]];
    const making = (file) => [["host", "--register", file], ["demo", file], ["register", "import", file, place.path("one.csv")]];

    await holds("a list for a device or a pipe goes through it, and it stays what it is", async () => {
        equal(place.must("register", "export", good, "--csv", "/dev/stdout"), csv, "/dev/stdout");
        place.must("register", "export", good, "--csv", "/dev/null");
        check(lstatSync("/dev/null").isCharacterDevice(), "/dev/null was replaced");
        const done = new Promise((resolve) => spawn(BIN, ["register", "export", good, "--csv", pipe], {env: place.env, stdio: "ignore"}).on("exit", resolve));
        const reader = spawn("cat", [pipe], {stdio: ["ignore", "pipe", "ignore"]});
        let got = "";
        for await (const part of reader.stdout.setEncoding("utf8")) got += part;
        equal([await done, got], [0, csv], "through the pipe");
        check(lstatSync(pipe).isFIFO(), "the pipe was replaced");
    });
    await holds("what stands before in a file that stdout is added to, stays", () => {
        writeFileSync(place.path("log.txt"), "rad\n");
        spawnSync("sh", ["-c", '"$0" register export "$1" --csv /dev/stdout >> "$2"', BIN, good, place.path("log.txt")], {env: place.env});
        equal(readFileSync(place.path("log.txt"), "utf8"), "rad\n" + csv, "the file");
    });
    await holds("a list for a link goes into the file it names, there or not, and the link stays", () => {
        mkdirSync(in_room("lists"));
        symlinkSync("lists/today.csv", in_room("link.csv"));
        for (const run of [1, 2]) {
            place.must("register", "export", good, "--csv", in_room("link.csv"));
            check(lstatSync(in_room("link.csv")).isSymbolicLink(), "the link was replaced, run " + run);
            equal(readFileSync(in_room("lists", "today.csv"), "utf8"), csv, "the file");
        }
        equal(readdirSync(in_room("lists")), ["today.csv"], "beside it");
    });
    await holds("a list is not written over the register, into a folder, round a ring or where no folder is", () => {
        copyFileSync(good, in_room("own.iderum"));
        const to = (out) => ["register", "export", in_room("own.iderum"), "--csv", out];
        symlinkSync("own.iderum", in_room("own-link"));
        place.must("register", "list", in_room("own.iderum"));
        for (const name of ["own.iderum", "own-link"]) refuses(to(in_room(name)), SAYS.itself, name);
        refuses(to(room), SAYS.folder, room);
        refuses(to(in_room("ring-a")), SAYS.ring, "ring-a");
        refuses(to(in_room("inget", "ut.csv")), SAYS.no_folder, in_room("inget"));
    });
    await holds("nothing is erased when the certificate has no place to go, and it goes through a link", () => {
        const erase = (to) => ["journal", "erase", in_room("own.iderum"), "--text", "Lindåsa", "--rule", "a", "--decision", "b", "--include-copies", "--yes", "--certificate", to];
        refuses(erase(in_room("inget", "intyg.txt")), SAYS.no_folder, in_room("inget"));
        refuses(erase(in_room("ring-a")), SAYS.ring, "ring-a");
        refuses(erase(in_room("own.iderum")), SAYS.itself, "own.iderum");
        symlinkSync("lists/intyg.txt", in_room("intyg"));
        place.must(...erase(in_room("intyg")));
        check(lstatSync(in_room("intyg")).isSymbolicLink() && readFileSync(in_room("lists", "intyg.txt"), "utf8").includes("INTYG"), "the certificate");
    });
    await holds("a pipe, a device, a folder and a ring of links are refused as a register by every command, at once", () => {
        mkdirSync(in_room("folder"));
        const files = [[pipe, SAYS.special, "pipe"], ["/dev/null", SAYS.special, "/dev/null"], ["/dev/zero", SAYS.special, "/dev/zero"],
            [in_room("folder"), SAYS.folder, "folder"], [in_room("ring-a"), SAYS.ring, "ring-a"]];
        for (const [file, says, where] of files) {
            for (const args of [...reading(file), ...making(file)]) refuses(args, says, where);
        }
        for (const [file, says, where] of files) refuses(["register", "import", in_room("own.iderum"), file], says, where);
    });
    await holds("where no folder is, every command says which, and makes none", () => {
        const file = in_room("inget", "r.iderum");
        for (const args of [...reading(file), ...making(file), ["journal", "copy", good, file], ["restore", file, good]]) refuses(args, SAYS.no_folder, in_room("inget"));
    });
    await holds("an empty file holds no register, and may become one", () => {
        writeFileSync(in_room("empty.iderum"), "");
        for (const args of reading(in_room("empty.iderum"))) refuses(args, SAYS.empty, "empty.iderum");
        writeFileSync(place.path("born.iderum"), "");
        place.must("demo", place.path("born.iderum"), "--now", "2026-05-01");
        place.verify(place.path("born.iderum"));
    });
    await holds("a file that is cut off is told from one that is something else", () => {
        for (const bytes of [50, 20000]) {
            copyFileSync(good, in_room("cut.iderum"));
            truncateSync(in_room("cut.iderum"), bytes);
            for (const args of [...reading(in_room("cut.iderum")), ...making(in_room("cut.iderum"))]) refuses(args, SAYS.cut, "cut.iderum");
        }
        writeFileSync(in_room("brev.txt"), "Det här är ett brev.\n");
        for (const args of [...reading(in_room("brev.txt")), ...making(in_room("brev.txt"))]) refuses(args, SAYS.other, "brev.txt");
    });
    await holds("a register that is cut off is put right by restore", () => {
        copyFileSync(good, place.path("mended.iderum"));
        truncateSync(place.path("mended.iderum"), 20000);
        place.must("restore", place.path("mended.iderum"), good);
        place.verify(place.path("mended.iderum"));
    });
    await holds("a copy is never made over what is there", () => {
        symlinkSync("nowhere", in_room("dangling"));
        for (const name of ["empty.iderum", "folder", "pipe", "dangling", "ring-a", "own.iderum"]) refuses(["journal", "copy", good, in_room(name)], SAYS.exists, name);
    });
    await holds("what one may not read or write is named, with what to ask for", () => {
        const files = {"oläslig.iderum": 0o000, "skyddad.iderum": 0o444};
        for (const [name, mode] of Object.entries(files)) {
            copyFileSync(good, in_room(name));
            chmodSync(in_room(name), mode);
        }
        const protected_list = in_room("skyddad.csv");
        writeFileSync(protected_list, "Titel\n");
        chmodSync(protected_list, 0o444);
        const closed = place.path("closed");
        mkdirSync(closed);
        copyFileSync(good, join(closed, "r.iderum"));
        chmodSync(closed, 0o555);
        let options = {};
        if (process.getuid() === 0) {
            // The superuser may do everything; the program runs as somebody else.
            chmodSync(place.folder, 0o755);
            for (const home of ["home-data", "home-state"]) chownSync(place.path(home), NOBODY, NOBODY);
            options = {uid: NOBODY, gid: NOBODY};
            for (const path of [room, join(closed, "r.iderum"), in_room("skyddad.iderum"), protected_list, good]) chownSync(path, NOBODY, NOBODY);
            chmodSync(join(closed, "r.iderum"), 0o644);
        }
        try {
            const hidden = in_room("oläslig.iderum");
            const before = picture(closed);
            for (const args of [["register", "list", hidden], ["journal", "verify", hidden], ["host", "--register", hidden], ["journal", "rebuild", hidden]]) {
                for (const language of ["sv", "en"]) {
                    const done = place.run(["--lang", language, ...args], options);
                    check(done.status === 1 && SAYS.no_read[language].every((words) => done.err.includes(words)) && done.err.includes("oläslig.iderum"), args.join(" ") + ": " + done.err);
                }
            }
            const kept = in_room("skyddad.iderum");
            for (const args of [["host", "--register", kept], ["register", "import", kept, place.path("one.csv")], ["journal", "rebuild", kept], ["register", "export", good, "--csv", protected_list]]) {
                const done = place.run(args, options);
                check(done.status === 1 && SAYS.no_write.sv.every((words) => done.err.includes(words)) && done.err.includes("skyddad."), args.join(" ") + ": " + done.err);
            }
            for (const args of [["host", "--register", join(closed, "r.iderum")], ["host", "--register", join(closed, "ny.iderum")], ["journal", "copy", good, join(closed, "ny.iderum")],
                ["register", "export", good, "--csv", join(closed, "ut.csv")]]) {
                const done = place.run(args, options);
                check(done.status === 1 && SAYS.no_write_folder.sv.every((words) => done.err.includes(words)) && done.err.includes(closed), args.join(" ") + ": " + done.err);
            }
            equal(picture(closed), before, "the closed folder");
        } finally {
            chmodSync(closed, 0o755);
        }
    });
});
