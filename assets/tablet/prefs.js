// How this device wants to read: language, larger text, high contrast, theme, buttons that read aloud. Kept on the device;
// set as classes on the document, so that style sheets decide what they mean.
import {kept, keep} from "./storage.js";
import {preferred, known} from "./i18n.js";

export const prefs = Object.assign({lang: null, large: false, contrast: false, theme: null, aloud: true}, kept("prefs", {}));

/// What the person chose, else the address's ?lang=, else the browser's.
export function wanted_language() {
    if (prefs.lang && known(prefs.lang)) return prefs.lang;
    const asked = new URLSearchParams(location.search).get("lang");
    return known(asked) ? asked : preferred();
}

export function set_pref(name, value) {
    prefs[name] = value;
    keep("prefs", prefs);
    show_prefs();
}

export function show_prefs() {
    const root = document.documentElement;
    root.classList.toggle("large", prefs.large);
    root.classList.toggle("contrast", prefs.contrast);
    if (prefs.theme) root.setAttribute("data-theme", prefs.theme);
}
