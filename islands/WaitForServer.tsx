import { useEffect, useState } from "preact/hooks";

interface WaitForServerProps {
  /** Says that the page opens by itself. */
  text: string;
}

const PAUSE_MS = 5_000;
const TIMEOUT_MS = 30_000;

/**
 * Opens the page again once the server answers. Changes nothing on the page meanwhile, so that the focus stays where it
 * is and nothing is read out again.
 */
export default function WaitForServer({ text }: WaitForServerProps) {
  const [waiting, setWaiting] = useState(false);

  useEffect(() => {
    setWaiting(true);
    let timer = setTimeout(ask, PAUSE_MS);

    async function ask() {
      const late = new AbortController();
      timer = setTimeout(() => late.abort(), TIMEOUT_MS);
      const answer = await fetch(location.href, { signal: late.signal }).catch(() => null);
      clearTimeout(timer);
      if (answer === null || answer.status === 503) timer = setTimeout(ask, PAUSE_MS);
      else openAgain(answer);
    }

    return () => clearTimeout(timer);
  }, []);

  return <p role="status">{waiting && text}</p>;
}

function openAgain({ redirected, url }: Response): void {
  // The redirect may have ended the session, which only the page that it leads to tells.
  if (redirected) location.replace(url);
  // Replacing gets the page even where a form was posted to it, but with a fragment it would load nothing.
  else if (location.hash === "") location.replace(location.href);
  else location.reload();
}
