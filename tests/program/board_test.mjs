// Boards of sessions, from the register to paper and picture.
import {execFileSync} from "node:child_process";
import {lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";

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
