import { z } from "zod";
import { parseDay } from "../../../kit/day.ts";
import { action, form, page } from "../../access/route.ts";
import { openInEmergency, readEmergencies, review } from "../server/emergency.ts";
import { EmergenciesPage } from "./EmergenciesPage.tsx";
import { EmergencyPage } from "./EmergencyPage.tsx";

const request = z.object({
  name: z.string().trim().min(1, "Vul de achternaam in."),
  birthDate: z.string().transform((typed, context) => {
    const day = parseDay(typed);
    if (day === null) context.addIssue({ code: "custom", message: "Vul een datum in zoals 12-3-1996." });
    return day ?? "";
  }),
  reason: z.string().trim().min(10, "Schrijf in een zin waarom het nodig is."),
  hours: z.coerce.number({ error: "Kies hoe lang." }).refine((hours) => [4, 24, 72].includes(hours), "Kies hoe lang."),
});

export const emergencyRoutes = [
  form("/noodtoegang", {
    may: "care",
    trail: "emergency.opened",
    load: async () => ({}),
    body: request,
    show: ({ values, errors }) => <EmergencyPage values={values} errors={errors} />,
    run: (actor, _params, body) => openInEmergency(actor, body),
    done: ({ trajectoryId }) => ({
      to: `/gezinnen/${trajectoryId}`,
      notice: { tone: "late", text: "Noodtoegang geopend. De functionaris gegevensbescherming is ingelicht." },
    }),
    refused: (refusal) =>
      refusal.code === "too-many-attempts"
        ? { form: "U hebt vandaag te vaak gezocht zonder resultaat. Bel de functionaris gegevensbescherming." }
        : { name: "Er is geen gezin gevonden met precies deze naam en geboortedatum. Ook deze poging is vastgelegd." },
  }),
  page("/noodtoegang/overzicht", {
    may: "role:privacy_officer",
    trail: "emergency.read",
    load: async (actor) => ({ emergencies: await readEmergencies(actor) }),
    show: ({ emergencies }) => <EmergenciesPage emergencies={emergencies} />,
  }),
  action("/noodtoegang/:access/beoordelen", {
    may: "role:privacy_officer",
    trail: "emergency.reviewed",
    body: z.object({ outcome: z.string().trim(), holdBackBecause: z.string().trim(), endNow: z.string().optional() }),
    run: async (actor, { access }, body) => {
      if (body.outcome.length < 3 || (body.holdBackBecause !== "" && body.holdBackBecause.length < 10))
        return { code: "too-short" as const, facts: {} };
      return review(actor, {
        id: access,
        outcome: body.outcome,
        holdBackBecause: body.holdBackBecause || null,
        endNow: body.endNow !== undefined,
      });
    },
    done: () => ({ to: "/noodtoegang/overzicht", notice: { text: "De beoordeling is vastgelegd." } }),
    refused: (refusal) => ({
      to: "/noodtoegang/overzicht",
      notice: {
        tone: "late",
        text:
          refusal.code === "too-short"
            ? "Schrijf uw oordeel op, en bij achterhouden de reden (minstens 10 tekens)."
            : "Een collega heeft dit al beoordeeld.",
      },
    }),
  }),
];
