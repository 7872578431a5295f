// The photos that this device keeps: from when they are taken until the host has answered for their note. In IndexedDB,
// where the browser lets us; else in memory, for as long as the page is open.
import {keys, kept} from "./storage.js";

const STORE = "photos";
const memory = {};  // id → Uint8Array, of what is not in the database
let opening = null;

function opened() {
    if (!opening) {
        opening = new Promise((done) => {
            try {
                const asked = window.indexedDB.open("iderum", 1);
                asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
                asked.onsuccess = () => done(asked.result);
                asked.onerror = asked.onblocked = () => done(null);
            } catch (refused) {
                done(null);
            }
        });
    }
    return opening;
}

/// One deed on the database: what it gives, or `otherwise` when the browser refuses.
async function deed(mode, ask, otherwise) {
    const db = await opened();
    if (!db) return otherwise;
    return new Promise((done) => {
        try {
            const transaction = db.transaction(STORE, mode);
            const asked = ask(transaction.objectStore(STORE));
            transaction.oncomplete = () => done(asked.result);
            transaction.onabort = transaction.onerror = () => done(otherwise);
        } catch (refused) {
            done(otherwise);
        }
    });
}

/// True when the photo is still here after the page was closed.
export async function put_photo(id, bytes) {
    const there = await deed("readwrite", (store) => store.put(bytes.buffer, id), null);
    if (there === id) return true;
    memory[id] = bytes;
    return false;
}

/// Its bytes, or null.
export async function get_photo(id) {
    if (memory[id]) return memory[id];
    const found = await deed("readonly", (store) => store.get(id), undefined);
    return found ? new Uint8Array(found) : null;
}

/// Forgets photos that no draft and no message of this device names any more.
export async function tidy_photos() {
    const all = (await deed("readonly", (store) => store.getAllKeys(), undefined)) || [];
    const named = keys("").map((key) => JSON.stringify(kept(key))).join();  // after it: a photo is put first, then named
    const gone = all.concat(Object.keys(memory)).filter((id) => named.indexOf(id) < 0);
    for (const id of gone) {
        delete memory[id];
        await deed("readwrite", (store) => store.delete(id), null);
    }
    return gone;
}
