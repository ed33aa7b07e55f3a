import assert from "node:assert/strict";
import { Session } from "node:inspector";
import { parseMarkup } from "../../../../client/components/markup/parse_markup.ts";

const PARTS = /\/(client\/components\/markup|lib\/model)\/[^/]+$/;

interface Coverage {
  result: { url: string; functions: { ranges: { count: number }[] }[] }[];
}

/** Counts how often the parser's blocks of code are run: the same on every machine. */
async function withStepCounter(use: (steps: (text: string) => Promise<number>) => Promise<void>) {
  const session = new Session();
  session.connect();
  const ask = (method: string, options = {}) =>
    new Promise<unknown>((resolve, reject) =>
      session.post(method, options, (error, result) => error ? reject(error) : resolve(result))
    );
  try {
    await ask("Profiler.enable");
    await ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await use(async (text) => {
      await ask("Profiler.takePreciseCoverage");
      parseMarkup(text, new Set(["an"]));
      const { result } = await ask("Profiler.takePreciseCoverage") as Coverage;
      return result.filter(({ url }) => PARTS.test(url)).flatMap(({ functions }) => functions)
        .flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
    });
    await ask("Profiler.stopPreciseCoverage");
  } finally {
    session.disconnect();
  }
}

Deno.test("twice the text takes at most about twice the steps", async () => {
  const pieces = [
    ..."* ` _ > [ \\ - *a `a _a a* a` a_ *a* `a` ** *_ \\* @an http://a.vn/_ _http://a.vn".split(
      " ",
    ),
    "*a ",
    "_a *b ",
    "**a* ",
    "a ",
    "`a ",
    "``a `b ",
    "\n",
    "*\n",
    "`\n",
    "> ",
    "> a\n",
    ">a\n",
    "- a\n",
    "  - a\n",
    "- *a\n",
    "1. a\n",
    "```\n",
    "```a\n",
    "```\na\n",
    "```\n\n",
    "\\> a\n",
    "````\n```\n",
    "- a\n\n",
    "> - a\n",
    "> ```\n",
    "*a.vn/b ",
    "🙂*a* ",
  ];
  await withStepCounter(async (steps) => {
    for (const piece of pieces) {
      const [short, long] = [8_000, 16_000].map((length) => piece.repeat(length / piece.length));
      // Blocks that run as often as those around them are not counted apart, so it is not quite two.
      const [few, many] = [await steps(short), await steps(long)];
      assert.ok(many <= 2.6 * few + 200, `${JSON.stringify(piece)}: ${few} and ${many} steps`);
    }
    const nested = (count: number) =>
      Array.from({ length: count }, (_, at) => `${" ".repeat(at)}- a`).join("\n");
    assert.ok(await steps(nested(160)) <= 2.6 * await steps(nested(80)) + 200);
    const fences = (count: number) =>
      Array.from({ length: count }, (_, at) => `${"`".repeat(count + 3 - at)}\na`).join("\n");
    assert.ok(
      await steps(fences(160)) <= 5 * await steps(fences(80)) + 200,
      "of 4 times the text",
    );
  });
});
