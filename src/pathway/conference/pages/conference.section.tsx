import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay } from "../../../kit/day.ts";
import { isRole } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import type { FamilySection } from "../../trajectory/familySection.ts";
import type { WaitingCase } from "../conference.ts";
import { removedWords } from "../conference.texts.ts";
import { findCaseOfLine } from "../server/conferenceCase.store.ts";
import { listGuestsOfLine } from "../server/guest.store.ts";
import { listItemsOfLine, listOffTold } from "../server/sitting.store.ts";
import type { OutsideGuest } from "../sitting.ts";
import { offWords, presenceWords } from "../sitting.texts.ts";
import { ConsentTag } from "./ConsentTag.tsx";

/** Where the family's case stands: on the list, on an agenda, and what was decided. */
export const conferenceSection: FamilySection = {
  id: "overleg",
  title: "Overleg",
  place: "aside",
  records: { conference_case: "Casus voor het overleg", agenda_item: "Casus op de agenda", agenda_outcome: "Uitkomst van het overleg" },
  async load({ db }, line, { role }) {
    const [one, items] = await Promise.all([findCaseOfLine(db, line.id), listItemsOfLine(db, line.id)]);
    if (!one && items.length === 0) return null;
    const mayWrite = isRole(role) && mayRole(role, "plan", "write");
    const onAgenda = items.find(({ state }) => state === "on_agenda") ?? null;
    const decided = items.filter(({ state }) => state === "discussed");
    const guests = onAgenda ? await listGuestsOfLine(db, line.id) : [];
    const told = mayWrite ? await listOffTold(db, line.id) : [];
    return {
      body: (
        <>
          {one?.state === "waiting" && <Waiting one={one} onAgenda={onAgenda} guests={guests} mayWrite={mayWrite} />}
          {one?.state === "removed" && one.removedBecause !== "discussed" && <Removed one={one} mayWrite={mayWrite} />}
          {decided.length > 0 && <DecidedCard items={decided} />}
        </>
      ),
      now: items.filter(({ id }) => told.includes(id)).map((item) => <OffNotice key={item.id} item={item} />),
      moments: decided.flatMap(({ id, decidedOn }) =>
        decidedOn === null
          ? []
          : [{ on: decidedOn, label: "Besproken in het overleg", tone: "info" as const, href: `/overleggen/uitkomsten/${id}` }],
      ),
    };
  },
};

type LineItem = Awaited<ReturnType<typeof listItemsOfLine>>[number];

type WaitingProps = Readonly<{ one: WaitingCase; onAgenda: LineItem | null; guests: readonly OutsideGuest[]; mayWrite: boolean }>;

function Waiting({ one, onAgenda, guests, mayWrite }: WaitingProps) {
  const what = one.summary === null ? "Casus voorbereiden" : "Casus aanvullen";
  return (
    <Card title="Overleg">
      <Facts
        facts={[
          onAgenda?.heldOn
            ? { label: "Op de agenda van", value: formatDay(onAgenda.heldOn) }
            : { label: "Wacht op het MDO of Knooppunt", value: `sinds ${formatDay(one.since)}, uiterlijk ${formatDay(one.dueOn)}` },
          { label: "Vraag", value: one.question ?? "nog geen vraag" },
          {
            label: "Samenvatting",
            value: one.summaryAgreedOn === null ? "nog niet" : `het gezin is akkoord sinds ${formatDay(one.summaryAgreedOn)}`,
          },
          {
            label: "Het gezin",
            value: one.presence === null ? "nog niet gevraagd hoe het gehoord wil worden" : presenceWords[one.presence],
          },
          { label: "Toestemming", value: <ConsentTag one={one} /> },
          guests.length === 0
            ? null
            : {
                label: "Gast van buiten",
                value: guests.map(({ name, worksAs, organisation }) => `${name}, ${worksAs}, ${organisation}`).join("; "),
              },
        ]}
      />
      {mayWrite && (
        <ButtonRow>
          <LinkButton href={`/overleggen/${one.id}/vraag`}>{what}</LinkButton>
          <LinkButton href={`/overleggen/${one.id}/eraf`} variant="quiet">
            Van de lijst
          </LinkButton>
        </ButtonRow>
      )}
    </Card>
  );
}

/** What was decided, the newest first; the rest stands where it belongs. */
function DecidedCard({ items }: { items: readonly LineItem[] }) {
  return (
    <Card title="Besloten in het overleg">
      {items.slice(0, 3).map(({ id, decidedOn, decision }) => (
        <p key={id}>
          {decision}
          <small className="wieg-note">
            <a href={`/overleggen/uitkomsten/${id}`}>{decidedOn === null ? "Uitkomst" : `Uitkomst van ${formatDay(decidedOn)}`}</a>
          </small>
        </p>
      ))}
    </Card>
  );
}

/** The lead hears that a case was not discussed, and why. */
function OffNotice({ item: { id, heldOn, offBecause } }: { item: LineItem }) {
  return (
    <Alert title="Niet besproken in het overleg" tone="soon">
      <p>
        {heldOn === null ? "" : `${formatDay(heldOn)}: `}
        {offBecause === null ? "" : offWords[offBecause]}.
      </p>
      <ActionForm action={`/overleggen/casus/${id}/gezien`} button="Gezien" />
    </Alert>
  );
}

function Removed({ one, mayWrite }: { one: WaitingCase; mayWrite: boolean }) {
  return (
    <Card title="Overleg">
      <p>
        Niet op de lijst: {one.removedBecause && removedWords[one.removedBecause]}
        {one.removedOn && `, ${formatDay(one.removedOn)}`}.{one.removedReason && ` “${one.removedReason}”`}
      </p>
      {mayWrite && one.removedBecause === "other" && (
        <ActionForm action={`/overleggen/${one.id}/terug`} button="Terug op de lijst" hidden={{ version: one.version }} />
      )}
    </Card>
  );
}
