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
const BUILT = join(process.env.IDERUM_SHARE || join(HERE, "../../build/share/iderum"), "tablet");
const LANGUAGES = readdirSync(join(LANG, "..")).filter((name) => /^header\.\w+\.po$/.test(name)).map((name) => name.split(".")[1]);

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
    for (const path of imports(readFileSync(file, "utf8"))) reached(join(dirname(file), path), seen);
    return seen;
}

function imports(source) {
    const {body} = need("acorn").parse(source, {ecmaVersion: 2017, sourceType: "module"});
    return body.filter((one) => one.source).map((one) => one.source.value);
}

test("every script is ES2017, which old iPads and Androids know, also as the host serves it", () => {
    const acorn = need("acorn");
    for (const file of scripts(BUILT)) acorn.parse(readFileSync(file, "utf8"), {ecmaVersion: 2017, sourceType: "module"});
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
    for (const file of ["index.html", "remote.html", "audience.html", "net.html"]) {
        const html = readFileSync(join(ASSETS, file), "utf8");
        assert.doesNotMatch(html, /https?:|\/\/[a-z]/, file);
        assert.doesNotMatch(html, / style=| on[a-z]+=|<style|<script(?![^>]*src=)/, file);
    }
    for (const file of readdirSync(ASSETS).filter((one) => one.endsWith(".css"))) assert.doesNotMatch(readFileSync(join(ASSETS, file), "utf8").replace('@import "./base.css";', ""), /@import|url\(/, file);
    for (const file of scripts()) assert.doesNotMatch(readFileSync(file, "utf8").replace("http://www.w3.org/2000/svg", ""), /["'`]https?:\/\/[a-z]/, relative(ASSETS, file));
});

test("the tablet's first load is below 60 kB compressed and at most five files, in every language", () => {
    for (const language of LANGUAGES) {
        const files = ["index.html", "tablet.css"].map((name) => join(BUILT, name)).concat(...reached(join(BUILT, "app.js")));
        const bytes = files.map((file) => gzipSync(readFileSync(file)).length).concat(gzipSync(JSON.stringify(page_texts(LANG, language))).length);
        const sum = bytes.reduce((all, one) => all + one, 0);
        console.log("first load " + language + ": " + sum + " bytes in " + bytes.length + " files");
        assert.ok(sum < 60 * 1024, sum + " bytes");
        assert.ok(bytes.length <= 5, bytes.length + " files");
    }
});

test("what comes later is fetched whole before it is used, and asks for nothing else", () => {
    const first = reached(join(BUILT, "app.js"));
    const source = readFileSync(join(ASSETS, "later.js"), "utf8");
    const [, files] = /const FILES = \{([^}]*)\}/.exec(source);
    const whats = Array.from(files.matchAll(/(\w+): \[([^\]]*)\]/g), ([, what, listed]) => [what, Array.from(listed.matchAll(/"([^"]+)"/g), (one) => one[1])]);
    assert.ok(whats.length >= 2, files);
    for (const [what, listed] of whats) {
        const later = Array.from(reached(join(BUILT, what + ".js"))).filter((file) => !first.has(file)).map((file) => relative(BUILT, file));
        assert.deepEqual(listed.sort(), [what + ".css", ...later].sort(), what);
    }
});

test("every symbol that is asked for is drawn, and only those that point along the line of writing are turned with it", () => {
    const source = readFileSync(join(ASSETS, "icons.js"), "utf8");
    const [, lines] = /const LINES = \{([^]*?)\n\};/.exec(source);
    const drawn = Array.from(lines.matchAll(/^ {4}(\w+): \[/gm), (one) => one[1]);
    for (const file of scripts()) {
        for (const [, name] of readFileSync(file, "utf8").matchAll(/(?:\bicon\(|\bicon: |\b(?:notice|chip|tile)\("\w+", )"(\w+)"/g)) assert.ok(drawn.includes(name), relative(ASSETS, file) + ": " + name);
    }
    const [, turned] = /const TURNED = \[([^\]]*)\]/.exec(source);
    const names = Array.from(turned.matchAll(/"(\w+)"/g), (one) => one[1]);
    assert.deepEqual(names.filter((name) => !drawn.includes(name)), []);
    assert.deepEqual(["check", "clock", "text", "retry", "info"].filter((name) => names.includes(name)), []);
    assert.deepEqual(["back", "next", "send", "leave"].filter((name) => !names.includes(name)), []);
    for (const file of readdirSync(ASSETS).filter((one) => one.endsWith(".css"))) assert.doesNotMatch(readFileSync(join(ASSETS, file), "utf8"), /\.icon(?!\.turned)[^{},]*\{[^}]*scaleX/, file);
});

test("what is listed is parted as each language parts it", () => {
    const commas = LANGUAGES.map((language) => [language, page_texts(LANG, language, null).comma]);
    for (const [language, comma] of commas) assert.equal(comma, language === "ar" || language === "fa" ? "، " : language === "ti" ? "፣ " : ", ", language);
    for (const file of scripts()) assert.doesNotMatch(readFileSync(file, "utf8"), /\.join\(", "\)/, relative(ASSETS, file));
});

/// Plural forms that Swedish lacks.
function only_there(key, texts) {
    return /_(zero|two|few|many)$/.test(key) && key.replace(/_[a-z]+$/, "_other") in texts;
}

test("every text the pages ask for is there in every language, with the same blanks and the plural forms it needs", () => {
    const swedish = page_texts(LANG, "sv", null);
    const blanks = (text) => (text.match(/\{\w+\}/g) || []).sort().join();
    const [, offered] = /LANGUAGES = \[([^;]*)\];/.exec(readFileSync(join(ASSETS, "i18n.js"), "utf8"));
    assert.deepEqual(Array.from(offered.matchAll(/code: "(\w+)"/g), (one) => one[1]).sort(), LANGUAGES.slice().sort());
    for (const language of LANGUAGES) {
        const other = page_texts(LANG, language, null);
        assert.deepEqual(Object.keys(other).filter((key) => !only_there(key, other)).sort(), Object.keys(swedish).sort(), language);
        for (const key of Object.keys(swedish)) {
            // "En lapp skickad": one may be a word.
            if (!/_(one|two|zero)$/.test(key)) assert.equal(blanks(swedish[key]), blanks(other[key]), language + ": " + key);
            assert.ok(other[key].trim(), language + ": " + key);
            // Marks that turn the direction of what follows are for people's texts only.
            assert.doesNotMatch(other[key], /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/, language + ": " + key);
        }
        for (const key of Object.keys(swedish).filter((one) => one.endsWith("_other") && blanks(swedish[one]).includes("{count}"))) {
            const rules = new Intl.PluralRules(language);
            // Ukrainian says "one" also of 21.
            if (rules.select(21) === "one") assert.ok(other[key.replace(/other$/, "one")].includes("{count}"), language + ": " + key);
            for (const form of rules.resolvedOptions().pluralCategories) assert.ok(key.replace(/other$/, form) in other, language + ": " + key + ", " + form);
        }
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
        /^write\.send_/, /^offline\.kind_/, /^journey\./, /^scale\./, /^later\./, /^matrix\./, /^fist\./, /^spread\./, /^result\.broken_/, /^compare\.way_/, /^photo\.(take|choose)$/, /^tell\.ready_/, /^seats\.use_/, /^aloud\./];
    const ours = Object.assign({}, ...["tablet", "remote", "audience", "votes", "photo", "aloud", "follow", "board"].map((topic) => parse_po(readFileSync(join(LANG, topic + ".sv.po"), "utf8"))));
    for (const key of Object.keys(ours)) {
        if (made.some((one) => one.test(key))) continue;
        assert.ok(code.includes("\"" + key.replace(/_(one|other)$/, "") + "\"") || code.includes("\"" + key + "\""), key);
    }
});
