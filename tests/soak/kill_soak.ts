// Kills a real server many times:
//   deno run -A tests/soak/kill_soak.ts [ROUNDS]
// CHUNG_KILL_SEED=N repeats the same requests and times of the kills.
import { withFolder } from "../folder.ts";
import { killAgainAndAgain, type KillCounts } from "../kills/kill_rounds.ts";
import { print } from "../../lib/cli/program.ts";

/** Rounds per folder: every check reads everything in it. */
const ROUNDS_A_FOLDER = 50;

/** Kills a server at `rounds` random moments, and more often during its first starts; prints a summary. */
export async function soakKills(rounds: number): Promise<void> {
  const seed = Number(Deno.env.get("CHUNG_KILL_SEED") ?? Math.floor(Math.random() * 2 ** 31));
  const total: KillCounts = { kills: 0, acknowledged: 0, messages: 0 };
  try {
    for (let done = 0; done < rounds; done += ROUNDS_A_FOLDER) {
      await withFolder(async (folder) => {
        const counts = await killAgainAndAgain(folder, {
          rounds: Math.min(ROUNDS_A_FOLDER, rounds - done),
          seed: seed + done,
          told: (round, { acknowledged }) => {
            if ((done + round) % 10 === 0) {
              print(
                `kills: ${done + round} of ${rounds}, ${acknowledged} acknowledged in this folder`,
              );
            }
          },
        });
        for (const key of ["kills", "acknowledged", "messages"] as const) total[key] += counts[key];
      });
    }
  } catch (error) {
    print(`kills: failed with CHUNG_KILL_SEED=${seed}`);
    throw error;
  }
  print(
    `kills: ${total.kills} kills, ${total.acknowledged} changes acknowledged and there, ${total.messages} messages, ` +
      "nothing by half, nothing twice",
  );
}

if (import.meta.main) await soakKills(Number(Deno.args[0] ?? 200));
