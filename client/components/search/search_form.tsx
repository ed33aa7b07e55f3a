import { Icon } from "../icon.tsx";
import type { RoomTexts } from "../../i18n/room_texts.ts";

interface SearchFormProps {
  projectId: number;
  query: string;
  texts: Pick<RoomTexts, "search_label" | "search_placeholder" | "search">;
  /** On small screens, shows only the button, which leads to the search page. */
  compact?: boolean;
  autofocus?: boolean;
}

/** The form to search a project's messages. */
export function SearchForm({ projectId, query, texts, compact, autofocus }: SearchFormProps) {
  return (
    <form
      method="get"
      action={`/projects/${projectId}/search`}
      role="search"
      class={compact ? "search-form compact" : "search-form"}
    >
      <input
        type="search"
        name="q"
        defaultValue={query}
        maxLength={1000}
        autocomplete="off"
        enterkeyhint="search"
        aria-label={texts.search_label}
        placeholder={texts.search_placeholder}
        autofocus={autofocus}
      />
      {compact
        ? (
          <button
            type="submit"
            class="icon-button"
            aria-label={texts.search}
            title={texts.search}
          >
            <Icon name="search" />
          </button>
        )
        : <button type="submit" class="secondary">{texts.search}</button>}
    </form>
  );
}
