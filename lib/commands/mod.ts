import { report } from "../cli/program.ts";
import { OptionError } from "../cli/options.ts";
import { adminCommand } from "./admin/admin_command.ts";
import { backupCommand } from "./backup/backup_command.ts";
import { logCommand } from "./log/log_command.ts";
import { type Command, type ExitCode, FAILED, MISUSED } from "./command.ts";
import { exportCommand } from "./export/export_command.ts";
import { importCommand } from "./import/import_command.ts";
import { doctorCommand } from "./doctor/doctor_command.ts";
import { loadtestCommand } from "./loadtest/loadtest_command.ts";
import { restoreCommand } from "./restore/restore_command.ts";

/** Every command of chung-server, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  adminCommand,
  logCommand,
  backupCommand,
  restoreCommand,
  exportCommand,
  importCommand,
  doctorCommand,
  loadtestCommand,
];

/** The command that the first word names; null where the words are options of the server. */
export function findCommand(args: string[]): Command | null {
  return COMMANDS.find(({ name }) => name === args[0]) ?? null;
}

/** Runs a command with the words after its name, and reports in one line why it can't. */
export async function runCommand(command: Command, args: string[]): Promise<ExitCode> {
  try {
    return await command.run(args, (name) => Deno.env.get(name));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(`chung-server ${command.name}: ${reason}`);
    return error instanceof OptionError ? MISUSED : FAILED;
  }
}
