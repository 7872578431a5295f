// The frame of a test program: sentences that hold, or the first that does not.
import {LONG, Place} from "./host.mjs";

let failures = 0;
let held = 0;

/// Something that must be so for the test to mean anything.
export function check(condition, what) {
    if (!condition) throw new Error(typeof what === "function" ? what() : what);
}

export function equal(found, expected, what) {
    const a = JSON.stringify(found);
    const b = JSON.stringify(expected);
    if (a !== b) throw new Error(what + ": found " + a + ", expected " + b);
}

/// One sentence about behaviour. The sentences run in order; one that fails does not stop the others.
export async function holds(sentence, body) {
    try {
        await body();
        ++held;
        console.log("ok - " + sentence);
    } catch (error) {
        ++failures;
        console.log("not ok - " + sentence);
        console.log("  " + String(error.stack || error).replace(/\n/g, "\n  "));
    }
}

/// Runs a test file: `body(place)` with a folder of its own, then ends the process with what came of it. The folder of
/// a failed test stays, to be looked into.
export async function program(name, body) {
    const place = new Place(name);
    try {
        await body(place);
    } catch (error) {
        ++failures;
        console.log("not ok - " + name + " came to its end");
        console.log("  " + String(error.stack || error).replace(/\n/g, "\n  "));
    }
    if (failures === 0) place.remove();
    else console.log("left to look at: " + place.folder);
    console.log(name + (LONG ? ", long" : "") + ": " + held + " held, " + failures + " failed");
    process.exit(failures === 0 ? 0 : 1);
}

/// Random numbers from a seed (mulberry32), the same everywhere.
export function seeded(seed) {
    let state = seed >>> 0;
    return (below) => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    };
}
