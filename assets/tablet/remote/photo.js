// A note's photo on the trainer's pages: small, and large at a press.
import {h} from "../dom.js";
import {t} from "../i18n.js";

/// `text` is what the note says: it stands for a photo of which nothing is said.
export function photo_link(photo, text) {
    if (!photo) return null;
    const src = "/photo/" + photo.address;
    return h("a.photo-link", {key: "photo-" + photo.address, href: src, target: "_blank", rel: "noopener", "data-id": "photo"},
        h("img", {src, loading: "lazy", alt: t("remote.photo", {shows: photo.shows || text})}));
}
