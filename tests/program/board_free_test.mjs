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

/// The first page in grey: the darkest px around a point given in pt.
function darkest_on(file, to) {
    const scale = 2;
    execFileSync("pdftoppm", ["-gray", "-r", String(72 * scale), "-f", "1", "-l", "1", "-singlefile", file, to]);
    const bytes = readFileSync(to + ".pgm");
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString("latin1", 0, 40));
    const width = Number(head[1]), height = Number(head[2]);
    const dark = (x, y) => {
        let least = 255;
        for (const dy of [-1, 0, 1]) {
            for (const dx of [-1, 0, 1]) least = Math.min(least, bytes[head[0].length + (Math.floor(y * scale) + dy) * width + Math.floor(x * scale) + dx]);
        }
        return least;
    };
    return {dark, width: width / scale, height: height / scale};
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
    await holds("a sheet of a poster is marked where to cut it, and where its neighbour is laid over it", () => {
        const {dark, width, height} = darkest_on(save("--pdf", "marked.pdf", "--size", "A4", "--tiles"), place.path("marked"));
        const mm = 72 / 25.4, foot = 20, margin = 10 * mm, overlap = 10 * mm;
        const left = margin, top = margin, right = width - margin, bottom = height - margin - foot;
        for (const [x, y] of [[left, top - 6], [right, top - 6], [left, bottom + 6], [right, bottom + 6], [left - 6, top], [right + 6, top], [left - 6, bottom], [right + 6, bottom]]) check(dark(x, y) < 160, "no mark at " + x + ", " + y);
        // Half as long, above and below the edge of the sheet to its right.
        for (const y of [top - 4, bottom + 4]) check(dark(right - overlap, y) < 160, "nothing tells where the neighbour lies, at " + y);
        for (const y of [top - 8, bottom + 8]) check(dark(right - overlap, y) > 240, "it is as long as a mark to cut at");
        for (const [x, y] of [[(left + right) / 2, top - 6], [left - 6, (top + bottom) / 2]]) check(dark(x, y) > 240, "something at " + x + ", " + y);
        const plain = darkest_on(save("--pdf", "plain.pdf", "--size", "A4"), place.path("plain"));
        check(plain.dark(margin, margin - 6) > 240, "one sheet by itself is not cut");
    });
    await holds("a PDF is read aloud frame by frame, each with what lies in it, and its lines say what they join", () => {
        const pdf = pdf_of(save("--pdf", "read.pdf"));
        const at = (words) => {
            const found = pdf.parts.indexOf(words);
            check(found >= 0, words + " is not in " + pdf.parts);
            return found;
        };
        const order = ["Aktörskarta", "Nära föreningen", "Samira, kassör", "I kommunen", "Vaktmästaren", "Runt omkring", "Butiken som ger", "frågar om lokal"];
        equal([...order].sort((a, b) => at(a) - at(b)), order, "order in which it is read");
        for (const words of ["leder till", "orsakar", "till Ekonomi"]) check(pdf.bytes.includes(words), words + " is said of no line");
    });
    await holds("boards of a session have headings, a table of contents and their language too", () => {
        place.must("--lang", "sv", "board", "export", file, "rita-resan", "--pdf", place.path("told.pdf"));
        const pdf = pdf_of(place.path("told.pdf"));
        check(/Tagged: +yes/.test(pdf.about), pdf.about);
        for (const part of ["H1", "H2", "P", "Figure"]) check(new RegExp("^ +" + part + "( |$)", "m").test(pdf.parts), part + " is not in " + pdf.parts);
        check(/\/Lang ?\(sv\)/.test(pdf.bytes) && pdf.bytes.includes("/Outlines"), "language, table of contents");
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
        const ran = place.run(["board", "export", file, "rita-resan", "--pdf", place.path("x.pdf"), "--tiles"]);
        check(ran.status === 1 && ran.err.includes("--tiles"), ran.err);
        check(!existsSync(place.path("x.pdf")), "x.pdf was written");
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
