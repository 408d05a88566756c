import { formatMoment } from "../../../kit/day.ts";
import type { Message } from "../messages.ts";
import { Words } from "../../../design/Words.tsx";

type Props = Readonly<{ messages: readonly Message[]; me: string; here: string; mayCorrect: boolean }>;

/** What was written, from old to new, with who read one's own messages and when. */
export function MessageList({ messages, me, here, mayCorrect }: Props) {
  return (
    <ol className="wieg-talk">
      {messages.map((one) => (
        <li key={one.id} id={`bericht-${one.number}`} className={classOf(one, me)}>
          {one.kind === "words" ? (
            <Written one={one} mine={one.authorId === me} here={here} mayCorrect={mayCorrect} />
          ) : (
            <p>{deedOf(one)}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

const classOf = ({ kind, authorId }: Message, me: string): string =>
  kind !== "words" ? "wieg-talk__deed" : authorId !== null && authorId === me ? "wieg-talk__one wieg-talk__one--mine" : "wieg-talk__one";

function deedOf({ kind, author, about, at }: Message): string {
  const when = formatMoment(at);
  if (kind === "added") return `${author} voegde ${about ?? "iemand"} toe, ${when}`;
  return kind === "closed" ? `${author} sloot het gesprek, ${when}` : `${author} opende het gesprek weer, ${when}`;
}

function Written({ one, mine, here, mayCorrect }: Readonly<{ one: Message; mine: boolean; here: string; mayCorrect: boolean }>) {
  return (
    <article>
      <header>
        {one.fromFamily ? (
          <b>De moeder</b>
        ) : (
          <>
            <b>{mine ? "U" : one.author}</b>, {one.organisation}
          </>
        )}
        <span className="wieg-note"> {formatMoment(one.at)}</span>
      </header>
      {one.corrects !== null && (
        <p className="wieg-note">
          Verbetering van <a href={`#bericht-${one.corrects}`}>bericht {one.corrects}</a>
        </p>
      )}
      <Words text={one.words ?? ""} />
      {one.correctedBy !== null && (
        <p className="wieg-note">
          Verbeterd in <a href={`#bericht-${one.correctedBy}`}>bericht {one.correctedBy}</a>
        </p>
      )}
      {mine && (
        <p className="wieg-note">
          {one.readBy.length === 0
            ? "Nog door niemand gelezen."
            : `Gelezen door ${one.readBy.map(({ name, at }) => `${name} (${formatMoment(at)})`).join("; ")}.`}{" "}
          {mayCorrect && one.correctedBy === null && <a href={`${here}?verbeter=${one.number}#antwoord`}>Verbeteren</a>}
        </p>
      )}
    </article>
  );
}
