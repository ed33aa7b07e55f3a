/** The first steps in a new project; JSON only, because it is sent to the browser. */
export interface GreetingData {
  title: string;
  /** An address, or "" for what has none. */
  steps: { href: string; text: string; hint: string }[];
  remove: string;
}

/** Greets the owner of a project in which nobody has written. A form removes it for good. */
export function Greeting({ title, steps, remove }: GreetingData) {
  return (
    <section class="greeting" aria-labelledby="greeting">
      <h2 id="greeting">{title}</h2>
      <ul>
        {steps.map(({ href, text, hint }) => (
          <li key={text}>
            {href === "" ? <b>{text}</b> : <a href={href}>{text}</a>} <small>{hint}</small>
          </li>
        ))}
      </ul>
      <form method="post" action="/greeting">
        <button type="submit" class="quiet">{remove}</button>
      </form>
    </section>
  );
}
