import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { inOneLine, roleRecipientName } from "../../../trust/consent/consent.texts.ts";
import { allowedNow, listAnswers, type Answer } from "../../../trust/consent/server/door.ts";
import type { Day } from "../../../kit/day.ts";
import type { FamilySection, Moment } from "../../trajectory/familySection.ts";

/** "Mag gedeeld met ... bekijken" in the head of the family page, and the way to consent beside it. Its type lives here, where both may be read. */
export const consentSection: FamilySection = {
  id: "toestemming",
  title: "Toestemming",
  place: "aside",
  async load({ db, today }, line, actor) {
    const answers = await listAnswers(db, line.id);
    const names = [
      ...new Set(
        allowedNow(answers, today)
          .filter(({ organisationId }) => organisationId !== actor.organisationId)
          .map((one) => nameOf(one, answers)),
      ),
    ];
    const href = `/gezinnen/${line.id}/toestemming`;
    const said = names.length === 0 ? (answers.length === 0 ? "nog niet gevraagd" : "nu niemand") : inOneLine(names);
    return {
      body: (
        <Card title="Toestemming">
          <p>
            {names.length === 0
              ? "Er geldt nu geen toestemming om te delen. Het gezin houdt alle zorg en hulp."
              : `Het gezin laat nu meekijken: ${said}.`}
          </p>
          <LinkButton href={href}>{answers.length === 0 ? "Toestemming vragen" : "Bekijken en veranderen"}</LinkButton>
        </Card>
      ),
      facts: [
        {
          label: "Mag gedeeld met",
          value: (
            <>
              {said} <a href={href}>bekijken</a>
            </>
          ),
        },
      ],
      moments: changesOf(answers, href),
    };
  },
};

const nameOf = (one: { organisationId: string | null; role: string | null }, answers: readonly Answer[]): string =>
  answers.find((answer) => answer.organisationId === one.organisationId && one.organisationId !== null)?.organisation ??
  roleRecipientName(one.role ?? "");

/** One mark for each day on which something was allowed, refused or taken back, or ends by its own date: the page of consents tells the rest. */
function changesOf(answers: readonly Answer[], href: string): readonly Moment[] {
  const given = answers.filter((one) => one.given && one.parts.length > 0);
  const days = (all: readonly (Day | null)[]) => [...new Set(all)].filter((on) => on !== null);
  const mark = (label: string, tone: "ok" | "plain" | "soon") => (on: Day) => ({ on, label, tone, href });
  return [
    ...days(given.map(({ givenOn }) => givenOn)).map(mark("toestemming", "ok")),
    ...days(answers.filter((one) => !one.given).map(({ givenOn }) => givenOn)).map(mark("toestemming geweigerd", "plain")),
    ...days(given.map(({ withdrawnOn }) => withdrawnOn)).map(mark("toestemming ingetrokken", "soon")),
    ...days(given.map((one) => (one.withdrawnOn === null ? one.until : null))).map(mark("toestemming loopt af", "soon")),
  ];
}
