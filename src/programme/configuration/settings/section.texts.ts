import type { SettingWords } from "../setting.texts.ts";

const source = { label: "Bron", hint: "Waar dit staat of wie het besloot" } as const;
const assumed = { label: "Aanname", hint: "Nog niet vastgesteld" } as const;

/** The words of the sections that stand in this folder: one entry for each field, `[]` for each of a list. */
export const sectionTexts: Readonly<Record<string, SettingWords>> = {
  "indication.protocols": { label: "Protocol" },
  "indication.protocols[].code": { label: "Code", hint: "Kleine letters, cijfers en streepjes", key: true },
  "indication.protocols[].name": { label: "Naam" },
  "indication.protocols[].version": { label: "Versie" },
  "indication.protocols[].from": { label: "Geldt vanaf" },
  "indication.protocols[].minimum": { label: "Minstens", as: "minutes" },
  "indication.protocols[].maximum": { label: "Hoogstens", as: "minutes" },
  "indication.protocols[].days": { label: "Over", unit: "dagen" },
  "indication.protocols[].feeding": { label: "Uren vooraf" },
  "indication.protocols[].feeding.bottle": { label: "Met de fles", as: "minutes" },
  "indication.protocols[].feeding.breast": { label: "Met borstvoeding", as: "minutes" },
  "indication.protocols[].hospitalDay": { label: "Eraf voor een dag in het ziekenhuis" },
  "indication.protocols[].hospitalDay.bottle": { label: "Met de fles", as: "minutes" },
  "indication.protocols[].hospitalDay.breast": { label: "Met borstvoeding", as: "minutes" },
  "indication.protocols[].extraChild": { label: "Voor elk kind meer" },
  "indication.protocols[].extraChild.minutes": { label: "Erbij", as: "minutes" },
  "indication.protocols[].extraChild.source": source,
  "indication.protocols[].extraChild.assumed": assumed,
  "indication.protocols[].additions": { label: "Redenen voor meer uren" },
  "indication.protocols[].additions[].code": { label: "Code", key: true },
  "indication.protocols[].additions[].label": { label: "Reden" },
  "indication.protocols[].additions[].minutes": { label: "Erbij", as: "minutes" },
  "indication.protocols[].additions[].onlyWith": { label: "Alleen bij", values: { bottle: "de fles", breast: "borstvoeding" } },
  "indication.protocols[].additions[].source": source,
  "indication.protocols[].additions[].assumed": assumed,
  "indication.protocols[].source": source,
  "indication.protocols[].assumed": assumed,
  "indication.intake": { label: "Intake" },
  "indication.intake.askFromWeek": { label: "Staat op de lijst vanaf week" },
  "indication.intake.dueByWeek": { label: "Is gehouden voor het eind van week" },
  "indication.intake.source": source,
  "indication.intake.assumed": assumed,
  "steering.stagnationMonths": { label: "Stilstand na", unit: "maanden zonder instroom" },
  "steering.nationalMeanHours": { label: "Landelijk gemiddelde", unit: "uur per gezin" },
  "steering.fewHours": { label: "Weinig uren: minder dan", unit: "uur per gezin" },
  "steering.source": source,
};
