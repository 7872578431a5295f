// Joining: a code (or the QR's secret), perhaps a name, how one wants to read. No account.
import {device, join} from "../device.js";
import {h} from "../dom.js";
import {LANGUAGES, current, t} from "../i18n.js";
import {icon, logo} from "../icons.js";
import {aloud} from "../later.js";
import {CODE_LENGTH as LENGTH, button, notice, tidy_code, toggle} from "../parts.js";
import {prefs, set_pref} from "../prefs.js";
import {keep} from "../storage.js";
import {open_sheet, redraw, ui} from "../ui.js";
import {voices} from "../voices.js";
import {unsent_list} from "./ends.js";

/// Reads ?k=, ?s= and a card's ?c= of the address, and takes them out of it: a secret should not stay in the history.
export function read_address() {
    const query = new URLSearchParams(location.search);
    ui.join.code = tidy_code(query.get("k") || "");
    ui.join.secret = query.get("s") || "";
    if (query.get("c")) keep("card-code", tidy_code(query.get("c"), 8));
    if (query.get("s") || query.get("k") || query.get("c")) {
        for (const name of ["s", "k", "c"]) query.delete(name);
        const rest = query.toString();
        history.replaceState(null, "", location.pathname + (rest ? "?" + rest : ""));
    }
}

function go(event) {
    if (event) event.preventDefault();
    const form = ui.join;
    if (form.with_return) {
        if (form.return_code.length === LENGTH) join({return: form.return_code});
        else complain("return-code", t("join.return_short"));
        return;
    }
    const secret = form.secret || form.code;
    if (!form.secret && form.code.length !== LENGTH) {
        complain("code", t("join.code_short"));
        return;
    }
    join({join: secret, name: form.name.trim(), show_name: form.show_name});
}

function complain(field, text) {
    device.join_error = {text, until: 0};
    redraw();
    const el = document.querySelector("[data-id=" + field + "]");
    if (el) el.focus();
}

function code_field(id, value, oninput, label) {
    const cells = [];
    for (let i = 0; i < LENGTH; ++i) {
        cells.push(h("span.cell", {class: i === value.length ? "next" : "", "aria-hidden": "true"}, value[i] || ""));
    }
    return h("div.code", {key: id, dir: "ltr"},
        h("input", {"data-id": id, id, value, type: "text", autocomplete: "off", autocapitalize: "characters", spellcheck: "false",
            "aria-label": label, "aria-describedby": "code-help", "aria-invalid": device.join_error ? "true" : null,
            oninput: (event) => {
                const tidy = tidy_code(event.target.value);
                event.target.value = tidy;
                device.join_error = null;
                oninput(tidy);
            }}),
        cells);
}

function with_code(form) {
    return [
        h("h1", {tabindex: "-1", "data-id": "title"}, t("join.title")),
        form.secret ? h("p.lead", {id: "code-help"}, t("join.scanned"))
            : h("p.lead", {id: "code-help"}, t("join.write_code")),
        form.secret ? null : code_field("code", form.code, (code) => {
            form.code = code;
            redraw();
        }, t("join.code")),
        error_line(),
        h("div.field", {key: "name"}, h("label", {for: "name"}, h("span.strong", null, t("join.name")), " ", h("span.support", null, t("join.name_optional"))),
            h("input.input", {id: "name", "data-id": "name", value: form.name, maxlength: 40, autocomplete: "off", oninput: (event) => {
                form.name = event.target.value;
            }})),
        toggle({id: "show-name", label: t("join.show_name"), detail: t("join.votes_never"), checked: form.show_name, onchange: (on) => {
            form.show_name = on;
            redraw();
        }}),
    ];
}

function with_return(form) {
    return [
        h("h1", {tabindex: "-1", "data-id": "title"}, t("join.return_title")),
        h("p.lead", {id: "code-help"}, t("join.return_help")),
        code_field("return-code", form.return_code, (code) => {
            form.return_code = code;
            redraw();
        }, t("join.return_code")),
        error_line(),
    ];
}

function error_line() {
    return h("div.error-line", {key: "error", role: "alert"},
        device.join_error ? notice("err", "warning", null, device.join_error.text) : null);
}

export function reading_choices() {
    return h("div.reading", {key: "reading", role: "group", "aria-label": t("reading")},
        h("label.select", null, icon("globe"), h("span.sr", null, t("language")),
            h("select", {"data-id": "language", onchange: (event) => {
                set_pref("lang", event.target.value);
                redraw();
            }},
                LANGUAGES.map((one) => h("option", {value: one.code, lang: one.code, selected: one.code === current()}, one.name)))),
        button({id: "larger-text", icon: "text", kind: "quiet", label: t("larger_text"), pressed: prefs.large, onclick: () => {
            set_pref("large", !prefs.large);
            redraw();
        }}),
        button({id: "high-contrast", icon: "contrast", kind: "quiet", label: t("high_contrast"), pressed: prefs.contrast, onclick: () => {
            set_pref("contrast", !prefs.contrast);
            redraw();
        }}), voices().length ? button({id: "read-aloud", icon: "speaker", kind: "quiet", label: t("read_aloud"), pressed: prefs.aloud, onclick: () => {
            aloud("stop");
            set_pref("aloud", !prefs.aloud);
            redraw();
        }}) : null);
}

// Another session runs here than the one this device was in.
function strange_notice() {
    return h("div", {key: "strange", "data-id": "strange"}, notice("warn", "warning", t("strange.title"), t("strange.text")), unsent_list(),
        button({id: "forget-seat", kind: "quiet", label: t("strange.forget"), onclick: () => open_sheet("leave")}));
}

export function join_screen() {
    const form = ui.join;
    const busy = device.wish && (device.link.status === "opening" || device.link.status === "lost");
    return {key: "join-" + form.with_return, title: t(form.with_return ? "join.return_title" : "join.title"), bare: true, main: [
        h("form.join", {onsubmit: go, novalidate: true, key: "form-" + form.with_return},
            logo("large"),
            device.strange ? strange_notice() : null,
            form.with_return ? with_return(form) : with_code(form),
            h("button.btn.primary.wide", {type: "submit", key: "join", "data-id": "join"}, busy ? t("join.busy") : t("join.go")),
            device.wish && device.link.status === "lost" ? notice("warn", "offline", t("join.no_host"), t("join.no_host_do")) : null,
            h("p.privacy.support", {key: "privacy"}, icon("lock"), h("span", null, t("join.privacy"))),
            button({id: "use-return", kind: "quiet", label: t(form.with_return ? "join.use_code" : "join.use_return"), onclick: () => {
                form.with_return = !form.with_return;
                device.join_error = null;
                redraw();
            }})),
        reading_choices(),
    ]};
}
