// A photo with a note. It is made small on the device, through a canvas: place, time and camera are not in what comes out.
// It is kept here until the host has answered for its note, and sent in pieces, each answered for, before the note.
import "./screens/vote.js";  // whatever this needs of it, all that comes later names the same: one file (cmake/sync_folder.cmake)
import {device} from "./device.js";
import {h} from "./dom.js";
import {refusal_text, t} from "./i18n.js";
import {icon} from "./icons.js";
import {offer} from "./later.js";
import {new_id, on_answer, send_all} from "./outbox.js";
import {button} from "./parts.js";
import {get_photo, put_photo, tidy_photos} from "./photo_box.js";
import {forget, keep, kept} from "./storage.js";
import {announce, redraw, toast} from "./ui.js";

const MOST_PX = 1600;
const MOST_BYTES = 600000;
const PIECE = 11250;  // bytes: 15,000 letters of base64 in a frame of at most 16 KiB
const ANSWER_WITHIN_MS = 10000;
const SENT_FOR_MS = 30000;  // so long the host keeps a photo for its note, and a while more
const TIDY_EVERY_MS = 15000;

const urls = {};  // id → address of the photo in this page; "" while it is fetched
const sent = {};  // id → {welcomed, at}: whole at the host
const answers = {};  // message id → what waits for its answer
const lasting = {};  // id → false when the browser keeps it no longer than the page
let busy = false;
let working = "";  // the draft for which a photo is made small

function draft_of(block) {
    return "draft/photo/" + block;
}

// ---- making it small

function read_image(file) {
    return new Promise((done, failed) => {
        const image = new Image();
        const url = URL.createObjectURL(file);
        const end = (how) => {
            URL.revokeObjectURL(url);
            how();
        };
        image.onload = () => end(() => done(image));
        image.onerror = () => end(() => failed(new Error("no picture")));
        image.src = url;
    });
}

/// The picture as JPEG, at most MOST_PX wide and high and MOST_BYTES large.
async function made_small(file) {
    const image = await read_image(file);
    const side = Math.max(image.naturalWidth, image.naturalHeight);
    if (!side) throw new Error("no picture");
    for (let most = MOST_PX; most >= 200; most *= 0.75) {
        const scale = Math.min(1, most / side);
        const canvas = document.createElement("canvas");
        canvas.width = Math.max(1, Math.floor(image.naturalWidth * scale));
        canvas.height = Math.max(1, Math.floor(image.naturalHeight * scale));
        const pen = canvas.getContext("2d");
        pen.fillStyle = "white";  // under what can be seen through
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.drawImage(image, 0, 0, canvas.width, canvas.height);
        for (const quality of [0.82, 0.65]) {
            const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
            if (!blob || blob.type !== "image/jpeg") throw new Error("no JPEG");
            if (blob.size <= MOST_BYTES) return bytes_of(blob);
        }
    }
    throw new Error("too large");
}

function bytes_of(blob) {
    return new Promise((done, failed) => {
        const reader = new FileReader();
        reader.onload = () => done(new Uint8Array(reader.result));
        reader.onerror = () => failed(reader.error);
        reader.readAsArrayBuffer(blob);
    });
}

async function chosen(block, file) {
    if (!file) return;
    working = block;
    redraw();
    try {
        const bytes = await made_small(file);
        const id = new_id();
        lasting[id] = await put_photo(id, bytes);
        show(id, bytes);
        keep(draft_of(block), Object.assign({shows: ""}, kept(draft_of(block)), {photo: id}));
        announce(t("photo.there"));
    } catch (failed) {
        toast(t("photo.unreadable"), "err");
    }
    working = "";
    redraw();
}

// ---- showing it

function show(id, bytes) {
    urls[id] = URL.createObjectURL(new Blob([bytes], {type: "image/jpeg"}));
}

/// Where the page finds a photo of its own, or null.
function url_of(id) {
    if (urls[id] === undefined) {
        urls[id] = "";
        get_photo(id).then((bytes) => {
            if (!bytes) return;
            show(id, bytes);
            redraw();
        });
    }
    return urls[id] || null;
}

function picker(block, id, symbol, capture) {
    return h("label.btn.plain.photo-pick", {key: id}, icon(symbol), h("span.label", null, t("photo." + id)),
        h("input", {type: "file", accept: "image/*", capture, "data-id": "photo-" + id, onchange: (event) => {
            chosen(block, event.target.files[0]);
            event.target.value = "";  // the same picture may be chosen again
        }}));
}

/// To take or choose a photo for what is being written in this block, and the one that was chosen.
function choice(block) {
    const draft = kept(draft_of(block));
    const src = draft && url_of(draft.photo);
    const remove = () => {
        forget(draft_of(block));
        announce(t("photo.removed"));
        redraw();
    };
    return h("section.photo", {key: "photo", "aria-label": t("photo.title")},
        draft ? h("div.photo-there", {key: "there", "data-id": "photo-there"}, src ? h("img", {src, alt: draft.shows || t("photo.own")}) : null,
            button({id: "photo-remove", icon: "close", kind: "plain", name: t("photo.remove"), onclick: remove})) : null,
        h("div.photo-picks", {key: "picks"}, picker(block, "take", "camera", "environment"), picker(block, "choose", "picture", null)),
        working === block ? h("p.support", {key: "working", role: "status"}, t("photo.working")) : null,
        draft ? h("label.field", {key: "shows"}, h("span.strong", null, t("photo.shows")),
            h("input.input", {"data-id": "photo-shows", maxlength: 140, dir: "auto", autocomplete: "off", value: draft.shows,
                oninput: (event) => keep(draft_of(block), Object.assign(draft, {shows: event.target.value}))})) : null,
        draft && lasting[draft.photo] === false ? h("p.support", {key: "memory"}, t("photo.memory")) : null,
        h("p.photo-info.support", {key: "info"}, icon("info"), h("span", null, t("photo.info"))));
}

/// One that was fetched before the host offers it, or while it sends many, is fetched again some times.
function again(event) {
    const image = event.target;
    const times = Number(image.dataset.times || 0) + 1;
    image.dataset.times = times;
    if (times < 4) setTimeout(() => image.setAttribute("src", image.getAttribute("src").replace(/\?.*/, "") + "?" + times), 1500);
}

/// The photo of an own note, small. It lies here until the host has it.
function small(note) {
    const here = typeof note.photo === "string";
    const src = here ? url_of(note.photo) : "/photo/" + note.photo.address;
    if (!src) return null;
    const shows = note.shows || note.text;
    return here ? h("img.photo-small", {key: "photo", src, alt: shows})
        : h("a.photo-open", {key: "photo", href: src, target: "_blank", rel: "noopener", "data-id": "own-photo"}, h("img.photo-small", {src, alt: t("photo.open", {shows}), onerror: again}));
}

/// What is said of the photo of an own note that is being changed.
function words(editing) {
    return h("label.field", {key: "shows"}, h("span.strong", null, t("photo.shows")),
        h("input.input", {"data-id": "edit-shows", maxlength: 140, dir: "auto", autocomplete: "off", value: editing.shows,
            oninput: (event) => {
                editing.shows = event.target.value;
            }}));
}

// ---- sending it

function base64(bytes) {
    let letters = "";
    for (let i = 0; i < bytes.length; ++i) letters += String.fromCharCode(bytes[i]);
    return btoa(letters);
}

/// The host's answer; null when it does not come.
function asked(frame) {
    return new Promise((done) => {
        const timer = setTimeout(done, ANSWER_WITHIN_MS, null);
        answers[frame.id] = (answer) => {
            clearTimeout(timer);
            delete answers[frame.id];
            done(answer);
        };
        if (!device.link.send(frame)) answers[frame.id](null);
    });
}

/// "whole", "lost" (tried again when there is contact) or the host's refusal.
async function sent_in_pieces(photo, bytes) {
    for (let at = 0; at < bytes.length;) {
        const data = base64(bytes.subarray(at, at + PIECE));
        const answer = await asked({t: "photo", id: new_id(), photo, size: bytes.length, at, data});
        if (!answer) return "lost";
        if (answer.t === "ack") at += PIECE;
        else if (answer.retry_after_ms > 0) await new Promise((done) => setTimeout(done, answer.retry_after_ms));
        else return answer.code === "not_now" ? "lost" : answer;
    }
    return "whole";
}

/// A note goes without its photo when that cannot come with it: words are never lost for a picture.
function send_without(id, why) {
    const entry = kept("out/" + id);
    if (!entry) return;
    delete entry.frame.photo;
    delete entry.frame.shows;
    keep("out/" + id, entry);
    toast(t("photo.without", {why}), "err");
}

/// Sends the photo of a note that waits for it, if it is not on its way. Called whenever the page is drawn.
async function send(entry) {
    const id = entry.frame.photo;
    const before = sent[id];
    const is_there = before && before.welcomed === device.welcomed && performance.now() - before.at < SENT_FOR_MS;
    if (busy || is_there || entry.state === "refused" || device.link.status !== "on") return;
    busy = true;
    const welcomed = device.welcomed;
    const bytes = await get_photo(id);
    const how = bytes ? await sent_in_pieces(id, bytes) : {text: t("photo.gone")};
    busy = false;
    if (how === "lost") return;
    if (how === "whole") sent[id] = {welcomed, at: performance.now()};
    else send_without(entry.frame.id, refusal_text(how));
    send_all();
    redraw();
}

function tidy() {
    tidy_photos().then((gone) => {
        for (const id of gone) {
            if (urls[id]) URL.revokeObjectURL(urls[id]);
            delete urls[id];
        }
    });
}

on_answer("piece", (answer) => {
    if (answers[answer.id]) answers[answer.id](answer);
});
setInterval(tidy, TIDY_EVERY_MS);
tidy();
offer({photo: {choice, small, words, send}});
