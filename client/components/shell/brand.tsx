/** The program's sign and name, which lead to the list of projects. */
export function Brand() {
  return (
    <a class="brand" href="/">
      <svg class="brand-sign" viewBox="0 0 32 32" aria-hidden="true">
        <path
          class="brand-bubble"
          d="M6 4h20a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z"
        />
        <path class="brand-letter" d="M20.4 10.4a5.6 5.6 0 1 0 0 7.2" />
      </svg>
      Chung
    </a>
  );
}
