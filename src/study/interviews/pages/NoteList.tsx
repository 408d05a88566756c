import type { Note } from "../interviews.ts";
import { themeNames } from "../interviews.texts.ts";

/** What was noted, a quote between quotation marks. */
export function NoteList({ notes }: Readonly<{ notes: readonly Note[] }>) {
  return (
    <ul>
      {notes.map(({ id, theme, quote, text }) => (
        <li key={id}>
          <b>{themeNames[theme]}:</b> {quote ? <q>{text}</q> : text}
        </li>
      ))}
    </ul>
  );
}
