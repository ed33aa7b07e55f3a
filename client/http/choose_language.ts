import type { Language } from "../i18n/language.ts";

/**
 * Returns the language set by the `language` cookie, else the one that the browser prefers (RFC 9110, 12.5.4), else
 * English.
 */
export function chooseLanguage(cookie: string | null, acceptLanguage: string | null): Language {
  if (cookie === "vi" || cookie === "en") return cookie;
  let best: Language = "en";
  let bestWeight = 0;
  for (const range of (acceptLanguage ?? "").split(",")) {
    const [tag, ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const language = tag.split("-")[0];
    if (language !== "vi" && language !== "en") continue;
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (weight > bestWeight) [best, bestWeight] = [language, weight];
  }
  return best;
}
