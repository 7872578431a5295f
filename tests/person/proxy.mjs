// A bad network for one device: a TCP proxy that delays, stalls as lost packets do, and drops connections. TCP hides
// loss as delay, so a lost chunk waits as long as a retransmission and everything behind it waits too.
//
//   const proxy = await start_proxy({port: 8010, delay_ms: 80, jitter_ms: 60, loss: 0.05, drop_every_ms: 15000, seed: 7});
//   proxy.offline(true); proxy.offline(false); proxy.stall(3000); proxy.drop(); await proxy.close();
import {connect, createServer} from "node:net";
import {opened} from "./opened.mjs";

const RETRANSMIT_MS = [200, 400, 800];

function random(seed) {
    let state = seed >>> 0 || 1;
    return () => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return (state >>> 0) / 4294967296;
    };
}

export async function start_proxy({host = "127.0.0.1", port, delay_ms = 0, jitter_ms = 0, loss = 0, drop_every_ms = 0, seed = 1}) {
    const dice = random(seed);
    const pairs = new Set();
    const counts = {chunks: 0, lost: 0, dropped: 0};
    let away = false;
    let stalled_until = 0;

    // One direction: chunks leave in the order they came, each when its delay is over.
    function pump(from, to) {
        let free_at = 0;
        const waiting = [];
        from.on("data", (chunk) => {
            counts.chunks += 1;
            let wait = delay_ms + dice() * jitter_ms;
            if (dice() < loss) {
                counts.lost += 1;
                wait += RETRANSMIT_MS[Math.floor(dice() * RETRANSMIT_MS.length)];
            }
            free_at = Math.max(free_at, Date.now() + wait, stalled_until);
            // Timers that are due at once fire in no order of theirs; the chunks keep theirs.
            waiting.push(chunk);
            const send = () => {
                if (Date.now() < stalled_until) return void setTimeout(send, stalled_until - Date.now());
                const first = waiting.shift();
                if (!to.destroyed && !away) to.write(first);
            };
            setTimeout(send, free_at - Date.now());
        });
        from.on("end", () => setTimeout(() => to.end(), Math.max(0, free_at - Date.now())));
        from.on("error", () => to.destroy());
        from.on("close", () => setTimeout(() => to.destroy(), Math.max(0, free_at - Date.now()) + 50));
    }

    const server = createServer((near) => {
        if (away) {
            near.destroy();
            return;
        }
        const far = connect(port, host);
        const pair = [near, far];
        pairs.add(pair);
        near.on("close", () => pairs.delete(pair));
        near.setNoDelay(true);
        far.setNoDelay(true);
        pump(near, far);
        pump(far, near);
    });
    function drop() {
        for (const pair of pairs) {
            counts.dropped += 1;
            for (const socket of pair) socket.destroy();
        }
    }
    const timer = drop_every_ms ? setInterval(drop, drop_every_ms) : null;
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    return {
        port: server.address().port, counts, drop,
        /// No traffic at all: connections end and new ones are refused.
        offline(on) {
            away = on;
            if (on) drop();
        },
        /// Nothing moves for a while, and nobody is told: as when the Wi-Fi is out of reach.
        stall(ms) {
            stalled_until = Date.now() + ms;
        },
        close: opened("the proxy", () => {
            clearInterval(timer);
            drop();
            return new Promise((done) => server.close(done));
        }),
    };
}
