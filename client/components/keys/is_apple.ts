/** Whether a browser's keyboard has ⌘ where others have Ctrl. */
export const isApple = (userAgent: string | null) => /Mac OS X|iPhone|iPad/.test(userAgent ?? "");
