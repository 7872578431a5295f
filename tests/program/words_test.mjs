// A municipality's own words: read when the host starts, told when they cannot be, and a note with one of them waits.
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {check, equal, holds, program} from "./check.mjs";
import {go_to, remote_of, tablet_of} from "./client.mjs";
import {Host} from "./host.mjs";

const BLOCK = "ideer-i-tysthet";
const note = (text) => ({t: "note", block: BLOCK, text, group: "", colour: "sol"});

await program("words", async (place) => {
    const folder = join(place.env.XDG_DATA_HOME, "iderum");
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, "held-words.txt"), "# våra egna\nplurriga*\ntvå ord\n");
    const host = await Host.start(place, place.path("r.iderum"), ["--no-moderation"]);
    const remote = await remote_of(host);
    const tablet = await tablet_of(host, {name: "Tove"});
    await go_to(remote, BLOCK);

    await holds("the line that is no word is told with its number, and the others hold notes also when all is shown directly", async () => {
        check(/Rad 3 .*held-words\.txt/.test(host.err), "told at the start: " + host.err);
        equal((await tablet.ask(note("Plurrigaste lokalen"))).state, "waiting", "a word of the municipality");
        equal((await tablet.ask(note("Alla är idi0ter"))).state, "waiting", "a word that comes with the program");
        equal((await tablet.ask(note("Vanlig idé"))).state, "shown", "another");
        await remote.until(() => remote.state.inbox.length === 2, "the inbox");
        equal(remote.state.inbox.map((one) => one.held), ["word", "word"], "the reason");
    });
});
