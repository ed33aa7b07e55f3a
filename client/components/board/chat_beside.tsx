import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { BoardTexts } from "../../i18n/board_texts.ts";
import { getJson } from "../post_form.ts";
import type { ChatRoomProps } from "../room/chat_room_props.ts";

interface ChatBesideProps {
  /** Where the props of the room are. */
  url: string;
  /** Loads the room's island, which is large. */
  load(): Promise<ComponentType<ChatRoomProps>>;
  texts: BoardTexts;
}

/** The project's chat beside its board, loaded when there is room for it. */
export function ChatBeside({ url, load, texts }: ChatBesideProps) {
  const [chat, setChat] = useState<{ Room: ComponentType<ChatRoomProps>; props: ChatRoomProps }>();
  useEffect(() => {
    let closed = false;
    // If loading fails, the tab leads to the chat.
    Promise.all([load(), getJson<ChatRoomProps>(url, texts, "view")]).then(([Room, props]) => {
      if (!closed && !("error" in props)) setChat({ Room, props });
    }, () => {});
    return () => {
      closed = true;
    };
  }, []);
  return chat ? <chat.Room {...chat.props} /> : null;
}
