// What is above may grow after the keyboard has come to something: parts of a page, styles and pictures come later than the
// rest. Then the browser leaves it where it is pushed, behind the foot; here it comes forward again. Whoever touches or
// scrolls by hand looks at what they want, and is left alone.
let by_keys = false;

function is_behind_foot(el) {
    const foot = document.querySelector("footer.foot");
    if (!foot || foot.contains(el) || getComputedStyle(foot).position !== "sticky") return false;
    return el.getBoundingClientRect().bottom > foot.getBoundingClientRect().top;
}

export function keep_focus_in_sight() {
    document.addEventListener("keydown", (event) => (by_keys = by_keys || event.key === "Tab"));
    for (const hand of ["pointerdown", "wheel", "touchmove"]) document.addEventListener(hand, () => (by_keys = false), {passive: true});
    if (!window.ResizeObserver) return;
    new ResizeObserver(() => {
        const el = document.activeElement;
        if (by_keys && el && el !== document.body && is_behind_foot(el)) el.scrollIntoView({block: "nearest"});
    }).observe(document.body);
}
