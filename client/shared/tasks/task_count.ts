/** How many open tasks a person has. */
export interface TaskCount {
  open: number;
  /** Days (`YYYY-MM-DD`) and how many of the tasks are due then, the soonest first. */
  due: [day: string, tasks: number][];
  /** The number of the newest change that is counted in. */
  change: number;
}

/** The most days that are told: a page shows only how many tasks are overdue, and the earliest are. */
const MOST_DAYS = 100;

/** Counts open tasks by the days on which they are due. */
export function countTasks(dues: Iterable<string | null>, change: number): TaskCount {
  const days = new Map<string, number>();
  let open = 0;
  for (const due of dues) {
    open++;
    if (due !== null) days.set(due, (days.get(due) ?? 0) + 1);
  }
  const soonest = [...days].sort(([one], [other]) => one < other ? -1 : 1);
  return { open, due: soonest.slice(0, MOST_DAYS), change };
}

/** How many of the tasks are due before a day, `YYYY-MM-DD`. */
export function overdueIn({ due }: TaskCount, today: string): number {
  return due.reduce((sum, [day, tasks]) => day < today ? sum + tasks : sum, 0);
}
