// ctest: 600 s
import {BOARDS, TABLES} from "./remote_scene.mjs";
import {KINDS, every_state} from "./states.mjs";

const LOW = "Det är ont om plats på datorns disk: 340 MB kvar. Ta bort något stort som inte behövs.";
const SET = {board: "b1", title: "Skriv och skicka vidare", tables: 3, open: true, clock: {rounds: 6, seconds: 300}};
const ROUNDS = {round: 2, of: 6, showing: false, over: false, passes_on: true, fields: [], clock: {state: "paused", remaining_ms: 192000, planned_ms: 300000}};
const OPENED = [["rotate", "wall-apart", ["wall", "wall-note-i7"]], ["result_criteria", "withdraw", ["wall", "wall-note-i1", "withdraw-idea-i1"]], ["result_scale", "scale", ["votes"]], ["result_score", "score", ["votes"]], ["result_matrix", "matrix", ["votes"]],
    ["result_fist", "fist", ["votes"]], ["result_consent", "consent", ["votes"]], ["result_irv", "compare", ["votes", "compare"]]];

every_state("remote", KINDS, 580, async (view) => {
    await view.open("/remote?x=1", view.kind.prefs || {theme: view.kind.scheme === "dark" ? "dark" : "light"});
    await view.page.wait_for("@pair");
    await view.look("pair");
    await view.page.type("@code", "M2ZK8R");
    await view.page.click("@pair");
    await view.page.wait_for("@more");
    for (const scene of ["before", "write", "dots", "closed", "result_criteria", "result_scale", "cluster", "over"]) await view.show(scene);
    view.host.room.remote = {low_space: LOW};
    await view.show("write", "low");
    view.host.room.remote = {};
    for (const [scene, name, deeds] of OPENED) {
        view.host.show(scene);
        for (const deed of deeds) await view.page.click("@" + deed);
        await view.settled();
        await view.look(name);
        if (name === "withdraw") await view.page.click("@withdraw-cancel");
        await view.page.click("@close-sheet");
        await view.page.wait_gone("@close-sheet");
    }
    const plan = {form: "brainwriting", title: SET.title, made: false};
    view.host.room.remote = {boards: BOARDS({plan})};
    await view.show("write", "boards-undivided");
    view.host.room.remote = {tables: TABLES, boards: BOARDS({plan, forms: [{form: "brainwriting", title: SET.title}], sets: [SET], rounds: ROUNDS, wall: true, shown: null,
        all: [1, 2, 3].map((table) => ({board: "b" + table, title: "Bord " + table + " · " + SET.title}))})};
    await view.show("write", "rounds");
    await view.sheet("boards");
    view.host.room.remote = {};
    view.host.show("result_dots");
    for (const opener of ["inbox", "wall", "votes", "seats", "agenda", "more"]) await view.sheet(opener);
});
