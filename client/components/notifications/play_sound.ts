/** Two notes, in Hz, each for this many seconds. */
const NOTES = [659, 880];
const NOTE_SECONDS = 0.12;
const LOUDNESS = 0.08;

/** Browsers that refuse sounds, because nobody has used the page yet, never say so. */
const START_MS = 300;

/** Plays a short quiet sound. Resolves to whether the browser lets it play. */
export async function playSound(): Promise<boolean> {
  try {
    const context = new AudioContext();
    await Promise.race([
      context.resume(),
      new Promise((resolve) => setTimeout(resolve, START_MS)),
    ]);
    const plays = context.state === "running";
    if (plays) playNotes(context);
    else void context.close();
    return plays;
  } catch {
    return false;
  }
}

function playNotes(context: AudioContext): void {
  NOTES.forEach((frequency, at) => {
    const note = new OscillatorNode(context, { frequency });
    const volume = new GainNode(context, { gain: 0 });
    note.connect(volume).connect(context.destination);
    const begin = context.currentTime + at * NOTE_SECONDS;
    const end = begin + 2 * NOTE_SECONDS;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.001, end);
    note.start(begin);
    note.stop(end);
    if (at === NOTES.length - 1) note.onended = () => void context.close();
  });
}
