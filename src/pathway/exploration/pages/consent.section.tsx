import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { inOneLine, roleRecipientName } from "../../../trust/consent/consent.texts.ts";
import { allowedNow, listAnswers, type Answer } from "../../../trust/consent/server/door.ts";
import type { FamilySection } from "../../trajectory/familySection.ts";

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
      moments: newestYes(answers),
    };
  },
};

const nameOf = (one: { organisationId: string | null; role: string | null }, answers: readonly Answer[]): string =>
  answers.find((answer) => answer.organisationId === one.organisationId && one.organisationId !== null)?.organisation ??
  roleRecipientName(one.role ?? "");

/** One mark for each day on which something was allowed: the page of consents tells the rest. */
const newestYes = (answers: readonly Answer[]) =>
  [...new Set(answers.filter(({ given, parts }) => given && parts.length > 0).map(({ givenOn }) => givenOn))].map((on) => ({
    on,
    label: "toestemming",
    tone: "ok" as const,
  }));
