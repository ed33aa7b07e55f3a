import { Icon } from "../icon.tsx";
import type { RoomTexts } from "../../i18n/room_texts.ts";

interface SearchFormProps {
  /** The path of the results. */
  action: string;
  query: string;
  texts: Pick<RoomTexts, "search_label" | "search_placeholder" | "search">;
  /** `inset`: the button is an icon within the field; `compact`: alone on small screens, leading to the search page. */
  class?: "inset" | "inset compact";
  autofocus?: boolean;
  /** The id of what helps to fill in the field. */
  help?: string;
}

/** The form of a search. */
export function SearchForm(
  { action, query, texts, class: classes, autofocus, help }: SearchFormProps,
) {
  return (
    <form
      method="get"
      action={action}
      role="search"
      aria-label={texts.search_label}
      class={classes ? `search-form ${classes}` : "search-form"}
    >
      <input
        type="search"
        name="q"
        defaultValue={query}
        maxLength={1000}
        autocomplete="off"
        enterkeyhint="search"
        aria-label={texts.search_label}
        aria-describedby={help}
        placeholder={texts.search_placeholder}
        autofocus={autofocus}
      />
      {classes
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
