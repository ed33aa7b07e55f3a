/** How much a message to the operator matters. */
export type MessageLevel = "debug" | "info" | "warning" | "error";

/** Tells the operator a message, most often one line; without a level it is a warning. */
export type Report = (message: string, level?: MessageLevel) => void;
