import { EnterSetting } from "../../client/components/settings/enter_setting.tsx";
import { NotifySetting } from "../../client/components/settings/notify_setting.tsx";
import type { EnterTexts } from "../../client/i18n/enter_texts.ts";
import type { NotifyTexts } from "../../client/i18n/notify_texts.ts";

type BrowserSettingProps =
  | { what: "enter"; texts: EnterTexts }
  | { what: "notifications"; texts: NotifyTexts };

/** A setting that the browser keeps, not the server. One island for all, because they share most of their script. */
export default function BrowserSetting(props: BrowserSettingProps) {
  return props.what === "enter"
    ? <EnterSetting texts={props.texts} />
    : <NotifySetting texts={props.texts} />;
}
