// The wall: every visible note, to sort into groups, join, hide or mend. Each drag of a big screen has its taps here.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {icon, mark} from "../icons.js";
import {button, chip, sheet, toggle} from "../parts.js";
import {close_sheet, redraw, toast, ui} from "../ui.js";
import {act} from "./host.js";
import {fix_view, start_fixing} from "./inbox.js";
import {photo_link} from "./photo.js";

function choose(id, label, options, onchange) {
    return h("label.pick-one", {key: id}, h("span.support", null, label), h("select.input", {"data-id": id, onchange: (event) => {
        const value = event.target.value;
        event.target.value = "";
        if (value) onchange(value);
    }}, h("option", {value: "", selected: true}, t("choose")), options.map((one) => h("option", {value: one.id}, one.label))));
}

function sort_to(note, value) {
    if (value === "none") act("sort", {note: note.id, cluster: null});
    else if (value !== "new") act("sort", {note: note.id, cluster: value});
    else {
        ui.naming = {note: note.id, text: ""};
        redraw();
    }
}

function name_view(frame, cluster) {
    const naming = ui.naming;
    const done = () => {
        const name = naming.text.trim();
        ui.naming = null;
        redraw();
        if (!name) return;
        if (cluster) act("cluster", {name, cluster: cluster.id});
        else act("cluster", {name}, (ack) => naming.note && ack.cluster && act("sort", {note: naming.note, cluster: ack.cluster}));
    };
    return h("div.fix", {key: "name"}, h("label.strong", {for: "cluster-name"}, t("cluster.name")), h("input.input", {id: "cluster-name", "data-id": "cluster-name", value: naming.text, dir: "auto", maxlength: 60,
        mounted: (el) => setTimeout(() => el.focus(), 0), oninput: (event) => {
            naming.text = event.target.value;
        }, onkeydown: (event) => event.key === "Enter" && done()}),
    h("div.row", null, button({id: "cluster-save", kind: "tint", label: t("save"), onclick: done}), button({id: "cluster-cancel", kind: "quiet", label: t("cancel"), onclick: () => {
        ui.naming = null;
        redraw();
    }})));
}

/// A whole group in front of another or behind all, and into another.
function group_deeds(clusters, cluster) {
    const others = clusters.filter((one) => one.id !== cluster.id).map((one) => ({id: one.id, label: one.name}));
    if (!others.length) return null;
    const name = {name: cluster.name};
    return h("details", {key: "deeds"}, h("summary", {"data-id": "group-deeds-" + cluster.id}, t("cluster.deeds")), h("div.note-deeds", null,
        choose("place-" + cluster.id, t("cluster.place", name), others.concat([{id: "last", label: t("cluster.last")}]), (value) => act("move_cluster", {cluster: cluster.id, before: value === "last" ? null : value})),
        choose("join-" + cluster.id, t("cluster.join", name), others, (into) => act("join_clusters", {cluster: cluster.id, into}, () => toast(t("cluster.joined"))))));
}

function withdraw_view(note) {
    return h("div.fix", {key: "withdraw"}, h("label.strong", {for: "reason"}, t("withdraw.why")), h("input.input", {id: "reason", "data-id": "reason", value: ui.withdrawing.reason, dir: "auto", oninput: (event) => {
        ui.withdrawing.reason = event.target.value;
        redraw();
    }}), toggle({id: "withdraw-told", label: t("withdraw.told"), detail: t(ui.withdrawing.told ? "withdraw.told_yes" : "withdraw.told_no"), checked: ui.withdrawing.told, onchange: (on) => {
        ui.withdrawing.told = on;
        redraw();
    }}), h("div.row", null, button({id: "withdraw-go", kind: "danger", label: t("withdraw.go"), off: !ui.withdrawing.reason.trim(), onclick: () => {
        act("withdraw_idea", {note: note.id, reason: ui.withdrawing.reason.trim(), told: ui.withdrawing.told}, () => toast(t("withdraw.done")));
        ui.withdrawing = null;
        redraw();
    }}), button({id: "withdraw-cancel", kind: "quiet", label: t("cancel"), onclick: () => {
        ui.withdrawing = null;
        redraw();
    }})));
}

function deeds(frame, note) {
    const others = frame.wall.filter((one) => one.id !== note.id && !one.hidden).map((one) => ({id: one.id, label: one.text}));
    const clusters = (frame.clusters || []).map((one) => ({id: one.id, label: one.name}));
    if (ui.fixing && ui.fixing.id === note.id) return fix_view(note.id, note.text, note.photo);
    if (ui.naming && ui.naming.note === note.id) return name_view(frame, null);
    if (ui.withdrawing && ui.withdrawing.id === note.id) return withdraw_view(note);
    return h("div.note-deeds", {key: "deeds"},
        choose("sort-" + note.id, t("cluster.move"), clusters.concat([{id: "new", label: t("cluster.new")}], note.cluster ? [{id: "none", label: t("cluster.none")}] : []), (value) => sort_to(note, value)),
        choose("merge-into-" + note.id, t("wall.merge"), others, (into) => act("merge", {note: note.id, into}, () => toast(t("wall.merged")))),
        h("div.row.wrap", null, button({id: "wall-fix-" + note.id, icon: "edit", kind: "quiet", label: t("fix.go"), onclick: () => start_fixing(note.id, note.text, note.photo)}),
            button({id: "wall-hide-" + note.id, icon: "dark", kind: "quiet", label: t(note.hidden ? "inbox.show" : "inbox.hide"), onclick: () => act(note.hidden ? "show" : "hide", {note: note.id})}),
            note.number ? button({id: "withdraw-idea-" + note.id, icon: "undo", kind: "quiet", label: t("withdraw.idea"), onclick: () => {
                ui.withdrawing = {id: note.id, reason: "", told: false};
                redraw();
            }}) : null));
}

function note_row(frame, note) {
    const open = ui.open_note === note.id;
    return h("li.wall-note", {key: note.id, class: open ? "open" : ""}, h("button.wall-open", {type: "button", "data-id": "wall-note-" + note.id, "aria-expanded": String(open), onclick: () => {
        ui.open_note = open ? null : note.id;
        redraw();
    }}, h("span.own-mark", {class: note.colour || "sol"}, mark(note.colour || "sol")), h("span.grow", null, h("span", {dir: "auto", lang: note.lang}, note.text),
        note.number || note.hidden ? h("span.wall-tags", null, note.number ? chip("", "check", note.number) : null, note.hidden ? chip("", "dark", t("mine.hidden")) : null) : null), icon(open ? "close" : "more")), open ? [photo_link(note.photo, note.text), deeds(frame, note)] : null);
}

/// In a block that builds upon others its own notes stand apart from theirs.
function parts_of(frame, notes) {
    const sources = (frame.block && frame.block.sources) || [];
    const fresh = {key: "fresh", name: sources.length ? t("wall.fresh") : "", notes: notes.filter((note) => !sources.some((one) => one.id === note.block))};
    return [fresh].concat(sources.map((one) => ({key: one.id, name: t("wall.from", {title: one.label}), notes: notes.filter((note) => note.block === one.id)}))).filter((one) => one.notes.length);
}

export function wall_sheet(frame) {
    const wall = frame.wall || [];
    const clusters = frame.clusters || [];
    const loose = wall.filter((note) => !clusters.some((one) => one.id === note.cluster));
    return sheet({id: "wall", title: tn("wall.notes", wall.length), onclose: close_sheet, body: [
        wall.length ? null : h("p.lead", {key: "none"}, t("wall.empty")),
        clusters.map((cluster) => h("section", {key: cluster.id, "data-id": "cluster-" + cluster.id}, ui.naming && ui.naming.cluster === cluster.id ? name_view(frame, cluster)
            : h("div.row", {key: "head"}, h("h3.grow", {dir: "auto"}, cluster.name), button({id: "rename-" + cluster.id, icon: "edit", kind: "quiet", name: t("cluster.rename", {name: cluster.name}), onclick: () => {
                ui.naming = {cluster: cluster.id, text: cluster.name};
                redraw();
            }})), group_deeds(clusters, cluster), h("ul.plain", {key: "list"}, wall.filter((note) => note.cluster === cluster.id).map((note) => note_row(frame, note))))),
        parts_of(frame, loose).map((part) => h("section", {key: part.key, "data-id": "part-" + part.key}, part.name || clusters.length ? h("h3", {dir: "auto"}, part.name || t("cluster.loose")) : null,
            h("ul.plain", null, part.notes.map((note) => note_row(frame, note))))),
    ]});
}
