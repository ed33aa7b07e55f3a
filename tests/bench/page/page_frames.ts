/** A page's responsiveness during some activity, in ms. */
export interface FrameTimes {
  /** Times between consecutive frames. */
  gaps: number[];
  /** Times from a key press to the frame that shows it. */
  keys: number[];
  /** Durations of tasks over 50 ms. */
  longTasks: number[];
}

interface Noted {
  frames: { times: FrameTimes; stop(): void };
}

/** Runs in the page: records frames from now on. */
export function startFrames(): void {
  const times: FrameTimes = { gaps: [], keys: [], longTasks: [] };
  const stopped = new AbortController();
  let last = 0;
  const frame = (now: number) => {
    if (stopped.signal.aborted) return;
    if (last > 0) times.gaps.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  document.addEventListener("keydown", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      // Delivered after the frame's layout and paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.keys.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  }, { capture: true, signal: stopped.signal });
  const observer = new PerformanceObserver((list) =>
    times.longTasks.push(...list.getEntries().map(({ duration }) => duration))
  );
  observer.observe({ type: "longtask" });
  const stop = () => {
    observer.disconnect();
    stopped.abort();
  };
  Object.assign(globalThis, { frames: { times, stop } });
}

/** Runs in the page: returns the recorded times. */
export async function stopFrames(): Promise<FrameTimes> {
  const { times, stop } = (globalThis as unknown as Noted).frames;
  await new Promise((resolve) => setTimeout(resolve, 100));
  stop();
  return times;
}
