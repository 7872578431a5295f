// At which table one sits: told here, and chosen here when everybody chooses. Comes with the rarer ways to vote (later.js).
import {device} from "../device.js";
import {h} from "../dom.js";
import {refusal_text, t, tn} from "../i18n.js";
import {icon} from "../icons.js";
import {on_answer, put} from "../outbox.js";
import {button} from "../parts.js";
import {redraw, toast, ui} from "../ui.js";

const MOST = 5;  // more only where there are too many people for the tables, as the host reckons it

on_answer("table", (entry, answer) => answer.t === "nak" && toast(refusal_text(answer), "err"));

function sit(table) {
    put({t: "table", table});
    ui.table = false;
    redraw();
}

function choices(state, own) {
    const seated = state.tables.seated;
    const most = Math.max(MOST, Math.ceil(state.people / seated.length));
    return h("ul.plain.table-list", {key: "choices"}, seated.map((people, index) => h("li", {key: index}, button({id: "table-" + (index + 1), class: "wide", pressed: own === index + 1, off: people >= most && own !== index + 1,
        label: t("table.label", {number: index + 1}), onclick: () => sit(index + 1)}, h("span.support", null, tn("table.people", people))))));
}

/// Where one sits, and with whom; or the tables to choose among.
export function card(state) {
    const tables = state.tables;
    const own = device.mine.table || 0;
    const names = device.mine.with || [];
    const may = tables.how === "choose";
    const open = may && (!own || ui.table);
    return h("section.card.table", {key: "table", "data-id": "table"},
        h("div.row", {key: "now"}, icon("people"), h("p.grow", {role: "status"}, h("span.strong", null, own ? t("table.label", {number: own}) : t(may ? "table.choose" : "table.wait")),
            names.length ? h("span.support", {"data-id": "table-with"}, " ", t("table.with"), " ", names.map((name, index) => [index ? ", " : null, h("bdi", {key: index}, name)])) : null),
        may && own ? button({id: "table-change", kind: "quiet", label: t("table.change"), expanded: !!ui.table, onclick: () => {
            ui.table = !ui.table;
            redraw();
        }}) : null),
        own && tables.sign ? h("p.support", {key: "sign"}, t("table.sign")) : null,
        open ? choices(state, own) : null);
}
