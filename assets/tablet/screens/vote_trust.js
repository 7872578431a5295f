// How far a vote can be trusted, where that is more than people's word: told in one sentence, and when votes are more
// than people.
import {t} from "../i18n.js";

export function told(poll) {
    return poll.trust === "heads" ? t("trust.heads", {people: poll.people}) : t("trust.codes");
}

/// Of a vote that counts heads; empty while all is well. `now`: {in}. More may have been drawn, on devices that several use.
export function surplus(poll, now) {
    return poll.trust === "heads" && now.in > poll.people ? t("trust.cast", {ballots: now.in, people: poll.people}) : "";
}
