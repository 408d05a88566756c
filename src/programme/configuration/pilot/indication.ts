import type { ProgrammeSettings } from "../programme.ts";

const hours = (number: number): number => number * 60;
/** Hours that no source of ours states: to be checked with the maternity-care organisation. */
const assumed = { source: "niet in de bronnen; na te kijken met de kraamzorg", assumed: true } as const;

/** The national protocol as it holds; its successor (KLIM, on trial in 2026) is a line more here, or in the next version of a programme. */
export const pilotIndication: ProgrammeSettings["indication"] = {
  protocols: [
    {
      code: "lip-3",
      name: "LIP",
      version: "3",
      from: "2008-01-01",
      minimum: hours(24),
      maximum: hours(80),
      days: 8,
      feeding: { bottle: hours(45), breast: hours(49) },
      hospitalDay: { bottle: hours(5.5), breast: hours(6) },
      extraChild: { minutes: hours(8), ...assumed },
      additions: [
        { code: "feeding_help", label: "Extra hulp bij borstvoeding", minutes: hours(4), onlyWith: "breast", ...assumed },
        { code: "heavy_birth", label: "Keizersnede of zware bevalling", minutes: hours(6), onlyWith: null, ...assumed },
        { code: "mother_ill", label: "Ziekte of beperking van de moeder", minutes: hours(8), onlyWith: null, ...assumed },
        { code: "child_ill", label: "Kind te vroeg geboren, klein of ziek", minutes: hours(8), onlyWith: null, ...assumed },
        { code: "learning_to_care", label: "Meer tijd om zelf te leren verzorgen", minutes: hours(8), onlyWith: null, ...assumed },
        { code: "strain", label: "Spanning of verdriet, meer rust en steun nodig", minutes: hours(6), onlyWith: null, ...assumed },
        { code: "no_help_around", label: "Weinig hulp van familie of buren", minutes: hours(6), onlyWith: null, ...assumed },
        { code: "young_children", label: "Andere jonge kinderen thuis", minutes: hours(4), onlyWith: null, ...assumed },
        { code: "language", label: "Meer tijd voor uitleg door taal", minutes: hours(4), onlyWith: null, ...assumed },
      ],
      source: "Landelijk Indicatie Protocol versie 3",
      assumed: false,
    },
  ],
  intake: { askFromWeek: 28, dueByWeek: 32, source: "gangbaar in de kraamzorg", assumed: true },
};
