import type { Browser, Page } from "playwright-core";
import { withFolder } from "../folder.ts";
import { CLIENT_READY, Program, SERVER_READY } from "../program.ts";
import { launchChromium, withoutChromium } from "./chromium.ts";

/** The server and the web client as `deno task start` runs them, and browser windows. */
export interface Workplace {
  /** Of the web client. */
  url: string;
  /** Everything that pages complained about: script errors, violations of the policy. */
  complaints: string[];
  /** A browser window of its own, as another person or another browser has it. */
  person(options?: Parameters<Browser["newContext"]>[0]): Promise<Page>;
}

/** A test in a real browser; reported as ignored where there is none. */
export function testInBrowser(name: string, test: (workplace: Workplace) => Promise<void>): void {
  Deno.test({
    name,
    ignore: withoutChromium(),
    // The browser's own process and its pipes outlive a test by moments.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: () => withFolder((folder) => withWorkplace(folder, test)),
  });
}

/** Both programs with their data in `folder`, and a browser; the test is given the server's port too. */
export async function withWorkplace(
  folder: string,
  test: (workplace: Workplace, serverPort: number) => Promise<void>,
): Promise<void> {
  const start = new Program("client/start.ts", [
    ...["--server-port", "0", "--client-port", "0", "--no-open"],
    ...["--data", `${folder}/data`, "--log", `${folder}/log`],
  ]);
  try {
    const serverPort = Number(await start.line(SERVER_READY));
    const url = await start.line(CLIENT_READY);
    await withBrowser(url, (workplace) => test(workplace, serverPort));
  } finally {
    start.kill("SIGINT");
    await start.end();
  }
}

/** A browser for a web client that runs. */
export async function withBrowser(
  url: string,
  test: (workplace: Workplace) => Promise<void>,
): Promise<void> {
  const browser = await launchChromium();
  const complaints: string[] = [];
  try {
    await test({
      url,
      complaints,
      async person(options) {
        const context = await browser.newContext({ locale: "en-GB", ...options });
        const page = await context.newPage();
        page.on("pageerror", (error) => complaints.push(String(error)));
        page.on("console", (message) => {
          // A form that is refused is told here too.
          if (message.type() === "error" && !/Failed to load resource/.test(message.text())) {
            complaints.push(message.text());
          }
        });
        return page;
      },
    });
  } finally {
    await browser.close();
  }
}
