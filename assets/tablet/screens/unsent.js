// What somebody wrote here and no host has taken.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {entries} from "../outbox.js";

/// The texts, or null when there are none. `after`: what stands between the heading and them.
export function unsent_list(after = null) {
    const notes = entries().filter((entry) => entry.frame.t === "note");
    if (!notes.length) return null;
    return h("div", {key: "unsent", "data-id": "unsent"}, after || h("h2", null, t("strange.unsent")),
        h("ul.card.unsent", null, notes.map((entry) => h("li", {key: entry.frame.id, dir: "auto"}, entry.then && entry.then.text || entry.frame.text))));
}
