// ctest: 180 s
// Free boards, from the register to paper, picture and list.
import {execFileSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";

const A = {A4: 842, A3: 1191, A2: 1684, A1: 2384, A0: 3370};  // longer sides, pt

function pdf_of(file) {
    const about = execFileSync("pdfinfo", [file]).toString();
    const size = /Page size: +([\d.]+) x ([\d.]+)/.exec(about);
    return {
        about,
        pages: Number(/Pages: +(\d+)/.exec(about)[1]),
        long: Math.max(Number(size[1]), Number(size[2])),
        text: execFileSync("pdftotext", ["-layout", file, "-"]).toString(),
        parts: execFileSync("pdfinfo", ["-struct-text", file]).toString(),
        bytes: readFileSync(file).toString("latin1"),
    };
}

function png_size(file) {
    const bytes = readFileSync(file);
    equal([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47], file);
    return {width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20)};
}

await program("board_free", async (place) => {
    const file = place.path("lindasa.iderum");
    place.must("demo", file, "--seed", "3", "--now", "2026-05-01");
    const {boards, free_boards: free} = JSON.parse(place.must("board", "list", file, "--json"));
    const save = (what, to, ...more) => {
        place.must("--lang", "sv", "board", "export", file, "aktorskarta", what, place.path(to), ...more);
        return place.path(to);
    };

    await holds("the list has the free board by its title, beside those of sessions", () => {
        equal(free.map((board) => board.board), ["aktorskarta"], "names");
        check(free[0].items > 20 && free[0].title === "Aktörskarta", JSON.stringify(free));
        equal(free[0].session, boards[0].session, "its session");
        const text = place.must("--lang", "sv", "board", "list", file);
        for (const words of ["Fria tavlor", "aktorskarta", "Aktörskarta"]) check(text.includes(words), text);
    });
    await holds("a PDF has its words, a table of contents of its frames, its language, and says what pictures show", () => {
        const pdf = pdf_of(save("--pdf", "karta.pdf"));
        equal(pdf.pages, 1, pdf.about);
        check(/Title: +Aktörskarta/.test(pdf.about), pdf.about);
        check(/Tagged: +yes/.test(pdf.about), pdf.about);
        for (const words of ["Aktörskarta", "Nära föreningen", "Samira", "vaktmästaren", "stängd dörr", "Lindåsa"]) check(pdf.text.toLowerCase().includes(words.toLowerCase()), words + " is not in " + pdf.text);
        check(/\/Lang ?\(sv\)/.test(pdf.bytes), "no language");
        equal((pdf.bytes.match(/\/Outlines/g) || []).length > 0, true, "table of contents");
        check((pdf.bytes.match(/\/Alt /g) || []).length >= 5, "pictures and stamps say what they are");
        check(pdf.parts.includes("Figure") && pdf.parts.includes("H2"), pdf.parts);
    });
    await holds("the paper is as asked for, on one page", () => {
        for (const [size, long] of Object.entries(A)) {
            const pdf = pdf_of(save("--pdf", size + ".pdf", "--size", size));
            equal(pdf.pages, 1, size);
            check(Math.abs(pdf.long - long) < 2, size + " is " + pdf.long + " pt");
        }
    });
    await holds("as tiles it is many pages that overlap, each with its letter", () => {
        const pdf = pdf_of(save("--pdf", "poster.pdf", "--size", "A4", "--tiles"));
        check(pdf.pages >= 4 && pdf.pages <= 12, "pages: " + pdf.pages);
        check(Math.abs(pdf.long - A.A4) < 2, "A4");
        for (const name of ["A1 · Aktörskarta", "A2 · Aktörskarta", "Sida 1 av " + pdf.pages]) check(pdf.text.includes(name), name + " is not in " + pdf.text);
    });
    await holds("an SVG is well-formed and has its words as text", () => {
        const svg = readFileSync(save("--svg", "karta.svg"), "utf8");
        execFileSync("xmllint", ["--noout", place.path("karta.svg")]);
        for (const words of [">Nära föreningen</text>", "xml:lang=\"sv\"", "<title>Aktörskarta</title>", "data:image/jpeg;base64,", "aria-label=\"En skylt på en dörr"]) check(svg.includes(words), words);
        equal(svg, place.must("--lang", "sv", "board", "export", file, "aktorskarta", "--svg", "-"), "the same again");
    });
    await holds("a PNG is as large as asked for, and a scale that is none is a mistake in the command", () => {
        const one = png_size(save("--png", "one.png", "--scale", "1"));
        const two = png_size(save("--png", "two.png", "--scale", "2"));
        check(Math.abs(two.width - 2 * one.width) <= 2 && Math.abs(two.height - 2 * one.height) <= 2, JSON.stringify([one, two]));
        const wrong = place.run(["board", "export", file, "aktorskarta", "--png", place.path("no.png"), "--scale", "9"]);
        check(wrong.status !== 0 && wrong.err.includes("9"), wrong.err);
        check(!existsSync(place.path("no.png")), "a picture was written");
    });
    await holds("a spreadsheet and JSON say what lies in what and what leads where", () => {
        const csv = readFileSync(save("--csv", "karta.csv"), "utf8");
        const row = csv.split("\r\n").find((line) => line.includes("frågar om lokal"));
        for (const words of ["Samira", "Bokningen", "leder till"]) check(row.includes(words), row);
        const content = JSON.parse(readFileSync(save("--json", "karta.json"), "utf8"));
        equal(content.title, "Aktörskarta", "title");
        equal(content.strokes, 1, "strokes");
        const by_text = (text) => content.items.find((item) => (item.text || "").startsWith(text));
        equal(by_text("Samira").frame, by_text("Nära föreningen").id, "its frame");
        equal(by_text("Samira").author, "Tove", "who wrote it");
        equal(by_text("Samira").stamps, ["heart"], "what is stamped on it");
        equal(by_text("frågar om lokal").to, by_text("Bokningen").id, "where it leads");
        check(content.items.every((item) => item.id && item.type), "each has an id and a kind");
    });
    await holds("it is found by its title and by the beginning of its id too", () => {
        for (const name of ["Aktörskarta", free[0].id, free[0].id.slice(0, 13)]) check(place.must("board", "export", file, name, "--json", "-").includes("Samira"), name);
        const ran = place.run(["board", "export", file, "ingen-karta", "--pdf", place.path("x.pdf")]);
        check(ran.status === 1 && ran.err.includes("aktorskarta") && ran.err.includes("rita-resan"), ran.err);
    });
    await holds("a board of a session is saved as SVG and on other paper, and says what only free boards have", () => {
        place.must("board", "export", file, "rita-resan", "--svg", place.path("resan.svg"), "--pdf", place.path("resan.pdf"), "--size", "A4");
        execFileSync("xmllint", ["--noout", place.path("resan.svg")]);
        check(readFileSync(place.path("resan.svg"), "utf8").includes("</text>"), "no words");
        check(Math.abs(pdf_of(place.path("resan.pdf")).long - A.A4) < 2, "A4");
        for (const wrong of [["--csv", "x.csv"], ["--json", "x.json"], ["--pdf", "x.pdf", "--tiles"]]) {
            const ran = place.run(["board", "export", file, "rita-resan", wrong[0], place.path(wrong[1]), ...wrong.slice(2)]);
            check(ran.status === 1 && ran.err.includes(wrong[2] || wrong[0]), ran.err);
            check(!existsSync(place.path(wrong[1])), wrong[1] + " was written");
        }
    });
    await holds("a size that is none is a mistake in the command, and nothing is written", () => {
        const ran = place.run(["board", "export", file, "aktorskarta", "--pdf", place.path("a9.pdf"), "--size", "A9"]);
        check(ran.status !== 0 && ran.err.includes("A4"), ran.err);
        check(!existsSync(place.path("a9.pdf")), "a9.pdf was written");
    });
    await holds("the register is not changed by any of it", () => {
        place.verify(file);
    });
});
