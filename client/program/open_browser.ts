const OPENERS: Partial<Record<typeof Deno.build.os, (url: string) => string[]>> = {
  darwin: (url) => ["open", url],
  windows: (url) => ["cmd", "/c", "start", "", url],
};

/** Opens the URL in the user's browser. Fails silently: the URL has been printed. */
export async function openBrowser(url: string): Promise<void> {
  const [program, ...args] = (OPENERS[Deno.build.os] ?? ((url) => ["xdg-open", url]))(url);
  const quiet = { stdin: "null", stdout: "null", stderr: "null" } as const;
  try {
    const opener = new Deno.Command(program, { args, ...quiet }).spawn();
    // A browser that it started may keep it running; don't wait for it.
    opener.unref();
    await opener.status;
  } catch {
    // There is no such program.
  }
}
