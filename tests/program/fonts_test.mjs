// A board is exported on a machine that lacks fonts: it says which packages to install, and never ends in the middle.
import {existsSync, readFileSync} from "node:fs";

import {check, equal, holds, program} from "./check.mjs";
import {fonts_without} from "./fonts.mjs";

await program("fonts", async (place) => {
    const file = place.path("lindasa.iderum");
    place.must("demo", file, "--seed", "3", "--now", "2026-05-01");
    const save = (fonts, board, what, to) => place.run(["--lang", "sv", "board", "export", file, board, what, place.path(to)], {env: {...place.env, FONTCONFIG_FILE: fonts}});

    await holds("without Inter it warns, names the package, and writes the board in other letters", () => {
        const fonts = fonts_without(place.folder, "Inter");
        for (const board of ["aktorskarta", "rita-resan"]) {
            const done = save(fonts, board, "--pdf", board + ".pdf");
            equal(done.status, 0, "exit status, and " + done.err);
            check(done.err.includes("Typsnitt saknas: Inter.") && done.err.includes("Installera: fonts-inter"), done.err);
            check(readFileSync(place.path(board + ".pdf")).toString("latin1").startsWith("%PDF-"), "no PDF");
        }
    });
    await holds("with all of them there it says nothing of fonts", () => {
        const done = place.run(["--lang", "sv", "board", "export", file, "aktorskarta", "--pdf", place.path("all.pdf")]);
        equal(done.status, 0, done.err);
        check(!done.err.includes("Typsnitt"), done.err);
    });
    await holds("without any font nothing is drawn: it says what to install, and no file is left", () => {
        const fonts = fonts_without(place.folder);
        for (const board of ["aktorskarta", "rita-resan"]) {
            for (const what of ["pdf", "svg", "png"]) {
                const done = save(fonts, board, "--" + what, "none." + what);
                equal(done.status, 1, board + " as " + what + ": " + done.err);
                for (const words of ["apt-get install", "fonts-inter", "fonts-noto-core"]) check(done.err.includes(words), done.err);
                check(!existsSync(place.path("none." + what)), what + " was written");
            }
        }
        equal(save(fonts, "aktorskarta", "--csv", "none.csv").status, 0, "a spreadsheet needs no fonts");
    });
});
