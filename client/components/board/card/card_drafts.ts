/** The texts that are typed into a card and not saved. */
export interface CardDraft {
  title?: string;
  /** `opened`: the notes with which their field was opened. */
  notes?: { opened: string; typed: string };
}

/** The drafts of a board's cards: a card that is closed, or deleted by somebody else, loses no text. */
export class CardDrafts {
  readonly #drafts = new Map<number, CardDraft>();

  /** Whether notes are typed and not saved; a title is saved as soon as its field is left. */
  get any(): boolean {
    return [...this.#drafts.values()].some(({ notes }) => notes && notes.typed !== notes.opened);
  }

  get(taskId: number): CardDraft {
    return this.#drafts.get(taskId) ?? {};
  }

  /** Changes a part of a draft; undefined removes it. */
  set(taskId: number, part: CardDraft): void {
    this.#drafts.set(taskId, { ...this.get(taskId), ...part });
  }

  /** The texts that were typed into a card. */
  typed(taskId: number): string {
    const { title, notes } = this.get(taskId);
    return [title, notes?.typed].filter((text) => text !== undefined && text !== "").join("\n\n");
  }
}
