// One poll for each of the rarer ways to vote, open and revealed, as the host tells of them. Everything here is invented.

const IDEAS = [["i1", "Smakråd i varje skola", 40000], ["i2", "Klassen sätter veckans meny", 60000], ["i3", "Se kön i mobilen", 30000], ["i4", "Tyst zon vid fönstren", 25000],
    ["i5", "Väg svinnet, välj efterrätt", 20000], ["i6", "Laga med kocken en dag", 15000]];
const AXES = [{id: "x", label: "Insats", colour: ""}, {id: "y", label: "Nytta", colour: ""}];
const EXTRA = {
    show14: {lowest: 1, highest: 4}, score: {lowest: 1, highest: 5}, fist: {lowest: 0, highest: 5, options: [], question: "Ska vi börja med smakråd i varje skola?"},
    consent: {options: [], question: "Vi börjar med smakråd i varje skola."},
    points: {dots: 100, cap: 0}, quadratic: {dots: 25}, matrix: {criteria: AXES, question: "Hur mycket ger det, och vad kräver det?"},
    borda: {question: "Ordna idéerna"}, irv: {question: "Ordna idéerna"}, schulze: {question: "Ordna idéerna"}, copeland: {question: "Ordna idéerna"},
    "bradley-terry": {question: "Vilken gör störst skillnad för eleverna?"}, greedy: {budget: 100000, unit: "kr", question: "Vad ska vi lägga 100 000 kronor på?"}, mes: {budget: 100000, unit: "kr", question: "Vad ska vi lägga 100 000 kronor på?"},
};
export const METHODS = ["approval", "show14", "score", "borda", "irv", "schulze", "copeland", "bradley-terry", "points", "quadratic", "greedy", "mes", "fist", "matrix", "consent"];

export function open_poll(method, more = {}) {
    const money = method === "greedy" || method === "mes";
    return Object.assign({id: "p-" + method, round: 1, method, question: "Vilken idé ska vi testa först?", state: "open", in: 12, of: 23, dots: 3, stacking: true, criteria: [], saved: false, result: null,
        options: IDEAS.map(([id, label, cost]) => Object.assign({id, label, group: ""}, money ? {cost} : {}))}, EXTRA[method], more);
}

const ORDER = ["i1", "i5", "i2", "i6", "i3", "i4"];
const rows = (of) => ORDER.map((id, index) => Object.assign({id, rank: index + 1}, of(index, id)));
const BY = [{1: 0, 2: 0, 3: 2, 4: 8, 5: 13}, {1: 0, 2: 1, 3: 4, 4: 11, 5: 7}, {1: 3, 2: 2, 3: 2, 4: 5, 5: 11}, {1: 1, 2: 3, 3: 8, 4: 8, 5: 3}, {1: 2, 2: 5, 3: 9, 4: 5, 5: 2}, {1: 8, 2: 4, 3: 2, 4: 3, 5: 6}];
const MEANS = [4.48, 4.04, 3.83, 3.39, 3, 2.78];
const AGREED = ["agree", "agree", "divided", "mostly", "mostly", "divided"];
const ORDERED = [18, 15, 13, 9, 7, 4];
const against = () => Object.fromEntries(ORDER.map((one, i) => [one, Object.fromEntries(ORDER.filter((other) => other !== one).map((other) => {
    const j = ORDER.indexOf(other);
    return [other, Math.max(2, Math.min(21, 11 + (j > i ? 1 : 0) + (j - i) * 2))];
}))]));
const FUNDED = {i5: true, i6: true, i1: true, i4: true};
const RESULTS = {
    approval: () => ({rows: rows((index) => ({votes: ORDERED[index], supporters: ORDERED[index]}))}),
    score: () => ({rows: rows((index) => ({n: 23, votes: Math.round(MEANS[index] * 23), mean: MEANS[index], median: 4, by: BY[index], agreement: AGREED[index]})).map((row, index) => (index === 5 ? Object.assign(row, {n: 2, by: {1: 1, 2: 0, 3: 0, 4: 1, 5: 0}, mean: 2.5, rank: 0, below_quorum: true}) : row))}),
    show14: () => ({rows: rows((index) => ({n: 22, votes: 60, mean: [3.6, 3.4, 3.1, 2.5, 2.2, 1.8][index], median: 3, by: {1: index, 2: 2, 3: 8 - index, 4: 10}, agreement: AGREED[index]}))}),
    borda: () => ({rows: rows((index) => ({points: [88.5, 74, 66, 51.5, 40, 25][index], firsts: [11, 6, 3, 2, 1, 0][index]}))}),
    irv: () => ({rows: rows((index) => ({votes: [13, 10, 6, 4, 2, 1][index]})), rounds: [{votes: {}, dropped: ["i4"], exhausted: 0}, {votes: {i1: 8, i5: 6, i2: 4, i6: 3, i3: 2}, dropped: ["i3"], exhausted: 0}, {votes: {i1: 8, i5: 7, i2: 5, i6: 3}, dropped: ["i6"], exhausted: 0},
        {votes: {i1: 10, i5: 7, i2: 5}, dropped: ["i2"], exhausted: 1}, {votes: {i1: 13, i5: 8}, dropped: [], exhausted: 2}]}),
    schulze: () => ({rows: rows((index) => ({wins: 5 - index, firsts: [11, 6, 3, 2, 1, 0][index]})), pairs: against(), condorcet: "i1"}),
    copeland: () => ({rows: rows((index) => ({wins: [4.5, 4.5, 3, 2, 1, 0][index], firsts: [9, 8, 3, 2, 1, 0][index], rank: index < 2 ? 1 : index + 1})), pairs: against(), winners: ["i1", "i5"], ties: [["i1", "i5"]]}),
    "bradley-terry": () => ({rows: rows((index) => ({n: [38, 41, 36, 33, 12, 4][index], points: [81.6, 70.1, 55, 48.5, 33.3, 25][index], chance: [79.25, 68.4, 56.1, 50, 30.2, 16][index], won: [32, 29, 20, 16, 4, 0][index], few: index === 5 ? true : undefined})), undecided: 3}),
    points: () => ({rows: rows((index) => ({votes: [640, 520, 430, 350, 210, 150][index], supporters: [9, 18, 15, 12, 8, 7][index], median: [0, 25, 15, 12.5, 0, 0][index]})), polarised: true}),
    quadratic: () => ({rows: rows((index) => ({votes: [41, 28, 19, 7, 0, -12][index], supporters: [17, 15, 11, 8, 4, 9][index]}))}),
    greedy: () => RESULTS.mes(),
    mes: () => ({rows: rows((index, id) => ({votes: ORDERED[index], supporters: ORDERED[index], cost: IDEAS.find((one) => one[0] === id)[2], funded: !!FUNDED[id]})), cost: 100000, budget: 100000, winners: Object.keys(FUNDED)}),
    fist: () => ({rows: [{id: "scale", n: 23, mean: "3.57", median: 4, by: {0: 0, 1: 1, 2: 2, 3: 6, 4: 9, 5: 5}, agreement: "mostly"}], passed: false, winners: []}),
    consent: () => ({rows: [], passed: false, consents: 20, winners: [], objections: [{n: 1, text: "Eleverna i de små skolorna kommer inte med, för de äter på olika tider."}, {n: 2, text: "Kökspersonalen har inte fått säga sitt."}]}),
    matrix: () => ({rows: ORDER.map((id, index) => ({id, rank: 0, n: index === 5 ? 0 : 19, x: [24, 38, 74, 42, 66, 0][index], y: [82, 64, 86, 30, 22, 0][index], quadrant: ["quick_win", "quick_win", "big_bet", "fill_in", "avoid", "avoid"][index], split: index === 2})), winners: []}),
};

export function revealed_poll(method, more = {}) {
    const one = open_poll(method, Object.assign({state: "revealed", in: 23}, more));
    one.result = Object.assign({voters: 23, abstained: 0, eligible: 23, few: false, ties: [], winners: ["i1"], wildcards: []}, RESULTS[method]());
    if (method === "irv") one.others = [{method: "borda", winners: ["i5"], places: [["i5"], ["i1", "i2"], ["i6"], ["i3"], ["i4"]]}, {method: "schulze", winners: [], places: []}];
    return one;
}

const block = (title) => ({id: "b-votes", kind: "poll", title, question: "", instruction: "", phase: "vote", clock: {state: "running", remaining_ms: 380000, planned_ms: 600000}, writes: null, form: null});

/// {"vote_score": …, "result_score": …}: scenes of the stand-in host.
export const VOTES = {};
for (const method of METHODS) {
    VOTES["vote_" + method] = () => ({block: block("Ungas makt över maten"), next: {title: "Fika"}, wall: [], polls: [open_poll(method)]});
    VOTES["result_" + method] = () => ({block: block("Ungas makt över maten"), next: {title: "Fika"}, wall: [], polls: [revealed_poll(method)]});
}
