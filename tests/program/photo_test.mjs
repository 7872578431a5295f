// A photo with an idea, through the real program: sent in pieces, looked at by the trainer, fetched by those who may, in
// the register with its idea, and erased without a trace.
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {PHOTO} from "../page/photo.mjs";
import {check, equal, holds, program} from "./check.mjs";
import {go_to, remote_of, tablet_of} from "./client.mjs";
import {Host, bytes_below} from "./host.mjs";

const BLOCK = "ideer-i-tysthet";
const JPEG = Buffer.from(PHOTO, "base64");
const note = (text, more = {}) => ({t: "note", block: BLOCK, text, group: "", colour: "sol", ...more});
const piece = (photo, bytes, at, size = bytes.length) => ({t: "photo", photo, size, at, data: bytes.subarray(at, at + 1000).toString("base64")});

async function send_photo(tablet, photo, bytes = JPEG) {
    let have = 0;
    for (let at = 0; at < bytes.length; at += 1000) ({have} = await tablet.ask(piece(photo, bytes, at)));
    return have;
}

/// The JPEG with a segment of Exif in front, as a telephone's camera writes it.
function with_exif() {
    const words = Buffer.from("Exif\0\0GPS 58.3806N 15.5722E 2026-05-01 09:12");
    return Buffer.concat([JPEG.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, words.length + 2]), words, JPEG.subarray(2)]);
}

await program("photo", async (place) => {
    const file = place.path("r.iderum");
    const host = await Host.start(place, file, ["--municipality", "Lindåsa"]);
    const remote = await remote_of(host);
    const [tablet, other] = [await tablet_of(host, {name: "Tove"}), await tablet_of(host)];
    await go_to(remote, BLOCK);
    const get = (address) => fetch(host.origin + "/photo/" + address);
    const blobs = () => place.query(file, "SELECT sha256 FROM blob WHERE media_type = 'image/jpeg'").flat();
    let id = "", shown = "";

    await holds("a photo comes in pieces before its note, waits with it, and only the trainer and its writer can fetch it", async () => {
        const early = await tablet.refused_when(note("Skylten syns inte", {id: "with-photo", photo: "p1", shows: "En port utan skylt"}));
        equal([early.code, early.what, early.retry_after_ms > 0], ["not_now", "photo_first", true], "before the photo");
        equal(await send_photo(tablet, "p1", with_exif()), with_exif().length, "bytes that are there");
        ({note: id} = await tablet.ask(note("Skylten syns inte", {id: "with-photo", photo: "p1", shows: "En port utan skylt"})));
        const waiting = await remote.until(() => remote.state.inbox.find((one) => one.note === id && one.photo), "the inbox");
        equal(waiting.photo.shows, "En port utan skylt", "what it shows");
        const own = await tablet.until(() => tablet.mine.notes.find((one) => one.note === id && one.photo), "own notes");
        equal(own.photo.address, waiting.photo.address, "the address");
        check(!JSON.stringify([other.state, other.mine]).includes(waiting.photo.address), "another tablet knows the address");
        const answer = await get(waiting.photo.address);
        equal([answer.status, answer.headers.get("content-type"), answer.headers.get("x-content-type-options"), answer.headers.get("cache-control")],
            [200, "image/jpeg", "nosniff", "private, no-store"], "the answer");
        const kept = Buffer.from(await answer.arrayBuffer());
        check(!kept.includes("GPS") && !kept.includes("Exif"), "place and time are still in it");
        equal(blobs(), [], "photos in the register");
        shown = waiting.photo.address;
    });
    await holds("when it is let through it is in the register under its digest, at another address", async () => {
        await remote.do("approve", {note: id});
        const {photo} = await other.until(() => other.state.wall.find((one) => one.id === id && one.photo), "the wall");
        check(photo.address !== shown, "the address is the one from before");
        equal((await get(shown)).status, 404, "the former address");
        const kept = Buffer.from(await (await get(photo.address)).arrayBuffer());
        equal(blobs(), [createHash("sha256").update(kept).digest("hex")], "photos in the register");
        shown = photo.address;
    });
    await holds("what is said of it is changed by its writer, read before it is shown, and mended by the trainer", async () => {
        await tablet.ask({t: "edit", note: id, text: "Skylten syns inte", shows: "En port, utan skylt"});
        const waits = await remote.until(() => remote.state.inbox.find((one) => one.photo && one.photo.shows === "En port, utan skylt"), "the inbox");
        equal((await get(waits.photo.address)).status, 200, "the photo that it is about");
        await tablet.ask({t: "edit", note: id, text: "Skylten syns inte", shows: "Något helt annat"});
        const unread = await remote.refused_when({t: "do", what: "approve", note: waits.note, version: waits.version});
        equal([unread.code, unread.what], ["not_now", "changed"], "words that nobody read");
        const now = await remote.until(() => remote.state.inbox.find((one) => one.note === waits.note && one.version !== waits.version), "the words now");
        await remote.do("approve", {note: now.note, version: now.version});
        await other.until(() => other.state.wall.some((one) => one.id === id && one.photo.shows === "Något helt annat"), "the wall");
        await remote.do("fix", {note: id, shows: "En port utan skylt"});
        await other.until(() => other.state.wall.some((one) => one.id === id && one.photo.shows === "En port utan skylt"), "the wall, mended");
    });
    await holds("a repeat of the note is the same note, and brings no second photo", async () => {
        equal((await tablet.ask(note("Skylten syns inte", {id: "with-photo", photo: "p1"}))).note, id, "the note");
        equal(blobs().length, 1, "photos");
    });
    await holds("what is no photo, another seat's photo, a piece out of order and too much are refused, and nothing is left of them", async () => {
        equal((await tablet.refused_when(piece("p2", Buffer.alloc(900, "x"), 0))).code, "bad_input", "no JPEG");
        equal((await tablet.refused_when(piece("p2", JPEG.subarray(0, 900), 0))).code, "bad_input", "half of one");
        const bomb = Buffer.from(JPEG);
        bomb.writeUInt16BE(65000, bomb.indexOf(Buffer.from([0xff, 0xc0])) + 5);
        equal(await send_photo(tablet, "p2", bomb).then(() => "taken", (refused) => /too_large/.test(refused.message)), true, "a bomb");
        equal((await tablet.refused_when(piece("p2", JPEG, 1000))).what, "piece", "a piece that is not the next");
        equal((await tablet.refused_when(piece("p2", JPEG, 0, 700000))).code, "too_large", "more than a photo may have");
        await send_photo(tablet, "p3");
        equal((await other.refused_when(note("Inte min", {photo: "p3"}))).what, "photo_first", "another seat's");
        for (const path of ["/photo/", "/photo/" + "0".repeat(32), "/photo/" + blobs()[0], "/photo/../r.iderum"]) equal((await fetch(host.origin + path)).status, 404, path);
        equal(blobs().length, 1, "photos");
    });
    await holds("hidden again it is fetched by nobody who knew where it was", async () => {
        await remote.do("hide", {note: id});
        await remote.until(() => remote.state.hidden.some((one) => one.note === id && one.photo && one.photo.address !== shown), "what is hidden");
        equal((await get(shown)).status, 404, "the former address");
        await remote.do("show", {note: id});
    });
    await holds("the register names it with its idea, and so does an export", async () => {
        await remote.do("end", {hidden_ok: true});
        equal(await host.stop(), 0, "exit status");
        const idea = JSON.parse(place.must("register", "show", file, id, "--json"));
        equal([idea.photo_blob, idea.photo_shows], [blobs()[0], "En port utan skylt"], "the idea");
        check(place.must("register", "show", file, id).includes("En port utan skylt"), "it is not named");
        const all = JSON.parse(place.must("register", "export", file, "--json"));
        equal(all.filter((one) => one.photo_blob).map((one) => one.id), [id], "exported ideas with a photo");
        equal(place.query(file, "SELECT count(*) FROM waiting_photo"), [["0"]], "photos that wait");
        const [head, row] = place.must("--lang", "sv", "register", "export", file, "--photos", place.path("bilder")).trim().split("\r\n").map((line) => line.split(";"));
        equal([row[head.indexOf("Bild")], row[head.indexOf("Bildfil")]], ["En port utan skylt", id + ".jpg"], "the list");
        const told = place.run(["--lang", "sv", "register", "export", file, "--photos", place.path("igen")]).err;
        check(told.startsWith("1 bild → "), told);
        const written = readFileSync(place.path("bilder/" + id + ".jpg"));
        equal(createHash("sha256").update(written).digest("hex"), blobs()[0], "the written photo");
        equal(place.must("register", "export", file).includes(id + ".jpg"), false, "a file is named that was not written");
        place.verify(file);
    });
    await holds("it is on the board that is printed", async () => {
        const pdf = place.path("tavla.pdf");
        place.must("board", "export", file, BLOCK, "--pdf", pdf);
        check(readFileSync(pdf).includes("/Subtype /Image"), "the PDF has no picture");
    });
    await holds("merged into another register it comes along", async () => {
        const second = place.path("andra.iderum");
        const there = await Host.start(place, second);
        equal(await there.stop(), 0, "exit status");
        place.must("register", "merge", second, file);
        equal(place.query(second, "SELECT sha256 FROM blob WHERE media_type = 'image/jpeg'").flat(), blobs(), "photos there");
    });
    await holds("erased with its idea's words it is nowhere, in no file and no backup", async () => {
        const coded = JPEG.subarray(JPEG.indexOf(Buffer.from([0xff, 0xda])), JPEG.length - 2);
        const holding = () => [...bytes_below(place.folder)].filter(([path, bytes]) => path.includes("r.iderum") || path.includes("backups") ? bytes.includes(coded.subarray(0, 200)) : false).map(([path]) => path);
        check(holding().length > 0, "it cannot be found where it is");
        place.must("journal", "erase", file, "--text", "Skylten syns inte", "--rule", "DHP 4", "--decision", "KS 2026/12", "--include-copies", "--yes");
        equal(holding(), [], "files that hold it");
        equal(blobs(), [], "photos");
        const told = [...bytes_below(place.folder)].filter(([path, bytes]) => path.includes("r.iderum") && bytes.includes("En port utan skylt"));
        equal(told.map(([path]) => path), [], "files that hold what it showed");
        place.verify(file);
    });
});
