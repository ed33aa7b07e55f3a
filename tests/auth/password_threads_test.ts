import assert from "node:assert/strict";
import { passwordThreads } from "../../lib/auth/password_threads.ts";
import { pooledPasswords } from "./pooled_passwords.ts";

Deno.test("as many threads check passwords as there are cores, up to 16", () => {
  const threads = [0, 1, 2, 8, 16, 64].map((cores) => passwordThreads(cores));
  assert.deepEqual(threads, [1, 1, 2, 8, 16, 16]);
});

/** The priorities (nice values) of this process's threads by thread id. */
function priorities(): Map<string, number> {
  const found = new Map<string, number>();
  for (const { name } of Deno.readDirSync("/proc/self/task")) {
    try {
      const stat = Deno.readTextFileSync(`/proc/self/task/${name}/stat`);
      // The name may contain spaces; the third field follows it, and the 19th is wanted.
      found.set(name, Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]));
    } catch {
      // The thread has ended.
    }
  }
  return found;
}

Deno.test({
  name: "the thread that checks passwords yields to the others, and they keep their priority",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const before = priorities();
    const usual = before.get(threadId())!;
    const passwords = pooledPasswords({ workers: 1 });
    try {
      await passwords.hash("matkhau-123");
      const after = [...priorities()];
      const yielding = after.filter(([thread, nice]) => !before.has(thread) && nice > usual);
      assert.equal(yielding.length, 1);
      for (const [thread, nice] of after) assert.equal(nice, before.get(thread) ?? nice);
    } finally {
      passwords.close();
    }
  },
});

/** The id of the calling thread. */
function threadId(): string {
  return Deno.readLinkSync("/proc/thread-self").split("/").at(-1)!;
}

Deno.test("passwords are checked where a thread may not change its priority", async () => {
  const program = `
    import { pooledPasswords } from ${JSON.stringify(import.meta.resolve("./pooled_passwords.ts"))};
    const reports = [];
    const passwords = pooledPasswords({ report: (line) => reports.push(line) });
    const right = await passwords.verify("matkhau-123", await passwords.hash("matkhau-123"));
    passwords.close();
    console.log(JSON.stringify([right, reports]));
  `;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", "--ext=ts", "-"],
    cwd: new URL("../..", import.meta.url),
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(program));
  await writer.close();
  const { stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  assert.equal(decoder.decode(stdout).trim(), "[true,[]]", decoder.decode(stderr));
});
