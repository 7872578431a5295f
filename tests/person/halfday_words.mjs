// Who is there and what they say. Invented people; Lindåsa.

const TABLET = {width: 820, height: 1180};
const PHONE = {width: 390, height: 844};
const BAD_NETWORK = {delay_ms: 60, jitter_ms: 60, loss: 0.03, drop_every_ms: 12000, seed: 7};

export const TYPO = "Lampa i fönstet när lokalen är ledig";
export const MENDED = "Lampa i fönstret när lokalen är ledig";
export const HIDDEN = "Ring Bo 19811218-9876 om nyckeln";
export const TWIN = "Besked innan jag somnar";
export const TWIN_OF = "Svar samma kväll";

/// The people. `by_code`: types the six signs; `keyboard`: never touches the screen; `network`: sits behind a bad one;
/// `reopens`: closes the tab in the middle; `moves`: goes on with another device; `late`: comes when the vote is on.
export const PEOPLE = [
    {name: "Tove", by_code: true, ...TABLET, idea: TWIN_OF},
    {name: "Jonas", ...PHONE, idea: TYPO},
    {name: "Emma", language: "en", ...TABLET, idea: "A key box that opens with the booking"},
    {name: "Kim", by_code: true, keyboard: true, ...TABLET, idea: "Föreningen innan lämnar över nyckeln"},
    {name: "Amina", ...PHONE, network: BAD_NETWORK, idea: "Priset står på kartan, även för helger"},
    {name: "Farah", ...TABLET, reopens: true, idea: "En bild visar var ljuset tänds 💡"},
    {name: "", ...PHONE, moves: true, idea: "En människa svarar när det är bråttom"},
    {name: "Elif", by_code: true, ...TABLET, late: true, idea: TWIN},
];

export const rule = (index) => "Vi lyssnar klart, en i taget (" + (index + 1) + ")";
export const known = (index) => (index % 2 ? {group: "gissar", text: "Samira skäms för att fråga igen, gång " + (index + 1)} : {group: "vet", text: "Föreningar ringer om nycklar, fall " + (index + 1)});
export const step = (index) => ({group: ["fore", "under", "efter"][index % 3], text: ["Letar efter rätt sida", "Hämtar nyckel på lunchen", "Lämnar nyckeln i ett skåp", "Mejlar tre personer",
    "Hittar inte ljuset", "Får en räkning till fel adress", "Väntar på svar", "Ringer vaktmästaren"][index]});
export const need = (index) => "Samira behöver besked " + (index + 1) + " dagar innan, för att kunna svara föräldrarna";
export const question = (index) => "Hur kan vi ge besked på " + (index + 1) + " minuter?";
export const building = (index) => "Ja, och " + ["vi provar på tisdag", "kaffe ingår första gången", "children may draw it", "det syns i mobilen", "kvittot kommer samma dag", "grannen har en reservnyckel",
    "det gäller alla språk", "ljuset släcks av sig självt"][index];
export const word = (index) => ["lättad", "nyfiken", "hopeful", "trött", "glad", "hungrig", "stolt", "lugn"][index];

/// What each votes, by the options in their alphabetic order. Somebody abstains, somebody leaves some out.
export const choice = (index, options) => ({choice: options[[0, 0, 1, 0, 2, 1, 0, 2][index]].id});
export const wanted_news = (index, options) => ({choice: options[[1, 1, 0, 2, 1, 0, 1, 1][index]].id});
export const scale = (index) => (index === 6 ? {} : {scale: [5, 4, 5, 3, 4, 2, 0, 5][index]});
export const feelings = (index, options) => ({feelings: Object.fromEntries(options.filter((one, at) => !(index === 1 && at === 0)).map((one, at) => [one.id, ((index * 3 + at * 2) % 5) - 2]))});
export const dots = (index, options) => ({dots: Object.fromEntries([0, index % options.length, (index * 2 + 3) % options.length].map((at) => [options[at].id, 1]))});
export function criteria(index, options, names) {
    if (index === 6) return {};
    const of = (label) => (options.find((one) => one.label === label) || options[0]).id;
    const other = options[index % options.length].id;
    const first = {[of(TWIN_OF)]: 2};
    first[other] = (first[other] || 0) + 1;
    return {dots: {[names[0]]: first, [names[1]]: index % 2 ? {[of(MENDED)]: 3} : {[of(MENDED)]: 1, [options[options.length - 1 - (index % 3)].id]: 1}}};
}
