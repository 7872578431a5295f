// Tables of three to five: each chooses one, all are dealt by lot, or the trainer sets who sits where.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {button, toggle} from "../parts.js";
import {redraw, ui} from "../ui.js";
import {act} from "./host.js";

const HOW = [["choose", "hand", "tables.choose"], ["deal", "retry", "tables.deal"], ["place", "edit", "tables.place"]];
const SIZES = [3, 4, 5];
const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20];

/// {size} or {count} as it stands in the choice; nothing: as many as there are, or as is usual.
function wished() {
    const [what, number] = (ui.tables || "").split("-");
    return number ? {[what]: Number(number)} : {};
}

function make(how) {
    act("groups", Object.assign({how}, wished()));
    ui.tables = "";
    redraw();
}

function how_many(tables) {
    const option = (value, label) => h("option", {key: value, value, selected: value === (ui.tables || "")}, label);
    return h("label.pick-one", {key: "many"}, h("span.support", null, t("tables.many")), h("select.input", {"data-id": "tables-many", onchange: (event) => {
        ui.tables = event.target.value;
        redraw();
    }}, option("", tables ? tn("tables.count", tables.seated.length) : t("tables.usual")), SIZES.map((size) => option("size-" + size, t("tables.size", {count: size}))),
    COUNTS.map((count) => option("count-" + count, tn("tables.count", count)))));
}

/// How the room is divided, above the seats.
export function tables_part(frame) {
    const tables = frame.tables;
    return h("details.tables", {key: "tables"}, h("summary", {"data-id": "tables"}, tables ? tn("tables.count", tables.seated.length) : t("tables.make")),
        how_many(tables),
        h("div.row.wrap", {key: "how"}, HOW.map(([how, symbol, text]) => button({id: "tables-" + how, icon: symbol, label: t(text), pressed: tables ? tables.how === how : undefined, onclick: () => make(how)}))),
        tables ? [
            h("ul.plain", {key: "seated"}, tables.seated.map((people, index) => h("li", {key: index, "data-id": "table-" + (index + 1)}, h("span.strong", null, t("table.label", {number: index + 1})), " · ", tn("table.people", people)))),
            toggle({id: "tables-sign", label: t("tables.sign"), detail: t("tables.sign_detail"), checked: tables.sign, onchange: (on) => act("groups", {sign: on})}),
            button({id: "tables-none", icon: "close", kind: "quiet", label: t("tables.none"), onclick: () => act("groups", {how: "none"})}),
        ] : null);
}

/// Where a seat sits, to be changed.
export function table_of(frame, seat) {
    if (!frame.tables) return null;
    return h("label.pick-one", {key: "table"}, h("span.support", null, t("tables.where")), h("select.input", {"data-id": "table-of-" + seat.seat, onchange: (event) => act("table", {seat: seat.seat, table: Number(event.target.value)})},
        [0].concat(frame.tables.seated.map((people, index) => index + 1)).map((number) => h("option", {key: number, value: String(number), selected: number === (seat.table || 0)}, number ? t("table.label", {number}) : t("table.none")))));
}
