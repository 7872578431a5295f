// One WebSocket to the host, kept alive. Says hello, tells what comes, and comes back after any loss: 0.5 s, then twice
// as long each time up to 3 s: with the spread and a slow network all are back within 5 s of the host. A network that
// comes back, a page that is shown again or the button "try again" tries at once.
import {forget_clock, learn} from "./clock.js";

const FIRST_MS = 500;
const MOST_MS = 3000;
const OPEN_WITHIN_MS = 4000;
const PING_EVERY_MS = 10500;  // the host takes one each ten seconds
const ANSWER_WITHIN_MS = 4000;

/// `hello()` gives the first frame, or null to stay away. `told(frame)` gets every frame after `welcome`, and `welcome`
/// and `refused` themselves. `changed()` is called when `status` changed.
export function open_connection({hello, told, changed}) {
    const link = {status: "idle", wait_ms: 0, retry_at: 0, lost_at: 0, send, open, close, retry};
    let socket = null;
    let step = FIRST_MS;
    let retry_timer = 0;
    let heard_at = 0;
    let pinged_at = 0;
    let asked_at = 0;
    let open_timer = 0;
    let waits = false;  // somebody at the wall has been asked to let us in

    function set(status) {
        if (link.status === status) return;
        if (status === "lost" && link.status === "on") link.lost_at = Date.now();
        link.status = status;
        changed();
    }

    function open() {
        clearTimeout(retry_timer);
        drop();
        const first = hello();
        if (!first) {
            set("idle");
            return;
        }
        if (link.status !== "lost") set("opening");
        link.retry_at = 0;
        changed();
        const mine = new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/ws");
        socket = mine;
        open_timer = setTimeout(() => lose(mine), OPEN_WITHIN_MS);
        mine.onopen = () => mine.send(JSON.stringify(first));
        mine.onmessage = (event) => {
            if (mine === socket) hear(mine, event.data);
        };
        mine.onclose = () => lose(mine);
        mine.onerror = () => lose(mine);
    }

    function hear(mine, text) {
        heard_at = performance.now();
        asked_at = 0;
        let frame = null;
        try {
            frame = JSON.parse(text);
        } catch (broken) {
            return;
        }
        if (frame.t === "welcome") {
            clearTimeout(open_timer);
            waits = false;
            step = FIRST_MS;
            forget_clock();
            learn(frame.now);
            told(frame);
            set("on");
            return;
        }
        learn(frame.now);
        // Somebody has to let us in first: that takes as long as it takes.
        if (frame.t === "confirm") {
            clearTimeout(open_timer);
            waits = true;
        }
        if (frame.t === "refused") {
            drop();
            link.status = "refused";
            told(frame);
            changed();
            return;
        }
        told(frame);
    }

    function drop() {
        clearTimeout(open_timer);
        waits = false;
        const old = socket;
        socket = null;
        if (old) old.close();
    }

    function lose(mine) {
        if (mine !== socket) return;
        drop();
        set("lost");
        const wait = step * (0.8 + 0.4 * Math.random());
        step = Math.min(MOST_MS, step * 2);
        link.wait_ms = wait;
        link.retry_at = performance.now() + wait;
        retry_timer = setTimeout(open, wait);
        changed();
    }

    function close() {
        clearTimeout(retry_timer);
        drop();
        set("idle");
    }

    function retry() {
        // A new connection would ask at the wall anew, and take back what somebody is about to answer.
        if (waits || link.status === "on" || link.status === "idle" || link.status === "refused") return;
        step = FIRST_MS;
        open();
    }

    /// False when there is nobody to send to: keep it and send it after the next welcome.
    function send(frame) {
        if (!socket || link.status !== "on" || socket.readyState !== WebSocket.OPEN) return false;
        socket.send(JSON.stringify(frame));
        if (frame.id && !asked_at) asked_at = performance.now();
        return true;
    }

    function look() {
        if (link.status !== "on" || !socket) return;
        const now = performance.now();
        const silent_ms = now - heard_at;
        if (asked_at && now - asked_at > ANSWER_WITHIN_MS) lose(socket);
        else if (silent_ms > PING_EVERY_MS && pinged_at <= heard_at) {
            pinged_at = now;
            asked_at = now;
            socket.send("{\"t\":\"ping\"}");
        }
    }

    // Somebody looks at the page again, perhaps after the device slept: is the host still there? Answer within 2 s.
    function probe() {
        retry();
        const now = performance.now();
        if (link.status !== "on" || asked_at || now - heard_at < 2000 || now - pinged_at < PING_EVERY_MS) return;
        pinged_at = now;
        asked_at = now - ANSWER_WITHIN_MS + 2000;
        socket.send("{\"t\":\"ping\"}");
    }

    setInterval(look, 1000);
    window.addEventListener("online", retry);
    window.addEventListener("pageshow", probe);
    window.addEventListener("focus", probe);
    window.addEventListener("offline", () => {
        if (socket && (waits || link.status === "on")) lose(socket);
    });
    document.addEventListener("visibilitychange", () => {
        if (!document.hidden) probe();
    });
    return link;
}
