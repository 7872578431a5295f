// ctest: 120 s
// Following an idea through the real program: the contact stands in the register for the idea team, and nowhere else; it
// is taken back, found by an erasure, and then in no file.
import {check, equal, holds, program} from "./check.mjs";
import {go_to, remote_of, tablet_of} from "./client.mjs";
import {Host, bytes_below} from "./host.mjs";

const BLOCK = "ideer-i-tysthet";

await program("follow", async (place) => {
    const file = place.path("r.iderum");
    const host = await Host.start(place, file, ["--municipality", "Lindåsa"]);
    const remote = await remote_of(host);
    const [tove, elif] = [await tablet_of(host, {name: "Tove"}), await tablet_of(host)];
    await go_to(remote, BLOCK);
    const {note: idea} = await tove.ask({t: "note", block: BLOCK, text: "Skåp med kod", group: "", colour: "sol"});
    await remote.do("approve", {note: idea});
    await elif.until(() => elif.state.wall.some((one) => one.id === idea), "the wall");
    const follows = (tablet) => tablet.until(() => tablet.mine.follows.includes(idea), "that it follows");
    const holding = (words) => [...bytes_below(place.folder)].filter(([path, bytes]) => /r\.iderum|backups/.test(path) && bytes.includes(words)).map(([path]) => path);
    const shown = (...more) => place.must("register", "show", file, idea, ...more);

    await holds("a contact is asked for, and what is none is refused in words", async () => {
        const refused = await elif.refused_when({t: "follow", idea, contact: "ring mig"});
        equal([refused.code, /e-post/.test(refused.text)], ["bad_input", true], "the refusal");
        await elif.ask({t: "follow", idea, contact: "elif@lindasa.example"});
        await tove.ask({t: "follow", idea, contact: "070-123 45 67"});
        await Promise.all([follows(elif), follows(tove)]);
        check(!JSON.stringify([tove.state, tove.mine, elif.mine, remote.state]).includes("lindasa.example"), "a page was told the contact");
    });
    await holds("the register's own pages name who is to be told, and lists do not", async () => {
        equal(JSON.parse(shown("--json")).followers.map((one) => one.contact).sort(), ["070-123 45 67", "elif@lindasa.example"], "followers");
        check(shown().includes("elif@lindasa.example"), "the idea's card");
        check(!place.must("register", "export", file).includes("lindasa.example") && !place.must("register", "export", file, "--json").includes("lindasa.example"), "a list has it");
    });
    await holds("taken back it is in the register no more, and in no file when the host has stopped", async () => {
        check(holding("elif@lindasa.example").length > 0, "it cannot be found where it is");
        await elif.ask({t: "follow", idea, contact: ""});
        await elif.until(() => !elif.mine.follows.length, "that it does not follow");
        equal(JSON.parse(shown("--json")).followers.map((one) => one.contact), ["070-123 45 67"], "followers");
        await remote.do("end", {hidden_ok: true});
        equal(await host.stop(), 0, "exit status");
        equal(holding("elif@lindasa.example"), [], "files that hold it");
        place.verify(file);
    });
    await holds("an erasure finds the other by its text", async () => {
        place.must("journal", "erase", file, "--text", "070-123 45 67", "--rule", "DHP 4", "--decision", "KS 2026/12", "--include-copies", "--yes");
        equal(JSON.parse(shown("--json")).followers, undefined, "followers");
        equal(holding("070-123 45 67"), [], "files that hold it");
        place.verify(file);
    });
});
