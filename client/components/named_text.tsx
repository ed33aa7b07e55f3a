import type { Values } from "../i18n/message.ts";
import { contained } from "../shared/isolated_text.ts";

/** A text and the names for its placeholders. */
export interface Named {
  text: string;
  values: Values;
}

/** Shows a text with its names, each isolated from the direction of the text around it. */
export function NamedText({ text, values }: Named) {
  const parts = text.split(/\{(\w+)\}/);
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 0 ? part : <bdi key={at}>{contained(`${values[part]}`)}</bdi>
      )}
    </>
  );
}
