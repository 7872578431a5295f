// The host's clock. The device's own date is never used: the difference between the host's `now` and the time since this
// page was opened is what counts. A frame may be late but never early, so the largest difference is the truest.

let difference = null;

/// A new connection: the old difference may be wrong after the device slept.
export function forget_clock() {
    difference = null;
}

export function learn(now) {
    if (typeof now !== "number") return;
    const seen = now - performance.now();
    if (difference === null || seen > difference) difference = seen;
}

export function host_now() {
    return difference === null ? null : performance.now() + difference;
}

/// Milliseconds left of a block's clock that was told at `told_at` (host time); below zero when over time.
export function left_ms(clock, told_at) {
    if (!clock) return null;
    const now = host_now();
    if (clock.state !== "running" || now === null) return clock.remaining_ms;
    return clock.remaining_ms - (now - told_at);
}

function two(number) {
    return number < 10 ? "0" + number : String(number);
}

/// "18:42", "1:02:10", and "+1:12" when over time.
export function clock_text(ms) {
    const over = ms < 0;
    const seconds = over ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000);
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    const rest = two(minutes) + ":" + two(seconds % 60);
    const text = hours ? hours + ":" + rest : rest;
    return over ? "+" + text : text;
}

/// The time of day, "10.50" in Swedish and "10:50" in others.
export function day_time(ms, lang) {
    const date = new Date(ms);
    return two(date.getHours()) + (lang === "sv" || lang === "fi" ? "." : ":") + two(date.getMinutes());
}
