import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import type { FamilySection } from "../../../trajectory/familySection.ts";
import { listContactsFor } from "../server/contact.store.ts";
import { ContactList } from "./ContactList.tsx";

/** Whom to call about this family, and what support there is: from any family within one press [004: "vast aanspreekpunt"]. */
export const directorySection: FamilySection = {
  id: "aanspreekpunten",
  title: "Aanspreekpunten",
  place: "aside",
  async load({ db }, line, actor) {
    const contacts = await listContactsFor(db, { organisationId: actor.organisationId, municipality: line.municipality });
    return {
      body: (
        <Card title="Vaste aanspreekpunten">
          <ContactList contacts={contacts} />
          <ButtonRow>
            <LinkButton href={`/gezinnen/${line.id}/steun`}>Steun zoeken voor dit gezin</LinkButton>
          </ButtonRow>
        </Card>
      ),
    };
  },
};
