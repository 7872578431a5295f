// Texts in the reader's language. Every text is a key in assets/lang/page.d; the page fetches flat files: `page` for all
// pages, `room` for those that tablets do not show, `votes`, `photo`, `aloud`, `follow` and `board` with what comes later, `net` for the test of the network.

export const LANGUAGES = [
    {code: "sv", name: "Svenska", dir: "ltr"},
    {code: "en", name: "English", dir: "ltr"},
    {code: "fi", name: "Suomi", dir: "ltr"},
    {code: "ar", name: "العربية", dir: "rtl"},
    {code: "fa", name: "فارسی", dir: "rtl"},
    {code: "so", name: "Soomaali", dir: "ltr"},
    {code: "ti", name: "ትግርኛ", dir: "ltr"},
    {code: "uk", name: "Українська", dir: "ltr"},
];
const WITH_COMMA = ["sv", "fi", "uk"];

let texts = {};
let language = "sv";
let folder = "";
const topics = ["page"];

/// Where the scripts, styles and texts of all pages are.
export function base() {
    const script = document.querySelector("script[type=module]");
    return script ? script.getAttribute("src").replace(/((remote|audience|list|net)\/)?[^/]*$/, "") : "/assets/";
}

export function current() {
    return language;
}

export function known(code) {
    return LANGUAGES.find((one) => one.code === code) || null;
}

/// The first of the browser's languages that we have.
export function preferred() {
    const wanted = navigator.languages || [navigator.language || "sv"];
    for (const one of wanted) {
        const found = known(String(one).toLowerCase().split("-")[0]);
        if (found) return found.code;
    }
    return "sv";
}

async function fetched(code) {
    const parts = await Promise.all(topics.map(async (topic) => {
        const answer = await fetch((folder || base()) + "lang/" + topic + "." + code + ".json");
        if (!answer.ok) throw new Error("no texts: " + answer.status);
        return answer.json();
    }));
    return Object.assign.apply(null, [{}].concat(parts));
}

/// Fetches and takes a language in use; `from` is where the scripts are, known from the page's own script by default.
export async function use_language(code, from) {
    const found = known(code) || LANGUAGES[0];
    folder = from || "";
    texts = await fetched(found.code);
    language = found.code;
    document.documentElement.lang = found.code;
    document.documentElement.dir = found.dir;
}

/// These texts too, from the next language on.
export function need_texts(...more) {
    for (const topic of more) if (topics.indexOf(topic) < 0) topics.push(topic);
}

/// These texts too, in the language that is in use.
export async function more_texts(topic) {
    need_texts(topic);
    texts = await fetched(language);
}

/// The text of a key, with {name} replaced. A missing key shows itself, so that a test sees it.
export function t(key, values) {
    const text = texts[key];
    if (text === undefined) return key;
    if (!values) return text;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export function has_text(key) {
    return key in texts;
}

/// As many forms as the language has: key_one, key_few …, else key_other, with {count}.
export function tn(key, count, values) {
    const form = window.Intl && Intl.PluralRules ? new Intl.PluralRules(language).select(count) : count === 1 ? "one" : "other";
    // Some languages count none as one; "one" may be a word here.
    const fits = has_text(key + "_" + form) && (count || form !== "one");
    return t(key + "_" + (fits ? form : "other"), Object.assign({count}, values));
}

/// "två" for 2 in running text where the language has words for small numbers.
export function number_word(count) {
    const word = texts["number." + count];
    return word === undefined ? String(count) : word;
}

/// One after the other, parted as the language parts them.
export function listed(texts) {
    return texts.join(t("comma"));
}

/// A number with the language's decimal mark.
export function decimal(text) {
    return WITH_COMMA.indexOf(language) >= 0 ? String(text).replace(".", ",") : String(text);
}

/// The words for a refusal: the host's own when it sent them, else ours.
export function refusal_text(answer) {
    if (answer && answer.text) return answer.text;
    const key = "error." + (answer && answer.code);
    return has_text(key) ? t(key) + " " + t(key + ".do") : t("error.bad_input");
}
