// The trainer: presses the real buttons of the remote's page, and waits until each has done what it says.

export class Trainer {
    constructor(page) {
        this.page = page;
    }

    /// `look()` is called before the code is typed.
    async pair(host, look) {
        await this.page.open(host.remote_url);
        await this.page.wait_for("@pair");
        await look();
        await this.page.type("@code", host.remote_code);
        await this.page.click("@pair");
        await this.page.wait_for("@join-code");
    }

    /// The title of the block that is on.
    title() {
        return this.page.run("() => { const el = document.querySelector('[data-id=agenda] span:not(.sr)'); return el ? el.textContent : ''; }");
    }

    async next(title) {
        await this.page.click("@next");
        await this.wait_for_title(title);
    }

    wait_for_title(title, options = {}) {
        return this.page.wait_until("(title) => { const el = document.querySelector('[data-id=agenda] span:not(.sr)'); return !!el && el.textContent === title; }",
            [title], Object.assign({what: "the remote at “" + title + "”"}, options));
    }

    /// Until it no longer says that something is not on disk yet.
    is_saved() {
        return this.page.wait_gone("@not-saved", {timeout: 5000, what: "the remote to know that all is on disk"});
    }

    add(minutes) {
        return this.page.click("@add-" + minutes);
    }

    clock_is(over) {
        return over ? this.page.wait_for("[data-id=clock].over", {what: "the clock over time on the remote"})
            : this.page.wait_gone("[data-id=clock].over", {what: "the clock with time left again"});
    }

    /// Away from the host, and back.
    is_away() {
        return this.page.wait_for(".status-dot.off", {what: "the remote to notice that the host is gone"});
    }
    is_back(options) {
        return this.page.wait_gone(".status-dot.off", options);
    }

    async in_sheet(opener, deed) {
        await this.page.click("@" + opener);
        await this.page.wait_for("@close-sheet");
        const answer = await deed();
        await this.close_sheet();
        return answer;
    }

    async close_sheet() {
        await this.page.click("@close-sheet");
        await this.page.wait_gone("@close-sheet");
    }

    /// The inbox as it stands: [{id, text, held}].
    inbox() {
        return this.page.run(`() => Array.from(document.querySelectorAll("[data-id=inbox-note]"), (row) => ({text: row.querySelector(".inbox-text").textContent,
            held: !!row.querySelector(".chip.warn"), id: row.querySelector("[data-id^=hide-]").dataset.id.slice(5)}))`);
    }

    async wait_for_inbox(count) {
        await this.page.wait_until("(count) => document.querySelectorAll('[data-id=inbox-note]').length === count", [count], {what: count + " in the inbox"});
        return this.inbox();
    }

    /// Waits for `count` notes and shows them all but those that `hide(text)` says; `mend` is {text: new text}. What is
    /// held for a reason (a personal number) is only hidden if `hide` says so. `look()` is called before anything is pressed.
    async moderate(count, {hide = () => false, mend = {}, look = null} = {}) {
        return this.in_sheet("inbox", async () => {
            const notes = await this.wait_for_inbox(count);
            if (look) await look();
            let left = count;
            for (const note of notes) {
                if (hide(note.text)) {
                    await this.page.click("@hide-" + note.id);
                    left -= 1;
                } else if (mend[note.text]) {
                    await this.page.click("@fix-" + note.id);
                    await this.page.wait_for("@fix-text");
                    await this.page.run("() => document.querySelector('[data-id=fix-text]').select()");
                    await this.page.type("@fix-text", mend[note.text]);
                    await this.page.click("@fix-save");
                    await this.page.wait_until("(text) => Array.from(document.querySelectorAll('.inbox-text')).some((one) => one.textContent === text)", [mend[note.text]], {what: "the mended text in the inbox"});
                }
            }
            await this.wait_for_inbox(left);
            if (await this.page.exists("@approve-all")) await this.page.click("@approve-all");
            for (const note of await this.inbox()) if (note.held || left === 1) await this.page.click("@approve-" + note.id).catch(() => null);
            await this.wait_for_inbox(0);
            return notes;
        });
    }

    open_poll(index = 0) {
        return this.page.click("@open-poll-" + index);
    }

    turnout(index, count, of) {
        return this.page.wait_until(`(index, count, of) => { const el = document.querySelector("[data-id=poll-state-" + index + "]");
            const found = el ? el.textContent.match(/[0-9]+/g) : null; return !!found && Number(found[0]) === count && Number(found[1]) === of; }`, [index, count, of],
        {what: count + " of " + of + " votes on the remote"});
    }

    async close_and_reveal(index, count) {
        await this.page.click("@close-poll-" + index);
        await this.page.wait_for("@reveal-" + index);
        await this.turnout(index, count, count);
        await this.page.click("@reveal-" + index);
        await this.page.wait_for("@result-" + index);
    }

    /// Opens the result, ticks exactly these notes and saves them in the register.
    async save(index, notes, look) {
        await this.page.click("@result-" + index);
        await this.page.wait_for("@save");
        const offered = await this.page.run("() => Array.from(document.querySelectorAll('[data-id^=save-]'), (one) => ({id: one.dataset.id.slice(5), on: one.checked}))");
        for (const one of offered) if (one.on !== notes.includes(one.id)) await this.page.click("@save-" + one.id);
        if (look) await look();
        await this.page.click("@save");
        await this.page.wait_for("@undo-bar");
        return offered.map((one) => one.id);
    }

    async undo() {
        await this.page.click("@undo");
        await this.page.wait_gone("@undo-bar");
    }

    /// Joins one note with another on the wall, by their texts.
    async merge(text, into) {
        const ids = await this.wall();
        await this.page.click("@wall-note-" + ids[text]);
        await this.page.choose("@merge-into-" + ids[text], ids[into]);
        await this.page.wait_gone("@wall-note-" + ids[text]);
    }

    /// Puts a note into a group, a new one when there is none of that name.
    async sort(text, group) {
        const ids = await this.wall();
        const groups = await this.page.run("() => { const all = {}; for (const one of document.querySelectorAll('section[data-id^=cluster-]')) all[one.querySelector('h3').textContent] = one.dataset.id.slice(8); return all; }");
        await this.page.click("@wall-note-" + ids[text]);
        await this.page.choose("@sort-" + ids[text], groups[group] || "new");
        if (!groups[group]) {
            await this.page.type("@cluster-name", group);
            await this.page.click("@cluster-save");
        }
        await this.page.wait_until(`(id, group) => { const note = document.querySelector("[data-id='wall-note-" + id + "']"); const section = note && note.closest("section");
            const name = section && section.querySelector("h3"); return !!name && name.textContent === group; }`, [ids[text], group], {what: "“" + text + "” under " + group});
        await this.page.click("@wall-note-" + ids[text]);
    }

    /// What stands on the wall's sheet: {text: id}.
    wall() {
        return this.page.run(`() => { const all = {}; for (const one of document.querySelectorAll("[data-id^=wall-note-]")) all[one.querySelector(".grow").textContent] = one.dataset.id.slice(10); return all; }`);
    }

    async end(look) {
        await this.page.click("@end");
        await this.page.wait_for("@end-session");
        if (look) await look();
        await this.page.click("@end-session");
        await this.page.wait_until("() => !!document.querySelector(\"[data-id='end-anyway']\") || !document.querySelector('.scrim')", [], {what: "an answer to Avsluta passet"});
        if (await this.page.exists("@end-anyway")) await this.page.click("@end-anyway");
        await this.page.wait_gone("@next");
        await this.page.wait_until("() => !document.querySelector('footer')", [], {what: "the remote's last page"});
    }
}
