/** True in the browser, false while the server renders a page. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

export { asset } from "./render/asset.ts";
export { Head, type HeadProps } from "./render/head.ts";
