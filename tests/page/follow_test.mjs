// ctest: 120 s
// Following an idea: a contact is asked for only then, with what it is used for; it can be taken back, and stays nowhere
// on the device.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {open_browser} from "../person/driver.mjs";
import {person_test} from "../person/opened.mjs";
import {start_standin} from "./standin.mjs";

const ENGINE = process.env.IDERUM_ENGINE || "chromium";
const AXE = readFileSync(createRequire(new URL("../person/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");
const CONTACT = "tove@lindasa.example";
const heard = (host) => host.room.heard.filter((one) => one.t === "follow").map((one) => [one.idea, one.contact]);
const kept = (page) => page.run("() => JSON.stringify(Object.assign({}, localStorage))");

async function with_page(scene, deed) {
    const host = await start_standin({scene});
    const page = await (await open_browser(ENGINE)).page({});
    await page.open(host.url + "/?k=K7QP2M");
    await page.click("@join");
    await page.wait_for("@title");
    await deed(page, host);
    assert.deepEqual(page.back.faults, []);
}

person_test("whoever follows an idea of the result is asked how to be reached, and told what for", {within_s: 60}, () => with_page("result_criteria", async (page, host) => {
    await page.wait_for_text("@follow", "Följ L26-058");
    assert.deepEqual(heard(host), []);
    await page.click("@follow");
    assert.equal(await page.attribute("@follow-go", "aria-disabled"), "true");
    assert.match(await page.text("#follow-privacy"), /berätta för dig hur det går .* tas bort 30 dagar efter/);
    await page.type("@follow-contact", CONTACT);
    await page.click("@follow-go");
    await page.wait_for_text("@follow", "Du följer");
    assert.deepEqual(heard(host), [["i1", CONTACT]]);
    assert.ok(!(await kept(page)).includes(CONTACT), "the contact is kept on the device");
}));

person_test("another idea of the result can be chosen", {within_s: 60}, () => with_page("result_criteria", async (page, host) => {
    await page.click("@follow");
    await page.click("@follow-i2");
    await page.type("@follow-contact", CONTACT);
    await page.click("@follow-go");
    await page.wait_gone("@follow-contact");
    assert.deepEqual(heard(host), [["i2", CONTACT]]);
}));

person_test("what is no contact is refused in words, and what was typed stays", {within_s: 60}, () => with_page("result_criteria", async (page) => {
    await page.click("@follow");
    await page.type("@follow-contact", "Tove");
    await page.click("@follow-go");
    await page.wait_for_text("@sheet-follow", "inget annat");
    assert.equal(await page.value("@follow-contact"), "Tove");
}));

person_test("it is taken back with one press", {within_s: 60}, () => with_page("result_criteria", async (page, host) => {
    host.room.follows = ["i1"];
    host.tell();
    await page.wait_for_text("@follow", "Du följer");
    await page.click("@follow");
    await page.click("@follow-stop");
    await page.wait_for_text("@follow", "Följ L26-058");
    assert.deepEqual(heard(host), [["i1", ""]]);
}));

person_test("an own idea that is shown can be followed", {within_s: 60}, () => with_page("write", async (page, host) => {
    host.room.notes = [{note: "n1", id: "c1", block: "b-collect", type: "idea", group: "", text: "Boka på kvällen", colour: "sol", state: "shown", number: null},
        {note: "n2", id: "c2", block: "b-collect", type: "idea", group: "", text: "Väntar", colour: "sol", state: "waiting", number: null}];
    host.tell();
    await page.wait_for("@follow-own");
    assert.equal(await page.count("@follow-own"), 1);
    assert.match(await page.attribute("@follow-own", "aria-label"), /^Följ: ./);
    await page.click("@follow-own");
    await page.type("@follow-contact", CONTACT);
    await page.click("@follow-go");
    await page.wait_gone("@follow-contact");
    assert.deepEqual(heard(host), [["n1", CONTACT]]);
}));

person_test("nothing is followed before its ideas are in the register", {within_s: 60}, () => with_page("result_dots", async (page) => {
    await page.wait_for("@row-i1");
    assert.equal(await page.exists("@follow"), false);
}));

person_test("on a device that several people use each is asked, nobody is shown another's, and one's own is taken back by typing it", {within_s: 60}, () => with_page("result_criteria", async (page, host) => {
    host.room.follows = ["i1"];
    host.room.mine = {use: "several"};
    host.tell();
    await page.wait_for_text("@follow", "Följ L26-058");
    for (const contact of [CONTACT, "elif@lindasa.example"]) {
        await page.click("@follow");
        await page.wait_for_text("@follow-each", "Var och en lämnar sin egen uppgift");
        assert.equal(await page.value("@follow-contact"), "");
        assert.equal(await page.attribute("@follow-stop", "aria-disabled"), "true");
        await page.type("@follow-contact", contact);
        assert.deepEqual(await page.axe(AXE), []);
        await page.click("@follow-go");
        await page.wait_gone("@follow-contact");
        await page.wait_for_text("@follow", "Följ L26-058");
    }
    await page.click("@follow");
    await page.type("@follow-contact", CONTACT);
    await page.click("@follow-stop");
    await page.wait_gone("@follow-contact");
    assert.deepEqual(host.room.heard.filter((one) => one.t === "follow").map((one) => [one.contact, !!one.stop]), [[CONTACT, false], ["elif@lindasa.example", false], [CONTACT, true]]);
}));

person_test("where votes from paper are taken in nobody's contact is asked for or shown", {within_s: 60}, () => with_page("result_criteria", async (page, host) => {
    host.room.follows = ["i1"];
    host.room.mine = {use: "paper"};
    host.tell();
    await page.wait_for_text("@follow-shared", "Flera använder den här plattan");
    assert.equal(await page.exists("@follow"), false);
    host.room.mine = {use: "one"};
    host.tell();
    await page.wait_for_text("@follow", "Du följer");
}));
