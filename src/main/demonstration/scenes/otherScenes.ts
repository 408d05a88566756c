import { handoverTask } from "../../../pathway/handover/server/handoverTasks.ts";
import { familyPlanTask } from "../../../pathway/plan/server/planTasks.ts";
import { figuresTask } from "../../../insight/figures/server/figuresTask.ts";
import { countSteeringTask } from "../../../programme/steering/server/countTask.ts";
import { endLinesTask } from "../../../pathway/trajectory/server/endLines.ts";
import { intakeTask } from "../../../programme/indication/server/intakeTask.ts";
import { trainingTask } from "../../../programme/training/server/trainingTask.ts";
import { offerCaseload } from "../../../registry/caseload/server/offerCaseload.ts";
import { findDoublesTask } from "../../../registry/doubles/server/findDoubles.ts";
import { openInEmergency, readEmergencies, review } from "../../../trust/emergency/server/emergency.ts";
import { did } from "../acts/cast.ts";
import type { FamilyPlan } from "../families.ts";
import { chanceOf } from "../chance.ts";
import { inventFamily } from "../invented.ts";
import { storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

/** Two lines opened in acute danger: one that was looked at afterwards, and one of today that waits for the privacy officer. */
export function emergencyScene({ region, today }: Teller, plans: readonly FamilyPlan[]): readonly Step[] {
  const open = async (by: string, story: string, reason: string) => {
    const plan = plans.find((one) => one.story === story);
    const { mother } = inventFamily(chanceOf(plan?.person ?? 0), plan?.municipality ?? "");
    const who = { name: mother.familyName, birthDate: mother.birthDate };
    await did("open in an emergency", openInEmergency(region.actor(by), { ...who, reason, hours: 24 }));
  };
  return [
    {
      on: storyDay(today, 12),
      run: async () => {
        await open("Dirk Denkwijs", "placed", "Bloedverlies op de spoedpost; zij kan zelf niets vertellen.");
        const officer = region.actor("Pien Privacy");
        const [opened] = await readEmergencies(officer);
        const judged = { outcome: "Terecht: spoed, en geen andere weg.", holdBackBecause: null, endNow: true };
        await did("review an emergency", review(officer, { id: opened?.id ?? "", ...judged }));
      },
    },
    {
      on: today,
      run: () =>
        open("Paul Huisarts", "urgent", "Belt in paniek over de zwangerschap, de verbinding valt weg; verloskundige niet bereikbaar."),
    },
  ];
}

const caseload = `Cliëntnummer;Achternaam;Voorvoegsel;Voornaam;Geboortedatum;Adres;Postcode;Woonplaats;Gemeente;Telefoon;E-mail;Zorgverzekeraar;Kraamzorg;A terme datum;Pariteit;Taal;Opmerkingen
G3001;Verstappen;;Milou;14-03-1994;Rijksweg 12;6131 AB;Sittard;Sittard-Geleen;06-12345601;milou@example.org;CZ;Geboortezorg Limburg;DUE1;G1P0;Nederlands;
G3002;Aerts;;Kaoutar;2-7-1998;Markt 4a;6161 GE;Geleen;Sittard-Geleen;06-12345602;;VGZ;Geboortezorg Limburg;DUE2;G2P1;Arabisch;
G3003;Peeters;van;Silke;09/11/91;Stationsstraat 77;6131 AZ;Sittard;;0612345603;geen;Univé;Kraamzorg De Eerste Dag;DUE3;G1P0;Nederlands;Belt liever 's avonds
G3004;Kowalska;;Zuzanna;30-02-1995;Eindstraat 3;6171 AB;Stein;Stein;06-12345604;;onbekend;nog niet aangemeld;DUE1;G1P0;Pools;
G3005;Willems;;Dionne;17-05-2089;Dorpsstraat 21;6191 BC;Beek;Beek;06-12345605;dionne@example.org;CZ;;DUE2;G3P2;Nederlands;
G3006;Hamers;;Britt;21-08-1996;Molenweg 9;6131;Sittard;Sittard-Geleen;12345;;VGZ Bewust;Geboortezorg Limburg;DUE3;1;Nederlands;
`;

/** A practice offered its caseload and has not taken it over yet; some lines have to be looked at. It is read once Wieg runs. */
export function caseloadScene({ region, today }: Teller): readonly Step[] {
  const due = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString().split("-").reverse().join("-");
  const text = caseload.replaceAll("DUE1", due(95)).replaceAll("DUE2", due(140)).replaceAll("DUE3", due(181));
  const file = { name: "clienten-geleenbeek.csv", content: Buffer.from(text) };
  return [{ on: today, run: async () => void (await did("offer a caseload", offerCaseload(region.actor("Sanne Denkbeeldig"), file))) }];
}

/** What the night did: lines of two-year-olds end, likely doubles are looked up, plans ask how it went, and intakes and trainings are asked for. */
export const nightScene = ({ today }: Teller): readonly Step[] => [
  { on: today, run: () => endLinesTask.run({}) },
  { on: today, run: () => findDoublesTask.run({}) },
  { on: today, run: () => handoverTask.run({}) },
  { on: today, run: () => familyPlanTask.run({}) },
  { on: today, run: () => intakeTask.run({}) },
  { on: today, run: () => trainingTask.run({}) },
  { on: today, run: () => countSteeringTask.run({}) },
  { on: today, run: () => figuresTask.run({}) },
];
