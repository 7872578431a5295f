// Reads gettext fragments as the build does: msgid "key", msgstr "text", lines may be continued.
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

export function parse_po(text) {
    const texts = {};
    let key = null;
    let target = "";
    for (const line of text.split("\n")) {
        const found = /^(msgid|msgstr)?\s*"(.*)"$/.exec(line.trim());
        if (!found) continue;
        const piece = JSON.parse("\"" + found[2] + "\"");
        if (found[1] === "msgid") {
            key = piece;
            target = "key";
        } else if (found[1] === "msgstr") {
            texts[key] = piece;
            target = "text";
        } else if (target === "key") {
            key += piece;
        } else {
            texts[key] += piece;
        }
    }
    return texts;
}

// As in cmake/assets.cmake.
const FILES = {page: ["tablet", "errors"], room: ["remote", "audience", "list", "new_vote"], votes: ["votes"], net: ["net"], photo: ["photo"], aloud: ["aloud"], follow: ["follow"], board: ["board"]};

/// The texts of a language in one of the files that pages fetch, from the fragments in `folder`; null is all fragments.
export function page_texts(folder, language, wanted = "page") {
    const texts = {};
    for (const file of readdirSync(folder).sort()) {
        if (!file.endsWith("." + language + ".po")) continue;
        if (wanted === null || FILES[wanted].includes(file.slice(0, file.indexOf(".")))) Object.assign(texts, parse_po(readFileSync(join(folder, file), "utf8")));
    }
    delete texts[""];
    return texts;
}
