import assert from "node:assert/strict";
import { withFolder } from "../folder.ts";
import { LineClient } from "../line_client.ts";
import { Program, SERVER_READY } from "../program.ts";
import { authority, certificateOptions } from "./certificates.ts";

const folders = (folder: string) => ["--data", `${folder}/data`, "--log", `${folder}/log`];
const args = (options: Record<string, string>) =>
  Object.entries(options).flatMap(([flag, value]) => [`--${flag}`, value]);
const TLS = certificateOptions("server");

// Guard (tls): a certificate that can't be used stops the start, before anything is made
Deno.test("a certificate that can't be used is told in one line, before anything is made", async () => {
  const cases: [string[], number, RegExp][] = [
    [["--tls-cert", TLS["tls-cert"]], 2, /--tls-cert .*--tls-key .*both/],
    [["--tls-key", TLS["tls-key"]], 2, /--tls-cert .*--tls-key .*both/],
    [args({ ...TLS, "tls-cert": "missing.pem" }), 1, /missing\.pem can't be read.*--tls-cert/],
    [args({ ...TLS, "tls-key": "missing.key" }), 1, /missing\.key can't be read.*--tls-key/],
    [args({ ...TLS, "tls-cert": TLS["tls-key"] }), 1, /server\.key holds no certificate/],
    [args({ ...TLS, "tls-key": TLS["tls-cert"] }), 1, /server\.pem holds no private key/],
    [
      args({ ...TLS, "tls-key": certificateOptions("renewed")["tls-key"] }),
      1,
      /renewed\.key is not the one of the first certificate in .*server\.pem/,
    ],
  ];
  await withFolder(async (folder) => {
    await Promise.all(cases.map(async ([given, expected, text]) => {
      const server = new Program("server.ts", ["--port", "0", ...folders(folder), ...given]);
      const { code, errors } = await server.end();
      assert.equal(code, expected, errors);
      assert.match(errors, /^chung-server: [^\n]+\n$/);
      assert.match(errors, text);
      assert.deepEqual(server.lines, []);
    }));
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  });
});

// Guard (tls): SIGHUP reads the certificate again
Deno.test({
  name: "SIGHUP reads the certificate again, and ends no server",
  ignore: Deno.build.os === "windows",
  async fn() {
    await withFolder(async (folder) => {
      const own = { "tls-cert": `${folder}/cert.pem`, "tls-key": `${folder}/key.pem` };
      const take = (name: Parameters<typeof certificateOptions>[0]) => {
        const from = certificateOptions(name);
        Deno.copyFileSync(from["tls-cert"], own["tls-cert"]);
        Deno.copyFileSync(from["tls-key"], own["tls-key"]);
      };
      take("server");
      const plain = new Program("server.ts", [
        ...["--port", "0", "--data", `${folder}/plain`, "--log", `${folder}/plain-log`],
      ]);
      const tls = new Program("server.ts", [
        ...["--port", "0", "--host", "0.0.0.0", ...folders(folder), ...args(own)],
      ]);
      const [plainPort, port] = await Promise.all(
        [plain, tls].map(async (program) => Number(await program.line(SERVER_READY))),
      );
      const client = await LineClient.connect(port, authority());
      await client.ok("ping");
      take("other_authority");
      tls.kill("SIGHUP");
      plain.kill("SIGHUP");
      let renewed: LineClient | undefined;
      while (renewed === undefined) {
        renewed = await LineClient.connect(port, authority("other_ca")).catch((error) => {
          // The signal has not arrived yet.
          assert.match(error.message, /UnknownIssuer/);
          return undefined;
        });
      }
      await renewed.ok("ping");
      await renewed.close();
      await client.ok("ping");
      const still = await LineClient.connect(plainPort);
      await still.ok("ping");
      await Promise.all([client.close(), still.close()]);
      for (const program of [plain, tls]) program.kill("SIGTERM");
      const [alone, both] = [await plain.end(), await tls.end()];
      assert.deepEqual(alone, {
        code: 0,
        errors: "SIGHUP: there is no certificate to reload\n",
      });
      assert.equal(both.code, 0);
      assert.match(both.errors, /^[^\n]*cert\.pem was reloaded\n$/, "and no warning");
      assert.equal(tls.lines.length, 1);
      assert.equal(plain.lines.length, 1);
    });
  },
});

// Guard (tls): the server warns when passwords cross a network in the clear
Deno.test("a server warns in one line when passwords cross a network in the clear", async () => {
  await withFolder(async (folder) => {
    const cases: [string, boolean][] = [["0.0.0.0", true], ["localhost", false]];
    await Promise.all(cases.map(async ([host, warned]) => {
      const server = new Program("server.ts", [
        ...["--port", "0", "--host", host],
        ...["--data", `${folder}/${host}`, "--log", `${folder}/${host}-log`],
      ]);
      await server.line(SERVER_READY);
      server.kill("SIGTERM");
      const { code, errors } = await server.end();
      assert.equal(code, 0);
      if (warned) {
        assert.match(errors, /^warning: passwords [^\n]*in the clear[^\n]*--tls-cert[^\n]*\n$/);
      } else assert.equal(errors, "");
      assert.match(server.lines.join("\n"), /^chung-server listening on \S+:\d+$/);
    }));
  });
});
