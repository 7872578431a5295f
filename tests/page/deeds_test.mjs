// ctest: 300 s
// What a person does with the tablet's page, and what the page must never lose.
import assert from "node:assert/strict";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";
import {until} from "./tablet.mjs";

const ENGINE = process.env.IDERUM_ENGINE || "chromium";

async function with_page(scene, deed, options = {}) {
    const host = await start_standin({scene});
    const browser = await open_browser(ENGINE);
    const page = await browser.page(options);
    await page.open(host.url + "/?k=K7QP2M");
    await page.wait_for("@join");
    await deed(page, host, browser);
    assert.deepEqual(page.back.faults, []);
}

async function join(page) {
    await page.type("@name", "Tove");
    await page.click("@join");
    await page.wait_gone("@join");
}

const notes = (host) => host.room.heard.filter((one) => one.t === "note");
const votes = (host) => host.room.heard.filter((one) => one.t === "vote");

person_test("a person with only a keyboard joins, writes an idea and votes", {within_s: 60}, () => with_page("write", async (page, host) => {
    await page.run("() => document.activeElement.blur()");
    await page.tab_to("name");
    await page.type("@name", "Åsa 😀");
    await page.press("Enter");
    await page.wait_for("@note-text");
    await page.tab_to("note-text");
    await page.type("@note-text", "Boka på kvällen");
    await page.tab_to("send");
    await page.press("Enter");
    await page.wait_for_text("@own-note", "Boka på kvällen");
    assert.equal(notes(host)[0].text, "Boka på kvällen");
    host.show("dots");
    await page.wait_for("@option-i3/plus");
    await page.tab_to("option-i3/plus");
    await page.press("Enter");
    await page.press("Enter");
    await page.wait_for_text("@left", "En prick kvar");
    assert.equal(await page.focused(), "option-i3/plus");
    await page.tab_to("send");
    await page.press("Space");
    await page.wait_for("@vote-saved");
    assert.deepEqual(votes(host)[0].value, {dots: {i3: 2}});
    host.show("feelings");
    await page.wait_for("@option-s1/2");
    await page.tab_to("option-s1/-2");
    await page.press("ArrowRight");
    await page.tab_to("send");
    await page.press("Enter");
    await page.wait_for("@vote-saved");
    assert.deepEqual(votes(host)[1].value, {feelings: {s1: -1}});
}));

person_test("plus goes off when no dots are left, and each dot can be taken back", {within_s: 60}, () => with_page("pain", async (page) => {
    await join(page);
    for (const id of ["s1", "s2", "s3"]) await page.click("@option-" + id + "/plus");
    await page.wait_for_text("@left", "Inga prickar kvar");
    assert.equal(await page.attribute("@option-s4/plus", "aria-disabled"), "true");
    await page.click("@option-s2/minus");
    await page.wait_for_text("@left", "En prick kvar");
    assert.equal(await page.attribute("@option-s1/plus", "aria-disabled"), "true");
}));

person_test("a note that got no answer is sent again under the same id until it is acknowledged, once", {within_s: 60}, () => with_page("write", async (page, host) => {
    await join(page);
    host.room.mode = "silent";
    await page.type("@note-text", "Små skålar");
    await page.click("@send");
    await until(() => notes(host).length === 1, "the note");
    host.cut();
    await until(() => notes(host).length === 2, "the note again");
    host.room.mode = "ack";
    host.cut();
    await page.wait_for_text("@own-note", "Framme");
    assert.equal(new Set(notes(host).map((one) => one.id)).size, 1);
    assert.equal(host.room.notes.length, 1);
    assert.equal(await page.count("@own-note"), 1);
}));

person_test("what is typed but not sent is there after the page is closed and opened", {within_s: 60}, () => with_page("write", async (page) => {
    await join(page);
    await page.type("@note-text", "Halvfärdig tanke");
    await page.reload();
    await page.wait_for("@note-text");
    assert.equal(await page.value("@note-text"), "Halvfärdig tanke");
}));

person_test("without a network one goes on, and all arrives within five seconds after it is back", {within_s: 60}, () => with_page("write", async (page, host) => {
    await join(page);
    await page.offline(true);
    await page.wait_for("@offline");
    await page.type("@note-text", "Skriven utan nät");
    await page.click("@send");
    await page.wait_for_text("@kept", "Skriven utan nät");
    await page.type("@note-text", "En till");
    await page.click("@send");
    await page.wait_until("() => document.querySelectorAll('[data-id=kept]').length === 2");
    assert.equal(notes(host).length, 0);
    const back = Date.now();
    await page.offline(false);
    await page.wait_gone("@offline");
    await until(() => host.room.notes.length === 2, "both notes");
    assert.ok(Date.now() - back < 5000, "it took " + (Date.now() - back) + " ms");
    assert.deepEqual(host.room.notes.map((one) => one.text), ["Skriven utan nät", "En till"]);
}, {network: true}));

person_test("a note changed before it could be sent is sent as changed; one taken back is never sent", {within_s: 60}, () => with_page("write", async (page, host) => {
    await join(page);
    await page.offline(true);
    await page.wait_for("@offline");
    await page.type("@note-text", "Första");
    await page.click("@send");
    await page.wait_for("@edit");
    await page.click("@edit");
    await page.type("@edit-text", " ändrad");
    await page.click("@edit-save");
    await page.type("@note-text", "Andra");
    await page.click("@send");
    await page.wait_until("() => document.querySelectorAll('[data-id=own-note]').length === 2");
    await page.click("@withdraw");
    await page.wait_until("() => document.querySelectorAll('[data-id=own-note]').length === 1");
    await page.offline(false);
    await until(() => host.room.notes.length === 1, "the note");
    await page.type("@note-text", "Tredje");
    await page.click("@send");
    await until(() => host.room.notes.length === 2, "the note written after");
    assert.deepEqual(notes(host).map((one) => one.text.split(" ").sort().join(" ")), ["Första ändrad", "Tredje"].map((one) => one.split(" ").sort().join(" ")));
}, {network: true}));

person_test("a changed vote carries a higher k, also from another tab of the same device", {within_s: 60}, () => with_page("dots", async (page, host, browser) => {
    await join(page);
    await page.click("@option-i1/plus");
    await page.click("@send");
    await page.wait_for("@vote-saved");
    await page.click("@change");
    await page.click("@option-i2/plus");
    await page.click("@send");
    await page.wait_for("@vote-saved");
    if (browser.tab_beside) {
        const beside = await browser.tab_beside(page);
        await beside.open(host.url + "/");
        await beside.wait_for("@change");
        await beside.click("@change");
        await beside.click("@option-i3/plus");
        await beside.click("@send");
        await until(() => votes(host).length === 3, "the third vote");
    }
    const ks = votes(host).map((one) => one.k);
    assert.deepEqual(ks, ks.slice().sort((a, b) => a - b));
    assert.equal(new Set(ks).size, ks.length);
}));

person_test("a device that lost its ballot is told so, one that has it is not disturbed", {within_s: 60}, () => with_page("dots", async (page, host) => {
    await join(page);
    await page.wait_for("@send");
    assert.ok(host.room.heard.some((one) => one.t === "got"));
    host.send_all({t: "no_ballot", poll: "p-dots"});
    await page.click("@option-i1/plus");
    await page.wait_for("@send");
    host.show("lost");
    await page.wait_for("text=Den här enheten har tappat din röstsedel");
    await page.click("@hand");
    await until(() => host.room.heard.some((one) => one.t === "hand" && one.up), "the hand");
}));

person_test("a device whose ballot the host does not know lets go of it, says so, and can vote with a new one", {within_s: 60}, () => with_page("dots", async (page, host) => {
    await join(page);
    await page.click("@option-i1/plus");
    host.room.mode = "other urn";
    await page.click("@send");
    await page.wait_for("text=Den här enheten har tappat din röstsedel");
    await until(() => host.room.heard.some((one) => one.t === "lost" && one.poll === "p-dots"), "the device to say so");
    Object.assign(host.room, {mode: "ack", token: "f".repeat(32)});
    host.tell();
    await page.wait_for("@send");
    await page.click("@send");
    await page.wait_for("@vote-saved");
    assert.equal(votes(host).at(-1).token, "f".repeat(32));
    assert.deepEqual(votes(host).at(-1).value, votes(host)[0].value);
}));

person_test("a new state never moves the keyboard or what is being typed", {within_s: 60}, () => with_page("write", async (page, host) => {
    await join(page);
    await page.type("@note-text", "Mitt i en ");
    for (let i = 1; i <= 5; ++i) {
        host.room.change = {session: {title: "Verkstad " + i, municipality: "Lindåsa", ended: false}};
        host.tell();
        await page.wait_for_text("header", "Verkstad " + i);
    }
    assert.equal(await page.focused(), "note-text");
    await page.type("@note-text", "mening");
    assert.equal(await page.value("@note-text"), "Mitt i en mening");
}));

person_test("when the disk is full the note stays here and says that it waits", {within_s: 60}, () => with_page("write", async (page, host) => {
    await join(page);
    host.room.mode = "pending";
    await page.type("@note-text", "Väntar på disken");
    await page.click("@send");
    await page.wait_for("@pending");
    await page.wait_for_text("@own-note", "sparas snart");
    host.room.mode = "ack";
    host.cut();
    await until(() => host.room.notes.length === 1, "the note");
    await page.wait_gone("@pending");
}));

person_test("a wrong code says what to do, and the right one lets one in", {within_s: 60}, () => with_page("write", async (page, host) => {
    host.room.refuse = {};
    await page.click("@join");
    await page.wait_for("text=Koden stämmer inte");
    host.room.refuse = null;
    await page.click("@join");
    await page.wait_for("@note-text");
}));

person_test("leaving clears the device", {within_s: 60}, () => with_page("waiting", async (page, host) => {
    await join(page);
    await page.click("@leave");
    await page.click("@leave-now");
    await page.wait_for("@join");
    assert.equal(await page.run("() => localStorage.getItem('iderum/seat')"), null);
    await until(() => host.room.heard.some((one) => one.t === "leave"), "leave");
}));

person_test("what another writes on the same card comes live, and never into the field one is typing in", {within_s: 60}, () => with_page("card", async (page, host) => {
    await join(page);
    await page.click("@card-i1");
    await until(() => host.room.heard.some((one) => one.t === "card" && one.idea === "i1"), "the card told of as open");
    host.room.card = {what: {text: "Elif var här först", own: null, others_wait: false, writers: ["Elif"]}};
    host.tell();
    await page.wait_until("() => document.getElementById('field-what').value === 'Elif var här först'");
    await page.wait_for("text=Elif skriver här nu");
    host.room.mode = "silent";
    await page.type("@field-uncertainty", "Räcker låsen");
    await until(() => host.room.heard.some((one) => one.t === "card" && one.field === "uncertainty"), "where one writes");
    host.room.card = Object.assign({}, host.room.card, {uncertainty: {text: "Vet inte", own: null, others_wait: false, writers: []}, for_whom: {text: "Kassörer", own: null, others_wait: false, writers: []}});
    host.tell();
    await page.wait_until("() => document.getElementById('field-for_whom').value === 'Kassörer'");
    assert.equal(await page.value("@field-uncertainty"), "Räcker låsen");
    assert.equal(await page.focused(), "field-uncertainty");
    await page.wait_for("text=Någon annan skrev: ”Vet inte”");
}));

person_test("writing in a column tells the host which, and in a block without columns nothing", {within_s: 60}, () => with_page("steps", async (page, host) => {
    const columns = () => host.room.heard.filter((one) => one.t === "card" && !one.idea && one.field).map((one) => one.field);
    await join(page);
    await page.type("@note-text", "Letar");
    await until(() => columns().length, "the column");
    assert.equal(columns()[0], "fore");
    host.show("write");
    await page.wait_gone("@group-fore");
    const before = columns().length;
    await page.type("@note-text", "Boka");
    await page.click("@send");
    await until(() => notes(host).length, "the note");
    assert.equal(columns().length, before);
}));

person_test("each field of a card is sent alone, so that it wipes no other, and shows what stands once one has left it", {within_s: 60}, () => with_page("card", async (page, host) => {
    await join(page);
    await page.click("@card-i1");
    await page.type("@field-what", "Man bokar i mobilen");
    await page.type("@field-uncertainty", "Räcker låsen?");
    await page.run("() => document.activeElement.blur()");
    const saved = (field) => host.room.card && host.room.card[field] && host.room.card[field].text;
    await until(() => saved("what") === "Man bokar i mobilen" && saved("uncertainty") === "Räcker låsen?", "both fields");
    for (const form of host.room.heard.filter((one) => one.t === "form")) assert.equal(Object.keys(form.fields).length, 1);
    await page.wait_until("() => document.querySelectorAll('.field .chip.ok').length === 2");
    host.room.card = Object.assign({}, host.room.card, {what: {text: "Man bokar i mobilen, dygnet runt", own: null, others_wait: false, writers: []}});
    host.tell();
    await page.wait_until("() => document.getElementById('field-what').value === 'Man bokar i mobilen, dygnet runt'");
    assert.equal(await page.value("@field-uncertainty"), "Räcker låsen?");
}));

person_test("what one wrote on a card and the trainer has not shown yet stands there for oneself, with its reason", {within_s: 60}, () => with_page("card_held", async (page) => {
    await join(page);
    await page.click("@card-i1");
    await page.wait_until("() => document.getElementById('field-what').value.includes('070-000')");
    await page.wait_for("text=Stoppad: telefonnummer");
    await page.wait_for("text=Sparat, visas snart");
    await page.wait_for("text=Någon annan har skrivit här");
}));

person_test("a message stays until it is read, and locked tablets look up and lose nothing", {within_s: 60}, () => with_page("write", async (page, host) => {
    await join(page);
    await page.type("@note-text", "Boka på kväl");
    host.room.change = {locked: true, message: {id: "7-0", text: "Två minuter kvar"}};
    host.tell();
    await page.wait_for("@locked");
    await page.wait_for_text("@title", "Titta upp");
    await page.wait_for_text("@message", "Två minuter kvar");
    await page.screenshot((process.env.IDERUM_BUILD || "build") + "/screens/pages/tablet-locked.png");
    await page.click("@message-read");
    await page.wait_gone("@message");
    host.room.change = {locked: false, message: {id: "7-0", text: "Två minuter kvar"}};
    host.tell();
    await page.wait_for("@note-text");
    assert.equal(await page.value("@note-text"), "Boka på kväl");
    assert.equal(await page.run("() => !!document.querySelector('[data-id=message]')"), false);
    host.room.change = {message: {id: "8-0", text: "Nu tar vi paus"}};
    host.tell();
    await page.wait_for_text("@message", "Nu tar vi paus");
}));

person_test("what the course and people wrote bears their language when it is not the page's", {within_s: 60}, () => with_page("write", async (page) => {
    await join(page);
    assert.equal(await page.run("() => document.documentElement.dir + ' ' + document.documentElement.lang"), "rtl ar");
    assert.equal(await page.run("() => document.querySelector('[data-id=title]').lang"), "sv");
    assert.equal(await page.run("() => document.querySelector('[data-id=note-text]').lang"), "");
    await page.click("@me");
    await page.choose("@language", "sv");
    await page.wait_until("() => document.documentElement.lang === 'sv' && document.querySelector('[data-id=title]').lang === ''");
}, {language: "ar"}));

person_test("a device is handed on: the next person finds an empty ballot and sees nothing of the one before", {within_s: 60}, () => with_page("dots", async (page, host) => {
    host.room.mine = {use: "several"};
    await join(page);
    await page.click("@option-i3/plus");
    await page.click("@send");
    await page.wait_for("@pass-on");
    await page.click("@pass-on");
    await page.wait_for("@next-person");
    // The ballot of the one before comes again: it is nobody else's. And whoever has not begun has none yet.
    host.tell();
    await page.screenshot((process.env.IDERUM_BUILD || "build") + "/screens/pages/tablet-next-person.png");
    assert.equal(await page.exists("@next-person"), true);
    assert.equal(host.room.heard.some((one) => one.t === "another"), false);
    Object.assign(host.room, {person: 1, token: "f".repeat(32)});
    await page.click("@begin-vote");
    await until(() => host.room.heard.some((one) => one.t === "another"), "the wish");
    await page.wait_for_text("@left", "Tre prickar kvar");
    await page.click("@option-i1/plus");
    await page.click("@send");
    await page.wait_for("@vote-saved");
    assert.deepEqual(votes(host).map((one) => [one.token[0], one.value]), [["0", {dots: {i3: 1}}], ["f", {dots: {i1: 1}}]]);
}));

person_test("votes on paper are entered one at a time", {within_s: 60}, () => with_page("dots", async (page, host) => {
    host.room.mine = {use: "paper"};
    await join(page);
    await page.wait_for_text("@title", "Röster på papper");
    await page.click("@pass-on");
    await until(() => host.room.heard.some((one) => one.t === "another"), "the wish");
    Object.assign(host.room, {person: 1, paper: true, token: "f".repeat(32)});
    host.tell();
    await page.click("@option-i1/plus");
    await page.click("@send");
    await page.wait_for_text("@pass-on", "Nästa röst på papper");
    assert.equal(votes(host)[0].token[0], "f");
}));

person_test("one chooses a table, sees who else is there, and cannot take a full one", {within_s: 60}, () => with_page("tables_choose", async (page, host) => {
    host.room.change = {people: 8};
    await join(page);
    await page.wait_for_text("@table", "Välj ditt bord");
    assert.equal(await page.attribute("@table-1", "aria-disabled"), "true");
    await page.click("@table-2");
    await until(() => host.room.heard.some((one) => one.t === "table"), "the choice");
    assert.equal(host.room.heard.find((one) => one.t === "table").table, 2);
    host.room.mine = {table: 2, with: ["Elif"]};
    host.tell();
    await page.wait_for_text("@table", "Bord 2");
    await page.wait_for_text("@table-with", "Elif");
    assert.equal(await page.exists("@table-1"), false);
    await page.click("@table-change");
    await page.wait_for("@table-3");
    host.room.change = {people: 8, tables: {how: "deal", sign: true, seated: [4, 4]}};
    host.tell();
    await page.wait_gone("@table-change");
    await page.wait_for_text("@table", "Lapparna visas med bordets nummer");
    host.room.change = {people: 8, tables: null};
    host.tell();
    await page.wait_gone("@table");
}));
