import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import type { Work } from "../../../platform/db/withActor.ts";
import { findMergeOfLine } from "../server/doubles.store.ts";

/** On the family page: that another organisation knows this family too. */
export const mergeSection = {
  id: "samengevoegd",
  title: "Samengevoegd",
  place: "aside" as const,
  load: async ({ db }: Work, line: { readonly id: string }) => {
    const merge = await findMergeOfLine(db, line.id);
    if (!merge) return null;
    return {
      body: (
        <Card title="Ook elders bekend" tone="info">
          <p>Ook {merge.other} kent dit gezin. Wat de ander vastlegde ziet u met toestemming van het gezin.</p>
          <LinkButton href={`/samenvoegingen/${merge.id}`}>Wat dit betekent</LinkButton>
        </Card>
      ),
    };
  },
};
