// ctest: 180 s
// A note that the wall hands over: one tablet, or the remote, takes it and writes it; what is typed is never lost.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {person_test} from "../person/opened.mjs";
import {deeds, with_remote} from "./at_remote.mjs";
import {until, with_tablet} from "./tablet.mjs";

const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");
const OFFER = {id: "f-1", taken: false};

const with_page = (change, deed) => with_tablet(async (page, host) => {
    await page.wait_for("@note-text");
    await deed(page, host, (more) => {
        host.room.change = Object.assign({}, host.room.change, more);
        host.tell();
    });
}, {room: {change}});

const said = (host) => host.room.heard.filter((one) => one.t === "field").map((one) => [one.how, one.field, one.text].filter(Boolean).join(" "));

person_test("a tablet takes what the wall has handed over and writes it, beside what else the page asks for", {within_s: 90}, () => with_page({field: null}, async (page, host, tell) => {
    assert.equal(await page.exists("@wall-field"), false);
    tell({field: OFFER});
    await page.wait_for("text=En lapp på väggen väntar på att skrivas härifrån.");
    assert.deepEqual(await page.axe(AXE), []);
    await page.click("@field-take");
    await page.wait_for("@field-text");
    assert.equal(await page.value("@field-text"), "Fika");
    assert.deepEqual(await page.axe(AXE), []);
    await page.type("@field-text", " på fredagar");
    assert.equal(await page.exists("@note-text"), true);
    await page.click("@field-send");
    await page.wait_for("text=Klart. Det står på väggen.");
    assert.deepEqual(said(host), ["take f-1", "write f-1 Fika på fredagar"]);
    await page.wait_gone("@wall-field");
}));

person_test("what somebody else has taken is not offered, and who is muted is offered nothing", {within_s: 90}, () => with_page({field: {id: "f-1", taken: true}}, async (page, host, tell) => {
    assert.equal(await page.exists("@wall-field"), false);
    host.room.mine = {muted: true};
    tell({field: OFFER});
    await page.wait_gone("@note-text");
    assert.equal(await page.exists("@wall-field"), false);
}));

person_test("it is still there after the page was loaded again, and can be given back", {within_s: 90}, () => with_page({field: OFFER}, async (page, host) => {
    await page.click("@field-take");
    await page.wait_for("@field-text");
    await page.type("@field-text", " och kaffe");
    await page.reload();
    await page.wait_until("() => { const el = document.getElementById('field-text'); return el && el.value === 'Fika och kaffe'; }");
    await page.click("@field-back");
    await page.wait_gone("@wall-field");
    await until(() => said(host).length === 2, "that it is given back");
    assert.deepEqual(said(host), ["take f-1", "put_down f-1"]);
}));

person_test("when the wall takes it back what was typed is there to be read, until it is thrown away", {within_s: 90}, () => with_page({field: OFFER}, async (page, host, tell) => {
    await page.click("@field-take");
    await page.wait_for("@field-text");
    await page.type("@field-text", " och kaffe");
    tell({field: null});
    await page.wait_for("text=Väggen har tagit tillbaka lappen.");
    assert.equal(await page.text("@field-lost"), "Fika och kaffe");
    await page.click("@field-drop");
    await page.wait_gone("@wall-field");
}));

person_test("the remote takes it on its stage and writes it; what a tablet has taken it leaves alone", {within_s: 90}, () => with_remote({field: {id: "f-1", text: "Fika", by: "seat"}}, async (page, host) => {
    const tell = (field) => {
        host.room.remote = {field};
        host.tell();
    };
    assert.equal(await page.exists("@wall-field"), false);
    tell({id: "f-0", text: "Kaffe", by: "remote", remote: 2});
    await page.wait_for("@field-text");
    // Another remote has this one.
    tell({id: "f-1", text: "Fika", by: "remote", remote: 1});
    await page.wait_gone("@wall-field");
    tell({id: "f-2", text: "Fika", by: ""});
    await page.click("@field-take");
    tell({id: "f-2", text: "Fika", by: "remote", remote: 2});
    await page.wait_for("@field-text");
    await page.type("@field-text", " på fredagar");
    assert.deepEqual(await page.axe(AXE), []);
    await page.click("@field-send");
    await page.wait_for("text=Klart. Det står på väggen.");
    assert.deepEqual(deeds(host, "field").map((one) => [one.how, one.field, one.text].filter(Boolean).join(" ")), ["take f-2", "write f-2 Fika på fredagar"]);
    tell(null);
    await page.wait_gone("@wall-field");
    tell({id: "f-3", text: "", by: "remote", remote: 2});
    await page.type("@field-text", "Halvt");
    tell(null);
    await page.wait_for("text=Väggen har tagit tillbaka lappen.");
    assert.equal(await page.text("@field-lost"), "Halvt");
}));
