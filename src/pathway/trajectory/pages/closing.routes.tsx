import { action, form } from "../../../trust/access/route.ts";
import { changedMeanwhile } from "../../../registry/familyForm.texts.ts";
import type { ClosingCheck } from "../closing.ts";
import { endForm, versionOnly } from "../lineForm.ts";
import { beingDestroyed, childIsTwo, closedTooLong, closingSentences, endsInFuture } from "../lineForm.texts.ts";
import { endLine, readClosing, reopenLine, type ReopenRefusal } from "../server/closeLine.ts";
import { ClosingPage } from "./ClosingPage.tsx";

const reopenSentences: Readonly<Record<ReopenRefusal | "changed-meanwhile", string>> = {
  "child-is-two": childIsTwo,
  "being-destroyed": beingDestroyed,
  "closed-too-long": closedTooLong,
  "changed-meanwhile": "Iemand anders wijzigde deze lijn net. Kijk het na en probeer het opnieuw.",
};

/** Closing a line and opening it again. Every concept says what of it is open: main passes those checks in. */
export const closingRoutes = (checks: readonly ClosingCheck[]) => [
  form("/gezinnen/:trajectory/afsluiten", {
    may: "identity.write",
    trail: ["line.ended", "family.form-read"],
    load: (actor, { trajectory }) => readClosing(actor, trajectory, checks),
    body: endForm,
    show: ({ data, values, errors }, { trajectory }) => (
      <ClosingPage closing={data} trajectory={trajectory} values={values} errors={errors} />
    ),
    run: (actor, { trajectory }, typed) => endLine(actor, trajectory, typed, checks),
    done: (_done, { trajectory }) => ({
      to: `/gezinnen/${trajectory}`,
      notice: { text: "De lijn is afgesloten. Tot 90 dagen daarna kan zij weer open, bij 'Deze lijn'." },
    }),
    refused: ({ code }): Record<string, string> => {
      if (code === "changed-meanwhile") return { form: changedMeanwhile };
      if (code === "ends-in-future") return { on: endsInFuture };
      return code === "not-agreed" ? { agreed: closingSentences[code] } : { form: closingSentences[code] };
    },
  }),
  action("/gezinnen/:trajectory/heropenen", {
    may: "identity.write",
    trail: "line.reopened",
    body: versionOnly,
    run: (actor, { trajectory }, { version }) => reopenLine(actor, trajectory, version),
    done: (_done, { trajectory }) => ({
      to: `/gezinnen/${trajectory}`,
      notice: { text: "De lijn is weer open. Wie betrokken was, is dat weer." },
    }),
    refused: ({ code }, { trajectory }) => ({ to: `/gezinnen/${trajectory}`, notice: { tone: "late", text: reopenSentences[code] } }),
  }),
];
