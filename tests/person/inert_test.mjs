// ctest: 300 s
// What people write is text and nothing else: HTML, scripts, markup of ours, formulas, text that turns around and text that is not
// seen, in names and ideas. It stands as it was written on every page, on the wall, on paper and in the list, and does nothing there.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {go_to, remote_of, tablet_of} from "../program/client.mjs";
import {Host, Place} from "../program/host.mjs";
import {Screen, Wall} from "./display.mjs";
import {open_browser} from "./driver.mjs";
import {opened, person_test} from "./opened.mjs";

const BLOCK = "ideer-i-tysthet";
const SCREENS = join(process.env.IDERUM_BUILD || "build", "screens", "inert");

/// What is written, and what stands there: characters that turn text around or control something are gone, all else is kept.
const IDEAS = [
    ["<script>window.hacked = 1</script>"], ["<img src=x onerror=\"window.hacked = 1\">"], ["\"><svg onload=window.hacked=1>"], ["</textarea><b onclick=hacked>fet</b>"], ["&lt;i&gt; &amp;#x27; &nbsp;"],
    ["{{7*7}} ${7*7} <%= 7*7 %> [[Mall]]"], ["<span size=\"90000\" foreground=\"red\">stor</span>"], ["![bild](x) **fet** `kod` [länk](javascript:hacked)"], ["'; DROP TABLE idea; --"], ["%s %n %d {0} {text}"],
    ["=1+1"], ["+46 kronor"], ["-1+1"], ["@SUM(A1)"], ["=cmd|' /C calc'!A0"], ["a;b\"c\"|d"],
    ["Faktura\u202egnp.exe", "Fakturagnp.exe"], ["\u2066\u2067inringad\u2069\u2069", "inringad"], ["\u202dvänster\u202c", "vänster"],
    ["en\r\ntvå\ttre\u0007\u001b[31mröd", "en två tre[31mröd"], ["dold\u200bspringa", "doldspringa"], ["\u200fhöger\u200e", "höger"], ["fog\u2060ad \u00admjukt", "fogad \u00admjukt"], ["سلام <b>مرحبا</b> hej"], ["Z" + "\u0301".repeat(40) + "algo"], ["👩‍👩‍👧 familj 🏳️‍🌈"],
];
const UNSEEN = ["\u200b", "\u2060\u200d\ufeff", "\u202e\u2066", "\u00ad \u3164", "\u2800"];
const NAMES = [["<img src=x onerror=hacked=1>"], ["=1+1"], ["Åsa\u202eedon", "Åsaedon"], ["<b>Bo</b>&amp;"], ["\u200b\u2060", ""]];

const stands = (pair) => (pair.length === 1 ? pair[0] : pair[1]).normalize("NFC");
const written = IDEAS.map(stands);

/// What in a page could have come of it: scripts that ran, elements that nobody of us made.
const ALIVE = `() => ({ran: typeof window.hacked, elements: Array.from(document.querySelectorAll("[onerror],[onload],[onclick],img[src=x],script:not([src]),[size='90000'],a[href^=javascript],iframe,object")).map((one) => one.outerHTML.slice(0, 80))})`;
const NOTHING = {ran: "undefined", elements: []};

/// All of the texts stand on the page, letter by letter.
async function shows_all(page, texts, what) {
    await page.wait_until("(texts) => texts.every((text) => document.body.textContent.includes(text))", [texts], {what: what + " with every text", timeout: 20000}).catch(async (late) => {
        const missing = await page.run("(texts) => texts.filter((text) => !document.body.textContent.includes(text))", texts);
        throw new Error(late.message.slice(0, 60) + "; it lacks " + JSON.stringify(missing));
    });
    assert.deepEqual(await page.run(ALIVE), NOTHING, what);
    assert.deepEqual(page.back.faults, [], what);
    // The page itself puts a whole pair around somebody's words that run the other way.
    const unseen = await page.run("() => /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.textContent.replace(/\\u2068[^\\u202a-\\u202e\\u2066-\\u2069]*\\u2069/g, ''))");
    assert.equal(unseen, false, what + " has text that turns around");
    await page.screenshot(join(SCREENS, what + ".png"));
}

person_test("what people write does nothing on any page, on the wall, on paper or in the list", {within_s: 280}, async () => {
    const place = new Place("inert");
    const file = place.path("r.iderum");
    const host = await Host.start(place, file, ["--municipality", "Lindåsa"]);
    const stop = opened("the host", () => host.stop(), () => host.child.kill("SIGKILL"));
    const remote = await remote_of(host);
    const names = NAMES.map(stands).filter(Boolean);
    const tablets = await Promise.all(NAMES.map(([name]) => tablet_of(host, {name, show_name: true})));
    await go_to(remote, BLOCK);
    assert.deepEqual(tablets.map((tablet) => tablet.welcome.name), NAMES.map(stands), "names");

    await Promise.all(tablets.map(async (tablet, at) => {
        for (let i = at; i < IDEAS.length; i += tablets.length) await tablet.ask({t: "note", block: BLOCK, text: IDEAS[i][0], group: "", colour: "sol"});
    }));
    for (const [i, text] of UNSEEN.entries()) {
        const nak = await tablets[i % tablets.length].refused_when({t: "note", block: BLOCK, text, group: "", colour: "sol"});
        assert.equal(nak.code, "bad_input", JSON.stringify(text));
        assert.ok(nak.text.length > 10, nak.text);
    }
    await remote.until(() => remote.state.inbox.length === IDEAS.length, "the inbox");
    assert.deepEqual(remote.state.inbox.map((one) => one.text).sort(), written.slice().sort(), "what stands in the inbox");

    const browser = await open_browser("chromium");
    const trainer = await browser.page({width: 390, height: 844, motion: "reduce"});
    await trainer.open(host.remote_url);
    await trainer.wait_for("@pair");
    await trainer.type("@code", host.remote_code);
    await trainer.click("@pair");
    await trainer.wait_for("@inbox");
    await trainer.click("@inbox");
    await shows_all(trainer, written.concat(names), "the inbox");
    await trainer.click("@close-sheet");
    const held = remote.state.inbox.map((one) => one.note);
    for (const note of held) await remote.do("approve", {note, held_ok: true});

    await trainer.click("@wall");
    await shows_all(trainer, written, "the remote's wall");
    const audience = await browser.page({width: 1920, height: 1080, motion: "reduce"});
    await audience.open(host.audience_url);
    await shows_all(audience, written, "the audience");
    const tablet = await browser.page({width: 820, height: 1180, motion: "reduce", language: "ar"});
    await tablet.open(host.join_url);
    await tablet.wait_for("@join");
    await tablet.type("@name", "<img src=x onerror=window.hacked=1>");
    await tablet.click("@join");
    await tablet.wait_for("@note-text");
    await tablet.type("@note-text", "<script>window.hacked = 2</script>");
    await tablet.click("@send");
    await tablet.wait_until("() => Array.from(document.querySelectorAll('[data-id=own-note]')).some((one) => one.textContent.includes('<script>window.hacked = 2</script>'))", [], {what: "one's own note"});
    await remote.until(() => remote.state.inbox.length === 1, "it in the inbox");
    await remote.do("approve", {note: remote.state.inbox[0].note});
    await go_to(remote, "strack-pa-er");
    await tablet.wait_for("@wall");
    await tablet.click("@wall");
    await shows_all(tablet, written.concat(names), "a tablet's wall");
    const list = await browser.page({width: 820, height: 1180, motion: "reduce"});
    await list.open(host.origin + "/list");
    await list.wait_for("@pair");
    await list.type("@code", host.remote_code);
    await list.click("@pair");
    await shows_all(list, written, "the list");

    const all = written.concat(["<script>window.hacked = 2</script>"]);
    await stop();
    // On paper: the same letters, and nothing that a reader of PDF would follow or run.
    const pdf = place.path("board.pdf");
    place.must("board", "export", file, BLOCK, "--pdf", pdf, "--png", place.path("board.png"));
    const bytes = readFileSync(pdf).toString("latin1");
    for (const word of ["/JavaScript", "/JS ", "/OpenAction", "/Launch", "/URI", "/AA "]) assert.equal(bytes.includes(word), false, "the PDF has " + word);
    const squeeze = (text) => text.normalize("NFC").replace(/[\s\u00ad\u200b-\u200f\u2060]+/g, "");
    const paper = squeeze(execFileSync("pdftotext", ["-raw", pdf, "-"]).toString());
    const plain = all.filter((text) => /^[\x20-\x7eåäöÅÄÖ]*$/.test(text));
    assert.ok(plain.length > 12, "texts to look for");
    for (const text of plain) assert.ok(paper.includes(squeeze(text)), "the PDF lacks " + text);

    // In the list for a spreadsheet: every idea is one row, formulas are words, and nothing turns around.
    const csv = place.must("register", "export", file);
    assert.equal(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/.test(csv), false, "text that turns around");
    for (const text of all) {
        const guarded = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
        const cell = /[;"\r\n]/.test(guarded) ? "\"" + guarded.replaceAll("\"", "\"\"") + "\"" : guarded;
        assert.ok(csv.includes(cell), "the list lacks " + cell);
        if (guarded !== text) assert.equal(new RegExp("(^|;)\"?" + text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "m").test(csv), false, "a formula: " + text);
    }
    const titles = JSON.parse(place.must("register", "list", file, "--json")).ideas.map((one) => one.title);
    assert.deepEqual(titles.sort(), all.slice().sort(), "the register");

    // On the wall: every note is there, and the program goes on.
    const screen = await Screen.open();
    opened("the display", () => screen.close());
    Wall.extra = {XDG_STATE_HOME: place.env.XDG_STATE_HOME, XDG_DATA_HOME: place.env.XDG_DATA_HOME};
    const wall = await Wall.open(screen, "wall", "--register", file, "--bind", "127.0.0.1", "--port", "0", "--less-motion");
    opened("the wall", () => wall.close(), () => wall.child.kill("SIGKILL"));
    await wall.tap("start/continue");
    const notes = (now) => Object.keys(now.zones).filter((id) => /^note\/[0-9a-f-]+$/.test(id) && now.zones[id][2] > 0);
    await wall.wait_until((now) => notes(now).length > 0, "notes on the wall");
    screen.save(join(SCREENS, "wall.png"));
    await wall.tap("dock/inbox");
    await wall.wait_until((now) => now.zones["sheet/close"], "the wall still answers");
    assert.equal(await wall.close(), 0, "the end");
    place.verify(file);
    place.remove();
});
