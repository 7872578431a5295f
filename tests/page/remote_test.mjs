// ctest: 300 s
// What the trainer does on the remote that must not happen by mistake.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {deeds, with_remote} from "./at_remote.mjs";
import {SCENES} from "./scenes.mjs";
import {start_standin} from "./standin.mjs";
import {until} from "./tablet.mjs";

const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");

person_test("showing all leaves what is held, and pictures; those are shown by buttons of their own, which say so to the host", {within_s: 60}, () => with_remote("write", async (page, host) => {
    await page.click("@inbox");
    await page.wait_for("text=Stoppad: telefonnummer");
    await page.wait_for("text=Visas med namnet Tove");
    await page.wait_for_text("@approve-all", "Visa alla utan bild och stopp (2)");
    await page.click("@approve-all");
    await until(() => deeds(host, "review").length === 1, "two shown");
    assert.deepEqual([deeds(host, "review")[0].how, deeds(host, "review")[0].notes, deeds(host, "review")[0].versions], ["show", ["n3", "n4"], ["v3", "v4"]]);
    assert.equal(await page.attribute("[data-id=inbox-note] [data-id=photo] img", "alt"), "Visa bilden stort: Anslagstavlan utanför hallen");
    await page.click("@approve-n1");
    await until(() => deeds(host, "approve").length === 1, "the one with a picture");
    await page.wait_for_text("@approve-n2", "Visa ändå");
    await page.click("@approve-n2");
    await until(() => deeds(host, "approve").length === 2, "the held one");
    assert.deepEqual([deeds(host, "approve")[1].note, deeds(host, "approve")[1].held_ok], ["n2", true]);
    assert.deepEqual(deeds(host, "approve").map((one) => one.version), ["v1", "v2"]);
}));

person_test("what is said of a photo is mended where the note's typos are", {within_s: 60}, () => with_remote("write", async (page, host) => {
    await page.click("@inbox");
    await page.click("@fix-n1");
    assert.equal(await page.value("@fix-shows"), "Anslagstavlan utanför hallen");
    await page.run("() => document.querySelector('[data-id=fix-shows]').select()");
    await page.type("@fix-shows", "Anslagstavlan vid hallen");
    assert.deepEqual(await page.axe(AXE), []);
    await page.click("@fix-save");
    await until(() => deeds(host, "fix").length === 1, "the deed");
    assert.deepEqual([deeds(host, "fix")[0].text, deeds(host, "fix")[0].shows], ["Boka lokalen med ett tryck i mobilen", "Anslagstavlan vid hallen"]);
    await page.click("@fix-n3");
    await page.wait_for("@fix-text");
    assert.equal(await page.exists("@fix-shows"), false);
    await page.wait_for("@toast");
    const covered = await page.run(`() => {
        const toast = document.querySelector("[data-id=toast]").getBoundingClientRect();
        return Array.from(document.querySelectorAll(".sheet-body button, .sheet-body textarea, .sheet-foot button")).filter((one) => {
            const box = one.getBoundingClientRect();
            return box.top < toast.bottom && box.bottom > toast.top && box.left < toast.right && box.right > toast.left && box.top >= document.querySelector(".sheet-body").getBoundingClientRect().top;
        }).map((one) => one.getAttribute("data-id"));
    }`);
    assert.deepEqual(covered, []);
}));

person_test("an edit says which note it changes, and what becomes of its photo's words; it is not merged", {within_s: 60}, () => with_remote("write", async (page, host) => {
    host.room.remote = {inbox: [{note: "n6", version: "v6", type: "idea", text: "Fika i entrén", held: "", like: null, edits: {note: "i1", text: "Fika", shows: "En termos", was: "En kopp"}}]};
    host.show("write");
    await page.click("@inbox");
    await page.wait_for_text("@edits", "Ändring av: ”Fika”");
    await page.wait_for_text("@edit-shows", "På bilden: ”En termos” (förut: ”En kopp”)");
    assert.equal(await page.exists("@merge-n6"), false);
    assert.deepEqual(await page.axe(AXE), []);
}));

person_test("an edit stands beside the photo of its note, and is shown with all", {within_s: 60}, () => with_remote("write", async (page, host) => {
    const waits = (id, more) => Object.assign({note: id, version: "v-" + id, type: "idea", text: "Idé " + id, held: "", like: null}, more);
    host.room.remote = {inbox: [waits("a"), waits("b", {edits: {note: "i1", text: "Porten"}, photo: {address: "0".repeat(32), shows: "Skylten"}})]};
    host.show("write");
    await page.click("@inbox");
    await page.wait_for_text("@edits", "Ändring av: ”Porten”");
    assert.equal(await page.attribute("[data-id=inbox-note] [data-id=photo] img", "alt"), "Visa bilden stort: Skylten");
    await page.wait_for_text("@approve-all", "Visa alla 2");
    assert.deepEqual(await page.axe(AXE), []);
}));

person_test("what is left out of all is said, and when a note is shown focus stays in the sheet, where Escape closes it", {within_s: 60}, () => with_remote("write", async (page, host) => {
    const waits = (id, more) => Object.assign({note: id, version: "v-" + id, type: "idea", text: "Idé " + id, held: "", like: null}, more);
    const shows = async (...inbox) => {
        host.room.remote = {inbox};
        host.show("write");
        await page.wait_until("() => document.querySelectorAll('[data-id=inbox-note]').length === " + inbox.length);
    };
    const has_focus = (id) => page.wait_until("() => document.activeElement.getAttribute('data-id') === '" + id + "'");
    await page.click("@inbox");
    await shows(waits("a"), waits("b"), waits("c"));
    await page.wait_for_text("@approve-all", "Visa alla 3");
    await shows(waits("a"), waits("b"), waits("c", {held: "phone"}));
    await page.wait_for_text("@approve-all", "Visa alla utan stopp (2)");
    await shows(waits("a"), waits("b"), waits("c", {photo: {address: "0".repeat(32), shows: ""}}));
    await page.wait_for_text("@approve-all", "Visa alla utan bild (2)");
    await page.click("@approve-a");
    await page.run("() => document.querySelector('[data-id=approve-a]').focus()");
    await shows(waits("b"), waits("d"));
    await has_focus("approve-b");
    await shows(waits("d"));
    await has_focus("approve-d");
    await shows();
    await page.wait_until("() => document.activeElement.id === 'sheet-title'");
    await page.press("Escape");
    await page.wait_gone("@sheet-inbox");
}));

person_test("a tick is for the words that were read: when they are changed it is gone", {within_s: 60}, () => with_remote("write", async (page, host) => {
    const waits = (version, text) => [{note: "n3", version: "v3", type: "idea", text: "Öppna på kvällarna", held: "", like: null}, {note: "n5", version, type: "idea", text, held: "", like: null}];
    host.room.remote = {inbox: waits("v5", "Fika i entrén")};
    host.show("write");
    await page.click("@inbox");
    await page.wait_for("text=Fika i entrén");
    await page.click("@choose");
    await page.click("@choose-n3");
    await page.click("@choose-n5");
    await page.wait_for_text("@show-chosen", "Visa valda: 2");
    host.room.remote = {inbox: waits("v6", "Något helt annat")};
    host.show("write");
    await page.wait_for_text("@show-chosen", "Visa valda: 1");
    await page.click("@show-chosen");
    await until(() => deeds(host, "review").length === 1, "the one that was read");
    assert.deepEqual([deeds(host, "review")[0].notes, deeds(host, "review")[0].versions], [["n3"], ["v3"]]);
}));

person_test("all are hidden by one press that can be taken back, and several are chosen by their boxes", {within_s: 60}, () => with_remote("write", async (page, host) => {
    await page.click("@inbox");
    await page.click("@hide-all");
    await until(() => deeds(host, "review").length === 1, "all hidden");
    await page.wait_for("text=4 lappar är dolda.");
    await page.click("@hide-undo");
    await until(() => deeds(host, "review").length === 2, "put back");
    assert.deepEqual(deeds(host, "review").map((one) => [one.how, one.notes.join()]), [["hide", "n1,n2,n3,n4"], ["wait", "n1,n2,n3,n4"]]);
    await page.wait_gone("@hide-undo");
    await page.click("@choose");
    await page.click("@choose-n2");
    await page.click("@choose-n3");
    assert.deepEqual(await page.axe(AXE), []);
    await page.screenshot(join(process.env.IDERUM_BUILD || "build", "screens", "remote-choose.png"));
    // What is held is shown only by its own button.
    await page.wait_for_text("@show-chosen", "Visa valda: 1");
    await page.wait_for_text("@hide-chosen", "Dölj valda: 2");
    await page.click("@hide-chosen");
    await until(() => deeds(host, "review").length === 3, "the chosen");
    assert.deepEqual(deeds(host, "review")[2].notes, ["n2", "n3"]);
    await page.wait_for("@approve-n1");
}));

person_test("a withdrawn idea says whether its giver has been told", {within_s: 60}, () => with_remote("result_criteria", async (page, host) => {
    await page.click("@wall");
    await page.click("@wall-note-i1");
    await page.click("@withdraw-idea-i1");
    await page.type("@reason", "Den finns redan");
    await page.wait_for("text=Registret skriver: kontakt saknas");
    await page.click("@withdraw-told");
    await page.wait_for("text=Registret skriver att du har sagt det i rummet");
    await page.click("@withdraw-go");
    await until(() => deeds(host, "withdraw_idea").length === 1, "the deed");
    assert.deepEqual([deeds(host, "withdraw_idea")[0].reason, deeds(host, "withdraw_idea")[0].told], ["Den finns redan", true]);
}));

person_test("a block is closed only after a question, for it stays closed", {within_s: 60}, () => with_remote("write", async (page, host) => {
    host.room.phases = ["individual", "share", "closed"];
    host.show("write");
    await page.click("@phase-closed");
    await page.wait_for("text=Är ni klara med ”Idéer i tysthet”?");
    await page.click("@closing-cancel");
    await page.wait_gone("@closing-go");
    assert.equal(deeds(host, "phase").length, 0);
    await page.click("@phase-share");
    await until(() => deeds(host, "phase").length === 1, "another phase at once");
    await page.click("@phase-closed");
    await page.click("@closing-go");
    await until(() => deeds(host, "phase").length === 2, "the close");
    assert.deepEqual(deeds(host, "phase").map((one) => one.phase), ["share", "closed"]);
}));

person_test("a vote that nobody has answered is closed only after a question, which goes away with the first answer", {within_s: 60}, () => with_remote("dots", async (page, host) => {
    const shows = (votes) => {
        host.room.change = {polls: [Object.assign({}, SCENES.dots().polls[0], {in: votes})]};
        host.show("dots");
    };
    shows(0);
    await page.wait_for_text("@poll-state-0", "0 av 18");
    await page.click("@close-poll-0");
    await page.wait_for("text=Ingen har svarat än");
    assert.deepEqual(await page.axe(AXE), []);
    await page.click("@unanswered-stay");
    await page.wait_gone("@unanswered-go");
    assert.equal(deeds(host, "close_poll").length, 0);
    await page.click("@close-poll-0");
    await page.wait_for("@unanswered-go");
    shows(1);
    await page.wait_gone("@unanswered-go");
    shows(0);
    await page.wait_for_text("@poll-state-0", "0 av 18");
    await page.click("@poll-0");
    await page.click("@close-poll");
    await page.click("@unanswered-go");
    await until(() => deeds(host, "close_poll").length === 1, "the close");
    shows(3);
    await page.wait_for_text("@poll-state-0", "3 av 18");
    await page.click("@close-poll-0");
    await until(() => deeds(host, "close_poll").length === 2, "at once");
}));

person_test("a vote that no course planned is started in three taps, in plain words", {within_s: 60}, () => with_remote("write", async (page, host) => {
    await page.click("@votes");
    await page.click("@new-vote");
    await page.wait_for("text=Att hitta det som flest kan leva med.");
    await page.screenshot(join(process.env.IDERUM_BUILD || "build", "screens", "remote-new-vote.png"));
    await page.click("@way-schulze");
    await page.wait_for("text=Så räknas det");
    await page.screenshot(join(process.env.IDERUM_BUILD || "build", "screens", "remote-new-vote-way.png"));
    assert.deepEqual(await page.axe(AXE), []);
    await page.click("@start-vote");
    await until(() => deeds(host, "start_poll").length === 1, "the deed");
    assert.equal(deeds(host, "start_poll")[0].method, "schulze");
    await page.wait_until("() => !document.querySelector('[data-id=sheet-new-vote]')");
}));

person_test("all tablets are told something ready or one's own, are locked, and asked how it feels", {within_s: 60}, () => with_remote("write", async (page, host) => {
    await page.click("@tell");
    await page.click("@ready-break");
    await until(() => deeds(host, "message").length === 1, "the message");
    assert.equal(deeds(host, "message")[0].text, "Nu tar vi paus");
    host.room.change = {message: {id: "1", text: "Nu tar vi paus"}};
    host.tell();
    await page.wait_for("@message-take");
    await page.type("@message-text", "Lämna plattan på bordet");
    await page.screenshot(join(process.env.IDERUM_BUILD || "build", "screens", "remote-tell.png"));
    assert.deepEqual(await page.axe(AXE), []);
    await page.click("@message-send");
    await until(() => deeds(host, "message").length === 2, "the trainer's own");
    await page.click("@message-take");
    await until(() => deeds(host, "message").length === 3, "taken away");
    assert.deepEqual(deeds(host, "message").slice(1).map((one) => one.text), ["Lämna plattan på bordet", ""]);
    await page.click("@lock");
    await page.click("@freeze");
    await until(() => deeds(host, "freeze").length === 1, "the freezing");
    assert.equal(deeds(host, "lock")[0].on, true);
    await page.click("@feeling");
    await until(() => deeds(host, "start_poll").length === 1, "the question");
    assert.deepEqual([deeds(host, "start_poll")[0].method, deeds(host, "start_poll")[0].feeling], ["scale", true]);
}));

person_test("the trainer sees what other ways to count would have given, and which one decides", {within_s: 60}, () => with_remote("result_irv", async (page) => {
    await page.click("@votes");
    await page.click("@compare");
    await page.wait_for("text=Röstningens eget sätt avgör");
    await page.wait_for_text("@way-irv", "Avgör");
    await page.wait_for_text("@way-winner-irv", "Smakråd i varje skola");
    await page.wait_for_text("@way-winner-borda", "Väg svinnet, välj efterrätt");
    await page.wait_for_text("@way-borda", "2. Smakråd i varje skola, Klassen sätter veckans meny");
    await page.wait_for_text("@way-winner-schulze", "Ingen");
}));

person_test("the trainer divides the room into tables, moves a seat, and takes the tables away", {within_s: 60}, () => with_remote("write", async (page, host) => {
    await page.click("@seats");
    await page.click("@tables");
    await page.choose("@tables-many", "size-5");
    await page.click("@tables-deal");
    await until(() => deeds(host, "groups").length === 1, "the dealing");
    assert.deepEqual([deeds(host, "groups")[0].how, deeds(host, "groups")[0].size, deeds(host, "groups")[0].count], ["deal", 5, undefined]);
    host.room.remote = {tables: {how: "deal", sign: false, seated: [2, 2]}};
    host.tell();
    await page.wait_for("@table-2");
    assert.equal(await page.attribute("@tables-deal", "aria-pressed"), "true");
    await page.screenshot(join(process.env.IDERUM_BUILD || "build", "screens", "remote-tables.png"));
    assert.deepEqual(await page.axe(AXE), []);
    await page.choose("@table-of-x1", "2");
    await until(() => deeds(host, "table").length === 1, "the move");
    assert.deepEqual([deeds(host, "table")[0].seat, deeds(host, "table")[0].table], ["x1", 2]);
    await page.click("@tables-sign");
    await page.click("@tables-place");
    await page.click("@tables-none");
    await until(() => deeds(host, "groups").length === 4, "the rest");
    assert.deepEqual(deeds(host, "groups").slice(1).map((one) => [one.how, one.sign, one.count]), [[undefined, true, undefined], ["place", undefined, undefined], ["none", undefined, undefined]]);
}));

person_test("a new vote says how far it can be trusted, and how many are in the room", {within_s: 60}, () => with_remote("write", async (page, host) => {
    await page.click("@votes");
    await page.click("@new-vote");
    await page.click("@way-dots");
    await page.click("@trust-heads");
    await page.wait_until("() => document.querySelector('[data-id=people]').value === '18'");
    const say = (text) => page.run("(text) => { const el = document.querySelector('[data-id=people]'); el.value = text; el.dispatchEvent(new Event('input', {bubbles: true})); }", text);
    await say("många");
    await page.wait_until("() => document.querySelector('[data-id=start-vote]').getAttribute('aria-disabled') === 'true'");
    await say("23");
    await page.wait_until("() => document.querySelector('[data-id=start-vote]').getAttribute('aria-disabled') !== 'true'");
    await page.screenshot(join(process.env.IDERUM_BUILD || "build", "screens", "remote-new-vote-trust.png"));
    assert.deepEqual(await page.axe(AXE), []);
    await page.click("@start-vote");
    await until(() => deeds(host, "start_poll").length === 1, "the deed");
    assert.deepEqual([deeds(host, "start_poll")[0].trust, deeds(host, "start_poll")[0].people], ["heads", 23]);
}));

person_test("the remote says when there are more votes than people", {within_s: 60}, () => with_remote("dots", async (page, host) => {
    host.room.change = {polls: [Object.assign({}, SCENES.dots().polls[0], {trust: "heads", people: 3, in: 4, of: 5})]};
    host.tell();
    await page.click("@votes");
    await page.wait_for_text("@surplus", "Fler röster än personer: 4 röster, 3 i rummet.");
}));

person_test("cards with codes are made before a vote by codes opens, and it is said where they lie", {within_s: 60}, () => with_remote("write", async (page, host) => {
    await page.click("@votes");
    await page.click("@new-vote");
    await page.click("@way-dots");
    await page.click("@trust-codes");
    await page.wait_for_text("@codes-left", "0 oanvända koder");
    await page.wait_until("() => document.querySelector('[data-id=start-vote]').getAttribute('aria-disabled') === 'true'");
    await page.click("@make-codes");
    await until(() => deeds(host, "make_codes").length === 1, "the cards");
    assert.equal(deeds(host, "make_codes")[0].count, 18);
    host.room.remote = {codes: {left: 18, file: "/hem/register-codes.pdf"}};
    host.tell();
    await page.wait_for_text("@codes-file", "/hem/register-codes.pdf");
    await page.screenshot(join(process.env.IDERUM_BUILD || "build", "screens", "remote-codes.png"));
    assert.deepEqual(await page.axe(AXE), []);
    await page.click("@start-vote");
    await until(() => deeds(host, "start_poll").length === 1, "the deed");
    assert.equal(deeds(host, "start_poll")[0].trust, "codes");
}));

person_test("a whole group is put in front of another, behind all, or into another", {within_s: 60}, () => with_remote("cluster", async (page, host) => {
    await page.click("@wall");
    await page.click("@group-deeds-k1");
    await page.screenshot(join(process.env.IDERUM_BUILD || "build", "screens", "remote-groups.png"));
    assert.deepEqual(await page.axe(AXE), []);
    await page.choose("@place-k1", "last");
    await until(() => deeds(host, "move_cluster").length === 1, "the move to the end");
    assert.deepEqual([deeds(host, "move_cluster")[0].cluster, deeds(host, "move_cluster")[0].before], ["k1", null]);
    await page.choose("@place-k1", "k2");
    await until(() => deeds(host, "move_cluster").length === 2, "the move");
    assert.equal(deeds(host, "move_cluster")[1].before, "k2");
    await page.choose("@join-k1", "k2");
    await until(() => deeds(host, "join_clusters").length === 1, "the joining");
    assert.deepEqual([deeds(host, "join_clusters")[0].cluster, deeds(host, "join_clusters")[0].into], ["k1", "k2"]);
}));

person_test("the column that is worked on is told from the remote, and shows there", {within_s: 60}, () => with_remote("steps", async (page, host) => {
    await page.click("@column-under");
    await until(() => deeds(host, "column").length === 1, "the column");
    assert.equal(deeds(host, "column")[0].column, "under");
}));

person_test("a remote whose code is right says that somebody has to let it in at the wall, and is in then", {within_s: 60}, async () => {
    const host = await start_standin({scene: "write"});
    host.room.confirm = true;
    const browser = await open_browser("chromium");
    const page = await browser.page({width: 390, height: 844, motion: "reduce"});
    await page.open(host.url + "/remote");
    await page.wait_for("@pair");
    await page.type("@code", "M2ZK8R");
    await page.click("@pair");
    await page.wait_for_text("@confirm", "Släpp in");
    assert.deepEqual(await page.axe(AXE), []);
    // Longer than a connection may take to open: it waits.
    await new Promise((resume) => setTimeout(resume, 5000));
    assert.deepEqual(host.room.heard.filter((one) => one.t === "hello").map((one) => one.lang), ["sv"]);
    // Nor does it ask anew when somebody comes back to the page.
    for (const event of ["focus", "online", "pageshow"]) await page.run("() => window.dispatchEvent(new Event('" + event + "'))");
    await page.run("() => document.dispatchEvent(new Event('visibilitychange'))");
    await new Promise((resume) => setTimeout(resume, 500));
    assert.equal(host.room.heard.filter((one) => one.t === "hello").length, 1);
    host.let_in();
    await page.click("@more");
    await page.wait_for_text("@number", "Den här är fjärr 2.");
    await browser.close();
    await host.close();
});
