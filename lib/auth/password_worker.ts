import { type PasswordJob, runPasswordJob } from "./password_job.ts";
import { yieldToOtherThreads } from "../threads/yield_to_other_threads.ts";

// Chat goes on while many log in; who logs in waits longer when there is no core to spare.
yieldToOtherThreads();

self.onmessage = ({ data: job }: MessageEvent<PasswordJob>) => {
  self.postMessage(runPasswordJob(job));
};
