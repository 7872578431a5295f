// The wall: notes as they come, groups with their names. What does not fit is counted, newest first.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {mark} from "../icons.js";
import {rail} from "./rail.js";
import {title} from "./title.js";

const NEW_MS = 8000;
const first_seen = {};
let opened_at = 0;

export function is_new(note) {
    if (!opened_at) opened_at = performance.now();
    if (!(note.id in first_seen)) first_seen[note.id] = performance.now() - opened_at < 1500 ? -NEW_MS : performance.now();
    return performance.now() - first_seen[note.id] < NEW_MS;
}

/// One that was fetched before the host offers it, or while it sends many, is fetched again some times. Its height is the
/// style sheet's, so nothing moves when it comes.
function again(event) {
    const image = event.target;
    const times = Number(image.dataset.times || 0) + 1;
    image.dataset.times = times;
    if (times < 6) setTimeout(() => image.setAttribute("src", image.getAttribute("src").replace(/\?.*/, "") + "?" + times), 1500);
}

function photo_of(note) {
    if (!note.photo) return null;
    return h("img.note-photo", {key: "photo-" + note.photo.address, "data-id": "photo", src: "/photo/" + note.photo.address, alt: note.photo.shows || t("audience.photo"), lang: note.lang, onerror: again});
}

export function note_view(note, classes) {
    const fresh = is_new(note);
    return h("li.note.big-note", {key: note.id, class: [note.colour, fresh ? "new" : "", note.photo ? "pictured" : "", classes || ""].filter(Boolean).join(" ")}, photo_of(note), h("span.note-text", {key: "text", dir: "auto", lang: note.lang}, note.text),
        h("span.note-foot", {key: "foot"}, mark(note.colour), note.number ? h("span", null, note.number) : null, fresh ? h("span.new-tag", null, t("audience.new")) : null));
}

function newest_first(notes) {
    return notes.slice().reverse();
}

/// The wall's parts, each with a name: the groups that were named; in a block that builds upon others its own notes apart
/// from theirs; or one part without a name. [{key, name, notes, loose}]
function parts_of(frame, visible) {
    const block = frame.block;
    const clusters = (frame.clusters || []).map((cluster) => ({key: cluster.id, name: cluster.name, notes: visible.filter((note) => note.cluster === cluster.id)})).filter((one) => one.notes.length);
    const sources = block.sources || [];
    if (sources.length) {
        const fresh = {key: "fresh", name: t("wall.fresh"), notes: visible.filter((note) => !sources.some((one) => one.id === note.block))};
        return [fresh].concat(sources.map((one) => ({key: one.id, name: t("wall.from", {title: one.label}), notes: visible.filter((note) => note.block === one.id), loose: true}))).filter((one) => one.notes.length || one === fresh);
    }
    const loose = visible.filter((note) => !clusters.some((one) => one.key === note.cluster));
    if (!clusters.length) return [];
    return loose.length ? clusters.concat({key: "loose", name: t("cluster.loose"), notes: loose, loose: true}) : clusters;
}

export function wall_view(frame) {
    const block = frame.block;
    const visible = (frame.wall || []).filter((note) => !note.hidden);
    const parts = parts_of(frame, visible);
    return h("div.stage", {key: "wall-" + block.id}, h("main.wall-main", null, h("p.over", {dir: block.question ? "auto" : null}, block.question ? block.title : tn("audience.notes", visible.length)), title(block.question || block.title),
        parts.length ? h("div.clusters", {key: "clusters", class: "n" + Math.min(4, parts.length)}, parts.map((one) => h("section.cluster.fit", {key: one.key, "data-id": "part-" + one.key, class: one.loose ? "loose" : (one.notes[0] || {}).colour || "sol"},
            h("h2", {dir: "auto"}, one.name, h("span.cluster-count", null, " " + one.notes.length)), h("ul.plain.grid", null, newest_first(one.notes).map((note) => note_view(note))), more_line())))
            : h("div.notes.fit", {key: "notes"}, h("ul.plain.grid", null, newest_first(visible).map((note) => note_view(note))), more_line())), rail(frame));
}

export function more_line() {
    return h("p.more-line", {key: "more", "data-more": true});
}
