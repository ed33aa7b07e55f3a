/** The messages that show their toolbar. */
export interface ToolsPlace {
  /** Whether the toolbar shows at this message, and whether the focus shall enter it. */
  at(id: number): "shown" | "entered" | null;
  enter(id: number): void;
  /** Takes the toolbar away; the focus stays at the message. */
  leave(): void;
}

export interface Places {
  /** The message under the pointer, or pressed long. */
  pointed: number | null;
  /** The message with the visible focus. */
  focused: number | null;
  entered: boolean;
}
