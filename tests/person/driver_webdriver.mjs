// WebKitGTK (the engine nearest to iPads) behind driver.mjs: plain WebDriver to WebKitWebDriver, one process a page, so
// that each page is a device of its own. Starts its own X display when there is none.
import {spawn, spawnSync} from "node:child_process";
import {existsSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {FIND, Page, PATIENCE_MS} from "./driver.mjs";
import {opened} from "./opened.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const KEYS = {Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", Space: " ", Backspace: "\uE003", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015", Shift: "\uE008", Control: "\uE009"};

function mini_browser() {
    const places = process.env.MINIBROWSER ? [process.env.MINIBROWSER] : readdirSync("/usr/lib").filter((one) => one.includes("-linux-gnu")).map((one) => "/usr/lib/" + one + "/webkit2gtk-4.1/MiniBrowser");
    const found = places.find((one) => existsSync(one));
    if (!found) throw new Error("MiniBrowser is missing: install webkit2gtk-driver");
    return found;
}

/// Its own display: Xvfb picks a free number and tells it.
async function start_display() {
    if (process.env.DISPLAY) return process.env.DISPLAY;
    const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1400x24", "-nolisten", "tcp"], {stdio: ["ignore", "ignore", "ignore", "pipe"]});
    const stop = () => child.kill("SIGKILL");
    opened("the display", stop, stop);
    const number = await new Promise((done, failed) => {
        child.stdio[3].once("data", (text) => done(String(text).trim()));
        child.once("error", failed);
        child.once("exit", () => failed(new Error("Xvfb ended at once")));
    });
    return ":" + number;
}

function free_port() {
    return new Promise((done) => {
        const server = createServer();
        server.listen(0, "127.0.0.1", () => {
            const port = server.address().port;
            server.close(() => done(port));
        });
    });
}

const ANSWER_WITHIN_MS = 60000;  // a browser that hangs is told of, not waited for

async function ask(base, method, path, body) {
    const answer = await fetch(base + path, {method, signal: AbortSignal.timeout(ANSWER_WITHIN_MS), headers: {"content-type": "application/json"}, body: body === undefined ? undefined : JSON.stringify(body)});
    const value = (await answer.json()).value;
    if (!answer.ok) throw new Error("WebDriver " + path + ": " + (value && (value.message || value.error)));
    return value;
}

export async function open_webkit() {
    const display = await start_display();
    const open = new Set();
    return {
        engine: "webkit",
        async page(wanted = {}) {
            const back = await new_back(display, wanted);
            open.add(back);
            return new Page(back, wanted);
        },
        close: () => Promise.all(Array.from(open, (back) => back.close())),
    };
}

/// The browser that a driver has started.
function child_of(driver) {
    return readdirSync("/proc").find((pid) => {
        try {
            return /^\d+$/.test(pid) && readFileSync("/proc/" + pid + "/stat", "utf8").replace(/^.*\) /s, "").split(" ")[1] === String(driver);
        } catch (gone) {
            return false;
        }
    });
}

/// Its window becomes this narrow, whatever its tool bar wants; no window manager is there to object.
function resize_window(display, driver, width, height) {
    const xdotool = (...words) => spawnSync("xdotool", words.map(String), {env: Object.assign({}, process.env, {DISPLAY: display}), encoding: "utf8", timeout: PATIENCE_MS}).stdout.trim();
    const window = xdotool("search", "--onlyvisible", "--pid", child_of(driver)).split("\n").at(-1);
    xdotool("windowsize", "--sync", window, width, height);
}

async function new_back(display, wanted) {
    const port = await free_port();
    // A group of its own, for the driver's death does not end the browser that it started.
    const child = spawn("WebKitWebDriver", ["--port=" + port], {stdio: "ignore", detached: true, env: Object.assign({}, process.env, {DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: "1",
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LANG: "sv_SE.UTF-8", LANGUAGE: wanted.language || "sv"})});
    const kill = () => {
        try {
            process.kill(-child.pid, "SIGKILL");
        } catch (already_gone) {
            return;
        }
    };
    const base = "http://127.0.0.1:" + port;
    let at = null;
    let closed = false;
    const close = opened("WebKitWebDriver", async () => {
        closed = true;
        if (at) await ask(base, "DELETE", at).catch(() => null);
        kill();
    }, kill);
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
        try {
            await ask(base, "GET", "/status");
            break;
        } catch (not_yet) {
            if (Date.now() > end) throw not_yet;
            await new Promise((done) => setTimeout(done, 50));
        }
    }
    const session = await ask(base, "POST", "/session", {capabilities: {alwaysMatch: {"webkitgtk:browserOptions": {binary: mini_browser(), args: ["--automation"]}}}});
    at = "/session/" + session.sessionId;
    await ask(base, "POST", at + "/window/rect", {width: wanted.width || 820, height: wanted.height || 1180}).catch(() => null);
    const run = (source, args) => ask(base, "POST", at + "/execute/sync", {script: "return (" + source + ").apply(null, arguments)", args});
    const actions = (list) => ask(base, "POST", at + "/actions", {actions: [{type: "key", id: "keyboard", actions: list}]});
    return {
        faults: [], says_language: true, pictures: false,
        goto: (url) => ask(base, "POST", at + "/url", {url}),
        reload: () => ask(base, "POST", at + "/refresh", {}),
        run: (source, ...args) => run(source, args),
        run_async: (source, ...args) => ask(base, "POST", at + "/execute/async", {script: "const all = Array.from(arguments); (" + source + ").apply(null, all)", args}),
        inject: (source) => ask(base, "POST", at + "/execute/sync", {script: source + "; window.axe = typeof axe === 'undefined' ? window.axe : axe;", args: []}),
        async click(place) {
            for (const until = Date.now() + PATIENCE_MS;;) {
                // Where the box itself is see-through, its label is what people see and press.
                const element = await run(`(place) => {
                    const el = (${FIND})(place);
                    const seen = el && el.labels && el.labels.length && getComputedStyle(el).opacity === "0" ? el.labels[0] : el;
                    if (seen) seen.scrollIntoView({block: "center"});
                    return seen;
                }`, [place]);
                if (!element) throw new Error("nothing at " + place);
                try {
                    return await ask(base, "POST", at + "/element/" + element[ELEMENT] + "/click", {});
                } catch (refused) {
                    // A message that passes may lie over it; what stays there is a fault of the page.
                    if (!/intercepted|stale/.test(refused.message) || Date.now() > until) throw refused;
                }
            }
        },
        async keys(text) {
            // No key gives an emoji: it comes as from a picker. The driver would make a key event of each half of it, and
            // now and then loses one.
            for (const part of text.split(/([\u{10000}-\u{10FFFF}]+)/u).filter(Boolean)) {
                if (part.codePointAt(0) > 0xFFFF) {
                    await run(`(text) => document.execCommand("insertText", false, text)`, [part]);
                    continue;
                }
                const element = await ask(base, "GET", at + "/element/active");
                await ask(base, "POST", at + "/element/" + element[ELEMENT] + "/value", {text: part});
            }
        },
        async press(key) {
            const parts = key.split("+").map((one) => KEYS[one] || one);
            await actions(parts.map((value) => ({type: "keyDown", value})).concat(parts.slice().reverse().map((value) => ({type: "keyUp", value}))));
        },
        narrow: (width, height) => resize_window(display, child.pid, width, height),
        capture: async (file) => writeFileSync(file, Buffer.from(await ask(base, "GET", at + "/screenshot"), "base64")),
        close, is_closed: () => closed,
    };
}
