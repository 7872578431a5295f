// What the page shows beyond what the host says: open sheets, the chosen part of a block, a note being edited. Lost when
// the page closes, unlike what the person wrote.

export const ui = {
    sheet: null,      // null, "mine", "me", "leave", "follow"
    view: null,       // the part of the block the person chose: "vote", "write", "form", "result"
    changing: {},     // poll → true while a saved vote is being changed
    editing: null,    // {key, text} of an own note
    card: null,       // the idea whose card is filled in
    join: {code: "", secret: "", name: "", show_name: true, with_return: false, return_code: ""},
};

let ask_redraw = () => {};

export function on_redraw(draw) {
    ask_redraw = draw;
}

export function redraw() {
    ask_redraw();
}

/// Says something politely to a screen reader. The same words twice are said twice.
export function announce(text) {
    const live = document.getElementById("live");
    if (!live || !text) return;
    live.textContent = "";
    setTimeout(() => {
        live.textContent = text;
    }, 50);
}

let toast_timer = 0;

/// A short message that stays some seconds, seen and heard.
export function toast(text, kind) {
    ui.toast = {text, kind: kind || "ok"};
    announce(text);
    clearTimeout(toast_timer);
    toast_timer = setTimeout(() => {
        ui.toast = null;
        redraw();
    }, 6000);
    redraw();
}

/// Opens or closes a sheet and gives focus back to what opened it.
let opener = null;
export function open_sheet(name) {
    if (!ui.sheet) opener = document.activeElement;
    ui.sheet = name;
    redraw();
}
export function close_sheet() {
    ui.sheet = null;
    redraw();
    const back = opener;
    opener = null;
    setTimeout(() => {
        if (back && document.contains(back)) back.focus();
    }, 30);
}
