import { createApp } from "./create_app.ts";
import { handedOver } from "./program/hand_over.ts";

/** The app served by this process; Fresh's build imports it by this name. */
export const app = createApp(handedOver());
