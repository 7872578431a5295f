// A tree of plain values becomes elements, and a new tree changes only what differs: the element that has focus, and the
// text being typed in it, stay where they are. Styles are set through CSSOM, so a strict content policy holds.
//
//   h("button.primary", {key: "send", "data-id": "send", onclick: send}, icon("send"), t("write.send"))
//
// Props: `key` (identity among its siblings), `on…` (listener), `value`, `checked`, `disabled`, `hidden` … (properties),
// `style` ({width: "40%"}), `html` (markup from the host, already safe), `mounted` (called once with the element);
// everything else is an attribute; null or false leaves it out. `dir: "auto"` is what people and courses
// wrote: it bears the language that is given, else the course's. A tag "svg:path" is an SVG element.

const SVG = "http://www.w3.org/2000/svg";
let written_in = null;

/// The language of courses and people (`dir: "auto"`), null when it is the page's own.
export function others_write(language) {
    written_in = language === document.documentElement.lang ? null : language;
}

const PROPERTIES = ["value", "checked", "disabled", "hidden", "readOnly", "indeterminate", "selected", "scrollTop"];

export function h(tag, props, ...kids) {
    const parts = tag.split(".");
    const given = props || {};
    const names = parts.slice(1).concat(given.class || []).filter(Boolean).join(" ");
    const all = Object.assign({}, given, names ? {class: names} : null);
    if (given.dir === "auto" && !given.lang && !/^(input|textarea)/.test(tag)) all.lang = written_in;
    return {tag: parts[0], key: given.key, props: all, kids: flat(kids)};
}

function flat(kids, into = []) {
    for (const kid of kids) {
        if (Array.isArray(kid)) flat(kid, into);
        else if (kid === null || kid === undefined || kid === false || kid === true) continue;
        else into.push(typeof kid === "object" ? kid : {tag: "#text", text: String(kid), kids: []});
    }
    return into;
}

/// Makes the children of `parent` be `tree`.
export function render(parent, ...tree) {
    const focused = document.activeElement;
    const after = places_after(focused);
    update(parent, flat(tree));
    if (focused && !document.contains(focused)) {
        const place = after.filter((one) => document.contains(one)).map((one) => one.querySelector(one.tagName === "LI" ? "button, input, summary" : "h2")).find(Boolean);
        if (place) place.focus();
    } else if (focused && focused !== document.activeElement && focused !== document.body && document.contains(focused)) {
        focused.focus({preventScroll: true});
    }
}

/// Where focus goes when what has it is taken away while its sheet stays open: into the same or the next row of its list,
/// else to the heading. Else it were outside the sheet, where Escape closes nothing.
function places_after(focused) {
    const sheet = focused && focused.closest("[aria-modal=true]");
    if (!sheet) return [];
    const row = focused.closest("li");
    const rows = row ? Array.from(row.parentNode.children) : [];
    const at = rows.indexOf(row);
    return rows.slice(Math.max(0, at)).concat(rows.slice(0, Math.max(0, at)).reverse(), sheet);
}

function create(node) {
    if (node.tag === "#text") {
        node.el = document.createTextNode(node.text);
        return node.el;
    }
    const svg = node.tag.startsWith("svg:");
    node.el = svg ? document.createElementNS(SVG, node.tag.slice(4)) : document.createElement(node.tag);
    if (node.props.html !== undefined) node.el.innerHTML = node.props.html;
    else update(node.el, node.kids);
    set_props(node.el, {}, node.props);
    if (node.props.mounted) node.props.mounted(node.el);
    return node.el;
}

function patch(old, node) {
    node.el = old.el;
    if (node.tag === "#text") {
        if (old.text !== node.text) node.el.data = node.text;
        return;
    }
    if (node.props.html !== undefined) {
        if (node.props.html !== old.props.html) node.el.innerHTML = node.props.html;
    } else {
        update(node.el, node.kids);
    }
    set_props(node.el, old.props, node.props);
}

function update(parent, nodes) {
    const olds = parent.iderum_kids || [];
    const keyed = new Map();
    const loose = [];
    for (const old of olds) {
        if (old.key === undefined) loose.push(old);
        else keyed.set(old.key, old);
    }
    const kept = new Set();
    for (const node of nodes) {
        let old;
        if (node.key !== undefined) old = keyed.get(node.key);
        else old = loose.find((one) => !kept.has(one) && one.tag === node.tag);
        if (!old || old.tag !== node.tag || kept.has(old)) continue;
        kept.add(old);
        node.old = old;
    }
    for (const old of olds) if (!kept.has(old)) parent.removeChild(old.el);
    let place = parent.firstChild;
    for (const node of nodes) {
        if (node.old) patch(node.old, node);
        else create(node);
        node.old = null;
        if (node.el === place) place = place.nextSibling;
        else parent.insertBefore(node.el, place);
    }
    parent.iderum_kids = nodes;
}

function set_props(el, old, now) {
    for (const name of Object.keys(old)) if (!(name in now)) set_prop(el, name, old[name], null);
    for (const name of Object.keys(now)) set_prop(el, name, old[name], now[name]);
}

function set_prop(el, name, before, value) {
    if (name === "key" || name === "html" || name === "mounted") return;
    if (name.startsWith("on")) {
        listen(el, name.slice(2), value);
    } else if (name === "style") {
        const was = before || {};
        const is = value || {};
        for (const key of Object.keys(was)) if (!(key in is)) el.style.removeProperty(key);
        for (const key of Object.keys(is)) if (was[key] !== is[key]) el.style.setProperty(key, is[key]);
    } else if (PROPERTIES.indexOf(name) >= 0) {
        const wanted = value === null || value === undefined ? (name === "value" ? "" : false) : value;
        if (el[name] !== wanted) el[name] = wanted;
    } else if (before !== value) {
        if (value === null || value === undefined || value === false) el.removeAttribute(name);
        else el.setAttribute(name, value === true ? "" : String(value));
    }
}

// One listener for each kind of event and element; it calls whatever the newest tree says.
function listen(el, kind, handler) {
    if (!el.iderum_on) el.iderum_on = {};
    if (!(kind in el.iderum_on)) {
        el.addEventListener(kind, (event) => {
            if (el.iderum_on[kind]) el.iderum_on[kind](event);
        });
    }
    el.iderum_on[kind] = handler;
}

/// Calls `draw` soon, once for any number of asks. A timer and not an animation frame: pages in the background also draw.
export function redrawer(draw) {
    let asked = false;
    return () => {
        if (asked) return;
        asked = true;
        setTimeout(() => {
            asked = false;
            draw();
        }, 10);
    };
}
