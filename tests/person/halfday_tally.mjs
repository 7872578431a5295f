// Votes counted by hand: what the test's people voted, counted again without a line of the program's own rules.

/// The same value for the same ballot, whatever order its keys come in; what counts for nothing is left out.
export function canonical(value) {
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const inner = Object.keys(value).sort().map((key) => JSON.stringify(key) + ":" + canonical(value[key]));
    return "{" + inner.join(",") + "}";
}

/// How many people voted each way: {canonical ballot: people}.
export function heaps(values) {
    const all = {};
    for (const value of values) all[canonical(value)] = (all[canonical(value)] || 0) + 1;
    return all;
}

function ranked(rows) {
    for (const row of rows) row.rank = 1 + rows.filter((other) => other.votes > row.votes).length;
    return rows;
}

function dots_of(values, option) {
    const given = values.map((value) => (value.dots && value.dots[option]) || 0);
    return {id: option, votes: given.reduce((sum, one) => sum + one, 0), supporters: given.filter(Boolean).length};
}

export const COUNTERS = {
    choice: (values, options) => ranked(options.map((id) => {
        const votes = values.filter((value) => value.choice === id).length;
        return {id, votes, supporters: votes};
    })),
    dots: (values, options) => ranked(options.map((id) => dots_of(values, id))),
    "tre-prickar": (values, options, criteria) => ranked(options.map((id) => {
        const by = {};
        for (const one of criteria) by[one] = dots_of(values.map((value) => ({dots: (value.dots || {})[one]})), id).votes;
        const supporters = values.filter((value) => criteria.some((one) => ((value.dots || {})[one] || {})[id])).length;
        return {id, by, votes: criteria.reduce((sum, one) => sum + by[one], 0), supporters};
    })),
    feelings: (values, options) => options.map((id) => {
        const felt = values.map((value) => (value.feelings || {})[id]).filter((one) => one !== undefined).sort((a, b) => a - b);
        const half = felt.length / 2;
        return {id, n: felt.length, median: felt.length % 2 ? felt[Math.floor(half)] : (felt[half - 1] + felt[half]) / 2};
    }),
    scale: (values) => {
        const all = values.map((value) => value.scale).filter((one) => one !== undefined);
        const by = {};
        for (const step of [1, 2, 3, 4, 5]) by[step] = all.filter((one) => one === step).length;
        return [{id: "scale", n: all.length, by, mean: all.reduce((sum, one) => sum + one, 0) / all.length}];
    },
};
