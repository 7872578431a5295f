// People with a tablet: each does by hand, or with only a keyboard, what the page asks for, and remembers what was done.
import assert from "node:assert/strict";
import {canonical} from "./halfday_tally.mjs";

const BAD_NETWORK_MS = 30000;  // what is lost there comes again, and who is dropped comes back, but not within ten seconds always

export class Person {
    constructor(browser, spec) {
        this.browser = browser;
        this.spec = spec;
        this.name = spec.name;
        this.tabs = 0;  // steps with the keyboard
    }

    async take_device() {
        const {width, height, network} = this.spec;
        this.page = await this.browser.page({width, height, network, motion: "reduce", language: "sv"});
        if (this.spec.keyboard) this.page.click = this.page.choose = (place) => Promise.reject(new Error(this.name + " has only a keyboard, and was to press " + place));
    }

    /// By the address of the QR, or by the six signs typed in.
    async join(host) {
        await this.take_device();
        await this.page.open(this.spec.by_code ? host.join_url.replace(/\?.*/, "") : host.join_url);
        await this.page.wait_for("@join");
        await this.speak();
        if (this.spec.by_code) await this.put("code", host.code);
        if (this.name) await this.put("name", this.name);
        if (this.spec.keyboard) await this.page.press("Enter");
        else await this.page.click("@join");
        await this.page.wait_gone("@join");
    }

    /// Chooses the language; a browser's own may be another.
    async speak() {
        const wanted = this.spec.language || "sv";
        await this.page.wait_for("@language");
        if ((await this.page.run("() => document.documentElement.lang")) === wanted) return;
        await this.page.choose("@language", wanted);
        await this.page.wait_until("(lang) => document.documentElement.lang === lang", [wanted], {what: "the language " + wanted});
    }

    /// Waits until the block is on this page.
    sees(block, options = {}) {
        const title = block[this.spec.language || "sv"];
        return this.page.wait_until(`(title) => { const el = document.querySelector("[data-id=block]") || document.querySelector("[data-id=now]"); return !!el && el.textContent === title; }`,
            [title], Object.assign({what: this.name + " at “" + title + "”"}, this.spec.network ? {timeout: BAD_NETWORK_MS} : null, options));
    }

    async press(id) {
        if (!this.spec.keyboard) return this.page.click("@" + id);
        await this.page.wait_for("@" + id);
        await this.tab_to(id);
        return this.page.press("Enter");
    }

    async put(id, text) {
        if (!this.spec.keyboard) return this.page.type("@" + id, text);
        await this.page.wait_for("@" + id);
        await this.tab_to(id);
        return this.page.back.keys(text);
    }

    async tab_to(id) {
        this.tabs += await this.page.tab_to(id, 400);
    }

    /// One of a group of radio buttons; the keyboard enters the group where the choice is, or at its beginning.
    async choose_of(ids, id) {
        if (!this.spec.keyboard) return this.page.click("@" + id);
        await this.page.wait_for("@" + ids[0]);
        const at = await this.page.run(`(ids) => ids.find((id) => document.querySelector("[data-id='" + id + "'] input").checked) || null`, ids);
        await this.tab_to(at || ids[0]);
        if (!at) await this.page.press("Space");
        const steps = ids.indexOf(id) - ids.indexOf(at || ids[0]);
        for (let i = 0; i < Math.abs(steps); ++i) await this.page.press(steps > 0 ? "ArrowDown" : "ArrowUp");
        await this.page.wait_until(`(id) => document.querySelector("[data-id='" + id + "'] input").checked`, [id], {what: "the choice " + id});
    }

    /// Writes a note; `group` where the block has them. Waits until the host has it, or says that it holds it for a reason.
    async write(text, group, held = null) {
        if (group) {
            await this.page.wait_for("@group-" + group);
            const groups = await this.page.run("() => Array.from(document.querySelectorAll('[data-id^=group-]'), (one) => one.dataset.id)");
            await this.choose_of(groups, "group-" + group);
        }
        await this.put("note-text", text);
        await this.press("send");
        await (held ? this.is_held(text, held) : this.is_there(text));
    }

    is_held(text, reason) {
        return this.page.wait_until(`(text, reason) => Array.from(document.querySelectorAll("[data-id=own-note]")).some((one) => one.textContent.includes(text) && Array.from(one.querySelectorAll(".chip.warn")).some((chip) => chip.textContent.includes(reason)))`,
            [text, reason], {what: this.name + "'s note “" + text + "” to be held: " + reason});
    }

    is_there(text) {
        return this.page.wait_until(`(text) => Array.from(document.querySelectorAll("[data-id=own-note]")).some((one) => one.textContent.includes(text) && !one.querySelector(".chip.warn, .chip.err"))`,
            [text], {what: this.name + "'s note “" + text + "” with the host"});
    }

    /// Adds to the idea of somebody else that lies in the hand.
    async build_upon(text) {
        await this.put("given-0/text", text);
        await this.press("given-0/send");
        await this.is_there(text);
        return this.page.text("@given-0");
    }

    /// What can be voted on: [{id, label}], in an order that is the same for all.
    async options() {
        await this.page.wait_for("[data-id^='option-']", {what: this.name + "'s options to vote on"});
        const all = await this.page.run(`() => Array.from(document.querySelectorAll(".option[data-id^='option-'], .scale-choice"), (one) => {
            const label = one.querySelector(".option-label");
            const letter = one.querySelector(".option-label .letter");
            return {id: one.dataset.id.slice(7), label: label ? label.textContent.slice(letter ? letter.textContent.length : 0) : ""};
        })`);
        return all.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : Number(a.id) - Number(b.id)));
    }

    async mark(method, value, options) {
        if (!Object.keys(value).length) return;  // a blank ballot
        if (method === "choice") await this.choose_of(await this.order(), "option-" + value.choice);
        if (method === "scale") await this.choose_of(options.map((one) => "option-" + one.id), "option-" + value.scale);
        if (method === "dots") await this.place("", value.dots);
        if (method === "tre-prickar") for (const criterion of Object.keys(value.dots)) await this.place("/" + criterion, value.dots[criterion]);
        for (const step of Object.keys(value.feelings || {})) {
            await this.choose_of([-2, -1, 0, 1, 2].map((one) => "option-" + step + "/" + one), "option-" + step + "/" + value.feelings[step]);
        }
    }

    order() {
        return this.page.run("() => Array.from(document.querySelectorAll(\".option[data-id^='option-']\"), (one) => one.dataset.id)");
    }

    async place(criterion, dots) {
        for (const option of Object.keys(dots)) for (let i = 0; i < dots[option]; ++i) await this.press("option-" + option + criterion + "/plus");
    }

    /// Votes and waits until the vote is saved. An empty value is a blank ballot.
    async vote(method, value, options) {
        await this.mark(method, value, options);
        await this.press("send");
        await this.page.wait_for("@vote-saved", {what: this.name + "'s vote saved"});
        assert.deepEqual(await this.kept_votes(), canonical(value), this.name + "'s page kept what was marked");
        this.voted = value;
    }

    /// What this device says that it voted, in the vote that is open.
    kept_votes() {
        return this.page.run(`() => Object.keys(localStorage).filter((key) => key.startsWith("iderum/ballot/")).map((key) => JSON.parse(localStorage[key])).filter((one) => one.token).map((one) => one.saved)`).then((all) => all.map(canonical).join());
    }

    /// Takes the dots of an earlier vote back and votes anew.
    async change_dots(from, to) {
        await this.press("change");
        for (const option of Object.keys(from.dots)) if (!to.dots[option]) await this.press("option-" + option + "/minus");
        for (const option of Object.keys(to.dots)) if (!from.dots[option]) await this.press("option-" + option + "/plus");
        await this.press("send");
        await this.page.wait_for("@vote-saved", {what: this.name + "'s changed vote saved"});
        this.voted = to;
    }

    /// The rows of the result as this page shows them: {id: {votes, rank, by, feeling}}.
    async result(method) {
        await this.page.wait_for(method === "scale" ? ".scale-bar" : "[data-id^='row-']", {what: "the result on " + this.name + "'s page"});
        return this.page.run(`(is_scale) => {
            const last = (el) => (el ? el.lastChild.textContent : "");
            const rows = {};
            for (const row of document.querySelectorAll(is_scale ? "none" : "[data-id^='row-']")) {
                const votes = row.querySelector(".votes");
                const felt = row.querySelector(".feeling-median span");
                rows[row.dataset.id.slice(4)] = {rank: Number(last(row.querySelector(".rank"))), votes: votes ? Number(votes.firstChild.textContent) : null,
                    by: Array.from(row.querySelectorAll(".by li"), (one) => Number(one.textContent.match(/[0-9]+$/)[0])), feeling: felt ? felt.textContent : ""};
            }
            for (const row of document.querySelectorAll(is_scale ? ".scale-bar" : "none")) rows[last(row.querySelector(".rank"))] = {votes: Number(row.querySelector(".votes").textContent)};
            return rows;
        }`, method === "scale");
    }

    /// Fills in fields of an idea's card, and waits until the host has each.
    async fill_card(idea, fields) {
        if (!(await this.page.exists("@other-card"))) await this.press("card-" + idea);
        await this.page.wait_for("@other-card");
        for (const field of Object.keys(fields)) {
            const place = "field-" + field;
            if (/^\d{4}-\d\d-\d\d$/.test(fields[field])) {
                await this.page.run(`(place, text) => { const el = document.querySelector("[data-id='" + place + "']"); el.value = text; el.dispatchEvent(new Event("input", {bubbles: true})); }`, place, fields[field]);
            } else {
                await this.put(place, fields[field]);
            }
        }
        await this.page.wait_until("(count) => document.querySelectorAll('.field .chip.ok').length >= count", [Object.keys(fields).length], {what: this.name + "'s card saved"});
    }

    /// The ballot tokens and the seat's secret that lie on this device.
    secrets() {
        return this.page.run(`() => Object.keys(localStorage).filter((key) => /^iderum\\/(seat|ballot\\/)/.test(key)).map((key) => JSON.parse(localStorage[key])).map((one) => one.token || one.secret).filter(Boolean)`);
    }

    /// Away from the host, and back: nothing on the page says so any more.
    is_away() {
        return this.page.wait_for("[data-id=me].off", {what: this.name + "'s page to notice that the host is gone"});
    }
    is_back(options) {
        return this.page.wait_until("() => { const me = document.querySelector('[data-id=me]'); return !!me && !me.classList.contains('off') && !document.querySelector('[data-id=offline]'); }",
            [], Object.assign({what: this.name + "'s page back"}, options));
    }

    /// The browser's tab is closed and the address opened again on the same device.
    async reopen(host) {
        if (this.browser.tab_beside) {
            const old = this.page;
            this.page = await this.browser.tab_beside(old);
            if (old.proxy) this.page.proxy = old.proxy;
            await this.page.open(host.join_url);
            await old.back.page.close();
        } else {
            await this.page.open("about:blank");
            await this.page.open(host.join_url);
        }
    }

    /// Moves to a new device with the return code; the old one is told.
    async change_device(host) {
        await this.page.click("@me");
        const code = await this.page.text("@my-return-code");
        await this.page.click("@close-sheet");
        const old = this.page;
        await this.take_device();
        await this.page.open(host.join_url);
        await this.page.wait_for("@join");
        await this.speak();
        await this.page.click("@use-return");
        await this.page.type("@return-code", code);
        await this.page.click("@join");
        await this.page.wait_gone("@join");
        await old.wait_for("@fresh");
        return old;
    }
}
