/** The URL of the project list that tells that the user has left a project. */
export function afterLeaving({ id, name }: { id: number; name: string }): string {
  return `/?${new URLSearchParams({ left: String(id), name })}`;
}
