/** The texts that were not sent and are back in the message field. */
export class ReturnedTexts {
  readonly #field: () => HTMLTextAreaElement;
  /** The texts at the start of the field, as long as it still begins with them. */
  #back = "";

  constructor(field: () => HTMLTextAreaElement) {
    this.#field = field;
  }

  /** Puts a text back before the draft, after texts that were returned earlier; returns what the field holds then. */
  add(text: string): string {
    const field = this.#field();
    const lines = `${field.value}\n`;
    const before = lines.startsWith(this.#back) ? this.#back : "";
    this.#back = `${before}${text}\n`;
    field.value = (this.#back + lines.slice(before.length)).trimEnd();
    field.focus();
    return field.value;
  }
}
