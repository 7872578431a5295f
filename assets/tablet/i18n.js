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
    const asked = topics.length;
    const parts = await Promise.all(topics.map(async (topic) => {
        const answer = await fetch((folder || base()) + "lang/" + topic + "." + code + ".json");
        if (!answer.ok) throw new Error("no texts: " + answer.status);
        return answer.json();
    }));
    // What came to be needed meanwhile is not in it.
    return topics.length > asked ? fetched(code) : Object.assign.apply(null, [{}].concat(parts));
}

/// Fetches and takes a language in use; `from` is where the scripts are, known from the page's own script by default.
export async function use_language(code, from) {
    const found = known(code) || LANGUAGES[0];
    folder = from || "";
    texts = await fetched(found.code);
    language = found.code;
    document.documentElement.lang = found.code;
    document.documentElement.dir = found.dir;
    const skip = document.querySelector(".skip");
    if (skip) skip.textContent = t("skip");
}

/// These texts too, from the next language on.
export function need_texts(...more) {
    for (const topic of more) if (topics.indexOf(topic) < 0) topics.push(topic);
}

/// These texts too, in the language that is in use.
export async function more_texts(topic) {
    need_texts(topic);
    const code = language;
    const more = await fetched(code);
    // Another language that came meanwhile has them too.
    if (code === language) texts = more;
}

// Letters that are written from the left, or from the right.
const LETTER = /[A-Za-z\u00c0-\u024f\u0370-\u058f\u1200-\u139f]|[\u05d0-\u05ea\u0620-\u065f\u066e-\u07ff\ufb1d-\ufdfd\ufe70-\ufefc]/;
const FROM_RIGHT = /[\u05d0-\u07ff\ufb1d-\ufefc]/;

/// What somebody wrote, to stand in a sentence of the page: where it runs the other way, with marks around it, so that the
/// sentence and what is written each keep their own direction.
export function isolated(text) {
    const first = LETTER.exec(text.replace(/\u2068[^\u2069]*\u2069/g, ""));
    return first && FROM_RIGHT.test(first[0]) !== (known(language).dir === "rtl") ? "\u2068" + text + "\u2069" : text;
}

/// The text of a key, with {name} replaced, isolated. A missing key shows itself, so that a test sees it.
export function t(key, values) {
    const text = texts[key];
    if (text === undefined) return key;
    if (!values) return text;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? isolated(String(values[name])) : whole));
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
    return texts.map((one) => isolated(String(one))).join(t("comma"));
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
