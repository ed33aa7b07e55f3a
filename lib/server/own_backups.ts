import { BackupSchedule, type BackupScheduleOptions } from "../backup/schedule/backup_schedule.ts";
import { BackupThread } from "../backup/schedule/backup_thread.ts";
import { type BackupPlan, backupPlan } from "./options/backup_options.ts";
import type { ServerOptions } from "./options/server_options.ts";

/**
 * Reads the plan of a server's own backups; null if none are wanted.
 * @throws {Error} if they are to be encrypted to what is no recipient of age
 */
export async function checkedBackupPlan(options: ServerOptions): Promise<BackupPlan | null> {
  const plan = backupPlan(options);
  // Loaded only where it is needed: it would be half of the program.
  if (plan?.recipient) (await import("../backup/age.ts")).assertRecipient(plan.recipient);
  return plan;
}

/** Starts the schedule; null where there is no plan. @param data the data folder */
export function startBackups(
  plan: BackupPlan | null,
  data: string,
  given: Pick<BackupScheduleOptions, "clock" | "timers" | "report">,
): BackupSchedule | null {
  if (plan === null) return null;
  const maker = new BackupThread(data, plan.recipient);
  return new BackupSchedule({ ...plan, ...given, encrypted: plan.recipient !== null, maker });
}
