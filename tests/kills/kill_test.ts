import { withFolder } from "../folder.ts";
import { killAgainAndAgain } from "./kill_rounds.ts";

/** Seed of the requests and of the times of the kills; set it to repeat a failure. */
const SEED = Number(Deno.env.get("CHUNG_KILL_SEED") ?? Math.floor(Math.random() * 2 ** 31));

// Guard (storage): a kill at any moment leaves all that was acknowledged, no half change, each tag once, and a true index
Deno.test("everything acknowledged is there, whole, when the server is killed at any of 20 moments", async () => {
  await withFolder(async (folder) => {
    try {
      await killAgainAndAgain(folder, { rounds: 20, seed: SEED });
    } catch (error) {
      throw new Error(`with CHUNG_KILL_SEED=${SEED}`, { cause: error });
    }
  });
});
