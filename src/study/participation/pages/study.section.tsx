import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { findCategory } from "../../../pathway/assessment/server/door.ts";
import type { FamilySection } from "../../../pathway/trajectory/familySection.ts";
import { isRole } from "../../../trust/access/route.ts";
import { amInvolved } from "../../../trust/access/server/door.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import { saySaid, studyPurposeNames } from "../participation.texts.ts";
import { listSaid } from "../server/lineFacts.store.ts";

const studies = ["study_1", "study_2"] as const;

/** What she said about taking part in a study, for who may ask her. Nobody is prompted to ask. */
export const studySection: FamilySection = {
  id: "onderzoek",
  title: "Onderzoek",
  place: "aside",
  async load({ db }, line, actor) {
    if (!isRole(actor.role) || !mayRole(actor.role, "study", "read")) return null;
    const [found, said, involved] = await Promise.all([findCategory(db, line.id), listSaid(db, line.id), amInvolved(db, line.id)]);
    if (!involved) return null;
    const category = found?.category;
    const fits = (category === "c" || category === "d") && line.state === "open" && line.lossOn === null;
    if (!fits && said.length === 0) return null;
    return {
      body: (
        <Card title="Onderzoek">
          <Facts
            facts={studies.map((code) => ({
              label: studyPurposeNames[code],
              value: saySaid(said.find(({ purpose }) => purpose === code)),
            }))}
          />
          <ButtonRow>
            <LinkButton href={`/gezinnen/${line.id}/onderzoek`} variant="quiet">
              Toestemming voor onderzoek
            </LinkButton>
          </ButtonRow>
        </Card>
      ),
    };
  },
};
