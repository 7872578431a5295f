// ctest: 60 s
// What can be said of the pages without a browser: the language old devices know, the size, the texts.
import assert from "node:assert/strict";
import {readFileSync, readdirSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {test} from "node:test";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {page_texts, parse_po} from "./po.mjs";
import {need} from "./standin.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ASSETS = join(HERE, "../../assets/tablet");
const LANG = join(HERE, "../../assets/lang/page.d");

function scripts(folder = ASSETS) {
    const found = [];
    for (const entry of readdirSync(folder, {withFileTypes: true})) {
        if (entry.isDirectory()) found.push(...scripts(join(folder, entry.name)));
        else if (entry.name.endsWith(".js")) found.push(join(folder, entry.name));
    }
    return found;
}

/// A script and all it imports.
function reached(file, seen = new Set()) {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const [, path] of readFileSync(file, "utf8").matchAll(/^(?:import|export) .*from "([^"]+)";$/gm)) reached(join(dirname(file), path), seen);
    return seen;
}

test("every script is ES2017, which old iPads and Androids know", () => {
    const acorn = need("acorn");
    for (const file of scripts()) {
        try {
            acorn.parse(readFileSync(file, "utf8"), {ecmaVersion: 2017, sourceType: "module"});
        } catch (fault) {
            assert.fail(relative(ASSETS, file) + ": " + fault.message);
        }
        assert.doesNotMatch(readFileSync(file, "utf8").replace(/\/\/.*$/gm, ""), /replaceChildren|\.flat\(\)|\.flatMap|fromEntries|randomUUID|matchAll|replaceAll|\.at\(|allSettled|trimStart|trimEnd/, relative(ASSETS, file));
    }
});

test("no page asks for anything outside the host, and none needs inline script or style", () => {
    for (const file of ["index.html", "remote.html", "audience.html"]) {
        const html = readFileSync(join(ASSETS, file), "utf8");
        assert.doesNotMatch(html, /https?:|\/\/[a-z]/, file);
        assert.doesNotMatch(html, / style=| on[a-z]+=|<style|<script(?![^>]*src=)/, file);
    }
    for (const file of readdirSync(ASSETS).filter((one) => one.endsWith(".css"))) assert.doesNotMatch(readFileSync(join(ASSETS, file), "utf8"), /@import|url\(/, file);
    for (const file of scripts()) assert.doesNotMatch(readFileSync(file, "utf8").replace("http://www.w3.org/2000/svg", ""), /["'`]https?:\/\/[a-z]/, relative(ASSETS, file));
});

test("the tablet's first load is below 60 kB compressed, in every language", () => {
    for (const language of ["sv", "en"]) {
        const files = [join(ASSETS, "index.html"), join(ASSETS, "base.css"), join(ASSETS, "tablet.css"), join(ASSETS, "icon.svg"), ...reached(join(ASSETS, "app.js"))];
        const bytes = files.map((file) => gzipSync(readFileSync(file)).length).concat(gzipSync(JSON.stringify(page_texts(LANG, language))).length);
        const sum = bytes.reduce((all, one) => all + one, 0);
        console.log("first load " + language + ": " + sum + " bytes in " + bytes.length + " files");
        assert.ok(sum < 60 * 1024, sum + " bytes");
    }
});

test("what comes later with a vote is fetched whole before it is used, and asks for nothing else", () => {
    const first = reached(join(ASSETS, "app.js"));
    const later = Array.from(reached(join(ASSETS, "votes.js"))).filter((file) => !first.has(file)).map((file) => relative(ASSETS, file));
    const [, top, screens] = /FILES = \[(.*?)\]\.concat\(\[([^\]]*)\]/s.exec(readFileSync(join(ASSETS, "later.js"), "utf8"));
    const names = (list) => Array.from(list.matchAll(/"([^"]+)"/g), (one) => one[1]);
    assert.deepEqual(names(top).concat(names(screens).map((one) => "screens/" + one + ".js")).filter((one) => one.endsWith(".js")).sort(), later.sort());
});

test("every text the pages ask for is there in Swedish and English, with the same blanks", () => {
    const swedish = page_texts(LANG, "sv", null);
    const english = page_texts(LANG, "en", null);
    assert.deepEqual(Object.keys(swedish).sort(), Object.keys(english).sort());
    const blanks = (text) => (text.match(/\{\w+\}/g) || []).sort().join();
    for (const key of Object.keys(swedish)) {
        // "En lapp skickad": one may be a word.
        if (!key.endsWith("_one")) assert.equal(blanks(swedish[key]), blanks(english[key]), key);
    }
    for (const file of scripts()) {
        const text = readFileSync(file, "utf8");
        for (const [, key] of text.matchAll(/[^a-zA-Z_.]t\("([^"]+)"[,)]/g)) assert.ok(key in swedish, relative(ASSETS, file) + ": " + key);
        for (const [, key] of text.matchAll(/[^a-zA-Z_.]tn\("([^"]+)"[,)]/g)) assert.ok(key + "_one" in swedish && key + "_other" in swedish, relative(ASSETS, file) + ": " + key);
        for (const [, one, two] of text.matchAll(/[^a-zA-Z_.]t\([^()"]*(?:\([^()]*\))?[^()"]*\? "([^"]+)" : "([^"]+)"/g)) assert.ok(one in swedish && two in swedish, relative(ASSETS, file) + ": " + one + ", " + two);
    }
});

test("no text is left that nothing asks for", () => {
    const code = scripts().map((file) => readFileSync(file, "utf8")).join("\n");
    const made = [/^error\./, /^number\./, /^method\./, /^phase\./, /^held\./, /^feeling\./, /^agreement\./, /^agenda\./, /^spoken\./, /^colour\./, /^votes\.state_/, /^vote\.help_/, /^audience\.(help_|step)/,
        /^write\.send_/, /^offline\.kind_/, /^journey\./, /^scale\./, /^later\./, /^matrix\./, /^fist\./, /^spread\./, /^result\.broken_/];
    const ours = Object.assign({}, ...["tablet", "remote", "audience", "votes"].map((topic) => parse_po(readFileSync(join(LANG, topic + ".sv.po"), "utf8"))));
    for (const key of Object.keys(ours)) {
        if (made.some((one) => one.test(key))) continue;
        assert.ok(code.includes("\"" + key.replace(/_(one|other)$/, "") + "\"") || code.includes("\"" + key + "\""), key);
    }
});
