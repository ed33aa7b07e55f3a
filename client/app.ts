import { createApp } from "./create_app.ts";
import { handedOver } from "./program/hand_over.ts";

/** The app of this process, which Fresh's build imports by this name. */
export const app = createApp(handedOver());
