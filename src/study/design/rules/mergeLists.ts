import type { Study, Wave } from "../study.ts";

/** What is asked of someone at one moment: one wave, or two of two studies in one somewhat longer list. */
export interface AskedTogether {
  readonly waves: readonly { readonly study: string; readonly wave: string }[];
  readonly instruments: Wave["instruments"];
}

/** Lists that fall on the same moment are one list, for who takes part in both; no question stands in it twice [domain 5.2]. */
export function mergeLists(studies: readonly Study[], takesPartIn: readonly string[]): readonly AskedTogether[] {
  const own = studies.filter(({ code }) => takesPartIn.includes(code));
  const all = own.flatMap((study) => study.waves.map((wave) => ({ study: study.code, wave })));
  const partnerOf = (one: (typeof all)[number]) =>
    all.find(({ study, wave }) => study === one.wave.mergedWith?.study && wave.code === one.wave.mergedWith.wave);
  const joined = new Set(all.flatMap((one) => partnerOf(one) ?? []));
  return all
    .filter((one) => !joined.has(one))
    .map((one) => {
      const together = [one, ...[partnerOf(one)].filter((other) => other !== undefined)];
      return {
        waves: together.map(({ study, wave }) => ({ study, wave: wave.code })),
        instruments: distinct(together.flatMap(({ wave }) => wave.instruments)),
      };
    });
}

const distinct = (instruments: Wave["instruments"]): Wave["instruments"] =>
  instruments.filter(({ form, language }, at) => instruments.findIndex((one) => one.form === form && one.language === language) === at);
