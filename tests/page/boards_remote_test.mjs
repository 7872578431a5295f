// ctest: 300 s
// The tables' boards led from the remote: what is offered is what can be done now.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {person_test} from "../person/opened.mjs";
import {with_remote} from "./at_remote.mjs";
import {BOARDS, TABLES} from "./remote_scene.mjs";

const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");

const with_boards = (remote, deed) => with_remote(remote, (page, host) => deed(page, host, (more) => {
    Object.assign(host.room.remote, more);
    host.tell();
}));

const deeds = (host) => host.room.heard.filter((one) => one.t === "do" && (one.what === "boards" || one.what === "rounds"))
    .map((one) => [one.what, one.how, one.board || one.form || null].filter(Boolean).join(" "));
const until = async (host, list) => {
    const end = Date.now() + 10000;
    while (deeds(host).length < list.length && Date.now() < end) await new Promise((done) => setTimeout(done, 20));
    assert.deepEqual(deeds(host), list);
};

person_test("where nothing is to be led nothing is offered", {within_s: 60}, () => with_boards({}, async (page) => {
    assert.equal(await page.exists("@boards"), false);
    assert.equal(await page.exists("@boards-make"), false);
}));

person_test("what the course says is made by one press on the stage, once the room is divided into tables", {within_s: 60}, () =>
    with_boards({boards: BOARDS({plan: {form: "brainwriting", title: "Skriv och skicka vidare", made: false}})}, async (page, host, tell) => {
        assert.equal(await page.exists("@boards-make"), false);
        await page.click("@boards-divide");
        await page.wait_for("@tables");
        await page.click("@close-sheet");
        tell({tables: TABLES});
        await page.click("@boards-make");
        await until(host, ["boards make brainwriting"]);
        tell({boards: BOARDS({plan: {form: "brainwriting", title: "Skriv och skicka vidare", made: true}, sets: [{board: "b1", title: "Skriv och skicka vidare", tables: 3, open: true, clock: {rounds: 6, seconds: 300}}]})});
        await page.wait_gone("@boards-make");
        await page.click("@boards");
        await page.wait_for_text("@rounds-start-b1", "Starta 6 omgångar à 05:00");
        await page.click("@rounds-start-b1");
        await until(host, ["boards make brainwriting", "rounds start b1"]);
    }));

person_test("a template that is not on the host says what to do instead of a button", {within_s: 60}, () =>
    with_boards({tables: TABLES, boards: BOARDS({plan: {form: "egen", title: "", made: false}})}, async (page) => {
        await page.wait_for("text=Mallen egen finns inte på värdens dator");
        assert.equal(await page.exists("@boards-make"), false);
    }));

person_test("which round goes on and what is left stands on the stage, and is paused and led there", {within_s: 60}, () => {
    const rounds = (more, clock) => Object.assign({round: 2, of: 6, showing: false, over: false, passes_on: true, fields: [], clock: Object.assign({state: "running", remaining_ms: 192400, planned_ms: 300000}, clock)}, more);
    const sets = [{board: "b1", title: "Skriv och skicka vidare", tables: 3, open: true, clock: {rounds: 6, seconds: 300}}];
    return with_boards({tables: TABLES, boards: BOARDS({sets, rounds: rounds()})}, async (page, host, tell) => {
        await page.wait_for_text("@rounds", "Omgång 2 av 6");
        assert.match(await page.text("@rounds"), /Omgång 2 av 6\s*·\s*03:1\d/);
        await page.click("@rounds-pause");
        tell({boards: BOARDS({sets, rounds: rounds({}, {state: "paused"})})});
        await page.click("@rounds-resume");
        await page.click("@rounds-skip");
        await until(host, ["rounds pause", "rounds resume", "rounds skip"]);
        assert.equal(await page.exists("@rounds-stop"), false);
        await page.click("@boards");
        await page.wait_for("@rounds-stop");
        // While they go on none are started beside them.
        assert.equal(await page.exists("@rounds-start-b1"), false);
        assert.deepEqual(await page.axe(AXE), []);
        tell({boards: BOARDS({sets, rounds: rounds({over: true, round: 6}, {remaining_ms: 0})})});
        await page.wait_for_text("@rounds", "Omgångarna är slut");
        assert.equal(await page.exists("@rounds-skip"), false);
        await page.run("() => document.querySelector('.sheet [data-id=rounds-stop]').click()");
        await until(host, ["rounds pause", "rounds resume", "rounds skip", "rounds stop"]);
    });
});

person_test("a board of the whole room is opened for all tablets and closed, and its rounds started, without tables and without a wall", {within_s: 60}, () =>
    with_boards({boards: BOARDS({room: [{board: "b7", title: "Intressentkarta", open: false, clock: {rounds: 3, seconds: 60}}, {board: "b8", title: "", open: true, clock: null}], all: [{board: "b7", title: "Intressentkarta"}, {board: "b8", title: ""}]})}, async (page, host) => {
        await page.click("@boards");
        await page.wait_for("@boards-room");
        await page.wait_for("text=Fylls i på allas plattor");
        assert.deepEqual(await page.run("() => [...document.querySelectorAll('[data-id=boards-room] .toggle')].map((one) => one.textContent + ' ' + one.querySelector('input').checked)"), ["Intressentkarta false", "Utan namn true"]);
        await page.click("@open-b7");
        await page.click("@open-b8");
        assert.equal(await page.exists("@rounds-start-b8"), false);
        await page.wait_for_text("@rounds-start-b7", "Starta 3 omgångar à 01:00");
        await page.click("@rounds-start-b7");
        await until(host, ["boards open b7", "boards close", "rounds start b7"]);
        assert.deepEqual(await page.axe(AXE), []);
    }));

person_test("a set is opened, closed, gathered and shown on the wall; without a wall nothing is shown there", {within_s: 60}, () => {
    const sets = [{board: "b1", title: "Persona", tables: 3, open: true, clock: null}];
    const all = [{board: "b1", title: "Bord 1 · Persona"}, {board: "b4", title: "Persona · Sida vid sida"}];
    return with_boards({tables: TABLES, boards: BOARDS({sets, all, wall: true, shown: "b4", forms: [{form: "persona", title: "Persona"}]})}, async (page, host, tell) => {
        await page.click("@boards");
        assert.equal(await page.exists("@rounds-start-b1"), false);
        assert.equal(await page.attribute("[data-id=show-b4]", "aria-pressed"), "true");
        assert.equal(await page.attribute("[data-id=show-session]", "aria-pressed"), "false");
        await page.click("@side_by_side-b1");
        await page.wait_for("text=Klart. Väggen visar tavlan.");
        await page.click("@into_one-b1");
        await page.click("@show-b1");
        await page.click("@show-session");
        await page.click("@open-b1");
        await page.run("() => { const box = document.querySelector('[data-id=boards-form]'); box.value = 'persona'; box.dispatchEvent(new Event('change', {bubbles: true})); }");
        await until(host, ["boards side_by_side b1", "boards into_one b1", "boards show b1", "boards show", "boards close", "boards make persona"]);
        assert.deepEqual(await page.axe(AXE), []);
        tell({boards: BOARDS({sets, all, wall: false})});
        await page.wait_gone("@boards-wall");
        await page.wait_gone("@toast");
        await page.click("@side_by_side-b1");
        await page.wait_for("text=Klart. Tavlan ligger bland passets tavlor.");
    });
});
