import type { Browser, Page } from "playwright-core";
import { withFolder } from "../folder.ts";
import type { ChatWindows } from "../islands/chat_windows.ts";
import { CLIENT_READY, Program, SERVER_READY } from "../program.ts";
import { launchChromium, withoutChromium } from "./chromium.ts";

/** The server and the web client, and browser windows. */
export interface Workplace {
  /** The URL of the web client. */
  url: string;
  /** Errors on pages: script errors and policy violations. */
  complaints: string[];
  /** Opens a window in a browser context of its own, like another user's browser. */
  person(options?: Parameters<Browser["newContext"]>[0]): Promise<Page>;
}

/** Registers a test of both programs as `deno task start` runs them, in a real browser; ignored where there is none. */
export function testInBrowser(name: string, test: (workplace: Workplace) => Promise<void>): void {
  Deno.test({
    name,
    ignore: withoutChromium(),
    // The browser process and its pipes outlive a test by moments.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: () => withFolder((folder) => withWorkplace(folder, test)),
  });
}

/** Runs both programs with their data in `folder`, and a browser; the test also receives the server's port. */
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

/** Runs a browser against a running web client. */
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
        complain(page, complaints);
        return page;
      },
    });
  } finally {
    await browser.close();
  }
}

/** The same with server and client in the tests' own process. */
export function workplaceOf(windows: ChatWindows): Workplace {
  const complaints: string[] = [];
  return {
    url: windows.origin,
    complaints,
    async person(options) {
      const page = await windows.open(options);
      complain(page, complaints);
      return page;
    },
  };
}

function complain(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // Refused forms are logged as failed loads too; ignore those.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) {
      complaints.push(message.text());
    }
  });
}
