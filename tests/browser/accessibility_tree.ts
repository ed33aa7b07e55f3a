import type { Page } from "playwright-core";

/** A node of Chromium's accessibility tree. */
export interface AccessibleNode {
  role: string;
  name: string;
  focusable: boolean;
}

/** The nodes that Chromium exposes to screen readers, in the order of the document. */
export async function accessibilityTree(page: Page): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    return nodes.filter(({ ignored }) => !ignored).map(({ role, name, properties = [] }) => ({
      role: String(role?.value),
      name: String(name?.value ?? ""),
      focusable: properties.some(({ name, value }) => name === "focusable" && value.value === true),
    }));
  } finally {
    await session.detach();
  }
}
