import { study, type Study } from "./study.ts";

const both = { category: ["c", "d"], maternityCare: ["programme"], residence: ["inside"] } as const;
const arms = (size: number) => [
  { code: "intervention", name: "verzekerd bij CZ of VGZ", size, when: { ...both, insurer: ["CZ", "VGZ", "either"] } },
  { code: "control", name: "anders verzekerd", size, when: { ...both, insurer: ["other"] } },
];
const inDutch = (...forms: readonly string[]) => forms.map((form) => ({ form, language: "nl" }));
const reminding = { remindAfter: [5, 10], expiresAfter: 14 };

/** The two studies of the pilot as the plan has them [001 6.1, 6.2; domain 5.2]. What the plan leaves open is said in the README. */
export const pilotStudies: readonly Study[] = [
  {
    code: "study_1",
    name: "Deelstudie 1: vergoeden van de eigen bijdrage",
    question: "Leidt het vergoeden van de eigen bijdrage tot meer kraamzorg, minder stress, meer veerkracht en meer regie?",
    source: "[001 6.1]",
    gateDays: 14,
    arms: arms(150),
    waves: [
      {
        code: "T0",
        name: "begin van de zwangerschap, voor zij hoort of zij in aanmerking komt",
        anchor: "consent",
        opensAfter: 0,
        ...reminding,
        mergedWith: null,
        instruments: inDutch("stress-4-weeks", "brs-6", "mastery-7x5", "care-own-items"),
      },
      {
        code: "T1",
        name: "na de intake door de kraamzorg",
        anchor: "maternity_intake",
        opensAfter: 0,
        ...reminding,
        mergedWith: { study: "study_2", wave: "T0" },
        instruments: inDutch("stress-4-weeks", "brs-6", "mastery-7x5", "care-own-items"),
      },
      {
        code: "T2",
        name: "einde van de kraamtijd",
        anchor: "birth",
        opensAfter: 9,
        ...reminding,
        mergedWith: { study: "study_2", wave: "T1" },
        instruments: inDutch("stress-4-weeks", "brs-6", "mastery-7x5", "care-own-items"),
      },
    ],
  },
  {
    code: "study_2",
    name: "Deelstudie 2: flexibele kraamzorg na de tiende dag",
    question: "Leidt flexibele kraamzorg tot betere hechting en welzijn, meer veerkracht en regie, en minder verwijzingen?",
    source: "[001 6.2]",
    gateDays: 14,
    arms: arms(100),
    waves: [
      {
        code: "T0",
        name: "na de intake door de kraamzorg",
        anchor: "maternity_intake",
        opensAfter: 0,
        ...reminding,
        mergedWith: null,
        instruments: inDutch("brs-6", "mastery-7x5"),
      },
      {
        code: "T1",
        name: "einde van de eerste 8 tot 10 dagen",
        anchor: "birth",
        opensAfter: 9,
        ...reminding,
        mergedWith: null,
        instruments: inDutch("brs-6", "mastery-7x5", "care-own-items"),
      },
      {
        code: "T2",
        name: "zes maanden na de geboorte",
        anchor: "birth",
        opensAfter: 183,
        remindAfter: [7, 14],
        expiresAfter: 28,
        mergedWith: null,
        instruments: inDutch("brs-6", "mastery-7x5", "care-own-items"),
      },
    ],
  },
].map((one) => study.parse(one));
