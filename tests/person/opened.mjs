// A test that ends at once, however it ends: whatever is opened while it runs is told here, and closed after it, newest
// first. So a failure is the end of the file and not the beginning of a wait for browsers that nobody closes.
//
//   person_test("a sentence about behaviour", {within_s: 60}, async () => {
//       const server = …;
//       const close = opened("the server", () => server.close());
//       …                                   // close() before the end is fine, and closes once
//   });
import {after, test} from "node:test";

const CLOSE_WITHIN_MS = 5000;
const LINGER_MS = 3000;  // after the last test; then what still goes on is not waited for
const all = new Set();

/// Tells of something that must not outlive the test. `close` may take time; `kill`, without waiting, does what is left
/// when `close` failed or took too long, or when the process ends. What is `for_all` tests of a file is closed after the
/// last of them. Gives back what closes it, once.
export function opened(what, close, kill = () => {}, {for_all = false} = {}) {
    const one = {what, kill, for_all, closing: null};
    one.close = () => {
        if (!one.closing) one.closing = within(CLOSE_WITHIN_MS, "closing " + what, Promise.resolve().then(close)).catch(kill).finally(() => all.delete(one));
        return one.closing;
    };
    all.add(one);
    return one.close;
}

async function close_all() {
    for (const one of Array.from(all).reverse()) if (!one.for_all) await one.close();
}

/// The promise's own answer, or a failure after `ms`.
export function within(ms, what, promise) {
    let late = null;
    const deadline = new Promise((_, failed) => (late = setTimeout(() => failed(new Error(what + " took more than " + ms / 1000 + " s")), ms)));
    return Promise.race([promise, deadline]).finally(() => clearTimeout(late));
}

/// A test with a deadline of its own, after which nothing that was opened is left.
export function person_test(sentence, {within_s, skip}, deed) {
    test(sentence, {skip}, async () => {
        try {
            await within(within_s * 1000, "“" + sentence + "”", deed());
        } finally {
            await close_all();
        }
    });
}

after(async () => {
    for (const one of all) await one.close();
    setTimeout(() => process.exit(), LINGER_MS).unref();
});
process.on("exit", () => {
    for (const one of all) one.kill();
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
