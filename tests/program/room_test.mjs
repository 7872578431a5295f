// What a room meets in an afternoon: moderation, late comers, ties, a dead tablet, a lost ballot, a save that was too early.
import {check, equal, holds, program} from "./check.mjs";
import {Client, close_and_reveal, go_to, open_poll, remote_of, tablet_of, tablets_of, vote} from "./client.mjs";
import {Host} from "./host.mjs";

const BLOCK = "ideer-i-tysthet";
const note = (text, more = {}) => ({t: "note", block: BLOCK, text, group: "", colour: "sol", ...more});
const cast = (tablet, poll, option, k = 1) => tablet.ask(vote(poll.id, tablet.ballots[poll.id], k, option ? {choice: option} : {}));
const poll_of = (client, id) => client.state.polls.find((poll) => poll.id === id);

await program("room", async (place) => {
    const file = place.path("r.iderum");
    const host = await Host.start(place, file, ["--municipality", "Lindåsa"]);
    const remote = await remote_of(host);
    const tablets = await tablets_of(host, 4);
    await go_to(remote, BLOCK);
    const in_journal = (words) => Number(place.query(file, `SELECT count(*) FROM fact WHERE CAST(value AS TEXT) LIKE '%${words}%'`)[0][0]);
    const idea = (id) => place.query(file, `SELECT title, state, coalesce(number, ''), coalesce(outcome, '') FROM idea WHERE entity = x'${id.replaceAll("-", "")}'`)[0];

    await holds("the same note sent twice under one id is one note, with one answer", async () => {
        const message = note("Låna lokal på kvällen", {id: "twice-1"});
        const first = await tablets[0].ask(message);
        equal(await tablets[0].ask(message), first, "the second answer");
        equal(await tablets[0].ask({...message, text: "Något annat"}), first, "the answer to the id with another text");
        await tablets[0].until(() => tablets[0].mine.notes.length, "own notes");
        equal(tablets[0].mine.notes.map((own) => own.text), ["Låna lokal på kvällen"], "own notes");
        const other = await tablets[1].ask(note("Låna lokal på kvällen", {id: "twice-1"}));
        check(other.note !== first.note, "another seat's id is its own");
        await remote.until(() => remote.state.inbox.length === 2, "both in the inbox");
    });
    await holds("a note waits for approval outside the register, and is a draft idea from the moment it is shown", async () => {
        const {note: id, state} = await tablets[0].ask(note("Väntar på granskning"));
        equal([state, in_journal("Väntar på granskning")], ["waiting", 0], "before");
        await remote.until(() => remote.state.inbox.some((one) => one.note === id), "the inbox");
        await remote.do("approve", {note: id});
        await tablets[3].until(() => tablets[3].state.wall.some((one) => one.id === id), "the wall");
        equal(idea(id), ["Väntar på granskning", "draft", "", ""], "the idea");
    });
    await holds("a note that is hidden before it was shown never enters the register, and can be shown later", async () => {
        const {note: id} = await tablets[0].ask(note("Ska aldrig synas"));
        const {note: later} = await tablets[0].ask(note("Göms först och visas sedan"));
        await remote.until(() => remote.state.inbox.filter((one) => [id, later].includes(one.note)).length === 2, "the inbox");
        await remote.do("hide", {note: id});
        await remote.do("hide", {note: later});
        await remote.until(() => remote.state.hidden.length === 2, "the hidden ones");
        await tablets[0].until(() => tablets[0].mine.notes.filter((own) => own.state === "hidden").length === 2, "the writer to see it");
        equal([in_journal("Ska aldrig synas"), in_journal("Göms först")], [0, 0], "in the journal");
        await remote.do("show", {note: later});
        equal([in_journal("Ska aldrig synas"), idea(later)[1]], [0, "draft"], "after showing one");
        check(tablets.every((tablet) => !tablet.state.wall.some((one) => one.id === id)), "it is on a wall");
    });
    await holds("without moderation a note is shown at once", async () => {
        await remote.do("moderation", {on: false});
        const {note: id, state} = await tablets[1].ask(note("Visas direkt"));
        equal([state, idea(id)[1]], ["shown", "draft"], "the note");
        await remote.do("moderation", {on: true});
    });

    await go_to(remote, "kom-in");
    let poll = await open_poll(remote, tablets);
    const options = poll.options.map((option) => option.id);
    await holds("one who comes late, while a vote is open, may vote", async () => {
        tablets.push(await tablet_of(host, {name: "Sen"}));
        await tablets[4].until(() => tablets[4].ballots[poll.id], "a ballot");
        await cast(tablets[4], poll, options[0]);
        await remote.until(() => poll_of(remote, poll.id).of === 5 && (remote.count?.in === 1 || poll_of(remote, poll.id).in === 1), "five who may vote");
    });
    await holds("a vote can be changed as long as the round is open, an older one does not count, and a blank one abstains", async () => {
        await cast(tablets[4], poll, options[1], 2);
        equal((await tablets[4].refused_when(vote(poll.id, tablets[4].ballots[poll.id], 1, {choice: options[0]}))).code, "already", "an older change of mind");
        for (const [seat, option] of [[0, 0], [1, 0], [2, 1]]) await cast(tablets[seat], poll, options[option]);
        await cast(tablets[3], poll, null);
        const shown = await close_and_reveal(remote, poll.id);
        equal(shown.result.rows.map((row) => row.id + " " + row.votes).sort(), [options[0] + " 2", options[1] + " 2", options[2] + " 0"].sort(), "votes");
        equal([shown.in, shown.of], [5, 5], "ballots");
        equal(shown.result.ties.flat().sort(), [options[0], options[1]].sort(), "the tie");
        equal((await tablets[0].refused_when(vote(poll.id, tablets[0].ballots[poll.id], 9, {choice: options[2]}))).code, "closed", "a vote after the close");
    });
    await holds("a new round among those that tied begins with an empty urn and new ballots", async () => {
        const before = tablets[0].ballots[poll.id];
        const {poll: id} = await remote.do("revote", {poll: poll.id, options: [options[0], options[1]]});
        await Promise.all(tablets.map((tablet) => tablet.until(() => tablet.ballots[id] && poll_of(tablet, id), "a ballot")));
        const round = poll_of(tablets[0], id);
        equal([round.round, round.in, round.of, round.options.map((option) => option.id).sort()], [2, 0, 5, [options[0], options[1]].sort()], "the round");
        check(tablets[0].ballots[id] !== before, "the same ballot");
        equal((await tablets[0].refused_when(vote(id, before, 1, {choice: options[0]}))).code, "denied", "the first round's ballot");
        equal((await tablets[0].refused_when(vote(id, tablets[0].ballots[id], 1, {choice: options[2]}))).code, "bad_input", "an option that is out");
        for (const tablet of tablets) await cast(tablet, {id}, options[1]);
        const shown = await close_and_reveal(remote, id);
        equal([shown.result.winners, shown.result.voters], [[options[1]], 5], "the outcome");
        equal(poll_of(remote, poll.id).result.rows.length, 3, "the first round's rows");
    });
    await holds("a device that lost its ballot gets another by the trainer's tap, counted openly", async () => {
        poll = await open_poll(remote, tablets);
        const seat = remote.state.seats.find((one) => one.return === tablets[2].welcome.return).seat;
        await tablets[2].until(() => !tablets[2].unanswered().length, "got to be answered");
        const secret = tablets[2].welcome.seat;
        await tablets[2].leave();
        tablets[2] = await Client.join(host, {role: "tablet", seat: secret, lang: "sv"});
        await tablets[2].until(() => tablets[2].lost.has(poll.id), "to be told that it must have one");
        equal(tablets[2].ballots[poll.id], undefined, "a ballot");
        await remote.do("new_ballot", {poll: poll.id, seat});
        await tablets[2].until(() => tablets[2].ballots[poll.id], "another ballot");
        await cast(tablets[2], poll, options[0]);
        await remote.until(() => poll_of(remote, poll.id).extra === 1, "the extra one to be shown");
        const shown = await close_and_reveal(remote, poll.id);
        equal([shown.extra, shown.result.voters], [1, 1], "extra and voters");
    });
    await holds("a seat taken over by its return code goes to the new device; the old one is told and opens nothing", async () => {
        const old = tablets[3];
        const fresh = await Client.join(host, {role: "tablet", return: old.welcome.return, lang: "sv"});
        await old.until(() => old.taken && old.closed, "the old device to be told");
        check(fresh.welcome.seat !== old.welcome.seat, "the same secret");
        equal(fresh.welcome.name, "Deltagare 4", "the name");
        equal((await Client.refusal(host, {role: "tablet", seat: old.welcome.seat})).code, "not_found", "the old secret");
        await go_to(remote, BLOCK);
        await fresh.ask(note("Från den nya plattan"));
        await remote.until(() => remote.state.people === 5, "the same number of people");
        tablets[3] = fresh;
    });

    let saved;
    await holds("an undo within eight seconds makes received ideas drafts again, without a number", async () => {
        poll = poll_of(remote, poll.id) || poll;
        await go_to(remote, BLOCK);
        const ideas = remote.state.wall.filter((one) => one.type === "idea").map((one) => one.id).slice(0, 2);
        equal(ideas.length, 2, "ideas to save");
        saved = ideas;
        const ack = await remote.do("save", {poll: poll.id, notes: ideas});
        const undo = await remote.until(() => remote.state.undo, "the undo");
        equal(undo.id, ack.undo, "its id");
        check(undo.text.length > 5 && undo.until > Date.now() && undo.until < Date.now() + 9000, JSON.stringify(undo));
        equal(ideas.map((id) => idea(id)[1]), ["received", "received"], "saved at once");
        await remote.do("undo", {undo: undo.id});
        equal(ideas.map((id) => idea(id).slice(1, 3)), [["draft", ""], ["draft", ""]], "undone");
        await remote.until(() => !remote.state.undo, "no undo");
    });
    await holds("after eight seconds it has its number and the origin of the vote, and only withdrawing is left", async () => {
        const ack = await remote.do("save", {poll: poll.id, notes: saved});
        const numbers = await remote.until(() => {
            const found = saved.map((id) => remote.state.wall.find((one) => one.id === id).number);
            return found.every(Boolean) ? found : null;
        }, "numbers");
        const year = String(new Date().getFullYear()).slice(2);
        equal([...numbers].sort(), ["L" + year + "-001", "L" + year + "-002"], "numbers");
        equal((await remote.refused_when({t: "do", what: "undo", undo: ack.undo})).code, "not_now", "a late undo");
        equal((await remote.refused_when({t: "do", what: "save", poll: poll.id, notes: saved})).code, "already", "a second save");
        const shown = JSON.parse(place.must("register", "show", file, numbers[0], "--json"));
        const origin = typeof shown.origin === "string" ? JSON.parse(shown.origin) : shown.origin;
        equal([origin.block?.id ?? origin.block, Boolean(origin.session)], [BLOCK, true], "the origin " + JSON.stringify(origin).slice(0, 300));
        await remote.do("withdraw_idea", {note: saved[0], reason: "Fel idé"});
        equal(idea(saved[0]).slice(1), ["closed", numbers[saved.indexOf(saved[0])], "withdrawn"], "the withdrawn idea");
        equal(idea(saved[1])[1], "received", "the other");
    });
    await holds("after the end, what was hidden is nowhere in the file", async () => {
        await remote.do("end", {hidden_ok: true});
        equal(await host.stop(), 0, "exit status");
        place.verify(file);
        equal([in_journal("Ska aldrig synas"), place.query(file, "SELECT count(*) FROM hidden_note")[0][0]], [0, "0"], "traces");
        check(!place.must("register", "export", file, "--json").includes("Ska aldrig synas"), "it is exported");
    });
});
