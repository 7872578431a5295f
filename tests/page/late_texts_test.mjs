// ctest: 90 s
// What comes later is used when all of it is here: nobody reads the name of a text.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";

/// The texts of all that comes later stay on their way until the page is told to let them in; remembers every name that is seen.
const HOLD = `(() => {
    const plain = window.fetch;
    const held = [];
    window.let_in = () => held.splice(0).forEach((go) => go());
    window.fetch = (url, ...more) => /lang\\/(votes|photo|follow)\\./.test(url) && !window.open_now ? new Promise((done) => held.push(() => done(plain(url, ...more)))) : plain(url, ...more);
    window.names = [];
    const look = () => {
        const seen = document.body && Array.from(document.body.querySelectorAll("*")).flatMap((one) => [...Array.from(one.childNodes).filter((node) => node.nodeType === 3).map((node) => node.data), one.getAttribute("aria-label") || ""]);
        for (const words of seen || []) if (/^[a-z_]+\\.[a-z_.-]+$/.test(words.trim())) window.names.push(words);
    };
    new MutationObserver(look).observe(document, {childList: true, subtree: true, characterData: true, attributes: true});
})()`;

async function with_late_texts(scene, deed) {
    const host = await start_standin({scene});
    const browser = await open_browser("chromium");
    const page = await browser.page();
    await page.back.page.evaluateOnNewDocument(HOLD);
    await page.open(host.url + "/?k=K7QP2M");
    await page.click("@join");
    await page.wait_gone("@join");
    await deed(page, host);
    assert.deepEqual(await page.run("() => window.names"), []);
    assert.deepEqual(page.back.faults, []);
}

const script_is_here = (page, name) => page.wait_until("(name) => performance.getEntriesByType('resource').some((one) => one.name.endsWith('/assets/' + name) && one.initiatorType !== 'fetch')", [name]);

person_test("a vote whose screen is here before its texts is said to be coming until they are here", {within_s: 60}, () => with_late_texts("vote_score", async (page) => {
    await script_is_here(page, "votes.js");
    await page.wait_for("text=Hämtar …");
    await new Promise((done) => setTimeout(done, 700));  // the page draws twice a second
    assert.equal(await page.exists("@option-i1"), false);
    await page.run("() => window.let_in()");
    await page.wait_for("@option-i1");
}));

person_test("a photo can be added when the words for it are here", {within_s: 60}, () => with_late_texts("write", async (page) => {
    await script_is_here(page, "photo.js");
    await new Promise((done) => setTimeout(done, 700));
    await page.run("() => window.let_in()");
    await page.wait_for("text=Välj en bild");
}));

person_test("texts that came to be needed while another language was on its way are in it too", {within_s: 60}, () => with_late_texts("write", async (page) => {
    const said = await page.run(`async () => {
        const i18n = await import("/sources/i18n.js");
        const plain = window.fetch;
        window.open_now = true;
        let first = true;
        window.fetch = (...given) => {
            if (first) i18n.need_texts("votes");
            first = false;
            return plain(...given);
        };
        await i18n.use_language("fi", "/assets/");
        window.fetch = plain;
        window.let_in();
        return [i18n.t("score.none"), i18n.t("skip")];
    }`);
    assert.ok(said[0] !== "score.none" && said[1] === "Siirry sisältöön", said.join());
}));
