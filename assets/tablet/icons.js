// Our own symbols, drawn on a 24 × 24 grid with lines 2 wide. They never stand alone: a word is always beside them, so
// they are hidden from screen readers.
import {h} from "./dom.js";

const LINES = {
    send: ["M3 11 21 3 14 21 11 13Z", "M11 13 21 3"],
    check: ["M4 12.5 9.5 18 20 6.5"],
    plus: ["M12 5v14", "M5 12h14"],
    minus: ["M5 12h14"],
    note: ["M4 4h16v10l-6 6H4Z", "M20 14h-6v6"],
    hand: ["M8 12V6a1.5 1.5 0 0 1 3 0v5", "M11 10V4.5a1.5 1.5 0 0 1 3 0V11", "M14 10V6a1.5 1.5 0 0 1 3 0v6",
           "M8 12V9.5a1.5 1.5 0 0 0-3 0V14a7 7 0 0 0 7 7 5 5 0 0 0 5-5v-4"],
    leave: ["M10 4H5v16h5", "M10 12h11", "M17 8l4 4-4 4"],
    globe: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M3 12h18", "M12 3c3 3 3 15 0 18", "M12 3c-3 3-3 15 0 18"],
    text: ["M4 19 10 5l6 14", "M6 14h8", "M18 10v6", "M15 13h6"],
    contrast: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M12 3v18", "M15 5v14", "M18 7v10"],
    info: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M12 11v6", "M12 7.5v.5"],
    warning: ["M12 3 22 20H2Z", "M12 10v4.5", "M12 17v.5"],
    clock: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M12 7v5l3 2"],
    retry: ["M20 12a8 8 0 1 1-2.5-5.800", "M20 3v5h-5"],
    offline: ["M3 3l18 18", "M5 12a10 10 0 0 1 4-2.5", "M19 12a10 10 0 0 0-6-3", "M9 16a4.5 4.5 0 0 1 6 0", "M12 19.5v.5"],
    lock: ["M6 11h12v9H6Z", "M8.5 11V8a3.5 3.5 0 0 1 7 0v3"],
    chart: ["M4 4v16h17", "M9 16v-4", "M13 16V8", "M17 16v-6"],
    people: ["M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z", "M2 20c.6-4 3-6 7-6s6.400 2 7 6", "M16 5.5a3.5 3.5 0 0 1 0 6.5", "M18 14.5c2.5.7 3.600 2.5 4 5.5"],
    back: ["M15 4l-8 8 8 8"],
    next: ["M4 12h15", "M13 6l6 6-6 6"],
    close: ["M5 5l14 14", "M19 5 5 19"],
    edit: ["M4 20l1-5L16 4l4 4L9 19Z", "M13.5 6.5l4 4"],
    bin: ["M4 7h16", "M9 7V4h6v3", "M6 7l1 13h10l1-13", "M10 11v5", "M14 11v5"],
    bulb: ["M9 18h6", "M10 21h4", "M8.5 15a6 6 0 1 1 7 0v3h-7Z"],
    pause: ["M8 5v14", "M16 5v14"],
    list: ["M9 6h12", "M9 12h12", "M9 18h12", "M4 6h.5", "M4 12h.5", "M4 18h.5"],
    play: ["M7 4l13 8-13 8Z"],
    inbox: ["M4 13 7 5h10l3 8v6H4Z", "M4 13h5l1.5 3h3L15 13h5"],
    dark: ["M3 12c3-5 6-7 9-7s6 2 9 7c-3 5-6 7-9 7s-6-2-9-7Z", "M4 20 20 4"],
    more: ["M5 12h.5", "M12 12h.5", "M19 12h.5"],
    skip: ["M5 5l9 7-9 7Z", "M18 5v14"],
    merge: ["M6 4v5c0 4 6 4 6 8v3", "M18 4v5c0 4-6 4-6 8", "M9 17l3 3 3-3"],
    undo: ["M4 10h11a5 5 0 0 1 0 10h-3", "M8 6l-4 4 4 4"],
    camera: ["M3 8h4l2-3h6l2 3h4v11H3Z", "M12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z"],
    picture: ["M3 5h18v14H3Z", "M3 16l5-5 4 4 4-5 5 6", "M8 8v.5"],
    speaker: ["M4 9v6h4l5 4V5L8 9Z", "M16 9a4 4 0 0 1 0 6", "M18.5 6.5a8 8 0 0 1 0 11"],
    bell: ["M6 17v-6a6 6 0 0 1 12 0v6l2 2H4Z", "M10 22h4"],
    speech: ["M4 4h16v12h-9l-5 4v-4H4Z", "M8 8.5h8", "M8 12h5"],
    faces: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M9 9.5v.5", "M15 9.5v.5", "M8 14c2.5 3 5.5 3 8 0"],
};

// What points along the line of writing is turned with it; a tick, a clock and a text look alike everywhere.
const TURNED = ["send", "leave", "back", "next", "undo", "list"];

export function icon(name, classes) {
    return drawn(LINES[name] || [], (TURNED.indexOf(name) < 0 ? "" : "turned ") + (classes || ""));
}

/// A symbol of lines of its own.
export function drawn(lines, classes) {
    return h("svg:svg", {class: ("icon " + (classes || "")).trim(), viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false"},
        lines.map((d) => h("svg:path", {d})));
}

// The marks of the note colours: colour is never alone.
const MARKS = {
    sol: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
    aprikos: "M12 3 22 21H2Z",
    ros: "M12 2 22 12 12 22 2 12Z",
    lila: "M4 4h16v16H4Z",
    himmel: "M8.5 2h7v6.5H22v7h-6.5V22h-7v-6.5H2v-7h6.5Z",
    mint: "M7 3h10l5 9-5 9H7L2 12Z",
    sand: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z",
    skiffer: "M12 2l2.700 7h7.300l-5.900 4.400 2.200 7.100L12 16.200l-6.300 4.300 2.200-7.100L2 9h7.300Z",
};
export const COLOURS = Object.keys(MARKS);

export function mark(colour, classes) {
    return h("svg:svg", {class: "mark" + (classes ? " " + classes : ""), viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false"},
        h("svg:path", {d: MARKS[colour] || MARKS.sol, "fill-rule": "evenodd"}));
}

/// The brand: a room with one idea in it.
export function logo(classes) {
    return h("svg:svg", {class: "logo" + (classes ? " " + classes : ""), viewBox: "0 0 44 44", "aria-hidden": "true", focusable: "false"},
        h("svg:rect", {class: "logo-room", width: 44, height: 44, rx: 13}),
        h("svg:path", {class: "logo-door", d: "M10 36V17a7 7 0 0 1 7-7h10a7 7 0 0 1 7 7v19"}),
        h("svg:circle", {class: "logo-idea", cx: 22, cy: 25, r: 6}));
}

/// The room of the waiting page: people before an idea.
export function room() {
    return h("svg:svg", {class: "room", viewBox: "0 0 270 226", "aria-hidden": "true", focusable: "false"},
        h("svg:path", {class: "room-wall", d: "M35 219V50a43 43 0 0 1 43-43h114a43 43 0 0 1 43 43v169"}),
        h("svg:path", {class: "room-floor", d: "M5 219h260"}),
        h("svg:circle", {class: "logo-idea", cx: 135, cy: 118, r: 44}),
        [[97, 179], [135, 185], [173, 179]].map((at) => h("svg:circle", {class: "room-person", cx: at[0], cy: at[1], r: 13})));
}

// Faces for −2 … +2: the mouth says it, and so does the word beside.
const MOUTHS = ["M7 17.5c2-4 8-4 10 0", "M8 16.5c2-2 6-2 8 0", "M8 15.5h8", "M8 14.5c2 2 6 2 8 0", "M7 13.5c2 5 8 5 10 0Z"];

export function face(value) {
    return h("svg:svg", {class: "face", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false"},
        h("svg:circle", {cx: 12, cy: 12, r: 10}),
        h("svg:path", {d: "M8.5 9v1"}), h("svg:path", {d: "M15.5 9v1"}),
        h("svg:path", {d: MOUTHS[Math.round(value) + 2] || MOUTHS[2]}));
}
