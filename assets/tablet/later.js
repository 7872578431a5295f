// What the first page does without, so that it stays small: the rarer ways to vote and the room's tables come with the first of them,
// photos with the first place to write, reading aloud where the device has a voice, following with the first idea that can be, a table's board with the first that is opened, or with a note that the wall hands over. What could not be fetched is asked for again until it is here; what one has
// marked or written is kept meanwhile.
import {h} from "./dom.js";
import {base, more_texts, t} from "./i18n.js";
import {button, notice} from "./parts.js";
import {prefs} from "./prefs.js";
import {redraw} from "./ui.js";
import {voices} from "./voices.js";

const AGAIN_MS = 3000;
// All that these import is in them, or already here, as the host has them (cmake/sync_folder.cmake).
const FILES = {aloud: ["aloud.css", "aloud.js"], board: ["board.css", "board.js"], follow: ["follow.css", "follow.js"], photo: ["photo.css", "photo.js"], votes: ["votes.css", "votes.js"]};
const parts = {};
const state = {};  // of each: "coming", "missing", "here"

/// A script that came later tells what it has: {name: the functions of a method}.
export function offer(more) {
    Object.assign(parts, more);
}

/// The screens of a method, or null while they, or their texts and looks, are on their way; then `coming` stands in their place.
export function later(name, what = "votes") {
    if (!state[what]) fetch_all(what);
    return (state[what] === "here" && parts[name]) || null;
}

/// What photo.js has under this name, called with what is given; null until it is here.
export function photo(name, ...given) {
    const found = later("photo", "photo");
    return found && found[name](...given);
}

/// What aloud.js has under this name, called with what is given; null where the device has no voice of its own, and
/// where nobody wants to be read to.
export function aloud(name, ...given) {
    const found = prefs.aloud && voices().length ? later("aloud", "aloud") : null;
    return found && found[name](...given);
}

/// What follow.js has under this name, called with what is given; null until it is here.
export function follow(name, ...given) {
    const found = later("follow", "follow");
    return found && found[name](...given);
}

/// What stands there until the screen of a vote has come. A method that nobody here knows is said to be so.
export function coming(poll) {
    const kind = state.votes === "here" ? "unknown" : state.votes;
    return {key: "coming-" + poll.id, title: poll.question, lang: poll.lang, body: [kind === "coming" ? h("p.lead", {key: "coming"}, t("later.coming"))
        : notice("warn", "warning", t("later." + kind), t("later." + kind + "_do"), kind === "missing" ? button({id: "fetch", icon: "retry", label: t("offline.retry"), onclick: () => fetch_all("votes")}) : null)], footer: null};
}

function fetch_all(what) {
    if (state[what] === "coming" || state[what] === "here") return;
    state[what] = "coming";
    // A browser may refuse for ever a script that failed once. So all is fetched first, and then taken from its memory.
    Promise.all(FILES[what].map(get)).then(() => Promise.all([more_texts(what), added("link", {rel: "stylesheet", href: base() + what + ".css"}), added("script", {type: "module", src: base() + what + ".js"})])).then(() => {
        state[what] = "here";
    }, () => {
        state[what] = "missing";
        setTimeout(fetch_all, AGAIN_MS, what);
    }).then(redraw);
}

async function get(file) {
    const answer = await fetch(base() + file);
    if (!answer.ok) throw new Error(file + ": " + answer.status);
    await answer.text();
}

function added(tag, attributes) {
    return new Promise((done, failed) => {
        const element = Object.assign(document.createElement(tag), attributes, {onload: done, onerror: () => {
            element.remove();
            failed(new Error("not loaded"));
        }});
        document.head.appendChild(element);
    });
}
