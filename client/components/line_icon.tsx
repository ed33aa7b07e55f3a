/** An icon drawn with lines of one width in a square of 24 units. The words beside it or its button's name tell the same. */
export function LineIcon({ path }: { path: string }) {
  return (
    <svg class="line-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
