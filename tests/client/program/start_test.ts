import assert from "node:assert/strict";
import { withFolder } from "../../folder.ts";
import { CLIENT_READY, Program, SERVER_READY } from "../../program.ts";

/** The raw head of the response: `fetch` would alter it, and can't send some of these headers. */
async function answerHead(
  url: string,
  path: string,
  headers: Record<string, string>,
): Promise<string> {
  using conn = await Deno.connect({ port: Number(new URL(url).port) });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  await conn.write(new TextEncoder().encode(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`));
  let answer = "";
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4096);
  while (!answer.includes("\r\n\r\n")) {
    const n = await conn.read(buffer);
    if (n === null) break;
    answer += decoder.decode(buffer.subarray(0, n), { stream: true });
  }
  return answer.split("\r\n\r\n")[0];
}

const statusLine = async (url: string, host: string) =>
  (await answerHead(url, "/login", { host })).split("\r\n")[0];

/** Checks that nothing listens on the port any more. */
async function assertFree(port: number): Promise<void> {
  await assert.rejects(Deno.connect({ port }), Deno.errors.ConnectionRefused);
}

Deno.test("start runs server and client from the sources, and ends both when interrupted", async () => {
  await withFolder(async (folder) => {
    const program = new Program("client/start.ts", [
      ...["--server-port", "0", "--client-port", "0", "--no-open"],
      ...["--data", `${folder}/data`, "--log", `${folder}/log`],
    ]);
    const port = Number(await program.line(SERVER_READY));
    const url = await program.line(CLIENT_READY);
    const fields = new URLSearchParams({ username: "alice", password: "matkhau-123" });
    const response = await fetch(`${url}/register`, {
      method: "POST",
      headers: { origin: url },
      body: fields,
      redirect: "manual",
    });
    assert.equal(response.status, 303);
    const cookie = response.headers.getSetCookie()[0].split(";")[0];
    await response.body?.cancel();
    const made = await fetch(url, {
      method: "POST",
      headers: { origin: url, cookie },
      body: new URLSearchParams({ name: "Website", members: "" }),
      redirect: "manual",
    });
    await made.body?.cancel();
    const path = made.headers.get("location")!.split("?")[0];
    assert.equal(await statusLine(url, "a b"), "HTTP/1.1 421 Misdirected Request");
    assert.equal(await statusLine(url, "evil.example"), "HTTP/1.1 421 Misdirected Request");
    assert.equal(await statusLine(url, "localhost"), "HTTP/1.1 200 OK");
    const sent = { host: new URL(url).host, cookie, "accept-encoding": "gzip" };
    assert.match(await answerHead(url, path, sent), /^content-encoding: gzip$/im);
    // Compression would delay events until more data arrives.
    const live = await answerHead(url, `${path}/events`, sent);
    assert.match(live, /^content-type: text\/event-stream/im);
    assert.doesNotMatch(live, /^content-encoding/im);
    // An open stream prevents neither program from ending.
    const stream = await fetch(`${url}${path}/events`, { headers: { cookie } });
    const reader = stream.body!.getReader();
    await reader.read();
    program.kill("SIGINT");
    const { code, errors } = await program.end();
    assert.deepEqual([code, errors], [0, ""]);
    while (!(await reader.read().catch(() => ({ done: true }))).done);
    await assertFree(port);
    await assertFree(Number(new URL(url).port));
    const files = [...Deno.readDirSync(`${folder}/data`)].map(({ name }) => name);
    assert(files.includes("chung.db"), files.join());
  });
});

Deno.test("start ends with one line when a port is in use", async () => {
  using busy = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const port = String(busy.addr.port);
  await withFolder(async (folder) => {
    const folders = ["--data", `${folder}/data`, "--log", `${folder}/log`, "--no-open"];
    for (const ports of [["--server-port", port], ["--server-port", "0", "--client-port", port]]) {
      const program = new Program("client/start.ts", [...ports, ...folders]);
      const { code, errors } = await program.end();
      assert.equal(code, 1);
      assert.match(errors, new RegExp(`^chung(-server)?: port ${port} .*in use.*\n$`));
    }
  });
});

Deno.test("the programs say in one line what is wrong with an option", async () => {
  const cases: [string, string[], number, RegExp][] = [
    ["client/start.ts", ["--server-port", "x"], 2, /^chung: --server-port [^\n]*\n$/],
    ["client/main.ts", ["--server", "nowhere"], 2, /^chung: --server [^\n]*\n$/],
    [
      "client/main.ts",
      ["--host", "192.0.2.1", "--public-origin", "http://192.0.2.1"],
      1,
      /^chung: 192\.0\.2\.1 [^\n]*\n$/,
    ],
  ];
  for (const [module, args, expected, line] of cases) {
    const { code, errors } = await new Program(module, args).end();
    assert.equal(code, expected, errors);
    assert.match(errors, line);
  }
});

Deno.test("the programs tell their options and version", async () => {
  for (const module of ["client/start.ts", "client/main.ts"]) {
    const help = new Program(module, ["--help"]);
    assert.equal((await help.end()).code, 0);
    assert(
      help.lines.some((line) => /--no-open .*CHUNG_NO_OPEN/.test(line)),
      help.lines.join("\n"),
    );
    const version = new Program(module, ["--version"]);
    assert.equal((await version.end()).code, 0);
    assert.match(version.lines.join("\n"), /^chung \d+\.\d+\.\d+$/);
  }
});
