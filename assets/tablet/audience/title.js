// The heading of the big picture: smaller where there is more to read, so that what it is about has room too.
import {h} from "../dom.js";

const LONG = 90, LONGER = 180;  // letters

/// `own`: the program's words, which run as the page does; else somebody's.
export function title(words, own) {
    const size = words.length > LONGER ? "longer" : words.length > LONG ? "long" : "";
    return h("h1.question", {class: size, dir: own ? null : "auto", "data-id": "title"}, words);
}
