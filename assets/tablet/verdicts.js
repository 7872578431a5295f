// What the result of a rarer way to vote says, in one sentence; and the figure of each row, as words and as a share.
import {finding, label_of, nobody} from "./findings.js";
import {decimal, listed, t, tn} from "./i18n.js";
import {objection_count} from "./screens/result_consent.js";

const MOST = {approval: "verdict.approval", score: "verdict.score", show14: "verdict.score", borda: "verdict.borda", irv: "verdict.irv", schulze: "verdict.order", copeland: "verdict.order",
    "bradley-terry": "verdict.pairs", points: "verdict.points", quadratic: "verdict.quadratic"};

/// "4,5": one decimal, or two where one would make different means look the same.
export function mean_text(mean, others) {
    const short = (one) => Number(one).toFixed(1);
    const alike = (others || []).some((one) => Number(one) !== Number(mean) && short(one) === short(mean));
    return decimal(alike ? Number(mean).toFixed(2) : short(mean));
}

function some_of(one, more, ids, poll) {
    return ids.length === 1 ? t(one, {label: label_of(poll, ids[0])}) : tn(more, ids.length);
}

/// The outcome in one sentence, for every method.
export function verdict(poll) {
    const result = poll.result;
    if (!result || !result.voters || !(result.rows.length || result.objections)) return nobody(poll);
    const winners = result.winners || [];
    switch (poll.method) {
    case "consent":
        return result.passed ? t("verdict.consent_passed") : tn("verdict.consent_not", objection_count(result));
    case "greedy":
    case "mes":
        return winners.length ? some_of("verdict.budget", "verdict.budget_many", winners, poll) : t("verdict.budget_none");
    case "fist":
        return t(result.passed ? "verdict.fist_passed" : "verdict.fist_not");
    case "matrix": {
        const first = result.rows.filter((row) => row.n && row.quadrant === "quick_win" && !row.split && !row.few).map((row) => row.id);
        return first.length ? some_of("verdict.matrix", "verdict.matrix_many", first, poll) : t("verdict.matrix_none");
    }
    default:
        if (!MOST[poll.method]) return finding(poll);
        if (result.rows.every((row) => row.below_quorum)) return t("verdict.quorum");
        if (winners.length !== 1) return finding(poll);
        return t(result.condorcet === winners[0] ? "verdict.condorcet" : MOST[poll.method], {label: label_of(poll, winners[0])});
    }
}

/// Of pairs: how many were won of those that there were; the place is by strength, for who wins against strong ones counts more.
export function won_words(row) {
    return row.n ? t("result.won_of", {won: row.won, count: row.n}) : t("result.no_answer");
}

/// Of equal shares: what became of the money that they left; empty elsewhere.
export function left_words(poll) {
    if (poll.method !== "mes" || poll.result.add1 === undefined) return "";
    return t(poll.result.add1 ? "result.add1" : "result.no_add1");
}

/// Of rounds: who were level last, so that each way on was counted; empty where there was but one way.
export function branch_words(poll) {
    const level = poll.result.branched || [];
    return level.length ? t("result.branches", {labels: listed(level.map((id) => label_of(poll, id)))}) : "";
}

/// "−3" with a minus as wide as a plus.
export function signed(count) {
    return count < 0 ? "−" + -count : String(count);
}

function bounds(poll) {
    return poll.highest > poll.lowest ? [poll.lowest, poll.highest] : poll.method === "show14" ? [1, 4] : [0, 5];
}

/// {text, share 0–1, words} of a row: what it got, how long its bar is, and what the figure is, for those who cannot see.
export function figure(poll, row) {
    const rows = poll.result.rows;
    const most = (name) => Math.max.apply(null, [1].concat(rows.map((one) => one[name] || 0)));
    switch (poll.method) {
    case "score":
    case "show14": {
        const [lowest, highest] = bounds(poll);
        return row.n ? {text: mean_text(row.mean, rows.filter((one) => one.n).map((one) => one.mean)), share: (row.mean - lowest) / (highest - lowest), words: t("figure.mean")} : {text: "–", share: 0, words: t("result.no_answer")};
    }
    case "approval":
    case "greedy":
    case "mes": return {text: String(row.votes), share: row.votes / Math.max(1, poll.result.voters), words: t("figure.yes")};
    case "borda": return {text: decimal(row.points), share: row.points / most("points"), words: t("figure.points")};
    case "bradley-terry": return {text: mean_text(row.chance) + "\u00a0%", share: row.chance / 100, words: t("figure.chance")};
    case "schulze":
    case "copeland": return {text: decimal(row.wins), share: row.wins / Math.max(1, rows.length - 1), words: t("figure.wins")};
    default: return {text: signed(row.votes), share: Math.max(0, row.votes) / most("votes"), words: t(poll.method === "points" ? "figure.points" : "result.votes")};
    }
}
