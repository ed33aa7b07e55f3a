import type { Page } from "playwright-core";
import type { PagePlace } from "../page/page_place.ts";

/** Milliseconds from the start of a visit to a board, one per visit. */
export interface BoardTimes {
  /** The first frame with any content. */
  first: number[];
  /** The frame after which cards can be moved. */
  live: number[];
}

/** Fills a new project with tasks and visits its board. */
export async function measureBoard(
  place: PagePlace,
  page: Page,
  { tasks, visits }: { tasks: number; visits: number },
): Promise<BoardTimes> {
  const { line, token } = await place.plain("alice");
  const { project } = await line.ok(`new_project ${token} ${tasks} tasks`);
  for (let at = 0; at < tasks; at++) {
    const { task } = await line.ok(
      `new_task ${token} ${project.id} Việc thứ ${at} trong dự án này`,
    );
    if (at % 3 > 0) {
      await line.ok(`set_task ${token} ${task.id} ${at % 3 === 1 ? "doing" : "done"}`);
    }
  }
  const times: BoardTimes = { first: [], live: [] };
  // The first visit fetches the files.
  for (let visit = 0; visit <= visits; visit++) {
    await page.goto(`${place.workplace.url}/me`);
    await page.goto(`${place.workplace.url}/projects/${project.id}/board`);
    const handle = await page.waitForFunction(() => {
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      const live = document.querySelector(".card-menu") !== null;
      return live && paint !== undefined && { first: paint.startTime, live: performance.now() };
    });
    const { first, live } = await handle.jsonValue() as { first: number; live: number };
    if (visit === 0) continue;
    times.first.push(first);
    times.live.push(live);
  }
  return times;
}
