import assert from "node:assert/strict";
import { HttpError } from "fresh";
import { ChungError } from "../../../lib/errors.ts";
import { FormReader, formTag, UPLOAD, wantsJson } from "../../../client/http/read_form.ts";

const forms = new FormReader();

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request("http://127.0.0.1/", { method: "POST", body, headers });
}

Deno.test("FormReader gives text without characters that the protocol can't hold", async () => {
  const fields = await forms.read(post(
    new URLSearchParams({ message: "a\r\nb\rc\u0000\u0007\u0085\td", password: "x\u0007 " }),
  ));
  assert.equal(fields.text("message"), "a\nb\nc\td");
  assert.equal(fields.exact("password"), "x\u0007 ");
  assert.equal(fields.text("missing"), "");
});

Deno.test("FormReader takes a file for no text", async () => {
  const data = new FormData();
  data.set("message", new File(["x"], "message.txt"));
  assert.equal((await forms.read(post(data))).text("message"), "");
});

Deno.test("FormReader refuses what is no form, and what is too much", async () => {
  const cases: [Request, number | string][] = [
    [post("{}", { "content-type": "application/json" }), 400],
    [post("a=b", { "content-type": "text/plain" }), 400],
    [
      post("a=b", {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": "99999999",
      }),
      "line_too_long",
    ],
  ];
  for (const [request, expected] of cases) {
    await assert.rejects(
      forms.read(request),
      (error) =>
        error instanceof HttpError
          ? error.status === expected
          : error instanceof ChungError && error.code === expected,
    );
  }
});

// Guard (web): a file that is posted has limits of its own, of size and of how many arrive at once
Deno.test("FormReader reads a file, up to its size and few at once, and other forms meanwhile", async () => {
  const reader = new FormReader();
  const withFile = (size: number) => {
    const data = new FormData();
    data.set("file", new File([new Uint8Array(size).fill(65)], "tasks.csv"));
    return post(data);
  };
  const fields = await reader.read(withFile(7 * 1024 * 1024), UPLOAD);
  assert.equal((await fields.file("file"))?.length, 7 * 1024 * 1024);
  assert.equal(await fields.file("other"), null);
  const tooLong = { code: "line_too_long" };
  await assert.rejects(reader.read(withFile(600 * 1024)), tooLong);
  await assert.rejects(reader.read(withFile(UPLOAD.bytes), UPLOAD), tooLong);

  const senders: ReadableStreamDefaultController[] = [];
  const slow = () => post(new ReadableStream({ start: (sender) => void senders.push(sender) }));
  const arriving = Array.from({ length: UPLOAD.mostArriving }, () => reader.read(slow(), UPLOAD));
  await assert.rejects(reader.read(slow(), UPLOAD), { status: 429 });
  assert.equal((await reader.read(post(new URLSearchParams({ a: "b" })))).text("a"), "b");
  for (const sender of senders) sender.close();
  for (const form of arriving) await assert.rejects(form, { status: 400 });
  assert.equal((await (await reader.read(withFile(3), UPLOAD)).file("file"))?.length, 3);
});

Deno.test("formTag gives a tag of the protocol or none", async () => {
  for (
    const [tag, expected] of [["a-B.9_", "a-B.9_"], ["", undefined], ["a b", undefined], [
      "x".repeat(65),
      undefined,
    ]]
  ) {
    const fields = await forms.read(post(new URLSearchParams({ tag: tag! })));
    assert.equal(formTag(fields), expected);
  }
});

Deno.test("wantsJson tells script from the browser itself", () => {
  const accepts = (accept: string) => wantsJson(new Request("http://a/", { headers: { accept } }));
  assert.equal(accepts("application/json"), true);
  assert.equal(accepts("text/html,application/xhtml+xml,*/*;q=0.8"), false);
});
