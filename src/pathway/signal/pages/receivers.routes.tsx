import { z } from "zod";
import { form } from "../../../trust/access/route.ts";
import { chooseReceivers, readReceivers } from "../server/receivers.ts";
import { ReceiversPage } from "./ReceiversPage.tsx";

/** Who answers the front door, kept by the administrator of Wieg. No care data. */
export const receiverRoutes = [
  form("/beheer/voordeur", {
    may: "role:platform_admin",
    trail: ["front-door.read", "front-door.changed"],
    load: (actor) => readReceivers(actor),
    body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    show: ({ data }) => <ReceiversPage receivers={data} />,
    run: (actor, _params, body) => chooseReceivers(actor, choicesOf(body)),
    done: () => ({ to: "/beheer/voordeur", notice: { text: "Vastgelegd. Nieuwe vragen gaan vanaf nu zo." } }),
    refused: () => ({}),
  }),
];

const choicesOf = (body: Readonly<Record<string, string | string[]>>): ReadonlyMap<string, string | null> =>
  new Map(Object.entries(body).flatMap(([name, value]) => (/^GM\d{4}$/.test(name) ? [[name, String(value) || null] as const] : [])));
