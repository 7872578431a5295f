// What other methods make of the same ballots: to see, and to talk about. The vote's own method decides.
import {h} from "../dom.js";
import {label_of} from "../findings.js";
import {listed, t} from "../i18n.js";
import {chip} from "../parts.js";

function labels(poll, ids) {
    return listed(ids.map((id) => label_of(poll, id)));
}

/// "1. Gångbro · 2. Bänkar, Odlingslådor": those that share a place stand together.
function order_words(poll, places) {
    let before = 0;
    return places.map((place) => {
        const rank = before + 1;
        before += place.length;
        return rank + ". " + labels(poll, place);
    }).join(" · ");
}

/// The ranking of the vote itself, as the others tell theirs.
function own_places(poll) {
    const places = [];
    let rank = 0;
    for (const row of poll.result.rows) {
        if (row.rank !== rank) places.push([]);
        rank = row.rank;
        places[places.length - 1].push(row.id);
    }
    return places;
}

function way(poll, other, decides) {
    const money = other.method === "greedy" || other.method === "mes";
    return h("li.line", {key: other.method, "data-id": "way-" + other.method},
        h("p.row.wrap", null, h("span.strong", null, t("compare.way_" + other.method)), decides ? chip("acc", "check", t("compare.decides")) : null),
        h("p.strong", {dir: "auto", "data-id": "way-winner-" + other.method}, other.winners.length ? labels(poll, other.winners) : t("compare.nobody")),
        money || !other.places.length ? null : h("p.support", {dir: "auto"}, order_words(poll, other.places)));
}

/// Closed until it is asked for; nothing where no other method counts such ballots, or nobody voted.
export function compare_view(poll) {
    if (!poll.others || !poll.others.length || !poll.result.voters) return null;
    const own = {method: poll.method, winners: poll.result.winners || [], places: own_places(poll)};
    return h("details", {key: "compare"}, h("summary", {"data-id": "compare"}, t("compare.title")), h("p.support", null, t("compare.text")),
        h("ul.plain", null, [way(poll, own, true)].concat(poll.others.map((other) => way(poll, other, false)))));
}
