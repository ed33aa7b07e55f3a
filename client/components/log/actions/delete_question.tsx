import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { Confirmation } from "../../members/confirmation.tsx";
import type { MessageActions } from "./message_actions.ts";

interface DeleteQuestionProps {
  id: number;
  actions: MessageActions;
  texts: RoomTexts;
}

/** Asks before a message is deleted. */
export function DeleteQuestion({ id, actions, texts }: DeleteQuestionProps) {
  return (
    <Confirmation
      question={texts.message_delete_ask}
      means={texts.message_delete_means}
      confirm={texts.delete}
      cancel={texts.cancel}
      danger
      off={null}
      act={() => actions.remove(id)}
      onClose={actions.close}
    />
  );
}
