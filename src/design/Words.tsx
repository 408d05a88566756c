/** What someone wrote, with its own lines and paragraphs. */
export function Words({ text }: Readonly<{ text: string }>) {
  return text.split(/\n{2,}/).map((paragraph, nr) => (
    <p key={nr}>
      {paragraph.split("\n").map((line, at) => (
        <span key={at}>
          {at > 0 && <br />}
          {line}
        </span>
      ))}
    </p>
  ));
}
