// A vote whose ballots are given for one-time codes: the code on one's card, then the usual ballot. What was scanned or
// typed stays on the device until it has been used.
import {h} from "../dom.js";
import {refusal_text, t} from "../i18n.js";
import {entries, on_answer, put} from "../outbox.js";
import {button, notice, tidy_code} from "../parts.js";
import {forget, keep, kept, random_hex} from "../storage.js";
import {redraw} from "../ui.js";
import {told} from "./vote_trust.js";

const LENGTH = 8;
let refused = null;  // the newest {poll, answer}

on_answer("code", (entry, answer) => {
    refused = answer.t === "nak" ? {poll: entry.frame.poll, answer} : null;
    // A code that is used up helps no more; one that was mistyped is put right.
    const is_gone = answer.t === "ack" || answer.code === "already";
    if (is_gone && kept("card-code") === entry.frame.code) forget("card-code");
});

function use(poll) {
    const code = kept("card-code", "");
    if (code.length !== LENGTH || is_asked(poll)) return;
    refused = null;
    // Said again after the host has fallen, it gives this device the ballot that was on its way, and nobody else.
    put({t: "code", poll: poll.id, code, key: random_hex(16)});
}

function is_asked(poll) {
    return entries().some((one) => one.frame.t === "code" && one.frame.poll === poll.id);
}

export function section(poll) {
    const code = kept("card-code", "");
    const busy = is_asked(poll);
    const fault = refused && refused.poll === poll.id ? refusal_text(refused.answer) : "";
    return {key: "code-" + poll.id, title: t("vote_code.title"), own: true, over: poll.question, over_lang: poll.lang, body: [
        h("p.lead", {key: "told", "data-id": "trust"}, told(poll)),
        h("form.field", {key: "code", novalidate: true, onsubmit: (event) => {
            event.preventDefault();
            use(poll);
        }}, h("label.strong", {for: "card-code"}, t("vote_code.code")), h("input.input.card-code", {id: "card-code", "data-id": "card-code", dir: "ltr", value: code, type: "text", autocomplete: "off", autocapitalize: "characters", spellcheck: "false",
            "aria-describedby": "card-help", "aria-invalid": fault ? "true" : null, readOnly: busy, oninput: (event) => {
                const tidy = tidy_code(event.target.value, LENGTH);
                event.target.value = tidy;
                keep("card-code", tidy);
                refused = null;
                redraw();
            }}), h("p.support", {id: "card-help"}, t("vote_code.help"))),
        h("div", {key: "fault", role: "alert", "data-id": "code-fault"}, fault ? notice("err", "warning", null, fault) : null),
    ], footer: [h("span.space"), button({id: "use-code", icon: "next", kind: "primary", label: t(busy ? "vote_code.busy" : "vote_code.use"), off: busy || code.length !== LENGTH, onclick: () => use(poll)})]};
}
