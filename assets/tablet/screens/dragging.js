// Dragging an item of a list by its grip: it follows the finger, and the others make way by themselves. Nothing in the
// document changes until it is let go, so a drawing in the middle of it does no harm.

const EDGE_PX = 110;
const SCROLL_PX = 14;
let now = null;  // {el, others, start, tops, from, at}

function move_to(el, y) {
    el.style.transform = y ? "translateY(" + Math.round(y) + "px)" : "";
}

function take(event) {
    const el = event.currentTarget.closest("li");
    const all = Array.from(el.parentNode.children);
    const middles = all.map((one) => one.getBoundingClientRect().top + one.offsetHeight / 2 + window.pageYOffset);
    const from = all.indexOf(el);
    const next = all[from + 1] || all[from - 1];
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    now = {el, all, middles, from, at: from, start: event.clientY + window.pageYOffset, step: next ? Math.abs(next.offsetTop - el.offsetTop) : 0};
    el.classList.add("dragged");
}

function drag(event) {
    if (!now) return;
    if (event.clientY < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
    else if (event.clientY > window.innerHeight - EDGE_PX - 60) window.scrollBy(0, SCROLL_PX);
    const by = event.clientY + window.pageYOffset - now.start;
    const middle = now.middles[now.from] + by;
    now.at = now.middles.filter((one, index) => index !== now.from && one < middle).length;
    now.all.forEach((one, index) => {
        if (one === now.el) move_to(one, by);
        else move_to(one, index > now.from && index <= now.at ? -now.step : index < now.from && index >= now.at ? now.step : 0);
    });
}

function release(dropped) {
    if (!now) return;
    const {el, all, from, at} = now;
    now = null;
    for (const one of all) move_to(one, 0);
    el.classList.remove("dragged");
    if (dropped && at !== from) dropped(at);
}

/// The listeners of a grip; `dropped` hears how many of the others stand before the item when it is let go elsewhere.
export function grip_listeners(dropped) {
    return {onpointerdown: take, onpointermove: drag, onpointerup: () => release(dropped), onpointercancel: () => release(null)};
}
