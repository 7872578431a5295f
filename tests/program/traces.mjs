// What a vote may leave on the disk, for tests that read it byte by byte: a secret's shapes, and where they lie.
import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, readdirSync, statSync} from "node:fs";
import {basename} from "node:path";

import {check} from "./check.mjs";
import {PATIENCE_MS} from "./host.mjs";

export const sha256 = (text) => createHash("sha256").update(text).digest();
export const id_bytes = (uuid) => Buffer.from(uuid.replaceAll("-", ""), "hex");

/// Every way in which a secret of hex digits or an id could lie in a file.
export function shapes_of(hex) {
    const plain = hex.replaceAll("-", "");
    return [hex, plain, plain.toUpperCase(), Buffer.from(plain, "hex"), Buffer.from(plain, "hex").toString("base64").replace(/=+$/, "")];
}

/// Which of the shapes lie in which files: ["name: what", …].
export function found_in(files, wanted) {
    const found = [];
    for (const [path, bytes] of files) {
        for (const {what, shapes} of wanted) {
            if (shapes.some((shape) => bytes.includes(shape))) found.push(basename(path) + ": " + what);
        }
    }
    return found;
}

export const is_urn = ([path]) => basename(path).includes(".urn-");
export const urns_beside = (place) => readdirSync(place.folder).filter((name) => name.includes(".urn-"));

async function until(holds, told) {
    const end = Date.now() + PATIENCE_MS;
    while (!holds()) {
        check(Date.now() < end, told);
        await new Promise((again) => setImmediate(again));
    }
}

/// Waits until nothing beside the register is an urn.
export function until_no_urn(place) {
    return until(() => urns_beside(place).length === 0, () => "still there: " + urns_beside(place));
}

/// Waits until the urn has come to rest: nothing is left in its WAL.
export async function until_urn_rests(place, poll) {
    const name = urns_beside(place).find((one) => one.endsWith(poll));
    const size = () => (existsSync(place.path(name + "-wal")) ? statSync(place.path(name + "-wal")).size : 0);
    await until(() => size() === 0, () => "the urn's WAL still has " + size() + " bytes");
    return place.path(name);
}

/// The codes on printed cards, which stand in two halves.
export function codes_on(pdf) {
    const text = execFileSync("pdftotext", ["-layout", pdf, "-"]).toString();
    return Array.from(text.matchAll(/\b([A-HJKMNP-Z2-9]{4}) {1,3}([A-HJKMNP-Z2-9]{4})\b/g), (found) => found[1] + found[2]);
}
