// Boards of sessions, from the register to paper and picture.
import {execFileSync} from "node:child_process";
import {lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";

// The first level of a PDF's table of contents, in its order.
function chapters(file) {
    const objects = new Map();
    for (const part of readFileSync(file).toString("latin1").split("endobj")) {
        const begins = /(\d+) 0 obj/.exec(part);
        if (begins) objects.set(begins[1], part.slice(begins.index));
    }
    const leads = (part, key) => (new RegExp("/" + key + " (\\d+) 0 R").exec(part) || [])[1];
    const title = (part) => {
        const [, raw] = /\/Title (<[0-9a-fA-F]*>|\((?:\\[\s\S]|[^\\()])*\))/.exec(part);
        const plain = (text) => text.replace(/\\(\d{3}|[\s\S])/g, (_, sign) => (/\d/.test(sign) ? String.fromCharCode(parseInt(sign, 8)) : ({n: "\n", r: "\r", t: "\t", b: "\b", f: "\f"}[sign] || sign)));
        const bytes = raw[0] === "<" ? Buffer.from(raw.slice(1, -1), "hex") : Buffer.from(plain(raw.slice(1, -1)), "latin1");
        if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString("latin1");
        return Buffer.from(bytes.subarray(2)).swap16().toString("utf16le");
    };
    const root = [...objects.values()].find((part) => part.includes("/Outlines "));
    const titles = [];
    for (let at = leads(objects.get(leads(root, "Outlines")), "First"); at; at = leads(objects.get(at), "Next")) titles.push(title(objects.get(at)));
    return titles;
}

await program("board", async (place) => {
    const file = place.path("lindasa.iderum");
    place.must("demo", file, "--seed", "3", "--now", "2026-05-01");
    const {boards} = JSON.parse(place.must("board", "list", file, "--json"));

    await holds("the list has every board once, the newest session's by the block's name alone", () => {
        check(boards.length > 8, "boards: " + boards.length);
        equal(new Set(boards.map((board) => board.board)).size, boards.length, "names");
        for (const board of boards) {
            equal(board.board.includes("/"), board.session !== boards[0].session, board.board);
            check(board.notes + board.votes > 0, "an empty board: " + board.board);
        }
        const text = place.must("board", "list", file);
        for (const board of boards) check(text.includes(board.board), board.board);
    });
    await holds("every board can be saved as PDF and as PNG, in one go", () => {
        for (const [i, board] of boards.entries()) {
            const pdf = place.path("b" + i + ".pdf");
            const png = place.path("b" + i + ".png");
            place.must("board", "export", file, board.board, "--pdf", pdf, "--png", png);
            equal(readFileSync(pdf).subarray(0, 5).toString(), "%PDF-", board.board);
            equal([...readFileSync(png).subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47], board.board);
        }
    });
    await holds("a PDF's text is found again: title, phases, notes and results", () => {
        const pdf = place.path("resan.pdf");
        place.must("--lang", "sv", "board", "export", file, "rita-resan", "--pdf", pdf);
        const text = execFileSync("pdftotext", ["-layout", pdf, "-"]).toString();
        for (const words of ["Rita resan", "Lindåsa", "Före", "Efter", "Ringer kundcenter på", "Vad", "händer", "Eniga", "−1,7"]) check(text.includes(words), words + " is not in " + text);
    });
    await holds("the words are those of the language asked for", () => {
        const pdf = place.path("trip.pdf");
        place.must("--lang", "en", "board", "export", file, "rita-resan", "--pdf", pdf);
        const text = execFileSync("pdftotext", ["-layout", pdf, "-"]).toString();
        for (const words of ["Feeling", "Agreed", "−1.7"]) check(text.includes(words), words);
    });
    await holds("a session's board is saved as a spreadsheet and as JSON: its notes in their phases, and what a vote came to", () => {
        const [csv, json] = [place.path("resan.csv"), place.path("resan.json")];
        place.must("--lang", "sv", "board", "export", file, "rita-resan", "--csv", csv, "--json", json);
        const rows = readFileSync(csv, "utf8").split("\r\n");
        const step = rows.find((row) => row.includes("Ringer kundcenter"));
        check(step.startsWith("Lapp;") && /;(Före|Under|Efter);/.test(step), step);
        const felt = rows.filter((row) => row.startsWith("Resultat;"));
        check(felt.some((row) => row.includes(";-1,7;")), felt.join("\n"));
        const content = JSON.parse(readFileSync(json, "utf8"));
        equal(content.block, "rita-resan", "its block");
        const shown = boards.find((board) => board.board === "rita-resan");
        check(content.notes.length >= shown.notes && content.polls.length >= 1, JSON.stringify(content).slice(0, 400));
        check(content.phases.some((phase) => phase.label === "Före"), JSON.stringify(content.phases));
        check(content.notes.every((note) => note.id && note.type), "each has an id and a kind");
        equal(content.polls[0].result.rows.length, content.polls[0].options.length, "a row for each alternative");
    });
    await holds("persons are in the lists of the block about them", () => {
        const about = boards.find((board) => board.persons > 0);
        const content = JSON.parse(place.must("board", "export", file, about.board, "--json", "-"));
        check(content.persons.length > about.persons - 1 && content.persons[0].parts.length > 0, JSON.stringify(content.persons));
        check(place.must("--lang", "sv", "board", "export", file, about.board, "--csv", "-").includes("\r\nPerson;"), "a row for each");
    });
    await holds("a whole session is one PDF: its boards in their order, each with its entry in the table of contents", () => {
        const session = boards[0];
        const ours = boards.filter((board) => board.session === session.session);
        const pdf = place.path("passet.pdf");
        place.must("--lang", "sv", "board", "export", file, session.session_title, "--pdf", pdf);
        const about = execFileSync("pdfinfo", [pdf]).toString();
        check(about.includes(session.session_title), about);
        const bytes = readFileSync(pdf).toString("latin1");
        check(/\/Lang ?\(sv\)/.test(bytes), "no language");
        const text = execFileSync("pdftotext", [pdf, "-"]).toString().replace(/\s+/g, " ");
        let at = 0;
        for (const board of ours) {
            const next = text.indexOf(board.title.replace(/\s+/g, " "), at);
            check(next >= 0, board.title + " is not after what came before it");
            at = next;
        }
        check(text.includes("Aktörskarta"), "its free board is not there");
        equal(chapters(pdf).filter((title) => ours.some((board) => board.title === title)), ours.map((board) => board.title), "table of contents");
        const by_id = place.path("samma.pdf");
        place.must("--lang", "sv", "board", "export", file, session.session.slice(0, 18) + "/", "--pdf", by_id, "--size", "A4");
        const wide = Number(/Page size: +([\d.]+)/.exec(execFileSync("pdfinfo", [by_id]).toString())[1]);
        check(Math.abs(wide - 842) < 2, "A4 is " + wide + " pt");
    });
    await holds("a whole session is only a PDF, and nothing else is written", () => {
        for (const option of ["--svg", "--png", "--csv", "--json"]) {
            const ran = place.run(["board", "export", file, boards[0].session + "/", option, place.path("whole.x")]);
            check(ran.status === 1 && ran.err.includes(option), ran.err);
        }
        check(!readdirSync(place.path(".")).includes("whole.x"), "a file was written");
    });
    await holds("- is standard output, and nothing else comes there", () => {
        equal(place.must("board", "export", file, "rita-resan", "--pdf", "-").slice(0, 5), "%PDF-", "the beginning");
    });
    await holds("a board is found by the title that the list prints, when it is the only one", () => {
        const alone = boards.find((board) => boards.filter((other) => other.title === board.title).length === 1);
        equal(place.must("board", "export", file, alone.title, "--pdf", "-").slice(0, 5), "%PDF-", alone.title);
        const many = boards.find((board) => boards.filter((other) => other.title === board.title).length > 1);
        if (!many) return;
        const ran = place.run(["board", "export", file, many.title, "--pdf", "-"]);
        check(ran.status === 0 || ran.err.includes(many.board), ran.err);
    });
    await holds("an unknown board is answered with the boards there are", () => {
        const ran = place.run(["board", "export", file, "ritaresan", "--pdf", place.path("no.pdf")]);
        equal(ran.status, 1, ran.err);
        for (const board of boards) check(ran.err.includes(board.board), board.board + " is not in " + ran.err);
        check(!readdirSync(place.path(".")).includes("no.pdf"), "a file was written");
    });
    await holds("without a place to write to it is a mistake in the command", () => {
        const ran = place.run(["board", "export", file, "rita-resan"]);
        check(ran.status === 2 && ran.err.includes("--pdf"), ran.err);
    });
    await holds("the register is not changed by reading, and never replaced", () => {
        const before = readFileSync(file);
        for (const target of [file, place.path("link-to-register")]) {
            if (target !== file) symlinkSync(file, target);
            const ran = place.run(["board", "export", file, "rita-resan", "--pdf", target]);
            equal(ran.status, 1, ran.err);
        }
        check(before.equals(readFileSync(file)), "the register has changed");
        place.verify(file);
    });
    await holds("a folder is not replaced", () => {
        mkdirSync(place.path("folder"));
        const ran = place.run(["board", "export", file, "rita-resan", "--png", place.path("folder")]);
        check(ran.status === 1 && ran.err.includes("folder"), ran.err);
        check(statSync(place.path("folder")).isDirectory(), "the folder was replaced");
    });
    await holds("a link is followed: it stays, and what it points at is written", () => {
        writeFileSync(place.path("real.pdf"), "old");
        symlinkSync(place.path("real.pdf"), place.path("link.pdf"));
        place.must("board", "export", file, "rita-resan", "--pdf", place.path("link.pdf"));
        check(lstatSync(place.path("link.pdf")).isSymbolicLink(), "the link is gone");
        equal(readFileSync(place.path("real.pdf")).subarray(0, 5).toString(), "%PDF-", "what it points at");
    });
    await holds("where there is no folder the error names the place, and nothing is left behind", () => {
        const ran = place.run(["board", "export", file, "rita-resan", "--pdf", place.path("no/such/x.pdf")]);
        check(ran.status === 1 && ran.err.includes("x.pdf"), ran.err);
        check(!readdirSync(place.path(".")).some((name) => name.includes(".new-")), "a rest is left");
    });
    await holds("a register without sessions has no boards, and says so", () => {
        const list = place.path("one.csv");
        writeFileSync(list, "Titel;Beskrivning\nNyckelskåp;\n");
        const empty = place.path("empty.iderum");
        place.must("register", "import", empty, list);
        equal(JSON.parse(place.must("board", "list", empty, "--json")).boards, [], "boards");
        const ran = place.run(["board", "export", empty, "x", "--pdf", place.path("y.pdf")]);
        check(ran.status === 1, ran.err);
    });
});
