// What the device keeps. One entry per key, so that two tabs of the same device never overwrite each other's list. When
// the browser refuses storage (a private window), the page goes on with memory alone.

const PREFIX = "iderum/";
const memory = {};
let refusing = false;

// Throws when the browser refuses storage.
function store() {
    if (refusing) throw new Error("memory only");
    return window.localStorage;
}

export function keep(key, value) {
    const text = JSON.stringify(value);
    memory[key] = text;
    try {
        store().setItem(PREFIX + key, text);
    } catch (refused) {
        refusing = true;
    }
}

export function kept(key, otherwise = null) {
    let text = null;
    try {
        text = store().getItem(PREFIX + key);
    } catch (refused) {
        text = key in memory ? memory[key] : null;
    }
    if (text === null) return otherwise;
    try {
        return JSON.parse(text);
    } catch (broken) {
        return otherwise;
    }
}

export function forget(key) {
    delete memory[key];
    try {
        store().removeItem(PREFIX + key);
    } catch (refused) {
        return;
    }
}

/// All keys that begin with `start`, without the prefix, sorted.
export function keys(start) {
    const found = {};
    try {
        const all = store();
        for (let i = 0; i < all.length; ++i) {
            const name = all.key(i);
            if (name.startsWith(PREFIX + start)) found[name.slice(PREFIX.length)] = true;
        }
    } catch (refused) {
        for (const name of Object.keys(memory)) if (name.startsWith(start)) found[name] = true;
    }
    return Object.keys(found).sort();
}

export function forget_all(start) {
    for (const key of keys(start)) forget(key);
}

/// Tells when another tab of this device changed something.
export function when_changed_elsewhere(told) {
    window.addEventListener("storage", (event) => {
        if (event.key === null || event.key.startsWith(PREFIX)) told(event.key ? event.key.slice(PREFIX.length) : "");
    });
}

/// Hex digits nobody can guess. crypto.getRandomValues works over plain http; randomUUID does not.
export function random_hex(bytes) {
    const values = new Uint8Array(bytes);
    window.crypto.getRandomValues(values);
    return Array.from(values, (one) => (one < 16 ? "0" : "") + one.toString(16)).join("");
}
