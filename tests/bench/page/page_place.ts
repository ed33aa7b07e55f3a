import type { Page } from "playwright-core";
import { withWorkplace, type Workplace } from "../../browser/workplace.ts";
import { withFolder } from "../../folder.ts";
import { LineClient } from "../../line_client.ts";

const PASSWORD = "matkhau-123";

/** A plain connection, like `nc`. */
export interface PlainClient {
  line: LineClient;
  token: string;
}

/** Both programs, a browser, and one room with all members. */
export interface PagePlace {
  workplace: Workplace;
  projectId: number;
  /** Opens another connection for a member of the room. */
  plain(username: string): Promise<PlainClient>;
  /**
   * Opens a window that shows the room, live, in a browser profile of its own.
   * @param url the web client's address, or one that leads there
   */
  window(username: string, url?: string): Promise<Page>;
}

/** @param members users to register and add to the room; the first owns it */
export async function withPagePlace<Result>(
  members: string[],
  run: (place: PagePlace) => Promise<Result>,
): Promise<Result> {
  let result: Result | undefined;
  await withFolder((folder) =>
    withWorkplace(folder, async (workplace, port) => {
      const lines: LineClient[] = [];
      const plain = async (username: string) => {
        const line = await LineClient.connect(port);
        lines.push(line);
        return { line, token: (await line.ok(`login ${username} ${PASSWORD}`)).token };
      };
      const first = await LineClient.connect(port);
      lines.push(first);
      for (const name of members) await first.ok(`reg ${name} ${PASSWORD}`);
      const { line, token } = await plain(members[0]);
      const { project } = await line.ok(`new_project ${token} Website`);
      if (members.length > 1) {
        await line.ok(`add_group ${token} ${project.id} [${members.slice(1).join(", ")}]`);
      }
      const window = async (username: string, url = workplace.url) => {
        const page = await workplace.person({ viewport: { width: 1280, height: 800 } });
        await page.goto(`${url}/login`);
        await page.getByLabel("Username").fill(username);
        await page.getByLabel("Password").fill(PASSWORD);
        await page.getByRole("button", { name: "Log in" }).click();
        await page.waitForURL(`${url}/`);
        await page.goto(`${url}/projects/${project.id}`);
        await live(page, username);
        return page;
      };
      try {
        result = await run({ workplace, projectId: project.id, plain, window });
        if (workplace.complaints.length > 0) throw new Error(workplace.complaints.join("\n"));
      } finally {
        await Promise.all(lines.map((line) => line.close()));
      }
    })
  );
  return result!;
}

/** Waits for the room's live events; the user's own presence is the first. */
async function live(page: Page, username: string): Promise<void> {
  await page.locator(".member-list .online").filter({ hasText: username }).waitFor();
}
