import { form } from "../../../trust/access/route.ts";
import { registration } from "../registration.ts";
import { describeDouble, likelyDouble, registrationErrors } from "../registration.texts.ts";
import { registerFamily } from "../server/registerFamily.ts";
import { readRegisterChoices } from "../server/registerChoices.ts";
import { doublesKey, RegisterPage } from "./RegisterPage.tsx";

export const registerRoutes = [
  form("/gezinnen/nieuw", {
    may: "identity.write",
    trail: ["family.registered", "family.form-read"],
    load: (actor) => readRegisterChoices(actor),
    body: registration,
    show: ({ data, values, errors }) => <RegisterPage choices={data} values={values} errors={errors} />,
    run: (actor, _params, body) => registerFamily(actor, body),
    done: ({ trajectoryId }) => ({ to: `/gezinnen/${trajectoryId}`, notice: { text: "Het gezin is aangemeld." } }),
    refused: (refusal): Record<string, string> =>
      "doubles" in refusal
        ? {
            form: likelyDouble,
            [doublesKey]: JSON.stringify(refusal.doubles.map((line) => ({ id: line.id, label: describeDouble(line) }))),
          }
        : registrationErrors(refusal.facts),
  }),
];
