// Who is in: seats without names, raised hands, a way back for a device that was lost, and quiet for the noisy.
import {h} from "../dom.js";
import {t, tn} from "../i18n.js";
import {button, chip, sheet} from "../parts.js";
import {close_sheet, toast} from "../ui.js";
import {act} from "./host.js";
import {table_of, tables_part} from "./tables.js";

const USES = ["one", "several", "paper"];

function use_of(seat) {
    return h("label.pick-one", {key: "use"}, h("span.support", null, t("seats.use")), h("select.input", {"data-id": "use-" + seat.seat, onchange: (event) => act("use", {seat: seat.seat, use: event.target.value})},
        USES.map((one) => h("option", {value: one, selected: one === (seat.use || "one")}, t("seats.use_" + one)))));
}

export function seats_sheet(frame) {
    const seats = (frame.seats || []).slice().sort((a, b) => (b.hand ? 1 : 0) - (a.hand ? 1 : 0));
    const open = (frame.polls || []).filter((poll) => poll.state === "open");
    return sheet({id: "seats", title: tn("remote.people", frame.people), onclose: close_sheet, body: [
        h("p.support", {key: "help"}, t("seats.help")),
        tables_part(frame),
        h("ul.plain", {key: "list"}, seats.map((seat) => h("li.seat", {key: seat.seat, "data-id": "seat-" + seat.seat},
            h("div.row.wrap", null, h("span.strong.grow", {dir: "auto"}, seat.label, seat.table ? " · " + t("table.label", {number: seat.table}) : ""), seat.hand ? chip("acc", "hand", t("seats.hand")) : null, seat.muted ? chip("warn", "pause", t("seats.muted")) : null,
                seat.here ? null : chip("", "offline", t("seats.away")), h("span.mono", {"data-id": "return-" + seat.seat, dir: "ltr"}, h("span.sr", null, t("join.return_code") + " "), seat.return)),
            h("div.row.wrap", null, button({id: "mute-" + seat.seat, kind: "quiet", icon: seat.muted ? "play" : "pause", label: t(seat.muted ? "seats.unmute" : "seats.mute"), onclick: () => act("mute", {seat: seat.seat, on: !seat.muted})}), use_of(seat), table_of(frame, seat),
                open.filter((poll) => (poll.lost || []).some((one) => one.seat === seat.seat)).map((poll) => button({key: poll.id, id: "ballot-" + seat.seat, kind: "quiet", icon: "retry", label: t("lost.give"),
                    onclick: () => act("new_ballot", {poll: poll.id, seat: seat.seat}, () => toast(t("lost.given", {label: seat.label})))})))))),
    ]});
}
