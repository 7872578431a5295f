// `iderum template check` and `iderum template list`: what comes along is sound, and everything that is wrong in an
// author's own file is told with its line.
import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";

import {check, equal, holds, program} from "./check.mjs";
import {BIN} from "./host.mjs";

const TEMPLATES = process.env.IDERUM_SHARE ? join(process.env.IDERUM_SHARE, "templates") : join(dirname(BIN), "..", "share", "iderum", "templates");

await program("template", async (place) => {
    const told = (...paths) => JSON.parse(place.run(["template", "check", "--json", ...paths]).out).map((problem) => problem.file + ":" + problem.line + " " + problem.code);
    const own = place.path("register", "templates");
    mkdirSync(own, {recursive: true});
    const persona = readFileSync(join(TEMPLATES, "persona.toml"), "utf8");

    await holds("the templates that come along are found in their folder, and are sound", () => {
        const out = place.must("template", "check", TEMPLATES);
        check(/Mallar: 2\d\. Fel: 0\. Tips: 0\./.test(out), out);
    });
    await holds("every fault is told with file and line, and what to do", () => {
        const file = join(own, "fel.toml");
        writeFileSync(file, persona.replace('kind = "short"', 'kind = "shrot"').replace("size = [", "sise = ["));
        const done = place.run(["template", "check", file]);
        equal(done.status, 1, done.out);
        const line = persona.split("\n").findIndex((text) => text === 'kind = "short"') + 1;
        check(done.out.includes(file + ":4: fel: Nyckeln ”sise”") && done.out.includes("Menade du ”size”?"), done.out);
        check(done.out.includes(file + ":" + line + ": fel: ”shrot”") && done.out.includes("Mallar: 1. Fel: 3."), done.out);
        const english = place.run(["--lang", "en", "template", "check", file]);
        check(english.out.includes("There is no key “sise” here."), english.out);
    });
    await holds("a path that is none, a folder without a template and a file that is no text are told", () => {
        mkdirSync(place.path("tomt"));
        writeFileSync(place.path("bild.toml"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]));
        equal(told(place.path("ingen.toml"), place.path("tomt"), place.path("bild.toml")),
            [place.path("ingen.toml") + ":0 not_found", place.path("tomt") + ":0 no_template", place.path("bild.toml") + ":1 not_utf8"], "the problems");
        writeFileSync(place.path("stor.toml"), "#".repeat(300 * 1024));
        equal(told(place.path("stor.toml")), [place.path("stor.toml") + ":0 file_too_large"], "too large");
    });
    await holds("a municipality's own template is listed beside the others, and a faulty one is told", () => {
        writeFileSync(join(own, "var_egen.toml"), persona.replace('number = "T3"\n', "").replace('sv = "Persona"', 'sv = "Vår egen"'));
        const done = place.run(["template", "list", "--register", place.path("register", "r.iderum")]);
        equal(done.status, 0, done.err);
        check(/T2\s+stakeholder_map\s+Aktörskarta/.test(done.out) && /var_egen\s+Vår egen/.test(done.out), done.out);
        check(!/^\S*\s*fel\s/m.test(done.out) && done.err.includes(join(own, "fel.toml") + ":4:"), done.err);
        const {templates} = JSON.parse(place.must("template", "list", "--json", "--register", place.path("register", "r.iderum")));
        equal(templates.find((one) => one.name === "empathy_map").fields.map((field) => field.id), ["who", "says", "thinks", "does", "feels", "pains", "gains", "needs"], "fields");
        equal(templates[0].number, "T1", "in order");
    });
    await holds("each template is a picture when it is filled in, and paper when it is not", () => {
        // To be looked at: build/screens/templates.
        const pictures = process.env.IDERUM_BUILD ? join(process.env.IDERUM_BUILD, "screens", "templates") : place.path("pictures");
        mkdirSync(pictures, {recursive: true});
        for (const file of readdirSync(TEMPLATES).filter((one) => one.endsWith(".toml"))) {
            const name = file.slice(0, -5);
            place.must("template", "print", name, "--filled", "--png", join(pictures, name + ".png"));
            equal(readFileSync(join(pictures, name + ".png")).subarray(1, 4).toString("latin1"), "PNG", name);
        }
        place.must("template", "print", "var_egen", "--pdf", place.path("egen.pdf"), "--register", place.path("register", "r.iderum"));
        equal(readFileSync(place.path("egen.pdf")).subarray(0, 5).toString("latin1"), "%PDF-", "own");
        const pages = (...how) => {
            place.must("template", "print", "journey_map", "--pdf", place.path("resa.pdf"), ...how);
            return Number(/Pages: +(\d+)/.exec(execFileSync("pdfinfo", [place.path("resa.pdf")]).toString())[1]);
        };
        check(pages("--tiles") > pages("--size", "A1"), "a poster of many sheets");
    });
    await holds("the stakeholder map's table is the notes of its rings: on paper each is seen in both", () => {
        const svg = place.path("karta.svg");
        place.must("template", "print", "stakeholder_map", "--filled", "--svg", svg);
        const words = readFileSync(svg, "utf8");
        equal(words.split("Nämnden").length - 1, 2, "in a ring and in the table");
        for (const word of ["Marta", "Berörs på håll", "beslutsfattare", "Informera"]) check(words.includes(word), word);
        const map = readFileSync(join(TEMPLATES, "stakeholder_map.toml"), "utf8");
        writeFileSync(join(own, "karta.toml"), map.replace('"ring_3"]', '"ring_4"]'));
        const line = map.split("\n").findIndex((text) => text.startsWith("rows_of")) + 1;
        equal(told(join(own, "karta.toml")), [join(own, "karta.toml") + ":" + line + " rows_of_bad"], "a ring that is none");
    });
    await holds("a template that there is not, and a print without a target, are refused with what to do", () => {
        const unknown = place.run(["template", "print", "person", "--pdf", place.path("ingen.pdf")]);
        check(unknown.status === 1 && unknown.err.includes("persona") && !existsSync(place.path("ingen.pdf")), unknown.err);
        const nowhere = place.run(["template", "print", "persona"]);
        check(nowhere.status === 2 && nowhere.err.includes("--pdf"), nowhere.err);
    });
});
