// Reading aloud, when somebody asks for it: the question, what one chooses between, what came of it. What stands on the
// page is what is read, each text by the voice of its language. It stops when one leaves what is read.
import "./screens/vote.js";  // whatever this needs of it, all that comes later names the same: one file (cmake/sync_folder.cmake)
import {device} from "./device.js";
import {h} from "./dom.js";
import {current, t} from "./i18n.js";
import {offer} from "./later.js";
import {button} from "./parts.js";
import {redraw} from "./ui.js";
import {voice_for} from "./voices.js";

const NOT_READ = "[aria-hidden=true], button, input, textarea, select, summary, nav, .aloud";
const WHOLE = "li, tr, p, h1, h2, h3, legend";  // what is read in one breath
let speaking = null;  // {key, left}: the button that was pressed, and how many texts are left

function pieces_in(node, found) {
    if (node.nodeType === Node.TEXT_NODE) {
        const text = node.data.trim();
        const parent = node.parentElement;
        const language = (parent.closest("[lang]") || document.documentElement).lang;
        const whole = parent.closest(WHOLE);
        const last = found[found.length - 1];
        if (text && last && last.whole === whole && last.language === language) last.text += ", " + text;
        else if (text) found.push({text, language, whole});
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(NOT_READ)) {
        node.childNodes.forEach((one) => pieces_in(one, found));
    }
    return found;
}

function pieces_of(elements) {
    return elements.reduce((found, one) => pieces_in(one, found), []);
}

function siblings(bar, way) {
    const found = [];
    for (let one = bar[way]; one; one = one[way]) found.push(one);
    return found;
}

/// The heading above the bar, and the help below it.
function question_at(bar) {
    const above = siblings(bar, "previousElementSibling");
    const heading = above.findIndex((one) => /^H[12]$/.test(one.tagName));
    return pieces_of(above.slice(0, heading + 1).reverse().concat(siblings(bar, "nextElementSibling").filter((one) => one.matches("p.help"))));
}

function options_at(bar) {
    const below = (selector) => siblings(bar, "nextElementSibling").reduce((found, one) => found.concat(Array.from(one.querySelectorAll(selector))), []);
    const labels = pieces_of(below(".option-label, .pair-label"));
    // A scale has numbers in boxes; what each means stands with it for those who do not see.
    return labels.length ? labels : below("input[type=radio][aria-label]").map((one) => ({text: one.getAttribute("aria-label"), language: current()}));
}

function result_at(bar) {
    return question_at(bar).concat(pieces_of(siblings(bar, "nextElementSibling").filter((one) => !one.matches("p.help"))));
}

function stop() {
    if (!speaking) return;
    speaking = null;
    window.speechSynthesis.cancel();
    redraw();
}

function speak(key, pieces) {
    stop();
    const now = {key, left: pieces.length};
    const otherwise = voice_for(current()) || pieces.map((one) => voice_for(one.language)).find(Boolean);
    if (!pieces.length || !otherwise) return;
    speaking = now;
    const done = () => {
        now.left -= 1;
        if (now.left || speaking !== now) return;
        speaking = null;
        redraw();
    };
    // Some browsers forget a text that nobody holds, and then never say that it has ended.
    now.texts = pieces.map((one) => {
        const voice = voice_for(one.language) || otherwise;
        return Object.assign(new SpeechSynthesisUtterance(one.text), {voice, lang: voice.lang, onend: done, onerror: done});
    });
    now.texts.forEach((one) => window.speechSynthesis.speak(one));
    redraw();
}

function reader(one, what, at) {
    const key = one.key + "/" + what;
    const now = speaking && speaking.key === key;
    return button({key, id: "aloud-" + what, icon: now ? "pause" : "speaker", kind: "quiet", label: now ? t("aloud.stop") : t("aloud." + what), pressed: !!now, onclick: (event) => {
        if (now) stop();
        else speak(key, at(event.currentTarget.closest(".aloud")));
    }});
}

/// The quiet buttons under a heading; null when no voice of the device speaks its language. `one` is the part of the
/// page: {key, kind, clock: true while there are options to choose between}.
function bar(one) {
    const session = device.state && device.state.session;
    if (!voice_for(current()) && !(session && voice_for(session.lang))) return null;
    const readers = one.kind === "result" ? [["result", result_at]] : one.clock ? [["question", question_at], ["options", options_at]] : [["question", question_at]];
    // What was being read is not there any more.
    const gone = speaking && speaking.key.startsWith(one.key + "/") && !readers.some((each) => speaking.key === one.key + "/" + each[0]);
    if (gone) setTimeout(stop, 0);
    return h("div.aloud", {key: "aloud"}, readers.map((each) => reader(one, each[0], each[1])));
}

window.addEventListener("pagehide", stop);
document.addEventListener("visibilitychange", () => document.hidden && stop());
offer({aloud: {bar, stop}});
