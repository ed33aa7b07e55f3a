import { useEffect, useRef, useState } from "preact/hooks";
import type { Offer } from "../client/components/members/picking/people_completion.tsx";

type Completion = typeof import("../client/components/members/picking/people_completion.tsx");

/** Offers people in the page's field for usernames, from its first focus on. */
export default function PeopleOffer({ url, label }: Offer) {
  const field = useRef<HTMLInputElement | null>(null);
  const [completion, setCompletion] = useState<Completion | null>(null);
  const [clicked, setClicked] = useState(false);

  useEffect(() => {
    const input = document.querySelector<HTMLInputElement>("#members");
    if (input === null) return;
    field.current = input;
    const load = () => {
      // If loading fails, names are typed in full.
      import("../client/components/members/picking/people_completion.tsx")
        .then(setCompletion, () => {});
    };
    if (document.activeElement === input) load();
    const stop = new AbortController();
    const once = { once: true, signal: stop.signal };
    input.addEventListener("focus", load, once);
    input.addEventListener("click", () => setClicked(true), once);
    return () => stop.abort();
  }, []);

  return completion && <completion.PeopleCompletion {...{ url, label, field, clicked }} />;
}
