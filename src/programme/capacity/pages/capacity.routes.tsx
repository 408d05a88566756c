import { z } from "zod";
import { requiredText } from "../../../platform/http/fields.ts";
import { form, page } from "../../../trust/access/route.ts";
import { readCapacity, saveScenario } from "../server/readCapacity.ts";
import { CapacityPage, home } from "./CapacityPage.tsx";

/** Expected hours of maternity care beside the hours there are, for who runs and steers the programme [domain 4.5]. */
export const capacityRoutes = [
  page(home, {
    may: "capacity",
    trail: "programme.capacity-read",
    load: (actor, _params, query) => readCapacity(actor, query),
    show: (capacity) => <CapacityPage capacity={capacity} values={{}} errors={{}} />,
  }),
  form(`${home}/bewaren`, {
    may: "capacity",
    trail: ["programme.capacity-read", "programme.scenario-kept"],
    body: z.looseObject({ programma: z.string(), name: requiredText("Geef een naam", 80).min(2, "Geef een naam") }),
    load: (actor, _params, query) => readCapacity(actor, query),
    show: ({ data, values, errors }) => <CapacityPage capacity={data} values={values} errors={errors} />,
    run: (actor, _params, body) => saveScenario(actor, body),
    done: () => ({ to: home, notice: { text: "De aannames zijn bewaard." } }),
    refused: ({ code }) => ({ name: code === "name-taken" ? "Deze naam is er al. Kies een andere." : "Er loopt geen programma." }),
  }),
];
