// ctest: 180 s
// The board of one's table as a form: what is typed stays until it is sent, each thing by itself, and what others at the
// table have written is there to change.
import assert from "node:assert/strict";
import {person_test} from "../person/opened.mjs";
import {until, with_tablet} from "./tablet.mjs";

const FIELDS = [
    {id: "says", label: "Vad säger de?", help: "En sak på varje lapp.", kind: "list", most: 0, options: []},
    {id: "how_many", label: "Hur många?", help: "", kind: "number", most: 1, options: [], lowest: 1, highest: 5},
    {id: "which", label: "Vilket?", help: "", kind: "choice", most: 1, options: [{id: "yes", label: "Ja"}, {id: "no", label: "Nej"}]},
];

function board() {
    return {board: "b-3", title: "Bord 3 · Prov", form: {title: "Prov", help: "", lang: "sv", fields: FIELDS}, entries: {says: [{item: "e1", text: "För dyrt", value: ""}]}, own: []};
}

const with_page = (room, deed) => with_tablet(async (page, host) => {
    await page.wait_for("@send-board");
    await deed(page, host);
}, {room: Object.assign({board: board()}, room)});

const filled = (host) => host.room.heard.filter((one) => one.t === "fill").map(({board: which, field, item, text}) => [which, field, item, text]);

person_test("what is new and what is changed is sent by one press, each by itself", {within_s: 90}, () => with_page({}, async (page, host) => {
    assert.equal(await page.value("@field-e1"), "För dyrt");
    assert.equal(await page.attribute("@send-board", "aria-disabled"), "true");
    await page.type("@field-e1", " för oss");
    await page.type("@field-new-says", "Ingen svarar");
    await page.click("@send-board");
    await until(() => filled(host).length === 2, "both");
    assert.deepEqual(filled(host).sort(), [["b-3", "says", "e1", "För dyrt för oss"], ["b-3", "says", null, "Ingen svarar"]].sort());
    // The place for another is empty again, and what was sent can be changed.
    await page.wait_for("@field-x1");
    assert.equal(await page.value("@field-new-says"), "");
    assert.equal(await page.attribute("@send-board", "aria-disabled"), "true");
}));

person_test("a choice is sent as it is pressed, by its option, and taken back by pressing it again", {within_s: 90}, () => with_page({}, async (page, host) => {
    await page.click("@option-which-yes");
    await until(() => filled(host).length === 1, "the choice");
    assert.deepEqual(filled(host)[0], ["b-3", "which", null, "yes"]);
    await page.wait_until("() => document.querySelector('[data-id=option-which-yes]').getAttribute('aria-pressed') === 'true'");
    await page.wait_until("() => document.querySelector('[data-id=option-which-yes]').getAttribute('aria-disabled') !== 'true'");
    await page.click("@option-which-yes");
    await until(() => filled(host).length === 2, "that it is taken back");
    assert.equal(filled(host)[1][3], "");
}));

person_test("a field that takes one thing has no place for another while one waits for the trainer", {within_s: 90}, () => with_page({board_waits: true}, async (page, host) => {
    await page.type("@field-new-how_many", "3");
    await page.click("@send-board");
    await until(() => filled(host).length === 1, "the number");
    await page.wait_for("text=Sparat, visas snart");
    assert.equal(await page.exists("@field-new-how_many"), false);
}));

person_test("what is refused is there to be sent again, and the form goes when the board is closed", {within_s: 90}, () => with_page({mode: "nak"}, async (page, host) => {
    await page.type("@field-new-says", "Halvfärdigt");
    await page.click("@send-board");
    await page.wait_for("@toast");
    await page.wait_until("() => document.getElementById('field-new-says').value === 'Halvfärdigt'");
    await page.reload();
    await page.wait_until("() => { const el = document.getElementById('field-new-says'); return el && el.value === 'Halvfärdigt'; }");
    host.room.board = null;
    host.tell();
    await page.wait_gone("@send-board");
    await page.wait_for("@note-text");
}));

const place = (id, more = {}) => Object.assign({id, label: id, help: "", kind: "short", most: 1, options: []}, more);

person_test("what one has typed stays when another was there first, and goes to another field", {within_s: 90}, () => with_page({}, async (page, host) => {
    host.room.board.form.fields = [place("a"), place("b")];
    host.tell();
    await page.wait_for("@field-new-a");
    await page.type("@field-new-a", "Min tanke");
    host.room.board.entries = {a: [{item: "e9", text: "Någon annans", value: ""}]};
    host.tell();
    await page.wait_for("text=Någon hann före");
    assert.equal(await page.value("@field-new-a"), "Min tanke");
    await page.click("@move-new-a-b");
    await page.wait_until("() => document.getElementById('field-new-b').value === 'Min tanke'");
    assert.equal(await page.exists("@field-new-a"), false);
    await page.click("@send-board");
    await until(() => filled(host).length === 1, "the moved text");
    assert.deepEqual(filled(host)[0], ["b-3", "b", null, "Min tanke"]);
}));

person_test("what had no place when the sheet went on is not lost", {within_s: 90}, () => with_page({}, async (page, host) => {
    const rounds = {round: 1, of: 2, showing: false, over: false, passes_on: true, clock: {state: "running", remaining_ms: 42000, planned_ms: 300000}, fields: ["a"]};
    const form = {title: "Prov", help: "", lang: "sv", fields: [place("a")]};
    host.room.board = Object.assign(board(), {form, rounds, entries: {}});
    host.tell();
    await page.wait_for("@field-new-a");
    await page.type("@field-new-a", "Min tanke");
    host.room.board = Object.assign({}, host.room.board, {entries: {a: [{item: "e9", text: "Någon annans", value: ""}]}});
    host.tell();
    await page.wait_for("text=Någon hann före");
    host.room.board = Object.assign(board(), {board: "b-2", form, entries: {}, from: 2, rounds: Object.assign({}, rounds, {round: 2})});
    host.tell();
    await page.wait_for("text=Bladet kommer från bord 2");
    await page.wait_for("text=Det här hann inte skickas");
    await page.click("@move-new-a-a");
    await page.wait_until("() => document.getElementById('field-new-a').value === 'Min tanke'");
    await page.wait_gone("@left-over");
}));

person_test("what was sent stands once, also when the host's board is here before its answer", {within_s: 90}, () => with_page({mode: "silent"}, async (page, host) => {
    await page.type("@field-new-says", "Ingen svarar");
    await page.click("@send-board");
    await until(() => filled(host).length === 1, "the text");
    host.room.board.entries.says.push({item: "x1", text: "Ingen svarar", value: ""});
    host.tell();
    await page.wait_for("@field-x1");
    assert.equal(await page.run("() => document.querySelectorAll('[data-id=group-says] .board-row').length"), 2);
}));

person_test("something of others that waits for the trainer is seen to wait, and has the place", {within_s: 90}, () => with_page({}, async (page, host) => {
    Object.assign(host.room.board, {others_wait: {how_many: 1}, reviewed: true});
    host.tell();
    await page.wait_for("text=Något här väntar på handledaren");
    assert.equal(await page.exists("@field-new-how_many"), false);
    await page.wait_for("text=när handledaren har läst det");
}));

person_test("in a round the question and the same column's earlier rounds stand above where one writes", {within_s: 90}, () => with_page({}, async (page, host) => {
    const rounds = {round: 2, of: 2, showing: false, over: false, passes_on: true, clock: {state: "running", remaining_ms: 42000, planned_ms: 300000}, fields: ["a.round-2"]};
    const fields = ["question", "a.round-1", "b.round-1", "a.round-2"].map((id) => place(id));
    host.room.board = Object.assign(board(), {form: {title: "Prov", help: "", lang: "sv", fields}, rounds, entries: {
        question: [{item: "q", text: "Hur kan vi?", value: ""}], "a.round-1": [{item: "a1", text: "Boka direkt", value: ""}], "b.round-1": [{item: "b1", text: "En chatt", value: ""}]}});
    host.tell();
    await page.wait_for("@upon-a.round-2");
    assert.equal(await page.run("() => document.querySelector('[data-id=\"upon-a.round-2\"]').textContent"), "a.round-1Boka direkt");
    assert.deepEqual(await page.run("() => [...document.querySelectorAll('[data-id^=group-]')].map((one) => one.dataset.id)"), ["group-question", "group-a.round-2", "group-a.round-1", "group-b.round-1"]);
}));

person_test("a board of the whole room says so, and is filled in by one who sits at no table", {within_s: 90}, () => with_page({}, async (page, host) => {
    host.room.board = Object.assign(board(), {board: "b-all", title: "Allas · Prov", of_room: true, from: 0});
    host.tell();
    await page.wait_for("text=Allas · Prov");
    await page.wait_for("text=Alla i rummet skriver på samma tavla. Det ni skickar syns på väggen, och alla kan ändra det.");
    // Beside what else the block asks for it has a name of its own.
    await page.wait_for_text("@view-board", "Rummets tavla");
    await page.type("@field-new-says", "Från oss alla");
    await page.click("@send-board");
    await until(() => filled(host).length === 1, "the text");
    assert.deepEqual(filled(host)[0], ["b-all", "says", null, "Från oss alla"]);
    host.room.board = Object.assign({}, host.room.board, {reviewed: true});
    host.tell();
    await page.wait_for("text=när handledaren har läst det, och då kan alla ändra det");
}));

person_test("before the first block the board is there too, with the hand and one's notes in the foot", {within_s: 90}, () => with_page({change: {block: null}}, async (page) => {
    await page.wait_for("@send-board");
    await page.wait_for("@hand");
    await page.wait_for("@my-notes");
    assert.equal(await page.value("@field-e1"), "För dyrt");
}));

person_test("rounds tell which goes on and where one writes now, and the sheet goes on with what stands there", {within_s: 90}, () => with_page({}, async (page, host) => {
    const rounds = {round: 1, of: 6, showing: false, over: false, passes_on: true, clock: {state: "running", remaining_ms: 42000, planned_ms: 300000}, fields: ["how_many"]};
    host.room.board = Object.assign(board(), {rounds});
    host.tell();
    await page.wait_for("text=Omgång 1 av 6");
    await page.wait_for("text=Skriv här nu");
    await page.type("@field-new-says", "Halv tanke");
    host.room.board = Object.assign(board(), {board: "b-2", title: "Bord 2 · Prov", entries: {}, rounds: Object.assign({}, rounds, {round: 2})});
    host.tell();
    await page.wait_for("text=Bord 2 · Prov");
    await until(() => filled(host).length === 1, "the sheet that went on");
    assert.deepEqual(filled(host)[0], ["b-3", "says", null, "Halv tanke"]);
    await page.wait_until("() => document.getElementById('field-new-says').value === ''");
}));
