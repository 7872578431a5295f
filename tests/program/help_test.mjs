// Whatever `--help` names, commands and options, stands in a document.
import {readFileSync, readdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

import {check, holds, program} from "./check.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const documents = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md")).map((name) => join("docs", name)).concat("README.md");
const all = documents.map((name) => readFileSync(join(ROOT, name), "utf8")).join("\n");
const commands = readFileSync(join(ROOT, "docs/commands.md"), "utf8");

await program("help", async (place) => {
    /// Every command below `path`, with its options.
    const found = [];
    function walk(path) {
        const help = place.must("--lang", "en", ...path, "--help");
        const [, listed] = help.split(/^Commands:$/m);
        const options = Array.from(help.matchAll(/^ {2}(?:-h, )?(--[a-z-]+)/gm), ([, name]) => name).filter((name) => name !== "--help");
        const below = Array.from((listed || "").matchAll(/^ {2}([a-z]+) /gm), ([, name]) => name);
        found.push({path, options, below});
        for (const name of below) walk([...path, name]);
    }
    walk([]);

    await holds("the help names commands, and those that have some of their own", () => {
        check(found.length > 30, "only " + found.length);
        check(found.find(({path}) => path.join(" ") === "journal").below.includes("verify"), "journal verify");
        check(found.find(({path}) => path.join(" ") === "wall").options.includes("--inches"), "wall --inches");
    });
    await holds("every command stands in docs/commands.md", () => {
        const named = (word) => new RegExp("[`| ]" + word + "[`, ]").test(commands);
        const lacking = found.filter(({path}) => path.length > 0 && !named(path[path.length - 1])).map(({path}) => path.join(" "));
        check(lacking.length === 0, "not there: " + lacking.join(", "));
    });
    await holds("every option of every command stands in a document", () => {
        const told = (option) => new RegExp(option + "(?![a-z-])").test(all);
        const lacking = found.flatMap(({path, options}) => options.filter((option) => !told(option)).map((option) => path.concat(option).join(" ")));
        check(lacking.length === 0, "not there: " + lacking.join(", "));
    });
});
