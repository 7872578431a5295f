// The session this device was in before: its seat and what the host had not answered for wait here, apart from those of
// the session that runs now, until that session is back or a day and a half has passed.
import {forget, forget_all, keep, kept, keys} from "./storage.js";

const KEPT_MS = 36 * 3600 * 1000;
const BELONGINGS = ["out/", "ballot/", "draft/"];

function aside() {
    const found = kept("aside");
    if (found && Math.abs(Date.now() - found.at) < KEPT_MS) return found;
    forget("aside");
    return null;
}

/// {secret, …} or null.
export function seat_aside() {
    const found = aside();
    return found && found.seat;
}

/// Moves what belongs to `seat` out of the way. Only the newest session is remembered.
export function set_aside(seat) {
    const belongings = {};
    for (const start of BELONGINGS) {
        for (const key of keys(start)) belongings[key] = kept(key);
        forget_all(start);
    }
    keep("aside", {at: Date.now(), seat, belongings});
}

/// What was set aside, {key: value}; it is no longer there afterwards.
export function bring_back() {
    const found = aside();
    forget("aside");
    return found ? found.belongings : {};
}

export function forget_aside() {
    forget("aside");
}
