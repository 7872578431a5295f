// PNG files (RFC 2083) of 8-bit RGB rows, without a library.
import {deflateSync} from "node:zlib";

const table = Int32Array.from({length: 256}, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; ++k) c = c & 1 ? 0xEDB88320 ^ (c >>> 1) : c >>> 1;
    return c;
});

export function crc32_of(bytes) {
    let c = -1;
    for (const byte of bytes) c = table[(c ^ byte) & 0xFF] ^ (c >>> 8);
    return ~c >>> 0;
}

function chunk(name, content) {
    const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(content.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32_of(body), body.length + 4);
    return out;
}

export function png(width, height, rgb) {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([8, 2, 0, 0, 0], 8);
    const rows = Buffer.alloc(height * (width * 3 + 1));
    for (let y = 0; y < height; ++y) rgb.copy(rows, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3);
    return Buffer.concat([Buffer.from([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]), chunk("IHDR", head), chunk("IDAT", deflateSync(rows, {level: 6})), chunk("IEND", Buffer.alloc(0))]);
}
