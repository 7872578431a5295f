// Chromium and Firefox ESR behind driver.mjs.
import {createRequire} from "node:module";
import {FIND, Page} from "./driver.mjs";
import {opened} from "./opened.mjs";

const puppeteer = createRequire(import.meta.url)("puppeteer-core");

const ENGINES = {
    chromium: {browser: "chrome", executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows"]},
    firefox: {browser: "firefox", executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr", args: ["-no-remote"]},
};

async function launch(engine, options) {
    return puppeteer.launch(Object.assign({headless: true, protocolTimeout: 60000}, ENGINES[engine], options.launch));
}

// Starting Chromium costs more than most tests do with it, and contexts share nothing: a file's tests share one, for as
// long as it answers.
let shared = null;
async function shared_chromium() {
    if (shared && (await shared).connected) return shared;
    shared = launch("chromium", {});
    const browser = await shared;
    opened("chromium of all tests", () => browser.close(), () => browser.process().kill("SIGKILL"), {for_all: true});
    return browser;
}

export async function open_puppeteer(engine, options) {
    const own = engine !== "chromium" || options.launch;
    const browser = own ? await launch(engine, options) : await shared_chromium();
    const contexts = [];
    const end = () => own ? browser.close() : Promise.all(contexts.map((one) => one.close().catch(() => null)));
    const close = opened(engine, end, () => browser.process().kill("SIGKILL"));
    return {
        engine,
        async page(wanted = {}) {
            const context = await browser.createBrowserContext();
            contexts.push(context);
            return new Page(await new_back(context, engine, wanted), wanted);
        },
        /// A second tab of the same device: the same storage.
        async tab_beside(page, wanted = page.options) {
            return new Page(await new_back(page.back.context, engine, wanted, true), wanted);
        },
        close,
    };
}

// Chromium's pages act at the same time. Firefox has one window with one focus, and what lies behind is not drawn: there
// a page comes to the front for each press, one page at a time. A page that was loaded anew in front has lost the focus
// and gets it back by going behind another and coming forward.
const queues = new WeakMap();
function in_front(engine, page, deed) {
    if (engine !== "firefox") return deed();
    const browser = page.browser();
    const mine = (queues.get(browser) || Promise.resolve()).then(() => take_focus(browser, page)).then(deed);
    queues.set(browser, mine.catch(() => null));
    return mine;
}

async function take_focus(browser, page) {
    await page.bringToFront();
    if (await page.evaluate("document.hasFocus()")) return;
    const other = (await browser.pages()).find((one) => one !== page);
    if (!other) return;
    await other.bringToFront();
    await page.bringToFront();
}

async function new_back(context, engine, wanted, is_second = false) {
    const page = await context.newPage();
    const faults = [];
    // Firefox calls a refused connection a fault of the page; without a network it is not.
    page.on("pageerror", (error) => /establish a connection|was interrupted/.test(error.message) || faults.push(error.stack || error.message));
    await page.setViewport({width: wanted.width || 820, height: wanted.height || 1180, deviceScaleFactor: wanted.zoom || 1});
    if (engine === "chromium") {
        await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: wanted.scheme || "light"}, {name: "prefers-reduced-motion", value: wanted.motion || "no-preference"}]);
        const language = wanted.language || "sv";
        await page.evaluateOnNewDocument((one) => Object.defineProperty(navigator, "languages", {get: () => [one]}), language);
    }
    return {
        context, page, faults, says_language: engine === "firefox",
        goto: (url) => page.goto(url, {waitUntil: "domcontentloaded"}),
        reload: () => page.reload({waitUntil: "domcontentloaded"}),
        run: (source, ...args) => page.evaluate("(" + source + ")(" + args.map((one) => JSON.stringify(one)).join(",") + ")"),
        run_async: (source, ...args) => page.evaluate("new Promise((done) => (" + source + ")(" + args.map((one) => JSON.stringify(one)).concat("done").join(",") + "))"),
        inject: (source) => page.evaluate(source),
        // A page that redraws may take away what was found before it is pressed; then it is found again.
        click: (place) => in_front(engine, page, async () => {
            for (let tries = 1; ; ++tries) {
                const handle = await page.evaluateHandle("(" + FIND + ")(" + JSON.stringify(place) + ")");
                const element = handle.asElement();
                if (!element) throw new Error("nothing at " + place);
                try {
                    await element.evaluate((el) => el.scrollIntoView({block: "center"}));
                    await element.click();
                    return;
                } catch (fault) {
                    if (tries === 3 || !/detached|not clickable/.test(fault.message)) throw new Error("could not press " + place + ": " + fault.message);
                } finally {
                    await handle.dispose().catch(() => null);
                }
            }
        }),
        keys: (text) => in_front(engine, page, () => page.keyboard.type(text)),
        press: (key) => in_front(engine, page, async () => {
            const parts = key.split("+");
            const last = parts.pop();
            for (const one of parts) await page.keyboard.down(one);
            await page.keyboard.press(last === "Space" && engine === "firefox" ? " " : last);
            for (const one of parts.reverse()) await page.keyboard.up(one);
        }),
        capture: (file) => in_front(engine, page, () => page.screenshot({path: file})),
        close: () => (is_second ? page.close() : context.close()),
        is_closed: () => page.isClosed() || !page.browser().connected,
    };
}
