// Systems that lack fonts: fontconfig reads a file of our own instead of the system's.
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/// The path of a file for FONTCONFIG_FILE that knows all fonts of this machine but this family; without a family, none.
export function fonts_without(folder, family) {
    const file = join(folder, "fonts-without-" + (family || "all") + ".conf");
    const known = family ? "<dir>/usr/share/fonts</dir><selectfont><rejectfont><pattern><patelt name='family'><string>" + family + "</string></patelt></pattern></rejectfont></selectfont>" : "";
    // Made here: of two threads that both make it one is told that it cannot be written.
    const cache = join(folder, "font-cache");
    mkdirSync(cache, {recursive: true});
    writeFileSync(file, "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><cachedir>" + cache + "</cachedir>" + known + "</fontconfig>");
    return file;
}
