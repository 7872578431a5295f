// One small way to drive a page, over three engines: Chromium and Firefox by puppeteer-core, WebKitGTK by WebDriver.
//
//   const browser = await open_browser("chromium");             // or "firefox", "webkit"
//   const page = await browser.page({width: 820, height: 1180}); // its own storage, as a device of its own
//   await page.open(url); await page.type("@name", "Tove"); await page.click("@join");
//   await page.wait_for("@note-text"); await page.screenshot("build/screens/write.png");
//
// A place is "@id" for [data-id="id"], "text=words" for an element holding the words, or a CSS selector. Every waiting
// has a deadline (10 s unless told) and fails with the place and the page's title. Browsers and proxies close with the
// test that opened them (opened.mjs). README.md lists the data-ids.
import {mkdirSync} from "node:fs";
import {dirname} from "node:path";
import {start_proxy} from "./proxy.mjs";

export const PATIENCE_MS = 10000;

export async function open_browser(engine, options = {}) {
    if (engine === "webkit") return (await import("./driver_webdriver.mjs")).open_webkit(options);
    return (await import("./driver_puppeteer.mjs")).open_puppeteer(engine, options);
}

/// In the page: the first visible element at a place, or null.
export const FIND = `(place) => {
    const visible = (el) => !!(el.offsetWidth || el.offsetHeight || el.getClientRects().length);
    if (place.startsWith("text=")) {
        const words = place.slice(5);
        const all = Array.from(document.querySelectorAll("h1,h2,h3,p,span,button,li,label,div,td,strong,summary"));
        const found = all.filter((el) => visible(el) && el.textContent.replace(/\\s+/g, " ").includes(words));
        return found.length ? found[found.length - 1] : null;
    }
    const selector = place.startsWith("@") ? "[data-id=" + JSON.stringify(place.slice(1)) + "]" : place;
    const all = Array.from(document.querySelectorAll(selector));
    return all.find(visible) || all[0] || null;
}`;

/// What both back ends share. A back end gives: run(source, ...args) in the page, goto, keys, press, click, capture, close,
/// and is_closed: what waits on a closed page waits no longer.
export class Page {
    constructor(back, options) {
        this.back = back;
        this.options = options;
        this.proxy = null;
    }

    /// Opens an address. With `options.network` all traffic goes through this page's own proxy, so that `offline` works.
    async open(url) {
        const address = new URL(url);
        if (this.options.network) {
            if (!this.proxy) this.proxy = await start_proxy(Object.assign({host: address.hostname, port: Number(address.port)}, this.options.network === true ? {} : this.options.network));
            address.hostname = "127.0.0.1";
            address.port = String(this.proxy.port);
        }
        // Chromium is told its language; the others get it in the address.
        if (this.back.says_language && /^\/(remote|audience)?$/.test(address.pathname)) address.searchParams.set("lang", this.options.language || "sv");
        await this.back.goto(address.href);
    }

    /// Calls a function, given as source text, in the page.
    run(source, ...args) {
        return this.back.run(source, ...args);
    }

    exists(place) {
        return this.run(`(place) => !!(${FIND})(place)`, place);
    }

    count(selector) {
        const css = selector.startsWith("@") ? "[data-id='" + selector.slice(1) + "']" : selector;
        return this.run("(css) => document.querySelectorAll(css).length", css);
    }

    async text(place) {
        await this.wait_for(place);
        return this.run(`(place) => { const el = (${FIND})(place); return el ? el.textContent.replace(/\\s+/g, " ").trim() : ""; }`, place);
    }

    async value(place) {
        await this.wait_for(place);
        return this.run(`(place) => (${FIND})(place).value`, place);
    }

    async attribute(place, name) {
        await this.wait_for(place);
        return this.run(`(place, name) => (${FIND})(place).getAttribute(name)`, place, name);
    }

    /// Waits until `source`, a function's text, gives something true in the page; returns it.
    async wait_until(source, args = [], {timeout = PATIENCE_MS, what = source} = {}) {
        const end = Date.now() + timeout;
        for (;;) {
            let found = null;
            try {
                found = await this.run(source, ...args);
            } catch (moved) {
                if (Date.now() > end || this.back.is_closed()) throw moved;
            }
            if (found) return found;
            if (Date.now() > end) throw new Error("waited " + timeout + " ms for " + what + " on “" + (await this.run("() => document.title + ' | ' + ((document.querySelector(\"h1\") || {}).textContent || '')").catch(() => "?")) + "”");
            await new Promise((done) => setTimeout(done, 40));
        }
    }

    wait_for(place, options = {}) {
        return this.wait_until(`(place) => !!(${FIND})(place)`, [place], Object.assign({what: place}, options));
    }

    wait_gone(place, options = {}) {
        return this.wait_until(`(place) => !(${FIND})(place)`, [place], Object.assign({what: "no " + place}, options));
    }

    wait_for_text(place, words, options = {}) {
        return this.wait_until(`(place, words) => { const el = (${FIND})(place); return !!el && el.textContent.includes(words); }`, [place, words],
            Object.assign({what: place + " with “" + words + "”"}, options));
    }

    /// Presses what is there, once it can be pressed. Hidden radio buttons are pressed by their label.
    async click(place, options = {}) {
        await this.wait_until(`(place) => { const el = (${FIND})(place); return !!el && el.getAttribute("aria-disabled") !== "true" && !el.disabled; }`, [place], Object.assign({what: place + " to press"}, options));
        await this.stands_still(place, options);
        await this.back.click(place);
    }

    /// Waits until a place has stayed where it is: what moves is pressed beside, by people too.
    async stands_still(place, options = {}) {
        const where = `(place) => { const el = (${FIND})(place); if (!el) return null; el.scrollIntoView({block: "center"}); const box = el.getBoundingClientRect(); return [box.x, box.y, box.width, box.height].join(); }`;
        const end = Date.now() + (options.timeout || PATIENCE_MS);
        let before = null;
        for (;;) {
            const now = await this.run(where, place).catch(() => null);
            if (now && now === before) return;
            if (Date.now() > end || this.back.is_closed()) throw new Error("waited for " + place + " to stand still");
            before = now;
            await new Promise((done) => setTimeout(done, 50));
        }
    }

    /// Puts text where it is written, as from a keyboard.
    async type(place, text) {
        await this.wait_for(place);
        await this.run(`(place) => { const el = (${FIND})(place); el.scrollIntoView({block: "center"}); el.focus(); }`, place);
        await this.back.keys(text);
    }

    /// Chooses in a list.
    async choose(place, value) {
        await this.wait_for(place);
        await this.run(`(place, value) => { const el = (${FIND})(place); el.value = value; el.dispatchEvent(new Event("change", {bubbles: true})); }`, place, value);
    }

    /// One key: "Tab", "Shift+Tab", "Enter", "Space", "ArrowRight", "Escape", or a character.
    press(key) {
        return this.back.press(key);
    }

    /// What has the keyboard now: its data-id, or its tag.
    focused() {
        return this.run("() => { const el = document.activeElement; const named = el && el.closest('[data-id]'); return el ? el.getAttribute('data-id') || (named ? named.getAttribute('data-id') : el.tagName.toLowerCase()) : ''; }");
    }

    /// Tabs until an element has the keyboard; fails after `most` steps.
    async tab_to(id, most = 60) {
        for (let i = 0; i < most; ++i) {
            if ((await this.focused()) === id) return i;
            await this.press("Tab");
        }
        throw new Error("the keyboard does not reach " + id);
    }

    async screenshot(file) {
        mkdirSync(dirname(file), {recursive: true});
        await this.back.capture(file);
    }

    /// Cuts this page's network, or gives it back. Needs `network` when the page was made.
    async offline(on) {
        if (!this.proxy) throw new Error("offline needs a page with {network: true}");
        this.proxy.offline(on);
        await this.run("(name) => window.dispatchEvent(new Event(name))", on ? "offline" : "online");
    }

    async reload() {
        await this.back.reload();
    }

    /// Faults that axe-core finds: ["rule: place", …]; empty is good. What moves comes to rest first: a sheet that is
    /// still fading in has the contrast of neither what was nor what comes.
    async axe(source, options = {}) {
        await this.back.inject(source);
        await this.back.run_async("(done) => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))).then(() => done(true))");
        return this.back.run_async("(options, done) => axe.run(document, options).then((found) => done(found.violations.map((one) => one.id + \": \" + one.nodes.slice(0, 3).map((node) => node.target.join(\" \")).join(\", \"))), (error) => done([\"axe: \" + error.message]))",
            Object.assign({resultTypes: ["violations"]}, options));
    }

    async close() {
        await this.back.close();
        if (this.proxy) await this.proxy.close();
    }
}
