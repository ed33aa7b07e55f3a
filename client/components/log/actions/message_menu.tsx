interface MessageMenuProps {
  /** The page on which the message can be changed without script. */
  href: string;
  label: string;
  /** Whether the focus is in the message's toolbar; undefined without script. */
  expanded: boolean | undefined;
  /** Whether Tab reaches this entry: one per log is enough, the arrow keys lead to the others. */
  tabStop: boolean;
  /** Called instead of opening the page. */
  onEnter(): void;
}

/** The entry to a message's actions: a link to its page, or with script to its toolbar. */
export function MessageMenu({ href, label, expanded, tabStop, onEnter }: MessageMenuProps) {
  return (
    <a
      class="message-menu"
      href={href}
      aria-label={label}
      title={label}
      aria-expanded={expanded}
      tabIndex={tabStop ? undefined : -1}
      onClick={(event) => {
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
