// Pages and sockets over TLS: a host with a certificate of its own speaks https and wss, nothing older than TLS 1.2, and
// sends those who come without TLS to where they should be. Files that are wrong are told of before anything starts.
import {spawnSync} from "node:child_process";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {request as plain_request} from "node:http";
import {Agent, request} from "node:https";
import {connect} from "node:tls";

import {check, equal, holds, program} from "./check.mjs";
import {Client, tablet_of, within} from "./client.mjs";
import {Host, PATIENCE_MS} from "./host.mjs";

const NAMES = "DNS:iderum.example,IP:127.0.0.1";

/// Makes a certificate that answers for itself; gives [certificate, key].
function certificate(place, name, days = 90, names = NAMES) {
    const files = [place.path(name + ".pem"), place.path(name + ".key")];
    const done = spawnSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", String(days), "-subj", "/CN=iderum",
        "-addext", "subjectAltName=" + names, "-keyout", files[1], "-out", files[0]], {encoding: "utf8"});
    if (done.error || done.status !== 0) throw new Error("openssl: " + (done.error ? done.error.message : done.stderr));
    return files;
}

function answer_of(asked) {
    return within(new Promise((resolve, reject) => {
        asked.on("response", (answer) => {
            let body = "";
            answer.setEncoding("utf8");
            answer.on("data", (bytes) => (body += bytes));
            answer.on("end", () => resolve({status: answer.statusCode, headers: answer.headers, body}));
        });
        asked.on("error", reject);
        asked.end();
    }), PATIENCE_MS, "an answer");
}

/// The protocol that a client of these versions ends up with, or why not.
function spoken(port, ca, versions) {
    return within(new Promise((resolve) => {
        const socket = connect({host: "127.0.0.1", port, ca, ciphers: "DEFAULT@SECLEVEL=0", ...versions}, () => {
            resolve(socket.getProtocol());
            socket.destroy();
        });
        socket.on("error", (error) => resolve(error.code || error.message));
    }), PATIENCE_MS, "a handshake");
}

await program("tls", async (place) => {
    const [cert, key] = certificate(place, "mine");
    const ca = readFileSync(cert);
    const file = place.path("r.iderum");
    const host = await Host.start(place, file, ["--cert", cert, "--key", key]);
    const port = Number(new URL(host.origin).port);

    await holds("every address begins with https", () => {
        for (const name of ["join_url", "remote_url", "audience_url"]) check(host[name].startsWith("https://127.0.0.1:" + port + "/"), name + ": " + host[name]);
    });

    await holds("pages come over TLS, one after another on a connection, to who trusts the certificate", async () => {
        const agent = new Agent({keepAlive: true, maxSockets: 1});
        for (const path of ["/", "/list", "/remote", "/nothing"]) {
            const answer = await answer_of(request(host.origin + path, {ca, agent}));
            equal(answer.status, path === "/nothing" ? 404 : 200, path);
            equal(String(Buffer.byteLength(answer.body)), answer.headers["content-length"], "the whole of " + path);
        }
        const stranger = await answer_of(request(host.origin + "/")).then(() => "answered", (error) => error.code);
        check(/SELF_SIGNED|UNABLE_TO_VERIFY/.test(stranger), stranger);
    });

    await holds("a tablet joins over wss, writes and comes back", async () => {
        const remote = await Client.join(host, {role: "remote", pair: host.remote_code}, {ca});
        const tablet = await tablet_of(host, {name: "Tove"}, {ca});
        await tablet.ask({t: "hand", up: true});
        await remote.until(() => remote.state, "the remote's view");
        const {seat} = tablet.welcome;
        await tablet.leave();
        const again = await Client.join(host, {role: "tablet", seat, lang: "sv"}, {ca});
        equal(again.welcome.name, "Tove", "the same seat");
        again.socket.close(1000);
        await again.until(() => again.closed, "the farewell");
        await remote.leave();
    });

    await holds("TLS 1.2 and 1.3 are spoken, and nothing older", async () => {
        equal(await spoken(port, ca, {maxVersion: "TLSv1.2"}), "TLSv1.2", "1.2");
        equal(await spoken(port, ca, {minVersion: "TLSv1.3"}), "TLSv1.3", "1.3");
        const old = await spoken(port, ca, {minVersion: "TLSv1", maxVersion: "TLSv1.1"});
        check(/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|ECONNRESET/.test(old), "1.1: " + old);
    });

    await holds("plain http is sent to https, by a name of ours only", async () => {
        const ours = await answer_of(plain_request("http://127.0.0.1:" + port + "/?k=" + host.code));
        equal([ours.status, ours.headers.location], [307, host.join_url], "the way");
        equal(ours.headers["cache-control"], "no-store", "tomorrow it may be otherwise");
        const named = await answer_of(plain_request({host: "127.0.0.1", port, path: "/", headers: {Host: "iderum.example:" + port}}));
        equal(named.headers.location, "https://iderum.example:" + port + "/", "by the certificate's name");
        const foreign = await answer_of(plain_request({host: "127.0.0.1", port, path: "/", headers: {Host: "evil.example.org"}}));
        equal([foreign.status, foreign.headers.location], [403, undefined], "a foreign name");
    });

    await holds("without the certificate the same session goes on over http", async () => {
        equal(await host.stop(), 0, "the end");
        const plain = await Host.start(place, file);
        equal([plain.origin, plain.code], ["http://127.0.0.1:" + port, host.code], "the session");
        await (await tablet_of(plain)).leave();
        equal(await plain.stop(), 0, "the end");
    });

    await holds("files that are no pair of certificate and key are told of, and nothing is made", () => {
        const [other] = certificate(place, "other");
        const locked = place.path("locked.key");
        equal(spawnSync("openssl", ["pkey", "-aes128", "-passout", "pass:x", "-in", key, "-out", locked]).status, 0, "a locked key");
        writeFileSync(place.path("empty.pem"), "");
        const cases = [
            [place.path("none.pem"), key, {sv: "Det finns inte", en: "It is not there"}, "none.pem"],
            [place.path(), key, {sv: "mapp", en: "folder"}, place.path()],
            [place.path("empty.pem"), key, {sv: "inget certifikat", en: "no certificate"}, "empty.pem"],
            [cert, cert, {sv: "ingen privat nyckel", en: "no private key"}, "mine.pem"],
            [cert, locked, {sv: "lösenord", en: "password"}, "locked.key"],
            [other, key, {sv: "hör inte ihop", en: "do not belong together"}, "other.pem"],
        ];
        const made = place.path("never.iderum");
        for (const [a, b, says, where] of cases) {
            for (const language of ["sv", "en"]) {
                const done = place.run(["--lang", language, "host", "--register", made, "--bind", "127.0.0.1", "--cert", a, "--key", b]);
                equal(done.status, 1, a + " " + b + ": " + done.err);
                check(done.err.includes(says[language]) && done.err.includes(where), a + " " + b + ": " + done.err);
            }
        }
        check(!existsSync(made), "a register was made");
        equal(place.run(["host", "--register", made, "--cert", cert]).status, 2, "a certificate alone");
        equal(place.run(["host", "--register", made, "--key", key]).status, 2, "a key alone");
    });

    await holds("a certificate that ends soon, or is for another place, is told of and used", async () => {
        const [brief, brief_key] = certificate(place, "brief", 5, "DNS:localhost");
        const started = await Host.start(place, place.path("b.iderum"), ["--cert", brief, "--key", brief_key]);
        equal(await started.stop(), 0, "the end");
        check(started.err.includes("Certifikatet går ut 20"), started.err);
        check(started.err.includes("gäller inte 127.0.0.1"), started.err);
        check(started.origin.startsWith("https://127.0.0.1:"), started.origin);
    });

    await holds("with a certificate for a name, people are sent to the name", async () => {
        const [named, named_key] = certificate(place, "named", 90, "DNS:verkstad.example,DNS:*.lindasa.example");
        const by_its_own = await Host.start(place, place.path("n.iderum"), ["--cert", named, "--key", named_key]);
        check(by_its_own.join_url.startsWith("https://verkstad.example:"), by_its_own.join_url);
        equal(await by_its_own.stop(), 0, "the end");
        const by_ours = await Host.start(place, place.path("o.iderum"), ["--cert", named, "--key", named_key, "--name", "iderum.lindasa.example"]);
        check(by_ours.join_url.startsWith("https://iderum.lindasa.example:"), by_ours.join_url);
        equal(await by_ours.stop(), 0, "the end");
    });
});
