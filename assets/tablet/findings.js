// What a result says, in one sentence: the finding before the figures.
import {decimal, isolated, listed, t, tn} from "./i18n.js";

export function feeling_word(value) {
    return t("feeling." + Math.round(value));
}

export function label_of(poll, id) {
    const option = poll.options.find((one) => one.id === id);
    return option ? option.label : "";
}

/// The language of what somebody wrote and others vote on; undefined for the course's own words.
export function lang_of(poll, id) {
    const option = poll.options.find((one) => one.id === id);
    return option && option.lang;
}

/// The word that the course gave a number of a scale; often only the ends have one.
export function scale_word(poll, value) {
    const label = label_of(poll, String(value));
    return label === String(value) ? "" : label;
}

/// How many voted, those among them who gave a blank ballot, too.
export function turnout_words(poll) {
    const {voters, abstained} = poll.result;
    const everybody = t("result.voters", {in: voters + (abstained || 0), of: poll.of});
    const all = poll.paper ? listed([everybody, tn("paper.count", poll.paper)]) : everybody;
    return abstained ? all + ". " + tn("result.abstained", abstained) : all;
}

export function nobody(poll) {
    return t(poll.result && poll.result.abstained ? "result.all_abstained" : "result.nobody");
}

/// What is to be said of those that got equally many: shared places, or how they came to have one each. Empty otherwise.
export function tie_words(poll) {
    const {ties, broken, tie_policy, voters} = poll.result;
    if (poll.method === "feelings" || !voters) return "";
    const words = [];
    const how = tie_policy === "seeded_lot" || tie_policy === "distinct_supporters" ? tie_policy : "rule";
    if (broken && broken.length) words.push(t("result.broken", {how: t("result.broken_" + how)}));
    if (ties && ties.length) words.push(tn("result.ties", ties.length));
    return words.join(" ");
}

/// The outcome in one sentence.
export function finding(poll) {
    const result = poll.result;
    if (!result || !result.rows.length || !result.voters) return nobody(poll);
    if (poll.method === "scale") return t("result.scale", {mean: decimal(result.rows[0].mean)});
    if (poll.method === "feelings") {
        const rows = result.rows.filter((row) => row.n > 0);
        if (!rows.length) return t("result.nobody");
        const lowest = rows.reduce((least, row) => (row.median < least.median ? row : least));
        return t("result.feelings", {label: label_of(poll, lowest.id)});
    }
    const winners = result.winners || [];
    if (winners.length === 1) return t(poll.method === "choice" ? "result.most_choice" : "result.most_dots", {label: label_of(poll, winners[0])});
    if (winners.length > 1 && winners.length < 4) return t("result.tie", {labels: winners.map((id) => isolated(label_of(poll, id))).join(" " + t("and") + " ")});
    return winners.length ? t("result.many", {count: winners.length}) : t("result.no_winner");
}

/// "Vildkort: …" when the most daring idea is not the first one.
export function wildcard_text(poll) {
    const all = (poll.result && poll.result.wildcards) || [];
    return all.length ? t("result.wildcard", {labels: all.map((id) => "”" + isolated(label_of(poll, id)) + "”").join(" " + t("and") + " ")}) : "";
}
