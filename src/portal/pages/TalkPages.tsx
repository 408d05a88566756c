import { Alert } from "../../design/Alert.tsx";
import { Button } from "../../design/Button.tsx";
import { ButtonRow } from "../../design/ButtonRow.tsx";
import { Card } from "../../design/Card.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { Form } from "../../design/Form.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import { Pagination } from "../../design/Pagination.tsx";
import { RadioGroup } from "../../design/RadioGroup.tsx";
import { TextArea } from "../../design/TextArea.tsx";
import { Words } from "../../design/Words.tsx";
import { talkKinds, type OwnMessage, type OwnThread, type Relative, type ThreadReader } from "../portal.ts";
import { portalTexts, type PortalTexts } from "../portal.texts.ts";
import { sayRole } from "../portalWords.ts";
import type { OwnTalk } from "../server/ownMessages.ts";
import { PortalFrame } from "./PortalFrame.tsx";

/** Her conversations, the newest first. After a loss nothing points at what is new. */
export function TalksPage({ me, threads }: Readonly<{ me: Relative; threads: readonly OwnThread[] }>) {
  const texts = portalTexts[me.language];
  const { messages } = texts;
  return (
    <PortalFrame language={me.language} heading={messages.title} sub={me.hasLoss ? messages.loss : messages.sub}>
      {!me.ended && (
        <ButtonRow>
          <LinkButton href="/mijn/berichten/nieuw" variant={threads.length === 0 && !me.hasLoss ? "primary" : "secondary"}>
            {messages.write}
          </LinkButton>
        </ButtonRow>
      )}
      {threads.length === 0 && <p>{messages.none}</p>}
      {threads.map((thread) => (
        <Card key={thread.id} tone={thread.unread > 0 && !me.hasLoss ? "soon" : undefined}>
          <p>
            <a href={`/mijn/berichten/${thread.id}`}>
              <b>{thread.topic}</b>
            </a>
            {thread.unread > 0 && !me.hasLoss && `, ${thread.unread} ${messages.unread}`}
          </p>
          <p className="wieg-note">
            {texts.moment(thread.lastAt)}. {messages.count(thread.messages)}
            {thread.state === "closed" && `, ${messages.closed}`}.
          </p>
        </Card>
      ))}
      <p className="wieg-note">{me.mails ? messages.mails : messages.mailsNot}</p>
    </PortalFrame>
  );
}

/** One conversation: what was written, her answer, and who reads it. */
export function TalkPage({ me, talk, values, errors }: Readonly<{ me: Relative; talk: OwnTalk; values: Values; errors: Errors }>) {
  const texts = portalTexts[me.language];
  const { messages } = texts;
  const { thread, page, pages } = talk;
  const here = `/mijn/berichten/${thread.id}`;
  const read = thread.people.some(({ reads }) => reads);
  return (
    <PortalFrame language={me.language} heading={thread.topic} errors={errors}>
      {pages > 1 && <Pagination page={page} pages={pages} label={messages.pages} href={(nr) => `${here}?blad=${nr}`} />}
      <ol className="wieg-talk">
        {talk.messages.map((one) => (
          <OneMessage key={one.number} one={one} texts={texts} />
        ))}
      </ol>
      {me.ended ? (
        <p>{texts.plan.ended}</p>
      ) : thread.state === "closed" || !read ? (
        <Alert title={thread.state === "closed" ? messages.closedText : messages.nobody}>
          <LinkButton href="/mijn/berichten/nieuw">{messages.write}</LinkButton>
        </Alert>
      ) : (
        <Form action={here} values={values} errors={errors}>
          <TextArea name="woorden" label={messages.answer} rows={5} maxLength={5000} />
          <ButtonRow>
            <Button>{messages.send}</Button>
          </ButtonRow>
        </Form>
      )}
      <Card title={messages.readers}>
        <Readers me={me} people={thread.people} texts={texts} />
      </Card>
    </PortalFrame>
  );
}

function OneMessage({ one, texts: { messages, moment } }: Readonly<{ one: OwnMessage; texts: PortalTexts }>) {
  const who = one.author ?? one.organisation;
  if (one.kind !== "words")
    return (
      <li className="wieg-talk__deed">
        <p>
          {one.kind === "added"
            ? messages.joined(one.about ?? "", who)
            : one.kind === "closed"
              ? messages.ended(who)
              : messages.reopened(who)}
          , {moment(one.at)}
        </p>
      </li>
    );
  return (
    <li className={one.mine ? "wieg-talk__one wieg-talk__one--mine" : "wieg-talk__one"}>
      <article>
        <header>
          <b>{one.mine ? messages.you : who}</b>
          {!one.mine && `, ${one.organisation}`}
          <span className="wieg-note"> {moment(one.at)}</span>
        </header>
        <Words text={one.words ?? ""} />
      </article>
    </li>
  );
}

function Readers({ me, people, texts: { messages } }: Readonly<{ me: Relative; people: readonly ThreadReader[]; texts: PortalTexts }>) {
  return (
    <>
      <ul>
        {people.map((one) => (
          <li key={`${one.name ?? ""} ${one.role} ${one.organisation}`}>
            {readerName(one, me)}
            {!one.reads && ` (${messages.notNow})`}
          </li>
        ))}
      </ul>
      <p className="wieg-note">
        {messages.colleagues} {messages.only}
      </p>
    </>
  );
}

const readerName = ({ name, role, organisation }: Omit<ThreadReader, "reads">, { language }: Relative): string =>
  `${name ?? portalTexts[language].messages.wholeTeam}, ${sayRole(role, language)}, ${organisation}`;

type New = Readonly<{ me: Relative; readers: readonly Omit<ThreadReader, "reads">[]; values: Values; errors: Errors }>;

/** She begins one: who gets it is said before she writes. */
export function NewTalkPage({ me, readers, values, errors }: New) {
  const { messages, plan } = portalTexts[me.language];
  return (
    <PortalFrame language={me.language} heading={messages.newTitle} sub={messages.newSub} errors={errors}>
      {me.ended || readers.length === 0 ? (
        <p>{me.ended ? plan.ended : messages.noReaders}</p>
      ) : (
        <Form action="/mijn/berichten/nieuw" values={values} errors={errors}>
          <RadioGroup name="soort" label={messages.what} options={talkKinds.map((value) => ({ value, label: messages.kinds[value] }))} />
          <TextArea name="woorden" label={messages.words} hint={messages.hint} rows={5} maxLength={5000} />
          <p>
            {messages.goesTo}: <b>{readers.map((one) => readerName(one, me)).join("; ")}</b>.
          </p>
          <p className="wieg-note">
            {messages.colleagues} {messages.only}
          </p>
          <ButtonRow>
            <Button>{messages.send}</Button>
          </ButtonRow>
        </Form>
      )}
    </PortalFrame>
  );
}
