import { formatDay } from "../../../kit/day.ts";
import type { ConsentPerson, Purpose, ShareablePart } from "../consent.ts";
import { giverName, inOneLine, partNames, purposeNames, roleRecipientName, wayNames } from "../consent.texts.ts";
import type { Allowed } from "../rules/allowedNow.ts";
import type { Answer } from "../server/consent.store.ts";
import type { Consents } from "../server/readConsents.ts";

/** Names and sentences that the pages of consent share. */
export const personName = (persons: readonly ConsentPerson[], id: string): string =>
  persons.find((person) => person.id === id)?.name ?? "iemand van het gezin";

export const recipientName = (
  answer: { organisation?: string | null; organisationId: string | null; role: string | null },
  organisations: Consents["organisations"] = [],
): string =>
  answer.organisation ??
  organisations.find(({ id }) => id === answer.organisationId)?.name ??
  (answer.role === null ? "niemand in het bijzonder" : roleRecipientName(answer.role));

export const partList = (parts: readonly string[]): string => inOneLine(parts.map((part) => partNames[part as ShareablePart] ?? part));

export const purposeList = (purposes: readonly Purpose[]): string =>
  inOneLine(
    purposes.map((purpose) =>
      purposeNames[purpose].toLocaleLowerCase("nl").replace("jgz", "JGZ").replace("geboortezorg flex", "Geboortezorg Flex"),
    ),
  );

/** "do 12 maart 2026, mondeling, zelf. Vastgelegd door N. Jansen, Praktijk De Maas." */
export const howGiven = (answer: Answer): string =>
  answer.recordedBy === null
    ? `${formatDay(answer.givenOn)}, ${wayNames[answer.way]}, op een vraag van ${answer.recordedFor}.`
    : `${formatDay(answer.givenOn)}, ${wayNames[answer.way]}, ${giverName(answer.givenBy)}. Vastgelegd door ${answer.recordedBy}, ${answer.recordedFor}.`;

/** What follows the recipient's name: "mag zien van Sanne Frijns: naam en plan. Voor ...". */
export const allowedSentence = (allowed: Allowed, consents: Pick<Consents, "persons">): string =>
  `mag zien van ${personName(consents.persons, allowed.aboutPerson)}: ${partList(allowed.parts)}${allowed.medicalToo ? ", ook wat medisch is" : ""}. Voor: ${purposeList(allowed.purposes)}. ${
    allowed.until === null ? "Tot het wordt ingetrokken." : `Tot en met ${formatDay(allowed.until)}.`
  }`;
