// `iderum course check`: finds the courses it is pointed at, and tells everything that is wrong in them, whatever one file
// or one byte is like.
import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";

import {check, equal, holds, program} from "./check.mjs";
import {BIN} from "./host.mjs";

const CURRICULA = process.env.IDERUM_SHARE ? join(process.env.IDERUM_SHARE, "curricula") : join(dirname(BIN), "..", "share", "iderum", "curricula");
const TOP = '+++\ntitel = "X"\n+++\n';

await program("course", async (place) => {
    const course = (name, files) => {
        mkdirSync(place.path(name), {recursive: true});
        for (const [file, content] of Object.entries(files)) writeFileSync(place.path(name, file), content);
        return place.path(name);
    };
    const told = (...paths) => JSON.parse(place.run(["course", "check", "--json", ...paths]).out).map((problem) => problem.file + ":" + problem.line + " " + problem.code);
    const good = TOP + "## A\ntid: 5 min\ntyp: info\n";

    await holds("the courses that come along are found below their folder, and are sound", () => {
        const out = place.must("course", "check", CURRICULA);
        check(/Kurser: [1-9]\d*\. Fel: 0\./.test(out), out);
    });
    await holds("courses are found at any depth, each once, whatever is given twice", () => {
        course("kurser/ett", {"kurs.sv.md": good});
        course("kurser/mer/djupt/två", {"kurs.sv.md": TOP + "## A\ntyp: info\n"});
        course("kurser/.gömd", {"kurs.sv.md": "fel"});
        const done = place.run(["course", "check", place.path("kurser"), place.path("kurser", "ett"), place.path("kurser", "ett", "kurs.sv.md")]);
        equal(done.status, 1, done.out);
        check(done.out.includes("Kurser: 2. Fel: 1.") && done.out.includes(place.path("kurser/mer/djupt/två/kurs.sv.md:4:")), done.out);
    });
    await holds("a folder without a course says so, as does a path that is none", () => {
        mkdirSync(place.path("tomt", "under"), {recursive: true});
        const done = place.run(["course", "check", place.path("tomt")]);
        check(done.status === 1 && done.out.includes("ingen kurs i mappen") && done.out.includes("kurs.sv.md") && done.out.includes("Kurser: 0. Fel: 1."), done.out);
        const english = place.run(["--lang", "en", "course", "check", place.path("tomt")]);
        check(english.out.includes("no course in the folder"), english.out);
        equal(told(place.path("tomt"), place.path("kurser", "ett")), [place.path("tomt") + ":0 no_course"], "beside a sound one");
        equal(told(place.path("ingen")), [place.path("ingen") + ":0 not_found"], "no path");
        writeFileSync(place.path("lista.csv"), "x");
        equal(told(place.path("lista.csv")), [place.path("lista.csv") + ":0 bad_input"], "another file");
    });
    await holds("one byte that is not UTF-8 hides nothing else", () => {
        const folder = course("byte", {"kurs.sv.md": Buffer.concat([Buffer.from(TOP + "## A\ntid: fem\ntips: "), Buffer.from([0xff]), Buffer.from("\ntyp: infö\n## B\ntyp: info\n")])});
        equal(told(folder), ["5 time_bad", "6 bad_utf8", "7 type_unknown", "8 time_missing"].map((rest) => join(folder, "kurs.sv.md") + ":" + rest), "the problems");
        check(place.run(["course", "check", folder]).out.includes("Spara filen som UTF-8."), "what to do");
    });
    await holds("a file that cannot be read is one problem among the others, and is not waited for", () => {
        const folder = course("rör", {"kurs.sv.md": TOP + "## A\ntyp: info\n"});
        spawnSync("mkfifo", [join(folder, "kurs.en.md")]);
        symlinkSync("kurs.fi.md", join(folder, "kurs.fi.md"));
        equal(told(folder), [join(folder, "kurs.en.md") + ":0 bad_input", join(folder, "kurs.fi.md") + ":0 bad_input", join(folder, "kurs.sv.md") + ":4 time_missing"], "the problems");
    });
    await holds("a host that is given the folder above says which courses there are, and begins no register", () => {
        const register = place.path("new.iderum");
        const done = place.run(["host", "--register", register, "--course", place.path("kurser")]);
        check(done.status === 1 && done.err.includes(place.path("kurser", "ett")) && done.err.includes("Ange en av dem"), done.err);
        check(!existsSync(register), "a register was begun");
    });
});
