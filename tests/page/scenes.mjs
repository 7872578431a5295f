// What the stand-in host shows: one scene for each state a page can be in. Everything here is invented.

export const NAMES = ["Tove", "Elif", "Sami", "Hanna", "Petra", "Jonas", "Amina", "Leo"];

const IDEAS = [
    ["i1", "Boka lokal med ett klick i mobilen", "sol", "Tove"], ["i2", "En kontaktperson som följer hela ärendet", "ros", null],
    ["i3", "Nyckel i kodskåp i stället för kvitto i receptionen", "himmel", "Elif"], ["i4", "Visa lediga tider på en karta", "mint", null],
    ["i5", "Filma en rundtur i varje lokal", "aprikos", "Sami"], ["i6", "Låna ut nycklar mellan föreningar", "lila", null],
];
const STEPS = [["s1", "Samira hör att de behöver en lokal", "fore"], ["s2", "Letar på kommunens webbplats", "fore"], ["s3", "Ringer och väntar i kö", "under"],
    ["s4", "Fyller i blanketten för andra gången", "under"], ["s5", "Får nyckeln dagen före", "efter"]];
const ADDED = [["i7", "Ja, och man ser på kartan hur stort rummet är", "mint", "i4"], ["i8", "Ja, och koden kommer i ett sms", "himmel", "i3"]].map(([id, text, colour, parent]) =>
    ({id, type: "idea", text, group: "", colour, author: null, parent, block: "b-rotate", cluster: null, number: null}));
const CLUSTERS = [{id: "k1", name: "Bokning"}, {id: "k2", name: "Nycklar"}];
const GROUPS = [{id: "fore", label: "Före"}, {id: "under", label: "Under"}, {id: "efter", label: "Efter"}];
const CRITERIA = [{id: "nytta", label: "Nytta för Samira", colour: "himmel"}, {id: "nytankande", label: "Nytänkande", colour: "mint"}];

export function wall(options = {}) {
    return IDEAS.map(([id, text, colour, author], index) => ({id, type: "idea", text, group: "", colour, author: options.authors === false ? undefined : author, parent: null,
        block: options.block || "b-collect", cluster: options.clusters ? (index < 3 ? "k1" : index < 5 ? "k2" : null) : null, number: options.numbers && index < 3 ? "L26-0" + (58 + index) : null}));
}
export function steps() {
    return STEPS.map(([id, text, group]) => ({id, type: "step", text, group, colour: "sol", author: null, parent: null, cluster: null, number: null}));
}
const idea_options = () => IDEAS.map(([id, label]) => ({id, label, group: ""}));
const step_options = () => STEPS.map(([id, label, group]) => ({id, label, group}));

export function poll(method, more = {}) {
    const base = {id: "p-" + method, round: 1, method, question: "Vilken idé ska vi pröva först?", state: "open", in: 12, of: 18, dots: 3, stacking: true,
        criteria: [], options: idea_options(), saved: false, result: null};
    if (method === "tre-prickar") Object.assign(base, {criteria: CRITERIA, question: "Var lägger du dina prickar?"});
    if (method === "feelings") Object.assign(base, {options: step_options(), question: "Hur känns varje steg för Samira?"});
    if (method === "choice") Object.assign(base, {question: "Kaffe, te eller vatten?", options: [{id: "kaffe", label: "Kaffe", group: ""}, {id: "te", label: "Te", group: ""}, {id: "vatten", label: "Vatten", group: ""}]});
    if (method === "scale") Object.assign(base, {question: "Kom din röst fram i dag?", lowest: 1, highest: 5, options: [{id: "1", label: "Inte alls", group: ""}, {id: "5", label: "Helt", group: ""}]});
    return Object.assign(base, more);
}

export function revealed(method, more = {}) {
    const one = poll(method, Object.assign({state: "revealed", in: 18}, more));
    const rows = {
        dots: one.options.map((option, index) => ({id: option.id, rank: index < 2 ? 1 : index + 1, votes: [14, 14, 9, 8, 6, 3][index] || 0, supporters: 5})),
        choice: one.options.map((option, index) => ({id: option.id, rank: index + 1, votes: [10, 5, 3][index] || 0, supporters: 5})),
        "tre-prickar": one.options.map((option, index) => ({id: option.id, rank: index + 1, votes: [21, 18, 12, 8, 5, 2][index] || 0, by: {nytta: [15, 6, 7, 6, 1, 0][index], nytankande: [6, 12, 5, 2, 4, 2][index]}})),
        feelings: one.options.map((option, index) => ({id: option.id, n: 17, median: [1, 0, -2, -1, 1][index], low: [0, -1, -2, -2, 1][index], high: [2, 1, -1, 0, 2][index]})),
        scale: [{id: "scale", n: 17, mean: "4.2", median: 4, by: {1: 0, 2: 1, 3: 2, 4: 6, 5: 8}, agreement: "agree"}],
    }[method];
    const top = rows.filter((row) => row.rank === 1).map((row) => row.id);
    one.result = {voters: 18, few: false, ties: method === "dots" ? [["i1", "i2"]] : [], winners: method === "feelings" || method === "scale" ? [] : top,
        wildcards: method === "tre-prickar" ? ["i2"] : [], rows};
    return one;
}

function block(kind, more = {}) {
    return Object.assign({id: "b-" + kind, kind, title: "Idéer i tysthet", question: "Hur kan det bli enkelt för en förening att låna lokal?", instruction: "", phase: "individual",
        clock: {state: "running", remaining_ms: 435000, planned_ms: 900000}, writes: null, form: null}, more);
}
const IDEA_WRITES = {type: "idea", groups: [], most_length: 140, most_notes: 0};
const next = {title: "Bygg vidare"};

const QUESTIONS = [{id: "bra", label: "Vad var bra?"}, {id: "fattades", label: "Vad fattades?"}];

/// name → what the session is in: {block, next, wall, clusters, polls, mine, …}.
export const SCENES = {
    before: () => ({block: null, next: {title: "Kom in"}, wall: [], polls: []}),
    waiting: () => ({block: block("info", {title: "Ramen", question: "", instruction: "Det här är frågan vi äger i dag. Så används svaren, och så hemlig är din röst."}), next: {title: "Lär känna Samira"}, wall: []}),
    checkin: () => ({block: block("checkin", {title: "Kom in", question: "Kaffe, te eller vatten?"}), next, wall: [], polls: [poll("choice")]}),
    write: () => ({block: block("collect", {writes: IDEA_WRITES, instruction: "Minst fem idéer var, en mening per idé. Omöjligt är tillåtet."}), next, wall: wall()}),
    steps: () => ({block: block("journey", {title: "Rita resan", question: "Vad gör Samira?", writes: {type: "step", groups: GROUPS, most_length: 140, most_notes: 0}}), next, wall: steps()}),
    feelings: () => ({block: block("journey", {title: "Rita resan", question: "Vad gör Samira?", phase: "vote"}), next, wall: steps(), polls: [poll("feelings")]}),
    dots: () => ({block: block("poll", {title: "Var gör det ont?", phase: "vote"}), next, wall: wall(), polls: [poll("dots")]}),
    pain: () => ({block: block("poll", {title: "Var gör det ont?", phase: "vote"}), next, wall: steps(), polls: [poll("dots", {stacking: false, options: step_options(), question: "Vilka steg skaver mest?"})]}),
    criteria: () => ({block: block("poll", {title: "Tre prickar", phase: "vote"}), next, wall: wall({clusters: true}), clusters: CLUSTERS, polls: [poll("tre-prickar")]}),
    few: () => ({block: block("poll", {title: "Tre prickar", phase: "vote"}), next, wall: wall(), polls: [poll("dots", {in: 2, of: 4})]}),
    coded: () => ({block: block("poll", {title: "Tre prickar", phase: "vote"}), next, wall: wall(), polls: [poll("dots", {id: "p-coded", trust: "codes", codes: 30})]}),
    lost: () => ({block: block("poll", {title: "Tre prickar", phase: "vote"}), next, wall: wall(), polls: [poll("dots", {id: "p-lost"})], no_ballot: true}),
    closed: () => ({block: block("poll", {title: "Tre prickar", phase: "vote"}), next, wall: wall(), polls: [poll("dots", {state: "closed"})]}),
    photos: () => ({block: block("cluster", {title: "Sortera", question: "Vad hör ihop?"}), next, clusters: CLUSTERS,
        wall: wall({clusters: true}).map((note, index) => Object.assign(note, index === 1 ? {photo: {address: "a".repeat(32), shows: "En port utan skylt"}} : null,
            index === 3 ? {lang: "ar", text: "عرض القاعات المتاحة على خريطة", photo: {address: "b".repeat(32), shows: ""}} : null))}),
    rotate: () => ({block: block("rotate", {title: "Bygg vidare", question: "Läs och lägg till: Ja, och …", writes: IDEA_WRITES, sources: [{id: "b-collect", label: "Idéer i tysthet"}]}), next, wall: wall().concat(ADDED),
        mine: {given: [{note: "i2", text: IDEAS[1][1]}, {note: "i4", text: IDEAS[3][1]}]}}),
    cluster: () => ({block: block("cluster", {title: "Sortera", question: "Vad hör ihop?"}), next, wall: wall({clusters: true}), clusters: CLUSTERS}),
    result_dots: () => ({block: block("poll", {title: "Tre prickar", phase: "reveal"}), next, wall: wall(), polls: [revealed("dots", {saved: true})]}),
    result_criteria: () => ({block: block("poll", {title: "Tre prickar", phase: "reveal"}), next, wall: wall({numbers: true}), polls: [revealed("tre-prickar", {saved: true})]}),
    result_feelings: () => ({block: block("journey", {title: "Rita resan", phase: "reveal"}), next, wall: steps(), polls: [revealed("feelings")]}),
    result_choice: () => ({block: block("checkin", {title: "Kom in", question: "Kaffe, te eller vatten?"}), next, wall: [], polls: [revealed("choice")]}),
    result_scale: () => ({block: block("evaluate", {title: "Checka ut"}), next: null, wall: [], polls: [revealed("scale")]}),
    card: () => ({block: block("card", {title: "Idékort", question: "Fyll i korten för de främsta", form: {fields: [{id: "for_whom", label: "För vem?", kind: "short"},
        {id: "what", label: "Vad ska hända?", kind: "long"}, {id: "uncertainty", label: "Största osäkerheten", kind: "long"}, {id: "date", label: "Provas senast", kind: "date"}]}}), next, wall: wall({numbers: true})}),
    card_held: () => Object.assign(SCENES.card(), {cards: {for_whom: {text: "Föreningar utan egen lokal", others_wait: false, own: null, writers: []},
        what: {text: "Man bokar i mobilen", others_wait: false, own: {text: "Man bokar i mobilen. Ring mig på 070-000 00 00.", state: "waiting", held: "phone"}, writers: []},
        uncertainty: {text: "", others_wait: true, own: null, writers: []}, date: {text: "2026-06-01", others_wait: false, own: {text: "2026-05-01", state: "waiting", held: ""}, writers: ["Elif"]}}}),
    evaluate: () => ({block: block("evaluate", {title: "Checka ut", question: "Hur var det i dag?", writes: {type: "word", groups: [], most_length: 40, most_notes: 1}}), next: null, wall: [],
        polls: [poll("scale"), poll("choice", {id: "p-back", question: "Vill du få veta hur det går?", options: [{id: "ja", label: "Ja, berätta på nästa möte", group: ""}, {id: "nej", label: "Nej tack", group: ""}]})]}),
    questions: () => ({block: block("evaluate", {title: "Checka ut", question: "Hur var det i dag?", writes: {type: "note", groups: QUESTIONS, most_length: 140, most_notes: 2},
        form: {fields: QUESTIONS.map((one) => Object.assign({kind: "note"}, one))}}), next: null, wall: [], polls: [poll("scale")]}),
    person: () => ({block: block("collect", {title: "Lär känna Samira", question: "Vem är Samira?", instruction: "Skriv det du vet, annars lämnar du tomt.", writes: {type: "known", groups: QUESTIONS, most_length: 140, most_notes: 2},
        form: {fields: QUESTIONS.map((one) => Object.assign({kind: "note"}, one))}}), next, wall: []}),
    scale: () => ({block: block("evaluate", {title: "Checka ut", phase: "vote"}), next: null, wall: [], polls: [poll("scale")]}),
    pause: () => ({block: block("break", {title: "Fika", question: ""}), next: {title: "Från skav till behov"}, wall: []}),
    over: () => ({block: block("collect", {writes: IDEA_WRITES, clock: {state: "running", remaining_ms: -72000, planned_ms: 900000}}), next, wall: wall()}),
    tables: () => Object.assign(SCENES.write(), {tables: {how: "choose", sign: true, seated: [5, 3, 0]}, mine: {table: 2, with: ["Elif", "سامي"]}}),
    tables_choose: () => Object.assign(SCENES.waiting(), {tables: {how: "choose", sign: false, seated: [5, 3, 0]}}),
    tables_wait: () => Object.assign(SCENES.waiting(), {tables: {how: "place", sign: false, seated: [0, 0]}}),
    blank: () => ({block: block("info"), next, wall: [], blank: true}),
};
