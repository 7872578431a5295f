// A stand-in host for the pages: it serves them, speaks docs/protocol.md and shows a scene, so that every state can be
// looked at and tested without a whole session. It keeps nothing and decides nothing; the person test runs the real host.
//
//   node standin.mjs [scene] [port]      then open http://localhost:8010/ , /remote , /list , /audience?k=K7QP2M
import {createServer} from "node:http";
import {existsSync, readFileSync} from "node:fs";
import {dirname, extname, join, normalize} from "node:path";
import {fileURLToPath} from "node:url";
import {createRequire} from "node:module";
import {opened} from "../person/opened.mjs";
import {PHOTO} from "./photo.mjs";
import {page_texts} from "./po.mjs";
import {SCENES as USUAL} from "./scenes.mjs";
import {remote_frame} from "./remote_scene.mjs";
import {register_frame} from "./register_scene.mjs";
import {VOTES} from "./votes_scenes.mjs";

const SCENES = Object.assign({}, USUAL, VOTES);
const HERE = dirname(fileURLToPath(import.meta.url));
const ASSETS = process.env.IDERUM_SHARE ? join(process.env.IDERUM_SHARE, "tablet") : join(HERE, "../../assets/tablet");
const SOURCES = join(HERE, "../../assets/tablet");
const LANG = join(HERE, "../../assets/lang/page.d");
const PAGES = {"/": "index.html", "/remote": "remote.html", "/audience": "audience.html", "/list": "list.html", "/net": "net.html"};
const KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".json": "application/json"};
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
export const SEAT = "0123456789abcdef0123456789abcdef";
export const QR = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 21 21' shape-rendering='crispEdges'><rect width='21' height='21' fill='#fff'/><path fill='#17211F' d='M1 1h7v7H1zM2 2v5h5V2zM3 3h3v3H3zM13 1h7v7h-7zM14 2v5h5V2zM15 3h3v3h-3zM1 13h7v7H1zM2 14v5h5v-5zM3 15h3v3H3zM9 2h1v2H9zM11 4h1v3h-1zM9 9h3v1H9zM13 10h2v2h-2zM16 9h3v1h-3zM10 12h2v3h-2zM14 14h3v2h-3zM18 13h2v3h-2zM9 17h3v2H9zM14 18h2v2h-2zM18 18h1v1h-1zM3 9h2v2H3zM6 10h2v1H6z'/></svg>";

export function need(name) {
    const places = [join(HERE, "../person/package.json"), join(process.env.IDERUM_NODE || process.cwd(), "package.json")];
    for (const place of places) {
        try {
            return createRequire(place)(name);
        } catch (missing) {
            continue;
        }
    }
    throw new Error(name + " is missing: run npm install --no-package-lock in tests/person");
}

function serve(request, answer) {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    let file = PAGES[path] ? join(ASSETS, PAGES[path]) : null;
    const texts = /^\/assets\/lang\/([a-z]+)\.([a-z]+)\.json$/.exec(path);
    if (texts) {
        answer.writeHead(200, {"content-type": KINDS[".json"]});
        answer.end(JSON.stringify(page_texts(LANG, texts[2], texts[1])));
        return;
    }
    if (path.startsWith("/photo/")) {
        answer.writeHead(200, {"content-type": "image/jpeg"});
        answer.end(Buffer.from(PHOTO, "base64"));
        return;
    }
    if (path.startsWith("/assets/")) file = join(ASSETS, normalize(path.slice(8)));
    // Single scripts, for tests of what is in one.
    if (path.startsWith("/sources/")) file = join(SOURCES, normalize(path.slice(9)));
    if (!file || !(file.startsWith(ASSETS) || file.startsWith(SOURCES)) || !existsSync(file)) {
        answer.writeHead(404);
        answer.end();
        return;
    }
    answer.writeHead(200, {"content-type": KINDS[extname(file)] || "text/plain", "content-security-policy": POLICY, "cache-control": "no-store"});
    answer.end(readFileSync(file));
}

/// Starts the stand-in. `show(scene)` changes what everybody sees; `room` may be written to before `tell()`.
export async function start_standin({port = 0, scene = "write"} = {}) {
    const {WebSocketServer} = need("ws");
    const http = createServer(serve);
    const sockets = new WebSocketServer({server: http, path: "/ws"});
    const room = {scene, rev: 1, notes: [], hand: false, heard: [], photos: {}, filled: 0, mode: "ack", remote: {}, ended: false, refuse: null};
    const clients = new Set();

    const now = () => Date.now();
    function seen() {
        return SCENES[room.scene]();
    }
    function state_frame(kind) {
        const one = seen();
        return Object.assign({t: kind, rev: room.rev, now: now(), session: {title: "En förening lånar lokal", municipality: "Lindåsa", lang: "sv", ended: room.ended}, blank: false, people: 18,
            clusters: [], polls: []}, one, {mine: undefined, no_ballot: undefined, cards: undefined}, room.change || {});
    }
    function frames(role) {
        if (role === "remote") return [remote_frame(room, state_frame("remote"), QR)];
        if (role === "audience") {
            const frame = state_frame("audience");
            for (const note of frame.wall) delete note.author;
            return [Object.assign(frame, {join: {code: room.code || "K7QP2M", url: "http://192.168.1.20:8010/?k=K7QP2M", qr_svg: QR}})];
        }
        const one = seen();
        const list = [state_frame("state"), Object.assign({t: "mine", rev: room.rev, notes: room.notes, given: [], follows: room.follows || [], hand: room.hand, muted: false}, one.mine, room.mine)];
        if (room.open_card) list.push(card_frame());
        if (room.board !== undefined) list.push(Object.assign({t: "board", now: now()}, room.board || {board: null}));
        for (const poll of one.polls || []) {
            if (poll.state !== "open" || room.mode === "other urn" || (poll.trust === "codes" && !room.coded)) continue;
            list.push(one.no_ballot ? {t: "no_ballot", poll: poll.id} : {t: "ballot", poll: poll.id, round: poll.round, token: room.token || SEAT, n: room.person || 0, paper: !!room.paper});
        }
        return list;
    }
    function card_frame() {
        const block = seen().block;
        const fields = {};
        for (const field of (block && block.form && block.form.fields) || []) fields[field.id] = {text: "", own: null, others_wait: false, writers: []};
        return {t: "card", idea: room.open_card, fields: Object.assign(fields, seen().cards, room.card)};
    }
    function send(client, ...list) {
        for (const frame of list) if (client.readyState === 1) client.send(JSON.stringify(frame));
    }
    /// The last frame of all that is told says which telling it was.
    const told = () => ({t: "pong", now: now(), rev: room.rev});
    function tell() {
        room.rev += 1;
        for (const client of clients) if (client.role) send(client, ...frames(client.role), told());
    }
    function welcome(client, hello) {
        const code = hello.join || hello.pair || hello.return || hello.seat || hello.secret;
        if (room.refuse || code === "WRONG2") {
            send(client, Object.assign({t: "refused", code: "wrong_code", text: "Koden stämmer inte. Läs koden på stora skärmen och skriv den igen.", retry_after_ms: 2000}, room.refuse));
            client.close();
            return;
        }
        if (room.confirm && hello.pair) {
            client.held = hello;
            send(client, {t: "confirm"});
            return;
        }
        client.role = hello.role;
        room.name = hello.name || room.name || "Tove";
        send(client, {t: "welcome", v: 1, role: hello.role, seat: SEAT, secret: SEAT, number: 2, return: "H4XW9C", now: now(), name: room.name, show_name: true}, ...frames(hello.role), told());
    }
    function fill({field, item, text}) {
        const {entries, own} = room.board;
        if (room.board_waits) own.push({item, field, text, state: "waiting", held: ""});
        else if (!item) (entries[field] = entries[field] || []).push({item: "x" + ++room.filled, text, value: text});
        else entries[field] = entries[field].map((one) => one.item === item ? Object.assign(one, {text, value: text}) : one).filter((one) => one.text);
    }
    function answer(client, frame) {
        if (room.mode === "silent") return;
        if (room.mode === "pending") {
            send(client, {t: "pending", id: frame.id, code: "disk_full", retry_after_ms: 2000});
            return;
        }
        if (room.mode === "nak") {
            send(client, {t: "nak", id: frame.id, code: "too_large", text: "Texten är för lång. Korta den lite.", retry_after_ms: 0});
            return;
        }
        if (room.mode === "other urn" && frame.t === "vote") {
            send(client, {t: "nak", id: frame.id, code: "denied", text: "Du får inte göra det.", retry_after_ms: 0});
            return;
        }
        if (room.mode === "no photos" && frame.t === "photo") {
            send(client, {t: "nak", id: frame.id, code: "too_many", text: "Du har skickat så många bilder du kan.", retry_after_ms: 0});
            return;
        }
        const ack = {t: "ack", id: frame.id};
        if (frame.t === "photo") {
            const before = frame.at === 0 ? "" : room.photos[frame.photo] || "";
            room.photos[frame.photo] = before + Buffer.from(frame.data, "base64").toString("latin1");
            ack.have = room.photos[frame.photo].length;
        }
        if (frame.t === "note" && frame.photo && !(frame.photo in room.photos)) {
            send(client, {t: "nak", id: frame.id, code: "not_now", what: "photo_first", text: "Bilden är inte framme än.", retry_after_ms: 500});
            return;
        }
        if (frame.t === "note" && !room.notes.some((one) => one.id === frame.id)) {
            ack.note = "n-" + frame.id;
            ack.state = "waiting";
            room.notes.push({note: ack.note, id: frame.id, block: frame.block, type: "idea", group: frame.group, text: frame.text, colour: frame.colour, parent: frame.parent, state: "waiting", number: null,
                photo: frame.photo ? {address: frame.photo, shows: frame.shows || ""} : undefined});
        }
        if (frame.t === "edit") room.notes.filter((one) => one.note === frame.note).forEach((one) => Object.assign(one, {text: frame.text}, one.photo && frame.shows !== undefined ? {photo: {...one.photo, shows: frame.shows}} : {}));
        if (frame.t === "withdraw") room.notes = room.notes.filter((one) => one.note !== frame.note);
        if (frame.t === "code" && frame.code !== "ABCDEFGH") {
            send(client, {t: "nak", id: frame.id, code: "wrong_code", text: "Koden finns inte. Läs den på kortet och skriv den igen.", retry_after_ms: 0});
            return;
        }
        if (frame.t === "code") room.coded = true;
        if (frame.t === "follow" && frame.contact && !frame.contact.includes("@")) {
            send(client, {t: "nak", id: frame.id, code: "bad_input", what: "contact", text: "Skriv en e-postadress eller ett telefonnummer, inget annat.", retry_after_ms: 0});
            return;
        }
        if (frame.t === "follow") room.follows = (room.follows || []).filter((one) => one !== frame.idea).concat(frame.contact && !frame.stop ? frame.idea : []);
        if (frame.t === "hand") room.hand = frame.up;
        if (frame.t === "card") room.open_card = frame.idea;
        if (frame.t === "form") {
            ack.state = "shown";
            for (const field of Object.keys(frame.fields)) room.card = Object.assign({}, room.card, {[field]: {text: frame.fields[field], own: null, others_wait: false, writers: []}});
        }
        if (frame.t === "field") {
            if (frame.how === "take") ack.text = "Fika";
            room.change = Object.assign({}, room.change, {field: frame.how === "take" ? {id: frame.field, taken: true} : null});
        }
        if (frame.t === "fill") {
            ack.state = room.board_waits ? "waiting" : "shown";
            fill(frame);
        }
        const reads = frame.t === "do" && frame.what === "read_register";
        if (reads) send(client, Object.assign(register_frame(), room.register));
        send(client, ack);
        if (frame.t !== "got" && !reads) tell();
    }

    sockets.on("connection", (client) => {
        clients.add(client);
        client.on("close", () => clients.delete(client));
        client.on("message", (text) => {
            const frame = JSON.parse(String(text));
            if (frame.t !== "ping") room.heard.push(frame);
            if (frame.t === "hello") welcome(client, frame);
            else if (frame.t === "ping") send(client, {t: "pong", now: now()});
            else answer(client, frame);
        });
    });
    await new Promise((done) => http.listen(port, "127.0.0.1", done));
    return {
        url: "http://localhost:" + http.address().port, room, tell,
        send_all: (frame) => clients.forEach((client) => send(client, frame)),
        show(name) {
            room.scene = name;
            tell();
        },
        /// As somebody does at the wall.
        let_in() {
            room.confirm = false;
            for (const client of clients) if (client.held) welcome(client, client.held);
        },
        cut: () => clients.forEach((client) => client.terminate()),
        close: opened("the stand-in host", () => {
            clients.forEach((client) => client.terminate());
            http.closeAllConnections();
            return new Promise((done) => http.close(done));
        }),
    };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const host = await start_standin({scene: process.argv[2] || "write", port: Number(process.argv[3] || 8010)});
    console.log(host.url + "  scenes: " + Object.keys(SCENES).join(" "));
    process.stdin.on("data", (line) => SCENES[String(line).trim()] && host.show(String(line).trim()));
}
