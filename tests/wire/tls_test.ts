import assert from "node:assert/strict";
import { withFolder } from "../folder.ts";
import { LineClient } from "../line_client.ts";
import { authority, certificateOptions } from "../tls/certificates.ts";
import { withServer } from "./with_server.ts";

const TLS = certificateOptions("server");
const connectTls = (port: number, by?: Parameters<typeof authority>[0]) =>
  LineClient.connect(port, authority(by));

/** Reads from a bare connection to its end. */
async function rest(conn: Deno.Conn): Promise<string> {
  let text = "";
  const buffer = new Uint8Array(1024);
  for (let length; (length = await conn.read(buffer).catch(() => null)) !== null;) {
    text += new TextDecoder("latin1").decode(buffer.subarray(0, length));
  }
  return text;
}

// Guard (tls): a server with a certificate speaks TLS only
Deno.test("with a certificate all goes by TLS, up to the last line", async () => {
  await withServer(async ({ server }) => {
    const [alice, bob] = [await connectTls(server.port), await connectTls(server.port)];
    const token = await alice.join("alice");
    const theirs = await bob.join("bob");
    await alice.ok(`new_project ${token} Website`);
    await alice.ok(`add_group ${token} 1 bob`);
    await bob.ok(`enter ${theirs} 1`);
    const texts = Array.from({ length: 300 }, (_, i) => `${i}${"ế".repeat(i)}`);
    await alice.send(texts.map((text) => `chat ${token} 1 ${text}\n`).join(""));
    for (const text of texts) {
      assert.match(await alice.response(), /^ok chat /);
      const [type, { message }] = await bob.event();
      assert.deepEqual([type, message], ["chat", text]);
    }
    // Like nc -N: pending requests are answered after the client has ended its half.
    await alice.send("ping\n");
    await alice.finish();
    assert.match(await alice.response(), /^ok ping /);
    await alice.ended();
    await alice.close();
    const closing = server.close();
    await bob.ended();
    assert.equal(bob.transcript.at(-1), 'event closing {"reason":"shutdown"}');
    await bob.close();
    await closing;
    assert.deepEqual(server.reports, []);
  }, TLS);
});

Deno.test("a connection past the limit is told so by TLS too", async () => {
  await withServer(async ({ server }) => {
    const clients = await Promise.all(
      Array.from({ length: 100 }, () => connectTls(server.port)),
    );
    const tokens = [await clients[0].join("alice")];
    for (const client of clients) await client.ok(`whoami ${tokens[0]}`);
    const late = await connectTls(server.port);
    await late.ended();
    assert.match(late.transcript[0], /^err - server_full /);
    await Promise.all([late, ...clients].map((client) => client.close()));
  }, { ...TLS, "max-connections": 100, "max-connections-per-account": 100 });
});

// Guard (tls): a client without TLS, or with half a handshake, hurts nobody else
Deno.test("what is no TLS, or half of it, ends alone or waits, and costs the others nothing", async () => {
  await withServer(async ({ server }) => {
    const member = await connectTls(server.port);
    await member.ok("ping");
    const unfinished: Deno.Conn[] = [];
    for (const sent of ["", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"]) {
      const conn = await Deno.connect({ port: server.port });
      await conn.write(Uint8Array.from(sent, (char) => char.charCodeAt(0)));
      unfinished.push(conn);
    }
    for (
      const sent of ["ping\n", "GET / HTTP/1.0\r\n\r\n", "\x16\x03\x01\x00\x04\xff\x00\x00\x00"]
    ) {
      const conn = await Deno.connect({ port: server.port });
      await conn.write(Uint8Array.from(sent, (char) => char.charCodeAt(0)));
      assert.doesNotMatch(await rest(conn), /ok|err/, "nothing is answered in the clear");
      conn.close();
    }
    // A client that aborts the handshake, because it doesn't trust the certificate.
    await assert.rejects(connectTls(server.port, "other_ca"), /UnknownIssuer/);
    await member.ok("ping");
    const another = await connectTls(server.port);
    await another.ok("ping");
    for (const conn of unfinished) conn.close();
    await Promise.all([member.close(), another.close()]);
    assert.deepEqual(server.reports, [], "without noise");
  }, TLS);
});

// Guard (tls): a renewed certificate serves new connections; a bad one changes nothing
Deno.test("a certificate that is read again is for new connections; a bad one changes nothing", async () => {
  await withFolder(async (folder) => {
    const own = { "tls-cert": `${folder}/cert.pem`, "tls-key": `${folder}/key.pem` };
    const take = async (name: Parameters<typeof certificateOptions>[0]) => {
      const from = certificateOptions(name);
      await Deno.copyFile(from["tls-cert"], own["tls-cert"]);
      await Deno.copyFile(from["tls-key"], own["tls-key"]);
    };
    await take("server");
    await withServer(async ({ server }) => {
      const { port } = server;
      const before = await connectTls(port);
      await before.ok("ping");

      await take("other_authority");
      server.renewCertificate();
      assert.match(server.reports.splice(0).join("\n"), /^[^\n]+cert\.pem was reloaded$/);
      const after = await connectTls(port, "other_ca");
      await after.ok("ping");
      await assert.rejects(connectTls(port, "ca"), /UnknownIssuer/);
      await before.ok("ping");

      const bad: [string, () => Promise<void>][] = [
        ["cert\\.pem can't be read", () => Deno.remove(own["tls-cert"])],
        ["cert\\.pem holds no certificate", () => Deno.writeTextFile(own["tls-cert"], "")],
        ["key\\.pem holds no private key", async () => {
          await take("server");
          await Deno.copyFile(own["tls-cert"], own["tls-key"]);
        }],
        ["key\\.pem is not the one of the first certificate in [^\\n]*cert\\.pem", async () => {
          await take("server");
          await Deno.copyFile(certificateOptions("renewed")["tls-key"], own["tls-key"]);
        }],
      ];
      for (const [problem, make] of bad) {
        await make();
        server.renewCertificate();
        const line = new RegExp(`^the certificate was not reloaded: [^\\n]*${problem}[^\\n]*$`);
        assert.match(server.reports.splice(0).join("\n"), line);
        const client = await connectTls(port, "other_ca");
        await client.ok("ping");
        await client.close();
      }
      await take("renewed");
      server.renewCertificate();
      const last = await connectTls(port, "ca");
      await Promise.all([before, after, last].map((client) => client.ok("ping")));
      await Promise.all([before, after, last].map((client) => client.close()));
    }, own);
  });
});

Deno.test("without a certificate there is nothing to read again", async () => {
  await withServer(async ({ server, connect }) => {
    const client = await connect();
    server.renewCertificate();
    assert.deepEqual(server.reports, ["SIGHUP: there is no certificate to reload"]);
    await client.ok("ping");
  });
});
