// The pairing code, typed once: the remote and the list begin with it.
import {h} from "../dom.js";
import {t} from "../i18n.js";
import {logo} from "../icons.js";
import {notice, tidy_code} from "../parts.js";
import {host, pair} from "./host.js";

let code = "";

/// `title` and `help` are texts; `redraw` shows what is wrong.
export function pair_screen(title, help, redraw) {
    const busy = host.link && host.link.status === "opening";
    const go = (event) => {
        event.preventDefault();
        if (code.length === 6) pair(code);
        else {
            host.error = t("pair.short");
            redraw();
        }
    };
    return h("div.page.pairing", {key: "pair"}, h("main", {id: "main"}, h("form", {onsubmit: go, novalidate: true, key: "form"}, logo("large"),
        h("h1", {tabindex: "-1", "data-id": "title"}, title),
        h("p.lead", {id: "pair-help"}, help),
        h("input.input.pair-code", {"data-id": "code", id: "code", "aria-label": t("pair.code"), "aria-describedby": "pair-help", value: code, autocomplete: "off",
            autocapitalize: "characters", spellcheck: "false", dir: "ltr", oninput: (event) => {
                code = tidy_code(event.target.value);
                event.target.value = code;
                if (!host.error) return;
                // At once: a button that moves a little later is pressed beside.
                host.error = null;
                redraw();
            }}),
        h("div", {key: "confirm", role: "status", "data-id": "confirm"}, host.confirming ? notice("info", "lock", null, t("pair.confirm")) : null),
        h("div.error-line", {role: "alert"}, host.error ? notice("err", "warning", null, host.error) : null),
        h("button.btn.primary.wide", {type: "submit", "data-id": "pair"}, t(busy ? "join.busy" : "pair.go")))));
}
