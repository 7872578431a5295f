// ctest: 180 s
// In languages that are written from the right: the page's own sentences run as the page does, whatever somebody's words in
// them begin with; numbers have one kind of digits; and the way past the head is in the reader's language.
import assert from "node:assert/strict";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {page_texts} from "./po.mjs";
import {revealed} from "./scenes.mjs";
import {start_standin} from "./standin.mjs";
import {open_poll, revealed_poll} from "./votes_scenes.mjs";

const LANG = join(dirname(fileURLToPath(import.meta.url)), "../../assets/lang/page.d");
const REVEALED = [revealed("dots"), ...["bradley-terry", "matrix", "mes", "irv", "approval"].map((method) => revealed_poll(method))];

async function with_page(language, deed, path = "/?k=K7QP2M") {
    const host = await start_standin({scene: "write"});
    const browser = await open_browser("chromium");
    const page = await browser.page({width: 390, height: 844, language, motion: "reduce"});
    await page.open(host.url + path);
    if (path.startsWith("/?k")) {
        await page.click("@join");
        await page.wait_gone("@join");
    }
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
}

async function vote_on(page, host, poll) {
    host.room.change = {polls: [poll]};
    host.show("result_" + (poll.method === "dots" ? "dots" : poll.method));
    await page.wait_until("(question) => Array.from(document.querySelectorAll('main p, main h1')).some((one) => one.textContent === question)", [poll.question]);
}

/// What is written from the right and runs from the left; and words of others that nothing keeps apart in such a sentence.
const ASTRAY = `() => Array.from(document.querySelectorAll("main h1, main h2, main h3, main p")).filter((one) => /[\\u0620-\\u06ff]/.test(one.textContent) && getComputedStyle(one).direction === "ltr"
    || /[\\u0620-\\u06ff]/.test(one.textContent) && Array.from(one.childNodes).some((node) => node.nodeType === 3 && /[a-z]{3} [a-z]{3}/i.test(node.data.replace(/\\u2068[^\\u2069]*\\u2069/g, "")))).map((one) => one.textContent)`;

for (const language of ["fa", "ar"]) {
    person_test("what a result says in " + language + " runs from the right, though it begins with a Swedish idea", {within_s: 60}, () => with_page(language, async (page, host) => {
        for (const poll of REVEALED) {
            await vote_on(page, host, poll);
            await page.wait_until("() => { const title = document.querySelector('[data-id=title]'); return getComputedStyle(title).direction === 'rtl' && !title.lang; }", [], {what: "the heading of " + poll.method});
            assert.deepEqual(await page.run(ASTRAY), [], poll.method);
        }
    }));
}

person_test("an Arabic idea in a Swedish sentence keeps its own direction, and a Swedish one needs nothing", {within_s: 60}, () => with_page("sv", async (page, host) => {
    const poll = revealed_poll("approval");
    poll.options[0] = Object.assign({}, poll.options[0], {label: "عرض القاعات (مجانا)"});
    await vote_on(page, host, poll);
    await page.wait_for_text("@title", "”\u2068عرض القاعات (مجانا)\u2069” fick flest ja");
    await vote_on(page, host, revealed_poll("approval"));
    await page.wait_for_text("@title", "”Smakråd i varje skola” fick flest ja");
}));

person_test("the big picture's result runs as its language does too", {within_s: 60}, () => with_page("ar", async (page, host) => {
    await page.wait_for("@audience");
    for (const poll of REVEALED) {
        await vote_on(page, host, poll);
        assert.deepEqual(await page.run(ASTRAY), [], poll.method);
    }
}, "/audience?k=K7QP2M"));

person_test("with two sorts of dots every idea stands beside its letter, at the side where one begins to read, short or long", {within_s: 60}, () => with_page("ar", async (page, host) => {
    host.show("criteria");
    await page.wait_for("@option-i1");
    const gaps = await page.run(`() => Array.from(document.querySelectorAll(".criteria .option-label")).map((one) => {
        const words = document.createRange();
        words.selectNodeContents(one.querySelector("[dir=auto]"));
        return Math.round(one.getBoundingClientRect().right - words.getBoundingClientRect().right);
    })`);
    assert.equal(gaps.length, 6);
    for (const gap of gaps) assert.ok(gap >= 0 && gap < 90, gaps.join());
}));

person_test("the number one gave on a scale stands first among what one reads of it, and its Swedish word keeps to itself", {within_s: 60}, () => with_page("ar", async (page, host) => {
    host.show("scale");
    await page.click("@option-5");
    await page.click("@send");
    await page.wait_for("@vote-saved");
    await page.wait_for_text(".summary", "5، \u2068Helt\u2069");
}));

person_test("a budget's money has the same digits as all other numbers of the page", {within_s: 90}, async () => {
    for (const language of ["fa", "ar"]) await with_page(language, async (page, host) => {
        host.room.change = {polls: [open_poll("mes")]};
        host.show("vote_mes");
        await page.wait_for("@option-i1");
        const text = await page.run("() => document.body.innerText");
        assert.match(text, /40[.,]000/, language);
        assert.doesNotMatch(text, /[\u0660-\u0669\u06f0-\u06f9]/, language);
    });
});

person_test("the way past the head is in the reader's language, on every page that has one", {within_s: 120}, async () => {
    const host = await start_standin({scene: "write"});
    const browser = await open_browser("chromium");
    for (const language of ["sv", "en", "fi", "ar", "fa", "so", "ti", "uk"]) {
        const page = await browser.page({language});
        for (const path of ["/?k=K7QP2M", "/remote", "/list", "/net"]) {
            await page.open(host.url + path + (path.includes("?") ? "&" : "?") + "lang=" + language);
            await page.wait_until("() => document.documentElement.classList.contains('ready')");
            const [words, own] = await page.run("() => [document.querySelector('.skip').textContent, document.documentElement.lang]");
            assert.equal(own, language, path);
            assert.equal(words, page_texts(LANG, language).skip, path + " " + language);
        }
        await page.close();
    }
});
